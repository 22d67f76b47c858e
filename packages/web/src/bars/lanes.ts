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

/**
 * The lanes in their order: air activity by party, ours first; other notices by kind; warnings;
 * questions; talks; the line. A lane of other notices or talks is there while it holds something.
 */
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
  const flights = (party: PartyId) => (object: LineObject) =>
    kindOf(object) === 'flights' && object.author === party;
  const held = (name: string, kind: LaneKind): Lane[] => {
    const bars = barsOf((object) => kindOf(object) === kind);
    return bars.length === 0 ? [] : [{ name, rows: rowsOf(bars) }];
  };
  const only = args.others.length === 1;
  return [
    { name: 'Ours · air activity', rows: rowsOf(barsOf(flights(own))) },
    ...args.others.map(({ party, name }) => ({
      name: `${only ? 'Theirs' : name} · air activity`,
      rows: rowsOf(barsOf(flights(party))),
    })),
    ...held('Air defence', 'air-defence'),
    ...held('Movements', 'movement'),
    ...held('Protected', 'protected-object'),
    { name: 'Warnings', rows: rowsOf(barsOf((object) => kindOf(object) === 'urgent')) },
    { name: 'Questions', rows: rowsOf(barsOf((object) => kindOf(object) === 'question')) },
    ...held('Talks', 'talks'),
    { name: 'Line', rows: rowsOf(args.line.map((span) => lineBar(span, nowMs))) },
  ];
}

type LaneKind =
  | 'flights'
  | 'air-defence'
  | 'movement'
  | 'protected-object'
  | 'urgent'
  | 'question'
  | 'talks'
  | 'line';

/** The lane in which an object lies; what is said of the line itself has the line's own bar. */
function kindOf({ body }: LineObject): LaneKind {
  switch (body.type) {
    case 'notice':
      return body.kind === 'air-activity' || body.kind === 'exercise' ? 'flights' : body.kind;
    case 'warning':
    case 'accident':
    case 'search-and-rescue':
      return 'urgent';
    case 'question':
    case 'line-check':
      return 'question';
    case 'channel-state':
      return 'line';
    default:
      return 'talks';
  }
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

// A check or a statement has no length of its own: it is drawn as long as it takes to be seen.
const MOMENT_MS = 300_000;

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
  const length = Math.max(MOMENT_MS, openUntilMs(object, endMs, args.nowMs) - startMs);
  const label = `${objectName(object)} · ${objectTitle(object)}`;
  return [
    { ...seen, key: id, tone: side, conflict: false, startMs, endMs: startMs + length, label },
  ];
}

/** What waits for an answer goes on until the last is there: past its deadline too, up to now. */
function openUntilMs(object: LineObject, endMs: number, nowMs: number): number {
  const { type } = object.body;
  const waits = type === 'question' || type === 'line-check' || type === 'proposal';
  if (!waits) return endMs;
  const answers = [...object.ladders.values()].map(answeredMs);
  const all = answers.every((atMs) => atMs !== undefined);
  if (all) return Math.max(...answers);
  return Math.max(endMs, isEnded(object, nowMs) ? endMs : nowMs);
}

// A promise answers nothing, and what is being considered is not decided.
function answeredMs({ answered, responded }: Ladder): number | undefined {
  const promised =
    answered?.statement.type === 'answer' && answered.statement.result === 'promised';
  if (answered !== undefined && !promised) return answered.atMs;
  return responded?.statement.result === 'under-consideration' ? undefined : responded?.atMs;
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
