// Cells that letters and digits name by halving degrees: GARS (NGA), GEOREF (DMA TM 8358.1), and
// Open Location Code (Plus codes). All on WGS-84; a reading is the cell's middle and its corners.
import type { Position, PositionForm, PositionOutcome } from '../position/position.ts';
import { LAT_E7_MAX, LON_E7_MAX } from '../position/position.ts';
import { refuse } from '../reading/reading.ts';

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const PLUS = '23456789CFGHJMPQRVWX';
const HALF_DEGREE_E7 = 5_000_000;
const MINUTE_E7 = 10_000_000 / 60;

/** The cell of 5 minutes that holds the position: "441LW32". */
export function writeGars(position: Position): string {
  const { lat, lon } = fromCorner(position);
  const [column, row] = [Math.floor(lon / HALF_DEGREE_E7), Math.floor(lat / HALF_DEGREE_E7)];
  const [x, y] = [(lon % HALF_DEGREE_E7) / MINUTE_E7, (lat % HALF_DEGREE_E7) / MINUTE_E7];
  const quadrant = (y < 15 ? 3 : 1) + (x < 15 ? 0 : 1);
  const key = 3 * (2 - Math.floor((y % 15) / 5)) + Math.floor((x % 15) / 5) + 1;
  const letters = `${LETTERS.charAt(Math.floor(row / 24))}${LETTERS.charAt(row % 24)}`;
  return `${String(column + 1).padStart(3, '0')}${letters}${quadrant}${key}`;
}

/** Reads "441LW", "441LW3" and "441LW32". Undefined when the text does not look like GARS. */
export function readGars(text: string): PositionOutcome | undefined {
  const parts = /^\s*(?:GARS:?\s*)?(\d{3})\s?([A-Z])([A-Z])(\d?)(\d?)\s*$/i.exec(text);
  if (parts === null) return undefined;
  const [, number = '', a = '', b = '', quadrant = '', key = ''] = parts;
  const rows = [a, b].map((letter) => LETTERS.indexOf(letter.toUpperCase()));
  const row = (rows[0] ?? 0) * 24 + (rows[1] ?? 0);
  const column = Number(number) - 1;
  const numberAt = text.indexOf(number);
  if (column < 0 || column >= 720) return refuse(text, numberAt, 'a column of 001 to 720', 3);
  if (rows.some((at) => at < 0) || row >= 360) {
    return refuse(text, numberAt + 3, 'a row of AA to QZ, without I and O', 2);
  }
  if (quadrant !== '' && !/[1-4]/.test(quadrant)) {
    return refuse(text, text.trimEnd().length - (key === '' ? 1 : 2), 'a quadrant of 1 to 4', 1);
  }
  if (key === '0') return refuse(text, text.trimEnd().length - 1, 'a key of 1 to 9', 1);
  let [west, south, minutes] = [column * HALF_DEGREE_E7, row * HALF_DEGREE_E7, 30];
  if (quadrant !== '') {
    minutes = 15;
    west += Number(quadrant) % 2 === 0 ? 15 * MINUTE_E7 : 0;
    south += Number(quadrant) <= 2 ? 15 * MINUTE_E7 : 0;
  }
  if (key !== '') {
    minutes = 5;
    west += ((Number(key) - 1) % 3) * 5 * MINUTE_E7;
    south += (2 - Math.floor((Number(key) - 1) / 3)) * 5 * MINUTE_E7;
  }
  return cellAt(text, 'GARS', south, west, minutes * MINUTE_E7, minutes * MINUTE_E7);
}

/** The cell of a thousandth of a minute that holds the position: "PKEF0844820153". */
export function writeGeoref(position: Position): string {
  const { lat, lon } = fromCorner(position);
  const fifteen = 150_000_000;
  const letter = (value: number): string => LETTERS.charAt(Math.floor(value));
  const tiles = `${letter(lon / fifteen)}${letter(lat / fifteen)}`;
  const degrees = `${letter((lon % fifteen) / 1e7)}${letter((lat % fifteen) / 1e7)}`;
  // Thousandths of a minute in integers: 3 of them are 500 units of 1e-7 degree.
  const thousandths = (value: number): string =>
    String(Math.floor(((value % 1e7) * 3) / 500)).padStart(5, '0');
  return `${tiles}${degrees}${thousandths(lon)}${thousandths(lat)}`;
}

