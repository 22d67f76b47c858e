// A line of geodesics over the ground as short arcs, kept for fast comparison: one flat array of
// ECEF metres, and a bounding ball for every few arcs. A point is a trace of one arc of length 0.
import type { Position } from '@parley/geo';
import { arcEnds, onSurface, surfaceVector } from './earth.ts';
import type { Vector } from './earth.ts';

export type Ball = {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly radius: number;
};

/** Rings follow each other; what leads from the end of one to the start of the next is void. */
export type Trace = {
  /** x, y, z of arc ends; arc i runs from point i to point i + 1. Closed: the first comes again. */
  readonly points: Float64Array;
  readonly arcs: number;
  /** For each arc, the index of the vertex at which its geodesic begins, in its ring. */
  readonly vertexOf: Int32Array;
  /** For each arc, the index of its ring; VOID for what is no arc. */
  readonly ringOf: Int32Array;
  /** A ball around each arc; around what is no arc, one that nothing comes near. */
  readonly arcBalls: readonly Ball[];
  /** Ball k holds the arcs from k * ARCS_PER_BALL on. */
  readonly balls: readonly Ball[];
};

export const ARCS_PER_BALL = 8;
export const VOID = -1;
const NOWHERE: Ball = { x: 0, y: 0, z: 0, radius: -Infinity };

/** Arcs bulge above the chord between their ends, by 0.32 m at 4 km; balls leave room for that. */
const BULGE_METRES = 0.5;

/** The trace of lines, vertex by vertex; `closed` adds the way back to the first of each. */
export function traceOf(rings: readonly (readonly Position[])[], closed: boolean): Trace {
  const ends: Vector[] = [];
  const vertexOf: number[] = [];
  const ringOf: number[] = [];
  for (const [ring, vertices] of rings.entries()) {
    const first = vertices[0];
    if (first === undefined) throw new Error('bug: a trace needs a vertex');
    if (ends.length > 0) {
      vertexOf.push(0);
      ringOf.push(VOID);
    }
    ends.push(surfaceVector(first));
    const legs = closed ? vertices.length : Math.max(1, vertices.length - 1);
    for (let i = 0; i < legs; i++) {
      const from = vertices[i] ?? first;
      const to = closed ? (vertices[i + 1] ?? first) : (vertices[i + 1] ?? from);
      for (const end of arcEnds(from, to)) {
        ends.push(end);
        vertexOf.push(i);
        ringOf.push(ring);
      }
    }
  }
  const points = Float64Array.from(ends.flat());
  const arcs = ends.length - 1;
  const arcBalls = Array.from({ length: arcs }, (_, i) =>
    ringOf[i] === VOID ? NOWHERE : ballAround(points, i, i + 1),
  );
  const balls: Ball[] = [];
  for (let i = 0; i < arcs; i += ARCS_PER_BALL) {
    balls.push(ballAround(points, i, Math.min(arcs, i + ARCS_PER_BALL)));
  }
  const [vertices, ringNumbers] = [Int32Array.from(vertexOf), Int32Array.from(ringOf)];
  return { points, arcs, vertexOf: vertices, ringOf: ringNumbers, arcBalls, balls };
}

export function pointOf(trace: Trace, index: number): Vector {
  const p = trace.points;
  return [p[3 * index] ?? 0, p[3 * index + 1] ?? 0, p[3 * index + 2] ?? 0];
}

/** The point at fraction `t` of arc `index`, on the ellipsoid. */
export function pointAlong(trace: Trace, index: number, t: number): Vector {
  const a = pointOf(trace, index);
  const b = pointOf(trace, index + 1);
  const [x, y, z] = [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]), a[2] + t * (b[2] - a[2])];
  return onSurface(x, y, z);
}

export function arcBall(trace: Trace, arc: number): Ball {
  const ball = trace.arcBalls[arc];
  if (ball === undefined) throw new Error(`bug: no arc ${arc}`);
  return ball;
}

/** The ball that holds an arc and its neighbours. */
export function ballAt(trace: Trace, arc: number): Ball {
  const ball = trace.balls[Math.floor(arc / ARCS_PER_BALL)];
  if (ball === undefined) throw new Error(`bug: no arc ${arc}`);
  return ball;
}

export function ballGap(a: Ball, b: Ball): number {
  const x = a.x - b.x;
  const y = a.y - b.y;
  const z = a.z - b.z;
  return Math.sqrt(x * x + y * y + z * z) - a.radius - b.radius;
}

/** A ball that holds points `from` to `to` (both included) and the arcs between them. */
export function ballAround(points: Float64Array, from: number, to: number): Ball {
  let [x, y, z] = [0, 0, 0];
  for (let i = 3 * from; i <= 3 * to; i += 3) {
    x += points[i] ?? 0;
    y += points[i + 1] ?? 0;
    z += points[i + 2] ?? 0;
  }
  const count = to - from + 1;
  [x, y, z] = [x / count, y / count, z / count];
  let far = 0;
  for (let i = 3 * from; i <= 3 * to; i += 3) {
    const [dx, dy, dz] = [(points[i] ?? 0) - x, (points[i + 1] ?? 0) - y, (points[i + 2] ?? 0) - z];
    far = Math.max(far, dx * dx + dy * dy + dz * dz);
  }
  return { x, y, z, radius: Math.sqrt(far) + BULGE_METRES };
}
