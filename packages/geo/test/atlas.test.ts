// The atlas of countries and regions. Positions of towns are those of GeoNames; distances are from
// published positions of capes and islands.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import airports from '../src/place/airports.json' with { type: 'json' };
import type { Area } from '../src/place/area-port.ts';
import { builtInAtlas } from '../src/place/atlas.ts';
import towns from '../src/place/towns.json' with { type: 'json' };
import type { Position } from '../src/index.ts';
import { at } from './oracle.ts';

const SYRIA = one('Syria');
const LATAKIA = one('Latakia');
const ALEPPO = one('Aleppo');
test('towns lie in their country and region', () => {
  assert.equal(said(33.5102, 36.2913), 'SY SY/Damascus');
  assert.equal(said(35.53, 35.79), 'SY SY/Latakia');
  assert.equal(said(36.2, 37.16), 'SY SY/Aleppo');
  assert.equal(said(35.3359, 40.1408), 'SY SY/Deir ez-Zor');
  assert.equal(said(36.335, 43.1189), 'IQ IQ/Nineveh');
  assert.equal(said(36.729, 68.857), 'AF AF/Kunduz');
  // No place in Beirut is 3 km away from Mount Lebanon.
  assert.equal(said(33.8933, 35.5016), 'LB');
  assert.equal(said(32.0809, 34.7806), 'IL IL/Tel Aviv');
  assert.equal(said(50.4547, 30.5238), 'UA UA/Kyiv');
  assert.equal(said(48.8534, 2.3488), 'FR');
});

test('nothing is said about land that more than one party claims, nor near to it', () => {
  // The Golan, East and West Jerusalem, Ramallah, Gaza.
  assert.equal(said(33, 35.75), '');
  assert.equal(said(31.7834, 35.2339), '');
  assert.equal(said(31.8996, 35.2042), '');
  assert.equal(said(31.5018, 34.4668), '');
  // Simferopol, Donetsk, Tiraspol, Sukhumi, Tskhinvali, Stepanakert.
  assert.equal(said(44.9572, 34.1108), '');
  assert.equal(said(48.0159, 37.8029), '');
  assert.equal(said(46.8403, 29.6433), '');
  assert.equal(said(43.0064, 40.9893), '');
  assert.equal(said(42.2251, 43.9701), '');
  assert.equal(said(39.8177, 46.7528), '');
  // Both sides of Nicosia, Laayoune, Srinagar, Tawang, Pristina, Taipei, Hargeysa, Stanley.
  assert.equal(said(35.1725, 33.365), '');
  assert.equal(said(27.1418, -13.188), '');
  assert.equal(said(34.0857, 74.8056), '');
  assert.equal(said(27.5883, 91.8652), '');
  assert.equal(said(42.6727, 21.1669), '');
  assert.equal(said(25.0478, 121.5319), '');
  assert.equal(said(9.56, 44.065), '');
  assert.equal(said(-51.7, -57.85), '');
  // 10 km from the line around the Golan, on the side that nobody else claims: Kiryat Shmona.
  assert.equal(said(33.2073, 35.5702), '');
});

test('a disc that leaves its region or country leaves them unsaid', () => {
  assert.equal(said(35, 38.5, 20_000), 'SY SY/Homs');
  assert.equal(said(35, 38.5, 100_000), 'SY');
  assert.equal(said(35, 38.5, 500_000), '');
  // Latakia is 1 km from the sea.
  assert.equal(said(35.53, 35.79, 5000), '');
  assert.equal(said(35, 38.5, NaN), '');
  assert.equal(said(35, 38.5, -1), '');
});

test('at sea there is no country, and the distance to the coast is told', () => {
  assert.equal(said(35.5, 35.4), '');
  // To the cape of Ras Ibn Hani or the port of Latakia: 31 to 33 km.
  const metres = builtInAtlas.distanceMetres(SYRIA, at(35.5, 35.4));
  assert.equal(metres > 29_000 && metres < 34_000, true, String(metres));
  assert.equal(builtInAtlas.distanceMetres(SYRIA, at(33.5102, 36.2913)), 0);
});

