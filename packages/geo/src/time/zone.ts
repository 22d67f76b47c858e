// Local time in the IANA zones, as of the date meant: Damascus was at +02 in the winter of 2016 and
// is at +03 now. The rules are those of the runtime's own time zone data, by Intl.DateTimeFormat.
import { refuse } from '../reading/reading.ts';
import type { Reading } from '../reading/reading.ts';
import { DAY_MS, daysFromCivil } from './calendar.ts';
import { writeInstant } from './time.ts';

/** Names that people write for the zone of a place, and the short names that mean one zone only. */
const NAMES = new Map<string, string>(
  Object.entries({
    moscow: 'Europe/Moscow',
    msk: 'Europe/Moscow',
    мск: 'Europe/Moscow',
    москва: 'Europe/Moscow',
    damascus: 'Asia/Damascus',
    дамаск: 'Asia/Damascus',
    baghdad: 'Asia/Baghdad',
    beirut: 'Asia/Beirut',
    jerusalem: 'Asia/Jerusalem',
    istanbul: 'Europe/Istanbul',
    ankara: 'Europe/Istanbul',
    kyiv: 'Europe/Kyiv',
    tehran: 'Asia/Tehran',
    kabul: 'Asia/Kabul',
    utc: 'UTC',
    gmt: 'UTC',
  }),
);
const MINUTE_MS = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The zone that a text names: an IANA name, or a place or short name that means one. */
export function zoneNamed(name: string): string | undefined {
  const known = NAMES.get(name.trim().toLowerCase());
  if (known !== undefined) return known;
  return /^[A-Za-z_]+\/[A-Za-z_+\-0-9/]+$/.test(name) && formatOf(name) !== undefined
    ? name
    : undefined;
}

/** Minutes east of Greenwich in an IANA zone at an instant; undefined for a zone nobody knows. */
export function zoneOffsetMinutes(ms: number, zone: string): number | undefined {
  const format = formatOf(zone);
  if (format === undefined) return undefined;
  const parts = new Map<string, number>(
    format.formatToParts(ms).map(({ type, value }): [string, number] => [type, Number(value)]),
  );
  const part = (type: string): number => parts.get(type) ?? NaN;
  const days = daysFromCivil({ year: part('year'), month: part('month'), day: part('day') });
  const seconds = (part('hour') * 60 + part('minute')) * 60 + part('second');
  const whole = Math.floor(ms / 1000) * 1000;
  return Math.round((days * DAY_MS + seconds * 1000 - whole) / MINUTE_MS);
}

/** "2016-09-17 16:55:00 +03:00 Europe/Moscow": always with its date and its offset. */
export function writeInstantIn(ms: number, zone: string): Reading<string> {
  const name = zoneNamed(zone);
  const offset = name === undefined ? undefined : zoneOffsetMinutes(ms, name);
  if (name === undefined || offset === undefined) {
    return refuse(zone, 0, 'an IANA time zone, such as Europe/Moscow');
  }
  const local = writeInstant(ms + offset * MINUTE_MS).replace(/Z$/, '');
  return { ok: true, value: `${local} ${writeOffset(offset)} ${name}` };
}

/**
 * The instants at which a clock of `zone` shows `localMs` (the date and time written as if they
 * were UTC): none where clocks were put forward, two where they were put back, else one.
 */
export function instantsOf(localMs: number, zone: string): number[] {
  const offsets = [-DAY_MS, DAY_MS].map((near) => zoneOffsetMinutes(localMs + near, zone));
  const instants = offsets.flatMap((offset) => {
    if (offset === undefined) return [];
    const ms = localMs - offset * MINUTE_MS;
    return zoneOffsetMinutes(ms, zone) === offset ? [ms] : [];
  });
  return [...new Set(instants)].toSorted((a, b) => a - b);
}

/** "+03:00". */
export function writeOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
}

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  const kept = formats.get(zone);
  if (kept !== undefined) return kept;
  try {
    // Latin digits and a day of 24 hours, in whatever language the machine is set to.
    const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
    return format;
  } catch {
    // Intl refuses a zone that it does not know; so do we, by name.
    return undefined;
  }
}
