// The ways in which volumes that are in conflict could be free, ranked by a stated cost.
import { altitudeShifts } from './altitude-shift.ts';
import { DEFAULT_BOUNDS, DEFAULT_COSTS, neighboursOf } from './alternative.ts';
import type {
  Alternative,
  Alternatives,
  Bounds,
  Change,
  Costs,
  NoAlternative,
  Question,
  Searched,
} from './alternative.ts';
import { areaCut } from './area-cut.ts';
import { lateralMove } from './lateral-move.ts';
import { timeShifts } from './time-shift.ts';

/** What is asked: the question, and how far and at what cost the volumes may change. */
export type AlternativesAsked = Omit<Question, 'bounds'> & {
  readonly bounds?: Bounds;
  readonly costs?: Costs;
};

/**
 * For volumes that belong together (one notice): the smallest shift in time each way (whole
 * milliseconds), change of altitude each way (steps of 100 ft or 10 m), move on the ground (16
 * directions, to 10 m) and cut of the area (16 lines, to a five-hundredth) that free all of them of
 * every accepted item, each proven by the exact test; or that there is none within the bounds.
 * Volumes must have no fault. Items that may not be known to the asker must not be accepted: an
 * alternative tells where they are not.
 */
export function alternativesFor(asked: AlternativesAsked): Alternatives {
  const { bounds = DEFAULT_BOUNDS, costs = DEFAULT_COSTS } = asked;
  const question: Question = { ...asked, bounds };
  const conflicts = neighboursOf(question, question.volumes, question.minima).length;
  if (conflicts === 0) return { conflicts, found: [], none: [] };
  const searched: readonly Searched[] = [
    ...timeShifts(question),
    ...altitudeShifts(question),
    lateralMove(question),
    areaCut(question),
  ];
  const found: Alternative[] = [];
  for (const one of searched) {
    if (!('reason' in one)) found.push({ ...one, cost: costOf(one, costs) });
  }
  const none = searched.filter((one): one is NoAlternative => 'reason' in one);
  return {
    conflicts,
    found: found.toSorted((a, b) => a.cost - b.cost || (a.kind < b.kind ? -1 : 1)),
    none,
  };
}

function costOf(change: Change, costs: Costs): number {
  switch (change.kind) {
    case 'later':
    case 'earlier':
      return (costs.perHour * Math.abs(change.shiftMs)) / 3_600_000;
    case 'higher':
    case 'lower':
      return (costs.perThousandFeet * Math.abs(change.shiftCentimetres)) / 30_480;
    case 'moved':
      return (costs.perTenKilometres * change.metres) / 10_000;
    case 'cut':
      return costs.perTenthOfArea * 10 * (1 - change.shareLeft);
  }
}
