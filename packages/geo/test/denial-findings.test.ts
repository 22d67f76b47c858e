// A denial takes its place out of the words; a limit ("not above", "не ранее") denies nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtInWorld } from '../src/findings/built-in-world.ts';
import type { Described } from '../src/findings/finding.ts';
import { findingsOf } from '../src/findings/findings-of.ts';
import { at } from './oracle.ts';

const VOLUME: Described = {
  outline: { kind: 'circle', centre: at(35.2555, 40.14), radiusCentimetres: 50_000 },
  band: {
    lower: { kind: 'surface' },
    upper: { kind: 'height', centimetres: 240 * 3048, unit: 'FL', reference: 'STD' },
  },
  window: { startMs: Date.UTC(2016, 8, 17, 12, 55), endMs: Date.UTC(2016, 8, 17, 13, 56) },
};

for (const words of [
  'Strikes 9 km south of the airfield, not above FL240.',
  'Strikes not above FL240 9 km south of the airfield, not earlier than 1255Z.',
  'Strikes near Palmyra not before 1255Z.',
  'Flights up to FL240 in western Syria, no later than 1356Z.',
  'Удары в 9 км южнее аэродрома не выше эшелона 240.',
  'Полёты не выше эшелона 240 в районе Пальмиры не ранее 12:55 UTC.',
  'Работа не более часа на западе Сирии.',
]) {
  test(`a limit denies nothing: "${words}"`, () => {
    assert.notDeepEqual(findingsOf(words, [VOLUME], builtInWorld), []);
  });
}

for (const words of [
  'No flights are planned near Palmyra.',
  'Aircraft will not enter Iraq or western Syria.',
  'Strikes 20 km west of Palmyra are not planned.',
  'Полёты в Ираке не планируются.',
  'В районе Пальмиры работ нет.',
  'Самолёты не входят в воздушное пространство Турции.',
]) {
  test(`what is denied is no finding: "${words}"`, () => {
    assert.deepEqual(findingsOf(words, [VOLUME], builtInWorld), []);
  });
}

test('a text that fits one of two volumes is right', () => {
  const other: Described = {
    ...VOLUME,
    outline: { kind: 'circle', centre: at(34.9, 38.3), radiusCentimetres: 500_000 },
  };
  const words = 'Areas 38 km north of Palmyra and 9 km south of the city of Deir ez-Zor.';
  assert.deepEqual(findingsOf(words, [VOLUME, other], builtInWorld), []);
  assert.notDeepEqual(findingsOf(words, [VOLUME], builtInWorld), []);
});
