// What a draft would run into, before it is released.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDraft } from '../src/index.ts';
import {
  arrangement,
  eastward,
  HOUR,
  MINUTE,
  NORTH,
  notice,
  question,
  SOUTH,
  T0,
  volume,
} from './bodies.ts';
import { scribe } from './scribe.ts';

test('a draft that could not be released is refused with the field', () => {
  const { picture } = scribe();
  const body = notice({ volumes: [volume({ window: { startMs: T0, endMs: T0 } })] });
  const check = checkDraft(picture, NORTH, body, T0);
  assert.equal(check.refusal?.code, 'geometry');
  assert.equal(check.refusal?.field, 'volumes[0].window');
  assert.deepEqual(check.conflicts, []);
});

test('a draft is held against the notices of others, not against our own', () => {
  const { picture, put } = scribe();
  put(NORTH, notice());
  put(SOUTH, notice({ volumes: [eastward(30_000_000), volume()] }));
  const { conflicts } = checkDraft(picture, NORTH, notice(), T0);
  assert.deepEqual(
    conflicts.map(({ id, volumeIndex, queryVolumeIndex }) => [id, volumeIndex, queryVolumeIndex]),
    [['south/0', 1, 0]],
  );
});

test('a check changes nothing', () => {
  const { picture } = scribe();
  checkDraft(picture, NORTH, notice(), T0);
  assert.equal(picture.objects.size, 0);
  assert.deepEqual(checkDraft(picture, SOUTH, notice(), T0).conflicts, []);
});

test('the lead is the first start minus now, late under the minimum of the arrangement', () => {
  const { picture, put } = scribe();
  const late = (nowMs: number): readonly [number | undefined, boolean] => {
    const check = checkDraft(picture, NORTH, notice(), nowMs);
    return [check.leadMs, check.late];
  };
  assert.deepEqual(late(T0 + HOUR), [0, false]);
  put(NORTH, arrangement(1));
  put(SOUTH, arrangement(1));
  assert.deepEqual(late(T0 + 30 * MINUTE), [30 * MINUTE, false]);
  assert.deepEqual(late(T0 + 30 * MINUTE + 1), [30 * MINUTE - 1, true]);
  assert.deepEqual(late(T0 + 2 * HOUR), [-HOUR, true]);
});

test('a class with a lead of its own in the arrangement goes by that', () => {
  const { picture, put } = scribe();
  const clause = { notices: [{ of: 'unmanned' as const, required: true, minimumLeadMs: HOUR }] };
  put(NORTH, arrangement(1, clause));
  put(SOUTH, arrangement(1, clause));
  const late = (activity: 'unmanned' | 'orbit'): boolean =>
    checkDraft(picture, NORTH, notice({ activity }), T0 + 1).late;
  assert.equal(late('unmanned'), true);
  assert.equal(late('orbit'), false);
});

test('words about the place are made from the geometry, one a volume', () => {
  const { picture } = scribe();
  const { places } = checkDraft(picture, NORTH, notice({ volumes: [volume(), volume()] }), T0);
  assert.equal(places.length, 2);
  assert.match(JSON.stringify(places[0]), /Deir/);
});

test('words that contradict the geometry are found before anybody reads them', () => {
  const { picture } = scribe();
  const words = { text: '9 km north-east of Deir ez-Zor airfield', language: 'en' };
  const { findings } = checkDraft(picture, NORTH, notice({ words }), T0);
  assert.equal(
    findings.some(({ code }) => code === 'direction-differs'),
    true,
  );
});

test('a question has neither places nor lead nor conflicts', () => {
  const { picture, put } = scribe();
  put(SOUTH, notice());
  assert.deepEqual(checkDraft(picture, NORTH, question(), T0), {
    refusal: undefined,
    lint: [],
    places: [],
    findings: [],
    conflicts: [],
    leadMs: undefined,
    late: false,
  });
});
