// A finding as a sentence in the reader's own language, from its code and its numbers alone.
import type { Finding, Unworded } from './finding.ts';
import { englishSentence } from './sentence-en.ts';
import { russianSentence } from './sentence-ru.ts';

/**
 * The sentence of a finding: what was read, what was measured, by how much they differ. `en` or
 * `ru`; what the text says is quoted in its own words.
 */
export function sentenceOf(finding: Finding | Unworded<Finding>, language: 'en' | 'ru'): string {
  return language === 'ru' ? russianSentence(finding) : englishSentence(finding);
}
