// The fields that every format shares, read into domain values; each refusal goes to `findings`.
import type { Height, HeightBound, HeightReference, HeightUnit, Position } from '@parley/geo';
import { heightOf, positionOf, readHeight, readInstant } from '@parley/geo';
import type { Findings } from './format-fault.ts';
import { isMissing, isObject, shown } from './json-value.ts';
import { NAME_LENGTH_MAX } from './limits.ts';

const UNITS: readonly HeightUnit[] = ['m', 'ft', 'FL'];
const REFERENCES: readonly HeightReference[] = ['HAE', 'AMSL', 'AGL', 'STD', 'QNH', 'QFE'];
const HEIGHT_RIGHT =
  'a height such as {"value": 5500, "unit": "m", "reference": "AMSL"}, "FL180", "SFC" or "UNL"';
const INSTANT_RIGHT = 'an RFC 3339 time with its zone, such as "2026-09-17T13:55:00Z"';

/** Latitude and longitude in degrees, as JSON values. */
export function readLatLon(
  lat: unknown,
  lon: unknown,
  field: string,
  findings: Findings,
): Position | undefined {
  if (typeof lat !== 'number' || typeof lon !== 'number') {
    const fault = `is ${shown(lat)} and ${shown(lon)}`;
    return findings.refuse(field, fault, 'latitude and longitude as numbers of degrees');
  }
  const read = positionOf(lat, lon);
  if (read.ok) return read.value;
  return findings.refuse(field, `is ${read.refusal.found}`, read.refusal.expected);
}

/** A height as an object of value, unit and reference, or as text; nothing is assumed. */
export function readBound(
  value: unknown,
  field: string,
  findings: Findings,
): HeightBound | undefined {
  if (isObject(value)) return readStatedHeight(value, field, findings);
  if (typeof value !== 'string') {
    return findings.refuse(field, faultOf(value), HEIGHT_RIGHT);
  }
  const read = readHeight(value);
  if (read.ok) return read.value;
  return findings.refuse(field, `is ${shown(value)}`, read.refusal.expected);
}

/** An instant as RFC 3339 text, in milliseconds UTC. */
export function readTime(value: unknown, field: string, findings: Findings): number | undefined {
  if (typeof value !== 'string') {
    return findings.refuse(field, faultOf(value), INSTANT_RIGHT);
  }
  const read = readInstant(value);
  if (read.ok) return read.value;
  return findings.refuse(field, `is ${shown(value)}`, read.refusal.expected);
}

/** A number of `unit`. Its range is checked with the volume. */
export function readNumber(
  value: unknown,
  field: string,
  unit: string,
  findings: Findings,
): number | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  return findings.refuse(field, faultOf(value), `a number of ${unit}`);
}

/** A length in metres as a number, in whole centimetres. Its range is checked with the volume. */
export function readMetres(value: unknown, field: string, findings: Findings): number | undefined {
  const metres = readNumber(value, field, 'metres', findings);
  return metres === undefined ? undefined : Math.round(metres * 100);
}

/** An id or a party's name: text or a whole number; undefined when not stated. */
export function readName(value: unknown, field: string, findings: Findings): string | undefined {
  if (isMissing(value)) return undefined;
  const isWhole = typeof value === 'number' && Number.isSafeInteger(value);
  const name = isWhole ? String(value) : value;
  if (typeof name === 'string' && name !== '' && name.length <= NAME_LENGTH_MAX) return name;
  return findings.refuse(field, `is ${shown(value)}`, `text of 1 to ${NAME_LENGTH_MAX} characters`);
}

function readStatedHeight(
  stated: { readonly [name: string]: unknown },
  field: string,
  findings: Findings,
): Height | undefined {
  const { value } = stated;
  const unit = UNITS.find((known) => known === stated['unit']);
  const reference = REFERENCES.find((known) => known === stated['reference']);
  if (typeof value !== 'number') {
    findings.refuse(`${field}.value`, faultOf(value), 'a number');
  }
  if (unit === undefined) findings.refuse(`${field}.unit`, faultOf(stated['unit']), 'm, ft or FL');
  if (reference === undefined) {
    const right = 'HAE, AMSL, AGL or STD, or QNH or QFE';
    findings.refuse(`${field}.reference`, faultOf(stated['reference']), right);
  }
  if (typeof value !== 'number' || unit === undefined || reference === undefined) return undefined;
  const setting = stated['hectopascals'];
  if (!isMissing(setting) && typeof setting !== 'number') {
    return findings.refuse(`${field}.hectopascals`, faultOf(setting), 'a number of hPa');
  }
  const height = isMissing(setting)
    ? heightOf(value, unit, reference)
    : heightOf(value, unit, reference, Math.round(setting * 10));
  if (height.ok) return height.value;
  const beside = isMissing(setting) ? '' : ` ${setting} hPa`;
  return findings.refuse(
    field,
    `is ${value} ${unit} ${reference}${beside}`,
    height.refusal.expected,
  );
}

function faultOf(value: unknown): string {
  return isMissing(value) ? 'missing' : `is ${shown(value)}`;
}
