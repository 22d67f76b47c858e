// Reads a position in any form that people write, latitude first. Anything that could be meant two
// ways is refused: a wrong position is worse than none.
import { readAngle } from './angle.ts';
import { angleTokens } from './angle-tokens.ts';
import type { AngleToken } from './angle-tokens.ts';
import { readGeoUri } from '../grid/geo-uri.ts';
import { readSk42 } from '../grid/gauss-kruger.ts';
import { looksLikeGrid, readGrid } from '../grid/mgrs.ts';
import { readGars, readGeoref, readPlusCode } from '../grid/named-cells.ts';
import { readUtm } from '../grid/utm.ts';
import { readPlace } from './read-place.ts';
import { onDatum, statedDatum } from './stated-datum.ts';
import { plainText } from './typography.ts';
import type { PositionForm, PositionOutcome, PositionReading, Theatre } from './position.ts';
import { refuse } from '../reading/reading.ts';
import type { Reading } from '../reading/reading.ts';
import { present } from '../reading/present.ts';

const TEXT_CHARACTERS_MAX = 200;
const METRES_PER_DEGREE = 111_120;
const FORMS: Readonly<Record<1 | 2 | 3, PositionForm>> = { 1: 'DD', 2: 'DM', 3: 'DMS' };

/**
 * Reads degrees ("35.3359, 40.1408"), degrees and minutes ("35 20.15N 40 8.45E"), degrees, minutes
 * and seconds ("35°20'09.2"N 040°08'26.9"E", "352009N0400827E") and MGRS ("37S FV 0412 0287").
 * Reads UTM, UPS, SK-42 Gauss-Krueger, GARS, GEOREF, Plus codes and `geo:` URIs too, and positions
 * told from a place ("9 km south of Deir ez-Zor airport", as `readPlace` says); degrees on
 * SK-42 or PZ-90.11 when the text names the datum, else on WGS-84. The latitude comes first. Angles
 * are rounded to 1e-7 degree; a grid reference gives the centre of its square, and its corners.
 * Never throws. Refused: values out of range, 60 minutes or seconds, letters of the wrong axis, a
 * sign beside a letter, one letter without the other, another datum, more than 200 characters; and
 * what can be read in several ways, with every reading as a candidate.
 */
export function readPosition(text: string, theatre: Theatre = {}): PositionOutcome {
  if (text.length > TEXT_CHARACTERS_MAX) {
    return refuse(text, TEXT_CHARACTERS_MAX, `at most ${TEXT_CHARACTERS_MAX} characters`);
  }
  if (text.trim() === '') {
    return refuse(text, text.length, 'a position, such as 35.3359, 40.1408 or 37S FV 03674 10891');
  }
  const claims = GRIDS.map((read) => read(text, theatre)).filter((claim) => claim !== undefined);
  const read = claims.filter((claim) => claim.ok);
  // A name alone is a place only where it is no grid: "ZAH" is a polar square, and Zahedan.
  const bare = claims.length > 0 && !/\d/.test(text);
  const told = bare ? undefined : readPlace(text, theatre);
  if (told !== undefined) return read.length === 0 ? told : severalForms(text, [...read], told);
  if (read.length === 1 && read[0] !== undefined) return read[0];
  if (read.length > 1) return severalForms(text, read);
  if (claims[0] !== undefined) return claims[0];
  const datum = statedDatum(text);
  if (datum === undefined) return readAnyType(text, text);
  if (!datum.ok) return datum;
  const degrees = readAnyType(text, datum.value.rest);
  return degrees.ok
    ? { ok: true, value: onDatum(text, degrees.value, datum.value.datum) }
    : degrees;
}

/** Degrees in any type; a refusal points into `text` as it was written. */
function readAnyType(text: string, degrees: string): PositionOutcome {
  const plain = plainText(unwrapped(degrees));
  const reading = readDegrees(plain.text);
  if (reading.ok) return { ok: true, value: { ...reading.value, asEntered: text } };
  const at = plain.from[reading.refusal.at] ?? text.length;
  const { refusal } = plain.text === text ? reading : refuse(text, at, reading.refusal.expected);
  const swapped = /^([^,;]+)[,;]([^,;]+)$/.exec(plain.text);
  if (swapped === null || !refusal.expected.startsWith('a latitude of'))
    return { ok: false, refusal };
  const [, first = '', second = ''] = swapped;
  const other = readDegrees(`${second.trim()}, ${first.trim()}`);
  if (!other.ok) return { ok: false, refusal };
  return { ok: false, refusal: { ...refusal, candidates: [{ ...other.value, asEntered: text }] } };
}

/** "(35.3, 40.1)" and the slash of ISO 6709 without them; every index stays. */
function unwrapped(text: string): string {
  return text
    .replace(/^(\s*)\((.*)\)(\s*)$/s, '$1 $2 $3')
    .replace(/^(\s*[-+]\d[^/]*)\/(\s*)$/, '$1 $2');
}

type GridReader = (text: string, theatre: Theatre) => PositionOutcome | undefined;

const GRIDS: readonly GridReader[] = [
  readGeoUri,
  readPlusCode,
  readUtm,
  readSk42,
  readGars,
  readGeoref,
  (text) => (looksLikeGrid(text) ? readGrid(text) : undefined),
];

