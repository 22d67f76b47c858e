// Every type of body, in any state of the line: used, or refused by name; the same in any order.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { BODIES, objectIdOf, REFUSALS } from '@parley/protocol';
import type { Body, Entry, PartyId } from '@parley/protocol';
import { admissible, emptyPicture, isCausallyReady, openTasks } from '../src/index.ts';
import type { EntryRow, Picture } from '../src/index.ts';
import { ANY_DRAFT, draftsOf, kindOf, meaning } from './any-body.ts';
import type { Draft, Standing } from './any-body.ts';
import { HOUR, NORTH, SOUTH, T0, WEST } from './bodies.ts';
import { channel } from './more-bodies.ts';
import { project } from './project.ts';
import { foldRow, LINE, rowFor } from './scribe.ts';

const PARTIES = [NORTH, SOUTH, WEST];

/** One party says something after hearing more, or nothing more, of the others. */
type Move = { readonly who: number; readonly hears: readonly number[]; readonly draft: Draft };

function moveOf(draft: fc.Arbitrary<Draft>): fc.Arbitrary<Move> {
  const more = fc.nat({ max: 6 });
  return fc.record({ who: fc.nat({ max: 2 }), hears: fc.tuple(more, more, more), draft });
}

function movesOf(draft: fc.Arbitrary<Draft>): fc.Arbitrary<Move[]> {
  return fc.array(moveOf(draft), { minLength: 1, maxLength: 60, size: 'max' });
}

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

type Said = { readonly row: EntryRow; readonly body: Body };

/** The records of members who mean only what they have seen, in the order of writing. */
function write(moves: readonly Move[], members: readonly PartyId[]): Said[] {
  const sizes = new Map(members.map((party) => [party, 0]));
  const seen = new Map(members.map((party) => [party, new Map<PartyId, number>()]));
  const said: Said[] = [];
  const standing: Standing[] = [];
  for (const [at, { who, hears, draft }] of moves.entries()) {
    const party = members[who % members.length] ?? NORTH;
    const heads = seen.get(party) ?? new Map<PartyId, number>();
    for (const [place, other] of members.entries()) {
      const size = Math.min(sizes.get(other) ?? 0, (heads.get(other) ?? 0) + (hears[place] ?? 0));
      if (other !== party && size > 0) heads.set(other, size);
    }
    const known = standing.filter(
      ({ ref }) => ref.party === party || ref.index < (heads.get(ref.party) ?? 0),
    );
    const body = meaning(draft, party, known);
    if (body === undefined) continue;
    const index = sizes.get(party) ?? 0;
    const listed = [...heads]
      .map(([other, size]) => ({ party: other, size, root: '0'.repeat(64) }))
      .toSorted((a, b) => (a.party < b.party ? -1 : 1)) as Entry['seen'];
    const row = rowFor(party, index, body, { seen: listed, releasedMs: T0 + at * 1_000 });
    assert.equal(row.entry.ok, true, JSON.stringify(row.entry));
    sizes.set(party, index + 1);
    said.push({ row, body });
    standing.push({ ref: row.ref, type: body.type, kind: kindOf(body) });
  }
  return said;
}

/** Folds records in some causal order: `choices` picks among those whose next entry is ready. */
function foldSomehow(
  said: readonly Said[],
  members: readonly PartyId[],
  choices: readonly number[],
): Picture {
  const picture = emptyPicture(LINE, members);
  const queues = members.map((party) => said.filter(({ row }) => row.ref.party === party));
  for (let at = 0; at < said.length; at++) {
    const ready = queues.filter(([next]) => {
      return next?.row.entry.ok === true && isCausallyReady(next.row.entry.value, picture.folded);
    });
    const choice = choices[at % choices.length] ?? 0;
    const next = ready[choice % Math.max(ready.length, 1)]?.shift();
    assert(next !== undefined, 'honest records can always be folded to their end');
    foldRow(picture, next.row);
  }
  return picture;
}

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
