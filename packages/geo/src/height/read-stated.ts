// Reads a height as a number with its unit and its reference, and the setting of QNH and QFE.
import { DOUBTFUL, endOf, FILLING, longest, REFERENCES, UNITS } from './height-words.ts';
import type { HeightReference } from './height.ts';
import { doubtfulMark, readNumber } from './read-number.ts';
import { readSetting } from './read-setting.ts';
import { heightStep, START } from './read-step.ts';
import type { Step, Stop } from './read-step.ts';
import { present } from '../reading/present.ts';

const WORDS_MAX = 6;
const REFERENCE = 'the reference, AMSL, HAE, AGL or STD, or QNH or QFE';
const GAP = /[\s,;:()]*/y;

type Datum = { readonly reference: HeightReference; readonly setting: number | undefined };
type DatumStep =
  | { readonly ok: true; readonly datum: Datum | undefined; readonly end: number }
  | Stop;

/** A number with its unit; the reference, once or twice over, before it or behind it. */
export function readStated(text: string, at: number): Step {
  const before = readDatum(text, at, undefined, true);
  if (!before.ok) return before;
  const numberAt = before.datum === undefined ? at : present(endOf(GAP, text, before.end));
  const number = readNumber(text, numberAt);
  if (!number.ok) return number.at === numberAt ? { ok: false, at, expected: START } : number;
  const unitAt = present(endOf(/\s*/y, text, number.end));
  if (text[number.end] === ',') return doubtfulMark(text, numberAt, number.end);
  const unit = longest(UNITS, text, unitAt);
  if (unit === undefined) return { ok: false, at: unitAt, expected: 'the unit, m or ft' };
  const unitEnd = present(endOf(/\.?/y, text, unit.end));
  const after = readDatum(text, unitEnd, before.datum, false);
  if (!after.ok) return after;
  if (after.datum === undefined) {
    const missingAt = present(endOf(/\s*/y, text, unitEnd));
    const doubt = longest(DOUBTFUL, text, present(endOf(/[\s,(]*/y, text, unitEnd)));
    const expected = doubt === undefined ? REFERENCE : `the reference, ${doubt.means}`;
    return { ok: false, at: missingAt, expected };
  }
  const { reference, setting } = after.datum;
  const { value } = number;
  return heightStep({ value, unit: unit.means, reference, setting }, numberAt, after.end);
}

/** References with their settings from `at` on; `known` was read before the number. */
function readDatum(
  text: string,
  from: number,
  known: Datum | undefined,
  ahead: boolean,
): DatumStep {
  let datum = known;
  let end = from;
  for (let words = 0; words < WORDS_MAX; words += 1) {
    let at = present(endOf(GAP, text, end));
    let found = longest(REFERENCES, text, at);
    for (let fills = 0; found === undefined && fills < WORDS_MAX; fills += 1) {
      const filled = endOf(FILLING, text, at);
      if (filled === undefined) break;
      at = present(endOf(GAP, text, filled));
      found = longest(REFERENCES, text, at);
      // Words that say nothing belong to the height when they stand behind it.
      if (datum !== undefined && found === undefined) end = filled;
    }
    if (found === undefined) break;
    const reference = found.means;
    if (datum !== undefined && datum.reference !== reference) {
      const expected = `one reference, ${datum.reference} or ${reference}`;
      return { ok: false, at, expected };
    }
    const step = readSetting(text, found.end, reference, ahead);
    if (!step.ok) return step;
    const setting = step.setting ?? datum?.setting;
    if (datum?.setting !== undefined && setting !== datum.setting) {
      return {
        ok: false,
        at: found.end,
        expected: `one setting, as before: ${datum.setting / 10} hPa`,
      };
    }
    datum = { reference, setting };
    end = step.end;
  }
  return { ok: true, datum, end };
}
