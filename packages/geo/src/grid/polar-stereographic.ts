// The polar stereographic projection of UPS. NGA.SIG.0012 2.0.0 (2014), in terms of the conformal
// latitude; exact, and well behaved at the pole itself.
import {
  conformalTangent,
  e7Of,
  ECCENTRICITY,
  EQUATOR_METRES,
  FLATTENING,
  geodeticTangent,
  sineAndCosine,
} from './conformal.ts';
import type { GridPoint, GroundPoint } from './transverse-mercator.ts';

const SCALE = 0.994;
const POLE_E7 = 900_000_000;
/** The distance from the pole on the projection is this, times tan(45 - conformal latitude / 2). */
const REACH =
  (2 * SCALE * EQUATOR_METRES) /
  ((1 - FLATTENING) * Math.exp(ECCENTRICITY * Math.atanh(ECCENTRICITY)));

/** From the ground to metres from the pole, with y up the 180th meridian in the north. */
export function projectPolar({ latE7, lonE7 }: GroundPoint, isNorth: boolean): GridPoint {
  const [sinLat, cosLat] = sineAndCosine(Math.abs(latE7));
  const tangent = conformalTangent(sinLat / cosLat);
  const distance =
    Math.abs(latE7) === POLE_E7 ? 0 : REACH / (Math.hypot(1, tangent) + Math.max(0, tangent));
  const [sinLon, cosLon] = sineAndCosine(lonE7);
  return { east: distance * sinLon, north: distance * (isNorth ? -cosLon : cosLon) };
}

/** From metres from the pole back to the ground. */
export function unprojectPolar({ east, north }: GridPoint, isNorth: boolean): GroundPoint {
  const share = Math.hypot(east, north) / REACH;
  const lat = share === 0 ? POLE_E7 : e7Of(Math.atan(geodeticTangent((1 / share - share) / 2)));
  const lonE7 = share === 0 ? 0 : e7Of(Math.atan2(east, isNorth ? -north : north));
  return { latE7: isNorth ? lat : -lat, lonE7 };
}

/**
 * Degrees from true north to grid north, clockwise, -180 to 180: the longitude in the north, and
 * its negative in the south, as meridians are straight lines (NGA.SIG.0012, section 8). At the pole
 * itself, true north is taken along the longitude that the position has.
 */
export function polarConvergenceDegrees({ lonE7 }: GroundPoint, isNorth: boolean): number {
  return (isNorth ? lonE7 : -lonE7) / 1e7 + 0;
}
