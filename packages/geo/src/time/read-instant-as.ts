// Reads an instant in any form that people write, and says which form it was taken for. What can be
// meant two ways is refused with both.
import { refuse } from '../reading/reading.ts';
import type { Reading, ReadRefusal } from '../reading/reading.ts';
import { daysFromCivil } from './calendar.ts';
import { weekdayName, weekdayOf } from './day-names.ts';
import { readStandardInstant } from './read-instant.ts';
import { saidInstant } from './said-instant.ts';
import type { SaidInstant } from './said-instant.ts';

/**
 * RFC3339: with an offset or Z; LOCAL: the same with an IANA zone; DTG: a date-time group; NOTAM:
 * ten digits of an item B or C; WORDS: a month in words; DOTS: day first; SLASHES: only where one
 * order is possible.
 */
export type InstantForm = 'RFC3339' | 'LOCAL' | 'DTG' | 'NOTAM' | SaidInstant['form'];

/** An instant as somebody wrote it. */
export type InstantReading = {
  /** Milliseconds UTC since 1970. */
  readonly ms: number;
  readonly form: InstantForm;
  /** "Z", an offset or an IANA name. */
  readonly zone: string;
  /** The last unit stated: 60,000, 1,000 or 1. */
  readonly precisionMs: number;
  readonly asEntered: string;
};

export type InstantRefusal = ReadRefusal & { readonly candidates?: readonly InstantReading[] };

export type InstantOutcome =
  | { readonly ok: true; readonly value: InstantReading }
  | { readonly ok: false; readonly refusal: InstantRefusal };

const NOTAM = /^\s*(NOTAM|[BC]\))?\s*(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})\s*$/i;
const GROUP = /^\s*\d{2}\s?\d{4}\s?([A-Z])\s?[A-Z]/i;
const TEXT_CHARACTERS_MAX = 100;

/** The instant alone, milliseconds UTC since 1970: `readInstantAs` without its form. */
export function readInstant(text: string): Reading<number> {
  const outcome = readInstantAs(text);
  return outcome.ok ? { ok: true, value: outcome.value.ms } : outcome;
}

/**
 * Reads what `readStandardInstant` does, and dates in words of English, Russian, Arabic, Hebrew and
 * Turkish ("17 сентября 2016 г. 16:55 МСК", "17 أيلول 2016 16:55 بتوقيت دمشق"), day-first dates
 * with dots, dates with slashes where the order is certain, and items of a NOTAM ("B) 1609171355",
 * UTC). Refused: no zone; a slash date that can be read both ways, with both; a weekday that is not
 * that of the date; ten digits without a label. Never throws.
 */
export function readInstantAs(text: string): InstantOutcome {
  const standard = readStandardInstant(text);
  if (standard.ok) return { ok: true, value: { ms: standard.value, ...standardForm(text) } };
  if (text.length > TEXT_CHARACTERS_MAX) return standard;
  const notam = NOTAM.exec(text);
  if (notam !== null) return notamInstant(text, notam);
  const said = saidInstant(text);
  return said === undefined ? standard : ofSaid(text, said);
}

function standardForm(text: string): Omit<InstantReading, 'ms'> {
  const group = GROUP.exec(text)?.[1];
  if (group !== undefined) {
    return { form: 'DTG', zone: group.toUpperCase(), precisionMs: 60_000, asEntered: text };
  }
  const parts = /:\d{2}(:\d{2}(\.\d+)?)?/.exec(text);
  const rest = text.slice((parts?.index ?? 0) + (parts?.[0].length ?? 0)).trim();
  const zone = rest.replace(/^\[|\]$/g, '');
  const precisionMs = parts?.[2] === undefined ? (parts?.[1] === undefined ? 60_000 : 1000) : 1;
  const isLocal = !/^(?:z|[+-]\d{2}(?::?\d{2})?)$/i.test(zone);
  return { form: isLocal ? 'LOCAL' : 'RFC3339', zone, precisionMs, asEntered: text };
}

function notamInstant(text: string, found: RegExpExecArray): InstantOutcome {
  const [, label, year, month, day, hour, minute] = found;
  const read = readStandardInstant(`20${year}-${month}-${day}T${hour}:${minute}:00Z`);
  const at = text.search(/\d{10}/);
  if (!read.ok) return refuse(text, at, read.refusal.expected, 10);
  const common = { form: 'NOTAM' as const, zone: 'Z', precisionMs: 60_000, asEntered: text };
  const value: InstantReading = { ms: read.value, ...common };
  if (label !== undefined) return { ok: true, value };
  const { refusal } = refuse(
    text,
    at,
    'NOTAM, or B) or C), before ten digits of date and time',
    10,
  );
  return { ok: false, refusal: { ...refusal, candidates: [value] } };
}

function ofSaid(text: string, said: SaidInstant): InstantOutcome {
  const { zone, days, dateAt, zoneAt } = said;
  if (zone === undefined) {
    return refuse(text, zoneAt, 'a known zone: Z, +03:00, Europe/Moscow or such as МСК');
  }
  const outcomes = days.map((date) => ofDate(text, said, date, zone));
  const [only] = outcomes;
  if (outcomes.length === 1 && only !== undefined) return only;
  const candidates = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  const { refusal } = refuse(
    text,
    dateAt,
    'the month in words: day and month can be exchanged',
    10,
  );
  return { ok: false, refusal: { ...refusal, candidates } };
}

function ofDate(
  text: string,
  said: SaidInstant,
  { day, month }: SaidInstant['days'][number],
  zone: string,
): InstantOutcome {
  const { year, time, weekday, form, dateAt, timeAt, zoneAt } = said;
  const two = (value: number): string => String(value).padStart(2, '0');
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  const clock = `${two(time.hour)}:${two(time.minute)}:${two(time.second ?? 0)}`;
  const named = zone.includes('/') ? ` ${zone}` : zone;
  const read = readStandardInstant(`${date}T${clock}${named}`);
  if (!read.ok) {
    const { at, expected } = read.refusal;
    return refuse(text, at < 10 ? dateAt : at < 19 ? timeAt : zoneAt, expected);
  }
  const known = weekdayOf(daysFromCivil({ year, month, day }));
  if (weekday !== undefined && known !== weekday) {
    const [is, was] = [weekdayName(known), weekdayName(weekday)];
    return refuse(text, dateAt, `a date that is a ${was}: ${date} is a ${is}`);
  }
  const precisionMs = time.second === undefined ? 60_000 : 1000;
  return { ok: true, value: { ms: read.value, form, zone, precisionMs, asEntered: text } };
}
