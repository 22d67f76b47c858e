// Every type of body, in any state of the line: used, or refused by name; the same in any order.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { BODIES, objectIdOf, REFUSALS } from '@parley/protocol';
import { admissible, emptyPicture, openTasks } from '../src/index.ts';
import type { Picture } from '../src/index.ts';
import { ANY_DRAFT, draftsOf, kindOf, meaning } from './any-body.ts';
import { HOUR, NORTH, T0 } from './bodies.ts';
import { channel } from './more-bodies.ts';
import { foldSomehow, moveOf, movesOf, PARTIES, write } from './moves.ts';
import { project } from './project.ts';
import { foldRow, LINE, rowFor } from './scribe.ts';

const MOVE = moveOf(ANY_DRAFT);
/** Long conversations about anything, and about a few matters that bear on one another. */
const MOVES = fc.oneof(
  ...[
    ANY_DRAFT,
    draftsOf(['proposal', 'response']),
    draftsOf(['warning', 'onward-release', 'onward-receipt', 'confirmation', 'cancel']),
    draftsOf(['notice', 'channel-state', 'cancel', 'removal', 'progress', 'disseminated']),
    draftsOf(['arrangement', 'zone']),
  ].map(movesOf),
);
const PASSED_ON = movesOf(draftsOf(['statement', 'onward-release', 'onward-receipt']));
const CHOICES = fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 40 });

for (const members of [PARTIES.slice(0, 2), PARTIES]) {
  test(`${members.length} records of any bodies give one picture in any causal order`, () => {
    fc.assert(
      fc.property(MOVES, CHOICES, CHOICES, (moves, one, other) => {
        const said = write(moves, members);
        const picture = project(foldSomehow(said, members, one));
        assert.deepEqual(project(foldSomehow(said, members, other)), picture);
      }),
      { numRuns: 150 },
    );
  });

  test(`any body of ${members.length} parties is used or refused by name, and stays`, () => {
    fc.assert(
      fc.property(MOVES, (moves) => {
        const picture = emptyPicture(LINE, members);
        for (const { row, body } of write(moves, members)) {
          const before = new Map([...picture.objects].map(([id, { state }]) => [id, state]));
          const final = finalResponses(picture);
          const refused = picture.unusable.length;
          foldRow(picture, row);
          assert.equal(picture.folded.get(row.ref.party), row.ref.index + 1);
          const [last, ...more] = picture.unusable.slice(refused);
          assert.deepEqual(more, []);
          if (last !== undefined) {
            assert(last.refusal.code in REFUSALS, last.refusal.code);
            assert.notEqual(last.refusal.fault, '');
            if (last.refusal.code === 'suspended') assert(BUSINESS.has(body.type), body.type);
          }
          for (const [id, state] of before) {
            const now = picture.objects.get(id)?.state;
            assert(now === state || (state === 'in-force' && now !== undefined), id);
          }
          const responses = finalResponses(picture);
          for (const [key, result] of final) assert.equal(responses.get(key), result);
        }
      }),
      { numRuns: 150 },
    );
  });
}

test('what several members passed on is told in one order, whatever came first', () => {
  let bySeveral = 0;
  fc.assert(
    fc.property(PASSED_ON, CHOICES, CHOICES, (moves, one, other) => {
      const said = write(moves, PARTIES);
      const picture = foldSomehow(said, PARTIES, one);
      assert.deepEqual(project(foldSomehow(said, PARTIES, other)), project(picture));
      for (const { onward } of picture.objects.values()) {
        if (new Set(onward.map(({ party }) => party)).size > 1) bySeveral += 1;
      }
    }),
    { numRuns: 600 },
  );
  assert(bySeveral >= 20, String(bySeveral));
});

/** All that a suspension can reach. */
const BUSINESS: ReadonlySet<string> = new Set([
  'notice',
  'question',
  'proposal',
  'statement',
  'contact',
  'incident',
  'declaration',
]);

