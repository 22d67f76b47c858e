// Any causal order of honest records gives one picture; random entries never throw.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Body, Entry, PartyId, Ref } from '@parley/protocol';
import { emptyPicture, isCausallyReady, mergeOrder, openTasks } from '../src/index.ts';
import type { EntryRow, Picture } from '../src/index.ts';
import {
  arrangement,
  cancel,
  eastward,
  HOUR,
  NORTH,
  notice,
  position,
  question,
  read,
  readBack,
  SOUTH,
  T0,
  warning,
  WEST,
} from './bodies.ts';
import { project } from './project.ts';
import { foldRow, LINE, rowFor } from './scribe.ts';

const PARTIES = [NORTH, SOUTH, WEST];
const STEPS = ['received', 'declined', 'confirms'] as const;

/** One move of a party: what it says, about which earlier entry, after hearing how much of whom. */
type Move = {
  readonly who: number;
  readonly what: number;
  readonly about: number;
  readonly hears: readonly number[];
  readonly shift: number;
};

const MOVE: fc.Arbitrary<Move> = fc.record({
  who: fc.nat({ max: 2 }),
  what: fc.nat({ max: 11 }),
  about: fc.nat(),
  hears: fc.array(fc.nat({ max: 6 }), { minLength: 3, maxLength: 3 }),
  shift: fc.nat({ max: 4 }),
});

/**
 * Records as honest nodes would have written them: each author means only what it has seen. With
 * `reckless` it means anything at all that stands on any record.
 */
function write(moves: readonly Move[], members: readonly PartyId[], reckless = false): EntryRow[] {
  const rows = new Map(members.map((party): [PartyId, EntryRow[]] => [party, []]));
  const held = new Map(members.map((party) => [party, new Map<PartyId, number>()]));
  const all: EntryRow[] = [];
  for (const [at, move] of moves.entries()) {
    const party = members[move.who % members.length];
    const own = party === undefined ? undefined : rows.get(party);
    const heads = party === undefined ? undefined : held.get(party);
    if (party === undefined || own === undefined || heads === undefined) continue;
    for (const [place, other] of members.entries()) {
      if (other === party) continue;
      const size = rows.get(other)?.length ?? 0;
      heads.set(other, Math.min(size, (heads.get(other) ?? 0) + (move.hears[place] ?? 0)));
    }
    const seen = [...heads]
      .filter(([, size]) => size > 0)
      .map(([other, size]) => ({ party: other, size, root: '0'.repeat(64) }))
      .toSorted((a, b) => (a.party < b.party ? -1 : 1)) as Entry['seen'];
    const known = all.filter(
      ({ ref }) => reckless || ref.party === party || ref.index < (heads.get(ref.party) ?? 0),
    );
    const body = bodyOf(
      move,
      known.map(({ ref }) => ref),
      own.length,
    );
    const row = rowFor(party, own.length, body, { seen, releasedMs: T0 + at * 1_000 });
    own.push(row);
    all.push(row);
  }
  return all;
}

function bodyOf(move: Move, known: readonly Ref[], index: number): Body {
  const volumes = [eastward(move.shift * 500_000)];
  const plain = [notice({ volumes }), warning({ volumes }), question(), arrangement(index + 1)];
  const ref = known[move.about % Math.max(known.length, 1)];
  if (ref === undefined || move.what < 4) return plain[move.what % 4] ?? question();
  const size = ref.index + 1;
  const answers: Body[] = [
    read(ref),
    readBack(ref, { officer: STEPS[2] }),
    position(ref),
    cancel(ref),
    notice({ volumes, supersedes: ref }),
    { type: 'answer', ref, result: STEPS[1] },
    { type: 'warning-answer', ref, result: 'working' },
    { type: STEPS[0], ...ref, size, root: ref.leaf, receivedMs: T0 },
  ];
  return answers[move.what - 4] ?? read(ref);
}

