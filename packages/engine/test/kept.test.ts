// What the fold keeps at hand is what a look over everything on the line would find.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictBetween } from '@parley/conflict';
import fc from 'fast-check';
import { minimaBetween, openTasks, tasksOf } from '../src/index.ts';
import type { LineObject, Picture } from '../src/index.ts';
import { ANY_DRAFT, kindOf, meaning } from './any-body.ts';
import type { Standing } from './any-body.ts';
import {
  arrangement,
  cancel,
  eastward,
  HOUR,
  NORTH,
  notice,
  SOUTH,
  T0,
  volume,
  WEST,
} from './bodies.ts';
import { scribe } from './scribe.ts';

const DAY = 24 * HOUR;
const PARTIES = [NORTH, SOUTH, WEST];

test('the objects at hand as open are all with a step open, and each is by its kind', () => {
  const said = fc.array(fc.record({ who: fc.nat({ max: 2 }), draft: ANY_DRAFT }), {
    minLength: 1,
    maxLength: 60,
    size: 'max',
  });
  fc.assert(
    fc.property(said, fc.integer({ min: -HOUR, max: 100 * HOUR }), (moves, afterMs) => {
      const line = scribe(PARTIES);
      const standing: Standing[] = [];
      for (const { who, draft } of moves) {
        const party = PARTIES[who] ?? NORTH;
        const body = meaning(draft, party, standing);
        if (body === undefined) continue;
        const ref = line.put(party, body);
        standing.push({ ref, type: body.type, kind: kindOf(body) });
      }
      const objects = [...line.picture.objects.values()];
      const open = objects.filter((object) => tasksOf(line.picture, object, -Infinity).length > 0);
      assert.deepEqual(idsOf(line.picture.open), idsOf(open));
      const nowMs = T0 + afterMs;
      const tasks = objects.flatMap((object) => tasksOf(line.picture, object, nowMs));
      assert.deepEqual(
        openTasks(line.picture, nowMs).map(({ id }) => id),
        tasks.toSorted((a, b) => a.dueMs - b.dueMs || (a.id < b.id ? -1 : 1)).map(({ id }) => id),
      );
      for (const [kind, alike] of line.picture.byKind) {
        assert.deepEqual(idsOf(alike), idsOf(objects.filter(({ body }) => kindOf(body) === kind)));
      }
    }),
    { numRuns: 150 },
  );
});

function idsOf(objects: Iterable<LineObject>): string[] {
  return [...objects].map(({ id }) => id).toSorted();
}

/** A notice by its window in days from T0, and how far its circle lies to the east. */
type Told = {
  readonly who: number;
  readonly start: number;
  readonly length: number;
  readonly east: number;
};

const TOLD: fc.Arbitrary<Told> = fc.record({
  who: fc.nat({ max: 2 }),
  start: fc.integer({ min: -20, max: 20 }),
  length: fc.constantFrom(1, 1, 1, 3, 10, 50, 90),
  east: fc.nat({ max: 2 }),
});

test('notices conflict as each pair does alone, in weeks and over many of them', () => {
  const minimum = fc.constantFrom(0, 4 * HOUR);
  fc.assert(
    fc.property(fc.array(TOLD, { maxLength: 14 }), minimum, fc.nat(), (told, timeMs, gone) => {
      const { picture, put } = scribe(PARTIES);
      const { minima } = arrangement(1);
      for (const party of PARTIES) {
        put(party, arrangement(1, { minima: { ...minima, timeMs } }));
      }
      const refs = told.map(({ who, start, length, east }) => {
        const startMs = T0 + start * DAY;
        const window = { startMs, endMs: startMs + length * DAY - 3 * HOUR };
        const party = PARTIES[who] ?? NORTH;
        const body = notice({ volumes: [{ ...eastward(east * 600_000), window }] });
        return { party, ref: put(party, body) };
      });
      const cancelled = refs[gone % Math.max(refs.length, 1)];
      if (cancelled !== undefined) put(cancelled.party, cancel(cancelled.ref));
      assert.deepEqual(picture.unusable, []);
      assert.deepEqual([...picture.conflicts.keys()].toSorted(), pairsOf(picture));
      const named = [...picture.conflictsOf].flatMap(([id, names]) =>
        [...names].map((name) => [id, picture.conflicts.get(name)] as const),
      );
      assert.equal(named.length, 2 * picture.conflicts.size);
      for (const [id, conflict] of named) assert(conflict?.a === id || conflict?.b === id);
    }),
    { numRuns: 200 },
  );
});

/** The names of all pairs in force that are in conflict, found by looking at every pair. */
function pairsOf(picture: Picture): string[] {
  const inForce = [...picture.objects.values()].filter(({ state }) => state === 'in-force');
  const ordered = inForce.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return ordered
    .flatMap((a, at) =>
      ordered
        .slice(at + 1)
        .filter((b) => a.author !== b.author && meet(picture, a, b))
        .map((b) => {
          return `${a.id} ${b.id}`;
        }),
    )
    .toSorted();
}

function meet(picture: Picture, a: LineObject, b: LineObject): boolean {
  if (a.body.type !== 'notice' || b.body.type !== 'notice') return false;
  const minima = minimaBetween(picture, a, b);
  const theirs = b.body.volumes;
  return a.body.volumes.some((ours) =>
    theirs.some((other) => conflictBetween(ours, other, minima) !== undefined),
  );
}

test('two notices an hour apart on both sides of a week meet when the minimum is two hours', () => {
  const { picture, put } = scribe();
  const { minima } = arrangement(1);
  for (const party of [NORTH, SOUTH]) {
    put(party, arrangement(1, { minima: { ...minima, timeMs: 2 * HOUR } }));
  }
  // Weeks are counted from Thursday, 1 January 1970.
  const thursdayMs = Date.UTC(2026, 8, 24);
  const before = { startMs: thursdayMs - 2 * HOUR, endMs: thursdayMs - HOUR };
  put(NORTH, notice({ volumes: [volume({ window: before })] }));
  const after = { startMs: thursdayMs, endMs: thursdayMs + HOUR };
  put(SOUTH, notice({ volumes: [volume({ window: after })] }));
  assert.deepEqual([...picture.conflicts.keys()], ['north/1 south/1']);
});
