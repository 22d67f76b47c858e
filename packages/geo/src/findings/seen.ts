// The areas of a notice as they are seen from places: how near, how far, in what direction.
import { centreOf } from '../shape/centre.ts';
import { inverse } from '../shape/geodesic.ts';
import type { Outline } from '../shape/outline.ts';
import { outlinePoints } from '../shape/outline-points.ts';
import { bearingSpread, distanceRange } from '../shape/outline-range.ts';
import type { Position } from '../position/position.ts';

/** An outline with what is measured from it again and again. */
export type Ground = {
  readonly outline: Outline;
  readonly centre: Position;
  readonly boundary: readonly Position[];
};

/** An area as seen from a place; the turns from the bearing of its centre to its edges. */
export type Seen = {
  readonly nearestMetres: number;
  readonly farthestMetres: number;
  readonly bearingDegrees: number;
  readonly leftDegrees: number;
  readonly rightDegrees: number;
};

const BOUNDARY_POINTS = 200;

/** The ground of an outline. What takes time is measured when it is first asked for. */
export function groundOf(outline: Outline): Ground {
  let centre: Position | undefined;
  let boundary: readonly Position[] | undefined;
  const middle = (): Position => (centre ??= centreOf(outline));
  return {
    outline,
    get centre() {
      return middle();
    },
    get boundary() {
      if (boundary !== undefined) return boundary;
      const { farthestMetres } = distanceRange(middle(), outline);
      const step = Math.max(1, (2 * Math.PI * farthestMetres) / BOUNDARY_POINTS);
      return (boundary = outlinePoints(outline, step));
    },
  };
}

/** The ground as seen from a position. */
export function seenFrom(from: Position, { outline, centre, boundary }: Ground): Seen {
  const range = distanceRange(from, outline);
  const bearingDegrees = inverse(from, centre).azimuthDegrees;
  return { ...range, bearingDegrees, ...bearingSpread(from, bearingDegrees, boundary) };
}

/** The distance from a position to the nearest of several centres, metres. */
export function metresToNearest(from: Position, grounds: readonly Ground[]): number {
  return Math.min(...grounds.map(({ centre }) => inverse(from, centre).distanceMetres));
}
