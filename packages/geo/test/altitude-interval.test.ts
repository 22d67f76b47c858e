// Bands on one axis: exact where they can be, wide enough everywhere else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  EARTH_CEILING_CENTIMETRES,
  EARTH_FLOOR_CENTIMETRES,
  ellipsoidalInterval,
  geoidUndulationMetres,
  heightOf,
} from '../src/index.ts';
import type { Height, HeightReference, HeightUnit } from '../src/index.ts';
import { at } from './oracle.ts';

function height(value: number, unit: HeightUnit, reference: HeightReference): Height {
  const made = heightOf(value, unit, reference);
  assert.ok(made.ok);
  return made.value;
}

function band(low: number, high: number, unit: HeightUnit, reference: HeightReference) {
  return { lower: height(low, unit, reference), upper: height(high, unit, reference) };
}

/** EGM96 undulation by PROJ at this place: 20.4408 m. */
const DEIR_EZ_ZOR = at(35.3359, 40.1408);

test('a band above the ellipsoid is taken exactly', () => {
  assert.deepEqual(ellipsoidalInterval(band(1000, 2000.5, 'm', 'HAE'), [DEIR_EZ_ZOR]), {
    lowerCentimetres: 100_000,
    upperCentimetres: 200_050,
  });
});

test('a band above mean sea level is raised by the geoid and widened by a metre', () => {
  const interval = ellipsoidalInterval(band(1000, 2000, 'm', 'AMSL'), [DEIR_EZ_ZOR]);
  // 1000 + 20.44 - 1 and 2000 + 20.44 + 1 metres.
  assert.ok(Math.abs(interval.lowerCentimetres - 101_944) <= 2, `${interval.lowerCentimetres}`);
  assert.ok(Math.abs(interval.upperCentimetres - 202_144) <= 2, `${interval.upperCentimetres}`);
});

test('a band above mean sea level holds every geoid height inside its area', () => {
  // The geoid falls by tens of metres over this box beside the Puerto Rico trench.
  const corners = [at(18, -68), at(18, -64), at(21, -64), at(21, -68)];
  const interval = ellipsoidalInterval(band(0, 0, 'm', 'AMSL'), corners);
  for (let lat = 18; lat <= 21; lat += 0.25) {
    for (let lon = -68; lon <= -64; lon += 0.25) {
      const centimetres = 100 * geoidUndulationMetres(at(lat, lon));
      assert.ok(interval.lowerCentimetres <= centimetres, `${lat} ${lon}`);
      assert.ok(interval.upperCentimetres >= centimetres, `${lat} ${lon}`);
    }
  }
});

test('a flight level holds the true height at low and high pressure, in cold and warm air', () => {
  const { lowerCentimetres, upperCentimetres } = ellipsoidalInterval(band(180, 180, 'FL', 'STD'), [
    DEIR_EZ_ZOR,
  ]);
  // FL180 is 5486.4 m. At 950 hPa the 1013.25 hPa level lies 540 m under the sea, at 1050 hPa
  // 302 m over it (ISA tables); ICAO Doc 8168 gives 4 % of the height per 10 degrees.
  const coldLow = (5486.4 - 540) * 0.9 + 20.44;
  const warmHigh = (5486.4 + 302) * 1.1 + 20.44;
  assert.ok(lowerCentimetres <= 100 * coldLow && lowerCentimetres > 100 * (coldLow - 5));
  assert.ok(upperCentimetres >= 100 * warmHigh - 100 && upperCentimetres < 100 * (warmHigh + 5));
});

test('a height above ground may stand on any ground of the earth', () => {
  const interval = ellipsoidalInterval(band(100, 200, 'm', 'AGL'), [DEIR_EZ_ZOR]);
  assert.ok(interval.lowerCentimetres <= 100 * (100 - 430 + 20.44 - 1));
  assert.ok(interval.upperCentimetres >= 100 * (200 + 8849 + 20.44 + 1));
});

test('surface and unlimited lie beyond every height that can be stated', () => {
  const whole = ellipsoidalInterval(
    { lower: { kind: 'surface' }, upper: { kind: 'unlimited' } },
    [],
  );
  assert.deepEqual(whole, {
    lowerCentimetres: EARTH_FLOOR_CENTIMETRES,
    upperCentimetres: EARTH_CEILING_CENTIMETRES,
  });
  for (const reference of ['HAE', 'AMSL', 'AGL', 'STD'] as const) {
    const widest = ellipsoidalInterval(band(-500, 100_000, 'm', reference), []);
    assert.ok(widest.lowerCentimetres > EARTH_FLOOR_CENTIMETRES, reference);
    assert.ok(widest.upperCentimetres < EARTH_CEILING_CENTIMETRES, reference);
  }
});

test('the surface as an upper limit is the highest ground', () => {
  const { upperCentimetres } = ellipsoidalInterval(
    { lower: { kind: 'surface' }, upper: { kind: 'surface' } },
    [DEIR_EZ_ZOR],
  );
  assert.ok(upperCentimetres >= 884_900 && upperCentimetres < 900_000);
});
