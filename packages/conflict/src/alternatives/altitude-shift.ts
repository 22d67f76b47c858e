// The smallest change of altitude, in steps that can be flown: 100 ft where a limit is stated in
// feet or as a flight level, else 10 m. Tried step by step against the neighbours in the column, so
// heights in two references, single altitudes and excluded limits need no rules of their own.
import type { HeightBound } from '@parley/geo';
import { HEIGHT_CENTIMETRES_MAX, HEIGHT_CENTIMETRES_MIN } from '../limits.ts';
import { verticalApproach } from '../vertical.ts';
import type { Volume } from '../volume.ts';
import { isFree, neighboursOf, ruledOut } from './alternative.ts';
import type { Neighbour, Question, Searched } from './alternative.ts';

const STEP_FEET_CENTIMETRES = 3048;
const STEP_METRES_CENTIMETRES = 1000;

/** The smallest changes up and down, the same for all volumes. */
export function altitudeShifts(question: Question): [Searched, Searched] {
  const { volumes, minima, bounds } = question;
  if (bounds.altitudeCentimetres === 0) return [ruledOut('higher'), ruledOut('lower')];
  if (!volumes.every(canMove)) {
    const reason = 'nothing that can be moved';
    return [
      { kind: 'higher', reason },
      { kind: 'lower', reason },
    ];
  }
  const columns = volumes.map((volume): Volume => ({
    ...volume,
    band: { lower: { kind: 'surface' }, upper: { kind: 'unlimited' } },
  }));
  const column = neighboursOf(question, columns, minima);
  return [stepped(question, column, 'higher', 1), stepped(question, column, 'lower', -1)];
}

function stepped(
  question: Question,
  column: readonly Neighbour[],
  kind: 'higher' | 'lower',
  sign: 1 | -1,
): Searched {
  const { volumes, bounds } = question;
  const step = volumes.some(isInFeet) ? STEP_FEET_CENTIMETRES : STEP_METRES_CENTIMETRES;
  // The neighbour that was in the way last is asked first: it mostly still is.
  const order = [...column];
  for (let shift = step; shift <= bounds.altitudeCentimetres; shift += step) {
    const shiftCentimetres = sign * shift;
    const moved = volumes.map((volume) => raised(volume, shiftCentimetres));
    if (!moved.every(isPossible)) break;
    const blocking = order.findIndex((neighbour) => isNear(moved, neighbour, question));
    if (blocking >= 0) {
      order.unshift(...order.splice(blocking, 1));
      continue;
    }
    if (!isFree(question, moved)) throw new Error(`bug: ${shiftCentimetres} cm is not free`);
    return { kind, shiftCentimetres, volumes: moved };
  }
  return { kind, reason: 'none within bounds' };
}

function isNear(
  moved: readonly Volume[],
  { asked, other }: Neighbour,
  { minima }: Question,
): boolean {
  const volume = moved[asked];
  if (volume === undefined) throw new Error('bug: a neighbour of nothing');
  const { overlap, gapCentimetres } = verticalApproach(volume, other);
  return overlap || gapCentimetres < minima.verticalCentimetres;
}

/** The surface and "unlimited" stay where they are. */
function canMove({ band }: Volume): boolean {
  return band.lower.kind === 'height' && band.upper.kind === 'height';
}

function isInFeet({ band }: Volume): boolean {
  return [band.lower, band.upper].some((bound) => bound.kind === 'height' && bound.unit !== 'm');
}

function raised(volume: Volume, byCentimetres: number): Volume {
  const raise = (bound: HeightBound): HeightBound =>
    bound.kind === 'height' ? { ...bound, centimetres: bound.centimetres + byCentimetres } : bound;
  const { lower, upper } = volume.band;
  return { ...volume, band: { ...volume.band, lower: raise(lower), upper: raise(upper) } };
}

function isPossible({ band }: Volume): boolean {
  return [band.lower, band.upper].every((bound) => {
    if (bound.kind !== 'height') return true;
    // A flight level is not below 0.
    const least = bound.unit === 'FL' ? 0 : HEIGHT_CENTIMETRES_MIN;
    return bound.centimetres >= least && bound.centimetres <= HEIGHT_CENTIMETRES_MAX;
  });
}
