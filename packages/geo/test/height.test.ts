// Heights as people write them: the reference is never assumed, and what was stated comes back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bandFault, heightIn, heightOf, readHeight, writeBand, writeHeight } from '../src/index.ts';
import type { Height, HeightBound, HeightReference, HeightUnit } from '../src/index.ts';

function height(value: number, unit: HeightUnit, reference: HeightReference): Height {
  const made = heightOf(value, unit, reference);
  assert.ok(made.ok);
  return made.value;
}

const READ: readonly (readonly [string, HeightBound, string])[] = [
  ['FL180', { kind: 'height', centimetres: 548_640, unit: 'FL', reference: 'STD' }, 'FL180'],
  ['fl 5', { kind: 'height', centimetres: 15_240, unit: 'FL', reference: 'STD' }, 'FL005'],
  [
    '18000 ft AMSL',
    { kind: 'height', centimetres: 548_640, unit: 'ft', reference: 'AMSL' },
    '18 000 ft AMSL',
  ],
  [
    '18 000ft MSL',
    { kind: 'height', centimetres: 548_640, unit: 'ft', reference: 'AMSL' },
    '18 000 ft AMSL',
  ],
  [
    '5 500 m HAE',
    { kind: 'height', centimetres: 550_000, unit: 'm', reference: 'HAE' },
    '5 500 m HAE',
  ],
  ['200 ft AGL', { kind: 'height', centimetres: 6096, unit: 'ft', reference: 'AGL' }, '200 ft AGL'],
  ['1 ft AGL', { kind: 'height', centimetres: 30, unit: 'ft', reference: 'AGL' }, '1 ft AGL'],
  [
    '-20.5 m AMSL',
    { kind: 'height', centimetres: -2050, unit: 'm', reference: 'AMSL' },
    '-20.5 m AMSL',
  ],
  ['0 m HAE', { kind: 'height', centimetres: 0, unit: 'm', reference: 'HAE' }, '0 m HAE'],
  [
    '24000 feet STD',
    { kind: 'height', centimetres: 731_520, unit: 'ft', reference: 'STD' },
    '24 000 ft STD',
  ],
  ['SFC', { kind: 'surface' }, 'SFC'],
  [' gnd ', { kind: 'surface' }, 'SFC'],
  ['UNL', { kind: 'unlimited' }, 'UNL'],
];

for (const [text, value, written] of READ) {
  test(`"${text}" is read and written "${written}"`, () => {
    assert.deepEqual(readHeight(text), { ok: true, value });
    assert.equal(writeHeight(value), written);
  });
}

const REFUSED: readonly (readonly [string, number, RegExp])[] = [
  ['', 0, /a height such as/],
  ['18000', 5, /the unit, m or ft/],
  ['18000 ft', 8, /the reference, AMSL, HAE, AGL or STD/],
  ['18000 ft QFF', 9, /the reference/],
  ['18,000 ft AMSL', 2, /without a comma/],
  ['10 km AMSL', 3, /the unit, m or ft/],
  ['FL180.5', 2, /a whole flight level/],
  ['FL-10', 2, /a whole flight level/],
  ['FL180 AMSL', 2, /a whole flight level/],
  ['FL9999', 0, /-500 m to 100 km/],
  ['-501 m HAE', 0, /-500 m to 100 km/],
  ['100001 m HAE', 0, /-500 m to 100 km/],
  ['5 50 m HAE', 2, /the unit/],
  ['NaN m HAE', 0, /a height such as/],
  ['5 m AMSL or so', 9, /the end/],
];

for (const [text, where, expected] of REFUSED) {
  test(`"${text}" is refused at character ${where + 1}`, () => {
    const reading = readHeight(text);
    assert.ok(!reading.ok);
    assert.equal(reading.refusal.at, where, reading.refusal.sentence);
    assert.match(reading.refusal.expected, expected);
  });
}

