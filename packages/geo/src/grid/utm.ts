// UTM and UPS (NGA.SIG.0012) as text. "37S" is zone 37, band S to some and zone 37 south to others:
// we write the hemisphere, after the word UTM, and never guess which was meant.
import type { Position, PositionOutcome, PositionReading } from '../position/position.ts';
import { positionOf } from '../position/position.ts';
import { refuse } from '../reading/reading.ts';
import { BANDS, zoneOf } from './grid-square.ts';
import { polarConvergenceDegrees, projectPolar, unprojectPolar } from './polar-stereographic.ts';
import {
  mercatorConvergenceDegrees,
  projectMercator,
  unprojectMercator,
} from './transverse-mercator.ts';

/** Metres with their false origins; zone 0 is UPS. */
export type UtmPoint = {
  readonly zone: number;
  readonly isNorth: boolean;
  readonly eastMetres: number;
  readonly northMetres: number;
};

const FALSE_EAST_METRES = 500_000;
const SOUTH_METRES = 10_000_000;
const POLAR_METRES = 2_000_000;
const NORTH_END_E7 = 840_000_000;
const SOUTH_END_E7 = -800_000_000;

/** UTM from 80 S to below 84 N, else UPS. Zones with the exceptions of Norway and Svalbard. */
export function utmOf(position: Position): UtmPoint {
  const { latE7, lonE7 } = position;
  const isNorth = latE7 >= 0;
  if (latE7 >= NORTH_END_E7 || latE7 < SOUTH_END_E7) {
    const { east, north } = projectPolar(position, isNorth);
    return {
      zone: 0,
      isNorth,
      eastMetres: POLAR_METRES + east,
      northMetres: POLAR_METRES + north,
    };
  }
  const zone = zoneOf(position);
  const { east, north } = projectMercator({ latE7, lonE7: lonE7 - (6 * zone - 183) * 1e7 });
  const northMetres = isNorth ? north : SOUTH_METRES + north;
  return { zone, isNorth, eastMetres: FALSE_EAST_METRES + east, northMetres };
}

/** What grid north is counted by: zone 1 to 60 of UTM, or 0 for UPS, and the hemisphere. */
export type UtmConvergence = {
  readonly zone: number;
  readonly isNorth: boolean;
  /** From true north to grid north, clockwise: a true bearing is a grid bearing plus this. */
  readonly degrees: number;
};

/** The convergence in the zone that `utmOf` takes; UPS from 84 N and below 80 S. Total. */
export function utmConvergence(position: Position): UtmConvergence {
  const { latE7, lonE7 } = position;
  const isNorth = latE7 >= 0;
  if (latE7 >= NORTH_END_E7 || latE7 < SOUTH_END_E7) {
    return { zone: 0, isNorth, degrees: polarConvergenceDegrees(position, isNorth) };
  }
  const zone = zoneOf(position);
  // 180 degrees east lies in zone 1, three degrees west of its central meridian at 177 west.
  const east = lonE7 - (6 * zone - 183) * 1e7;
  const turn = east > 1.8e9 ? 3.6e9 : 0;
  const degrees = mercatorConvergenceDegrees({ latE7, lonE7: east - turn });
  return { zone, isNorth, degrees };
}

/** "UTM 37N 603674mE 3910891mN", "UPS S 2000000mE 2000000mN": the square metre that holds it. */
export function writeUtm(position: Position): string {
  const { zone, isNorth, eastMetres, northMetres } = utmOf(position);
  const hemisphere = isNorth ? 'N' : 'S';
  const name = zone === 0 ? `UPS ${hemisphere}` : `UTM ${zone}${hemisphere}`;
  return `${name} ${Math.floor(eastMetres)}mE ${Math.floor(northMetres)}mN`;
}

const METRES = String.raw`(\d{1,8}(?:\.\d{1,3})?)`;
// Spaces belong to what follows them, so that a run of them is gone through once for each part.
const TEXT = new RegExp(
  String.raw`^\s*(?:(UTM|UPS)[ :]*)?(\d{1,2})?\s*([A-Z])\s+` +
    String.raw`${METRES}(?:\s*((?:m\s*)?E))?[ ,;]+${METRES}(?:\s*((?:m\s*)?N))?\s*$`,
  'i',
);

/**
 * Reads "UTM 37N 603674mE 3910891mN", "37 N 603674 3910891" and UPS. Undefined when the text does
 * not look so. After the word UTM the letter is the hemisphere; without it, a letter that is a band
 * too gives every place that it can mean: one is read, two are refused as candidates.
 */
