// Phrases by what somebody has of one: its number, its code, or words in any language.
import {
  accept,
  isPhraseCode,
  LANGUAGES,
  phrase,
  PHRASE_CODES,
  phraseOfNumber,
  refuse,
} from '@parley/protocol';
import type { Outcome, PhraseCode } from '@parley/protocol';

const SUGGESTED = 3;
// Longer than any code.
const LONGEST_COMPARED = 80;

/**
 * The phrases that `asked` may mean: a number, with or without #; a whole code; else every phrase
 * with it in its code or in its text in any language, whatever the case and the accents. Refused as
 * `not-found` if there is none, with the last number or the nearest codes.
 */
export function findPhrases(asked: string): Outcome<readonly PhraseCode[]> {
  const digits = /^#?(\d+)$/.exec(asked)?.[1];
  if (digits !== undefined) {
    const code = phraseOfNumber(Number(digits));
    if (code !== undefined) return accept([code]);
    const last = `a number from 1 to ${PHRASE_CODES.length}`;
    return refuse('not-found', 'NUMBER', `"${asked}" is the number of no phrase`, last);
  }
  if (isPhraseCode(asked)) return accept([asked]);
  const wanted = folded(asked);
  const found = PHRASE_CODES.filter((code) =>
    [code, ...LANGUAGES.map((language) => phrase(code, {}, language))].some((text) =>
      folded(text).includes(wanted),
    ),
  );
  if (found.length > 0) return accept(found);
  const near = nearestCodes(asked).join(', ');
  return refuse('not-found', 'CODE', `"${asked}" is no code and in no phrase`, near);
}

/** Without case, accents and isolates, so that what is easily typed finds what is written. */
function folded(text: string): string {
  const bare = text.normalize('NFKD').replace(/[\p{M}\u2066-\u2069]/gu, '');
  return bare.toLowerCase().replaceAll('ı', 'i');
}

/** The codes nearest to `text`, the nearest first: as a whole, or what is after their dot. */
function nearestCodes(text: string): PhraseCode[] {
  const asked = text.slice(0, LONGEST_COMPARED);
  const away = (code: PhraseCode): number =>
    Math.min(editsBetween(asked, code), editsBetween(asked, code.slice(code.indexOf('.') + 1)));
  const measured = PHRASE_CODES.map((code) => ({ code, edits: away(code) }));
  const sorted = measured.toSorted((a, b) => a.edits - b.edits);
  return sorted.slice(0, SUGGESTED).map(({ code }) => code);
}

/** How many characters must be put in, taken out or changed (Levenshtein's distance). */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, left] of a.split('').entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const changed = (row[j] ?? 0) + (left === b[j] ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