test('the poles and both sides of the antimeridian are like any other place', () => {
  assert.equal(said(90, 0), '');
  assert.equal(said(-90, 0), '');
  for (const lon of [0, 180, -180]) assert.equal(said(-85, lon), 'AQ');
  for (const lon of [179.99, 180, -180, -179.99]) {
    assert.equal(said(66.5, lon, 10_000), 'RU');
    assert.equal(builtInAtlas.distanceMetres(one('Russia'), at(66.5, lon)), 0);
  }
  const [fiji, states] = [one('Fiji'), one('United States')];
  assert.equal(said(-16.6, 179.2), 'FJ');
  const [east, west] = [at(-17, -179.99), at(-17, 179.99)].map((position) =>
    builtInAtlas.distanceMetres(fiji, position),
  );
  assert.equal(Math.abs((east ?? 0) - (west ?? 0)) < 2200, true);
  // Attu is the farthest west of the Aleutians, beyond 180: 172.9 E.
  assert.equal(builtInAtlas.distanceMetres(states, at(52.9, 172.9)) < 5000, true);
  assert.equal(Math.abs(builtInAtlas.shareOf(fiji, at(-17, -179.99)).eastShare) < 1.2, true);
  // Rudolf Island, 81.9 N, is Russia's northernmost land: 907 km from the pole.
  const metres = builtInAtlas.distanceMetres(one('Russia'), at(90, 0));
  assert.equal(Math.abs(metres - 907_000) < 5000, true, String(metres));
});

test('the share of a position says where in its area it lies', () => {
  const latakia = builtInAtlas.shareOf(SYRIA, at(35.53, 35.79));
  const westOfNorth = (Math.atan2(-latakia.eastShare, latakia.northShare) * 180) / Math.PI;
  assert.equal(westOfNorth > 70 && westOfNorth < 85, true, String(westOfNorth));
  const aleppo = builtInAtlas.shareOf(SYRIA, at(36.2, 37.16));
  const toAleppo = (Math.atan2(-aleppo.eastShare, aleppo.northShare) * 180) / Math.PI;
  assert.equal(toAleppo > 0 && toAleppo < 60, true, String(toAleppo));
  // Aleppo city lies in the west of its governorate.
  assert.equal(builtInAtlas.shareOf(ALEPPO, at(36.2, 37.16)).eastShare < 0, true);
});

test('areas are found in five languages, by other spellings and in Russian cases', () => {
  const latakia =
    'Latakia, Lattakia, Al-Ladhiqiyah, LATAKIA, Латакия, Латакии, اللاذقية, לטקיה, Lazkiye';
  for (const name of latakia.split(', '))
    assert.deepEqual(builtInAtlas.find(name), [LATAKIA], name);
  const syria = 'Syria, Сирия, Сирии, Сирию, Сирией, سوريا, سورية, סוריה, Suriye';
  for (const name of syria.split(', ')) assert.deepEqual(builtInAtlas.find(name), [SYRIA], name);
  assert.equal(ids('Dayr az Zawr'), 'SY/Deir ez-Zor');
  assert.equal(ids('Риф-Димашк'), 'SY/Rif Dimashq');
  assert.equal(ids('Turkey'), 'TR');
  assert.equal(ids('Afganistan'), 'AF');
  assert.equal(ids('Latkia'), 'SY/Latakia');
  assert.equal(ids('Deir az-Zour'), 'SY/Deir ez-Zor');
  // Oman has the two consonants of Yemen.
  assert.equal(ids('Oman'), 'OM');
  assert.equal(ids('Kurdistan'), 'IQ/Duhok IQ/Erbil IQ/Sulaymaniyah IR/Kordestan');
  for (const name of ['', '...', 'the', 'Crimea', 'x'.repeat(101)]) assert.equal(ids(name), '');
});

test('ordinary words are no misspelled areas', () => {
  const words =
    'reason border blind climb against north-east northwest meridian ground single brand island ' +
    'black burst events northern southern eastern western central شمال شمالا جنوب شرقا غرب ' +
    'граница ' +
    'север точка удар район צפון דרום kuzey güney sınır';
  for (const word of words.split(' ')) assert.equal(ids(word), '', word);
});

