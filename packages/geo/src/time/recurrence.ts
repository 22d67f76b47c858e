// Windows that come again: every day or on some days of the week, by the clock of a zone or by the
// sun. What is on record are the windows themselves; this is how people write many of them at once.
import { refuse } from '../reading/reading.ts';
import type { Reading } from '../reading/reading.ts';
import { readEnds } from './recurrence-ends.ts';
import type { RecurrenceEnd } from './recurrence-ends.ts';
import { zoneNamed } from './zone.ts';

export type Weekday = 'MON' | 'TUE' | 'WED' | 'THU' | 'FRI' | 'SAT' | 'SUN';

/** From `start` to `end` on each of `days`, which are days of `zone`; over midnight when the end is
 * not after the start. */
export type Recurrence = {
  readonly days: readonly Weekday[];
  readonly start: RecurrenceEnd;
  readonly end: RecurrenceEnd;
  /** IANA name, "UTC" for Zulu. */
  readonly zone: string;
};

export const WEEKDAYS: readonly Weekday[] = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];
const TEXT_CHARACTERS_MAX = 200;
const RUSSIAN_DAYS: readonly string[] = ['ПН', 'ВТ', 'СР', 'ЧТ', 'ПТ', 'СБ', 'ВС'];
const NAME = `(?:[A-Z]{3}|${RUSSIAN_DAYS.join('|')})`;
const DAY = `${NAME}(?:-${NAME})?`;
const DAYS = new RegExp(
  '^(DAILY|EVERY DAY|ЕЖЕДНЕВНО|КАЖДЫЙ ДЕНЬ|WEEKDAYS|ПО БУДНЯМ|WEEKENDS|' +
    `${DAY}(?:[ ,]+${DAY})*)(?:,? +)`,
  'iu',
);

/**
 * Reads "daily 0600-1800Z", "MON-FRI 08:00-16:00 Asia/Damascus", "weekdays 2200-0200 Moscow",
 * "SAT SUN H24 Z", "daily SR-SS Asia/Damascus", "daily sunrise-30 to sunset+30 Damascus", "daily HJ
 * Z" and "HN" (day and night of ICAO Doc 8400: sunrise to sunset, sunset to sunrise), "daily
 * BMCT-EECT Z" (civil twilight), "ежедневно от восхода до захода Дамаск". The zone tells which day
 * is meant, by the sun too. Refuses a clock without a zone, days and hours that do not exist. Never
 * throws.
 */
export function readRecurrence(text: string): Reading<Recurrence> {
  if (text.length > TEXT_CHARACTERS_MAX) {
    return refuse(text, TEXT_CHARACTERS_MAX, `at most ${TEXT_CHARACTERS_MAX} characters`);
  }
  const start = text.length - text.trimStart().length;
  const head = DAYS.exec(text.slice(start));
  if (head === null) return refuse(text, start, 'DAILY, WEEKDAYS or days such as MON-FRI');
  const days = daysOf(head[1] ?? '');
  if (days === undefined) return refuse(text, start, 'days MON TUE WED THU FRI SAT SUN');
  const ends = readEnds(text, start + head[0].length);
  if (!ends.ok) return ends;
  const named = text.slice(ends.value.zoneAt).trim();
  if (named === '') {
    return refuse(text, text.trimEnd().length, 'the zone: Z or such as Asia/Damascus');
  }
  const zone = /^z$/i.test(named) ? 'UTC' : zoneNamed(named);
  if (zone === undefined) {
    const at = text.indexOf(named, ends.value.zoneAt);
    return refuse(text, at, 'a known zone: Z or such as Asia/Damascus');
  }
  return { ok: true, value: { days, start: ends.value.start, end: ends.value.end, zone } };
}

/** "MON TUE 06:00-18:00 Asia/Damascus", "DAILY SR-30 to SS+30 Z". It reads back as the same. */
export function writeRecurrence({ days, start, end, zone }: Recurrence): string {
  const named = days.length === WEEKDAYS.length ? 'DAILY' : days.join(' ');
  const clocks = start.kind === 'clock' && end.kind === 'clock';
  const between = clocks ? '-' : ' to ';
  return `${named} ${writeEnd(start)}${between}${writeEnd(end)} ${zone === 'UTC' ? 'Z' : zone}`;
}

const SUN_CODES = { sunrise: 'SR', sunset: 'SS', 'civil-dawn': 'BMCT', 'civil-dusk': 'EECT' };

function writeEnd(end: RecurrenceEnd): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  if (end.kind === 'clock') return `${two(Math.floor(end.minute / 60))}:${two(end.minute % 60)}`;
  const { event, offsetMinutes } = end;
  const sign = offsetMinutes < 0 ? '-' : '+';
  return `${SUN_CODES[event]}${offsetMinutes === 0 ? '' : `${sign}${Math.abs(offsetMinutes)}`}`;
}

function daysOf(text: string): Weekday[] | undefined {
  const upper = text.toUpperCase();
  if (/^(?:DAILY|EVERY DAY|ЕЖЕДНЕВНО|КАЖДЫЙ ДЕНЬ)$/.test(upper)) return [...WEEKDAYS];
  if (upper === 'WEEKDAYS' || upper === 'ПО БУДНЯМ') return WEEKDAYS.slice(0, 5);
  if (upper === 'WEEKENDS') return WEEKDAYS.slice(5);
  const chosen = new Set<number>();
  for (const part of upper.split(/[ ,]+/)) {
    const [from = '', to = from] = part.split('-');
    const [low, high] = [from, to].map((name) =>
      WEEKDAYS.findIndex((known, at) => known === name || RUSSIAN_DAYS[at] === name),
    );
    if (low === undefined || high === undefined || low < 0 || high < 0) return undefined;
    for (let day = low; ; day = (day + 1) % 7) {
      chosen.add(day);
      if (day === high) break;
    }
  }
  return WEEKDAYS.filter((_, at) => chosen.has(at));
}