export function readUtm(text: string): PositionOutcome | undefined {
  const parts = TEXT.exec(text);
  if (parts === null) return undefined;
  const [, word, zoneText, letterText = '', east = '', eastMark, north = ''] = parts;
  // Without a word or a mark, short numbers may be degrees and minutes.
  const marked = word !== undefined || (eastMark ?? '') !== '';
  if (!marked && (east.length < 5 || north.length < 5)) return undefined;
  const letter = letterText.toUpperCase();
  const zone = zoneText === undefined ? 0 : Number(zoneText);
  const isPolar = word?.toUpperCase() === 'UPS';
  const letterAt = text.toUpperCase().indexOf(letter, (word ?? '').length);
  if (zone === 0 && !isPolar) return undefined;
  if (isPolar !== (zone === 0) || zone > 60) {
    return refuse(text, letterAt, isPolar ? 'UPS without a zone' : 'a zone of 1 to 60', 1);
  }
  const readings = [
    ...(letter === 'N' || letter === 'S' ? [place(text, zone, letter === 'N', east, north)] : []),
    ...(word === undefined && BANDS.includes(letter)
      ? [ofBand(text, zone, letter, east, north)]
      : []),
  ].filter((reading) => reading !== undefined);
  const [only] = readings;
  const same = readings.every(({ position }) => position.latE7 === only?.position.latE7);
  if (only !== undefined && same) return { ok: true, value: only };
  const expected =
    only === undefined
      ? 'a hemisphere N or S, and metres that lie in that zone'
      : 'the word UTM before a hemisphere, or MGRS: the letter can be a band too';
  const { refusal } = refuse(text, letterAt, expected, 1);
  return {
    ok: false,
    refusal: only === undefined ? refusal : { ...refusal, candidates: readings },
  };
}

// With a band, the northing counts from the equator or, in the south, from 10,000 km below it.
function ofBand(
  text: string,
  zone: number,
  band: string,
  east: string,
  north: string,
): PositionReading | undefined {
  const reading = place(text, zone, band >= 'N', east, north);
  if (reading === undefined) return undefined;
  const at = Math.min(19, Math.floor(reading.position.latE7 / 8e7) + 10);
  return BANDS.charAt(at) === band ? reading : undefined;
}

function place(
  text: string,
  zone: number,
  isNorth: boolean,
  eastText: string,
  northText: string,
): PositionReading | undefined {
  const decimals = Math.min(fractionDigits(eastText), fractionDigits(northText));
  const side = 10 ** -decimals;
  const [east, north] = [Number(eastText), Number(northText)];
  const whole = decimals === 0;
  // Whole metres name a square, as MGRS does; decimals name a point.
  const middle = whole ? side / 2 : 0;
  const position = groundOf(zone, isNorth, east + middle, north + middle);
  const low = middle - side / 2;
  const corners = [
    [low, low],
    [low + side, low],
    [low + side, low + side],
    [low, low + side],
  ].map(([e = 0, n = 0]) => groundOf(zone, isNorth, east + e, north + n));
  const cell = corners.filter((corner) => corner !== undefined);
  if (position === undefined || cell.length < 4) return undefined;
  return {
    position,
    form: zone === 0 ? 'UPS' : 'UTM',
    precisionMetres: side,
    cell,
    transformation: 'WGS-84 as stated',
    accuracyMetres: 0,
    asEntered: text,
  };
}

/** Inside of the zone and its overlap, or of the polar cap; else undefined. */
function groundOf(
  zone: number,
  isNorth: boolean,
  eastMetres: number,
  northMetres: number,
): Position | undefined {
  if (zone === 0) {
    const [east, north] = [eastMetres - POLAR_METRES, northMetres - POLAR_METRES];
    const ground = unprojectPolar({ east, north }, isNorth);
    const inside = Math.abs(ground.latE7) >= 795_000_000;
    return inside ? rounded(ground.latE7, ground.lonE7) : undefined;
  }
  const north = isNorth ? northMetres : northMetres - SOUTH_METRES;
  const inNorth = isNorth ? north >= 0 && north < 9_400_000 : north <= 0 && north > -9_000_000;
  if (!inNorth || eastMetres < 100_000 || eastMetres >= 900_000) return undefined;
  const ground = unprojectMercator({ east: eastMetres - FALSE_EAST_METRES, north });
  const lonE7 = ground.lonE7 + (6 * zone - 183) * 1e7;
  return rounded(
    ground.latE7,
    lonE7 > 1.8e9 ? lonE7 - 3.6e9 : lonE7 < -1.8e9 ? lonE7 + 3.6e9 : lonE7,
  );
}

function rounded(latE7: number, lonE7: number): Position | undefined {
  const position = positionOf(latE7 / 1e7, lonE7 / 1e7);
  return position.ok ? position.value : undefined;
}

function fractionDigits(text: string): number {
  return (text.split('.')[1] ?? '').length;
}
