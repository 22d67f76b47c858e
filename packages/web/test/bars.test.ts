import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Ladder, LineObject } from '@parley/engine';
import { PartyId, readBody, Ref } from '@parley/protocol';
import { lanesOf, rowsOf } from '../src/bars/lanes.ts';
import type { Bar } from '../src/bars/lanes.ts';
import { lineSpanText, lineWord, withState } from '../src/bars/line-spans.ts';
import { pixelsAt, stretchAround, stretchOver, ticksOf, zoomed } from '../src/bars/time-axis.ts';

const HOUR_MS = 3_600_000;
// 2016-09-17 13:00:00Z.
const NOW_MS = 1_474_117_200_000;
const OURS = PartyId.parse('coalition');
const THEIRS = PartyId.parse('russia');
const OTHERS = [{ party: THEIRS, name: 'Russia' }];

test('bars that overlap go into rows of their own, others share one', () => {
  const rows = rowsOf([bar('a', 0, 10), bar('b', 5, 15), bar('c', 10, 20), bar('d', 15, 16)]);
  assert.deepEqual(
    rows.map((row) => row.map(({ key }) => key)),
    [
      ['a', 'c'],
      ['b', 'd'],
    ],
  );
});

test('a lane without bars still has one empty row, so that lanes stay where they are', () => {
  assert.deepEqual(rowsOf([]), [[]]);
});

test('the lanes stand in a fixed order, and with a third party each has its name', () => {
  const nothing = { objects: [], conflicts: [] };
  const two = lanesOf({ shown: nothing, own: OURS, others: OTHERS, line: [], nowMs: NOW_MS });
  assert.deepEqual(
    two.map(({ name }) => name),
    ['Ours · air activity', 'Theirs · air activity', 'Warnings', 'Questions', 'Line'],
  );
  const third = { party: PartyId.parse('turkey'), name: 'Turkey' };
  const others = [...OTHERS, third];
  const three = lanesOf({ shown: nothing, own: OURS, others, line: [], nowMs: NOW_MS });
  assert.deepEqual(
    three.slice(1, 3).map(({ name }) => name),
    ['Russia · air activity', 'Turkey · air activity'],
  );
});

test('a notice with two volumes is two bars, and only the one in conflict is hatched', () => {
  const mine = notice(OURS, 3, [
    [NOW_MS, NOW_MS + HOUR_MS],
    [NOW_MS + 2 * HOUR_MS, NOW_MS + 3 * HOUR_MS],
  ]);
  const conflict = {
    separation: { lateralCentimetres: 0, verticalCentimetres: 0, timeMs: 0 },
    window: { startMs: NOW_MS, endMs: NOW_MS },
    interval: { lowerCentimetres: 0, upperCentimetres: 0 },
    nearest: { a: { latE7: 0, lonE7: 0 }, b: { latE7: 0, lonE7: 0 } },
  };
  const meetings = [{ volumeA: 1, volumeB: 0, conflict }];
  const met = { id: 'x', a: mine.id, b: 'russia/1' as const, meetings };
  const shown = { objects: [mine], conflicts: [met] };
  const [lane] = lanesOf({ shown, own: OURS, others: OTHERS, line: [], nowMs: NOW_MS });
  const bars = lane?.rows.flat().map(({ label, startMs, endMs, tone, ended, conflict: met2 }) => ({
    label,
    startMs,
    endMs,
    tone,
    ended,
    met: met2,
  }));
  const label = 'N-3 · FL180–FL240';
  const same = { label, tone: 'ours', ended: false };
  assert.deepEqual(bars, [
    { ...same, startMs: NOW_MS, endMs: NOW_MS + HOUR_MS, met: false },
    { ...same, startMs: NOW_MS + 2 * HOUR_MS, endMs: NOW_MS + 3 * HOUR_MS, met: true },
  ]);
});

test('a notice of theirs lies in their lane and is dim once its window is past', () => {
  const past = notice(THEIRS, 7, [[NOW_MS - 2 * HOUR_MS, NOW_MS - HOUR_MS]]);
  const shown = { objects: [past], conflicts: [] };
  const lanes = lanesOf({ shown, own: OURS, others: OTHERS, line: [], nowMs: NOW_MS });
  assert.deepEqual(lanes[0]?.rows, [[]]);
  assert.deepEqual(
    lanes[1]?.rows.flat().map(({ tone, ended }) => [tone, ended]),
    [['theirs', true]],
  );
});

test('an offer lies in the lane of talks, past its deadline too, until it is decided', () => {
  const body = readBody({
    type: 'proposal',
    precedence: 'ROUTINE',
    status: 'actual',
    matter: 'talks',
    level: 'generals',
    title: 'Safety of flight over the north',
    answerByMs: NOW_MS + HOUR_MS,
  });
  assert.ok(body.ok && body.value.type === 'proposal');
  const offer = told(OURS, 4, body.value);
  const spanAt = (nowMs: number): unknown => {
    const shown = { objects: [offer], conflicts: [] };
    const lanes = lanesOf({ shown, own: OURS, others: OTHERS, line: [], nowMs });
    assert.deepEqual(lanes.map(({ name }) => name).slice(-3), ['Questions', 'Talks', 'Line']);
    const [only, ...more] = lanes.at(-2)?.rows.flat() ?? [];
    assert.deepEqual(more, []);
    return [only?.startMs, only?.endMs, only?.label];
  };
  const label = 'P-4 · Safety of flight over the north';
  offer.ladders.set(THEIRS, responded('under-consideration', NOW_MS + 60_000));
  assert.deepEqual(spanAt(NOW_MS + 60_000), [NOW_MS, NOW_MS + HOUR_MS, label]);
  assert.deepEqual(spanAt(NOW_MS + 3 * HOUR_MS), [NOW_MS, NOW_MS + 3 * HOUR_MS, label]);
  offer.ladders.set(THEIRS, responded('denied', NOW_MS + 2 * HOUR_MS));
  assert.deepEqual(spanAt(NOW_MS + 3 * HOUR_MS), [NOW_MS, NOW_MS + 2 * HOUR_MS, label]);
});

