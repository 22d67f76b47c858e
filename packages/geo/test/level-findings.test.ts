// Flight levels in words against bands.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { levelFindings, readHeight } from '../src/index.ts';
import type { AltitudeBand } from '../src/index.ts';

function band(lower: string, upper: string): AltitudeBand {
  const [low, high] = [readHeight(lower), readHeight(upper)];
  assert.ok(low.ok && high.ok);
  return { lower: low.value, upper: high.value };
}
const LEVELS = [band('FL180', 'FL240')];

for (const text of [
  'Refuelling between FL180 and FL240, east of the river.',
  'flight level 200',
  'FL180-240',
  'Полёты на эшелонах от 180 до 240, эшелон 200.',
  'ЭП190',
  'Contact on 243.0, squawk 4512, FL 210.',
  'No levels at all, 320 people.',
]) {
  test(`"${text}" has no finding in FL180 to FL240`, () => {
    assert.deepEqual(levelFindings(text, LEVELS), []);
  });
}

for (const [text, said, metres] of [
  ['Orbit at FL320.', 'FL320', 2438.4],
  ['Refuelling FL180 to FL260', 'FL180 to FL260', 609.6],
  ['Полёт на эшелоне 140', 'эшелоне 140', 1219.2],
  ['эшелон полёта 250', 'эшелон полёта 250', 304.8],
  ['flight level 100', 'flight level 100', 2438.4],
] as const) {
  test(`"${text}" is found to differ by ${metres} m`, () => {
    const [found, ...more] = levelFindings(text, LEVELS);
    assert.deepEqual(more, []);
    assert.equal(found?.said, said);
    assert.ok(Math.abs(found.differsMetres - metres) < 0.001, String(found.differsMetres));
  });
}

test('the sentence names what was read, what the band is, and by how much they differ', () => {
  const [found] = levelFindings('Orbit at FL320.', LEVELS);
  assert.equal(
    found?.sentence,
    'The text says FL320. The band is FL180 – FL240; FL320 lies 8000 ft outside of it.',
  );
});

test('a level in one of two bands is left alone, and bands in metres say nothing', () => {
  assert.deepEqual(levelFindings('FL320', [...LEVELS, band('FL300', 'UNL')]), []);
  assert.deepEqual(levelFindings('FL320', [band('SFC', '3000 m AMSL')]), []);
  assert.deepEqual(levelFindings('FL320', [band('SFC', 'UNL')]), []);
  assert.deepEqual(levelFindings('FL320', []), []);
});
