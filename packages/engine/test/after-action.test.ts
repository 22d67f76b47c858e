import assert from 'node:assert/strict';
import { test } from 'node:test';
import { objectIdOf } from '@parley/protocol';
import type { Body, Entry, PartyId, Ref } from '@parley/protocol';
import { afterAction, rowOf } from '../src/index.ts';
import type { AfterAction, EntryRow } from '../src/index.ts';
import {
  arrangement,
  HOUR,
  MINUTE,
  NORTH,
  notice,
  position,
  question,
  read,
  readBack,
  RENDERED,
  SOUTH,
  T0,
  volume,
  warning,
} from './bodies.ts';
import { protectedObject } from './more-bodies.ts';
import { LINE, rowFor } from './scribe.ts';

const ROOT = '0'.repeat(64) as Entry['seen'][number]['root'];

/** Two records, written in turn; each author has seen all that stands so far. */
function records() {
  const rows = new Map<PartyId, EntryRow[]>([
    [NORTH, []],
    [SOUTH, []],
  ]);
  const put = (party: PartyId, minutes: number, body: Body, changes: Partial<Entry> = {}): Ref => {
    const own = rows.get(party) ?? [];
    const seen = [...rows]
      .filter(([other, held]) => other !== party && held.length > 0)
      .map(([other, held]) => ({ party: other, size: held.length, root: ROOT }));
    const releasedMs = T0 + minutes * MINUTE;
    const row = rowFor(party, own.length, body, { seen, releasedMs, ...changes });
    own.push(row);
    return row.ref;
  };
  return { rows, put };
}

function received(ref: Ref, minutes: number, clockOffsetMs?: number): Body {
  const head = { size: ref.index + 1, root: ROOT, receivedMs: T0 + minutes * MINUTE };
  const offset = clockOffsetMs === undefined ? {} : { clockOffsetMs };
  return { type: 'received', ...ref, ...head, ...offset };
}

const whole = { fromMs: T0, untilMs: T0 + 3 * HOUR };

/** What was said of each step, in minutes after it was told. */
function stepsOf(report: AfterAction, ref: Ref, party: PartyId): (readonly [string, number[]])[] {
  const account = report.objects.find(({ name }) => name === objectIdOf(ref));
  const addressee = account?.addressees.find((one) => one.party === party);
  assert(addressee !== undefined, `${objectIdOf(ref)} has no account of ${party}`);
  return addressee.steps.map(({ step, said }) => [
    step,
    said.map(({ afterMs }) => afterMs / MINUTE),
  ]);
}

test('a notice is told with what was said to it, how long it took, and what nobody said', () => {
  const { rows, put } = records();
  const told = put(NORTH, 0, notice());
  put(SOUTH, 1, received(told, 1));
  put(SOUTH, 4, read(told));
  put(SOUTH, 6, readBack(told));
  put(SOUTH, 9, { type: 'disseminated', ref: told, level: 'headquarters', reachedMs: T0 });
  const report = afterAction(LINE, rows, whole);
  assert.deepEqual(stepsOf(report, told, SOUTH), [
    ['received', [1]],
    ['read', [4]],
    ['read-back', [6]],
    ['disseminated', [9]],
    ['position', []],
  ]);
  assert.deepEqual(
    report.unanswered.map(({ object, party, step, overdue }) => [object, party, step, overdue]),
    [],
    'a notice that has ended asks for nothing any more',
  );
  const early = afterAction(LINE, rows, { fromMs: T0, untilMs: T0 + HOUR });
  assert.deepEqual(
    early.unanswered.map(({ object, party, step }) => [object, party, step]),
    [['north/0', 'south', 'position']],
  );
});

test('a read-back is told with whether it was what was sent', () => {
  const { rows, put } = records();
  const told = put(NORTH, 0, notice());
  put(SOUTH, 2, readBack(told, { volumes: [{ ...RENDERED, upper: 'FL250' }] }));
  const [account] = afterAction(LINE, rows, whole).objects;
  const step = account?.addressees[0]?.steps.find((one) => one.step === 'read-back');
  assert.equal(step?.said[0]?.comparison?.result, 'mismatch');
});

