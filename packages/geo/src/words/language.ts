// The languages that geo writes words about places, heights and times in.

/** The BCP 47 code of a language of the floor. */
export type Language = 'en' | 'ru' | 'ar' | 'he' | 'tr';

export const LANGUAGES: readonly Language[] = ['en', 'ru', 'ar', 'he', 'tr'];

/**
 * A number with its unit, a grid, a code or a time: set from left to right inside of words of any
 * direction, so that "(ROZ-1)" never comes apart (Unicode LRI and PDI). Only for `ar` and `he`, so
 * that texts of the other languages stay plain.
 */
export function isolated(text: string, language: Language): string {
  return language === 'ar' || language === 'he' ? `\u2066${text}\u2069` : text;
}

/** A name whose own letters tell its direction (Unicode FSI and PDI); as `isolated` otherwise. */
export function isolatedName(name: string, language: Language): string {
  return language === 'ar' || language === 'he' ? `\u2068${name}\u2069` : name;
}
