// Properties: no text makes a reader throw, and what is written is read back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import {
  direct,
  heightOf,
  inverse,
  outlinePlaceText,
  positionOf,
  readHeight,
  readInstant,
  readPosition,
  builtInWorld,
  findingsOf,
  writeHeight,
  writeInstant,
  writePosition,
} from '../src/index.ts';
import type { Described, Outline, Reading } from '../src/index.ts';

const SAMPLES = [
  '35.3359, 40.1408',
  '35°20\'09.2"N 040°08\'26.9"E',
  '37S FV 0412 0287',
  '352009N0400827E',
  'FL180',
  '18 000 ft AMSL',
  'SFC',
  '2016-09-17T13:55:00+03:00',
  '171355ZSEP16',
  '9 km south of Deir ez-Zor airfield',
];

/** A sample with some of its characters dropped, doubled, swapped or replaced. */
const mutated = fc
  .tuple(
    fc.constantFrom(...SAMPLES),
    fc.array(fc.tuple(fc.nat(60), fc.nat(3), fc.string({ unit: 'grapheme', maxLength: 2 })), {
      maxLength: 6,
    }),
  )
  .map(([sample, changes]) => {
    let text = sample;
    for (const [where, kind, piece] of changes) {
      const i = where % (text.length + 1);
      const kept = kind === 0 ? '' : kind === 1 ? text.charAt(i) + text.charAt(i) : piece;
      text = text.slice(0, i) + kept + text.slice(kind === 3 ? i : i + 1);
    }
    return text;
  });
const anyText = fc.oneof(mutated, fc.string({ unit: 'binary', maxLength: 300 }), fc.string());
const anyPosition = fc.record({
  latE7: fc.integer({ min: -900_000_000, max: 900_000_000 }),
  lonE7: fc.integer({ min: -1_800_000_000, max: 1_800_000_000 }),
});

function assertTotal<T>(reading: Reading<T>, text: string): void {
  if (reading.ok) return;
  const { at, found, expected, sentence } = reading.refusal;
  assert.ok(Number.isInteger(at) && at >= 0 && at <= text.length, sentence);
  assert.ok(found !== '' && expected !== '' && found.length <= 24);
}

test('no text makes a reader throw, and every refusal points into its text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      assertTotal(readPosition(text), text);
      assertTotal(readHeight(text), text);
      assertTotal(readInstant(text), text);
    }),
    { numRuns: 5000 },
  );
});

test('a position that is read is in range and made of integers', () => {
  fc.assert(
    fc.property(mutated, (text) => {
      const reading = readPosition(text);
      if (!reading.ok) return;
      const { latE7, lonE7 } = reading.value.position;
      assert.ok(Number.isInteger(latE7) && Math.abs(latE7) <= 900_000_000);
      assert.ok(Number.isInteger(lonE7) && Math.abs(lonE7) <= 1_800_000_000);
      assert.ok(reading.value.precisionMetres > 0);
    }),
    { numRuns: 5000 },
  );
});

test('every form is read back as the same position within its accuracy', () => {
  const accuracy = { DD: 0, DM: 0.14, DMS: 0.23, MGRS: 0.73 } as const;
  fc.assert(
    fc.property(anyPosition, fc.constantFrom('DD', 'DM', 'DMS', 'MGRS'), (position, form) => {
      const text = writePosition(position, form);
      const reading = readPosition(text);
      assert.ok(reading.ok, text);
      assert.equal(reading.value.form, form);
      const { distanceMetres } = inverse(position, reading.value.position);
      assert.ok(distanceMetres <= accuracy[form], `${text}: ${distanceMetres}`);
      // At a zone's border the centre of a square may lie in the next zone.
      if (form !== 'MGRS') assert.equal(writePosition(reading.value.position, form), text);
    }),
    { numRuns: 2000 },
  );
});

test('every height is read back exactly', () => {
  const stated = fc.oneof(
    fc.tuple(fc.integer({ min: 0, max: 3280 }), fc.constant('FL'), fc.constant('STD')),
    fc.tuple(
      fc.integer({ min: -500_000, max: 100_000_000 }).map((value) => value / 1000),
      fc.constantFrom('m', 'ft'),
      fc.constantFrom('HAE', 'AMSL', 'AGL', 'STD'),
    ),
  );
  fc.assert(
    fc.property(stated, ([value, unit, reference]) => {
      const height = heightOf(value, unit, reference);
      assert.ok(height.ok);
      assert.deepEqual(readHeight(writeHeight(height.value)), height);
    }),
    { numRuns: 2000 },
  );
});

test('every instant is read back exactly', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 7_258_118_399_999 }), (ms) => {
      assert.deepEqual(readInstant(writeInstant(ms)), { ok: true, value: ms });
    }),
  );
});

test('no pair of numbers makes a position throw or leave its range', () => {
  fc.assert(
    fc.property(fc.double(), fc.double(), (lat, lon) => {
      const position = positionOf(lat, lon);
      assert.equal(position.ok, Math.abs(lat) <= 90 && Math.abs(lon) <= 180);
    }),
  );
});

test('the place text of any circle has no finding against that circle', () => {
  fc.assert(
    fc.property(
      anyPosition,
      fc.integer({ min: 1, max: 3_000_000 }),
      (centre, radiusCentimetres) => {
        const outline = { kind: 'circle', centre, radiusCentimetres } as const;
        const { text } = outlinePlaceText(outline);
        assert.deepEqual(findingsOf(text, [anyTime(outline)], builtInWorld), [], text);
      },
    ),
    { numRuns: 300 },
  );
});

test('any words can be held against any small polygon', () => {
  const polygon = fc
    .tuple(
      anyPosition,
      fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 3, maxLength: 8 }),
    )
    .map(([middle, radii]) =>
      radii.map((radius, i) => direct(middle, (360 * i) / radii.length, radius)),
    );
  fc.assert(
    fc.property(anyText, polygon, (words, ring) => {
      for (const { sentence } of findingsOf(
        words,
        [anyTime({ kind: 'polygon', ring })],
        builtInWorld,
      )) {
        assert.match(sentence, /^The text /);
      }
    }),
    { numRuns: 500 },
  );
});

function anyTime(outline: Outline): Described {
  const band = { lower: { kind: 'surface' }, upper: { kind: 'unlimited' } } as const;
  return { outline, band, window: { startMs: 0, endMs: 7_258_118_400_000 } };
}
