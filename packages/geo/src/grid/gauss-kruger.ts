// SK-42 Gauss-Krueger, as Russian maps have it: X is north, Y is east and begins with the number of
// its zone of six degrees. Whether somebody has exchanged the two is found, never guessed.
import type { Position, PositionOutcome, PositionReading, Theatre } from '../position/position.ts';
import { positionOf } from '../position/position.ts';
import { inverse } from '../shape/geodesic.ts';
import { refuse } from '../reading/reading.ts';
import { datumFacts, fromWgs84, KRASSOWSKY, toWgs84 } from './datum.ts';
import type { Degrees } from './datum.ts';
import { mercatorOf } from './transverse-mercator.ts';
import type { GroundPoint } from './transverse-mercator.ts';

/** Metres on the grid: X north of the equator, Y east with the zone's number in the millions. */
export type Sk42Point = { readonly xMetres: number; readonly yMetres: number };

const KRUEGER = mercatorOf({ ...KRASSOWSKY, scale: 1 });
const ZONE_METRES = 1_000_000;
const FALSE_EAST_METRES = 500_000;
const ZONES = 60;
/** The greatest distance from the central meridian that is read: a zone and its overlap. */
const EAST_METRES_MAX = 450_000;
const NORTH_METRES_MAX = 10_003_000;

/** WGS-84 to SK-42 Gauss-Krueger, not rounded: within 1 mm of EPSG:284zz. Any zone by longitude. */
export function sk42Of({ latE7, lonE7 }: Position): Sk42Point {
  const { latDegrees, lonDegrees } = fromWgs84('SK42', latE7 / 1e7, lonE7 / 1e7);
  return sk42OfDegrees(latDegrees, lonDegrees);
}

/** Degrees on SK-42 itself to its grid. */
export function sk42OfDegrees(latDegrees: number, lonDegrees: number): Sk42Point {
  const { zone, ...ground } = inZone(latDegrees, lonDegrees);
  const { east, north } = KRUEGER.project(ground);
  return { xMetres: north, yMetres: zone * ZONE_METRES + FALSE_EAST_METRES + east };
}

/**
 * The zone of six degrees by longitude on SK-42, and the degrees from true north to grid north of
 * that zone, clockwise: a true bearing is a grid bearing ("дирекционный угол") plus these. Total.
 */
export function sk42Convergence({ latE7, lonE7 }: Position): {
  readonly zone: number;
  readonly degrees: number;
} {
  const { latDegrees, lonDegrees } = fromWgs84('SK42', latE7 / 1e7, lonE7 / 1e7);
  const { zone, ...ground } = inZone(latDegrees, lonDegrees);
  return { zone, degrees: KRUEGER.convergenceDegrees(ground) };
}

function inZone(latDegrees: number, lonDegrees: number): GroundPoint & { readonly zone: number } {
  const eastward = ((lonDegrees % 360) + 360) % 360;
  const zone = Math.min(ZONES, Math.floor(eastward / 6) + 1);
  return { zone, latE7: latDegrees * 1e7, lonE7: (eastward - (6 * zone - 3)) * 1e7 };
}

/** SK-42 Gauss-Krueger, the zone in the millions of Y, to WGS-84 in degrees, not rounded. */
export function sk42Degrees({ xMetres, yMetres }: Sk42Point): Degrees {
  const zone = Math.floor(yMetres / ZONE_METRES);
  const east = yMetres - zone * ZONE_METRES - FALSE_EAST_METRES;
  const ground = KRUEGER.unproject({ east, north: xMetres });
  const lonDegrees = 6 * zone - 3 + ground.lonE7 / 1e7;
  return toWgs84('SK42', ground.latE7 / 1e7, lonDegrees);
}

/** "X 3912555.4 Y 7603824.9": SK-42 by EPSG:5044, to the decimetre. */
export function writeSk42(position: Position): string {
  const { xMetres, yMetres } = sk42Of(position);
  return `X ${xMetres.toFixed(1)} Y ${yMetres.toFixed(1)}`;
}

