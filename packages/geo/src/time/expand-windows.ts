// From a recurrence to its windows. By the sun they differ from place to place, and the sun's times
// are known to minutes only: each window is reserved early and released late.
import { present } from '../reading/present.ts';
import { refuse } from '../reading/reading.ts';
import type { Reading } from '../reading/reading.ts';
import type { Position } from '../position/position.ts';
import { DAY_MS } from './calendar.ts';
import type { RecurrenceEnd } from './recurrence-ends.ts';
import { WEEKDAYS } from './recurrence.ts';
import type { Recurrence } from './recurrence.ts';
import { noonOf, noSunEvent, sunTimeOf } from './sun.ts';
import type { SunSky } from './sun.ts';
import type { TimeWindow } from './time.ts';
import { writeInstant } from './time.ts';
import { instantsOf, zoneOffsetMinutes } from './zone.ts';

/** The most windows that one recurrence is expanded to. */
export const RECURRENCES_MAX = 1000;
/** Places times days; each is a few computations of the sun. */
const SUN_PLACES_MAX = 20_000;
const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

/**
 * The windows that begin within `within`, in their order. A start or an end that the clocks skip is
 * taken at the change; of one that comes twice, a window begins at the first and ends at the last.
 * By the sun, a window begins with the earliest of the places of `around` (they must bound the
 * area), and ends with the latest, each with what `SUN_MARGIN_DEGREES` leaves open; the day is the
 * solar day whose noon is nearest to noon of the zone. Refuses more than 1,000 windows, the sun
 * without a place, and a day without the event, by its date.
 */
export function expandWindows(
  recurrence: Recurrence,
  within: TimeWindow,
  around: readonly Position[],
): Reading<readonly TimeWindow[]> {
  const { days, start, end, zone } = recurrence;
  const span = within.endMs - within.startMs;
  if (!(span <= (RECURRENCES_MAX + 2) * DAY_MS)) {
    return refuse(String(span), 0, `a span of at most ${RECURRENCES_MAX} days`);
  }
  const bySun = start.kind === 'sun' || end.kind === 'sun';
  if (bySun && around.length === 0) return refuse('', 0, 'the place where the sun is meant');
  if (bySun && (span / DAY_MS) * around.length > SUN_PLACES_MAX) {
    return refuse(String(around.length), 0, `at most ${SUN_PLACES_MAX} places times days`);
  }
  const windows: TimeWindow[] = [];
  const sky: SunSky = new Map();
  const first = Math.floor(within.startMs / DAY_MS) - 2;
  for (let day = first; day * DAY_MS < within.endMs + 2 * DAY_MS; day += 1) {
    // 1970-01-01 was a Thursday.
    const weekday = WEEKDAYS[(((day + 3) % 7) + 7) % 7];
    if (weekday === undefined || !days.includes(weekday)) continue;
    const window = windowOf(recurrence, day, around, sky);
    if (!window.ok) {
      const [midnight, next] = [day, day + 1].map((each) => instantAt(each, 0, zone, 'first'));
      if (present(next) <= within.startMs || present(midnight) >= within.endMs) continue;
      return window;
    }
    const { startMs } = window.value;
    if (startMs >= within.startMs && startMs < within.endMs) windows.push(window.value);
  }
  if (windows.length <= RECURRENCES_MAX) return { ok: true, value: windows };
  return refuse(String(windows.length), 0, `at most ${RECURRENCES_MAX} windows`);
}

function windowOf(
  { start, end, zone }: Recurrence,
  day: number,
  around: readonly Position[],
  sky: SunSky,
): Reading<TimeWindow> {
  const begun = endAt(start, day, zone, 'first', around, sky);
  if (!begun.ok) return begun;
  const sameDay = endAt(end, day, zone, 'last', around, sky);
  if (sameDay.ok && !isOver(start, end, begun.value, sameDay.value)) {
    return { ok: true, value: { startMs: begun.value, endMs: sameDay.value } };
  }
  if (!sameDay.ok) return sameDay;
  const next = endAt(end, day + 1, zone, 'last', around, sky);
  return next.ok ? { ok: true, value: { startMs: begun.value, endMs: next.value } } : next;
}

/** Whether the end belongs to the next day. By the clock alone the minutes decide, not a change. */
function isOver(start: RecurrenceEnd, end: RecurrenceEnd, startMs: number, endMs: number): boolean {
  if (start.kind === 'clock' && end.kind === 'clock') return end.minute <= start.minute;
  return endMs <= startMs;
}

function endAt(
  end: RecurrenceEnd,
  day: number,
  zone: string,
  which: 'first' | 'last',
  around: readonly Position[],
  sky: SunSky,
): Reading<number> {
  if (end.kind === 'clock') return { ok: true, value: instantAt(day, end.minute, zone, which) };
  const noonMs = instantAt(day, DAY_MINUTES / 2, zone, 'first');
  let reached = which === 'first' ? Infinity : -Infinity;
  for (const position of around) {
    const solarDay = Math.round((noonMs - noonOf(0, position.lonE7)) / DAY_MS);
    const time = sunTimeOf(end.event, position, solarDay, sky);
    if (typeof time === 'string') {
      return noSunEvent(end.event, time, position, writeInstant(day * DAY_MS));
    }
    reached =
      which === 'first' ? Math.min(reached, time.earliestMs) : Math.max(reached, time.latestMs);
  }
  return { ok: true, value: reached + end.offsetMinutes * MINUTE_MS };
}

function instantAt(day: number, minute: number, zone: string, which: 'first' | 'last'): number {
  const localMs = day * DAY_MS + minute * MINUTE_MS;
  const instants = instantsOf(localMs, zone);
  const found = which === 'first' ? instants[0] : instants.at(-1);
  if (found !== undefined) return found;
  // Skipped: the offset before the change takes it to the change or just after.
  return localMs - (zoneOffsetMinutes(localMs - DAY_MS, zone) ?? 0) * MINUTE_MS;
}
