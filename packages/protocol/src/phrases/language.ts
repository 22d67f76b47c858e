// The languages of the phrase book, and what text in each of them needs: a direction, Latin digits
// in every one, and slots that cannot turn the sentence around them.

/** In the order in which they are listed everywhere. */
export const LANGUAGES = ['en', 'ru', 'ar', 'he', 'tr'] as const;

export type Language = (typeof LANGUAGES)[number];

const RIGHT_TO_LEFT: ReadonlySet<Language> = new Set(['ar', 'he']);

/** Whether a text is the code of a language of the phrase book. */
export function isLanguage(text: string): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/** Which way a language is written, as the attribute `dir` of HTML says it. */
export function directionOf(language: Language): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
}

/** The locale for numbers and plurals. Digits are Latin, as on every chart and radio. */
export function localeOf(language: Language): string {
  return `${language}-u-nu-latn`;
}

// Embeddings, overrides and isolates: one that is left open in a value would reach past it.
const DIRECTION_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;
// A line break ends every isolate (Unicode Standard Annex 9, X8); other controls show nothing.
const BREAKS_AND_CONTROLS = /[\p{Cc}\u2028\u2029]/gu;
// The blocks of right-to-left scripts, and the two marks that act as a letter of one.
const RIGHT_TO_LEFT_LETTER =
  /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFE\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/**
 * A value as it may stand in a sentence of `language`: without line breaks and without controls of
 * direction, and inside an isolate where it could change the order of what is around it. In a
 * sentence from right to left every value could; from left to right only one with a letter of the
 * other direction, so that plain text stays plain.
 */
export function slotText(value: string, language: Language): string {
  const plain = value.replace(DIRECTION_CONTROLS, '').replace(BREAKS_AND_CONTROLS, ' ');
  const isolate = directionOf(language) === 'rtl' || RIGHT_TO_LEFT_LETTER.test(plain);
  return isolate && plain !== '' ? `${FIRST_STRONG_ISOLATE}${plain}${POP_ISOLATE}` : plain;
}
