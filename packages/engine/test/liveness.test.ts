// Suspect after 2.5 s, dead after 4 s, by the clock that nobody can set.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { healthAt, heard, UNHEARD } from '../src/index.ts';
import type { Liveness } from '../src/index.ts';

const BEAT = { seatsStaffed: 2, heardSize: 5, clockOffsetMs: 12 };

function after(...monotonic: readonly number[]): Liveness {
  return monotonic.reduce(
    (liveness, ms) => heard(liveness, BEAT, { nowMs: 1_000_000 + ms, monotonicMs: ms }),
    UNHEARD,
  );
}

test('a peer that was never heard is told apart from a dead one', () => {
  const { state, sinceMs } = healthAt(UNHEARD, 1_000_000);
  assert.deepEqual({ state, sinceMs }, { state: 'never', sinceMs: undefined });
});

test('the line is suspect at 2,500 ms of silence and dead at 4,000 ms', () => {
  const liveness = after(10_000);
  const states = [0, 2_499, 2_500, 3_999, 4_000, 1_000_000].map(
    (silentMs) => healthAt(liveness, 10_000 + silentMs).state,
  );
  assert.deepEqual(states, ['alive', 'alive', 'suspect', 'suspect', 'dead', 'dead']);
});

test('an alive line says since when, a silent one when it was last heard', () => {
  const liveness = after(10_000, 11_000, 12_000);
  assert.equal(healthAt(liveness, 12_000).sinceMs, 1_010_000);
  assert.equal(healthAt(liveness, 14_500).sinceMs, 1_012_000);
  assert.equal(healthAt(liveness, 16_000).sinceMs, 1_012_000);
});

test('being alive begins anew after a silence of 4 s, not after one of 3.999 s', () => {
  assert.equal(healthAt(after(10_000, 13_999), 13_999).sinceMs, 1_010_000);
  assert.equal(healthAt(after(10_000, 14_000), 14_000).sinceMs, 1_014_000);
});

test('a wall clock that was set back does not make a line alive or dead', () => {
  const liveness = heard(after(10_000), BEAT, { nowMs: 5, monotonicMs: 11_000 });
  assert.equal(healthAt(liveness, 13_499).state, 'alive');
  assert.equal(healthAt(liveness, 13_500).state, 'suspect');
});

test('a floor that nobody staffs is told apart from a dead line', () => {
  const liveness = heard(UNHEARD, { ...BEAT, seatsStaffed: 0 }, { nowMs: 1, monotonicMs: 1 });
  const { state, staffed } = healthAt(liveness, 2);
  assert.deepEqual({ state, staffed }, { state: 'alive', staffed: false });
});

test('a clock more than 1 s off is disputed, in either direction', () => {
  const disputed = [1_000, 1_001, -1_000, -1_001].map((clockOffsetMs) => {
    const liveness = heard(UNHEARD, { ...BEAT, clockOffsetMs }, { nowMs: 1, monotonicMs: 1 });
    return healthAt(liveness, 1).clockDisputed;
  });
  assert.deepEqual(disputed, [false, true, false, true]);
});

test('an offset once measured stays until a newer one is measured', () => {
  const unmeasured = { ...BEAT, clockOffsetMs: undefined };
  const liveness = heard(after(1), unmeasured, { nowMs: 2, monotonicMs: 2 });
  assert.equal(healthAt(liveness, 2).clockOffsetMs, 12);
  assert.equal(healthAt(UNHEARD, 2).clockOffsetMs, undefined);
});

test('what the peer holds of our record never shrinks', () => {
  const liveness = heard(after(1), { ...BEAT, heardSize: 3 }, { nowMs: 2, monotonicMs: 2 });
  assert.equal(liveness.heardSize, 5);
});

test('a heartbeat ends the trouble on the link', () => {
  const liveness = heard({ ...UNHEARD, trouble: 'cut' }, BEAT, { nowMs: 2, monotonicMs: 2 });
  assert.equal(healthAt(liveness, 2).trouble, '');
});