/** Folds rows in some causal order: `choices` picks among the records whose next entry is ready. */
function foldSomehow(
  rows: readonly EntryRow[],
  members: readonly PartyId[],
  choices: readonly number[],
): Picture {
  const picture = emptyPicture(LINE, members);
  const queues = members.map((party) => rows.filter(({ ref }) => ref.party === party));
  for (let at = 0; ; at++) {
    const ready = queues.filter(([next]) => {
      return next?.entry.ok === true && isCausallyReady(next.entry.value, picture.folded);
    });
    const queue =
      ready[(choices[at % Math.max(choices.length, 1)] ?? 0) % Math.max(ready.length, 1)];
    const row = queue?.shift();
    if (row === undefined) break;
    foldRow(picture, row);
  }
  assert.equal(queues.flat().length, 0, 'honest records can always be folded to their end');
  return picture;
}

for (const members of [PARTIES.slice(0, 2), PARTIES]) {
  test(`any causal order of ${members.length} honest records gives the same picture`, () => {
    const moves = fc.array(MOVE, { minLength: 1, maxLength: 24 });
    const choices = fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(moves, choices, choices, (written, one, other) => {
        const rows = write(written, members);
        const picture = project(foldSomehow(rows, members, one));
        assert.deepEqual(project(foldSomehow(rows, members, other)), picture);
        assert.deepEqual(project(foldMerged(rows, members)), picture);
      }),
      { numRuns: 150 },
    );
  });
}

test('authors that mean what they had not seen are refused in any order of arrival', () => {
  const moves = fc.array(MOVE, { minLength: 4, maxLength: 24 });
  const choices = fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(moves, choices, choices, (written, one, other) => {
      const rows = write(written, PARTIES, true);
      const picture = project(foldSomehow(rows, PARTIES, one));
      assert.deepEqual(project(foldSomehow(rows, PARTIES, other)), picture);
    }),
    { numRuns: 150 },
  );
});

/** Folds in the merge order of the line, which is one causal order among others. */
function foldMerged(rows: readonly EntryRow[], members: readonly PartyId[]): Picture {
  const picture = emptyPicture(LINE, members);
  const entries = rows.flatMap(({ entry }) => (entry.ok ? [entry.value] : []));
  for (const { party, index } of mergeOrder(Map.groupBy(entries, (entry) => entry.party))) {
    const row = rows.find(({ ref }) => ref.party === party && ref.index === index);
    assert(row !== undefined);
    foldRow(picture, row);
  }
  return picture;
}

test('the honest records of these properties reach every part of the picture', () => {
  const reached = { conflicts: 0, unusable: 0, superseded: 0, cancelled: 0, steps: 0, agreed: 0 };
  for (const moves of fc.sample(fc.array(MOVE, { minLength: 24, maxLength: 24 }), {
    numRuns: 60,
    seed: 7,
  })) {
    const picture = foldSomehow(write(moves, PARTIES.slice(0, 2)), PARTIES.slice(0, 2), [0]);
    const objects = [...picture.objects.values()];
    reached.conflicts += picture.conflicts.size;
    reached.unusable += picture.unusable.length;
    reached.superseded += objects.filter(({ state }) => state === 'superseded').length;
    reached.cancelled += objects.filter(({ state }) => state === 'cancelled').length;
    reached.steps += objects.filter(({ ladders }) =>
      [...ladders.values()].some((ladder) => Object.keys(ladder).length > 1),
    ).length;
    reached.agreed += picture.arrangement === undefined ? 0 : 1;
  }
  for (const [part, count] of Object.entries(reached)) assert(count > 0, part);
});

test('open tasks are total: each names a member, the author for confirm alone, and a time', () => {
  fc.assert(
    fc.property(fc.array(MOVE, { maxLength: 16 }), fc.integer(), (moves, afterMs) => {
      const picture = foldSomehow(write(moves, PARTIES), PARTIES, [0]);
      const tasks = openTasks(picture, T0 + afterMs);
      assert.equal(new Set(tasks.map(({ id }) => id)).size, tasks.length);
      for (const task of tasks) {
        const object = picture.objects.get(task.object);
        assert(object !== undefined && object.state === 'in-force');
        assert(PARTIES.includes(task.party));
        assert.equal(task.step === 'confirm', task.party === object.author);
        assert.equal(task.overdue, T0 + afterMs > task.dueMs);
        assert(task.sinceMs >= T0 && task.sinceMs < T0 + HOUR);
      }
      const due = tasks.map(({ dueMs }) => dueMs);
      assert.deepEqual(
        due,
        due.toSorted((a, b) => a - b),
      );
    }),
    { numRuns: 100 },
  );
});

