// Arcs against points and against each other. An arc is the ellipse cut from the surface by the
// plane through the Earth's centre and both ends. Sides are signs of determinants taken from
// differences of coordinates, so their error stays near a nanometre however short the arcs are.
import { chordMetres } from './earth.ts';
import type { Vector } from './earth.ts';
import { ARCS_PER_BALL, arcBall, ballGap, pointAlong, pointOf } from './trace.ts';
import type { Trace } from './trace.ts';

/** Closest points of two traces on the ground, and the chord between them. */
export type Approach = { readonly chord: number; readonly onA: Vector; readonly onB: Vector };

/**
 * The closest approach of two traces when nearer than `limitMetres`, by chord (which orders pairs
 * of points as the geodesic does, to far less than a centimetre); 0 where they cross.
 */
export function closestApproach(a: Trace, b: Trace, limitMetres: number): Approach | undefined {
  let best: Approach | undefined;
  let limit = Math.min(limitMetres, reachOfBalls(a, b));
  const keep = (chord: number, onA: Vector, onB: Vector): void => {
    if (chord >= limit) return;
    best = { chord, onA, onB };
    limit = chord;
  };
  visitArcPairs(
    a,
    b,
    () => limit,
    (i, j) => {
      const t = crossingFraction(a, i, b, j);
      if (t !== undefined) {
        const point = pointAlong(a, i, t);
        keep(0, point, point);
        return;
      }
      // Arcs that do not cross are nearest at an end of one of them.
      for (const end of [0, 1]) {
        const tipA = pointOf(a, i + end);
        const footB = pointAlong(b, j, footFraction(b, j, tipA));
        keep(chordMetres(tipA, footB), tipA, footB);
        const tipB = pointOf(b, j + end);
        const footA = pointAlong(a, i, footFraction(a, i, tipB));
        keep(chordMetres(footA, tipB), footA, tipB);
      }
    },
  );
  return best;
}

/** A distance that the closest approach cannot exceed: the two nearest balls, end to end. */
function reachOfBalls(a: Trace, b: Trace): number {
  let least = Infinity;
  for (const ballA of a.balls) {
    for (const ballB of b.balls) {
      least = Math.min(least, ballGap(ballA, ballB) + 2 * (ballA.radius + ballB.radius));
    }
  }
  return least;
}

/** Visits every pair of arcs that may be within `limit()` metres of each other, in order of a. */
export function visitArcPairs(
  a: Trace,
  b: Trace,
  limit: () => number,
  visit: (arcA: number, arcB: number) => void,
): void {
  for (const [k, ballA] of a.balls.entries()) {
    for (const [l, ballB] of b.balls.entries()) {
      if (ballGap(ballA, ballB) > limit()) continue;
      const endA = Math.min(a.arcs, (k + 1) * ARCS_PER_BALL);
      const endB = Math.min(b.arcs, (l + 1) * ARCS_PER_BALL);
      for (let i = k * ARCS_PER_BALL; i < endA; i++) {
        const ball = arcBall(a, i);
        if (ballGap(ball, ballB) > limit()) continue;
        for (let j = l * ARCS_PER_BALL; j < endB; j++) {
          if (ballGap(ball, arcBall(b, j)) <= limit()) visit(i, j);
        }
      }
    }
  }
}

/** Where along arc `i` of `a` it crosses arc `j` of `b` (0 to 1); touching is no crossing. */
export function crossingFraction(a: Trace, i: number, b: Trace, j: number): number | undefined {
  if (ballGap(arcBall(a, i), arcBall(b, j)) > 0) return undefined;
  const fromA = sideOfArc(b, j, a, i);
  const toA = sideOfArc(b, j, a, i + 1);
  if (fromA * toA >= 0) return undefined;
  if (sideOfArc(a, i, b, j) * sideOfArc(a, i, b, j + 1) >= 0) return undefined;
  return fromA / (fromA - toA);
}

/** Fraction along arc `i` of the point nearest to `p`. */
export function footFraction(trace: Trace, i: number, p: Vector): number {
  const a = pointOf(trace, i);
  const b = pointOf(trace, i + 1);
  const [dx, dy, dz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const square = dx * dx + dy * dy + dz * dz;
  if (square === 0) return 0;
  const along = (p[0] - a[0]) * dx + (p[1] - a[1]) * dy + (p[2] - a[2]) * dz;
  return Math.min(1, Math.max(0, along / square));
}

/** Distance from `p` to arc `i`, metres, by chord. */
export function arcChord(trace: Trace, i: number, p: Vector): number {
  return chordMetres(p, pointAlong(trace, i, footFraction(trace, i, p)));
}

/** Determinant of arc `i` and point `k` of `other`: positive when the point is left of the arc. */
function sideOfArc(trace: Trace, i: number, other: Trace, k: number): number {
  const a = pointOf(trace, i);
  const b = pointOf(trace, i + 1);
  const p = pointOf(other, k);
  const [dx, dy, dz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const [px, py, pz] = [p[0] - a[0], p[1] - a[1], p[2] - a[2]];
  const nx = a[1] * dz - a[2] * dy;
  const ny = a[2] * dx - a[0] * dz;
  const nz = a[0] * dy - a[1] * dx;
  return nx * px + ny * py + nz * pz;
}