/** `told` from a place, which may itself be open; its candidates come last. */
function severalForms(
  text: string,
  grids: readonly { readonly value: PositionReading }[],
  told?: PositionOutcome,
): PositionOutcome {
  const values = told?.ok === true ? [told.value] : (told?.refusal.candidates ?? []);
  const read = [...grids, ...values.map((value) => ({ value }))];
  const forms = [...new Set(read.map(({ value }) => value.form))].join(' or ');
  const start = text.length - text.trimStart().length;
  const { refusal } = refuse(text, start, `the name of the form before it: it can be ${forms}`);
  return { ok: false, refusal: { ...refusal, candidates: read.map(({ value }) => value) } };
}

function readDegrees(text: string): Reading<PositionReading> {
  const tokens = angleTokens(text);
  if (!tokens.ok) return tokens;
  const pair = splitPair(text, tokens.value);
  if (!pair.ok) return pair;
  // Letters or labels on both say which is which, in whatever order they stand.
  const [first, second] = pair.value;
  const turned = isMarked(first, 'lon') && isMarked(second, 'lat');
  const end = second[0]?.at ?? text.length;
  const lat = readAngle(text, turned ? second : first, 'lat', turned ? text.length : end);
  if (!lat.ok) return lat;
  const lon = readAngle(text, turned ? first : second, 'lon', turned ? end : text.length);
  if (!lon.ok) return lon;
  if (lat.value.lettered !== lon.value.lettered) {
    const missing = lat.value.lettered ? 'E or W for the longitude' : 'N or S for the latitude';
    const at = lat.value.lettered ? text.length : (second[0]?.at ?? text.length);
    return refuse(text, at, `${missing}, as the other has a letter`);
  }
  const precisionDegrees = Math.max(lat.value.precisionDegrees, lon.value.precisionDegrees);
  const parts = Math.max(lat.value.parts, lon.value.parts) as 1 | 2 | 3;
  return {
    ok: true,
    value: {
      position: { latE7: lat.value.e7, lonE7: lon.value.e7 },
      form: lat.value.packed && lon.value.packed ? 'ICAO' : FORMS[parts],
      precisionMetres: Number((precisionDegrees * METRES_PER_DEGREE).toPrecision(3)),
      transformation: 'WGS-84, as no datum was stated',
      accuracyMetres: 0,
      asEntered: text,
    },
  };
}

function isMarked(tokens: readonly AngleToken[], axis: 'lat' | 'lon'): boolean {
  const letters = axis === 'lat' ? 'NS' : 'EW';
  return tokens.some(
    (token) =>
      (token.kind === 'letter' && letters.includes(token.text)) ||
      (token.kind === 'label' && token.text === axis),
  );
}

type Pair = readonly [readonly AngleToken[], readonly AngleToken[]];

/** Where the latitude ends: at the separator, a letter, a label, a sign, a second degree mark. */
function splitPair(text: string, tokens: readonly AngleToken[]): Reading<Pair> {
  const separators = tokens.filter((token) => token.kind === 'separator');
  if (separators.length > 1) {
    const expected = 'one separator, between latitude and longitude (decimals take a point)';
    return refuse(text, present(separators[1]).at, expected, 1);
  }
  if (separators.length === 1) {
    const cut = tokens.indexOf(present(separators[0]));
    if (/^\s*[+-]?\d+,\d+\s*$/.test(text)) {
      const expected = 'a space after the comma, or a decimal point: this may be one number or two';
      return refuse(text, present(separators[0]).at, expected, 1);
    }
    return { ok: true, value: [tokens.slice(0, cut), tokens.slice(cut + 1)] };
  }
  const cut = secondStart(tokens);
  if (cut !== undefined) return { ok: true, value: [tokens.slice(0, cut), tokens.slice(cut)] };
  const numbers = tokens.filter((token) => token.kind === 'number');
  if (numbers.length === 0)
    return refuse(text, tokens[0]?.at ?? text.length, 'a latitude and a longitude');
  if (numbers.length === 1) return refuse(text, text.trimEnd().length, 'a longitude');
  if (numbers.length % 2 !== 0 || numbers.length > 6) {
    const expected = 'a comma between latitude and longitude: these numbers can be split two ways';
    return refuse(text, present(numbers[1]).at, expected);
  }
  const half = tokens.indexOf(present(numbers[numbers.length / 2]));
  return { ok: true, value: [tokens.slice(0, half), tokens.slice(half)] };
}

/** The index of the token that begins the longitude, when the writing itself tells. */
function secondStart(tokens: readonly AngleToken[]): number | undefined {
  const firstNumber = tokens.findIndex((token) => token.kind === 'number');
  if (firstNumber < 0) return undefined;
  const firstLetter = tokens.findIndex((token) => token.kind === 'letter');
  const isStart = (token: AngleToken, i: number): boolean => {
    if (i <= firstNumber) return false;
    if (token.kind === 'label' || token.kind === 'sign') return true;
    if (token.kind === 'letter') return firstLetter < firstNumber;
    return token.kind === 'number' && i > firstLetter && firstLetter > firstNumber;
  };
  const told = tokens.findIndex(isStart);
  if (told >= 0) return told;
  // "35°20' 40°08'": the number before the second degree mark begins the longitude.
  const degreeMarks = tokens.flatMap((t, i) => (t.kind === 'mark' && t.text === '°' ? [i] : []));
  return degreeMarks.length === 2 ? present(degreeMarks[1]) - 1 : undefined;
}
