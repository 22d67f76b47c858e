// SK-42 Gauss-Krueger at points from PROJ 9.1.1, and as people write it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSk42, sk42Of, writeSk42 } from '../src/grid/gauss-kruger.ts';
import { at } from './oracle.ts';

/** Place, latitude, longitude, X, Y: cs2cs EPSG:4326 to EPSG:284zz. */
const POINTS = [
  ['Hmeimim', 35.4011, 35.9487, 3_923_195.458, 6_768_015.68],
  ['Damascus', 33.5138, 36.2765, 3_713_155.789, 7_247_035.612],
  ['Al-Tanf', 33.506, 38.659, 3_709_019.534, 7_468_423.215],
  ['Deir ez-Zor', 35.3359, 40.1408, 3_912_555.38, 7_603_824.888],
  ['Moscow', 55.7558, 37.6173, 6_182_341.067, 7_413_305.557],
  ['Pulkovo', 59.7719, 30.3264, 6_631_802.596, 6_349_937.716],
] as const;

for (const [name, lat, lon, x, y] of POINTS) {
  test(`${name} lies on SK-42 where PROJ puts it, within 1 mm`, () => {
    const { xMetres, yMetres } = sk42Of(at(lat, lon));
    assert.ok(Math.hypot(xMetres - x, yMetres - y) < 0.0015, `${xMetres} ${yMetres}`);
  });
}

test('the rotations are not turned: a wrong sign would be 36 m off at Deir ez-Zor', () => {
  assert.equal(writeSk42(at(35.3359, 40.1408)), 'X 3912555.4 Y 7603824.9');
});

for (const text of [
  'X 3912555 Y 7603825',
  'x=3912555 y=7603825',
  'Х 3912555 У 7603825',
  'Y 7603825, X 3912555',
  'СК-42 X 3 912 555 Y 7 603 825',
]) {
  test(`"${text}" is Deir ez-Zor, to the metre, 15 m surely`, () => {
    const outcome = readSk42(text);
    assert.ok(outcome?.ok, JSON.stringify(outcome));
    const { position, form, precisionMetres, accuracyMetres, cell } = outcome.value;
    assert.deepEqual(
      { form, precisionMetres, accuracyMetres },
      { form: 'SK42', precisionMetres: 1, accuracyMetres: 15 },
    );
    // 0.380 m south and 0.112 m east of PROJ's point, which is 35.3359 40.1408.
    assert.ok(Math.abs(position.latE7 - 353_358_966) <= 2, String(position.latE7));
    assert.ok(Math.abs(position.lonE7 - 401_408_012) <= 2, String(position.lonE7));
    assert.equal(cell?.length, 4);
  });
}

test('an easting without its zone is read in a theatre that has one, else refused', () => {
  assert.deepEqual(readSk42('X 3912555 Y 603825', { sk42Zone: 7 })?.ok, true);
  const refused = readSk42('X 3912555 Y 603825');
  assert.ok(refused !== undefined && !refused.ok);
  assert.match(refused.refusal.expected, /begins with its zone/);
});

test('exchanged axes are found in a theatre, with the right reading as the first candidate', () => {
  const outcome = readSk42('X 7603825 Y 3912555', { near: at(35, 39) });
  assert.ok(outcome !== undefined && !outcome.ok);
  assert.match(outcome.refusal.expected, /exchanged/);
  assert.equal(outcome.refusal.candidates?.[0]?.position.latE7, 353_358_966);
});

test('a bare pair that can be read both ways is refused with both, the nearer first', () => {
  for (const text of ['3912555 7603825', 'SK-42 7603825, 3912555']) {
    const outcome = readSk42(text, { near: at(35, 39) });
    assert.ok(outcome !== undefined && !outcome.ok);
    assert.equal(outcome.refusal.candidates?.length, 2);
    assert.equal(outcome.refusal.candidates[0]?.position.latE7, 353_358_966);
  }
});

test('a bare pair that can be read one way alone is read', () => {
  assert.equal(readSk42('6182341 37413306')?.ok, true);
});

for (const text of ['35.3359, 40.1408', '37S FV 03674 10891', '', 'X', '12 34']) {
  test(`"${text}" is not taken for SK-42`, () => {
    assert.equal(readSk42(text), undefined);
  });
}
