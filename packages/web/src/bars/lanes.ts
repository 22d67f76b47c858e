// Swim lanes: which bar lies in which lane and row. Pure. Bars of one row never overlap.
import { volumesOf } from '@parley/engine';
import type { Ladder, LineObject } from '@parley/engine';
import type { PartyId } from '@parley/protocol';
import { isEnded, spanOf } from '../floor/shown.ts';
import type { Shown } from '../floor/floor-state.ts';
import { bandText } from '../map/band-text.ts';
import { objectName, objectTitle } from '../words/object-words.ts';
import type { LineSpan } from './line-spans.ts';
import { lineSpanText } from './line-spans.ts';
import { isUrgent } from '../words/urgent.ts';

export type BarTone = 'ours' | 'theirs' | 'danger' | 'alive' | 'dead';
export type Bar = {
  /** Unique among all bars. */
  readonly key: string;
  /** The object that it stands for; undefined for the state of the line. */
  readonly object: LineObject['id'] | undefined;
  readonly label: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly tone: BarTone;
  readonly ended: boolean;
  readonly conflict: boolean;
};
export type Lane = { readonly name: string; readonly rows: readonly (readonly Bar[])[] };

/** The lanes in their order: air activity by party, ours first; warnings; questions; the line. */
export function lanesOf(args: {
  readonly shown: Shown;
  readonly own: PartyId;
  readonly others: readonly { readonly party: PartyId; readonly name: string }[];
  readonly line: readonly LineSpan[];
  readonly nowMs: number;
}): Lane[] {
  const { shown, own, nowMs } = args;
  const barsOf = (wanted: (object: LineObject) => boolean): Bar[] =>
    shown.objects.filter(wanted).flatMap((object) => objectBars(object, args));
  const notices = (party: PartyId) => (object: LineObject) =>
    object.body.type === 'notice' && object.author === party;
  const only = args.others.length === 1;
  return [
    { name: 'Ours · air activity', rows: rowsOf(barsOf(notices(own))) },
    ...args.others.map(({ party, name }) => ({
      name: `${only ? 'Theirs' : name} · air activity`,
      rows: rowsOf(barsOf(notices(party))),
    })),
    { name: 'Warnings', rows: rowsOf(barsOf(isUrgent)) },
    { name: 'Questions', rows: rowsOf(barsOf(isQuestion)) },
    { name: 'Line', rows: rowsOf(args.line.map((span) => lineBar(span, nowMs))) },
  ];
}

/** Bars in as few rows as the order of their starts allows, none overlapping another in its row. */
export function rowsOf(bars: readonly Bar[]): Bar[][] {
  const rows: Bar[][] = [];
  const sorted = bars.toSorted((a, b) => a.startMs - b.startMs || (a.key < b.key ? -1 : 1));
  for (const bar of sorted) {
    const free = rows.find((row) => (row.at(-1)?.endMs ?? -Infinity) <= bar.startMs);
    if (free === undefined) rows.push([bar]);
    else free.push(bar);
  }
  return rows.length === 0 ? [[]] : rows;
}

function isQuestion({ body }: LineObject): boolean {
  return body.type === 'question' || body.type === 'line-check';
}

// A line check has no length of its own: it is drawn as long as it takes to be seen.
const LINE_CHECK_MS = 300_000;

function objectBars(
  object: LineObject,
  args: { readonly shown: Shown; readonly own: PartyId; readonly nowMs: number },
): Bar[] {
  const { body, id } = object;
  const side: BarTone = object.author === args.own ? 'ours' : 'theirs';
  const seen = { object: id, ended: isEnded(object, args.nowMs) };
  if (body.type === 'notice' || isUrgent(object)) {
    const hatched = conflictVolumes(object.id, args.shown);
    const tone = isUrgent(object) ? 'danger' : side;
    return volumesOf(body).map(({ band, window }, at) => ({
      ...seen,
      key: `${id} ${at}`,
      tone,
      conflict: hatched.has(at),
      startMs: window.startMs,
      endMs: window.endMs,
      label: `${objectName(object)} · ${bandText(band)}`,
    }));
  }
  const { startMs, endMs } = spanOf(object);
  const answered = [...object.ladders.values()].map(answeredMs);
  const done = answered.reduce((a, b) =>
    a === undefined || b === undefined ? undefined : Math.max(a, b),
  );
  // What is unanswered goes on: past its deadline too, up to now.
  const untilMs = done ?? Math.max(endMs, seen.ended ? endMs : args.nowMs);
  const length = Math.max(LINE_CHECK_MS, untilMs - startMs);
  const label = `${objectName(object)} · ${objectTitle(object)}`;
  return [
    { ...seen, key: id, tone: side, conflict: false, startMs, endMs: startMs + length, label },
  ];
}

// A promise answers nothing.
function answeredMs({ answered }: Ladder): number | undefined {
  const statement = answered?.statement;
  const promised = statement?.type === 'answer' && statement.result === 'promised';
  return promised ? undefined : answered?.atMs;
}

function conflictVolumes(id: LineObject['id'], { conflicts }: Shown): ReadonlySet<number> {
  return new Set(
    conflicts.flatMap(({ a, b, meetings }) => {
      if (a === id) return meetings.map(({ volumeA }) => volumeA);
      return b === id ? meetings.map(({ volumeB }) => volumeB) : [];
    }),
  );
}

function lineBar(span: LineSpan, nowMs: number): Bar {
  const { state, startMs } = span;
  const endMs = Math.max(startMs, span.endMs ?? nowMs);
  const tone = state === 'alive' ? 'alive' : 'dead';
  const label = lineSpanText(span, nowMs);
  const key = `line ${startMs}`;
  return { key, object: undefined, label, startMs, endMs, tone, ended: false, conflict: false };
}
