// The angle of a written bearing: its number in its own unit, and the units that it can be in.
import { present } from '../reading/present.ts';
import { refuse } from '../reading/reading.ts';
import type { Reading, Refused } from '../reading/reading.ts';
import { IN_CIRCLE } from './bearing.ts';
import type { BearingUnit } from './bearing.ts';
import type { BearingToken } from './bearing-tokens.ts';

/** A number and every unit that it can be in. */
export type Amount = {
  readonly value: number;
  /** The size of the last digit stated, in the same unit. */
  readonly precision: number;
  /** From true and magnetic north, where a unit may go without saying; one of them is told. */
  readonly units: readonly BearingUnit[];
  /** From grid north, where gunners say mils without their name too. */
  readonly gridUnits: readonly BearingUnit[];
  /** True when the number may be no bearing at all, though one unit fits it. */
  readonly mustAsk: boolean;
  /** What would settle the unit where it is open; else empty. */
  readonly question: string;
};

type Numeral = Extract<BearingToken, { kind: 'number' | 'pair' }>;
type Plain = Extract<BearingToken, { kind: 'number' }>;
type Scale = 6400 | 6000;
type Stated = { readonly scale: Scale | undefined; readonly isMils: boolean };

const NUMBER_CHARACTERS_MAX = 12;
const MILS = { 6400: 'mils6400', 6000: 'mils6000' } as const;
const BOTH: readonly BearingUnit[] = ['mils6400', 'mils6000'];
const ALL: readonly BearingUnit[] = ['degrees', ...BOTH];
/** A number, degrees before or after it, minutes and seconds: one letter for each token. */
const SHAPES = /^(?:nd?|dn|ndnm|ndnmns|p)$/;
const LETTERS = { number: 'n', pair: 'p', degree: 'd', minute: 'm', second: 's' } as const;

/** Reads the number among the tokens of a bearing, or refuses it where it stands. */
export function readAmount(text: string, tokens: readonly BearingToken[]): Reading<Amount> {
  const circle = circleNumber(text, tokens);
  const counted = tokens.filter((token) => token !== circle);
  const numerals = counted.filter((token) => token.kind === 'number' || token.kind === 'pair');
  const [first] = numerals;
  if (first === undefined) return refuse(text, text.trimEnd().length, 'a number');
  const long = numerals.find(({ length }) => length > NUMBER_CHARACTERS_MAX);
  if (long !== undefined) {
    return refuse(text, long.at, `at most ${NUMBER_CHARACTERS_MAX} characters`, long.length);
  }
  const stated = statedUnit(text, counted, circle);
  if (!stated.ok) return stated;
  const angle = counted.filter((token) => token.kind in LETTERS);
  const shape = angle.map(({ kind }) => LETTERS[kind as keyof typeof LETTERS]).join('');
  if (!SHAPES.test(shape)) return refuseShape(text, angle);
  if (first.kind === 'pair') return pairAmount(text, first, counted, stated.value);
  if (!shape.includes('d')) return plainAmount(text, first, stated.value);
  return degreesAmount(text, numerals as Plain[]);
}

