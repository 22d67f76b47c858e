// Reads instants: RFC 3339 with a zone, and military date-time groups. A time without a zone is
// refused, never taken as local.
import { DAY_MS, daysFromCivil, daysInMonth, INSTANT_MS_END, INSTANT_MS_MIN } from './calendar.ts';
import { refuse } from '../reading/reading.ts';
import type { Reading } from '../reading/reading.ts';
import { MONTHS, writeInstant } from './time.ts';
import { instantsOf, zoneNamed } from './zone.ts';
import { present } from '../reading/present.ts';

const TEXT_CHARACTERS_MAX = 60;
const GROUP = /^(\d{2})\s?(\d{2})(\d{2})\s?([A-Z])\s?([A-Z]{3})\s?(\d{4}|\d{2})$/i;
const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?/i;

/** A field of a date or time as written: its digits and where they stand. */
type Field = { readonly value: number; readonly at: number };
type Fields = {
  readonly year: Field;
  readonly month: Field;
  readonly day: Field;
  readonly hour: Field;
  readonly minute: Field;
  readonly second: Field;
};

/**
 * Milliseconds UTC since 1970 from "2016-09-17T13:55:00Z" (RFC 3339; a space for the T and missing
 * seconds are accepted, digits below the millisecond are cut) or "171355ZSEP16" (day, time, zone
 * letter, month, year; two digits mean 20xx) or local with its zone, "2016-09-17 16:55
 * Europe/Moscow", as of that date. Refused: no zone, a local time that comes twice or never, zone
 * J, the unknown zone -00:00, days that do not exist, second 60, anything before 1970 or from 2200.
 * Never throws.
 */
export function readStandardInstant(text: string): Reading<number> {
  if (text.length > TEXT_CHARACTERS_MAX) {
    return refuse(text, TEXT_CHARACTERS_MAX, `at most ${TEXT_CHARACTERS_MAX} characters`);
  }
  const start = text.length - text.trimStart().length;
  const body = text.trim();
  if (/^\d{2}\s?\d{4}\s?[A-Z]/i.test(body)) return readGroup(text, start, body);
  const found = DATE_TIME.exec(body);
  if (found === null) {
    return refuse(text, start, 'a time such as 2016-09-17T13:55:00Z or 171355ZSEP16');
  }
  const zoneAt = start + found[0].length;
  const at = (i: number): number => start + present([0, 5, 8, 11, 14, 17][i]);
  const field = (i: number): Field => ({ value: Number(found[i + 1] ?? 0), at: at(i) });
  const [year, month, day] = [field(0), field(1), field(2)];
  const fields = { year, month, day, hour: field(3), minute: field(4), second: field(5) };
  const milliseconds = Number((found[7] ?? '').padEnd(3, '0').slice(0, 3));
  const zoneText = body.slice(found[0].length);
  const named = /^\s+(\S.*)$|^\[([^\]]+)\]$/.exec(zoneText);
  const name = named?.[1] ?? named?.[2];
  const zone = name === undefined ? undefined : zoneNamed(name);
  if (zone !== undefined) return localInstant(text, fields, milliseconds, zone, zoneAt);
  const offset = readOffset(text, zoneAt, zoneText);
  if (!offset.ok) return offset;
  return instantOf(text, fields, milliseconds, offset.value);
}

/** By the clock of a zone, as of that date. A time that the clocks skip or repeat is refused. */
function localInstant(
  text: string,
  fields: Fields,
  milliseconds: number,
  zone: string,
  at: number,
): Reading<number> {
  const local = instantOf(text, fields, milliseconds, 0);
  if (!local.ok) return local;
  const instants = instantsOf(local.value, zone);
  const [only] = instants;
  if (only === undefined) {
    return refuse(text, at, 'a time that exists: the clocks of that zone skip it');
  }
  if (instants.length > 1) {
    const both = instants.map(writeInstant).join(' or ');
    return refuse(text, at, `an offset: the clocks show it twice, at ${both}`);
  }
  if (only >= INSTANT_MS_MIN && only < INSTANT_MS_END) return { ok: true, value: only };
  return refuse(text, fields.year.at, 'an instant from 1970 to before 2200');
}

