// What was said is held against what was in force when it was said, by the times of signatures.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complianceFindings, derivedStates, openTasks } from '../src/index.ts';
import { arrangement, HOUR, MINUTE, NORTH, notice, SOUTH, T0 } from './bodies.ts';
import { scribe } from './scribe.ts';
import type { Scribe } from './scribe.ts';

function leads({ picture }: Scribe): string[] {
  return complianceFindings(picture, T0)
    .filter(({ clause }) => clause === 'minimum-lead')
    .map(({ object, slots }) => `${object} ${slots['minimum']}`);
}

test('a notice is judged by the arrangement of its day, not by a later one', () => {
  const line = scribe();
  for (const party of [NORTH, SOUTH]) line.put(party, arrangement(1), { releasedMs: T0 - HOUR });
  line.put(NORTH, notice(), { releasedMs: T0 });
  const stricter = arrangement(2, { minimumLeadMs: 2 * HOUR });
  line.put(NORTH, stricter, { releasedMs: T0 + MINUTE });
  line.put(SOUTH, stricter, { releasedMs: T0 + 3 * MINUTE });
  line.put(NORTH, notice(), { releasedMs: T0 + 3 * MINUTE - 1 });
  line.put(NORTH, notice(), { releasedMs: T0 + 3 * MINUTE });
  assert.deepEqual(leads(line), ['north/4 2 h']);
});

test('nothing is held against what was said before the last member signed', () => {
  const line = scribe();
  line.put(NORTH, arrangement(1, { minimumLeadMs: 2 * HOUR }), { releasedMs: T0 });
  line.put(NORTH, notice(), { releasedMs: T0 });
  line.put(SOUTH, arrangement(1, { minimumLeadMs: 2 * HOUR }), { releasedMs: T0 + 1 });
  assert.deepEqual(leads(line), []);
});

test('a version that one member alone has signed is no measure, and ends none', () => {
  const line = scribe();
  const first = arrangement(1, { minimumLeadMs: 2 * HOUR });
  for (const party of [NORTH, SOUTH]) line.put(party, first, { releasedMs: T0 - HOUR });
  line.put(NORTH, arrangement(2), { releasedMs: T0 - HOUR });
  line.put(NORTH, notice(), { releasedMs: T0 });
  assert.deepEqual(leads(line), ['north/2 2 h']);
});

test('the deadline and the lead of a notice do not move when a later version is signed', () => {
  const line = scribe();
  for (const party of [NORTH, SOUTH]) line.put(party, arrangement(1), { releasedMs: T0 - HOUR });
  const ref = line.put(NORTH, notice(), { releasedMs: T0 });
  const limits = { readMs: MINUTE, readBackMs: MINUTE, positionMs: MINUTE };
  const deadlines = { ...arrangement(1).deadlines, PRIORITY: limits };
  const next = arrangement(2, { deadlines, minimumLeadMs: 2 * HOUR });
  for (const party of [NORTH, SOUTH]) line.put(party, next, { releasedMs: T0 + 1 });
  assert.deepEqual(
    openTasks(line.picture, T0).map(({ step, dueMs }) => [step, dueMs]),
    [['read', T0 + 30 * MINUTE]],
  );
  const states = derivedStates(line.picture, line.object(ref), SOUTH, T0);
  assert.deepEqual(
    states.map(({ state }) => state),
    ['unacknowledged'],
  );
});
