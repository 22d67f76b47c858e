// The phrase book: coded statements as a person reads them.
import { ENGLISH } from './en.ts';
import type { Language } from './language.ts';
import { messageOf } from './message.ts';
import type { Slots } from './message.ts';
import { TABLES } from './tables.ts';
import type { PhraseCode } from './tables.ts';

// Each pattern is read once, when it is first said.
const READY = new Map<string, (slots: Slots) => string>();

/**
 * The sentence of a code, its `{slots}` filled. A slot that is not given stays. The text of a slot
 * is never read as a pattern, and cannot change the order of the sentence around it.
 */
export function phrase(code: PhraseCode, slots: Slots = {}, language: Language = 'en'): string {
  const key = `${language} ${code}`;
  const ready = READY.get(key) ?? messageOf(TABLES[language][code], language);
  READY.set(key, ready);
  return ready(slots);
}

/** Whether a text is a code of the phrase book. */
export function isPhraseCode(code: string): code is PhraseCode {
  return Object.hasOwn(ENGLISH, code);
}
