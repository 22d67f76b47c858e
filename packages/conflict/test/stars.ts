// Random areas around a place, and the places on Earth where they are hardest to compare.
import * as fc from 'fast-check';
import { evenly } from './evenly.ts';
import { degrees, destination } from './oracle.ts';
import type { Point } from './oracle.ts';
import { at } from './shapes.ts';

export const scenes: readonly (readonly [name: string, centre: Point])[] = [
  ['at middle latitudes', [35, 40]],
  ['across the antimeridian', [-17, 179.97]],
  ['around the north pole', [89.95, -30]],
  ['around the south pole', [-90, 0]],
  ['far north', [72, -180]],
];

/** A star around a point: corners at growing azimuths, 0.2 to 1 of the size away. */
export const star = fc.record({
  away: evenly(0, 1.6),
  bearing: evenly(0, 360),
  reaches: fc.array(evenly(0.2, 1), { minLength: 3, maxLength: 9 }),
  turn: evenly(0, 360),
});
type Star = typeof star extends fc.Arbitrary<infer T> ? T : never;

/** The corners of a star of a size about a place. */
export function ringOf(shape: Star, centre: Point, metres: number): Point[] {
  const middle = destination(centre, shape.bearing, shape.away * metres);
  return shape.reaches.map((reach, i) => {
    const azimuth = shape.turn + (360 * i) / shape.reaches.length;
    return degrees(at(...destination(middle, azimuth, reach * metres)));
  });
}
