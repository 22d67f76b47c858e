// Heights as stated, with their unit and reference. Nothing here converts between references.
import { refuseNumber } from '../reading/reading.ts';
import type { Reading } from '../reading/reading.ts';
import { settingFault, writeSetting } from './pressure-setting.ts';

/** The unit in which a height was stated. FL is hundreds of feet on standard pressure. */
export type HeightUnit = 'm' | 'ft' | 'FL';

/**
 * HAE: above the WGS-84 ellipsoid. AMSL: above EGM96. AGL: above ground. What an altimeter shows:
 * STD when set to 1013.25 hPa, QNH when set to the pressure of an aerodrome brought to the sea by
 * the standard atmosphere, QFE when set to the pressure at an aerodrome (ICAO Doc 8168, Vol. I).
 */
export type HeightReference = 'HAE' | 'AMSL' | 'AGL' | 'STD' | 'QNH' | 'QFE';

/**
 * A height as stated. `centimetres` is the value in centimetres, rounded to the nearest integer,
 * so that whole feet and flight levels come back exactly. The reference is never converted here.
 */
export type Height = {
  readonly kind: 'height';
  readonly centimetres: number;
  readonly unit: HeightUnit;
  readonly reference: HeightReference;
  /** Of QNH and QFE: what the altimeter is set to, tenths of hPa; absent when it was not stated. */
  readonly settingDecihectopascals?: number;
  /** "Up to but not including": as a band's limit, this very height is not in the band. */
  readonly excluded?: true;
};

/** A limit of an altitude band: a height, the surface, or unlimited, never left open. */
export type HeightBound = Height | { readonly kind: 'surface' } | { readonly kind: 'unlimited' };

/** Lower and upper limit; each belongs to the band unless it is `excluded`. */
export type AltitudeBand = { readonly lower: HeightBound; readonly upper: HeightBound };

const CENTIMETRES_PER_UNIT: Readonly<Record<HeightUnit, number>> = { m: 100, ft: 30.48, FL: 3048 };
export const HEIGHT_CENTIMETRES_MIN = -50_000;
export const HEIGHT_CENTIMETRES_MAX = 10_000_000;

/**
 * A height from a value in `unit`, -500 m to 100 km. A flight level is a whole number from 0 and
 * demands the reference STD. A setting, in whole tenths of hPa, may be stated with QNH (850 to
 * 1099.9 hPa) and with QFE (500 to 1099.9 hPa). Refuses NaN and infinities. The foot is the
 * international, 0.3048 m.
 */
export function heightOf(
  value: number,
  unit: HeightUnit,
  reference: HeightReference,
  settingDecihectopascals?: number,
): Reading<Height> {
  const setting = settingDecihectopascals;
  const wrong = setting === undefined ? undefined : settingFault(reference, setting);
  if (setting !== undefined && wrong !== undefined) {
    return refuseNumber(setting, 'setting in tenths of hPa', wrong);
  }
  if (unit === 'FL' && reference !== 'STD') {
    const fault = `Expected the reference STD with a flight level, but found ${reference}.`;
    const expected = 'STD';
    return { ok: false, refusal: { at: 0, found: reference, expected, sentence: fault } };
  }
  if (unit === 'FL' && !(Number.isInteger(value) && value >= 0)) {
    return refuseNumber(value, 'flight level', 'a whole flight level from 0');
  }
  // Adding 0 turns -0 into 0: equal heights must also be the same bytes.
  const centimetres = Math.round(value * CENTIMETRES_PER_UNIT[unit]) + 0;
  if (!(centimetres >= HEIGHT_CENTIMETRES_MIN && centimetres <= HEIGHT_CENTIMETRES_MAX)) {
    return refuseNumber(value, `height in ${unit}`, 'a height of -500 m to 100 km');
  }
  const height: Height = { kind: 'height', centimetres, unit, reference };
  if (setting === undefined) return { ok: true, value: height };
  return { ok: true, value: { ...height, settingDecihectopascals: setting } };
}

