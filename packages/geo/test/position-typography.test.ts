// Degrees as they are set in five scripts. All of them are the same place, to the digits stated.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readPosition } from '../src/index.ts';

const MINUTES = [353_333_333, 401_333_333] as const;
const SECONDS = [353_358_333, 401_408_333] as const;
const DECIMALS = [353_359_000, 401_408_000] as const;

const READ: readonly (readonly [string, readonly [number, number]])[] = [
  ['35°20′ с.ш. 40°08′ в.д.', MINUTES],
  ['35°20′ с. ш., 40°08′ в. д.', MINUTES],
  ['35°20′С 40°08′В', MINUTES],
  ['35 градусов 20 минут северной широты, 40 градусов 8 минут восточной долготы', MINUTES],
  ['35°20\'09" с.ш., 40°08\'27" в.д.', SECONDS],
  ['35,3359° с.ш., 40,1408° в.д.', DECIMALS],
  ['35,3359N 40,1408E', DECIMALS],
  ['35,3359; 40,1408', DECIMALS],
  ['35,3359, 40,1408', DECIMALS],
  ['35,3359 40,1408', DECIMALS],
  ['٣٥٫٣٣٥٩، ٤٠٫١٤٠٨', DECIMALS],
  ['٣٥°٢٠′ش ٤٠°٠٨′ق', MINUTES],
  ['35.3359 شمالاً 40.1408 شرقاً', DECIMALS],
  ['35.3359 شمال، 40.1408 شرق', DECIMALS],
  ['۳۵٫۳۳۵۹، ۴۰٫۱۴۰۸', DECIMALS],
  ['35.3359 צפון, 40.1408 מזרח', DECIMALS],
  ['35.3359K 40.1408D', DECIMALS],
  ['35.3359 kuzey, 40.1408 doğu', DECIMALS],
  ['35-20-09N 040-08-27E', SECONDS],
  ['35d20m09sN 40d08m27sE', SECONDS],
  ['\u206635.3359, 40.1408\u2069', DECIMALS],
  ['\u200e35.3359,\u00a040.1408', DECIMALS],
  ['３５.3359, 40.1408', DECIMALS],
];

for (const [text, [latE7, lonE7]] of READ) {
  test(`"${text}" is read`, () => {
    const reading = readPosition(text);
    assert.ok(reading.ok, JSON.stringify(reading));
    assert.deepEqual(reading.value.position, { latE7, lonE7 });
    assert.equal(reading.value.asEntered, text);
  });
}

test('south and west are told in every script', () => {
  for (const text of [
    '35.3359 ю.ш. 40.1408 з.д.',
    '35.3359Ю 40.1408З',
    '35.3359 جنوب، 40.1408 غرب',
    '35.3359 דרום, 40.1408 מערב',
    '35.3359 güney, 40.1408 batı',
    '35.3359G 40.1408B',
  ]) {
    const reading = readPosition(text);
    assert.ok(reading.ok, `${text}: ${JSON.stringify(reading)}`);
    assert.deepEqual(reading.value.position, { latE7: -353_359_000, lonE7: -401_408_000 });
  }
});

test('a refusal points into the text as it was written', () => {
  const reading = readPosition('٣٥°٦١′ش ٤٠°٠٨′ق');
  assert.ok(!reading.ok);
  assert.equal(reading.refusal.at, 3);
  assert.match(reading.refusal.expected, /minutes below 60/);
});

test('a latitude that can only be a longitude is refused, with the exchanged pair', () => {
  const reading = readPosition('140.1408, 35.3359');
  assert.ok(!reading.ok);
  assert.equal(reading.refusal.at, 0);
  assert.deepEqual(
    reading.refusal.candidates?.map(({ position }) => position),
    [{ latE7: 353_359_000, lonE7: 1_401_408_000 }],
  );
});

test('any text of five scripts is a position in range or a refusal that points into it', () => {
  const scripts = [
    '0123456789.,-+°\'"NSEW XY:;',
    'СЮВЗшдсюз.,ХУ°′″0123456789',
    'شجقغمالربون٠١٢٣٤٥٦٧٨٩٫،',
    "צפוןדרםמזחעב'׳0123456789.",
    'KGDBkuzeygüneydoğubatı0123456789.',
  ];
  const strings = scripts.map((letters) =>
    fc.array(fc.constantFrom(...letters.split('')), { maxLength: 40 }).map((all) => all.join('')),
  );
  const samples = READ.map(([text]) => text).concat(
    'X 3912555 Y 7603825',
    'UTM 37N 603674mE 3910891mN',
    '441LL15',
    'QJLF0844820154',
    '8H7284PR+987',
    'geo:35.3359,40.1408;u=20',
  );
  const mutated = fc
    .tuple(fc.constantFrom(...samples), fc.nat(60), fc.nat(3), fc.constantFrom(...strings))
    .chain(([sample, at, cut, script]) =>
      script.map((piece) => sample.slice(0, at) + piece.slice(0, 3) + sample.slice(at + cut)),
    );
  fc.assert(
    fc.property(fc.oneof(...strings, mutated), (text) => {
      const reading = readPosition(text);
      if (reading.ok) {
        const { latE7, lonE7 } = reading.value.position;
        assert.ok(Math.abs(latE7) <= 900_000_000 && Math.abs(lonE7) <= 1_800_000_000);
        assert.ok(Number.isInteger(latE7) && Number.isInteger(lonE7));
        assert.notEqual(reading.value.transformation, '');
        return;
      }
      const { at, found, expected } = reading.refusal;
      assert.ok(at >= 0 && at <= text.length, `${text}: ${at}`);
      assert.ok(found !== '' && expected !== '');
    }),
    { numRuns: 3000 },
  );
});

test('letters or labels on both sides settle the order, whichever comes first', () => {
  for (const text of [
    '40.1408E 35.3359N',
    'E40.1408 N35.3359',
    'lon 40.1408 lat 35.3359',
    'в.д. 40,1408 с.ш. 35,3359',
    '(35.3359, 40.1408)',
    '+35.3359+040.1408/',
  ]) {
    const read = readPosition(text);
    assert.ok(read.ok, text);
    assert.deepEqual(read.value.position, { latE7: 353_359_000, lonE7: 401_408_000 }, text);
  }
});

test('points between degrees, minutes and seconds are read where there are two of them', () => {
  const read = readPosition('35.20.09N 40.08.27E');
  assert.ok(read.ok && read.value.form === 'DMS');
  // 35 + 20/60 + 9/3600 and 40 + 8/60 + 27/3600 degrees.
  assert.deepEqual(read.value.position, { latE7: 353_358_333, lonE7: 401_408_333 });
});

test('the name of a place alone is where it is, unless it is two places or a grid', () => {
  const read = readPosition('Khmeimim airbase');
  assert.ok(read.ok && read.value.form === 'PLACE');
  const open = readPosition('Deir ez-Zor');
  assert.ok(!open.ok && open.refusal.candidates?.length === 2);
  const grid = readPosition('ZAH');
  assert.ok(grid.ok && grid.value.form === 'MGRS');
});
