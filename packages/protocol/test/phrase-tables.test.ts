// What every language of the phrase book must hold, whoever wrote it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { IntlMessageFormat } from 'intl-messageformat';
import { LANGUAGES, phrase, phraseBook, PHRASE_CODES } from '../src/index.ts';
import type { Language } from '../src/index.ts';
import { TABLES } from '../src/phrases/tables.ts';

type Elements = ReturnType<IntlMessageFormat['getAst']>;

/** Names of systems that every language writes in the same letters. */
const SAME_AS_ENGLISH: ReadonlySet<string> = new Set([
  'NOTAM',
  'ICAO',
  'MGRS',
  'UTM',
  'GARS',
  'GEOREF',
  'geo URI',
  'Plus code',
]);

function patternOf(code: (typeof PHRASE_CODES)[number], language: Language): string {
  return TABLES[language][code];
}

// The types of elements that a pattern may have, by their numbers in the tree.
const [LITERAL, ARGUMENT, PLURAL, POUND] = [0, 1, 6, 7];

/** The names of a pattern's slots; what is neither text, slot nor plural is a fault. */
function slotsOf(elements: Elements): string[] {
  return elements.flatMap((element) => {
    const type: number = element.type;
    const isText = type === LITERAL || type === POUND;
    if (isText || !('value' in element)) return [];
    if (type === ARGUMENT) return [element.value];
    assert(type === PLURAL && 'options' in element, `an element of type ${type}`);
    const inner = Object.values(element.options).flatMap(({ value }) => slotsOf(value));
    return [element.value, ...inner];
  });
}

function readPattern(pattern: string): string[] {
  const format = new IntlMessageFormat(pattern, 'en', undefined, { ignoreTag: true });
  return [...new Set(slotsOf(format.getAst()))].toSorted();
}

for (const language of LANGUAGES) {
  test(`${language}: every code has a pattern with the slots of the English one`, () => {
    assert.deepEqual(Object.keys(TABLES[language]).toSorted(), Object.keys(TABLES.en).toSorted());
    for (const code of PHRASE_CODES) {
      const found = readPattern(patternOf(code, language));
      assert.deepEqual(found, readPattern(patternOf(code, 'en')), `${language} ${code}`);
    }
  });

  test(`${language}: a phrase without its slots is its pattern, so no quote has eaten one`, () => {
    for (const code of PHRASE_CODES) {
      const shown = phrase(code, {}, language).replaceAll(/[\u2068\u2069]/g, '');
      assert.equal(shown, patternOf(code, language).replaceAll(/[\u2068\u2069]/g, ''), code);
    }
  });

  test(`${language}: every text is there, in Latin digits and in its canonical form`, () => {
    for (const code of PHRASE_CODES) {
      const pattern = patternOf(code, language);
      assert.notEqual(pattern, '', code);
      assert.equal(pattern, pattern.trim(), code);
      assert.equal(pattern, pattern.normalize('NFC'), code);
      for (const [digit] of pattern.matchAll(/\p{Nd}/gu)) assert.match(digit, /^[0-9]$/, code);
    }
  });

  test(`${language}: what turns the direction of a text is closed again`, () => {
    for (const code of PHRASE_CODES) {
      let open = 0;
      for (const mark of patternOf(code, language)) {
        assert.doesNotMatch(mark, /[\u202A-\u202E]/, code);
        if (/[\u2066-\u2068]/.test(mark)) open += 1;
        if (mark === '\u2069') open -= 1;
        assert(open >= 0, code);
      }
      assert.equal(open, 0, code);
    }
  });

  test(`${language}: no two codes of one kind read the same`, () => {
    const seen = new Map<string, string>();
    for (const code of PHRASE_CODES) {
      const kind = code.slice(0, code.indexOf('.'));
      if (kind === 'field') continue;
      const key = `${kind}: ${phrase(code, {}, language)}`;
      assert.equal(seen.get(key), undefined, `${code} reads like ${seen.get(key)}`);
      seen.set(key, code);
    }
  });
}

for (const language of LANGUAGES.filter((one) => one !== 'en')) {
  test(`${language}: nothing was left in English`, () => {
    const left = PHRASE_CODES.filter((code) => {
      const pattern = patternOf(code, language);
      return pattern === patternOf(code, 'en') && !SAME_AS_ENGLISH.has(pattern);
    });
    assert.deepEqual(left, []);
  });
}

test('docs/phrase-book.md is what `npm run protocol` writes, a row for each phrase', () => {
  const path = join(import.meta.dirname, '../../../docs/phrase-book.md');
  const kept = readFileSync(path, 'utf8');
  assert(kept === phraseBook(), 'docs/phrase-book.md is out of date: npm run protocol');
  const rows = kept.split('\n').filter((line) => /^\| \d/.test(line));
  assert.equal(rows.length, PHRASE_CODES.length);
  for (const row of rows) assert.equal(row.split('|').length, LANGUAGES.length + 4, row);
  assert(rows[50]?.startsWith('| 51 | `position.no-objection` | No objection | Возражений нет |'));
});
