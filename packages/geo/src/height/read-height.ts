// Reads a height as people write it, in five languages. The reference is never assumed: a height
// without one is refused, and so is a number that some read as thousands and others as decimals.
import type { HeightBound } from './height.ts';
import {
  endOf,
  EXCLUDED,
  EXCLUDING,
  FILLING,
  INCLUDED,
  INCLUDING,
  LEVELS,
  SURFACE,
  UNLIMITED,
} from './height-words.ts';
import { plainHeight } from './plain-height.ts';
import { LEVEL, readLevel, readNamedLevel, readPacked } from './read-level.ts';
import { readStated } from './read-stated.ts';
import type { Step } from './read-step.ts';
import { present } from '../reading/present.ts';
import { refuse } from '../reading/reading.ts';
import type { Reading } from '../reading/reading.ts';

const TEXT_CHARACTERS_MAX = 120;
const WORDS_MAX = 6;

/**
 * Reads a height in the words of English, Russian, Arabic, Hebrew or Turkish, and in any digits:
 * "FL180", "эшелон 180", "18000 ft AMSL", "5 500 м над уровнем моря", "200 m AGL", "5000 ft QNH
 * 1008", "800 м QFE 740 мм рт. ст.", "SFC", "без ограничений"; of flight plans F180, S1130 (tens of
 * metres, standard), A045 and M0840 (altitudes, so on QNH; ICAO Doc 4444). Digits may be grouped in
 * threes by spaces; decimals take a point, or a comma before one or two digits. Settings may be in
 * hPa, inHg or mmHg, kept to the nearest 0.1 hPa. "below", "above", "up to but not including" and
 * "excl" exclude the height itself. Refused, with what it could be: no reference, "18,000",
 * "5.500", "QFE 740" without a unit, "эшелон 900". At most 120 characters; limits as in `heightOf`.
 * Never throws.
 */
export function readHeight(text: string): Reading<HeightBound> {
  if (text.length > TEXT_CHARACTERS_MAX) {
    return refuse(text, TEXT_CHARACTERS_MAX, `at most ${TEXT_CHARACTERS_MAX} characters`);
  }
  const plain = plainHeight(text);
  const step = readBound(plain.text);
  if (step.ok) return { ok: true, value: step.bound };
  return refuse(text, plain.from[step.at] ?? text.length, step.expected, step.length);
}

/** Words before the height, the height, words after it, and the end. */
function readBound(text: string): Step {
  let at = present(endOf(/\s*/y, text, 0));
  let excluded = false;
  let step = readCore(text, at);
  for (let words = 0; words < WORDS_MAX && !step.ok && step.at === at; words += 1) {
    const out: number | undefined = excluded ? undefined : endOf(EXCLUDING, text, at);
    const end = out ?? endOf(INCLUDING, text, at) ?? endOf(FILLING, text, at);
    const next = end === undefined ? undefined : endOf(/\s*/y, text, end);
    if (next === undefined || next === text.length) break;
    excluded ||= out !== undefined;
    at = next;
    step = readCore(text, at);
  }
  if (!step.ok) return step;
  const tail = readTail(text, step.end);
  if (tail.end < text.length) {
    const isLevel = step.bound.kind === 'height' && step.bound.unit === 'FL';
    if (isLevel) return { ok: false, at: levelAt(text, at), expected: LEVEL };
    return { ok: false, at: tail.end, expected: 'the end of the height' };
  }
  if (excluded && tail.included) {
    const wordAt = present(endOf(/[\s,(]*/y, text, step.end));
    return { ok: false, at: wordAt, expected: 'no word that takes in a height left out before' };
  }
  if (!excluded && !tail.excluded) return { ...step, end: tail.end };
  if (step.bound.kind === 'height') {
    return { ok: true, bound: { ...step.bound, excluded: true }, end: tail.end };
  }
  const expected = 'a height that can be excluded, not the surface or unlimited';
  return { ok: false, at, expected };
}

type Tail = { readonly end: number; readonly excluded: boolean; readonly included: boolean };

function readTail(text: string, from: number): Tail {
  const wordAt = present(endOf(/[\s,()]*/y, text, from));
  const out = wordAt === from ? undefined : endOf(EXCLUDED, text, wordAt);
  const within = wordAt === from ? undefined : endOf(INCLUDED, text, wordAt);
  const closed = endOf(/[\s)]*\.?\s*/y, text, out ?? within ?? from);
  const excluded = out !== undefined;
  return { end: present(closed), excluded, included: !excluded && within !== undefined };
}

function readCore(text: string, at: number): Step {
  for (const [pattern, kind] of [
    [SURFACE, 'surface'],
    [UNLIMITED, 'unlimited'],
  ] as const) {
    const end = endOf(pattern, text, at);
    if (end !== undefined && readTail(text, end).end === text.length) {
      return { ok: true, bound: { kind }, end };
    }
  }
  const packed = readPacked(text, at);
  if (packed !== undefined) return packed;
  const named = endOf(LEVELS, text, at);
  if (named !== undefined) return readNamedLevel(text, at, named);
  if (text.startsWith('fl', at)) return readLevel(text, at);
  return readStated(text, at);
}

/** Where the digits of a level begin that something stands behind. */
function levelAt(text: string, at: number): number {
  if (text.startsWith('fl', at) && !text.startsWith('flight', at)) return at + 2;
  return at;
}