function finalResponses(picture: Picture): Map<string, string> {
  return new Map(
    [...picture.objects.values()].flatMap(({ id, ladders }) =>
      [...ladders].flatMap(([party, { responded }]): [string, string][] => {
        const result = responded?.statement.result;
        return result === 'agreed' || result === 'denied' ? [[`${id} ${party}`, result]] : [];
      }),
    ),
  );
}

test('what no suspension can reach is judged as if every channel were open', () => {
  fc.assert(
    fc.property(MOVES, MOVE, (moves, { who, draft }) => {
      const said = write(moves, PARTIES);
      const picture = foldSomehow(said, PARTIES, [0]);
      const party = PARTIES[who] ?? NORTH;
      const body = meaning(
        draft,
        party,
        said.map(({ row, body: { type, ...rest } }) => {
          return { ref: row.ref, type, kind: kindOf({ type, ...rest }) };
        }),
      );
      fc.pre(body !== undefined && !BUSINESS.has(body.type));
      for (const steps of picture.channels.values()) {
        for (const status of ['actual', 'exercise', 'test'] as const) steps.push(closed(status));
      }
      const shut = admissible(picture, party, body);
      for (const steps of picture.channels.values()) steps.length = 0;
      assert.deepEqual(shut, admissible(picture, party, body));
    }),
    { numRuns: 300 },
  );
});

type ChannelStep = NonNullable<ReturnType<Picture['channels']['get']>>[number];

function closed(status: ChannelStep['statement']['status']): ChannelStep {
  const { ref } = rowFor(NORTH, 0, { type: 'line-check' });
  const statement = channel({ status, state: 'closed', scope: [] });
  return { ref, seat: 'B', atMs: T0, statement };
}

test('open tasks are total: of objects in force, by members, the author for confirm alone', () => {
  fc.assert(
    fc.property(MOVES, fc.integer({ min: -HOUR, max: 100 * HOUR }), (moves, afterMs) => {
      const picture = foldSomehow(write(moves, PARTIES), PARTIES, [0]);
      const tasks = openTasks(picture, T0 + afterMs);
      assert.equal(new Set(tasks.map(({ id }) => id)).size, tasks.length);
      for (const { object, party, step, dueMs, overdue, level } of tasks) {
        const meant = picture.objects.get(object);
        assert(meant?.state === 'in-force' && PARTIES.includes(party));
        assert.equal(step === 'confirm', party === meant.author);
        assert.equal(overdue, T0 + afterMs > dueMs);
        assert(overdue ? level >= 1 && level <= 3 : level === 0, String(level));
      }
    }),
    { numRuns: 150 },
  );
});

test('these properties use bodies of every type, and meet every refusal of a fold', () => {
  const used = new Set<string>();
  const refused = new Set<string>();
  const reached = { zones: 0, arrangements: 0, conflicts: 0, onward: 0, final: 0 };
  for (const moves of fc.sample(MOVES, { numRuns: 400, seed: 11 })) {
    const said = write(moves, PARTIES);
    const picture = foldSomehow(said, PARTIES, [0]);
    const unusable = new Map(
      picture.unusable.map(({ ref, refusal }) => [objectIdOf(ref), refusal.code]),
    );
    for (const { row, body } of said) {
      const code = unusable.get(objectIdOf(row.ref));
      if (code === undefined) used.add(body.type);
      else refused.add(code);
    }
    reached.zones += picture.zones.size;
    reached.arrangements += picture.arrangement === undefined ? 0 : 1;
    reached.conflicts += picture.conflicts.size;
    reached.onward += picture.onward.size;
    reached.final += finalResponses(picture).size;
  }
  assert.deepEqual(
    Object.keys(BODIES).filter((type) => !used.has(type)),
    [],
  );
  assert.deepEqual([...refused].toSorted(), [
    'already-said',
    'malformed',
    'no-longer-in-force',
    'not-releasable',
    'not-to-self',
    'not-yours',
    'out-of-limit',
    'suspended',
    'unknown-party',
    'wrong-kind',
  ]);
  for (const [part, count] of Object.entries(reached)) assert(count > 0, part);
});
