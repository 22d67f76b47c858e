// Reads the short fields of a draft: distances with a unit, times with a zone; assumes neither.
import { readInstant } from '@parley/geo';
import type { Reading, ReadRefusal } from '@parley/geo';

const DAY_MS = 86_400_000;
const CENTIMETRES: Readonly<Record<string, number>> = { m: 100, km: 100_000, nm: 185_200 };
const MILLISECONDS: Readonly<Record<string, number>> = {
  s: 1_000,
  min: 60_000,
  h: 3_600_000,
  d: DAY_MS,
};
const EXTENT = /^\s*(\d+(?:\.\d+)?)\s*([a-z]*)\s*$/i;
const CLOCK = /^\s*(\d{2}):?(\d{2})\s*Z\s*$/i;

/** A radius or half-width in whole centimetres from "5 km", "800 m" or "3 NM" (1,852 m). */
export function readExtent(text: string): Reading<number> {
  const found = EXTENT.exec(text);
  if (found === null)
    return refused(text, 0, 'a distance with its unit, such as 5 km, 800 m or 3 NM');
  const unit = found[2] ?? '';
  const perUnit = CENTIMETRES[unit.toLowerCase()];
  if (perUnit === undefined) {
    const at = unit === '' ? text.trimEnd().length : text.lastIndexOf(unit);
    return refused(text, at, 'the unit: m, km or NM');
  }
  return { ok: true, value: Math.round(Number(found[1]) * perUnit) };
}

/**
 * An instant, milliseconds UTC: whatever geo reads (RFC 3339 or a date-time group, each with its
 * zone), or "13:55Z", which is that time on the UTC day of `nowMs`.
 */
export function readTime(text: string, nowMs: number): Reading<number> {
  const clock = CLOCK.exec(text);
  if (clock === null) {
    const bare = /^\s*\d{1,2}:?\d{2}\s*$/.test(text);
    return bare ? refused(text, text.trimEnd().length, 'the zone, Z') : readInstant(text);
  }
  const [hours, minutes] = [Number(clock[1]), Number(clock[2])];
  if (hours > 23) return refused(text, text.search(/\d/), 'an hour of 00 to 23');
  if (minutes > 59) return refused(text, text.search(/\d{2}\s*Z/i), 'minutes of 00 to 59');
  const dayMs = Math.floor(nowMs / DAY_MS) * DAY_MS;
  return { ok: true, value: dayMs + (hours * 60 + minutes) * 60_000 };
}

/** A length of time in milliseconds from "45 s", "30 min", "2 h" or "3 d". */
export function readDuration(text: string): Reading<number> {
  const found = EXTENT.exec(text);
  if (found === null) return refused(text, 0, 'a time with its unit, such as 30 min, 2 h or 3 d');
  const unit = found[2] ?? '';
  const perUnit = MILLISECONDS[unit.toLowerCase()];
  if (perUnit === undefined) {
    const at = unit === '' ? text.trimEnd().length : text.lastIndexOf(unit);
    return refused(text, at, 'the unit: s, min, h or d');
  }
  return { ok: true, value: Math.round(Number(found[1]) * perUnit) };
}

/** A whole number from `minimum` to `maximum`. */
export function readWhole(text: string, minimum: number, maximum: number): Reading<number> {
  const value = Number(text.trim());
  if (/^\s*-?\d+\s*$/.test(text) && value >= minimum && value <= maximum) {
    return { ok: true, value };
  }
  return refused(text, 0, `a whole number from ${minimum} to ${maximum}`);
}

function refused(text: string, at: number, expected: string): Reading<never> {
  const rest = text.slice(at).trim().slice(0, 24);
  const found = rest === '' ? 'the end of the text' : rest;
  const quoted = rest === '' ? found : `"${rest}"`;
  const sentence = `At character ${at + 1}: found ${quoted}, expected ${expected}.`;
  const refusal: ReadRefusal = { at, found, expected, sentence };
  return { ok: false, refusal };
}
