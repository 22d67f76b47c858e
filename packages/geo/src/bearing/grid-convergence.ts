// The angle between true north and the north of a grid's lines at a position, for the grids that
// forces here state bearings on.
import { sk42Convergence } from '../grid/gauss-kruger.ts';
import { utmConvergence } from '../grid/utm.ts';
import type { Position } from '../position/position.ts';

/** UTM, which is UPS from 84 N and below 80 S; or SK-42 Gauss-Krueger in zones of six degrees. */
export type BearingGrid = 'UTM' | 'SK42';

/** The convergence of a grid in the zone that holds a position. */
export type GridConvergence = {
  /** From true north to grid north, clockwise, -180 to 180: true = grid + this. */
  readonly degrees: number;
  /** "UTM zone 37N", "UPS north", "SK-42 zone 7". */
  readonly zone: string;
};

/**
 * The convergence of meridians at a WGS-84 position, degrees from true north to grid north:
 * positive where grid north lies east of true north, so a true bearing is the grid bearing plus
 * this. In the zone that holds the position, with UTM's exceptions of Norway and Svalbard. Total.
 * After Karney, J. Geodesy 85 (2011), eqs. 23 to 26, and NGA.SIG.0012. It turns directions at the
 * point; the straight line of a map to a mark 50 km off differs by up to 0.01 degree more.
 */
export function gridConvergenceDegrees(position: Position, grid: BearingGrid): number {
  return gridConvergence(position, grid).degrees;
}

/** The same, with the zone that it holds in. */
export function gridConvergence(position: Position, grid: BearingGrid): GridConvergence {
  if (grid === 'SK42') {
    const { zone, degrees } = sk42Convergence(position);
    return { degrees, zone: `SK-42 zone ${zone}` };
  }
  const { zone, isNorth, degrees } = utmConvergence(position);
  if (zone === 0) return { degrees, zone: `UPS ${isNorth ? 'north' : 'south'}` };
  return { degrees, zone: `UTM zone ${zone}${isNorth ? 'N' : 'S'}` };
}
