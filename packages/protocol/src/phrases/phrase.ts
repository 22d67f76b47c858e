// The phrase book: coded statements as a person reads them.
import { ENGLISH } from './en.ts';

export type PhraseCode = keyof typeof ENGLISH;

/** The sentence of a code in English, its `{slots}` filled. A slot that is not given stays. */
export function phrase(code: PhraseCode, slots: Readonly<Record<string, string>> = {}): string {
  return ENGLISH[code].replaceAll(/\{(\w+)\}/g, (whole, name: string) => slots[name] ?? whole);
}

/** Whether a text is a code of the phrase book. */
export function isPhraseCode(code: string): code is PhraseCode {
  return Object.hasOwn(ENGLISH, code);
}
