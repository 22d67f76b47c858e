// Reads the number of a height. A mark that may stand before thousands or decimals is refused.
import { START } from './read-step.ts';
import type { Stop } from './read-step.ts';

/** Digits, in threes or not; then decimals. Three digits after one mark are left to be refused. */
const NUMBER = /[+-]?(?:\d{1,3}(?:[ ٬]\d{3})+(?!\d)|\d+)(?:[.٫]\d+|,\d{1,2}(?!\d))?/y;

export type NumberStep = { readonly ok: true; readonly value: number; readonly end: number } | Stop;

/** The number at index `at` of folded text. */
export function readNumber(text: string, at: number): NumberStep {
  NUMBER.lastIndex = at;
  const digits = NUMBER.exec(text)?.[0];
  if (digits === undefined) return { ok: false, at, expected: START };
  const end = at + digits.length;
  if (/^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(digits)) {
    return doubtfulMark(text, at, at + digits.indexOf('.'));
  }
  const value = Number(digits.replace(/[ ٬]/g, '').replace(/[,٫]/, '.'));
  return { ok: true, value, end };
}

/** A comma or a point that may stand before thousands or before decimals. */
export function doubtfulMark(text: string, numberAt: number, markAt: number): Stop {
  const mark = text.charAt(markAt) === ',' ? 'comma' : 'point';
  const whole = text.slice(numberAt, markAt);
  const rest = /^\d*/.exec(text.slice(markAt + 1))?.[0] ?? '';
  const ways = `it may mean thousands (${whole} ${rest}) or decimals (${whole}٫${rest})`;
  const expected = `digits without a ${mark}: ${ways.replace('٫', mark === 'comma' ? '.' : ',')}`;
  return { ok: false, at: markAt, expected, length: 1 };
}
