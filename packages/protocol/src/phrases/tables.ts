// The phrase book in each language: a language is one import and one line here.
import { ENGLISH } from './en.ts';
import type { Language } from './language.ts';
import { TURKISH } from './tr.ts';

export type PhraseCode = keyof typeof ENGLISH;

export const TABLES: Readonly<Partial<Record<Language, Readonly<Record<PhraseCode, string>>>>> = {
  en: ENGLISH,
  tr: TURKISH,
};
