// How far apart two shapes are on the ground, and where they come closest.
import type { Position } from '@parley/geo';
import { closestApproach } from './arcs.ts';
import { areasMeet, insideArea, TOUCH_METRES } from './area.ts';
import { geodesicMetres, surfacePosition, towards } from './earth.ts';
import type { Vector } from './earth.ts';
import { compareFootprints } from './footprint.ts';
import type { Footprint } from './footprint.ts';
import { ballGap, pointOf } from './trace.ts';

export type LateralApproach = {
  /** Gap in whole centimetres, 0 when the shapes overlap or touch. */
  readonly centimetres: number;
  /** Where the shapes come closest, or one point inside both, twice. */
  readonly nearest: { readonly a: Position; readonly b: Position };
};

/**
 * The lateral approach of two shapes when they overlap, or are nearer than `minimumCentimetres`;
 * undefined when they are neither. The same for both orders of the arguments, with a and b swapped.
 */
export function lateralApproach(
  a: Footprint,
  b: Footprint,
  minimumCentimetres: number,
): LateralApproach | undefined {
  const minimum = minimumCentimetres / 100;
  if (ballGap(a.ball, b.ball) > minimum) return undefined;
  if (compareFootprints(a, b) <= 0) return orderedApproach(a, b, minimumCentimetres);
  const found = orderedApproach(b, a, minimumCentimetres);
  if (found === undefined) return undefined;
  return { ...found, nearest: { a: found.nearest.b, b: found.nearest.a } };
}

/** Where two cores come closest: metres along the ground, 0 when one area holds the other core. */
type CoreApproach = { readonly metres: number; readonly onA: Vector; readonly onB: Vector };

function orderedApproach(
  a: Footprint,
  b: Footprint,
  minimumCentimetres: number,
): LateralApproach | undefined {
  const held = heldPoint(a, b);
  if (held !== undefined) {
    const point = surfacePosition(held);
    return { centimetres: 0, nearest: { a: point, b: point } };
  }
  const width = a.widthMetres + b.widthMetres;
  // Two borders that touch have met above, if their areas do.
  const bare = width === 0;
  if (bare && minimumCentimetres === 0) return undefined;
  const cores = coreApproach(a, b, minimumCentimetres / 100 + width);
  if (cores === undefined) return undefined;
  const gap = cores.metres - width;
  const overlap = !bare && gap < -TOUCH_METRES;
  const centimetres = Math.max(0, Math.round(gap * 100));
  if (!overlap && centimetres >= minimumCentimetres) return undefined;
  return { centimetres, nearest: nearestPoints(a, b, cores, overlap) };
}

/** A point of both shapes when an area holds the core of the other, or two areas meet. */
function heldPoint(a: Footprint, b: Footprint): Vector | undefined {
  if (a.core === 'area' && b.core === 'area') return areasMeet(a, b);
  if (a.core !== 'area' && b.core !== 'area') return undefined;
  const [area, other] = a.core === 'area' ? [a, b] : [b, a];
  const point = pointOf(other.trace, 0);
  return insideArea(area, point) ? point : undefined;
}

function coreApproach(a: Footprint, b: Footprint, limitMetres: number): CoreApproach | undefined {
  const found = closestApproach(a.trace, b.trace, limitMetres + 0.01);
  if (found === undefined) return undefined;
  return { metres: geodesicMetres(found.onA, found.onB), onA: found.onA, onB: found.onB };
}

function nearestPoints(
  a: Footprint,
  b: Footprint,
  { metres, onA, onB }: CoreApproach,
  overlap: boolean,
): LateralApproach['nearest'] {
  if (!overlap) {
    return {
      a: surfacePosition(towards(onA, onB, a.widthMetres)),
      b: surfacePosition(towards(onB, onA, b.widthMetres)),
    };
  }
  // From the core of a towards that of b, both shapes hold what lies between these two distances.
  const from = Math.max(0, metres - b.widthMetres);
  const to = Math.min(metres, a.widthMetres);
  const point = surfacePosition(towards(onA, onB, (from + to) / 2));
  return { a: point, b: point };
}
