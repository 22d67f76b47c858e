// Windows that come again: every day or on some days of the week, by the clock of a zone. What is
// on record are the windows themselves; this is how people write many of them at once.
import { refuse } from '../reading/reading.ts';
import type { Reading } from '../reading/reading.ts';
import { civilFromDays, DAY_MS, daysFromCivil } from './calendar.ts';
import type { TimeWindow } from './time.ts';
import { instantsOf, zoneNamed, zoneOffsetMinutes } from './zone.ts';

export type Weekday = 'MON' | 'TUE' | 'WED' | 'THU' | 'FRI' | 'SAT' | 'SUN';

/** From `startMinute` to `endMinute` after midnight by the clock of `zone`; over midnight when the
 * end is not after the start. `days` are those on which it begins. */
export type Recurrence = {
  readonly days: readonly Weekday[];
  readonly startMinute: number;
  readonly endMinute: number;
  /** IANA name, "UTC" for Zulu. */
  readonly zone: string;
};

export const WEEKDAYS: readonly Weekday[] = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];
/** The most windows that one recurrence is expanded to. */
export const RECURRENCES_MAX = 1000;
const DAY_MINUTES = 1440;
const MINUTE_MS = 60_000;
const DAYS =
  /^(DAILY|WEEKDAYS|WEEKENDS|[A-Z]{3}(?:-[A-Z]{3})?(?:[ ,]+[A-Z]{3}(?:-[A-Z]{3})?)*)\s+/i;
const CLOCK = /^(?:(H24)|(\d{2}):?(\d{2})\s*[-–]\s*(\d{2}):?(\d{2}))\s*(Z|\S+)?\s*$/i;

/**
 * Reads "daily 0600-1800Z", "MON-FRI 08:00-16:00 Asia/Damascus", "weekdays 2200-0200 Moscow",
 * "SAT SUN H24 Z". Refuses a clock without a zone, days and hours that do not exist. Never throws.
 */
export function readRecurrence(text: string): Reading<Recurrence> {
  const head = DAYS.exec(text.slice(0, 100).trimStart());
  const start = text.length - text.trimStart().length;
  if (head === null) return refuse(text, start, 'DAILY, WEEKDAYS or days such as MON-FRI');
  const days = daysOf(head[1] ?? '');
  if (days === undefined) return refuse(text, start, 'days MON TUE WED THU FRI SAT SUN');
  const at = start + head[0].length;
  const clock = CLOCK.exec(text.slice(at));
  if (clock === null) return refuse(text, at, 'hours and a zone, such as 0600-1800Z');
  const [, whole, ...numbers] = clock;
  const [fromHour = 0, fromMinute = 0, toHour = 24, toMinute = 0] =
    whole === undefined ? numbers.slice(0, 4).map(Number) : [];
  if (fromHour > 23 || toHour > 24 || fromMinute > 59 || toMinute > 59) {
    return refuse(text, at, 'hours of 0000 to 2400');
  }
  const named = clock[6];
  if (named === undefined) return refuse(text, text.length, 'the zone: Z or such as Asia/Damascus');
  const zone = /^z$/i.test(named) ? 'UTC' : zoneNamed(named);
  if (zone === undefined) {
    return refuse(text, text.indexOf(named, at), 'a known zone: Z or such as Asia/Damascus');
  }
  const [startMinute, endMinute] = [60 * fromHour + fromMinute, 60 * toHour + toMinute];
  if (endMinute > DAY_MINUTES) return refuse(text, at, 'an end of 2400 at the latest');
  if (startMinute === endMinute) return refuse(text, at, 'an end that differs from the start');
  return { ok: true, value: { days, startMinute, endMinute, zone } };
}

/** "MON TUE 06:00-18:00 Asia/Damascus". What it writes reads back as the same. */
export function writeRecurrence({ days, startMinute, endMinute, zone }: Recurrence): string {
  const clock = (minute: number): string =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const named = days.length === WEEKDAYS.length ? 'DAILY' : days.join(' ');
  return `${named} ${clock(startMinute)}-${clock(endMinute)} ${zone === 'UTC' ? 'Z' : zone}`;
}

/**
 * The windows that begin within `within`, in their order. A start or an end that the clocks skip is
 * taken at the change; of one that comes twice, a window begins at the first and ends at the last:
 * reserved early, released late. Refuses more than 1,000 windows.
 */
export function expandWindows(
  recurrence: Recurrence,
  within: TimeWindow,
): Reading<readonly TimeWindow[]> {
  const { days, startMinute, endMinute, zone } = recurrence;
  const span = within.endMs - within.startMs;
  if (!(span <= (RECURRENCES_MAX + 2) * DAY_MS)) {
    return refuse(String(span), 0, `a span of at most ${RECURRENCES_MAX} days`);
  }
  const windows: TimeWindow[] = [];
  const first = Math.floor(within.startMs / DAY_MS) - 2;
  for (let day = first; day * DAY_MS < within.endMs + 2 * DAY_MS; day += 1) {
    // 1970-01-01 was a Thursday.
    const weekday = WEEKDAYS[(((day + 3) % 7) + 7) % 7];
    if (weekday === undefined || !days.includes(weekday)) continue;
    const over = endMinute <= startMinute ? DAY_MINUTES : 0;
    const startMs = instantAt(day, startMinute, zone, 'first');
    const endMs = instantAt(day, endMinute + over, zone, 'last');
    if (startMs >= within.startMs && startMs < within.endMs) windows.push({ startMs, endMs });
  }
  if (windows.length <= RECURRENCES_MAX) return { ok: true, value: windows };
  return refuse(String(windows.length), 0, `at most ${RECURRENCES_MAX} windows`);
}

function instantAt(day: number, minute: number, zone: string, which: 'first' | 'last'): number {
  const localMs = daysFromCivil(civilFromDays(day)) * DAY_MS + minute * MINUTE_MS;
  const instants = instantsOf(localMs, zone);
  const found = which === 'first' ? instants[0] : instants.at(-1);
  if (found !== undefined) return found;
  // Skipped: the offset before the change takes it to the change or just after.
  return localMs - (zoneOffsetMinutes(localMs - DAY_MS, zone) ?? 0) * MINUTE_MS;
}

function daysOf(text: string): Weekday[] | undefined {
  const upper = text.toUpperCase();
  if (upper === 'DAILY') return [...WEEKDAYS];
  if (upper === 'WEEKDAYS') return WEEKDAYS.slice(0, 5);
  if (upper === 'WEEKENDS') return WEEKDAYS.slice(5);
  const chosen = new Set<number>();
  for (const part of upper.split(/[ ,]+/)) {
    const [from = '', to = from] = part.split('-');
    const [low, high] = [from, to].map((name) => WEEKDAYS.findIndex((known) => known === name));
    if (low === undefined || high === undefined || low < 0 || high < 0) return undefined;
    for (let day = low; ; day = (day + 1) % 7) {
      chosen.add(day);
      if (day === high) break;
    }
  }
  return WEEKDAYS.filter((_, at) => chosen.has(at));
}
