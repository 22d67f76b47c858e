// One height in every reference. The standard atmosphere is written out here once more, by the
// formula of the troposphere alone, so that nothing is compared with itself.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bandIn, heightTexts, readHeight } from '../src/index.ts';
import type { HeightBound, HeightText, Position } from '../src/index.ts';

const DEIR_EZ_ZOR: readonly Position[] = [{ latE7: 353_359_000, lonE7: 401_408_000 }];

function bound(text: string): HeightBound {
  const read = readHeight(text);
  assert.ok(read.ok, text);
  return read.value;
}

function texts(text: string, known: Parameters<typeof heightTexts>[2] = {}): string[] {
  return heightTexts(bound(text), DEIR_EZ_ZOR, known).map((each) => each.text);
}

function inMetres(of: readonly HeightText[], reference: string): HeightText {
  const found = of.find((each) => each.reference === reference && each.unit === 'm');
  assert.ok(found !== undefined, reference);
  return found;
}

/** Pressure altitude in metres: T0 / L = 44,330.77 m; exponent 0.190263 (Doc 7488, 2.3). */
function altitudeOf(hectopascals: number): number {
  return 44_330.77 * (1 - (hectopascals / 1013.25) ** 0.190263);
}

test('what needs no pressure is given exactly, or by the geoid of the place', () => {
  // EGM96 lies 20.5 m above the ellipsoid at Deir ez-Zor; 1 m is its margin.
  assert.deepEqual(texts('5500 m AMSL').slice(0, 4), [
    '5 519 to 5 522 m HAE',
    '18 108 to 18 115 ft HAE',
    '5 500 m AMSL',
    '18 044.62 ft AMSL',
  ]);
});

test('a flight level is given in feet and metres of standard pressure, exactly', () => {
  const given = texts('FL180');
  for (const text of ['5 486.4 m STD', '18 000 ft STD', 'FL180']) assert.ok(given.includes(text));
});

test('with a QNH a flight level is what that altimeter shows, within its rounding', () => {
  const all = heightTexts(bound('FL180'), DEIR_EZ_ZOR, { qnhDecihectopascals: 10_080 });
  const qnh = inMetres(all, 'QNH');
  const exact = 100 * (5486.4 - altitudeOf(1008));
  assert.ok(qnh.lowerCentimetres <= exact && exact <= qnh.upperCentimetres);
  assert.ok(qnh.accuracyMetres < 0.5);
  assert.match(qnh.transformation, /ICAO Doc 7488.*QNH 1008 hPa/);
});

test('a height above ground stays as stated without a terrain model', () => {
  assert.deepEqual(texts('200 m AGL'), ['200 m AGL', '656.17 ft AGL']);
  const terrain = {
    title: 'Survey of 2015',
    rangeMetres: () => ({ leastMetres: 200, greatestMetres: 230, accuracyMetres: 5 }),
  };
  const amsl = inMetres(heightTexts(bound('200 m AGL'), DEIR_EZ_ZOR, { terrain }), 'AMSL');
  assert.equal(amsl.text, '395 to 435 m AMSL');
  assert.match(amsl.transformation, /the ground of Survey of 2015/);
});

test('nothing is given for "unlimited", and only the ground for the surface', () => {
  assert.deepEqual(texts('UNL'), []);
  assert.deepEqual(texts('SFC'), ['0 m AGL', '0 ft AGL']);
});

test('no pressure, no warmth and no geoid of those admitted leaves a readout above the sea', () => {
  const level = fc.integer({ min: 0, max: 250 });
  const qnh = fc.integer({ min: 9500, max: 10_500 });
  const degrees = fc.integer({ min: -25, max: 25 });
  fc.assert(
    fc.property(level, qnh, degrees, fc.boolean(), (fl, tenths, warmer, told) => {
      const known = told ? { qnhDecihectopascals: tenths } : {};
      const amsl = inMetres(heightTexts(bound(`FL${fl}`), DEIR_EZ_ZOR, known), 'AMSL');
      const shown = 30.48 * fl - altitudeOf(tenths / 10);
      // The air column is taller by its warmth: 4 % for 10 degrees (ICAO Doc 8168).
      const metres = shown * (1 + 0.004 * warmer);
      assert.ok(amsl.lowerCentimetres / 100 <= metres + 0.2, `${amsl.text}: ${metres}`);
      assert.ok(amsl.upperCentimetres / 100 >= metres - 0.2, `${amsl.text}: ${metres}`);
    }),
    { numRuns: 2000 },
  );
});

test('a band in another reference holds both its readouts, and says what it lacks', () => {
  const band = { lower: bound('FL100'), upper: bound('FL200') };
  const wide = bandIn(band, 'AMSL', DEIR_EZ_ZOR, { qnhDecihectopascals: 10_132 });
  assert.ok(wide.ok && wide.value.lower.kind === 'height' && wide.value.upper.kind === 'height');
  // 10,000 and 20,000 ft less and more than a tenth of them.
  assert.ok(wide.value.lower.centimetres <= 274_320 && wide.value.upper.centimetres >= 670_560);
  const agl = bandIn(band, 'AGL', DEIR_EZ_ZOR, {});
  assert.ok(!agl.ok);
  assert.match(agl.refusal.sentence, /The lower limit cannot be given in AGL without a terrain/);
});
