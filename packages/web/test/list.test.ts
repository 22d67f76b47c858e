import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Ladder, LineObject } from '@parley/engine';
import { PartyId, readBody, Ref } from '@parley/protocol';
import { ladderWord } from '../src/list/ladder-word.ts';
import { listRows } from '../src/list/list-rows.ts';
import type { Order } from '../src/list/list-rows.ts';

// 2016-09-17 13:00:00Z.
const NOW_MS = 1_474_117_200_000;
const HOUR_MS = 3_600_000;
const OURS = PartyId.parse('coalition');
const THEIRS = PartyId.parse('russia');
const step = (index: number) => ({
  ref: Ref.parse({ party: THEIRS, index, leaf: 'cd'.repeat(32) }),
  seat: 'Watch 1',
  atMs: NOW_MS,
});

test('the state is that of the addressee who is least far', () => {
  const behind = notice({ index: 1, ladders: [{ read: step(1), received: received(0) }, {}] });
  assert.equal(ladderWord(behind, NOW_MS).word, 'Not received');
  const both = notice({ index: 1, ladders: [{ read: step(1) }, { received: received(0) }] });
  assert.equal(ladderWord(both, NOW_MS).word, 'Received, not read');
});

test('a read-back that does not match is told, and a position after it stands first', () => {
  const readBack = {
    ...step(2),
    statement: {
      type: 'read-back' as const,
      ref: step(0).ref,
      form: 'MGRS' as const,
      volumes: [],
      officer: 'confirms' as const,
    },
    comparison: { result: 'mismatch' as const, differences: ['the start differs'] },
  };
  const mismatch = notice({ index: 1, ladders: [{ read: step(1), readBack }] });
  assert.equal(ladderWord(mismatch, NOW_MS).word, 'Read back, mismatch');
  const position = {
    ...step(3),
    statement: { type: 'position' as const, ref: step(0).ref, position: 'objection' as const },
  };
  const objected = notice({ index: 1, ladders: [{ read: step(1), readBack, position }] });
  assert.equal(ladderWord(objected, NOW_MS).word, 'Objection');
});

test('a notice whose window is past says so and still says how far it got', () => {
  const past = notice({ index: 1, startMs: NOW_MS - 2 * HOUR_MS, ladders: [{ read: step(1) }] });
  assert.equal(ladderWord(past, NOW_MS).word, 'Over · read');
  assert.equal(ladderWord({ ...past, state: 'cancelled' }, NOW_MS).word, 'Cancelled');
});

test('a row tells place, height and time in short, and its side', () => {
  const [row] = rowsOf([notice({ index: 4 })], { by: 'name', descending: false });
  assert.ok(row !== undefined);
  const { name, side, party, where, band, window, conflicts } = row;
  assert.deepEqual(
    { name, side, party, where, band, window, conflicts },
    {
      name: 'N-4',
      side: 'ours',
      party: 'COALITION',
      // GeodSolve from OSDZ 35.2854 N 40.1760 E to 35.25 N 40.12 E: 6,433 m, azimuth 232.4.
      where: '6.4 km 232° OSDZ',
      band: 'FL180–FL240',
      window: '17 Sep 14:00Z – 15:00Z',
      conflicts: 0,
    },
  );
});

test('precedence sorts by urgency, not by letters, and a second press turns the order', () => {
  const objects = [
    notice({ index: 1, precedence: 'ROUTINE' }),
    notice({ index: 2, precedence: 'IMMEDIATE' }),
    notice({ index: 3, precedence: 'PRIORITY' }),
  ];
  const names = (order: Order) => rowsOf(objects, order).map(({ name }) => name);
  assert.deepEqual(names({ by: 'precedence', descending: false }), ['N-2', 'N-3', 'N-1']);
  assert.deepEqual(names({ by: 'precedence', descending: true }), ['N-1', 'N-3', 'N-2']);
});

test('numbers sort as numbers: N-9 before N-10', () => {
  const objects = [notice({ index: 10 }), notice({ index: 9 })];
  const rows = rowsOf(objects, { by: 'name', descending: false });
  assert.deepEqual(
    rows.map(({ name }) => name),
    ['N-9', 'N-10'],
  );
});

function rowsOf(objects: LineObject[], order: Order) {
  const shown = { objects, conflicts: [] };
  return listRows({ shown, own: OURS, nameOf: (p) => p.toUpperCase(), nowMs: NOW_MS, order });
}

function received(index: number): NonNullable<Ladder['received']> {
  return { ...step(index), clockOffsetMs: 0 };
}

function notice(args: {
  index: number;
  precedence?: string;
  startMs?: number;
  ladders?: Ladder[];
}): LineObject {
  const startMs = args.startMs ?? NOW_MS + HOUR_MS;
  const body = readBody({
    type: 'notice',
    kind: 'air-activity',
    precedence: args.precedence ?? 'PRIORITY',
    status: 'actual',
    activity: 'orbit',
    asked: 'avoid',
    firmness: 'planned',
    title: 'Orbit',
    volumes: [
      {
        outline: {
          kind: 'circle',
          centre: {
            latE7: 3525e5,
            lonE7: 4012e5,
          },
          radiusCentimetres: 1e5,
        },
        band: {
          lower: {
            kind: 'height',
            centimetres: 548640,
            unit: 'FL',
            reference: 'STD',
          },
          upper: {
            kind: 'height',
            centimetres: 731520,
            unit: 'FL',
            reference: 'STD',
          },
        },
        window: {
          startMs,
          endMs: startMs + HOUR_MS,
        },
      },
    ],
  });
  assert.ok(body.ok && body.value.type === 'notice');
  const ladders = (args.ladders ?? [{}]).map((ladder, at) => {
    const party = PartyId.parse(`other-${at}`);
    return [party, ladder] as const;
  });
  return {
    id: `${OURS}/${args.index}`,
    ref: Ref.parse({
      party: OURS,
      index: args.index,
      leaf: 'ab'.repeat(32),
    }),
    author: OURS,
    releasedMs: NOW_MS - args.index,
    draftedBy: 'A',
    releasedBy: 'B',
    body: body.value,
    findings: [],
    leadMs: undefined,
    state: 'in-force',
    progress: [],
    onward: [],
    ladders: new Map(ladders),
  };
}
