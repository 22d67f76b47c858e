// The phrase book in each language: a language is one import and one line here.
import { ARABIC } from './ar.ts';
import { ENGLISH } from './en.ts';
import { HEBREW } from './he.ts';
import type { Language } from './language.ts';
import { RUSSIAN } from './ru.ts';
import { TURKISH } from './tr.ts';

export type PhraseCode = keyof typeof ENGLISH;

export const TABLES: Readonly<Record<Language, Readonly<Record<PhraseCode, string>>>> = {
  en: ENGLISH,
  ru: RUSSIAN,
  ar: ARABIC,
  he: HEBREW,
  tr: TURKISH,
};
