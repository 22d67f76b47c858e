// Numbers spread evenly over a range. Those of `fc.double` are not: it takes every number that a
// machine can write as likely, and so all but a few of them lie within a hair of zero.
import * as fc from 'fast-check';

const STEPS = 1_000_000_000;

export function evenly(min: number, max: number): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: STEPS }).map((step) => min + ((max - min) * step) / STEPS);
}
