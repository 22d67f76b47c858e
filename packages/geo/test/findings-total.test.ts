// Any text gives findings or none, quickly: each stands where it says, in words of both languages.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { builtInWorld } from '../src/findings/built-in-world.ts';
import type { Described } from '../src/findings/finding.ts';
import { findingsOf } from '../src/findings/findings-of.ts';
import { sentenceOf } from '../src/findings/sentence.ts';
import { at } from './oracle.ts';

const VOLUME: Described = {
  outline: { kind: 'circle', centre: at(35.2555, 40.14), radiusCentimetres: 50_000 },
  band: {
    lower: { kind: 'surface' },
    upper: { kind: 'height', centimetres: 240 * 3048, unit: 'FL', reference: 'STD' },
  },
  window: { startMs: Date.UTC(2016, 8, 17, 12, 55), endMs: Date.UTC(2016, 8, 17, 13, 56) },
};
const PIECES = (
  '9 km|south of|the airfield|Deir ez-Zor|OSDZ|in northern|Syria|near|Palmyra|' +
  'FL180|-|240|from|to|' +
  'between|1255|1356Z|17 September 2016|not above|5500 m|35.2555N 40.1400E|37S ' +
  'FV 1234 5678|about|' +
  'в 9 км|южнее|аэродрома|Дейр-эз-Зор|на севере|Сирии|в районе|Пальмиры|эшелон 180|от|до|с|мск|' +
  '17 сентября|не выше|в провинции|Хомс|.|,|;|(|)|\n|«|»|°|العربية|דמשק|北|\u202e|\ud800|0|99999999'
).split('|');

test('any mixture of words is read without a throw, and findings stand where they say', () => {
  const words = fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6, unit: 'grapheme' })), {
      maxLength: 30,
    })
    .map((parts) => parts.join(' '));
  fc.assert(
    fc.property(words, (text) => {
      const found = findingsOf(text, [VOLUME], builtInWorld);
      assert.ok(found.length <= 50);
      for (const finding of found) {
        assert.ok('at' in finding);
        const written = text.slice(finding.at, finding.at + finding.said.length);
        assert.equal(written.replace(/\s/g, ' '), finding.said.replace(/\s/g, ' '));
        for (const language of ['en', 'ru'] as const) {
          const sentence = sentenceOf(finding, language);
          assert.ok(!/undefined|NaN|Infinity|\[object/.test(sentence), sentence);
        }
        assert.equal(finding.sentence, sentenceOf(finding, 'en'));
      }
    }),
    { numRuns: 600, seed: 17 },
  );
});

for (const piece of [
  '9 km south of ',
  'from 12 to ',
  'в районе Аа ',
  '1 ',
  'Aa ',
  'near Homs ',
  '°1',
]) {
  test(`the cost of "${piece}" over and over grows with its length, not with its square`, () => {
    const long = piece.repeat(10_000 / piece.length);
    const short = piece.repeat(1_000 / piece.length);
    // Ten times as long: a square would be a hundred times as much.
    const times = leastMs(long) / leastMs(short);
    assert.ok(times < 40, `${times.toFixed(1)} times`);
  });
}

test('a text that names nothing costs less than one that does', () => {
  const nothing = 'Please confirm receipt of this message. Просим подтвердить получение.';
  const something = 'Activity 9 km south of the airfield of Deir ez-Zor, from 12:55Z to 15Z.';
  assert.ok(leastMs(nothing) < leastMs(something));
});

/** The least of several runs, so that other work on the machine does not count. */
function leastMs(words: string): number {
  const runs = Array.from({ length: 7 }, () => {
    const startMs = performance.now();
    findingsOf(words, [VOLUME], builtInWorld);
    return performance.now() - startMs;
  });
  return Math.min(...runs);
}