test('a flight level demands standard pressure and a whole number', () => {
  assert.equal(heightOf(180, 'FL', 'AMSL').ok, false);
  assert.equal(heightOf(180.5, 'FL', 'STD').ok, false);
  assert.equal(heightOf(NaN, 'm', 'HAE').ok, false);
  assert.equal(heightOf(Infinity, 'ft', 'AMSL').ok, false);
  assert.equal(heightOf(100_000, 'm', 'HAE').ok, true);
});

test('a height is told in the other unit without changing its reference', () => {
  assert.equal(heightIn(height(180, 'FL', 'STD'), 'ft'), 18_000);
  assert.equal(heightIn(height(180, 'FL', 'STD'), 'm'), 5486.4);
  assert.equal(heightIn(height(1000, 'm', 'AMSL'), 'm'), 1000);
});

test('every whole foot and every flight level comes back as stated', () => {
  for (let feet = -1600; feet <= 100_000; feet += 7) {
    const written = writeHeight(height(feet, 'ft', 'AMSL')).replaceAll(' ', '');
    assert.equal(written, `${feet}ftAMSL`);
  }
  for (let level = 0; level <= 3280; level += 1) {
    assert.equal(writeHeight(height(level, 'FL', 'STD')), `FL${String(level).padStart(3, '0')}`);
  }
});

test('a band is written with both limits', () => {
  const band = { lower: height(180, 'FL', 'STD'), upper: height(240, 'FL', 'STD') };
  assert.equal(writeBand(band), 'FL180 – FL240');
  assert.equal(
    writeBand({ lower: { kind: 'surface' }, upper: { kind: 'unlimited' } }),
    'SFC – UNL',
  );
});

test('a band upside down is at fault, when its limits can be compared', () => {
  const [fl180, fl240] = [height(180, 'FL', 'STD'), height(240, 'FL', 'STD')];
  const amsl = height(3000, 'm', 'AMSL');
  const [surface, unlimited] = [{ kind: 'surface' }, { kind: 'unlimited' }] as const;
  assert.equal(bandFault({ lower: fl240, upper: fl180 }), 'lower FL240 is above upper FL180');
  assert.equal(bandFault({ lower: fl180, upper: surface }), 'lower FL180 is above upper SFC');
  assert.match(bandFault({ lower: unlimited, upper: unlimited }) ?? '', /lower limit is unlimited/);
  for (const [lower, upper] of [
    [fl180, fl240],
    [fl180, fl180],
    [fl240, amsl],
    [surface, surface],
    [surface, amsl],
    [amsl, unlimited],
  ] as const) {
    assert.equal(bandFault({ lower, upper }), undefined);
  }
});

const EXCLUDED: readonly (readonly [string, string])[] = [
  ['below FL180', 'FL180 excl'],
  [' up to but not including FL180', 'FL180 excl'],
  ['FL180 excl', 'FL180 excl'],
  ['ниже FL180', 'FL180 excl'],
  ['above 5000 ft AMSL', '5 000 ft AMSL excl'],
];

for (const [text, written] of EXCLUDED) {
  test(`"${text}" excludes the height itself`, () => {
    const read = readHeight(text);
    assert.ok(read.ok && read.value.kind === 'height');
    assert.equal(read.value.excluded, true);
    assert.equal(writeHeight(read.value), written);
    assert.deepEqual(readHeight(written), read);
  });
}

test('an excluded reading is refused where the height stops making sense', () => {
  for (const [text, where] of [
    ['below SFC', 6],
    ['below 18,000 ft AMSL', 8],
    ['below', 0],
    ['below below FL180', 6],
  ] as const) {
    const read = readHeight(text);
    assert.ok(!read.ok, text);
    assert.equal(read.refusal.at, where, text);
  }
});

test('a band whose one height is excluded is empty, and says so', () => {
  const fl180 = height(180, 'FL', 'STD');
  const upper = { ...fl180, excluded: true } as const;
  assert.match(bandFault({ lower: fl180, upper }) ?? '', /nothing lies in FL180 – below FL180/);
  assert.equal(bandFault({ lower: height(100, 'FL', 'STD'), upper }), undefined);
});
