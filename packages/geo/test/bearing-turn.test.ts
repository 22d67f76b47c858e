// Bearings from one north to another, and as each side writes them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readBearing } from '../src/bearing/read-bearing.ts';
import { bearingFrom, trueBearing } from '../src/bearing/true-bearing.ts';
import { bearingTexts } from '../src/bearing/write-bearing.ts';
import type { BearingForm } from '../src/bearing/write-bearing.ts';
import { ask, at, line, numbersFrom, numbersIn } from './oracle.ts';

const DEIR_EZ_ZOR = at(35.3359, 40.1408);
const SEPTEMBER_2016 = Date.UTC(2016, 8, 17, 13, 55);
const MIDDLE_2026 = Date.UTC(2026, 6, 1);

function turnBetween(one: number, other: number): number {
  return Math.abs(((((one - other) % 360) + 540) % 360) - 180);
}

function trueOf(text: string, grid: 'UTM' | 'SK42' | undefined, ms = MIDDLE_2026): number {
  const reading = readBearing(text);
  assert.ok(reading.ok, text);
  const turned = trueBearing(reading.value, DEIR_EZ_ZOR, ms, grid);
  assert.ok(turned.ok, JSON.stringify(turned));
  return turned.value.degrees;
}

test('a magnetic bearing is turned by the declination of its own date, east added', () => {
  // magvar 2.2.0: 5.41 E in the middle of 2026. geomagnetism 0.2.0 asked for the very day, which
  // counts 2016 as 1/365 longer: 5.0592 E on 17 September 2016.
  assert.ok(Math.abs(trueOf('216M', undefined) - 221.41) < 0.0055);
  assert.ok(Math.abs(trueOf('216M', undefined, SEPTEMBER_2016) - 221.0592) < 0.001);
});

test('a grid bearing is turned by the convergence of GeoConvert and of proj', () => {
  // GeoConvert -c: 0.6598620 E. proj -V on SK-42: 0.65986 E with the shift of the datum, 4 seconds.
  assert.ok(Math.abs(trueOf('220° grid', 'UTM') - 220.659_862) < 1e-6);
  assert.ok(Math.abs(trueOf('220° grid', 'SK42') - 220.66) < 0.002);
  assert.ok(Math.abs(trueOf('дирекционный угол 36-67', 'SK42') - 220.68) < 0.002);
});

test('a true bearing stays, and a turn past north goes on round the circle', () => {
  assert.equal(trueOf('221° true', undefined), 221);
  assert.ok(Math.abs(trueOf("359°59'M", undefined) - 5.393) < 0.006);
});

test('a grid bearing that names no grid needs one from the caller; its own stands first', () => {
  const unnamed = readBearing('220° grid');
  assert.ok(unnamed.ok);
  const refused = trueBearing(unnamed.value, DEIR_EZ_ZOR, MIDDLE_2026, undefined);
  assert.ok(!refused.ok);
  assert.match(refused.refusal.sentence, /character 10.*expected the grid: UTM or SK-42/);
  const named = readBearing('220° grid SK-42');
  assert.ok(named.ok);
  const turned = trueBearing(named.value, DEIR_EZ_ZOR, MIDDLE_2026, 'UTM');
  assert.ok(turned.ok);
  assert.equal(turned.value.transformation, 'convergence 0.66 E of SK-42 zone 7');
});

