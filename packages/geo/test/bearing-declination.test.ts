// Declination against NOAA's published values, and against the package magvar, which shares no code
// with geomagnetism.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { declination, magneticModelFault } from '../src/bearing/declination.ts';
import { magneticField, magneticModelAt } from '../src/bearing/magnetic-field.ts';
import { present } from '../src/reading/present.ts';
import { NOAA_TEST_VALUES } from './bearing-noaa-values.ts';
import { at, globe, line, numbersFrom } from './oracle.ts';

type Magvar = {
  readonly calculateMagneticField: (
    year: number,
    lat: number,
    lon: number,
    altitudeKilometres: number,
  ) => { readonly declination: number; readonly h: number };
};
const { calculateMagneticField } = createRequire(import.meta.url)('magvar') as Magvar;

const DAY = 86_400_000;

/** The instant of a decimal year. */
function instantOf(year: number): number {
  const whole = Math.floor(year);
  const [start, end] = [Date.UTC(whole, 0, 1), Date.UTC(whole + 1, 0, 1)];
  return start + (year - whole) * (end - start);
}

function turnBetween(one: number, other: number): number {
  return Math.abs(((((one - other) % 360) + 540) % 360) - 180);
}

test("all 212 of NOAA's test values come out, to the digits published", () => {
  const lines = NOAA_TEST_VALUES.split('\n');
  assert.equal(lines.length, 212);
  for (const text of lines) {
    const [year = NaN, height = NaN, lat = NaN, lon = NaN, horizontal = NaN, decl = NaN] = text
      .split(' ')
      .map(Number);
    const ms = instantOf(year);
    const position = at(lat, lon > 180 ? lon - 360 : lon);
    const model = present(magneticModelAt(ms));
    assert.equal(model.name, `WMM-${Math.floor(year / 5) * 5}`);
    const field = magneticField(model, position, height, ms);
    const [north, east] = [field.northNanotesla, field.eastNanotesla];
    const ours = (Math.atan2(east, north) * 180) / Math.PI;
    assert.ok(turnBetween(ours, decl) < 0.005_01, `${text}: ${ours}`);
    assert.ok(Math.abs(Math.hypot(north, east) - horizontal) < 0.1, text);
  }
});

test('4,000 declinations over the globe, 2025 to 2029, are those of magvar', (t) => {
  const next = numbersFrom(2025);
  let [worst, blackout] = [0, 0];
  for (const position of globe(4000, 5)) {
    const year = 2025 + 4.999 * next();
    const theirs = calculateMagneticField(year, position.latE7 / 1e7, position.lonE7 / 1e7, 0);
    const ours = declination(position, instantOf(year));
    if (!ours.ok) {
      assert.ok(theirs.h < 2001, line(position));
      blackout += 1;
      continue;
    }
    // At a pole itself magvar takes no longitude.
    if (Math.abs(position.latE7) === 900_000_000) continue;
    const apart = turnBetween(ours.value.degreesEast, theirs.declination);
    // It rounds to 0.01 degree, and the field to 0.1 nT.
    assert.ok(apart < 0.0051, `${line(position)} ${year}: ${apart}`);
    assert.ok(Math.abs(ours.value.horizontalNanotesla - theirs.h) < 0.06, line(position));
    worst = Math.max(worst, apart);
  }
  assert.ok(blackout > 0);
  t.diagnostic(`greatest difference ${worst} degrees; ${blackout} in blackout zones`);
});

test("the accuracy is by NOAA's error model of the model that is used", () => {
  // hypot(0.26, 5417 / 28076.6), hypot(0.24, 5432 / H): H by magvar and by NOAA's values.
  const now = declination(at(35.3359, 40.1408), Date.UTC(2026, 0, 1));
  assert.ok(now.ok);
  assert.equal(now.value.model, 'WMM-2025');
  assert.equal(now.value.accuracyDegrees.toFixed(4), '0.3238');
  assert.equal(now.value.degreesEast.toFixed(2), '5.40');
  // NOAA's value of 2015.0 at 80 N 0 E has H 6642.1 nT.
  const then = declination(at(80, 0), Date.UTC(2015, 0, 1));
  assert.ok(then.ok);
  assert.equal(then.value.model, 'WMM-2015');
  assert.equal(then.value.accuracyDegrees.toFixed(3), '0.852');
  assert.equal(then.value.degreesEast.toFixed(2), '-3.85');
});

