// Reads flight levels, and the levels and altitudes of flight plans.
import { endOf, longest, UNITS } from './height-words.ts';
import type { HeightReference, HeightUnit } from './height.ts';
import { readNumber } from './read-number.ts';
import { heightStep } from './read-step.ts';
import type { Step } from './read-step.ts';
import { present } from '../reading/present.ts';

export const LEVEL = 'a whole flight level, such as FL180';
/** The metric flight levels of the Soviet series began at 900 m. */
const METRIC_LEVELS_FROM = 900;
/** ICAO Doc 4444, appendix 2, item 15: levels and altitudes of flight plans; look-alikes too. */
const PACKED = /([fasmамѕ])(\d{3,4})(?![\p{L}\p{N}.,])/uy;
const PACKED_FORMS: readonly (readonly [string, number, number, HeightUnit, HeightReference])[] = [
  ['f', 3, 1, 'FL', 'STD'],
  ['aа', 3, 100, 'ft', 'QNH'],
  ['sѕ', 4, 10, 'm', 'STD'],
  ['mм', 4, 10, 'm', 'QNH'],
];

/** "F180", "S1130", "A045", "M0840", or undefined when it is none of them. */
export function readPacked(text: string, at: number): Step | undefined {
  PACKED.lastIndex = at;
  const found = PACKED.exec(text);
  if (found === null) return undefined;
  const digits = present(found[2]);
  const form = PACKED_FORMS.find(([letters]) => letters.includes(present(found[1])));
  const [, count, times, unit, reference] = present(form);
  if (digits.length !== count) return undefined;
  return heightStep({ value: Number(digits) * times, unit, reference }, at, PACKED.lastIndex);
}

/** "FL180", also "FL180 STD". */
export function readLevel(text: string, at: number): Step {
  const found = /^fl\s*(\d{1,4})(?!\d)(?:\s*std(?!\p{L}))?/u.exec(text.slice(at));
  if (found === null) return { ok: false, at: at + 2, expected: LEVEL };
  return heightStep(
    { value: Number(found[1]), unit: 'FL', reference: 'STD' },
    at,
    at + found[0].length,
  );
}

/** A level named in words: of hundreds of feet, or with a unit, of standard pressure as well. */
export function readNamedLevel(text: string, at: number, named: number): Step {
  const numberAt = present(endOf(/[\s:]*/y, text, named));
  const number = readNumber(text, numberAt);
  if (!number.ok) return { ok: false, at: numberAt, expected: LEVEL };
  const unit = longest(UNITS, text, present(endOf(/\s*/y, text, number.end)));
  if (unit !== undefined) {
    const end = present(endOf(/\.?/y, text, unit.end));
    return heightStep({ value: number.value, unit: unit.means, reference: 'STD' }, numberAt, end);
  }
  if (text.startsWith('э', at) && number.value >= METRIC_LEVELS_FROM) {
    const expected = `the unit: ${number.value} may be a flight level, or metres`;
    return { ok: false, at: number.end, expected };
  }
  return heightStep({ value: number.value, unit: 'FL', reference: 'STD' }, numberAt, number.end);
}