test('what was added is named, with its accuracy', () => {
  const magnetic = bearingFrom('magnetic', 221, DEIR_EZ_ZOR, SEPTEMBER_2016, 'UTM');
  assert.ok(magnetic.ok);
  assert.equal(magnetic.value.transformation, 'declination 5.06 E by WMM-2015');
  assert.equal(magnetic.value.accuracyDegrees.toFixed(2), '0.31');
  const grid = bearingFrom('grid', 221, DEIR_EZ_ZOR, SEPTEMBER_2016, 'UTM');
  assert.ok(grid.ok);
  assert.deepEqual(
    [grid.value.transformation, grid.value.accuracyDegrees],
    ['convergence 0.66 E of UTM zone 37N', 0],
  );
  const north = bearingFrom('magnetic', 221, at(85, 20), MIDDLE_2026, 'UTM');
  assert.ok(north.ok);
  assert.match(north.value.transformation, /, in NOAA's caution zone$/);
});

test('SK-42 turns a WGS-84 meridian as cs2cs does, within the accuracy that is stated', (t) => {
  const next = numbersFrom(77);
  const meridian = 39;
  const points = Array.from({ length: 2000 }, () =>
    at(-85 + 170 * next(), meridian - 2.98 + 5.96 * next()),
  );
  const north = points.map(({ latE7, lonE7 }) => ({ latE7: latE7 + 5000, lonE7 }));
  const definition =
    `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=0 +y_0=0 +ellps=krass ` +
    '+towgs84=23.57,-140.95,-79.8,0,0.35,0.79,-0.22 +units=m +no_defs';
  const args = ['-f', '%.7f', ...'+proj=longlat +datum=WGS84 +no_defs +to'.split(' ')];
  const lines = [...points, ...north].map(({ latE7, lonE7 }) => `${lonE7 / 1e7} ${latE7 / 1e7}`);
  const answers = ask('cs2cs', [...args, ...definition.split(' ')], lines);
  if (answers === undefined) return t.skip('cs2cs is not installed: apt-get install proj-bin');
  for (const [i, point] of points.entries()) {
    const [east, northing] = numbersIn(answers[i]);
    const [eastOn, northOn] = numbersIn(answers[i + points.length]);
    const theirs = (Math.atan2(eastOn - east, northOn - northing) * 180) / Math.PI;
    const ours = bearingFrom('grid', 0, point, MIDDLE_2026, 'SK42');
    assert.ok(ours.ok);
    const apart = turnBetween(ours.value.degrees, theirs);
    assert.ok(apart < ours.value.accuracyDegrees + 1e-5, `${line(point)}: ${apart}`);
  }
});

test('a true bearing is written from four norths in three units', () => {
  const written = Object.fromEntries(
    bearingTexts(221.4, DEIR_EZ_ZOR, SEPTEMBER_2016).map(({ form, text }) => [form, text]),
  );
  assert.deepEqual(written, {
    TRUE_DEGREES: '221.4° true',
    TRUE_MILS6400: '3936 NATO mils (6400) true',
    TRUE_MILS6000: '36-90 mils (6000) true',
    MAGNETIC_DEGREES: '216.3° magnetic',
    MAGNETIC_MILS6400: '3846 NATO mils (6400) magnetic',
    MAGNETIC_MILS6000: '36-06 mils (6000) magnetic',
    UTM_DEGREES: '220.7° grid UTM',
    UTM_MILS6400: '3924 NATO mils (6400) grid UTM',
    UTM_MILS6000: '36-79 mils (6000) grid UTM',
    SK42_DEGREES: '220.7° grid SK-42',
    SK42_MILS6400: '3924 NATO mils (6400) grid SK-42',
    SK42_MILS6000: '36-79 mils (6000) grid SK-42',
  } satisfies Record<BearingForm, string>);
});

test('no text says 360.0, 6400 or 60-00', () => {
  const [degrees, mils6400, mils6000] = bearingTexts(359.999, DEIR_EZ_ZOR, MIDDLE_2026);
  assert.equal(degrees?.text, '000.0° true');
  assert.equal(mils6400?.text, '0000 NATO mils (6400) true');
  assert.equal(mils6000?.text, '00-00 mils (6000) true');
});

test('at the poles the grid is UPS', () => {
  const texts = bearingTexts(359, at(85, 20), MIDDLE_2026).map(({ text }) => text);
  assert.ok(texts.includes('339.0° grid UPS'));
});

test('a form that cannot be given keeps its place and says why', () => {
  const texts = bearingTexts(221, at(86, -140), MIDDLE_2026);
  assert.equal(texts.length, 12);
  for (const entry of texts) {
    assert.equal(entry.text === undefined, entry.form.startsWith('MAGNETIC'), entry.form);
    if (entry.text === undefined) assert.match(entry.refusal.sentence, /blackout zone/);
  }
  const before = bearingTexts(221, DEIR_EZ_ZOR, Date.UTC(2014, 6, 17));
  assert.equal(before.filter(({ text }) => text === undefined).length, 3);
  for (const wrong of [NaN, Infinity, -Infinity]) {
    const none = bearingTexts(wrong, DEIR_EZ_ZOR, MIDDLE_2026);
    assert.ok(none.every(({ text }) => text === undefined));
  }
});

const anyPosition = fc.record({
  latE7: fc.integer({ min: -900_000_000, max: 900_000_000 }),
  lonE7: fc.integer({ min: -1_800_000_000, max: 1_800_000_000 }),
});

test('every text is read back as the same true bearing within half of its last digit', () => {
  const half = { degrees: 0.05, mils6400: 180 / 6400, mils6000: 180 / 6000 } as const;
  fc.assert(
    fc.property(
      fc.integer({ min: -720_000, max: 720_000 }).map((turn) => turn / 1000),
      anyPosition,
      fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2030, 0, 1) - 1 }),
      (degrees, position, ms) => {
        for (const entry of bearingTexts(degrees, position, ms)) {
          if (entry.text === undefined) continue;
          const reading = readBearing(entry.text);
          assert.ok(reading.ok, entry.text);
          const back = trueBearing(reading.value, position, ms, undefined);
          assert.ok(back.ok, entry.text);
          const apart = turnBetween(back.value.degrees, degrees);
          assert.ok(apart <= half[reading.value.unit] + 1e-9, `${entry.text}: ${apart}`);
          assert.ok(back.value.degrees >= 0 && back.value.degrees < 360);
        }
      },
    ),
    { numRuns: 500 },
  );
});
