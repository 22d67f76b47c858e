// The outcome of reading text that a person or another system wrote: a value, or a refusal that
// points at the character. Readers are total: they never throw, whatever the text.

/** Why a text was refused. `at` is the index (UTF-16, from 0) of the first character at fault. */
export type ReadRefusal = {
  readonly at: number;
  /** What stands there, at most 24 characters; 'the end of the text' when nothing does. */
  readonly found: string;
  /** What would have been right there. */
  readonly expected: string;
  /** Both in one sentence for a person; it counts characters from 1. */
  readonly sentence: string;
};

export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: ReadRefusal };

/** A reader's refusal: the only failing half of `Reading`, so it fits every `Reading<T>`. */
export type Refused = { readonly ok: false; readonly refusal: ReadRefusal };

const FOUND_CHARACTERS_MAX = 24;

/** Refuses `text` at index `at`; `length` is how much of it is at fault (default: one word). */
export function refuse(text: string, at: number, expected: string, length?: number): Refused {
  const from = splitsPair(text, at) ? at - 1 : at;
  const rest = text.slice(from);
  const word =
    length === undefined
      ? (/^\s*[^\s,;]*/.exec(rest)?.[0] ?? '')
      : rest.slice(0, splitsPair(rest, length) ? length + 1 : length);
  const whole = word.trim() === '' ? firstLetter(rest.trim()) : word.trim();
  const end = splitsPair(whole, FOUND_CHARACTERS_MAX) ? FOUND_CHARACTERS_MAX - 1 : undefined;
  const shown = whole.slice(0, end ?? FOUND_CHARACTERS_MAX);
  const found = shown === '' ? 'the end of the text' : shown;
  const quoted = shown === '' ? found : `"${shown}"`;
  const sentence = `At character ${from + 1}: found ${quoted}, expected ${expected}.`;
  return { ok: false, refusal: { at: from, found, expected, sentence } };
}

function firstLetter(text: string): string {
  return text.slice(0, splitsPair(text, 1) ? 2 : 1);
}

/** Whether a cut before `at` would leave half a letter on each side. */
function splitsPair(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}

/** Refuses a number that came as a number, not as text. `name` is what it stands for. */
export function refuseNumber(value: number, name: string, expected: string): Refused {
  const found = String(value);
  const sentence = `Expected ${expected}, but the ${name} is ${found}.`;
  return { ok: false, refusal: { at: 0, found, expected, sentence } };
}
