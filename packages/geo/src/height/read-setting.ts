// Reads what an altimeter is set to, behind QNH, QFE or STD. A pressure without a unit is taken
// only where no other unit would make it one.
import { endOf, longest, SETTING_UNITS, UNITS } from './height-words.ts';
import type { HeightReference } from './height.ts';
import { settingExpected, settingOf, settingRange } from './pressure-setting.ts';
import type { SettingRange, SettingUnit } from './pressure-setting.ts';
import type { Stop } from './read-step.ts';
import { present } from '../reading/present.ts';

/** The setting in tenths of hPa, undefined when none stands there; and where the text goes on. */
export type SettingStep =
  | { readonly ok: true; readonly setting: number | undefined; readonly end: number }
  | Stop;

const NUMBER = /[\s:=(]*(\d{2,4}(?:[.,٫]\d{1,2})?)(?![\d.,٫]*\d)/y;
/** 1013 hPa, 29.92 inHg and 760 mmHg all name the standard pressure. */
const STANDARD: SettingRange = [10_127, 10_138];
const UNIT_NAMES: Readonly<Record<SettingUnit, string>> = {
  hPa: 'hPa',
  inHg: 'inches of mercury',
  mmHg: 'mm of mercury',
};

/**
 * Reads the setting of a `reference` at index `at` of folded text. `ahead` tells that the height
 * itself is still to come, so a number counts as a setting only with its unit or before a comma.
 */
export function readSetting(
  text: string,
  at: number,
  reference: HeightReference,
  ahead: boolean,
): SettingStep {
  const range = reference === 'STD' ? STANDARD : settingRange(reference);
  NUMBER.lastIndex = at;
  const number = range === undefined ? null : NUMBER.exec(text);
  if (range === undefined || number === null) return { ok: true, setting: undefined, end: at };
  const digits = present(number[1]);
  const numberAt = NUMBER.lastIndex - digits.length;
  const unitAt = present(endOf(/\s*/y, text, NUMBER.lastIndex));
  const unit = longest(SETTING_UNITS, text, unitAt);
  const isHeight = unit === undefined && longest(UNITS, text, unitAt) !== undefined;
  if (isHeight || (ahead && unit === undefined && !/^[,;:)]/.test(text.slice(unitAt)))) {
    return { ok: true, setting: undefined, end: at };
  }
  const value = Number(digits.replace(/[,٫]/, '.'));
  const units = unit === undefined ? (['hPa', 'inHg', 'mmHg'] as const) : [unit.means];
  const meant = units.flatMap((each) => settingsIn(value, each, digits, unit === undefined, range));
  const [first, second] = meant;
  if (first === undefined) {
    const expected =
      reference === 'STD'
        ? 'the standard pressure, 1013.25 hPa'
        : settingExpected(reference, range);
    return { ok: false, at: numberAt, expected };
  }
  if (second !== undefined) {
    const ways = meant.map((way) => `${digits} ${UNIT_NAMES[way.unit]}`).join(' or ');
    return { ok: false, at: numberAt, expected: `the pressure with its unit: ${ways}` };
  }
  const end = unit === undefined ? numberAt + digits.length : unit.end;
  return { ok: true, setting: reference === 'STD' ? undefined : first.setting, end };
}

/** The settings within the range that a number means in a unit: "2992" is 29.92 inHg as well. */
function settingsIn(
  value: number,
  unit: SettingUnit,
  digits: string,
  bare: boolean,
  range: SettingRange,
): { readonly unit: SettingUnit; readonly setting: number }[] {
  const hundredths = unit === 'inHg' && bare && /^\d{4}$/.test(digits);
  const setting = settingOf(hundredths ? value / 100 : value, unit);
  return setting >= range[0] && setting <= range[1] ? [{ unit, setting }] : [];
}
