// Heights in words of five languages: as written, and read back as the same height.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { heightOf, readHeight } from '../src/index.ts';
import type { HeightBound } from '../src/index.ts';
import { heightText } from '../src/height/height-text.ts';
import { LANGUAGES } from '../src/words/language.ts';

function bound(text: string): HeightBound {
  const read = readHeight(text);
  assert.ok(read.ok);
  return read.value;
}

test('a height is written in each language, numbers from left to right', () => {
  const amsl = bound('5500 m AMSL');
  assert.deepEqual(
    LANGUAGES.map((language) => heightText(amsl, language)),
    [
      '5 500 m above mean sea level (AMSL)',
      '5 500 м над уровнем моря (AMSL)',
      '\u20665 500\u2069 م فوق مستوى سطح البحر (\u2066AMSL\u2069)',
      '\u20665 500\u2069 מטר מעל פני הים (\u2066AMSL\u2069)',
      'deniz seviyesinden 5 500 m yüksekte (AMSL)',
    ],
  );
  const qnh = bound('5000 ft QNH 1008 excl');
  assert.deepEqual(
    LANGUAGES.map((language) => heightText(qnh, language)),
    [
      '5 000 ft on QNH 1008 hPa, not included',
      '5 000 фт по QNH 1008 hPa, не включая',
      '\u20665 000\u2069 قدم حسب \u2066QNH 1008 hPa\u2069، غير مشمول',
      '\u20665 000\u2069 רגל לפי \u2066QNH 1008 hPa\u2069, לא כולל',
      '5 000 ft QNH 1008 hPa, hariç',
    ],
  );
  assert.equal(heightText(bound('FL180'), 'ru'), 'FL180');
  assert.equal(heightText(bound('FL180'), 'he'), '\u2066FL180\u2069');
  assert.equal(heightText(bound('800 m QFE'), 'en'), '800 m on QFE (setting not stated)');
  assert.equal(heightText({ kind: 'surface' }, 'tr'), 'yer yüzeyi');
  assert.equal(heightText({ kind: 'unlimited' }, 'ar'), 'غير محدود');
});

const setting = (least: number) => fc.option(fc.integer({ min: least, max: 10_999 }));
const metric = fc.tuple(
  fc.integer({ min: -500_000, max: 100_000_000 }).map((value) => value / 1000),
  fc.constantFrom('m', 'ft'),
);
const stated = fc.oneof(
  fc.integer({ min: 0, max: 3280 }).map((level) => heightOf(level, 'FL', 'STD')),
  fc
    .tuple(metric, fc.constantFrom('HAE', 'AMSL', 'AGL', 'STD', 'QNH', 'QFE'))
    .map(([[value, unit], reference]) => heightOf(value, unit, reference)),
  fc
    .tuple(metric, setting(8500))
    .map(([[value, unit], set]) => heightOf(value, unit, 'QNH', set ?? undefined)),
  fc
    .tuple(metric, setting(5000))
    .map(([[value, unit], set]) => heightOf(value, unit, 'QFE', set ?? undefined)),
);

test('every height is read back as the same from every language', () => {
  const bounds: fc.Arbitrary<HeightBound> = fc.oneof(
    fc.constantFrom<HeightBound>({ kind: 'surface' }, { kind: 'unlimited' }),
    fc.tuple(stated, fc.boolean()).map(([height, excluded]) => {
      assert.ok(height.ok);
      return excluded ? { ...height.value, excluded: true as const } : height.value;
    }),
  );
  fc.assert(
    fc.property(bounds, fc.constantFrom(...LANGUAGES), (value, language) => {
      const text = heightText(value, language);
      assert.doesNotMatch(text, /[٠-٩۰-۹]/);
      assert.deepEqual(readHeight(text), { ok: true, value }, text);
    }),
    { numRuns: 10_000 },
  );
});

const SAMPLES = LANGUAGES.flatMap((language) =>
  [
    'FL180 excl',
    '18000 ft AMSL',
    '5000 ft QNH 1008',
    '800 m QFE 740 hPa',
    '200 m AGL',
    '1 m HAE',
  ].map((text) => heightText(bound(text), language)),
);
const PIECES = [
  '180',
  '5 500',
  '1,5',
  '٥٠٠',
  '٫',
  'м',
  'ft',
  'رגל',
  'מטר',
  'قدم',
  'yerden',
  'эшелон',
  'QFE',

  '740',
  'мм рт. ст.',
  'hPa',
  'до',
  'не включая',
  'حتى',
  'עד',
  'hariç',
  '\u2066',
  '\u0301',
  '(',
  'над уровнем моря',
  'above',
  'fl',
  '-',
  '.',
  ' ',
  'İ',
  'ё',
  '\ud800',
  'مستوى الطيران',
];

test('no words of five scripts, whole or in pieces, make the reader throw or point astray', () => {
  const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 10 });
  const mixed = fc.oneof(
    pieces.map((parts) => parts.join(' ')),
    pieces.map((parts) => parts.join('')),
    fc
      .tuple(fc.constantFrom(...SAMPLES), fc.nat(50), fc.nat(5), fc.constantFrom(...PIECES))
      .map(([text, from, count, piece]) => text.slice(0, from) + piece + text.slice(from + count)),
    fc.string({ unit: 'binary', maxLength: 130 }),
  );
  fc.assert(
    fc.property(mixed, (text) => {
      const read = readHeight(text);
      if (read.ok) {
        if (read.value.kind === 'height') assert.ok(Number.isInteger(read.value.centimetres));
        return;
      }
      const { at, found, expected } = read.refusal;
      assert.ok(Number.isInteger(at) && at >= 0 && at <= text.length);
      assert.ok(found !== '' && expected !== '');
    }),
    { numRuns: 20_000 },
  );
});
