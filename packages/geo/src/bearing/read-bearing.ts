// Reads a bearing as people state it. Its north and its unit must be told: what leaves one of them
// open is refused with every bearing that it can mean.
import { refuse } from '../reading/reading.ts';
import type { Reading, Refused } from '../reading/reading.ts';
import { IN_CIRCLE, NORTHS } from './bearing.ts';
import type { BearingNorth, BearingOutcome, BearingReading, BearingUnit } from './bearing.ts';
import { BEARING_EXPECTED, bearingTokens } from './bearing-tokens.ts';
import type { BearingToken } from './bearing-tokens.ts';
import { readAmount } from './bearing-amount.ts';
import type { Amount } from './bearing-amount.ts';
import type { BearingGrid } from './grid-convergence.ts';

const TEXT_CHARACTERS_MAX = 120;

/**
 * Reads "221° true", "221T", "QTE 221", "216 degrees magnetic", "216.5°M", "3930 NATO mils grid",
 * "3930/6400 grid", "дирекционный угол 37-33", "магнитный азимут 216°30'", "3683 деления угломера
 * истинный", and the terms of Arabic, Hebrew and Turkish, with digits of any of these scripts.
 *
 * Without a unit up to three digits are degrees from true or magnetic north, as they are given by
 * voice; from grid north they can be gunners' mils. A hyphened pair is mils of 6000
 * (37-33 is 3733). 360 degrees and its like in mils are read as 0. T, M and G alone are capitals.
 * Never throws. Refused, with every reading as a candidate: no north; mils that can be of 6000 or
 * 6400; four digits, or a grid bearing, without a unit; a pair that can be a range of degrees.
 * Refused too: more than the circle, a second number or another north, units of other circles, QDM
 * and QUJ, words that belong in no bearing, more than 120 characters.
 */
export function readBearing(text: string): BearingOutcome {
  if (text.length > TEXT_CHARACTERS_MAX) {
    return refuse(text, TEXT_CHARACTERS_MAX, `at most ${TEXT_CHARACTERS_MAX} characters`);
  }
  const tokens = bearingTokens(text);
  if (!tokens.ok) return tokens;
  if (tokens.value.length === 0) return refuse(text, text.length, BEARING_EXPECTED);
  const fault = wordFault(text, tokens.value);
  if (fault !== undefined) return fault;
  const north = statedNorth(text, tokens.value);
  if (!north.ok) return north;
  const amount = readAmount(text, tokens.value);
  if (!amount.ok) return amount;
  return decided(text, tokens.value, north.value, amount.value);
}

type StatedNorth = {
  readonly north: BearingNorth | undefined;
  readonly grid: BearingGrid | undefined;
};

function wordFault(text: string, tokens: readonly BearingToken[]): Refused | undefined {
  for (const { kind, at, length } of tokens) {
    if (kind === 'foreign') {
      return refuse(text, at, 'degrees, or mils of 6400 or 6000 to the circle', length);
    }
    if (kind === 'inward') {
      return refuse(text, at, 'a bearing from the station: QTE (true) or QDR (magnetic)', length);
    }
  }
  return undefined;
}

function statedNorth(text: string, tokens: readonly BearingToken[]): Reading<StatedNorth> {
  let [north, grid]: [BearingNorth | undefined, BearingGrid | undefined] = [undefined, undefined];
  for (const token of tokens) {
    const { at, length } = token;
    if (token.kind === 'north') {
      if (north !== undefined && north !== token.north) {
        return refuse(text, at, `one north: ${north} stands before it`, length);
      }
      north = token.north;
    }
    if (token.kind === 'grid') {
      if (grid !== undefined && grid !== token.grid) return refuse(text, at, 'one grid', length);
      grid = token.grid;
    }
  }
  const named = tokens.find(({ kind }) => kind === 'grid');
  if (named !== undefined && north !== undefined && north !== 'grid') {
    return refuse(text, named.at, `no grid with a ${north} bearing`, named.length);
  }
  return { ok: true, value: { north, grid } };
}

/** Read when one north and one unit are left; else refused with every pair of them. */
function decided(
  text: string,
  tokens: readonly BearingToken[],
  { north, grid }: StatedNorth,
  amount: Amount,
): BearingOutcome {
  const unitsOf = (from: BearingNorth): readonly BearingUnit[] =>
    from === 'grid' ? amount.gridUnits : amount.units;
  const unnamed = grid === undefined ? NORTHS : (['grid'] as const);
  const norths = north === undefined ? unnamed : [north];
  const candidates = norths.flatMap((each) =>
    unitsOf(each).map((unit) => readingOf(text, each, unit, grid, amount)),
  );
  const isUnitOpen = amount.mustAsk || unitsOf(north ?? 'true').length > 1;
  const [only] = candidates;
  if (north !== undefined && !isUnitOpen && only !== undefined) return { ok: true, value: only };
  const missing = north === undefined ? ['its north: true, magnetic or grid'] : [];
  const expected = [...missing, ...(isUnitOpen ? [amount.question] : [])].join('; and ');
  // An open unit belongs to the number; a north that is missing is missing at the end.
  const number = tokens.find(({ kind }) => kind === 'number' || kind === 'pair');
  const { refusal } =
    isUnitOpen && number !== undefined
      ? refuse(text, number.at, expected, number.length)
      : refuse(text, text.trimEnd().length, expected);
  return { ok: false, refusal: { ...refusal, candidates } };
}

function readingOf(
  text: string,
  north: BearingNorth,
  unit: BearingUnit,
  grid: BearingGrid | undefined,
  { value, precision }: Amount,
): BearingReading {
  const circle = IN_CIRCLE[unit];
  return {
    north,
    unit,
    ...(grid === undefined || north !== 'grid' ? {} : { grid }),
    degrees: value === circle ? 0 : (value * 360) / circle,
    precisionDegrees: (precision * 360) / circle,
    asEntered: text,
  };
}