test('every name in five languages leads to its area', () => {
  for (const country of 'SY IQ LB JO IL PS TR CY IR UA AF RU'.split(' ')) {
    const area = builtInAtlas.find(
      new Intl.DisplayNames(['en'], { type: 'region' }).of(country) ?? '',
    );
    assert.deepEqual(Object.keys(area[0]?.names ?? {}), ['en', 'ru', 'ar', 'he', 'tr'], country);
    for (const name of Object.values(area[0]?.names ?? {})) {
      assert.equal(builtInAtlas.find(name)[0]?.id, country, name);
    }
  }
});

test('GeoNames has every town in the country that the atlas says, overseas land apart', () => {
  let count = 0;
  for (const line of towns.towns.filter((_, i) => i % 4 === 0)) {
    const [, name = '', country = '', latE4, lonE4] = line.split('|');
    const position = { latE7: Number(latE4) * 1000, lonE7: Number(lonE4) * 1000 };
    const found = builtInAtlas.at(position, 0).country?.id;
    if (found === undefined || country === 'RE') continue;
    assert.equal(found, country, name);
    count += 1;
  }
  assert.equal(count > 1900, true, String(count));
});

test('most aerodromes of Syria and Iraq are given a region', () => {
  const here = airports.airports.filter((line) => /\|(?:SY|IQ)\|/.test(line));
  const regions = here.filter((line) => {
    const [, , , , latE4, lonE4] = line.split('|');
    const position = { latE7: Number(latE4) * 1000, lonE7: Number(lonE4) * 1000 };
    return builtInAtlas.at(position, 0).region !== undefined;
  });
  assert.equal(regions.length > 0.8 * here.length, true, `${regions.length} of ${here.length}`);
});

test('any position has answers: a distance of 0 just inside, shares within 1.05 there', () => {
  const anywhere = fc
    .tuple(fc.integer({ min: -90e7, max: 90e7 }), fc.integer({ min: -180e7, max: 180e7 }))
    .map(([latE7, lonE7]): Position => ({ latE7, lonE7 }));
  const near = fc
    .tuple(fc.integer({ min: 31e7, max: 38e7 }), fc.integer({ min: 35e7, max: 43e7 }))
    .map(([latE7, lonE7]): Position => ({ latE7, lonE7 }));
  fc.assert(
    fc.property(fc.oneof(anywhere, near), fc.nat(200_000), (position, clearMetres) => {
      const { country, region } = builtInAtlas.at(position, clearMetres);
      for (const area of [country, region]) {
        if (area !== undefined) assert.equal(builtInAtlas.distanceMetres(area, position), 0);
      }
      if (region !== undefined) assert.equal(region.country, country?.id);
      if (country !== undefined && country !== SYRIA) {
        assert.equal(builtInAtlas.distanceMetres(SYRIA, position) > clearMetres, true);
      }
      if (builtInAtlas.distanceMetres(SYRIA, position) > 0) return;
      const { eastShare, northShare } = builtInAtlas.shareOf(SYRIA, position);
      assert.equal(Math.max(Math.abs(eastShare), Math.abs(northShare)) <= 1.05, true);
    }),
    { numRuns: 2000 },
  );
});

test('no string makes the search throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
      assert.equal(Array.isArray(builtInAtlas.find(text)), true);
    }),
    { numRuns: 3000 },
  );
});

test('an area of another atlas is a fault of the caller', () => {
  const foreign: Area = { kind: 'country', id: 'XX', name: 'Nowhere', country: 'XX' };
  assert.throws(() => builtInAtlas.distanceMetres(foreign, at(0, 0)));
});

function one(name: string): Area {
  const [area] = builtInAtlas.find(name);
  if (area === undefined) throw new Error(`${name} is not in the atlas`);
  return area;
}

function ids(name: string): string {
  return builtInAtlas
    .find(name)
    .map(({ id }) => id)
    .sort()
    .join(' ');
}

/** "country region", '' for silence. */
function said(lat: number, lon: number, clearMetres = 0): string {
  const { country, region } = builtInAtlas.at(at(lat, lon), clearMetres);
  return [country?.id, region?.id].filter((id) => id !== undefined).join(' ');
}
