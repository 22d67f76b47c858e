// How the line was since this page opened: alive, suspect, dead, or this page blind. What was
// before is on the record, not here.
import type { Floor } from '../floor/floor-state.ts';
import { instantText } from '../words/time-text.ts';

export type LineWord = 'alive' | 'suspect' | 'dead' | 'never heard' | 'page blind';
/** `endMs` is absent while it lasts. */
export type LineSpan = {
  readonly state: LineWord;
  readonly startMs: number;
  readonly endMs?: number;
};

const SPANS_MAX = 500;

/** The worst that is known now of the line to any member. */
export function lineWord({ connection, peers }: Pick<Floor, 'connection' | 'peers'>): LineWord {
  if (connection.state === 'blind') return 'page blind';
  const states = new Set(peers.map(({ state }) => state));
  if (states.has('dead')) return 'dead';
  if (states.has('suspect')) return 'suspect';
  return states.has('alive') && !states.has('never') ? 'alive' : 'never heard';
}

/** The spans with what is known at `nowMs` added; the same array when nothing has changed. */
export function withState(
  spans: readonly LineSpan[],
  state: LineWord,
  nowMs: number,
): readonly LineSpan[] {
  const last = spans.at(-1);
  if (last?.state === state) return spans;
  const ended = last === undefined ? [] : [...spans.slice(0, -1), { ...last, endMs: nowMs }];
  return [...ended, { state, startMs: nowMs }].slice(-SPANS_MAX);
}

/** "alive since 13:02:10Z", or "dead 13:02:10Z – 13:04:00Z". */
export function lineSpanText({ state, startMs, endMs }: LineSpan, nowMs: number): string {
  const start = instantText(startMs, nowMs);
  return endMs === undefined
    ? `${state} since ${start}`
    : `${state} ${start} – ${instantText(endMs, nowMs)}`;
}