test('elapsed times count by one clock where the clocks were measured to differ', () => {
  const { rows, put } = records();
  const told = put(NORTH, 0, notice());
  // South's clock is two minutes ahead: north's minus south's is minus two minutes.
  put(SOUTH, 3, received(told, 3, -2 * MINUTE));
  put(SOUTH, 5, read(told));
  const report = afterAction(LINE, rows, whole);
  assert.deepEqual(stepsOf(report, told, SOUTH).slice(0, 2), [
    ['received', [1]],
    ['read', [3]],
  ]);
});

test('the lead of a notice stands beside the least that the arrangement asks for', () => {
  const { rows, put } = records();
  put(NORTH, 0, arrangement(1));
  put(SOUTH, 0, arrangement(1));
  put(NORTH, 10, notice());
  const soon = { startMs: T0 + 30 * MINUTE, endMs: T0 + HOUR };
  put(NORTH, 10, notice({ volumes: [volume({ window: soon })] }));
  put(NORTH, 11, protectedObject());
  const report = afterAction(LINE, rows, whole);
  assert.equal(report.arrangement?.version, 1);
  assert.deepEqual(
    report.objects.map(({ name, lead }) => [name, lead]),
    [
      ['north/1', { leadMs: 50 * MINUTE, minimumMs: 30 * MINUTE }],
      ['north/2', { leadMs: 20 * MINUTE, minimumMs: 30 * MINUTE }],
      // It stands where it stands, and is told when it is known.
      ['north/3', undefined],
    ],
  );
});

test('latencies have count, median, 95th and worst by party and precedence, and the unsaid', () => {
  const { rows, put } = records();
  const minutes = [1, 2, 3, 4, 100];
  for (const [nth, after] of minutes.entries()) {
    const told = put(NORTH, nth, warning());
    put(SOUTH, nth + after, read(told), { releasedMs: T0 + (nth + after) * MINUTE });
  }
  put(NORTH, 6, warning());
  const report = afterAction(LINE, rows, whole);
  assert.deepEqual(
    report.latencies.find(({ step }) => step === 'read'),
    {
      party: SOUTH,
      status: 'exercise',
      precedence: 'FLASH',
      step: 'read',
      count: 5,
      unsaid: 1,
      medianMs: 3 * MINUTE,
      p95Ms: 100 * MINUTE,
      worstMs: 100 * MINUTE,
    },
  );
  assert.deepEqual(
    report.latencies.map(({ step, count, unsaid }) => [step, count, unsaid]),
    [
      ['received', 0, 6],
      ['read', 5, 1],
      ['action', 0, 6],
    ],
  );
});

test('the chronology has what was said in the period, with drills named as such', () => {
  const { rows, put } = records();
  const before = put(NORTH, -10, notice({ status: 'actual' }));
  const told = put(NORTH, 1, notice());
  put(SOUTH, 2, read(told));
  put(SOUTH, 3, read(before));
  put(SOUTH, 70, position(told));
  const report = afterAction(LINE, rows, { fromMs: T0, untilMs: T0 + HOUR });
  assert.deepEqual(
    report.chronology.map(({ name, status }) => [name, status]),
    [
      ['north/1', 'exercise'],
      ['south/0', 'exercise'],
      ['south/1', 'actual'],
    ],
  );
  // The older notice is told too, since it was read in the period; the later position is not.
  assert.deepEqual(
    report.objects.map(({ name }) => name),
    ['north/0', 'north/1'],
  );
  assert.deepEqual(stepsOf(report, told, SOUTH).at(-1), ['position', []]);
  assert.deepEqual(report.parties, [
    { party: NORTH, onRecord: 2, counted: 2 },
    { party: SOUTH, onRecord: 3, counted: 2 },
  ]);
});

test('what was acted on counts, even where its author had a clock that was ahead', () => {
  const { rows, put } = records();
  const told = put(NORTH, 500, notice());
  put(SOUTH, 10, read(told));
  const report = afterAction(LINE, rows, { fromMs: T0, untilMs: T0 + HOUR });
  assert.deepEqual(stepsOf(report, told, SOUTH)[1], ['read', [-490]]);
  assert.deepEqual(report.unusable, []);
});

