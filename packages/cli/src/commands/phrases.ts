// parley phrases: the phrase book, as it is read out loud to somebody with another language.
import {
  directionOf,
  isLanguage,
  LANGUAGES,
  phrase,
  PHRASE_CODES,
  phraseNumber,
} from '@parley/protocol';
import type { Language, PhraseCode } from '@parley/protocol';
import { DONE, refused, wrongUsage } from '../command.ts';
import type { Command } from '../command.ts';
import { findPhrases } from '../phrases/find.ts';

const TEXT_WORDS_MAX = 40;

export const PHRASES: Command = {
  name: 'phrases',
  usage: '[NUMBER | CODE | TEXT...] [--language LANGUAGE,...]',
  summary: 'Prints the phrase book: number, code and text in five languages',
  details:
    'A phrase has one number in every language, so that two people without a common one can say\n' +
    'it: one reads the number, the other looks it up. TEXT is a part of a code, or of the text\n' +
    `in any language. LANGUAGE is one or more of ${LANGUAGES.join(', ')}; all without it.\n` +
    'What stands in braces is filled by the message.',
  options: { language: { type: 'string', multiple: true } },
  words: [0, TEXT_WORDS_MAX],
  run: async (given, { out }) => {
    const named = given.texts('language').flatMap((list) => list.split(','));
    const wrong = named.find((name) => !isLanguage(name));
    if (wrong !== undefined) {
      return wrongUsage(`--language: "${wrong}" is none of ${LANGUAGES.join(', ')}`);
    }
    const languages = named.length === 0 ? LANGUAGES : named.filter(isLanguage);
    const asked = given.words.join(' ').trim();
    const found = asked === '' ? undefined : findPhrases(asked);
    if (found?.ok === false) return refused(found.refusal);
    for (const code of found?.value ?? PHRASE_CODES) {
      for (const line of phraseLines(code, languages)) out(line);
    }
    return Promise.resolve(DONE);
  },
};

function phraseLines(code: PhraseCode, languages: readonly Language[]): string[] {
  const head = `#${phraseNumber(code)}`.padEnd(6) + code;
  return [head, ...languages.map((language) => `      ${language}  ${textIn(language, code)}`)];
}

// The line itself runs from left to right; text of the other direction turns within it alone.
function textIn(language: Language, code: PhraseCode): string {
  const text = phrase(code, {}, language);
  return directionOf(language) === 'rtl' ? `\u2067${text}\u2069` : text;
}
