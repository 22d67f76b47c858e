// Objects are owned: superseded and cancelled by their author alone, and nothing vanishes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  cancel,
  HOUR,
  NORTH,
  notice,
  question,
  read,
  SOUTH,
  T0,
  volume,
  warning,
  WEST,
} from './bodies.ts';
import { foldRow, rowFor, scribe } from './scribe.ts';

test('a notice has its lead: its first start minus when it was told', () => {
  const { put, object } = scribe();
  const later = volume({ window: { startMs: T0 + 3 * HOUR, endMs: T0 + 4 * HOUR } });
  const sent = put(NORTH, notice({ volumes: [later, volume()] }), { releasedMs: T0 + 1_000 });
  assert.equal(object(sent).leadMs, HOUR - 1_000);
});

test('a warning and a question have no lead', () => {
  const { put, object } = scribe();
  assert.equal(object(put(NORTH, warning())).leadMs, undefined);
  assert.equal(object(put(NORTH, question())).leadMs, undefined);
});

test('words that contradict the geometry are flagged on the object', () => {
  const { put, object } = scribe();
  const text = '9 km north-east of Deir ez-Zor airfield';
  const sent = put(NORTH, notice({ words: { text, language: 'en' } }));
  assert.deepEqual(
    object(sent)
      .findings.map(({ code }) => code)
      .includes('direction-differs'),
    true,
  );
});

test('a superseded notice stays, names its successor, and is out of force', () => {
  const { put, object } = scribe();
  const first = put(NORTH, notice());
  const second = put(NORTH, notice({ supersedes: first }));
  assert.equal(object(first).state, 'superseded');
  assert.equal(object(first).supersededBy, 'north/1');
  assert.equal(object(second).state, 'in-force');
});

test('nobody supersedes or cancels what another party said', () => {
  const { put, object, refused } = scribe();
  const sent = put(NORTH, notice());
  put(SOUTH, notice({ supersedes: sent }));
  assert.equal(refused(), 'not-yours supersedes');
  put(SOUTH, cancel(sent));
  assert.equal(refused(), 'not-yours ref');
  assert.equal(object(sent).state, 'in-force');
});

test('the author cancels a notice, a question and a warning of its own', () => {
  const { put, object } = scribe();
  for (const body of [notice(), question(), warning()]) {
    const sent = put(NORTH, body);
    put(NORTH, cancel(sent));
    assert.equal(object(sent).state, 'cancelled');
  }
});

test('an unusable entry keeps its place, and the next one follows it', () => {
  const { put, picture, refused } = scribe();
  put(NORTH, notice({ volumes: [volume({ window: { startMs: T0, endMs: T0 } })] }));
  assert.equal(refused(), 'geometry volumes[0].window');
  assert.equal(picture.objects.size, 0);
  assert.equal(picture.folded.get(NORTH), 1);
  const next = put(NORTH, notice());
  assert.equal(next.index, 1);
  assert.deepEqual([...picture.objects.keys()], ['north/1']);
});

test('an unusable entry can be meant by nobody as an object', () => {
  const { put, refused } = scribe();
  const bad = put(NORTH, notice({ volumes: [volume({ window: { startMs: T0, endMs: T0 } })] }));
  put(SOUTH, read(bad));
  assert.equal(refused(), 'wrong-kind ref');
});

test('an entry folded out of turn is a bug and throws', () => {
  const { picture } = scribe();
  assert.throws(() => foldRow(picture, rowFor(NORTH, 1, notice())), {
    message: 'entry 1 of north folded where 0 was due',
  });
});

test('an entry means only what its author says it has seen', () => {
  const { put, refused, ladder } = scribe([NORTH, SOUTH, WEST]);
  const sent = put(NORTH, notice());
  put(SOUTH, read(sent), { seen: [] });
  assert.equal(refused(), 'unknown-reference ref.index');
  assert.equal(ladder(sent, SOUTH).read, undefined);
  put(WEST, read(sent));
  assert.notEqual(ladder(sent, WEST).read, undefined);
});
