// Cuts a written bearing into numbers, marks and words of five scripts. Every token keeps its place
// in the text as it was written, so that a refusal can point at it.
import { refuse } from '../reading/reading.ts';
import type { Reading, Refused } from '../reading/reading.ts';
import { bearingTerm } from './bearing-terms.ts';
import type { BearingTerm } from './bearing-terms.ts';

/** What one token says. */
type Said =
  | BearingTerm
  /** With a decimal point; `comma` when it was written with a comma. */
  | { readonly kind: 'number'; readonly digits: string; readonly comma: boolean }
  /** "37-33": hundreds and the rest of mils, 6000 to the circle. */
  | { readonly kind: 'pair'; readonly hundreds: number; readonly rest: number };

/** `at` and `length` are those in the text as it was written. */
export type BearingToken = Said & { readonly at: number; readonly length: number };

/** The text in small letters and plain digits; for each of its characters where it came from. */
type Folded = { readonly text: string; readonly from: readonly number[] };

type Cut = 'space' | 'sk42' | 'divisions' | 'pair' | 'number' | 'mark' | 'word' | 'sign';

const DASH = '[-\u2010-\u2015\u2212]';
/** In the order in which they are tried. */
const CUTS: readonly (readonly [Cut, RegExp])[] = [
  ['space', /\s+/y],
  ['sk42', /(?:sk|ск)[- ]?42(?!\d)/y],
  ['divisions', /д\. ?у(?![\p{L}])\.?/uy],
  ['pair', new RegExp(`(\\d{1,2})${DASH}(\\d{2})(?!\\d|[.,]\\d)`, 'y')],
  ['number', /\d+(?:[.,]\d+)?/y],
  ['mark', /["″”“]|['′’‘ʹ´`]{2}|['′’‘ʹ´`]|[°º˚]/y],
  ['word', /\p{L}+\.?/uy],
  // A dash before a digit may be a minus or a range, and a point a decimal one; elsewhere they only
  // part words.
  ['sign', new RegExp(`[;:()\\[\\]=/]|[,.](?!\\d)|${DASH}(?![.,]?\\d)`, 'y')],
];
const MARKS_BETWEEN = /\p{Mn}|[\u0640\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;
const SAME = new Map<string, string>([
  ['ı', 'i'],
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ک', 'ك'],
  ['ة', 'ه'],
  ['٫', '.'],
  ['،', ','],
]);
const ZEROES = [0x06_60, 0x06_f0, 0xff_10];

/** What a bearing is made of, for refusals. */
export const BEARING_EXPECTED =
  'a bearing with its north and its unit, such as 221° true, 216 degrees magnetic, ' +
  '3930 NATO mils grid or дирекционный угол 37-33';

/** The tokens of `text`, or a refusal at the first character that belongs in no bearing. */
export function bearingTokens(text: string): Reading<BearingToken[]> {
  const folded = fold(text);
  const tokens: BearingToken[] = [];
  let at = 0;
  while (at < folded.text.length) {
    const cut = cutAt(folded.text, at);
    const start = folded.from[at] ?? text.length;
    if (cut === undefined) return refuseAt(text, start);
    const [kind, found] = cut;
    const end = folded.from[at + found[0].length] ?? text.length;
    at += found[0].length;
    if (kind === 'space' || kind === 'sign') continue;
    const said = saidBy(kind, found, text.slice(start, end));
    if (said === undefined) return refuseAt(text, start, end - start);
    tokens.push({ ...said, at: start, length: end - start });
  }
  return { ok: true, value: tokens };
}

function refuseAt(text: string, at: number, length?: number): Refused {
  const found = text.slice(at, at + (length ?? 2));
  if (/^[tmg]$/.test(found)) {
    return refuse(text, at, 'T, M or G as a capital: a small letter is metres or another unit', 1);
  }
  if (new RegExp(`^${DASH}`).test(found)) {
    const expected = 'neither a minus nor a range: a hyphen stands in mils of 6000, such as 37-33';
    return refuse(text, at, expected);
  }
  return refuse(text, at, BEARING_EXPECTED, length);
}

function cutAt(text: string, at: number): readonly [Cut, RegExpExecArray] | undefined {
  for (const [kind, pattern] of CUTS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) return [kind, found];
  }
  return undefined;
}

function saidBy(
  kind: Exclude<Cut, 'space' | 'sign'>,
  found: RegExpExecArray,
  raw: string,
): Said | undefined {
  const whole = found[0];
  switch (kind) {
    case 'sk42':
      return { kind: 'grid', grid: 'SK42' };
    case 'divisions':
      return { kind: 'scale', scale: 6000 };
    case 'pair':
      return { kind: 'pair', hundreds: Number(found[1]), rest: Number(found[2]) };
    case 'number':
      return { kind: 'number', digits: whole.replace(',', '.'), comma: whole.includes(',') };
    case 'mark':
      if (/^[°º˚]/.test(whole)) return { kind: 'degree' };
      return { kind: /^["″”“]/.test(whole) || whole.length === 2 ? 'second' : 'minute' };
    case 'word':
      return bearingTerm(whole.replace(/\.$/, ''), raw.trim().replace(/\.$/, ''));
  }
}

function fold(text: string): Folded {
  const letters: string[] = [];
  const from: number[] = [];
  let at = 0;
  for (const character of text) {
    for (const part of character.normalize('NFD')) {
      if (MARKS_BETWEEN.test(part)) continue;
      for (const unit of plain(part).split('')) {
        letters.push(unit);
        from.push(at);
      }
    }
    at += character.length;
  }
  return { text: letters.join(''), from };
}

function plain(character: string): string {
  const code = character.charCodeAt(0);
  const zero = ZEROES.find((first) => code >= first && code <= first + 9);
  if (zero !== undefined) return String(code - zero);
  return SAME.get(character) ?? character.toLowerCase();
}
