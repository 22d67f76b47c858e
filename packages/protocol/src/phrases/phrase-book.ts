// The whole phrase book as one Markdown table, for people who have no node.
import { directionOf, LANGUAGES } from './language.ts';
import type { Language } from './language.ts';
import { PHRASE_CODES } from './numbers.ts';
import { TABLES } from './tables.ts';
import type { PhraseCode } from './tables.ts';

const NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  ru: 'Русский',
  ar: 'العربية',
  he: 'עברית',
  tr: 'Türkçe',
};

const INTRODUCTION = `# The phrase book

Each phrase has a number, the same in every language, which never changes. Two officers without a
common language say the numbers to each other, and each reads the words in their own. What stands in
braces is filled by the message. The texts in Russian, Arabic, Hebrew and Turkish await native
military review.

\`parley phrases\` looks one up. This file is written by \`npm run protocol\` from
\`packages/protocol/src/phrases/\`.
`;

/** The text of docs/phrase-book.md: number, code, and the pattern in each language. */
export function phraseBook(): string {
  const rows = PHRASE_CODES.map((code, at) =>
    row([String(at + 1), `\`${code}\``, ...LANGUAGES.map((language) => cell(code, language))]),
  );
  const head = row(['#', 'code', ...LANGUAGES.map((language) => NAMES[language])]);
  const rule = row(['---:', ...Array.from({ length: LANGUAGES.length + 1 }, () => '---')]);
  return [INTRODUCTION, head, rule, ...rows, ''].join('\n');
}

// A page runs from left to right; a text of the other direction turns within its own cell alone.
function cell(code: PhraseCode, language: Language): string {
  const text = TABLES[language][code];
  return directionOf(language) === 'rtl' ? `\u2067${text}\u2069` : text;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
