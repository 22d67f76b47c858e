// Places by distance and direction from another, for worlds: exact enough, and quick.
import geodesicLibrary from 'geographiclib-geodesic';
import type { Position } from '@parley/geo';

const wgs84 = geodesicLibrary.Geodesic.WGS84;

/** The place `metres` from another along the geodesic that leaves it at an azimuth in degrees. */
export function fromMetres(from: Position, azimuthDegrees: number, metres: number): Position {
  const { lat2 = 0, lon2 = 0 } = wgs84.Direct(
    from.latE7 / 1e7,
    from.lonE7 / 1e7,
    azimuthDegrees,
    metres,
  );
  const lonE7 = Math.round(lon2 * 1e7);
  return { latE7: Math.round(lat2 * 1e7), lonE7: lonE7 === 1_800_000_000 ? -lonE7 : lonE7 };
}
