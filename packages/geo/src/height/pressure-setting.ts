// What an altimeter may be set to, in whole tenths of hPa: ranges, units, and how it is written.
import type { HeightReference } from './height.ts';

/** The unit in which a setting was stated. */
export type SettingUnit = 'hPa' | 'inHg' | 'mmHg';

/** The least and the greatest setting of a reference, tenths of hPa. */
export type SettingRange = readonly [least: number, greatest: number];

/** Tenths of hPa; NIST SP 811 (2008), B.8: conventional inch and millimetre of mercury. */
const DECIHECTOPASCALS_PER_UNIT: Readonly<Record<SettingUnit, number>> = {
  hPa: 10,
  inHg: 338.6389,
  mmHg: 13.332_24,
};
/** The least pressure ever measured at sea level is 870 hPa, the greatest 1,084 (WMO archive). */
const QNH_RANGE: SettingRange = [8500, 10_999];
/** The highest aerodromes lie at 4,400 m, where the standard atmosphere has 586 hPa. */
const QFE_RANGE: SettingRange = [5000, 10_999];

/** The range of a reference's settings, or undefined where none can be stated. */
export function settingRange(reference: HeightReference): SettingRange | undefined {
  if (reference === 'QNH') return QNH_RANGE;
  return reference === 'QFE' ? QFE_RANGE : undefined;
}

/** A stated pressure in tenths of hPa, rounded to the nearest: off by 0.05 hPa at most. */
export function settingOf(value: number, unit: SettingUnit): number {
  return Math.round(value * DECIHECTOPASCALS_PER_UNIT[unit]);
}

/** What would be right instead of this setting, or undefined when it fits the reference. */
export function settingFault(reference: HeightReference, setting: number): string | undefined {
  const range = settingRange(reference);
  if (range === undefined) return `no setting with ${reference}: only QNH and QFE have one`;
  const fits = Number.isInteger(setting) && setting >= range[0] && setting <= range[1];
  return fits ? undefined : settingExpected(reference, range);
}

/** "a QNH of 850 to 1099.9 hPa". */
export function settingExpected(reference: HeightReference, range: SettingRange): string {
  return `a ${reference} of ${writeSetting(range[0])} to ${writeSetting(range[1])} hPa`;
}

/** In hPa, without the unit: "1008", "1013.2". */
export function writeSetting(decihectopascals: number): string {
  return String(decihectopascals / 10);
}