/**
 * Whether the numbers of two statements compare as they stand: of one reference, and, on QNH or
 * QFE, both on the same stated setting. Two settings that nobody stated may differ.
 */
export function onOneScale(a: Height, b: Height): boolean {
  if (a.reference !== b.reference) return false;
  if (a.reference !== 'QNH' && a.reference !== 'QFE') return true;
  const setting = a.settingDecihectopascals;
  return setting !== undefined && setting === b.settingDecihectopascals;
}

/** The height in metres or feet, in its own reference. Exact to the centimetre it is kept in. */
export function heightIn(height: Height, unit: 'm' | 'ft'): number {
  return height.centimetres / CENTIMETRES_PER_UNIT[unit];
}

/** As stated: "FL180", "18 000 ft AMSL", "5 000 ft QNH 1008 hPa", "FL180 excl", "SFC", "UNL". */
export function writeHeight(bound: HeightBound): string {
  if (bound.kind === 'surface') return 'SFC';
  if (bound.kind === 'unlimited') return 'UNL';
  return bound.excluded === true ? `${writeStated(bound)} excl` : writeStated(bound);
}

/** Both limits as stated, "FL180 – FL240"; excluded ones as "above FL180 – below FL240". */
export function writeBand({ lower, upper }: AltitudeBand): string {
  return `${writeLimit(lower, 'above')} – ${writeLimit(upper, 'below')}`;
}

function writeLimit(bound: HeightBound, side: 'above' | 'below'): string {
  if (bound.kind !== 'height' || bound.excluded !== true) return writeHeight(bound);
  return `${side} ${writeStated(bound)}`;
}

/** The height without its exclusion. */
function writeStated(bound: Height): string {
  const { unit, reference, settingDecihectopascals: setting } = bound;
  if (unit === 'FL') return writeNumber(bound);
  const datum = setting === undefined ? reference : `${reference} ${writeSetting(setting)} hPa`;
  return `${writeNumber(bound)} ${unit} ${datum}`;
}

/** The number as stated, in groups of three: "18 000", "-20.5"; a flight level as "FL180". */
export function writeNumber(height: Height): string {
  const value = statedValue(height);
  if (height.unit === 'FL') return `FL${value.padStart(3, '0')}`;
  const [whole = '', fraction] = value.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ' ');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/**
 * What is wrong with a band, as a sentence, or undefined. Limits in different references, or on
 * different settings, cannot be compared without a place and a pressure, so they are never at fault
 * here. Two limits of one band on a QNH (or QFE) that is not stated are on the same one.
 */
export function bandFault(band: AltitudeBand): string | undefined {
  const { lower, upper } = band;
  if (lower.kind === 'unlimited') return 'lower limit is unlimited; it must be a height or SFC';
  if (upper.kind === 'surface' && lower.kind === 'height') {
    return `lower ${writeHeight(lower)} is above upper SFC`;
  }
  if (lower.kind !== 'height' || upper.kind !== 'height') return undefined;
  const alike =
    lower.reference === upper.reference &&
    lower.settingDecihectopascals === upper.settingDecihectopascals;
  if (!alike || lower.centimetres < upper.centimetres) return undefined;
  if (lower.centimetres === upper.centimetres) {
    if (lower.excluded !== true && upper.excluded !== true) return undefined;
    return `nothing lies in ${writeBand({ lower, upper })}: a limit at the same height is excluded`;
  }
  return `lower ${writeHeight(lower)} is above upper ${writeHeight(upper)}`;
}

/** The number that was stated: the shortest, up to two decimals, that gives these centimetres. */
function statedValue(height: Height): string {
  const perUnit = CENTIMETRES_PER_UNIT[height.unit];
  const exact = height.centimetres / perUnit;
  for (const decimals of [0, 1]) {
    const text = exact.toFixed(decimals);
    if (Math.round(Number(text) * perUnit) === height.centimetres) return text.replace(/^-0$/, '0');
  }
  return exact.toFixed(2);
}