test('each date has the model of that date, up to its last millisecond', () => {
  const place = at(35, 40);
  for (const [ms, model] of [
    [Date.UTC(2016, 8, 17), 'WMM-2015'],
    [Date.UTC(2018, 8, 18) - 1, 'WMM-2015'],
    [Date.UTC(2018, 8, 18), 'WMM-2015v2'],
    [Date.UTC(2020, 0, 1) - 1, 'WMM-2015v2'],
    [Date.UTC(2020, 0, 1), 'WMM-2020'],
    [Date.UTC(2025, 0, 1) - 1, 'WMM-2020'],
    [Date.UTC(2025, 0, 1), 'WMM-2025'],
    [Date.UTC(2030, 0, 1) - 1, 'WMM-2025'],
  ] as const) {
    const found = declination(place, ms);
    assert.ok(found.ok);
    assert.equal(found.value.model, model, new Date(ms).toISOString());
  }
});

test('a model gives way to the next one without a jump beyond its accuracy', () => {
  for (const ms of [Date.UTC(2018, 8, 18), Date.UTC(2020, 0, 1), Date.UTC(2025, 0, 1)]) {
    for (const position of globe(500, 9)) {
      const [before, after] = [declination(position, ms - 1), declination(position, ms)];
      if (!before.ok || !after.ok) continue;
      const jump = turnBetween(before.value.degreesEast, after.value.degreesEast);
      assert.ok(jump < 3 * after.value.accuracyDegrees, `${line(position)}: ${jump}`);
    }
  }
});

test('a date outside of every model is refused by the names of the models', () => {
  for (const [ms, found] of [
    [Date.UTC(2014, 6, 17), '2014-07-17'],
    [Date.UTC(2030, 0, 1), '2030-01-01'],
    [NaN, 'NaN'],
    [-Infinity, '-Infinity'],
  ] as const) {
    const outcome = declination(at(48, 38), ms);
    assert.ok(!outcome.ok);
    assert.equal(
      outcome.refusal.sentence,
      `Found ${found}, expected a date from 2015-01-01 to 2029-12-31, which the models WMM-2015, ` +
        'WMM-2015v2, WMM-2020, WMM-2025 cover.',
    );
  }
});

test('a blackout zone is refused and a caution zone is flagged', () => {
  // NOAA's values of 2025.0: H 1504.3 at 89 N 121 W (28 km), 2164.3 at 80 N 96 W (48 km).
  const black = declination(at(89, -121), Date.UTC(2025, 0, 1));
  assert.ok(!black.ok);
  assert.match(black.refusal.sentence, /^Found 15\d\d nT, expected a horizontal field of 2000 nT/);
  assert.match(black.refusal.sentence, /blackout zone/);
  const caution = declination(at(80, -96), Date.UTC(2025, 0, 1));
  assert.ok(caution.ok && caution.value.isCaution);
  assert.ok(caution.value.accuracyDegrees > 2.3);
  const fair = declination(at(35, 40), Date.UTC(2025, 0, 1));
  assert.ok(fair.ok && !fair.value.isCaution);
});

test('the start-up check is silent, warns from 180 days before the end, then says it ended', () => {
  const end = Date.UTC(2030, 0, 1);
  assert.equal(magneticModelFault(Date.UTC(2026, 0, 1)), undefined);
  assert.equal(magneticModelFault(end - 180 * DAY - 1), undefined);
  assert.equal(
    magneticModelFault(end - 180 * DAY),
    'WMM-2025, the newest magnetic model here, ends on 2029-12-31, in 180 days: install a ' +
      'version with the next model before then, or magnetic bearings will be refused.',
  );
  assert.match(magneticModelFault(end - 1) ?? '', /in 1 day:/);
  assert.equal(
    magneticModelFault(end),
    'WMM-2025, the newest magnetic model here, ended on 2029-12-31: magnetic bearings of later ' +
      'dates are refused until a version with the next model is installed.',
  );
});

test('10 km of height change the declination by less than half of its accuracy', () => {
  for (const position of globe(1000, 3)) {
    const ms = Date.UTC(2026, 6, 1);
    const ground = declination(position, ms);
    if (!ground.ok) continue;
    const model = present(magneticModelAt(ms));
    const { northNanotesla, eastNanotesla } = magneticField(model, position, 10, ms);
    const aloft = (Math.atan2(eastNanotesla, northNanotesla) * 180) / Math.PI;
    const apart = turnBetween(aloft, ground.value.degreesEast);
    assert.ok(apart < ground.value.accuracyDegrees / 2, `${line(position)}: ${apart}`);
  }
});
