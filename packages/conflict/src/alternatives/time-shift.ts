// The smallest shift in time. A neighbour forbids an open interval of shifts; the nearest shift on
// each side of none that no interval holds is free.
import { hullOf, windowOf } from '../extent.ts';
import { occurrencesOf } from '../time.ts';
import { isFree, neighboursOf, ruledOut } from './alternative.ts';
import type { Question, Searched } from './alternative.ts';
import type { Volume } from '../volume.ts';

/** Times that a volume may have: 1970 to 2200, as `volumeFaults` demands. */
const TIME_MAX = Date.UTC(2200, 0, 1);

type Interval = readonly [from: number, to: number];

/** The smallest shifts later and earlier, in whole milliseconds. */
export function timeShifts(question: Question): [Searched, Searched] {
  const { volumes, minima, bounds } = question;
  const reach = bounds.timeMs;
  if (reach === 0) return [ruledOut('later'), ruledOut('earlier')];
  const wide = volumes.map((volume) => shifted(volume, -reach, reach));
  const forbidden: Interval[] = [];
  for (const { asked, other } of neighboursOf(question, wide, minima)) {
    for (const theirs of occurrencesOf(windowOf(other))) {
      for (const ours of occurrencesOf(windowOf(volumes[asked] ?? other))) {
        // Neither an overlap nor a gap below the minimum: both ends are free themselves.
        const from = theirs.startMs - ours.endMs - minima.timeMs;
        const to = theirs.endMs - ours.startMs + minima.timeMs;
        if (from < reach && to > -reach) forbidden.push([from, to]);
      }
    }
  }
  const later = firstFree(forbidden);
  const earlier = 0 - firstFree(forbidden.map(([from, to]): Interval => [-to, -from]));
  return [proven(question, 'later', later), proven(question, 'earlier', earlier)];
}

/** The smallest shift from 0 on that lies in no interval (open at both ends). */
function firstFree(intervals: readonly Interval[]): number {
  let free = 0;
  for (const [from, to] of intervals.toSorted((a, b) => a[0] - b[0])) {
    if (from >= free) break;
    free = Math.max(free, to);
  }
  return free;
}

function proven(question: Question, kind: 'later' | 'earlier', shiftMs: number): Searched {
  const { volumes, bounds } = question;
  const moved = volumes.map((volume) => shifted(volume, shiftMs, shiftMs));
  const ends = moved.map(({ window }) => hullOf(window)).flatMap((all) => [all.startMs, all.endMs]);
  const possible = ends.every((ms) => ms >= 0 && ms < TIME_MAX);
  if (Math.abs(shiftMs) > bounds.timeMs || !possible) return { kind, reason: 'none within bounds' };
  if (!isFree(question, moved)) throw new Error(`bug: a shift of ${shiftMs} ms is not free`);
  return { kind, shiftMs, volumes: moved };
}

function shifted(volume: Volume, startBy: number, endBy: number): Volume {
  const { startMs, endMs } = volume.window;
  return {
    ...volume,
    window: { ...volume.window, startMs: startMs + startBy, endMs: endMs + endBy },
  };
}