function readGroup(text: string, start: number, body: string): Reading<number> {
  const found = GROUP.exec(body);
  if (found === null) {
    return refuse(
      text,
      start,
      'a date-time group such as 171355ZSEP16 (day, time, zone, month, year)',
    );
  }
  let from = 0;
  const places = found.slice(1).map((part) => {
    const at = body.indexOf(part, from);
    from = at + part.length;
    return start + at;
  });
  const zone = zoneHours(present(found[4]).toUpperCase());
  if (zone === undefined) return refuse(text, present(places[3]), 'a zone letter other than J', 1);
  const month = MONTHS.indexOf(present(found[5]).toUpperCase()) + 1;
  if (month === 0) return refuse(text, present(places[4]), 'a month such as SEP', 3);
  const field = (i: number): Field => ({ value: Number(found[i + 1]), at: present(places[i]) });
  const century = present(found[6]).length === 2 ? 2000 : 0;
  const fields = {
    year: { value: field(5).value + century, at: present(places[5]) },
    month: { value: month, at: present(places[4]) },
    day: field(0),
    hour: field(1),
    minute: field(2),
    second: { value: 0, at: present(places[2]) },
  };
  return instantOf(text, fields, 0, zone * 60);
}

/** Hours east of Greenwich: A to M are +1 to +12, N to Y are -1 to -12, Z is 0; J is local time. */
function zoneHours(letter: string): number | undefined {
  if (letter === 'Z') return 0;
  const east = 'ABCDEFGHIKLM'.indexOf(letter);
  if (east >= 0) return east + 1;
  const west = 'NOPQRSTUVWXY'.indexOf(letter);
  return west < 0 ? undefined : -west - 1;
}

/** Minutes east of Greenwich. */
function readOffset(text: string, at: number, zone: string): Reading<number> {
  if (/^z$/i.test(zone)) return { ok: true, value: 0 };
  const found = /^([+-])(\d{2})(?::?(\d{2}))?$/.exec(zone);
  if (found === null)
    return refuse(text, at, 'the zone: Z, an offset such as +03:00, or such as Europe/Moscow');
  if (/^-00(?::?00)?$/.test(zone))
    return refuse(text, at, 'a known zone: -00:00 says it is unknown');
  const [hours, minutes] = [Number(found[2]), Number(found[3] ?? 0)];
  if (hours > 23 || minutes > 59) return refuse(text, at, 'an offset below 24:00');
  return { ok: true, value: (found[1] === '-' ? -1 : 1) * (hours * 60 + minutes) };
}

function instantOf(
  text: string,
  fields: Fields,
  milliseconds: number,
  offsetMinutes: number,
): Reading<number> {
  const { year, month, day, hour, minute, second } = fields;
  if (month.value < 1 || month.value > 12) return refuse(text, month.at, 'a month of 01 to 12', 2);
  const days = daysInMonth(year.value, month.value);
  if (day.value < 1 || day.value > days) {
    return refuse(text, day.at, `a day of 01 to ${days} in that month`, 2);
  }
  if (hour.value > 23) return refuse(text, hour.at, 'an hour of 00 to 23', 2);
  if (minute.value > 59) return refuse(text, minute.at, 'minutes of 00 to 59', 2);
  if (second.value > 59) return refuse(text, second.at, 'seconds of 00 to 59 (no leap second)', 2);
  const civil = { year: year.value, month: month.value, day: day.value };
  const seconds = (hour.value * 60 + minute.value - offsetMinutes) * 60 + second.value;
  const ms = daysFromCivil(civil) * DAY_MS + seconds * 1000 + milliseconds;
  if (ms < INSTANT_MS_MIN || ms >= INSTANT_MS_END) {
    return refuse(text, year.at, 'an instant from 1970 to before 2200');
  }
  return { ok: true, value: ms };
}
