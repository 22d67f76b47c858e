// Instants and windows as people write them in five scripts. 2016-09-17 was a Saturday; Moscow,
// Damascus, Jerusalem and Istanbul all were at +03:00 then.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { instantText, instantTexts, readInstant, readInstantAs, readWindow } from '../src/index.ts';
import { LANGUAGES } from '../src/words/language.ts';

const INSTANT = Date.UTC(2016, 8, 17, 13, 55);

test('one instant is read from dates in words, dots, groups and items of a NOTAM', () => {
  for (const [text, form, zone] of [
    ['2016-09-17T13:55:00Z', 'RFC3339', 'Z'],
    ['2016-09-17 16:55 Europe/Moscow', 'LOCAL', 'Europe/Moscow'],
    ['2016-09-17T16:55+03', 'RFC3339', '+03'],
    ['171355ZSEP16', 'DTG', 'Z'],
    ['171655C SEP 16', 'DTG', 'C'],
    ['B) 1609171355', 'NOTAM', 'Z'],
    ['17 Sep 2016 1355Z', 'WORDS', 'Z'],
    ['17SEP2016 13:55Z', 'WORDS', 'Z'],
    ['September 17, 2016 13:55 UTC', 'WORDS', 'Z'],
    ['Saturday, 17 September 2016, 13:55 Z', 'WORDS', 'Z'],
    ['1655 Damascus time, 17 September 2016', 'WORDS', 'Asia/Damascus'],
    ['17 Sep 2016 16:55 UTC+3', 'WORDS', '+03:00'],
    ['17 Sep 2016 16:55 +0300', 'WORDS', '+03:00'],
    ['17 сентября 2016 г. 16:55 МСК', 'WORDS', 'Europe/Moscow'],
    ['17 сентября 2016 16 ч 55 мин московского времени', 'WORDS', 'Europe/Moscow'],
    ['16:55 по московскому времени 17 сентября 2016 года', 'WORDS', 'Europe/Moscow'],
    ['17.09.2016 16:55 МСК', 'DOTS', 'Europe/Moscow'],
    ['17/09/2016 13:55Z', 'SLASHES', 'Z'],
    ['١٧ أيلول ٢٠١٦ ١٦:٥٥ بتوقيت دمشق', 'WORDS', 'Asia/Damascus'],
    ['17 سبتمبر 2016 16:55 بتوقيت موسكو', 'WORDS', 'Europe/Moscow'],
    ['17 בספטמבר 2016 16:55 שעון ישראל', 'WORDS', 'Asia/Jerusalem'],
    ['17 Eylül 2016 16:55 TSİ', 'WORDS', 'Europe/Istanbul'],
  ] as const) {
    const read = readInstantAs(text);
    assert.ok(read.ok, `${text}: ${read.ok ? '' : read.refusal.sentence}`);
    assert.deepEqual(
      [read.value.ms, read.value.form, read.value.zone],
      [INSTANT, form, zone],
      text,
    );
  }
});

test('what can be meant two ways is refused with both', () => {
  const slashes = readInstantAs('09/10/2016 13:55Z');
  assert.ok(!slashes.ok);
  assert.match(slashes.refusal.sentence, /day and month can be exchanged/);
  const ways = (slashes.refusal.candidates ?? []).map(({ ms }) => ms);
  assert.deepEqual(ways, [Date.UTC(2016, 9, 9, 13, 55), Date.UTC(2016, 8, 10, 13, 55)]);
  const bare = readInstantAs('1609171355');
  assert.ok(!bare.ok && bare.refusal.candidates?.[0]?.ms === INSTANT);
});

test('a refusal names the part that is at fault', () => {
  for (const [text, at, expected] of [
    ['Sunday 17 September 2016 13:55Z', 7, /a date that is a Sunday: 2016-09-17 is a Saturday/],
    ['31 Sep 2016 10:00Z', 0, /a day of 01 to 30/],
    ['17 Sep 2016 25:00Z', 12, /an hour of 00 to 23/],
    ['17 Sep 2016 16:55 IST', 18, /a known zone/],
    ['17 Sep 2016 16:55', 17, /a known zone/],
    ['17.13.2016 16:55 МСК', 0, /a month of 01 to 12/],
  ] as const) {
    const read = readInstantAs(text);
    assert.ok(!read.ok, text);
    assert.deepEqual([read.refusal.at, expected.test(read.refusal.expected)], [at, true], text);
  }
});

