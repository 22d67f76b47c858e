// The number of every phrase. It is part of the protocol: two officers say it on a telephone when
// they share no language. The list only grows, at its end; a number is never given to another code,
// and a code is never taken out.
import { NUMBERS_TO_300 } from './numbers-to-300.ts';
import { NUMBERS_TO_600 } from './numbers-to-600.ts';
import { isPhraseCode } from './phrase.ts';
import type { PhraseCode } from './tables.ts';

const NUMBERS = { ...NUMBERS_TO_300, ...NUMBERS_TO_600 } satisfies Record<PhraseCode, number>;

const CODES: ReadonlyMap<number, PhraseCode> = new Map(
  Object.entries(NUMBERS).flatMap(([code, number]) =>
    isPhraseCode(code) ? [[number, code] as const] : [],
  ),
);

/** The codes of the phrase book by their numbers, from 1 up. */
export const PHRASE_CODES: readonly PhraseCode[] = [...CODES]
  .toSorted(([a], [b]) => a - b)
  .map(([, code]) => code);

/** The number of a code, the same in every language and for every party. */
export function phraseNumber(code: PhraseCode): number {
  return NUMBERS[code];
}

/** The code of a number, or undefined: a number of a later version of the phrase book. */
export function phraseOfNumber(number: number): PhraseCode | undefined {
  return CODES.get(number);
}