/** The 6400 or 6000 that tells the circle, as in "3930 mils (6400)" and "3930/6400". */
function circleNumber(text: string, tokens: readonly BearingToken[]): BearingToken | undefined {
  const numbers = tokens.filter(({ kind }) => kind === 'number' || kind === 'pair');
  if (numbers.length !== 2) return undefined;
  return numbers.findLast((token) => {
    if (token.kind !== 'number' || !/^6[04]00$/.test(token.digits)) return false;
    const before = tokens[tokens.indexOf(token) - 1];
    const isOfMils = before?.kind === 'mil' || before?.kind === 'scale';
    return isOfMils || /[/(]\s*$/.test(text.slice(0, token.at));
  });
}

function statedUnit(
  text: string,
  tokens: readonly BearingToken[],
  circle: BearingToken | undefined,
): Reading<Stated> {
  let scale: Scale | undefined;
  if (circle?.kind === 'number') scale = circle.digits === '6400' ? 6400 : 6000;
  for (const token of tokens) {
    if (token.kind !== 'scale') continue;
    if (scale !== undefined && scale !== token.scale) {
      return refuse(text, token.at, `mils of ${scale} alone, as the text says too`, token.length);
    }
    scale = token.scale;
  }
  const mil = tokens.find(({ kind }) => kind === 'mil' || kind === 'scale') ?? circle;
  const angle = tokens.find(({ kind }) => ['degree', 'minute', 'second'].includes(kind));
  if (mil !== undefined && angle !== undefined) {
    const later = mil.at > angle.at ? mil : angle;
    return refuse(text, later.at, 'one unit, degrees or mils', later.length);
  }
  return { ok: true, value: { scale, isMils: mil !== undefined } };
}

/** Refuses the first number or mark that makes it more than one angle. */
function refuseShape(text: string, angle: readonly BearingToken[]): Refused {
  let shape = '';
  for (const [i, token] of angle.entries()) {
    shape += LETTERS[token.kind as keyof typeof LETTERS];
    if (/^(?:d|p|dn|n|nd|ndn|ndnm|ndnmn|ndnmns)$/.test(shape)) continue;
    // The mark of a second number shows that the number is a second one.
    const before = angle[i - 1];
    const { at, length } = /.n[dms]$/.test(shape) && before !== undefined ? before : token;
    const expected = 'one bearing: a number, or degrees with minutes and seconds as 216°30\'15"';
    return refuse(text, at, expected, length);
  }
  const end = present(angle.at(-1));
  return refuse(text, end.at + end.length, "the mark of the minutes or seconds, as in 216°30'");
}

function pairAmount(
  text: string,
  { at, length, hundreds, rest }: Extract<Numeral, { kind: 'pair' }>,
  tokens: readonly BearingToken[],
  { scale, isMils }: Stated,
): Reading<Amount> {
  if (scale === 6400) {
    return refuse(text, at, 'mils of 6400 without a hyphen, such as 3930', length);
  }
  const value = 100 * hundreds + rest;
  if (value > IN_CIRCLE.mils6000) return refuse(text, at, '0-00 to 60-00', length);
  // "Дирекционный угол" is the term of those who write mils with a hyphen.
  const isTerm = tokens.some(
    ({ kind, at: from }) => kind === 'north' && text.slice(from).toLowerCase().startsWith('дир'),
  );
  const mustAsk = !isMils && !isTerm && rest > hundreds;
  const question = `"mils 6000" after it, or one number: it may be ${hundreds} to ${rest} degrees`;
  return { ok: true, value: { ...told(value, 1, 'mils6000'), mustAsk, question } };
}

function plainAmount(
  text: string,
  { at, length, digits, comma }: Plain,
  { scale, isMils }: Stated,
): Reading<Amount> {
  const value = Number(digits);
  const [whole = '', decimals = ''] = digits.split('.');
  const precision = 10 ** -decimals.length;
  if (isMils && comma && decimals.length === 3) {
    return refuse(text, at, 'mils without a comma: this can be thousands or decimals', length);
  }
  if (scale !== undefined) {
    if (value > scale) return refuse(text, at, `0 to ${scale} mils of ${scale}`, length);
    return { ok: true, value: told(value, precision, MILS[scale]) };
  }
  const fitting = (isMils ? BOTH : ALL).filter((unit) => value <= IN_CIRCLE[unit]);
  const [only] = fitting;
  if (only === undefined) return refuse(text, at, 'at most 360 degrees or 6400 mils', length);
  if (isMils && fitting.length === 1) return { ok: true, value: told(value, precision, only) };
  const isSpoken = !isMils && whole.length <= 3 && only === 'degrees';
  const question = isMils
    ? 'whose mils they are: NATO mils (6400 to the circle) or mils 6000'
    : 'its unit: degrees, NATO mils (6400 to the circle) or mils 6000';
  const units = isSpoken ? [only] : fitting;
  const amount = { value, precision, units, gridUnits: fitting, mustAsk: !isMils && !isSpoken };
  return { ok: true, value: { ...amount, question } };
}

function degreesAmount(text: string, numbers: readonly Plain[]): Reading<Amount> {
  let value = 0;
  let precision = 1;
  for (const [i, { at, length, digits }] of numbers.entries()) {
    const name = present(['degrees', 'minutes', 'seconds'][i]);
    if (i > 0 && Number(digits) >= 60) return refuse(text, at, `${name} below 60`, length);
    if (i < numbers.length - 1 && digits.includes('.')) {
      return refuse(text, at, `whole ${name} before smaller parts`, length);
    }
    value += Number(digits) / 60 ** i;
    precision = 10 ** -(digits.split('.')[1] ?? '').length / 60 ** i;
  }
  const { at, length } = present(numbers[0]);
  if (value > IN_CIRCLE.degrees) return refuse(text, at, '0 to 360 degrees', length);
  return { ok: true, value: told(value, precision, 'degrees') };
}

function told(value: number, precision: number, unit: BearingUnit): Amount {
  return { value, precision, units: [unit], gridUnits: [unit], mustAsk: false, question: '' };
}