type Number = { readonly value: number; readonly at: number; readonly precisionMetres: number };
type Numbers = { readonly first: Number; readonly second: Number; readonly labels: string };

const LABEL = String.raw`(?:SK-?42|СК-?42|GK|ГК|PULKOVO[ -]?1942|ПУЛКОВО[ -]?1942)[ ,:;]*`;
const GROUPED = String.raw`\d{1,3}(?:[ \u00a0]\d{3}){1,2}(?!\d)(?:\.\d{1,3})?`;
const PLAIN = String.raw`${GROUPED}|\d{6,8}(?:\.\d{1,3})?`;
const SIGNED = String.raw`[-−]?(?:${GROUPED}|\d{1,8}(?:\.\d{1,3})?)`;
// Spaces belong to what follows them, so that a run of them is gone through once for each part.
const AXIS = String.raw`([XYХУ])(?:\s*[:=])?\s*`;
const UNIT = String.raw`(?:\s*[мm])?`;
const COMMA = String.raw`(?:\s*[,;])?`;
const LABELLED = new RegExp(
  String.raw`^\s*(?:${LABEL})?${AXIS}(${SIGNED})${UNIT}${COMMA}\s*${AXIS}(${SIGNED})${UNIT}\s*$`,
  'iu',
);
const BARE = new RegExp(String.raw`^\s*(${LABEL})?(${PLAIN})${COMMA}\s+(${PLAIN})\s*$`, 'iu');

/**
 * Reads "X 3912555 Y 7603825" (Latin or Cyrillic letters, in either order) and, with seven or eight
 * digits or the word SK-42, bare pairs. Undefined when the text does not look like SK-42. An
 * easting without a zone needs `theatre.sk42Zone`. A bare pair that can be read both ways is
 * refused with both as candidates, and so are letters that seem exchanged: when X and Y as written
 * lie more than 1,500 km from `theatre.near`, and exchanged within 500 km. The digits are metres.
 */
export function readSk42(text: string, theatre: Theatre = {}): PositionOutcome | undefined {
  const numbers = numbersOf(text);
  if (numbers === undefined) return undefined;
  const { first, second, labels } = numbers;
  const [x, y] = labels === 'YX' ? [second, first] : [first, second];
  const straight = readingOf(text, x, y, theatre);
  const crossed = readingOf(text, y, x, theatre);
  const zoneless = y.value < ZONE_METRES && theatre.sk42Zone === undefined;
  if (typeof straight !== 'object') {
    if (labels !== '' && zoneless) return refuse(text, y.at, straight);
    if (typeof crossed !== 'object') return refuse(text, first.at, straight);
    return ambiguous(text, first.at, EXCHANGED, [crossed]);
  }
  if (typeof crossed !== 'object') return { ok: true, value: straight };
  if (labels === '')
    return ambiguous(text, first.at, UNTOLD, nearestFirst(theatre, straight, crossed));
  if (!seemsExchanged(theatre, straight, crossed)) return { ok: true, value: straight };
  return ambiguous(text, first.at, EXCHANGED, [crossed, straight]);
}

const EXCHANGED = 'X, the northing, and Y, the easting with its zone: here they seem exchanged';
const UNTOLD = 'X and Y told apart by their letters: these two can be either';
const AWAY_METRES = 1_500_000;
const AT_HAND_METRES = 500_000;

function ambiguous(
  text: string,
  at: number,
  expected: string,
  candidates: readonly PositionReading[],
): PositionOutcome {
  return { ok: false, refusal: { ...refuse(text, at, expected).refusal, candidates } };
}

function seemsExchanged(
  { near }: Theatre,
  straight: PositionReading,
  crossed: PositionReading,
): boolean {
  if (near === undefined) return false;
  const away = inverse(near, straight.position).distanceMetres;
  return away > AWAY_METRES && inverse(near, crossed.position).distanceMetres < AT_HAND_METRES;
}