/** Reads "PKEF", "PKEF0820" up to "PKEF0844820153": degree, minute, tenths to thousandths. */
export function readGeoref(text: string): PositionOutcome | undefined {
  const parts = /^\s*(?:(GEOREF):?\s*)?([A-Z]{4})\s?((?:\d\s?)*)$/i.exec(text.trimEnd());
  if (parts === null) return undefined;
  const [, word, tiles = '', spaced = ''] = parts;
  const digits = spaced.replace(/\s/g, '');
  if (word === undefined && digits === '') return undefined;
  const at = text.toUpperCase().indexOf(tiles.toUpperCase(), (word ?? '').length);
  const [x, y, i, j] = tiles
    .toUpperCase()
    .split('')
    .map((letter) => LETTERS.indexOf(letter));
  const bad = [x, y, i, j].findIndex((index, place) => {
    return index === undefined || index < 0 || index > (place === 0 ? 23 : place === 1 ? 11 : 14);
  });
  if (bad >= 0) {
    const range = ['A to Z', 'A to M', 'A to Q', 'A to Q'][bad];
    return refuse(text, at + bad, `a letter of ${range}, without I and O`, 1);
  }
  const half = digits.length / 2;
  if (![0, 2, 3, 4, 5].includes(half)) {
    return refuse(text, at + 4, '4, 6, 8 or 10 digits after the letters', digits.length || 1);
  }
  const unit = half === 0 ? 1e7 : MINUTE_E7 / 10 ** (half - 2);
  const [east, north] = [Number(digits.slice(0, half)), Number(digits.slice(half))];
  if (Math.max(east, north) >= 60 * 10 ** Math.max(0, half - 2)) {
    return refuse(text, at + 4, 'minutes below 60', digits.length);
  }
  const west = ((x ?? 0) * 15 + (i ?? 0)) * 1e7 + east * unit;
  const south = ((y ?? 0) * 15 + (j ?? 0)) * 1e7 + north * unit;
  return cellAt(text, 'GEOREF', south, west, unit, unit);
}

/** Digits after the plus sign. */
const PLUS_TAIL_MAX = 7;
const PAIR_STEPS_E7 = [200_000_000, 10_000_000, 500_000, 25_000, 1250];

/** The Plus code of 10 digits and one of refinement, about 3 m: "8G7X84PR+9C2". */
export function writePlusCode(position: Position): string {
  const { lat, lon } = fromCorner(position);
  let code = '';
  for (const step of PAIR_STEPS_E7) {
    code += PLUS.charAt(Math.floor(lat / step) % 20) + PLUS.charAt(Math.floor(lon / step) % 20);
    if (code.length === 8) code += '+';
  }
  // The eleventh digit is one of five rows and four columns of the last cell.
  const row = Math.floor((lat % 1250) / 250);
  const column = Math.floor((lon % 1250) / 312.5);
  return `${code}${PLUS.charAt(4 * row + column)}`;
}

/**
 * Reads a full Plus code of 2 to 15 digits, padded with zeros or not. Undefined when the text has
 * no plus sign in its place; a short code is refused, because it says nothing without a town.
 */
export function readPlusCode(text: string): PositionOutcome | undefined {
  const parts = /^\s*([2-9CFGHJMPQRVWX]{2,8})(0{0,6})\+([2-9CFGHJMPQRVWX]*)\s*$/i.exec(text);
  if (parts === null) return undefined;
  const [, head = '', zeros = '', tail = ''] = parts;
  const start = text.indexOf(head);
  if (head.length + zeros.length !== 8) {
    return refuse(text, start, 'a full code, eight places before the plus sign', head.length);
  }
  if (tail.length > PLUS_TAIL_MAX) {
    const cut = text.indexOf('+') + 1 + PLUS_TAIL_MAX;
    return refuse(text, cut, 'at most 15 digits: the rest would say nothing', 1);
  }
  if (head.length % 2 !== 0 || (zeros !== '' && tail !== '') || tail.length === 1) {
    return refuse(text, start, 'digits in pairs, and none after zeros', head.length);
  }
  const digits = `${head}${tail}`
    .toUpperCase()
    .split('')
    .map((digit) => PLUS.indexOf(digit));
  let [south, west, tall, wide] = [0, 0, 0, 0];
  for (const [at, digit] of digits.entries()) {
    const step = PAIR_STEPS_E7[Math.floor(at / 2)];
    if (step !== undefined) {
      [tall, wide] = [step, step];
      if (at % 2 === 0) south += digit * step;
      else west += digit * step;
      continue;
    }
    [tall, wide] = [tall / 5, wide / 4];
    south += Math.floor(digit / 4) * tall;
    west += (digit % 4) * wide;
  }
  if (south >= 2 * LAT_E7_MAX || west >= 2 * LON_E7_MAX) {
    return refuse(text, start, 'a first pair of 22 to CV', 2);
  }
  return cellAt(text, 'PLUS', south, west, tall, wide);
}

/** 1e-7 degree from 90 S 180 W; the north pole and 180 E are counted into the last cell. */
function fromCorner({ latE7, lonE7 }: Position): { readonly lat: number; readonly lon: number } {
  const lat = Math.min(latE7 + LAT_E7_MAX, 2 * LAT_E7_MAX - 1);
  return { lat, lon: (lonE7 + LON_E7_MAX) % (2 * LON_E7_MAX) };
}

function cellAt(
  text: string,
  form: PositionForm,
  south: number,
  west: number,
  tall: number,
  wide: number,
): PositionOutcome {
  const at = (up: number, right: number): Position => ({
    latE7: Math.min(LAT_E7_MAX, Math.round(south + up * tall - LAT_E7_MAX)) + 0,
    lonE7: Math.min(LON_E7_MAX, Math.round(west + right * wide - LON_E7_MAX)) + 0,
  });
  return {
    ok: true,
    value: {
      position: at(0.5, 0.5),
      form,
      precisionMetres: Number(((tall / 1e7) * 111_120).toPrecision(3)),
      cell: [at(0, 0), at(0, 1), at(1, 1), at(1, 0)],
      transformation: 'WGS-84 as stated',
      accuracyMetres: 0,
      asEntered: text,
    },
  };
}
