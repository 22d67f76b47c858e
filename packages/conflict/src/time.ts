// When two windows come near each other, also where they repeat.
import type { TimeWindow } from '@parley/geo';
import type { Window } from './volume.ts';

export type TimeApproach = {
  /** 0 when they overlap or touch. */
  readonly gapMs: number;
  readonly overlap: boolean;
  /** The first time that both hold; or, when they never do, the smallest gap, the first such. */
  readonly window: TimeWindow;
};

/** The nearest that two windows come. Windows are half open: [10, 11) and [11, 12) touch. */
export function timeApproach(a: Window, b: Window): TimeApproach {
  if (a.repeats === undefined && b.repeats === undefined) return approachOf(a, b);
  let nearest: TimeApproach | undefined;
  for (const met of meetings(a, b)) {
    if (met.overlap) return met;
    if (nearest === undefined || met.gapMs < nearest.gapMs) nearest = met;
  }
  if (nearest === undefined) throw new Error('bug: a window that never comes');
  return nearest;
}

/** Every span in which both windows hold, in order. */
export function sharedWindows(a: Window, b: Window): TimeWindow[] {
  return [...meetings(a, b)].flatMap(({ overlap, window }) => (overlap ? [window] : []));
}

/** Each time that a window comes, in order. */
export function occurrencesOf(window: Window): TimeWindow[] {
  return Array.from({ length: timesOf(window) }, (_, at) => occurrence(window, at));
}

/** Whether each occurrence of `inner` lies within one of `outer`. */
export function holdsWindow(outer: Window, inner: Window): boolean {
  const everyMs = outer.repeats?.everyMs ?? Infinity;
  return occurrencesOf(inner).every((one) => {
    const before = Math.max(0, Math.floor((one.startMs - outer.startMs) / everyMs));
    const { startMs, endMs } = occurrence(outer, Math.min(timesOf(outer) - 1, before));
    return startMs <= one.startMs && one.endMs <= endMs;
  });
}

/** Each pair of occurrences that may be nearest, in order: both lists are walked side by side. */
function* meetings(a: Window, b: Window): Generator<TimeApproach> {
  let [i, j] = [0, 0];
  while (i < timesOf(a) && j < timesOf(b)) {
    const [one, other] = [occurrence(a, i), occurrence(b, j)];
    yield approachOf(one, other);
    // What ends first meets nothing of the other that comes later.
    if (one.endMs <= other.endMs) i += 1;
    else j += 1;
  }
}

function approachOf(a: TimeWindow, b: TimeWindow): TimeApproach {
  const from = Math.max(a.startMs, b.startMs);
  const to = Math.min(a.endMs, b.endMs);
  const window = from <= to ? { startMs: from, endMs: to } : { startMs: to, endMs: from };
  return { gapMs: Math.max(0, from - to), overlap: from < to, window };
}

function timesOf({ repeats }: Window): number {
  return repeats?.times ?? 1;
}

function occurrence({ startMs, endMs, repeats }: Window, at: number): TimeWindow {
  const byMs = at * (repeats?.everyMs ?? 0);
  return { startMs: startMs + byMs, endMs: endMs + byMs };
}
