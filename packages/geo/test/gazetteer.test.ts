// Places and the words made from geometry. Positions are those of airportsdata 20261103.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPlaces, inverse, nearestPlace } from '../src/index.ts';
import { at } from './oracle.ts';

test('the place nearest to a position is found', () => {
  const { kind, id, code, name, country, position } = nearestPlace(at(35.3359, 40.1408));
  assert.deepEqual([kind, id, code], ['aerodrome', 'icao:OSDZ', 'OSDZ']);
  assert.deepEqual([name, country], ['Deir ez-Zor Airport', 'SY']);
  assert.deepEqual(position, { latE7: 352_854_000, lonE7: 401_760_000 });
  assert.equal(nearestPlace(at(35.4011, 35.9487)).code, 'OSLK');
  assert.equal(nearestPlace(at(51.47, -0.46)).code, 'EGLL');
  // Across the antimeridian: Fiji's Matei, seen from 1.5 degrees east of 180.
  assert.equal(
    inverse(nearestPlace(at(-16.7, -179.9)).position, at(-16.69, -179.88)).distanceMetres < 20_000,
    true,
  );
});

const NAMED: readonly (readonly [string, readonly string[]])[] = [
  ['OSDZ', ['OSDZ']],
  ['osdz', ['OSDZ']],
  ['DEZ', ['OSDZ']],
  ['Deir ez-Zor Airport', ['OSDZ']],
  ['Deir Ezzor', ['OSDZ']],
  ['DEIR EZ ZOR AIRBASE', ['OSDZ']],
  ['deir al-Zor airfield', ['OSDZ']],
  ['Latakia', ['OSLK']],
  ['Khmeimim air base', ['OSLK']],
  ['Damascus airport', ['OSDI']],
  ['Heathrow', ['EGLL']],
  ['Isafjordur', ['BIIS']],
  ['Nowhere at all', []],
  ['airport', []],
  ['', []],
];

for (const [name, codes] of NAMED) {
  test(`"${name}" finds ${codes.join(', ') || 'nothing'}`, () => {
    assert.deepEqual(
      findPlaces(name).map(({ code }) => code),
      codes,
    );
  });
}

test('a city finds all of its aerodromes', () => {
  const codes = findPlaces('Moscow').map(({ code }) => code);
  for (const code of ['UUDD', 'UUEE', 'UUWW']) assert.ok(codes.includes(code), code);
});
