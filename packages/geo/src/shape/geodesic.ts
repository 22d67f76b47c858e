// Distances and directions along geodesics of the WGS-84 ellipsoid (Karney 2013), computed by
// geographiclib-geodesic.
import geographiclib from 'geographiclib-geodesic';
import { LON_E7_MAX } from '../position/position.ts';
import type { Position } from '../position/position.ts';
import { present } from '../reading/present.ts';

const { WGS84, DISTANCE, AZIMUTH, LATITUDE, LONGITUDE } = geographiclib.Geodesic;

/**
 * The shortest way from `a` to `b`: its length, and its true azimuth at `a`, clockwise from north,
 * 0 to below 360 (0 when the positions are the same).
 */
export function inverse(
  a: Position,
  b: Position,
): { readonly distanceMetres: number; readonly azimuthDegrees: number } {
  const way = WGS84.Inverse(
    ...([a.latE7 / 1e7, a.lonE7 / 1e7, b.latE7 / 1e7, b.lonE7 / 1e7] as const),
    DISTANCE | AZIMUTH,
  );
  const distanceMetres = present(way.s12);
  if (distanceMetres === 0) return { distanceMetres: 0, azimuthDegrees: 0 };
  return { distanceMetres, azimuthDegrees: fullCircle(present(way.azi1)) };
}

/** Where a geodesic leads, not rounded: degrees on WGS-84, longitude -180 to 180. */
export type GeodesicEnd = {
  readonly latDegrees: number;
  readonly lonDegrees: number;
  /** The way's true azimuth there, 0 to below 360. */
  readonly azimuthDegrees: number;
};

/**
 * The end reached from `from` after `distanceMetres` (any sign) along the geodesic that starts at
 * the true azimuth `azimuthDegrees`, not rounded: within a micrometre of Karney's C++ program.
 */
export function directDegrees(
  from: Position,
  azimuthDegrees: number,
  distanceMetres: number,
): GeodesicEnd {
  const way = WGS84.Direct(
    ...([from.latE7 / 1e7, from.lonE7 / 1e7, azimuthDegrees, distanceMetres] as const),
    LATITUDE | LONGITUDE | AZIMUTH,
  );
  return {
    latDegrees: present(way.lat2),
    lonDegrees: present(way.lon2),
    azimuthDegrees: fullCircle(present(way.azi2)),
  };
}

/**
 * The position reached from `from` after `distanceMetres` along the geodesic that starts at the
 * true azimuth `azimuthDegrees`. Rounded to 1e-7 degree; longitude -180 to 180.
 */
export function direct(from: Position, azimuthDegrees: number, distanceMetres: number): Position {
  const { latDegrees, lonDegrees } = directDegrees(from, azimuthDegrees, distanceMetres);
  return rounded(latDegrees, lonDegrees);
}

/** A geodesic from one position towards another, to be walked along. */
export type GeodesicWalk = {
  readonly lengthMetres: number;
  /** The position after `metres`, and the way's true azimuth there, 0 to below 360. */
  readonly at: (metres: number) => { readonly position: Position; readonly azimuthDegrees: number };
};

/** The geodesic from `a` to `b`, prepared once for many positions along it. */
export function walk(a: Position, b: Position): GeodesicWalk {
  const [lat1, lon1] = [a.latE7 / 1e7, a.lonE7 / 1e7];
  const way = WGS84.Inverse(lat1, lon1, b.latE7 / 1e7, b.lonE7 / 1e7, DISTANCE | AZIMUTH);
  const line = WGS84.DirectLine(lat1, lon1, present(way.azi1), present(way.s12));
  const at: GeodesicWalk['at'] = (metres) => {
    const { lat2, lon2, azi2 } = line.Position(metres, LATITUDE | LONGITUDE | AZIMUTH);
    return {
      position: rounded(present(lat2), present(lon2)),
      azimuthDegrees: fullCircle(present(azi2)),
    };
  };
  return { lengthMetres: present(way.s12), at };
}

/** An angle brought to 0 to below 360 degrees. */
export function fullCircle(degrees: number): number {
  const turned = degrees % 360;
  const whole = turned < 0 ? turned + 360 : turned + 0;
  // The least angles below north are nearer to 360 than to the next number below it.
  return whole === 360 ? 0 : whole;
}

/** The turn from one direction to another, -180 to below 180 degrees, clockwise positive. */
export function turnBetween(fromDegrees: number, toDegrees: number): number {
  return fullCircle(toDegrees - fromDegrees + 180) - 180;
}

function rounded(lat: number, lon: number): Position {
  const lonE7 = Math.round(lon * 1e7) + 0;
  const wrapped = lonE7 > LON_E7_MAX ? lonE7 - 2 * LON_E7_MAX : lonE7;
  return { latE7: Math.round(lat * 1e7) + 0, lonE7: wrapped };
}
