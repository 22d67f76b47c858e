// One step of reading a height in folded text: a bound and where it ends, or where it stops.
import { heightOf } from './height.ts';
import type { HeightBound, HeightReference, HeightUnit } from './height.ts';

/** Where folded text stopped making sense, and what was expected there. */
export type Stop = {
  readonly ok: false;
  readonly at: number;
  readonly expected: string;
  readonly length?: number;
};

export type Step = { readonly ok: true; readonly bound: HeightBound; readonly end: number } | Stop;

/** What is expected where no height begins. */
export const START = 'a height such as FL180, 18000 ft AMSL or 500 m AGL, SFC or UNL';

/** A height that was read from `at` to `end`; a refusal of its value points at `at`. */
export function heightStep(
  stated: {
    readonly value: number;
    readonly unit: HeightUnit;
    readonly reference: HeightReference;
    readonly setting?: number | undefined;
  },
  at: number,
  end: number,
): Step {
  const { value, unit, reference, setting } = stated;
  const height = heightOf(value, unit, reference, setting);
  if (height.ok) return { ok: true, bound: height.value, end };
  return { ok: false, at, expected: height.refusal.expected };
}
