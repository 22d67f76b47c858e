// Places and the words made from geometry. Positions are those of airportsdata 20261103.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  direct,
  findPlaces,
  inverse,
  nearestPlace,
  outlinePlaceText,
  placeText,
} from '../src/index.ts';
import { at } from './oracle.ts';

const OSDZ = at(35.2854, 40.176);

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

test('a position is told by distance and bearing from the nearest place', () => {
  const told = placeText(direct(OSDZ, 221, 4200));
  assert.equal(told.text, '4.2 km, bearing 221 degrees true, from Deir ez-Zor airport OSDZ');
  assert.ok(Math.abs(told.distanceMetres - 4200) < 0.02);
  assert.ok(Math.abs(told.bearingDegrees - 221) < 0.001);
  assert.equal(told.place.code, 'OSDZ');
  const north = placeText(direct(OSDZ, 359.7, 1000));
  assert.equal(north.text, '1.0 km, bearing 000 degrees true, from Deir ez-Zor airport OSDZ');
});

test('a position at a place is told so', () => {
  assert.equal(placeText(OSDZ).text, 'at Deir ez-Zor airport OSDZ');
  assert.equal(placeText(direct(OSDZ, 90, 450)).text, 'at Deir ez-Zor airport OSDZ');
});

test('an outline is told by its centre, with the range of its distances', () => {
  const circle = {
    kind: 'circle',
    centre: direct(OSDZ, 214, 4500),
    radiusCentimetres: 150_000,
  } as const;
  const told = outlinePlaceText(circle);
  assert.equal(told.text, '4.5 km, bearing 214 degrees true, from Deir ez-Zor airport OSDZ');
  assert.ok(Math.abs(told.nearestMetres - 3000) < 0.02);
  assert.ok(Math.abs(told.farthestMetres - 6000) < 0.02);
});

test('an outline that holds a place is at it', () => {
  const circle = {
    kind: 'circle',
    centre: direct(OSDZ, 214, 4500),
    radiusCentimetres: 500_000,
  } as const;
  const told = outlinePlaceText(circle);
  assert.equal(told.text, 'at Deir ez-Zor airport OSDZ');
  assert.equal(told.nearestMetres, 0);
});