test('a window is read from groups, words, an interval, and an end without its date', () => {
  const endMs = Date.UTC(2016, 8, 17, 16, 55);
  for (const text of [
    '171355Z-171655ZSEP16',
    '171355Z to 171655Z SEP 2016',
    '2016-09-17T13:55:00Z/2016-09-17T16:55:00Z',
    'from 17 Sep 2016 1355Z to 17 Sep 2016 1655Z',
    'from 2016-09-17 16:55 Europe/Moscow to 19:55 Europe/Moscow',
    'с 17.09.2016 16:55 МСК до 17.09.2016 19:55 МСК',
    '2016-09-17 13:55Z – 16:55Z',
    '17 Sep 2016 1355Z-1655Z',
    '17.09.2016 с 16:55 до 19:55 МСК',
  ]) {
    const read = readWindow(text);
    assert.ok(read.ok, `${text}: ${read.ok ? '' : read.refusal.sentence}`);
    assert.deepEqual(read.value, { startMs: INSTANT, endMs }, text);
  }
  for (const [text, expected] of [
    ['171655Z-171355ZSEP16', /an end after the start/],
    ['2016-09-17 13:55Z', /a second time/],
    ['from 17 Sep 2016 1355Z to then', /./],
  ] as const) {
    const read = readWindow(text);
    assert.ok(!read.ok && expected.test(read.refusal.expected), text);
  }
});

test('each side reads it by its own clock, as of the date meant', () => {
  const texts = (ms: number, zone: string): string[] => {
    const read = instantTexts(ms, [zone]);
    assert.ok(read.ok);
    return read.value.map(({ text }) => text);
  };
  assert.deepEqual(texts(INSTANT, 'Moscow'), [
    '2016-09-17 13:55:00Z',
    '171355ZSEP16',
    '2016-09-17 16:55:00 +03:00 Europe/Moscow',
    '171655CSEP16',
  ]);
  // Moscow was at +04:00 from 2011 to 2014; Damascus at +02:00 in winters until 2022.
  assert.ok(texts(Date.UTC(2013, 0, 1), 'Moscow').includes('010400DJAN13'));
  assert.ok(texts(Date.UTC(2016, 0, 1), 'Asia/Damascus').includes('010200BJAN16'));
  assert.ok(texts(Date.UTC(2023, 0, 1), 'Asia/Damascus').includes('010300CJAN23'));
  // Istanbul stays at +03:00 since September 2016, Tehran at +03:30, which has no letter.
  assert.ok(texts(Date.UTC(2017, 0, 1), 'Europe/Istanbul').includes('010300CJAN17'));
  assert.deepEqual(texts(Date.UTC(2023, 6, 1), 'Asia/Tehran').length, 3);
  assert.ok(!instantTexts(INSTANT, ['Mars/Olympus']).ok);
});

test('in words of five languages, with Latin digits, and read back the same', () => {
  const said = (language: (typeof LANGUAGES)[number]): string => {
    const read = instantText(INSTANT, 'Europe/Moscow', language);
    assert.ok(read.ok);
    return read.value;
  };
  assert.equal(said('en'), '17 September 2016, 16:55:00 +03:00 (Europe/Moscow)');
  assert.equal(said('ru'), '17 сентября 2016 г., 16:55:00 +03:00 (Europe/Moscow)');
  assert.equal(said('tr'), '17 Eylül 2016, 16:55:00 +03:00 (Europe/Moscow)');
  assert.match(said('ar'), /أيلول\/سبتمبر/);
  const zones = fc.constantFrom('Europe/Moscow', 'Asia/Damascus', 'UTC', 'Asia/Tehran');
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 7_000_000_000 }),
      zones,
      fc.constantFrom(...LANGUAGES),
      (seconds, zone, language) => {
        const text = instantText(seconds * 1000, zone, language);
        assert.ok(text.ok);
        assert.deepEqual(readInstant(text.value), { ok: true, value: seconds * 1000 }, text.value);
      },
    ),
    { numRuns: 3000 },
  );
});

test('no words of five scripts make a reader of times throw or point astray', () => {
  const words = [
    '17',
    '2016',
    '1655',
    '16:55',
    'Sep',
    'сентября',
    'أيلول',
    'ספטמבר',
    'Eylül',
    'Z',
    'МСК',
    '+03:00',
    'to',
    'до',
    '/',
    '-',
    '.',
    'Saturday',
    'г.',
    '٢٠١٦',
    '\u2067',
    '\ud800',
    'İ',
  ];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...words), { maxLength: 14 }),
      fc.boolean(),
      (parts, s) => {
        const text = parts.join(s ? ' ' : '');
        for (const read of [readInstantAs(text), readWindow(text)]) {
          assert.ok(read.ok || (read.refusal.at >= 0 && read.refusal.at <= text.length), text);
        }
      },
    ),
    { numRuns: 5000 },
  );
});