test('entries that cannot be used, or saw more than is here, are named and hide no others', () => {
  const { rows, put } = records();
  rows.get(NORTH)?.push(rowOf(LINE, NORTH, 0, new TextEncoder().encode('{"no":"entry"}')));
  const told = put(NORTH, 1, question());
  put(SOUTH, 2, { type: 'answer', ref: { ...told, index: 9 }, result: 'declined' });
  put(SOUTH, 3, read(told));
  const beyond = [{ party: NORTH, size: 99, root: ROOT }];
  const ahead = put(SOUTH, 4, { type: 'line-check' }, { seen: beyond });
  const report = afterAction(LINE, rows, whole);
  assert.deepEqual(
    report.unusable.map(({ ref, refusal }) => [objectIdOf(ref), refusal.field]),
    [
      ['north/0', 'version'],
      ['south/0', 'ref.index'],
    ],
  );
  assert.deepEqual(report.beyond, [{ ref: ahead, party: NORTH, seen: 99, held: 2 }]);
  assert.deepEqual(
    report.chronology.map(({ name }) => name),
    ['north/1', 'south/0', 'south/1', 'south/2'],
  );
});

test('each entry is told with what first showed that the other side held it', () => {
  const { rows, put } = records();
  const first = put(NORTH, 0, notice());
  const second = put(NORTH, 1, notice());
  put(SOUTH, 2, received(first, 1));
  put(SOUTH, 3, { ...received(second, 3), leaf: first.leaf } as Body);
  put(SOUTH, 5, { type: 'line-check' }, { seen: [{ party: NORTH, size: 1, root: ROOT }] });
  put(NORTH, 6, notice(), { seen: [] });
  const heldBy = afterAction(LINE, rows, whole).chronology.map(({ name, heldBy: by }) => [
    name,
    [...by].map(([party, { by: how, ref, atMs }]) => {
      return `${party} ${how} ${objectIdOf(ref)} ${(atMs - T0) / MINUTE}`;
    }),
  ]);
  assert.deepEqual(heldBy, [
    ['north/0', ['south receipt south/0 1']],
    // South's receipt of it names another leaf; but south named a head that covers it.
    ['north/1', ['south seen south/0 2']],
    ['south/0', []],
    ['south/1', []],
    ['south/2', []],
    ['north/2', []],
  ]);
});

test('one side alone gives its own account: nothing of it waits for the other record', () => {
  const { rows, put } = records();
  const told = put(NORTH, 0, notice());
  put(SOUTH, 1, read(told));
  put(NORTH, 2, question());
  rows.set(SOUTH, []);
  const report = afterAction(LINE, rows, whole);
  assert.deepEqual(
    report.chronology.map(({ name }) => name),
    ['north/0', 'north/1'],
  );
  assert.deepEqual(stepsOf(report, told, SOUTH).slice(0, 2), [
    ['received', []],
    ['read', []],
  ]);
  assert.deepEqual(
    report.beyond.map(({ party, seen, held }) => [party, seen, held]),
    [[SOUTH, 1, 0]],
  );
});

test('what did not fit the arrangement stands in the report, from the whole period', () => {
  const { rows, put } = records();
  const lineChecks = { minutesOfDay: [0], answerWithinMs: 10 * MINUTE };
  put(NORTH, -60 * 24 * 30, arrangement(1, { lineChecks }));
  put(SOUTH, -60 * 24 * 30, arrangement(1, { lineChecks }));
  const soon = { startMs: T0 + 30 * MINUTE, endMs: T0 + HOUR };
  put(NORTH, 10, notice({ volumes: [volume({ window: soon })] }));
  const found = (days: number): string[] =>
    afterAction(LINE, rows, { fromMs: T0 - days * 24 * HOUR, untilMs: T0 + HOUR }).findings.map(
      ({ clause, party }) => `${clause} ${party}`,
    );
  assert.deepEqual(found(0), ['minimum-lead north', 'deadline south']);
  // A check a day at midnight, for twenty days, missed by each in turn.
  const missed = found(20).filter((one) => one.startsWith('line-check'));
  assert.deepEqual(
    [NORTH, SOUTH].map((party) => missed.filter((one) => one === `line-check ${party}`).length),
    [10, 10],
  );
});
