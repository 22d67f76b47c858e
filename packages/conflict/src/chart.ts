// A gnomonic chart about a point of the ellipsoid: the central projection from the Earth's centre,
// in which an arc of this package is a straight line. Metres, true at the middle.
import { axesAt, onSurface } from './earth.ts';
import type { Vector } from './earth.ts';

export type ChartPoint = readonly [x: number, y: number];

export type Chart = {
  /** Where a point of the ellipsoid less than a quarter of the Earth away is in the chart. */
  readonly to: (v: Vector) => ChartPoint;
  readonly from: (point: ChartPoint) => Vector;
};

export function chartAbout(centre: Vector): Chart {
  const [east, north] = axesAt(centre);
  const square = dot(centre, centre);
  return {
    to: (v) => {
      const scale = square / dot(v, centre);
      return [dot(v, east) * scale, dot(v, north) * scale];
    },
    from: ([x, y]) =>
      onSurface(
        centre[0] + x * east[0] + y * north[0],
        centre[1] + x * east[1] + y * north[1],
        centre[2] + x * east[2] + y * north[2],
      ),
  };
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