test('the bars show a third of the past while they follow the clock', () => {
  const stretch = stretchAround(NOW_MS, 6 * HOUR_MS);
  assert.equal(pixelsAt(stretch, 1_000, NOW_MS), 350);
});

test('zooming keeps the instant under the pointer where it is, and stops at ten minutes', () => {
  const stretch = { fromMs: NOW_MS, spanMs: 4 * HOUR_MS };
  const at = NOW_MS + HOUR_MS;
  const closer = zoomed(stretch, at, 0.5);
  assert.deepEqual(closer, { fromMs: NOW_MS + HOUR_MS / 2, spanMs: 2 * HOUR_MS });
  assert.equal(zoomed(stretch, at, 0.000_1).spanMs, 600_000);
});

test('ticks are round hours, and midnight carries the date', () => {
  const stretch = { fromMs: NOW_MS + 9.5 * HOUR_MS, spanMs: 3 * HOUR_MS };
  assert.deepEqual(
    ticksOf(stretch, 260).map(({ label, day }) => [label, day]),
    [
      ['23:00Z', false],
      ['18 Sep', true],
      ['01:00Z', false],
    ],
  );
});

test('a month on a narrow axis has a tick every ten days of the calendar since 1970', () => {
  const labels = ticksOf({ fromMs: NOW_MS, spanMs: 30 * 24 * HOUR_MS }, 300).map((t) => t.label);
  assert.deepEqual(labels, ['26 Sep', '6 Oct', '16 Oct']);
});

test('showing all takes in every bar and now, with at least two hours', () => {
  const only = stretchOver([], NOW_MS);
  assert.deepEqual(only, { fromMs: NOW_MS - HOUR_MS, spanMs: 2 * HOUR_MS });
  const past = [{ startMs: NOW_MS - 10 * HOUR_MS, endMs: NOW_MS - 9 * HOUR_MS }];
  assert.deepEqual(stretchOver(past, NOW_MS), {
    fromMs: NOW_MS - 10.5 * HOUR_MS,
    spanMs: 11 * HOUR_MS,
  });
});

test('the line is told by its worst: a page that hears nothing is blind, whatever it heard', () => {
  const peer = {
    party: THEIRS,
    state: 'alive',
    staffed: true,
    clockDisputed: false,
    trouble: '',
  } as const;
  assert.equal(lineWord({ connection: { state: 'live' }, peers: [peer] }), 'alive');
  const dead = { ...peer, state: 'dead' } as const;
  assert.equal(lineWord({ connection: { state: 'live' }, peers: [peer, dead] }), 'dead');
  const blind = { state: 'blind', sinceMs: 0 } as const;
  assert.equal(lineWord({ connection: blind, peers: [dead] }), 'page blind');
});

test('a change of the line ends one span and begins the next; no change adds nothing', () => {
  const first = withState([], 'alive', NOW_MS);
  assert.equal(withState(first, 'alive', NOW_MS + 1_000), first);
  const second = withState(first, 'dead', NOW_MS + 60_000);
  assert.deepEqual(second, [
    { state: 'alive', startMs: NOW_MS, endMs: NOW_MS + 60_000 },
    { state: 'dead', startMs: NOW_MS + 60_000 },
  ]);
  assert.deepEqual(
    second.map((span) => lineSpanText(span, NOW_MS)),
    ['alive 13:00:00Z – 13:01:00Z', 'dead since 13:01:00Z'],
  );
});

function bar(key: string, startMs: number, endMs: number): Bar {
  const seen = { tone: 'ours', ended: false, conflict: false } as const;
  return { key, object: undefined, label: key, startMs, endMs, ...seen };
}

function notice(author: PartyId, index: number, windows: [number, number][]): LineObject {
  const body = readBody({
    type: 'notice',
    kind: 'air-activity',
    precedence: 'PRIORITY',
    status: 'actual',
    activity: 'orbit',
    asked: 'avoid',
    firmness: 'planned',
    title: 'Orbit',
    volumes: windows.map(([startMs, endMs]) => ({
      outline: {
        kind: 'circle',
        centre: {
          latE7: 3525e5,
          lonE7: 4012e5,
        },
        radiusCentimetres: 5e5,
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
        endMs,
      },
    })),
  });
  assert.ok(body.ok && body.value.type === 'notice');
  return told(author, index, body.value);
}

function told(author: PartyId, index: number, body: LineObject['body']): LineObject {
  return {
    id: `${author}/${index}`,
    ref: Ref.parse({
      party: author,
      index,
      leaf: 'ab'.repeat(32),
    }),
    author,
    releasedMs: NOW_MS,
    draftedBy: 'Watch 1',
    releasedBy: 'Watch 2',
    body,
    findings: [],
    leadMs: undefined,
    state: 'in-force',
    progress: [],
    onward: [],
    ladders: new Map(),
  };
}

function responded(result: 'denied' | 'under-consideration', atMs: number): Ladder {
  const offer = Ref.parse({ party: OURS, index: 4, leaf: 'ab'.repeat(32) });
  const ref = Ref.parse({ party: THEIRS, index: 9, leaf: 'cd'.repeat(32) });
  const statement = { type: 'response', ref: offer, result } as const;
  return { responded: { ref, seat: 'Watch 3', atMs, statement } };
}
