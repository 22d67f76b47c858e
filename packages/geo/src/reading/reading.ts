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
  const rest = text.slice(at);
  const word =
    length === undefined ? (/^\s*[^\s,;]*/.exec(rest)?.[0] ?? '') : rest.slice(0, length);
  const shown = (word.trim() === '' ? rest.trim().slice(0, 1) : word.trim()).slice(
    0,
    FOUND_CHARACTERS_MAX,
  );
  const found = shown === '' ? 'the end of the text' : shown;
  const quoted = shown === '' ? found : `"${shown}"`;
  const sentence = `At character ${at + 1}: found ${quoted}, expected ${expected}.`;
  return { ok: false, refusal: { at, found, expected, sentence } };
}

/** Refuses a number that came as a number, not as text. `name` is what it stands for. */
export function refuseNumber(value: number, name: string, expected: string): Refused {
  const found = String(value);
  const sentence = `Expected ${expected}, but the ${name} is ${found}.`;
  return { ok: false, refusal: { at: 0, found, expected, sentence } };
}
