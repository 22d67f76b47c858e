// Place texts from geometry. Distances and bearings are laid out by `direct`, which its own test
// holds against GeodSolve; the sentences are literals.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { direct, outlinePlaceText, placeText } from '../src/index.ts';
import type { Area, AreaAtlas } from '../src/index.ts';
import { builtInPlaces } from '../src/place/built-in.ts';
import { gazetteerOf } from '../src/place/gazetteer-of.ts';
import type { Place } from '../src/place/gazetteer-port.ts';
import { renderPlaceText } from '../src/place/place-words.ts';
import { LANGUAGES } from '../src/words/language.ts';
import { at } from './oracle.ts';

const OSDZ = at(35.2854, 40.176);
const circle = (bearing: number, metres: number, radiusCentimetres: number) =>
  ({ kind: 'circle', centre: direct(OSDZ, bearing, metres), radiusCentimetres }) as const;

const SYRIA: Area = {
  kind: 'country',
  id: 'SY',
  name: 'Syria',
  country: 'SY',
  names: { ru: 'Сирия', ar: 'سوريا', he: 'סוריה', tr: 'Suriye' },
};
const GOVERNORATE: Area = {
  kind: 'region',
  id: 'SY/Deir ez-Zor',
  name: 'Deir ez-Zor',
  country: 'SY',
};
/** East of 35.8 E all is Syria, and from 38 E to 42 E its governorate of Deir ez-Zor. */
const ATLAS: AreaAtlas = {
  title: 'two meridians',
  at: ({ lonE7 }, clearMetres) => {
    const east = (lonE7 / 1e7 - 35.8) * 91_000;
    if (east < clearMetres || east <= 0) return {};
    const inside = lonE7 / 1e7 > 38 + clearMetres / 91_000 && lonE7 / 1e7 < 42;
    return inside ? { country: SYRIA, region: GOVERNORATE } : { country: SYRIA };
  },
  find: () => [],
  distanceMetres: (_, { lonE7 }) => Math.max(0, (35.8 - lonE7 / 1e7) * 91_000),
  shareOf: () => ({ eastShare: 0, northShare: 0 }),
};

test('a position is told from the nearest aerodrome and from a town that people know', () => {
  const told = placeText(direct(OSDZ, 221, 4200));
  assert.equal(
    told.text,
    '4.2 km, bearing 221° true (south-west), from Deir ez-Zor airport OSDZ; ' +
      '8.8 km south of the town of Deir ez-Zor',
  );
  assert.equal(told.code, 'place.from');
  assert.deepEqual(
    told.relations.map(({ place }) => place.id),
    ['icao:OSDZ', 'geonames:170794'],
  );
  assert.ok(Math.abs(told.distanceMetres - 4200) < 0.02);
  assert.ok(Math.abs(told.bearingDegrees - 221) < 0.001);
  assert.equal(told.place.code, 'OSDZ');
});

test('a bearing that rounds to 360 is written 000', () => {
  assert.match(placeText(direct(OSDZ, 359.7, 1000)).text, /^1\.0 km, bearing 000° true \(north\),/);
});

const SECTORS: readonly (readonly [number, string])[] = [
  [22, 'north'],
  [23, 'north-east'],
  [67, 'north-east'],
  [68, 'east'],
  [135, 'south-east'],
  [180, 'south'],
  [225, 'south-west'],
  [270, 'west'],
  [337, 'north-west'],
  [338, 'north'],
];
for (const [bearing, word] of SECTORS) {
  test(`a bearing of ${bearing} degrees is ${word}`, () => {
    const { text } = placeText(direct(OSDZ, bearing, 2000));
    assert.ok(text.includes(`true (${word}), from Deir ez-Zor airport`), text);
  });
}

test('a position at a place is told so', () => {
  for (const position of [OSDZ, direct(OSDZ, 90, 450)]) {
    const told = placeText(position);
    assert.equal(told.code, 'place.at');
    assert.match(told.text, /^at Deir ez-Zor airport OSDZ; /);
  }
});

test('an airfield known to two kilometres is told to no more', () => {
  const shayrat = at(34.4903, 36.909);
  assert.match(placeText(direct(shayrat, 30, 1500)).text, /^within 2 km of Shayrat air base; /);
  assert.match(
    placeText(direct(shayrat, 30, 4400)).text,
    /^4 km, bearing 030° true \(north-east\), from Shayrat air base; /,
  );
});

test('an outline is told by its centre, with the range of its distances', () => {
  const told = outlinePlaceText(circle(214, 4500, 150_000));
  assert.match(told.text, /^4\.5 km, bearing 214° true \(south-west\), from Deir ez-Zor airport/);
  assert.ok(Math.abs(told.nearestMetres - 3000) < 0.02);
  assert.ok(Math.abs(told.farthestMetres - 6000) < 0.02);
});

test('an outline that holds a place says so, and where its centre is', () => {
  const told = outlinePlaceText(circle(214, 4500, 500_000));
  assert.equal(told.code, 'place.holds');
  assert.equal(told.nearestMetres, 0);
  assert.match(
    told.text,
    /^includes Deir ez-Zor airport OSDZ \(centre 4\.5 km, bearing 214° true, from it\); /,
  );
});