function nearestFirst(
  { near }: Theatre,
  straight: PositionReading,
  crossed: PositionReading,
): PositionReading[] {
  if (near === undefined) return [straight, crossed];
  const metres = (of: PositionReading): number => inverse(near, of.position).distanceMetres;
  return [straight, crossed].toSorted((a, b) => metres(a) - metres(b));
}

function numbersOf(text: string): Numbers | undefined {
  const labelled = LABELLED.exec(text);
  if (labelled !== null) {
    const [, one = '', a = '', two = '', b = ''] = labelled;
    const labels = `${axisOf(one)}${axisOf(two)}`;
    if (labels === 'XX' || labels === 'YY') return undefined;
    const firstAt = text.indexOf(a);
    return { first: number(a, firstAt), second: number(b, text.lastIndexOf(b)), labels };
  }
  const bare = BARE.exec(text);
  if (bare === null) return undefined;
  const [, label = '', a = '', b = ''] = bare;
  const digits = (part: string): number => part.replace(/\..*$/, '').replace(/\D/g, '').length;
  const isGrid = label !== '' || (digits(a) >= 7 && digits(b) >= 7);
  if (!isGrid) return undefined;
  const firstAt = text.indexOf(a, label.length);
  return { first: number(a, firstAt), second: number(b, text.lastIndexOf(b)), labels: '' };
}

function axisOf(letter: string): 'X' | 'Y' {
  return /[XХ]/iu.test(letter) ? 'X' : 'Y';
}

function number(text: string, at: number): Number {
  const [whole = '', fraction = ''] = text.split('.');
  const sign = /^[-−]/.test(whole) ? -1 : 1;
  const value = sign * Number(`${whole.replace(/\D/g, '')}.${fraction || '0'}`);
  return { value, at, precisionMetres: 10 ** -fraction.length };
}

/** The reading with this northing and easting, or what is wrong with them. */
function readingOf(text: string, x: Number, y: Number, theatre: Theatre): PositionReading | string {
  const zoned = y.value >= ZONE_METRES;
  const zone = zoned ? Math.floor(y.value / ZONE_METRES) : theatre.sk42Zone;
  if (zone === undefined) return 'an easting that begins with its zone, such as 7603825';
  if (zone < 1 || zone > ZONES) return 'a zone of 1 to 60 at the head of the easting';
  const east = (zoned ? y.value % ZONE_METRES : y.value) - FALSE_EAST_METRES;
  if (Math.abs(east) > EAST_METRES_MAX) return 'an easting within 450 km of its central meridian';
  if (Math.abs(x.value) > NORTH_METRES_MAX) return 'a northing within 10003000 m of the equator';
  const half = Math.max(x.precisionMetres, y.precisionMetres) / 2;
  const corners = [
    [-half, -half],
    [-half, half],
    [half, half],
    [half, -half],
  ].map(([north = 0, e = 0]) => groundOf(zone, x.value + north, east + e));
  const position = groundOf(zone, x.value, east);
  const cell = corners.filter((corner) => corner !== undefined);
  if (position === undefined || cell.length < 4) return 'a place on the earth';
  const place = { latDegrees: position.latE7 / 1e7, lonDegrees: position.lonE7 / 1e7 };
  const { transformation, accuracyMetres } = datumFacts('SK42', place);
  return {
    position,
    form: 'SK42',
    precisionMetres: 2 * half,
    cell,
    transformation,
    accuracyMetres,
    asEntered: text,
  };
}

function groundOf(zone: number, north: number, east: number): Position | undefined {
  const yMetres = zone * ZONE_METRES + FALSE_EAST_METRES + east;
  const { latDegrees, lonDegrees } = sk42Degrees({ xMetres: north, yMetres });
  const position = positionOf(latDegrees, lonDegrees);
  return position.ok ? position.value : undefined;
}