const REF = fc.record({
  party: fc.constantFrom('north', 'south', 'nowhere'),
  index: fc.nat({ max: 3 }),
  leaf: fc.constantFrom('0'.repeat(64), 'f'.repeat(64)),
}) as fc.Arbitrary<Ref>;
const POINT = fc.record({
  latE7: fc.integer({ min: -900_000_000, max: 900_000_000 }),
  lonE7: fc.integer({ min: -1_800_000_000, max: 1_800_000_000 }),
});
const EXTENT = fc.integer({ min: 1, max: 50_000_000 });
const OUTLINE = fc.oneof(
  fc.record({
    kind: fc.constant('polygon' as const),
    ring: fc.array(POINT, { minLength: 3, maxLength: 6 }),
  }),
  fc.record({ kind: fc.constant('circle' as const), centre: POINT, radiusCentimetres: EXTENT }),
  fc.record({
    kind: fc.constant('corridor' as const),
    line: fc.array(POINT, { minLength: 2, maxLength: 4 }),
    halfWidthCentimetres: EXTENT,
  }),
);
const BOUND = fc.oneof(
  fc.record({
    kind: fc.constant('height' as const),
    centimetres: fc.integer({ min: -50_000, max: 10_000_000 }),
    unit: fc.constantFrom('m' as const, 'ft' as const, 'FL' as const),
    reference: fc.constantFrom('HAE' as const, 'AMSL' as const, 'AGL' as const, 'STD' as const),
  }),
  fc.constant({ kind: 'surface' as const }),
  fc.constant({ kind: 'unlimited' as const }),
);
const INSTANT = fc.integer({ min: 0, max: 7_258_118_400_000 });
const VOLUME = fc.record({
  outline: OUTLINE,
  band: fc.record({ lower: BOUND, upper: BOUND }),
  window: fc.record({ startMs: INSTANT, endMs: INSTANT }),
});
const WORDS = fc.record({
  text: fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
  language: fc.constant('en'),
});
const TEXT = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' });
const RENDERED = fc.record({
  points: fc.array(TEXT, { minLength: 1, maxLength: 4 }),
  lower: TEXT,
  upper: TEXT,
  start: TEXT,
  end: TEXT,
});
const BODY: fc.Arbitrary<Body> = fc.oneof(
  fc
    .tuple(fc.array(VOLUME, { minLength: 1, maxLength: 3 }), WORDS)
    .map(([volumes, words]) => notice({ volumes, words })),
  fc
    .tuple(fc.array(VOLUME, { minLength: 1, maxLength: 3 }), WORDS)
    .map(([volumes, words]) => warning({ volumes, words })),
  fc
    .tuple(REF, fc.array(RENDERED, { minLength: 1, maxLength: 3 }))
    .map(([ref, volumes]) => readBack(ref, { volumes })),
  REF.map(read),
  REF.map(cancel),
  REF.map((ref) => notice({ supersedes: ref })),
  REF.map((ref): Body => ({ type: 'received', ...ref, size: 1, root: ref.leaf, receivedMs: 0 })),
);

test('the fold is total: any body is used or refused, and takes its place', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), BODY), { maxLength: 6 }), (said) => {
      const picture = emptyPicture(LINE, [NORTH, SOUTH]);
      for (const [byNorth, body] of said) {
        const party = byNorth ? NORTH : SOUTH;
        const index = picture.folded.get(party) ?? 0;
        const row = rowFor(party, index, body);
        assert.equal(row.entry.ok, true);
        foldRow(picture, row);
        assert.equal(picture.folded.get(party), index + 1);
      }
      for (const { findings } of picture.objects.values()) assert(Array.isArray(findings));
      openTasks(picture, T0);
    }),
    { numRuns: 200 },
  );
});
