// Reads a height as people write it. The reference is never assumed: a height without one is
// refused, and so is a comma, which some read as thousands and others as decimals.
import { heightOf } from './height.ts';
import type { HeightBound, HeightReference, HeightUnit } from './height.ts';
import { refuse } from '../reading/reading.ts';
import type { Reading } from '../reading/reading.ts';
import { present } from '../reading/present.ts';

const TEXT_CHARACTERS_MAX = 60;
const SURFACE = /^(?:SFC|GND|SURFACE|GROUND)$/i;
const UNLIMITED = /^(?:UNL|UNLTD|UNLIM|UNLIMITED)$/i;
const EXCLUDED_BEFORE = /^(?:up to but not including|below|above|ниже|выше)\s+(?=\S)/i;
const EXCLUDED_AFTER = /\s+(?:excl\.?|excluded|не включая)$/i;
const UNITS = new Map<string, HeightUnit>(
  Object.entries({
    m: 'm',
    metre: 'm',
    metres: 'm',
    meter: 'm',
    meters: 'm',
    ft: 'ft',
    foot: 'ft',
    feet: 'ft',
  } as const),
);
const REFERENCES = new Map<string, HeightReference>(
  Object.entries({
    HAE: 'HAE',
    AMSL: 'AMSL',
    MSL: 'AMSL',
    ASL: 'AMSL',
    AGL: 'AGL',
    STD: 'STD',
  } as const),
);

/**
 * Reads "FL180", "18000 ft AMSL", "5 500 m HAE", "200 ft AGL", "SFC", "GND", "UNL". Digits may be
 * grouped in threes by spaces; decimals take a point. "below FL180", "above 5000 ft AMSL",
 * "up to but not including FL180" and "FL180 excl" exclude the height itself. Limits as in
 * `heightOf`. Never throws.
 */
export function readHeight(text: string): Reading<HeightBound> {
  if (text.length > TEXT_CHARACTERS_MAX) {
    return refuse(text, TEXT_CHARACTERS_MAX, `at most ${TEXT_CHARACTERS_MAX} characters`);
  }
  const trimmed = text.trim();
  const lead = EXCLUDED_BEFORE.exec(trimmed)?.[0] ?? '';
  const tail = EXCLUDED_AFTER.exec(trimmed.slice(lead.length))?.[0] ?? '';
  if (lead === '' && tail === '') return readIncluded(text);
  // Spaces for what was taken keep every index of a refusal the same.
  const kept = text.trimEnd().slice(0, text.trimEnd().length - tail.length);
  const start = text.length - text.trimStart().length + lead.length;
  const read = readIncluded(' '.repeat(start) + kept.slice(start));
  if (!read.ok) return read;
  if (read.value.kind === 'height') return { ok: true, value: { ...read.value, excluded: true } };
  return refuse(text, start, 'a height that can be excluded, not the surface or unlimited');
}

function readIncluded(text: string): Reading<HeightBound> {
  const trimmed = text.trim();
  if (SURFACE.test(trimmed)) return { ok: true, value: { kind: 'surface' } };
  if (UNLIMITED.test(trimmed)) return { ok: true, value: { kind: 'unlimited' } };
  const start = text.length - text.trimStart().length;
  if (/^FL/i.test(trimmed)) return readFlightLevel(text, start);
  const number = /^[+\-−–]?(?:\d{1,3}(?:\s\d{3})+|\d+)(?:\.\d+)?/.exec(trimmed)?.[0];
  if (number === undefined) {
    return refuse(text, start, 'a height such as FL180, 18000 ft AMSL or 500 m AGL, SFC or UNL');
  }
  return readStated(text, start, number);
}

function readFlightLevel(text: string, start: number): Reading<HeightBound> {
  const level = /^FL\s?(\d{1,4})\s*(?:STD\s*)?$/i.exec(text.slice(start))?.[1];
  if (level === undefined) return refuse(text, start + 2, 'a whole flight level, such as FL180');
  return placed(text, start, heightOf(Number(level), 'FL', 'STD'));
}

function readStated(text: string, start: number, number: string): Reading<HeightBound> {
  const afterNumber = start + number.length;
  if (text[afterNumber] === ',') {
    const expected = 'digits without a comma: it may mean thousands or decimals';
    return refuse(text, afterNumber, expected, 1);
  }
  const unitPart = present(/^(\s*)([a-z]*)\.?/i.exec(text.slice(afterNumber)));
  const unitAt = afterNumber + present(unitPart[1]).length;
  const unit = UNITS.get(present(unitPart[2]).toLowerCase());
  if (unit === undefined) return refuse(text, unitAt, 'the unit, m or ft');
  const afterUnit = afterNumber + unitPart[0].length;
  const referencePart = present(/^(\s*)([a-z]*)/i.exec(text.slice(afterUnit)));
  const referenceAt = afterUnit + present(referencePart[1]).length;
  const reference = REFERENCES.get(present(referencePart[2]).toUpperCase());
  if (reference === undefined) {
    return refuse(text, referenceAt, 'the reference, AMSL, HAE, AGL or STD');
  }
  const end = referenceAt + present(referencePart[2]).length;
  if (text.slice(end).trim() !== '') {
    return refuse(
      text,
      end + present(/^\s*/.exec(text.slice(end)))[0].length,
      'the end of the height',
    );
  }
  const value = Number(number.replace(/\s/g, '').replace(/^[−–]/, '-'));
  return placed(text, start, heightOf(value, unit, reference));
}

/** A refusal of the value, pointing into the text it was read from. */
function placed(text: string, at: number, height: Reading<HeightBound>): Reading<HeightBound> {
  return height.ok ? height : refuse(text, at, height.refusal.expected);
}
