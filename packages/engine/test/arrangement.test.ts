// The arrangement in force, and what the conflicts do when the minima change.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Picture } from '../src/index.ts';
import { arrangement, cancel, eastward, NORTH, notice, SOUTH, volume, WEST } from './bodies.ts';
import { scribe } from './scribe.ts';

const FAR = { lateralCentimetres: 2_000_000, verticalCentimetres: 30_000, timeMs: 0 };
const NONE = { lateralCentimetres: 0, verticalCentimetres: 0, timeMs: 0 };

function inForce({ arrangement: agreed }: Picture): number | undefined {
  return agreed?.version;
}

test('an arrangement is in force only when every member has signed it', () => {
  const { put, picture } = scribe([NORTH, SOUTH, WEST]);
  put(NORTH, arrangement(1));
  assert.equal(inForce(picture), undefined);
  put(SOUTH, arrangement(1));
  assert.equal(inForce(picture), undefined);
  put(WEST, arrangement(1));
  assert.equal(inForce(picture), 1);
});

test('a version that differs in one character is another text', () => {
  const { put, picture } = scribe();
  put(NORTH, arrangement(1));
  put(SOUTH, arrangement(1, { scope: 'Safety of flight!' }));
  assert.equal(inForce(picture), undefined);
});

test('one member that signs another version alone leaves the agreed one in force', () => {
  const { put, picture } = scribe();
  put(NORTH, arrangement(1));
  put(SOUTH, arrangement(1));
  put(NORTH, arrangement(2, { minima: NONE }));
  assert.equal(inForce(picture), 1);
  put(SOUTH, arrangement(2, { minima: NONE }));
  assert.equal(inForce(picture), 2);
});

test('a version that all have signed comes into force, though some have signed a newer one', () => {
  const { put, picture } = scribe();
  put(NORTH, arrangement(1));
  put(NORTH, arrangement(2));
  put(SOUTH, arrangement(1));
  assert.equal(inForce(picture), 1);
});

test('nobody signs a version twice, nor an older one', () => {
  const { put, refused } = scribe();
  put(NORTH, arrangement(4));
  put(NORTH, arrangement(4, { scope: 'Another.' }));
  assert.equal(refused(), 'already-said version');
  put(NORTH, arrangement(3));
  assert.equal(refused(), 'already-said version');
});

test('without an arrangement only overlap is a conflict', () => {
  const { put, picture } = scribe();
  put(NORTH, notice());
  put(SOUTH, notice({ volumes: [eastward(1_000_000)] }));
  assert.deepEqual([...picture.conflicts.keys()], []);
  put(SOUTH, notice({ volumes: [eastward(100_000)] }));
  assert.deepEqual([...picture.conflicts.keys()], ['north/0 south/1']);
});

test('minima apply at once when they come into force, and again when they change', () => {
  const { put, picture } = scribe();
  put(NORTH, notice());
  put(SOUTH, notice({ volumes: [eastward(1_500_000)] }));
  put(NORTH, arrangement(1, { minima: FAR }));
  assert.equal(picture.conflicts.size, 0);
  put(SOUTH, arrangement(1, { minima: FAR }));
  assert.deepEqual([...picture.conflicts.keys()], ['north/0 south/0']);
  put(NORTH, arrangement(2, { minima: NONE }));
  put(SOUTH, arrangement(2, { minima: NONE }));
  assert.equal(picture.conflicts.size, 0);
});

test('a conflict tells how near the two come, whoever was first', () => {
  // By GeodSolve, 35.26 N 40.15 E to 35.26 N 40.30 E is 13,649.77 m; less two radii of 3 km.
  for (const order of [
    [NORTH, SOUTH],
    [SOUTH, NORTH],
  ] as const) {
    const { put, picture } = scribe();
    for (const party of order) {
      const volumes = [party === NORTH ? volume() : eastward(1_500_000)];
      put(party, arrangement(1, { minima: FAR }));
      put(party, notice({ volumes }));
    }
    const [conflict] = picture.conflicts.values();
    assert.equal(conflict?.a, 'north/1');
    assert.equal(conflict?.b, 'south/1');
    const [meeting] = conflict?.meetings ?? [];
    const { lateralCentimetres, ...rest } = meeting?.conflict.separation ?? {};
    assert(Math.abs((lateralCentimetres ?? 0) - 764_977) <= 1, String(lateralCentimetres));
    assert.deepEqual(rest, { verticalCentimetres: 0, timeMs: 0 });
    assert((meeting?.conflict.nearest.a.lonE7 ?? 0) < (meeting?.conflict.nearest.b.lonE7 ?? 0));
  }
});

test('each pair of volumes that meets is named', () => {
  const { put, picture } = scribe();
  put(NORTH, notice({ volumes: [eastward(20_000_000), volume()] }));
  put(SOUTH, notice({ volumes: [volume(), eastward(40_000_000), eastward(20_000_000)] }));
  const [conflict] = picture.conflicts.values();
  const meetings = conflict?.meetings.map(({ volumeA, volumeB }) => `${volumeA} ${volumeB}`);
  assert.deepEqual(meetings?.toSorted(), ['0 2', '1 0']);
});

test('notices of one party are never in conflict with one another', () => {
  const { put, picture } = scribe();
  put(NORTH, notice());
  put(NORTH, notice());
  assert.equal(picture.conflicts.size, 0);
});

test('a conflict goes when one side is cancelled or superseded by a notice elsewhere', () => {
  const { put, picture } = scribe();
  const first = put(NORTH, notice());
  const theirs = put(SOUTH, notice());
  assert.equal(picture.conflicts.size, 1);
  const second = put(NORTH, notice({ volumes: [eastward(30_000_000)], supersedes: first }));
  assert.equal(picture.conflicts.size, 0);
  put(NORTH, notice({ supersedes: second }));
  assert.deepEqual([...picture.conflicts.keys()], ['north/2 south/0']);
  put(SOUTH, cancel(theirs));
  assert.equal(picture.conflicts.size, 0);
});
