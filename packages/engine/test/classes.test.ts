// Separation between kinds of notice: by status, by class, and what is kept apart from what.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Body } from '@parley/protocol';
import { arrangement, eastward, NORTH, notice, SOUTH } from './bodies.ts';
import { airDefence, exercise, movement, protectedObject } from './more-bodies.ts';
import { scribe } from './scribe.ts';

function conflicts(ours: Body, theirs: Body): number {
  const { put, refused, picture } = scribe();
  put(NORTH, ours);
  put(SOUTH, theirs);
  assert.equal(refused(), 'nothing');
  return picture.conflicts.size;
}

const unmanned = notice({ activity: 'unmanned' });
const KINDS = [notice(), unmanned, movement(), protectedObject(), exercise(), airDefence()];
/** Whether two that overlap are in conflict: a row and a column for each of KINDS. */
const TABLE = ['111111', '111111', '110011', '110011', '111111', '111111'];

test('every two kinds that overlap are in conflict, but movements and protected objects', () => {
  for (const [row, ours] of KINDS.entries()) {
    for (const [column, theirs] of KINDS.entries()) {
      const expected = Number(TABLE[row]?.[column]);
      assert.equal(conflicts(ours, theirs), expected, `${row} ${column}`);
    }
  }
});

test('a drill is in no conflict with real traffic', () => {
  assert.equal(conflicts(notice(), notice({ status: 'actual' })), 0);
  assert.equal(conflicts(notice({ status: 'actual' }), notice({ status: 'actual' })), 1);
});

test('air defence that has ended keeps nobody out', () => {
  assert.equal(conflicts(notice(), airDefence({ state: 'ended' })), 0);
  assert.equal(conflicts(airDefence({ state: 'ended' }), notice()), 0);
});

test('where something may come down counts with where it is fired, numbered after it', () => {
  const { put, picture } = scribe();
  put(NORTH, exercise({ volumes: [eastward(20_000_000)], impactVolumes: [eastward(0)] }));
  put(SOUTH, notice());
  const [conflict] = picture.conflicts.values();
  assert.deepEqual(
    conflict?.meetings.map(({ volumeA, volumeB }) => [volumeA, volumeB]),
    [[1, 0]],
  );
});

test('two classes go by their own minima, either way round, and others by the common ones', () => {
  // By GeodSolve, centres 13,649.77 m apart leave 7,649.77 m between two circles of 3 km.
  const far = { lateralCentimetres: 764_978, verticalCentimetres: 0, timeMs: 0 };
  const none = { lateralCentimetres: 0, verticalCentimetres: 0, timeMs: 0 };
  for (const between of [
    ['unmanned', 'movement'],
    ['movement', 'unmanned'],
  ] as const) {
    const clause = { minima: none, separations: [{ between: [...between], minima: far }] };
    const { put, picture } = scribe();
    for (const party of [NORTH, SOUTH]) put(party, arrangement(1, clause));
    put(NORTH, { ...unmanned, volumes: [eastward(1_500_000)] });
    put(NORTH, notice({ volumes: [eastward(1_500_000)] }));
    put(SOUTH, movement());
    assert.deepEqual([...picture.conflicts.keys()], ['north/1 south/1']);
  }
});
