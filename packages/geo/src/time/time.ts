// Windows of time and the writing of instants. An instant is integer milliseconds UTC since
// 1970-01-01; every writing carries its date.
import { civilFromDays, DAY_MS, INSTANT_MS_END, INSTANT_MS_MIN } from './calendar.ts';

/** A window of time, integer milliseconds UTC since 1970-01-01, `startMs` included, `endMs` not. */
export type TimeWindow = { readonly startMs: number; readonly endMs: number };

export const MONTHS: readonly string[] = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(
  ' ',
);

/** "2016-09-17 13:55:00Z", with milliseconds when there are any. `ms`: an integer. */
export function writeInstant(ms: number): string {
  const { year, month, day } = civilFromDays(Math.floor(ms / DAY_MS));
  const inDay = ms - Math.floor(ms / DAY_MS) * DAY_MS;
  const fraction = inDay % 1000 === 0 ? '' : `.${digits(inDay % 1000, 3)}`;
  const date = `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
  return `${date} ${clock(inDay, ':')}:${digits(Math.floor(inDay / 1000) % 60, 2)}${fraction}Z`;
}

/** The date-time group "171355ZSEP16" (day, time, zone Z, month, year), cut to the whole minute. */
export function writeDateTimeGroup(ms: number): string {
  const { year, month, day } = civilFromDays(Math.floor(ms / DAY_MS));
  const inDay = ms - Math.floor(ms / DAY_MS) * DAY_MS;
  return `${digits(day, 2)}${clock(inDay, '')}Z${MONTHS[month - 1]}${digits(year % 100, 2)}`;
}

/**
 * What is wrong with a window, as a sentence, or undefined. Both ends are integers from 1970 to
 * before 2200, and the end is after the start.
 */
export function windowFault(window: TimeWindow): string | undefined {
  for (const [name, ms] of [
    ['start', window.startMs],
    ['end', window.endMs],
  ] as const) {
    if (!Number.isInteger(ms)) return `${name} ${ms} is not a whole number of milliseconds`;
    if (ms < INSTANT_MS_MIN || ms > INSTANT_MS_END) return `${name} ${ms} is not in 1970 to 2200`;
  }
  if (window.endMs > window.startMs) return undefined;
  const [start, end] = [writeInstant(window.startMs), writeInstant(window.endMs)];
  return window.endMs === window.startMs
    ? `end ${end} is the same as the start; it must be later`
    : `end ${end} is before start ${start}`;
}

function clock(inDayMs: number, between: string): string {
  const hours = digits(Math.floor(inDayMs / 3_600_000), 2);
  return `${hours}${between}${digits(Math.floor(inDayMs / 60_000) % 60, 2)}`;
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
