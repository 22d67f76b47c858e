// The military grid (MGRS, NGA.STND.0037), with its polar squares, on the WGS-84 ellipsoid: how its
// references are written and read.
import { BANDS, groundOf, POLAR_BANDS, SQUARE_METRES, squareOf } from './grid-square.ts';
import { LON_E7_MAX, positionOf } from '../position/position.ts';
import type { Position, PositionReading } from '../position/position.ts';
import { refuse } from '../reading/reading.ts';
import type { Reading } from '../reading/reading.ts';
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

/**
 * Reads a grid reference of any precision, with or without spaces, in either case. The position is
 * the centre of the square stated. Refuses letters that name no zone, band or square.
 */
export function readGrid(text: string): Reading<PositionReading> {
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
  const digits = readGridDigits(text, squareAt + 2);
  if (!digits.ok) return digits;
  const letters = present(square[1]).toUpperCase();
  const centre = placeInSquare(
    Number(zone ?? 0),
    band.toUpperCase(),
    letters,
    digits.value,
    MIDDLE,
  );
  if (centre === undefined) {
    return refuse(text, squareAt, `a 100 km square that lies in ${zone ?? ''}${band}`, 2);
  }
  const precisionMetres = SQUARE_METRES / 10 ** (digits.value.length / 2);
  const corners = CORNERS.map((corner) =>
    placeInSquare(Number(zone ?? 0), band.toUpperCase(), letters, digits.value, corner),
  );
  const cell = corners.filter((corner) => corner !== undefined);
  return {
    ok: true,
    value: {
      position: centre,
      form: 'MGRS',
      precisionMetres,
      ...(cell.length === CORNERS.length && { cell }),
      transformation: 'WGS-84 as stated',
      accuracyMetres: 0,
      asEntered: text,
    },
  };
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
function readGridDigits(text: string, from: number): Reading<string> {
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
  return { ok: true, value: digits };
}

/** A place in the square stated, or undefined when the letters name no square. */
function placeInSquare(
  zone: number,
  band: string,
  letters: string,
  digits: string,
  [eastShare, northShare]: Share,
): Position | undefined {
  const half = digits.length / 2;
  const side = SQUARE_METRES / 10 ** half;
  const ground = groundOf({
    zone,
    band,
    column: letters.charAt(0),
    row: letters.charAt(1),
    eastMetres: (Number(digits.slice(0, half)) + eastShare) * side,
    northMetres: (Number(digits.slice(half)) + northShare) * side,
  });
  if (ground === undefined) return undefined;
  const turns = Math.round(ground.lonE7 / (2 * LON_E7_MAX));
  const position = positionOf(ground.latE7 / 1e7, ground.lonE7 / 1e7 - 360 * turns);
  return position.ok ? position.value : undefined;
}

function fiveDigits(metres: number): string {
  return String(Math.floor(metres)).padStart(5, '0');
}