test('the region and the country are named when they hold all of it', () => {
  const told = placeText(direct(OSDZ, 214, 4500), builtInPlaces, ATLAS);
  assert.match(told.text, /; in Deir ez-Zor, Syria$/);
  // 190 km west of 40.13 E is 38.04 E: 10 km of it are inside of the governorate.
  const wide = outlinePlaceText(circle(270, 190_000, 2_000_000), builtInPlaces, ATLAS);
  assert.equal(wide.region, undefined);
  assert.match(wide.text, /; in Syria$/);
  assert.equal(placeText(direct(OSDZ, 214, 4500)).country, undefined);
});

test('at sea the nearest coast is named, and no country', () => {
  const told = placeText(at(35.3, 35.2), builtInPlaces, ATLAS);
  assert.equal(told.country, undefined);
  assert.match(told.text, /; at sea, 54\.6 km off Syria$/);
  // A circle that reaches the coast is neither in the country nor off it.
  const reaching = {
    kind: 'circle',
    centre: at(35.3, 35.7),
    radiusCentimetres: 2_000_000,
  } as const;
  const { country, offshore } = outlinePlaceText(reaching, builtInPlaces, ATLAS);
  assert.deepEqual([country, offshore], [undefined, undefined]);
});

test('far from everything the text says that it is', () => {
  const pacific = placeText(at(-48, -123));
  assert.equal(pacific.code, 'place.far');
  assert.match(pacific.text, /^far from all listed places: \d{4} km, bearing /);
  assert.equal(placeText(at(90, 0)).code, 'place.far');
});

test('from a place beside a pole no compass word is said', () => {
  const { text } = placeText(at(-89.5, 100));
  assert.match(text, /^\d+\.\d km, bearing \d{3}° true, from South Pole Station airport NZSP; /);
});

const RENDERED = {
  ru:
    '4,2 км, истинный пеленг 221° (юго-запад), от аэродрома Дейр-эз-Зор OSDZ; ' +
    '8,8 км южнее н. п. Дейр-эз-Зор; на территории: Deir ez-Zor, Сирия',
  ar:
    'على بعد \u20664.2 كم\u2069، باتجاه حقيقي \u2066221°\u2069 (جنوب غرب)، من مطار ' +
    '\u2068دير الزور\u2069 \u2066OSDZ\u2069؛ على بعد \u20668.8 كم\u2069 جنوب بلدة ' +
    '\u2068دير الزور\u2069؛ في \u2068Deir ez-Zor\u2069، \u2068سوريا\u2069',
  he:
    'במרחק \u20664.2 ק"מ\u2069, בכיוון אמיתי \u2066221°\u2069 (דרום-מערב), משדה התעופה ' +
    '\u2068דיר א-זור\u2069 \u2066OSDZ\u2069; במרחק \u20668.8 ק"מ\u2069 מדרום ליישוב ' +
    '\u2068דיר א-זור\u2069; בתחום \u2068Deir ez-Zor\u2069, \u2068סוריה\u2069',
  tr:
    'Deyrizor OSDZ havaalanından 4,2 km, gerçek kerteriz 221° (güneybatı); ' +
    'Deyrizor yerleşiminin 8,8 km güneyinde; Deir ez-Zor, Suriye içinde',
} as const;
for (const language of ['ru', 'ar', 'he', 'tr'] as const) {
  test(`the same structure is rendered in ${language}`, () => {
    const told = placeText(direct(OSDZ, 221, 4200), builtInPlaces, ATLAS);
    assert.equal(renderPlaceText(told, language), RENDERED[language]);
  });
}

test('what has no name in the language of the reader keeps its Latin one', () => {
  const told = placeText(at(48.138, 38.639));
  assert.match(renderPlaceText(told, 'ar'), /\u2068Pelahiivka\u2069/);
});

test('a deployment is told its own names', () => {
  const site: Place = {
    kind: 'site',
    id: 'own:1',
    code: '',
    name: 'Checkpoint 4',
    names: { ar: 'نقطة 4' },
    country: 'SY',
    position: direct(OSDZ, 200, 5000),
  };
  const told = placeText(direct(OSDZ, 221, 4200), gazetteerOf('Own', [site], builtInPlaces));
  assert.match(told.text, /; 1\.9 km north-west of Checkpoint 4$/);
});

test('no position or language makes a place text throw or leaves a gap in it', () => {
  const anywhere = fc.record({
    latE7: fc.integer({ min: -900_000_000, max: 900_000_000 }),
    lonE7: fc.integer({ min: -1_800_000_000, max: 1_800_000_000 }),
  });
  fc.assert(
    fc.property(anywhere, fc.constantFrom(...LANGUAGES), (position, language) => {
      const told = placeText(position, builtInPlaces, ATLAS);
      const text = renderPlaceText(told, language);
      assert.ok(told.relations.length === 2);
      assert.doesNotMatch(text, /[{}]|undefined|NaN|\(\)/);
    }),
    { numRuns: 500 },
  );
});
