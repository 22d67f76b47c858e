// Reads one latitude or one longitude from its tokens: degrees, degrees and minutes, or degrees,
// minutes and seconds, with a sign or a hemisphere letter, or packed as in a NOTAM ("352009N").
import type { AngleToken } from './angle-tokens.ts';
import { LAT_E7_MAX, LON_E7_MAX } from './position.ts';
import { refuse } from '../reading/reading.ts';
import type { Reading, Refused } from '../reading/reading.ts';
import { present } from '../reading/present.ts';

export type Axis = 'lat' | 'lon';

export type Angle = {
  /** 1e-7 degree, signed. */
  readonly e7: number;
  /** How many numbers it was written with: 1 degrees, 2 and minutes, 3 and seconds. */
  readonly parts: 1 | 2 | 3;
  /** The size of the last digit stated, in degrees. */
  readonly precisionDegrees: number;
  /** Whether N, S, E or W was written. */
  readonly lettered: boolean;
  /** Whether minutes, and seconds, stood in one number with the degrees. */
  readonly packed: boolean;
};

type NumberToken = Extract<AngleToken, { kind: 'number' }>;

const NAMES = { lat: 'latitude', lon: 'longitude' } as const;
const LETTERS = { lat: 'NS', lon: 'EW' } as const;
const LETTERS_EXPECTED = { lat: 'N or S: the latitude comes first', lon: 'E or W' } as const;
const DEGREES_MAX = { lat: 90, lon: 180 } as const;
const MARKS = ['°', "'", '"'] as const;
const UNITS = ['degrees', 'minutes', 'seconds'] as const;
const NUMBER_CHARACTERS_MAX = 20;

/** Reads `tokens`, all of one coordinate. `end` is where the coordinate ends in `text`. */
export function readAngle(
  text: string,
  tokens: readonly AngleToken[],
  axis: Axis,
  end: number,
): Reading<Angle> {
  const seen: Seen = { numbers: [], letter: undefined, sign: undefined, closed: false };
  for (const token of tokens) {
    const fault = tokenFault(text, token, axis, seen);
    if (fault !== undefined) return fault;
    if (token.kind === 'number') seen.numbers.push(token);
    if (token.kind === 'letter') {
      seen.letter = token.text;
      seen.closed = seen.numbers.length > 0;
    }
    if (token.kind === 'sign') seen.sign = token.text;
  }
  const { numbers, letter, sign } = seen;
  if (numbers.length === 0) return refuse(text, end, `a ${NAMES[axis]}`);
  const parts = letter === undefined ? numbers : unpack(numbers, axis);
  const magnitude = readMagnitude(text, parts, axis);
  if (!magnitude.ok) return magnitude;
  const south = sign === '-' || letter === 'S' || letter === 'W';
  const e7 = (south ? -magnitude.value.e7 : magnitude.value.e7) + 0;
  const [lettered, packed] = [letter !== undefined, parts !== numbers];
  return { ok: true, value: { ...magnitude.value, e7, lettered, packed } };
}

/** What of a coordinate has been read. `closed`: its letter came after its numbers. */
type Seen = {
  readonly numbers: NumberToken[];
  letter: string | undefined;
  sign: string | undefined;
  closed: boolean;
};

/** The fault of one token where it stands, if any. */
function tokenFault(
  text: string,
  token: AngleToken,
  axis: Axis,
  { numbers, letter, sign, closed }: Seen,
): Refused | undefined {
  const { at, kind } = token;
  if (closed) return refuse(text, at, `nothing after the letter of the ${NAMES[axis]}`);
  switch (kind) {
    case 'label':
      if (token.text === axis && numbers.length === 0) return undefined;
      return refuse(text, at, `the ${NAMES[axis]}: the latitude comes first, then the longitude`);
    case 'letter':
      if (!LETTERS[axis].includes(token.text)) return refuse(text, at, LETTERS_EXPECTED[axis], 1);
      if (letter !== undefined) return refuse(text, at, 'one hemisphere letter, not two', 1);
      if (sign !== undefined) return refuse(text, at, 'either a sign or a hemisphere letter', 1);
      return undefined;
    case 'sign':
      if (numbers.length === 0 && sign === undefined && letter === undefined) return undefined;
      return refuse(text, at, 'one sign before the degrees, and no hemisphere letter with it', 1);
    case 'mark':
      return markFault(text, at, token.text, numbers.length);
    case 'number':
      if (numbers.length < 3) return undefined;
      return refuse(text, at, `at most three numbers for the ${NAMES[axis]}`);
    case 'separator':
      return refuse(text, at, `the ${NAMES[axis]}, without "${token.text}"`, 1);
  }
}

function markFault(text: string, at: number, mark: string, numbers: number): Refused | undefined {
  const right = MARKS[numbers - 1];
  if (right === undefined) return refuse(text, at, 'degrees before a mark', 1);
  return mark === right || mark === ':' ? undefined : refuse(text, at, `the mark ${right}`, 1);
}

/** "352009N" is 35 20 09 and "0400827E" is 040 08 27: two or three digits, then pairs. */
function unpack(numbers: readonly NumberToken[], axis: Axis): readonly NumberToken[] {
  const only = present(numbers[0]);
  const whole = present(only.text.split('.')[0]).length;
  const degreeDigits = axis === 'lat' ? 2 : 3;
  const pairs = whole - degreeDigits;
  if (numbers.length > 1 || (pairs !== 2 && pairs !== 4)) return numbers;
  const cuts = pairs === 2 ? [0, degreeDigits] : [0, degreeDigits, degreeDigits + 2];
  return cuts.map((cut, i) => ({
    kind: 'number',
    at: only.at + cut,
    text: only.text.slice(cut, cuts[i + 1]),
  }));
}

function readMagnitude(
  text: string,
  numbers: readonly NumberToken[],
  axis: Axis,
): Reading<Omit<Angle, 'lettered' | 'packed'>> {
  let e7 = 0;
  let unitsPerDegree = 1;
  for (const [i, number] of numbers.entries()) {
    const value = Number(number.text);
    const { at, text: digits } = number;
    const last = i === numbers.length - 1;
    if (digits.length > NUMBER_CHARACTERS_MAX) {
      return refuse(text, at, `at most ${NUMBER_CHARACTERS_MAX} digits`, digits.length);
    }
    if (i > 0 && !(value < 60)) {
      return refuse(text, at, `${UNITS[i]} below 60`, digits.length);
    }
    if (i === 0 && value > DEGREES_MAX[axis]) {
      const range = axis === 'lat' ? '-90 to 90' : '-180 to 180';
      return refuse(text, at, `a ${NAMES[axis]} of ${range} degrees`, digits.length);
    }
    if (!last && digits.includes('.')) {
      return refuse(text, at, `whole ${UNITS[i]} before ${UNITS[i + 1]}`, digits.length);
    }
    unitsPerDegree = 60 ** i;
    e7 += (value * 1e7) / unitsPerDegree;
  }
  e7 = Math.round(e7);
  if (e7 > (axis === 'lat' ? LAT_E7_MAX : LON_E7_MAX)) {
    return refuse(text, present(numbers[1]).at, `nothing beyond ${DEGREES_MAX[axis]} degrees`);
  }
  const decimals = present(numbers[numbers.length - 1]).text.split('.')[1]?.length ?? 0;
  const precisionDegrees = Math.max(1e-7, 10 ** -decimals / unitsPerDegree);
  return { ok: true, value: { e7, parts: numbers.length as 1 | 2 | 3, precisionDegrees } };
}
