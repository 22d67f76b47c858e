// Towns by their spellings. Identifiers and positions are those of GeoNames.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtInTowns } from '../src/place/built-in.ts';
import { gazetteerOf } from '../src/place/gazetteer-of.ts';
import type { Place } from '../src/place/gazetteer-port.ts';
import { at } from './oracle.ts';

const SPELLINGS: readonly (readonly [string, string])[] = [
  ...['Deir ez-Zor', 'Deir Ezzor', 'Dayr az-Zawr', 'Dayr az Zawr', 'DEIR AL-ZOR', 'Deir ez Zour']
    .concat(['Дейр-эз-Зор', 'Дайр-эз-Заур', 'دير الزور'])
    .map((name) => [name, 'geonames:170794'] as const),
  ...['Latakia', 'Lattakia', 'latakya', 'Al Ladhiqiyah', 'Латакия', 'اللاذقية', 'לטקיה'].map(
    (name) => [name, 'geonames:173576'] as const,
  ),
];

for (const [name, id] of SPELLINGS) {
  test(`"${name}" finds ${id}`, () => {
    assert.equal(builtInTowns.find(name)[0]?.place.id, id);
  });
}

test('a name of three Arabic letters is found', () => {
  assert.equal(builtInTowns.find('حلب')[0]?.place.id, 'geonames:170063');
});

for (const name of ['', ' ', '--', 'Nowhere at all', 'Lat', 'Xyzzyville', 'x'.repeat(101)]) {
  test(`"${name.slice(0, 20)}" finds nothing`, () => {
    assert.deepEqual(builtInTowns.find(name), []);
  });
}

test('the towns near a position come nearest first', () => {
  const near = builtInTowns.near(at(35.34, 40.14), 10_000);
  assert.equal(near[0]?.name, 'Deir ez-Zor');
  assert.deepEqual(builtInTowns.near(at(0, -150), 100_000), []);
});

test("a deployment's own places are found above those beneath", () => {
  const site: Place = {
    kind: 'site',
    id: 'own:1',
    code: '',
    name: 'Hmeimim',
    aliases: ['Хмеймим'],
    country: 'SY',
    position: at(35.401, 35.9487),
  };
  const own = gazetteerOf('Own names', [site], builtInTowns);
  assert.equal(own.find('Khmeimim')[0]?.place.id, 'own:1');
  assert.equal(own.find('хмеймим')[0]?.score, 1);
  assert.equal(own.find('Latakia')[0]?.place.id, 'geonames:173576');
});
