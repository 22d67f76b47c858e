// Positions told from a place. Expected positions are GeodSolve's, from the aerodrome's point in
// the table, 35.2854 N 40.1760 E.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readPosition } from '../src/position/read-position.ts';

// `GeodSolve -p 6` of "35.2854 40.176 180 9000" and "35.2854 40.176 221 4200".
const SOUTH_9_KM = { latE7: 352042788, lonE7: 401760000 };
const BEARING_221 = { latE7: 352568256, lonE7: 401457210 };

test('a distance and a direction from an aerodrome are read, in English and in Russian', () => {
  for (const [text, position] of [
    ['9 km south of Deir ez-Zor airport', SOUTH_9_KM],
    ['9 km S of OSDZ', SOUTH_9_KM],
    ['в 9 км южнее аэродрома Дейр-эз-Зор', SOUTH_9_KM],
    ['bearing 221 true 4.2 km from OSDZ', BEARING_221],
  ] as const) {
    const read = readPosition(text);
    assert.ok(read.ok, text);
    assert.equal(read.value.form, 'PLACE');
    assert.deepEqual(read.value.position, position);
    assert.equal(read.value.asEntered, text);
    assert.match(read.value.transformation, /aerodrome Deir ez-Zor airport OSDZ/);
  }
});

test('a name that is a town and an aerodrome is refused with both, the slip of 2016', () => {
  const read = readPosition('9 km south of Deir ez-Zor');
  assert.ok(!read.ok);
  assert.match(read.refusal.sentence, /the aerodrome .* OSDZ, or the town Deir ez-Zor/);
  assert.equal(read.refusal.candidates?.length, 2);
});

test('what the words leave open is refused: the north of a bearing, the kind of a mile', () => {
  for (const [text, expected] of [
    ['bearing 221 4.2 km from OSDZ', /called true or magnetic/],
    ['OSDZ221004', /in magnetic ones/],
    ['5 miles north of OSDZ', /statute miles or nautical miles/],
    ['9 km south of Nowhereville', /a listed place/],
  ] as const) {
    const read = readPosition(text);
    assert.ok(!read.ok, text);
    assert.match(read.refusal.sentence, expected);
  }
});

test('a compass word is as wide as its sector', () => {
  const read = readPosition('9 km south of Deir ez-Zor airport');
  // 22.5 degrees of 9 km are 3.5 km to either side.
  assert.ok(read.ok && read.value.precisionMetres > 7000 && read.value.precisionMetres < 8000);
});

test('no words of five scripts make it throw', () => {
  const words = [
    '9',
    'km',
    'км',
    'كم',
    'of',
    'south',
    'южнее',
    'OSDZ',
    'Дейр-эз-Зор',
    'دير الزور',
    'bearing',
    '221',
    'true',
    'from',
    'от',
    'ק"מ',
    'Şanlıurfa',
    ',',
    '°',
    '\u2067',
    '\ud800',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 12 }), (parts) => {
      const read = readPosition(parts.join(' '));
      assert.ok(read.ok || read.refusal.sentence.length > 0);
    }),
    { numRuns: 300 },
  );
});
