// The military grid (MGRS, NGA.STND.0037), with its polar squares, on the WGS-84 ellipsoid: how its
// references are written and read.
import { BANDS, POLAR_BANDS, SQUARE_METRES, squareGround, squareOf } from './grid-square.ts';
import type { GroundPoint } from './transverse-mercator.ts';
import { LON_E7_MAX } from '../position/position.ts';
import type { Position, PositionReading } from '../position/position.ts';
import { refuse } from '../reading/reading.ts';
import type { Reading, Refused } from '../reading/reading.ts';
import { present } from '../reading/present.ts';

/** Digits for each of easting and northing: 5 is a square of 1 m, 0 of 100 km, 8 of 1 mm. */
const GRID_DIGITS_MAX = 8;

/** The square of 1 m that holds the position: "37S FV 03674 10891", polar "Z AH 00000 00000". */
export function writeGrid(position: Position): string {
  const { zone, band, column, row, eastMetres, northMetres } = squareOf(position);
  const name = `${zone === 0 ? '' : String(zone).padStart(2, '0')}${band} ${column}${row}`;
  return `${name} ${fiveDigits(eastMetres)} ${fiveDigits(northMetres)}`;
}

/** Whether a text begins as a grid reference does: zone, band and the two letters of a square. */
export function looksLikeGrid(text: string): boolean {
  return (
    /^\s*(?:MGRS:?\s*)?(?:\d{1,2}\s*[A-Z]|[ABYZ])\s*[A-Z]{2}(?![A-Z])/i.test(text) ||
    /^\s*MGRS\b/i.test(text)
  );
}

const REFERENCE = /^\s*(?:MGRS:?\s*)?(\d{1,2})?\s*([A-Z])\s*([A-Z])([A-Z])\s*(\d*)\s*(\d*)\s*$/i;

/**
 * Reads a grid reference of any precision, with or without spaces, in either case. The position is
 * the centre of the square stated. Refuses letters that name no zone, band or square.
 */
export function readGrid(text: string): Reading<PositionReading> {
  // One pattern takes what is right; what is wrong is taken apart again to name the character.
  const parts = REFERENCE.exec(text);
  if (parts === null) return faultOf(text);
  const [, zoneText, band = '', column = '', row = '', first = '', second = ''] = parts;
  const digits = first + second;
  const zone = Number(zoneText ?? 0);
  const isZone = zoneText === undefined || (zone >= 1 && zone <= 60);
  const isBand = (zoneText === undefined ? POLAR_BANDS : BANDS).includes(band.toUpperCase());
  const isEven = digits.length % 2 === 0 && (second === '' || first.length === second.length);
  if (!isZone || !isBand || !isEven || digits.length > 2 * GRID_DIGITS_MAX) return faultOf(text);
  const ground = squareGround({
    zone,
    band: band.toUpperCase(),
    column: column.toUpperCase(),
    row: row.toUpperCase(),
  });
  if (ground === undefined) return faultOf(text);
  const half = digits.length / 2;
  const side = SQUARE_METRES / 10 ** half;
  const east = Number(digits.slice(0, half));
  const north = Number(digits.slice(half));
  const place = ([eastShare, northShare]: Share): Position =>
    rounded(ground((east + eastShare) * side, (north + northShare) * side));
  return {
    ok: true,
    value: {
      position: place(MIDDLE),
      form: 'MGRS',
      precisionMetres: side,
      cell: CORNERS.map(place),
      transformation: 'WGS-84 as stated',
      accuracyMetres: 0,
      asEntered: text,
    },
  };
}

/** The first thing that is wrong with a text that `readGrid` cannot take. */
function faultOf(text: string): Refused {
  const label = /^\s*(?:MGRS:?\s*)?/i.exec(text)?.[0].length ?? 0;
  const head = /^(\d{1,2})?(\s*)([A-Z])?/i.exec(text.slice(label));
  const zone = head?.[1];
  const band = head?.[3];
  const bandAt = label + (zone ?? '').length + (head?.[2] ?? '').length;
  if (zone !== undefined && !(Number(zone) >= 1 && Number(zone) <= 60)) {
    return refuse(text, label, 'a grid zone of 1 to 60', zone.length);
  }
  const bands = zone === undefined ? POLAR_BANDS : BANDS;
  if (band === undefined || !bands.includes(band.toUpperCase())) {
    const which = zone === undefined ? 'a zone number, or a polar letter A, B, Y or Z' : 'a band';
    return refuse(text, bandAt, `${which}${zone === undefined ? '' : ' letter C to X'}`, 1);
  }
  const square = /^\s*([A-Z]{2})/i.exec(text.slice(bandAt + 1));
  if (square === null) {
    return refuse(text, bandAt + 1, 'the two letters of a 100 km square');
  }
  const squareAt = bandAt + 1 + square[0].length - 2;
  const fault = digitsFault(text, squareAt + 2);
  return fault ?? refuse(text, squareAt, `a 100 km square that lies in ${zone ?? ''}${band}`, 2);
}

type Share = readonly [east: number, north: number];
const MIDDLE: Share = [0.5, 0.5];
/** Counter-clockwise from south-west, in shares of the square's side. */
const CORNERS: readonly Share[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];

/** Easting and northing packed: "0412 0287" and "04120287" are the same, "041 20287" is refused. */
function digitsFault(text: string, from: number): Refused | undefined {
  const parts = /^\s*(\d*)(\s*)(\d*)\s*/.exec(text.slice(from));
  const first = parts?.[1] ?? '';
  const second = parts?.[3] ?? '';
  const end = from + (parts?.[0].length ?? 0);
  if (end < text.length) return refuse(text, end, 'digits of easting and northing, or the end');
  const at = from + present(/^\s*/.exec(text.slice(from)))[0].length;
  if (second !== '' && first.length !== second.length) {
    const expected = `as many digits of northing as of easting, ${first.length}`;
    return refuse(text, end - present(/\d+\s*$/.exec(text))[0].length, expected);
  }
  const digits = first + second;
  if (digits.length % 2 !== 0) return refuse(text, at, 'an even number of digits', digits.length);
  if (digits.length > 2 * GRID_DIGITS_MAX) {
    return refuse(text, at, `at most ${2 * GRID_DIGITS_MAX} digits`, digits.length + 1);
  }
  return undefined;
}

/** To 1e-7 degree; a square beyond 180 degrees is brought to the other side. */
function rounded({ latE7, lonE7 }: GroundPoint): Position {
  const turned = lonE7 - 2 * LON_E7_MAX * Math.round(lonE7 / (2 * LON_E7_MAX));
  return { latE7: Math.round(latE7) + 0, lonE7: Math.round(turned) + 0 };
}

function fiveDigits(metres: number): string {
  return String(Math.floor(metres)).padStart(5, '0');
}
