// Positions and grids of the words against the areas: outside of all of them, latitude and
// longitude exchanged, or off a corner by just what a wrong datum makes of it.
import { inverse } from '../shape/geodesic.ts';
import { distanceRange } from '../shape/outline-range.ts';
import type { Outline } from '../shape/outline.ts';
import type { Position } from '../position/position.ts';
import type { PositionFinding, Unworded } from './finding.ts';
import { slipOf } from './geometry-findings.ts';
import { findPositions } from './position-phrase.ts';
import type { SaidPosition } from './position-phrase.ts';
import type { Prose } from './prose.ts';
import { isBackground } from './relative-findings.ts';
import type { Ground } from './seen.ts';
import { seenFrom } from './seen.ts';
import type { Taken } from './taken.ts';

/** What is left open between two ways of writing one point, beside the digits that were given. */
const TOLERANCE_METRES = 25;
/** A grid or an angle coarser than this shows no wrong datum. */
const SLIP_PRECISION_METRES = 35;
/** Farther off than this a position is not one of the area with its axes exchanged. */
const SWAPPED_METRES = 2000;

/**
 * The positions of `prose` that lie in none of `grounds`, or off their corners by
 * a wrong datum.
 */
export function positionFindings(
  prose: Prose,
  grounds: readonly Ground[],
  taken: Taken,
): Unworded<PositionFinding>[] {
  return findPositions(prose.text).flatMap((said) => {
    taken.add(said.from, said.to);
    if (prose.isAside(said.from) || isBackground(prose.before(said.from))) return [];
    const found = findingOf(said, grounds);
    if (found === undefined) return [];
    return [{ ...found, at: said.from, said: prose.text.slice(said.from, said.to) }];
  });
}

function findingOf(
  { reading }: SaidPosition,
  grounds: readonly Ground[],
): Omit<Unworded<PositionFinding>, 'at' | 'said'> | undefined {
  const { position, precisionMetres, accuracyMetres } = reading;
  const room = precisionMetres + accuracyMetres + TOLERANCE_METRES;
  const marks = grounds.flatMap(({ outline, centre }) => [centre, ...cornersOf(outline)]);
  const apart = marks.map((mark) => inverse(mark, position).distanceMetres);
  if (Math.min(...apart) <= room) return undefined;
  const nearest = nearestGround(position, grounds);
  if (nearest === undefined) return undefined;
  const { ground, metres } = nearest;
  const seen = seenFrom(position, ground);
  const measured = {
    position,
    nearestMetres: seen.nearestMetres,
    farthestMetres: seen.farthestMetres,
    measuredBearingDegrees: seen.bearingDegrees,
  };
  const isFine = precisionMetres <= SLIP_PRECISION_METRES;
  for (const [i, mark] of isFine ? marks.entries() : []) {
    const slip = slipOf(mark, position, precisionMetres);
    const differsMetres = apart[i];
    if (slip === undefined || differsMetres === undefined) continue;
    return { code: 'datum-slip', ...measured, differsMetres, slip };
  }
  if (metres <= room) return undefined;
  const swapped = { latE7: position.lonE7, lonE7: position.latE7 };
  const isOther = Math.abs(swapped.latE7) <= 900_000_000;
  const back = isOther ? nearestGround(swapped, grounds)?.metres : undefined;
  const isMark = isOther && marks.some((mark) => inverse(mark, swapped).distanceMetres <= room);
  const isBack = back !== undefined && back <= SWAPPED_METRES && metres > 10 * SWAPPED_METRES;
  if (isBack || isMark) {
    return { code: 'axes-swapped', ...measured, differsMetres: metres, slip: 'axes' };
  }
  return { code: 'position-outside', ...measured, differsMetres: metres };
}

function nearestGround(
  position: Position,
  grounds: readonly Ground[],
): { readonly ground: Ground; readonly metres: number } | undefined {
  return grounds
    .map((ground) => ({ ground, metres: distanceRange(position, ground.outline).nearestMetres }))
    .toSorted((a, b) => a.metres - b.metres)[0];
}

/** The corners of an outline, or the points of its line. */
export function cornersOf(outline: Outline): readonly Position[] {
  if (outline.kind === 'polygon') return outline.ring;
  return outline.kind === 'corridor' ? outline.line : [];
}
