// The places that come with geo, by their spellings. Codes and identifiers are those of ICAO and
// GeoNames; positions of military airfields are those of OurAirports, to 0.01 degree.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtInPlaces, builtInTowns } from '../src/place/built-in.ts';
import { inverse } from '../src/index.ts';
import { at } from './oracle.ts';

const TOWN = 'geonames:170794';
const AERODROME = 'icao:OSDZ';

const SPELLINGS: readonly (readonly [string, readonly string[]])[] = [
  // The slip of 17 September 2016: the name alone is the town's and its aerodrome's.
  ['Deir ez-Zor', [AERODROME, TOWN]],
  ['Deir Ezzor', [AERODROME, TOWN]],
  ['Dayr az-Zawr', [AERODROME, TOWN]],
  ['Дейр-эз-Зор', [AERODROME, TOWN]],
  ['Дейр-эз-Зора', [AERODROME, TOWN]],
  ['دير الزور', [AERODROME, TOWN]],
  ['דיר א-זור', [AERODROME, TOWN]],
  ['Deyrizor', [AERODROME, TOWN]],
  ['the town of Deir ez-Zor', [TOWN]],
  ['город Дейр-эз-Зор', [TOWN]],
  ['مدينة دير الزور', [TOWN]],
  ['Deir ez-Zor airport', [AERODROME]],
  ['deir ezzor air base', [AERODROME]],
  ['Deir ez-Zor AB', [AERODROME]],
  ['аэродрома Дейр-эз-Зора', [AERODROME]],
  ['авиабаза Дейр-эз-Зор', [AERODROME]],
  ['مطار دير الزور', [AERODROME]],
  ['Deyrizor havaalanı', [AERODROME]],
  ['שדה התעופה דיר א-זור', [AERODROME]],
  ['OSDZ', [AERODROME]],
  ['osdz', [AERODROME]],
  ['DEZ', [AERODROME]],
  ...['Hmeimim', 'Khmeimim', 'Хмеймим', 'Хмеймима', 'авиабазы Хмеймим', 'حميميم', 'חמיימים']
    .concat(['قاعدة حميميم الجوية', 'Latakia airport', 'аэропорт Латакии', 'مطار اللاذقية'])
    .map((name) => [name, ['icao:OSLK']] as const),
  ['Latakia', ['geonames:173576']],
  ['Латакия', ['geonames:173576']],
  ...['Ракка', 'Ракки', 'Ракке', 'Раккой', 'Raqqa', 'Raqqah', 'الرقة'].map(
    (name) => [name, ['geonames:172955']] as const,
  ),
  ['Т-4', ['field:tiyas']],
  ['T4', ['field:tiyas']],
  ['Tiyas', ['field:tiyas']],
  ['Шайрата', ['field:shayrat']],
  ['الشعيرات', ['field:shayrat']],
  ['Ayn al-Asad', ['icao:ORAA']],
  ['Q-West', ['icao:ORQW']],
  ['Горловки', ['geonames:707753']],
  ['Van', ['geonames:298117']],
  ['airport', []],
  ['the town of', []],
  ['База', []],
  ['Nowhere at all', []],
];

for (const [name, ids] of SPELLINGS) {
  test(`"${name}" finds ${ids.join(' and ') || 'nothing'}`, () => {
    assert.deepEqual(
      builtInPlaces.find(name).map(({ place }) => place.id),
      ids,
    );
  });
}

test('a name whose letters are exchanged is found with a lower score', () => {
  const scores = builtInPlaces.find('Dier ez-Zor').map(({ score }) => score);
  assert.deepEqual(scores, [0.8, 0.8]);
});

const FIELDS: readonly (readonly [string, number, number])[] = [
  ['Shayrat', 34.49, 36.91],
  ['Tiyas', 34.52, 37.63],
  ['Kuweires', 36.19, 37.58],
  ['Hama air base', 35.12, 36.71],
  ['Abu al-Duhur air base', 35.73, 37.1],
  ['Dumayr air base', 33.61, 36.75],
  ['Sayqal', 33.68, 37.21],
  ['Khalkhalah', 33.08, 36.56],
  ['An Nasiriyah air base', 33.92, 36.87],
  ['Minnigh', 36.52, 37.04],
];

for (const [name, lat, lon] of FIELDS) {
  test(`the airfield ${name} is where OurAirports has it`, () => {
    const [found, ...others] = builtInPlaces.find(name, 'aerodrome');
    assert.deepEqual(others, []);
    assert.ok(found !== undefined);
    assert.ok(inverse(found.place.position, at(lat, lon)).distanceMetres < 1000);
    assert.ok((found.place.extentMetres ?? 0) >= 2000);
  });
}

test('towns have their names in the languages of the line where these are beyond doubt', () => {
  const names = (id: string, spelling: string) =>
    builtInTowns.find(spelling).find(({ place }) => place.id === id)?.place.names;
  assert.deepEqual(names('geonames:173576', 'Latakia'), {
    ru: 'Латакия',
    ar: 'اللاذقية',
    he: 'לטקיה',
    tr: 'Lazkiye',
  });
  // Abu al Khasib in Iraq: nobody checked its Russian name by hand.
  assert.equal(names('geonames:100050', 'Abi al Khasib')?.ru, undefined);
});

test('the places near a position come nearest first, of the kind that is asked for', () => {
  const middle = at(35.34, 40.14);
  assert.deepEqual(
    builtInPlaces.near(middle, 10_000, 'aerodrome').map(({ id }) => id),
    [AERODROME],
  );
  assert.equal(builtInPlaces.near(middle, 10_000, 'town')[0]?.id, TOWN);
  assert.deepEqual(builtInPlaces.near(at(-48, -123), 1_000_000), []);
  const far = builtInPlaces.near(at(-48, -123), 20_100_000);
  const metres = far.map((place) => inverse(at(-48, -123), place.position).distanceMetres);
  assert.equal(metres.length, 50);
  assert.deepEqual(
    metres,
    metres.toSorted((a, b) => a - b),
  );
});

test('the nearest of 27,000 places are found in two milliseconds', () => {
  builtInPlaces.near(at(35, 40), 50_000);
  const starts = performance.now();
  const rounds = 100;
  for (let i = 0; i < rounds; i += 1) builtInPlaces.near(at(30 + i / 20, 35 + i / 20), 50_000);
  const each = (performance.now() - starts) / rounds;
  // Ten times the figure of the README, because a test machine may be busy.
  assert.ok(each < 20, `${each} ms`);
});
