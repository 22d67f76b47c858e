// Areas: whether a point lies inside one, and whether the insides of two meet.
// Positions are whole steps of 1e-7 degree, so a vertex put on a shared border may stand up to
// 7.9 mm across it: areas that overlap by less than TOUCH_METRES only touch.
import { axesAt, onSurface } from './earth.ts';
import type { Vector } from './earth.ts';
import { arcChord, crossingFraction, footFraction } from './arcs.ts';
import { compareFootprints } from './footprint.ts';
import type { Footprint } from './footprint.ts';
import { innerPoint } from './inner-point.ts';
import { ARCS_PER_BALL, VOID, arcBall, ballAt, ballGap, pointAlong, pointOf } from './trace.ts';
import type { Ball, Trace } from './trace.ts';

/** An overlap shallower than this is a touch: above 7.9 mm, below the centimetre that counts. */
export const TOUCH_METRES = 0.009;

/**
 * A point of both areas when their insides meet: when a point of one border lies deeper than
 * TOUCH_METRES inside the other area, or the two areas are the same.
 */
export function areasMeet(a: Footprint, b: Footprint): Vector | undefined {
  if (ballGap(a.ball, b.ball) > 0) return undefined;
  if (compareFootprints(a, b) === 0) return innerPoint(a);
  const deep = deepBorderPoint(a, b) ?? deepBorderPoint(b, a);
  if (deep !== undefined) return pointInBoth(a, b, deep);
  // Where no border goes deep into the other area, they touch, or they are the same area.
  if (!onBorder(b.trace, pointOf(a.trace, 0))) return undefined;
  const middle = innerPoint(a);
  return deepInside(b, middle) ? middle : undefined;
}

/**
 * Whether a point of the ellipsoid is inside the area; points of the border fall to either side.
 * Counts crossings of the border with a half great circle from the point.
 */
export function insideArea(area: Footprint, p: Vector): boolean {
  if (ballGap(area.ball, { x: p[0], y: p[1], z: p[2], radius: 0 }) > 0) return false;
  const [east, north] = axesAt(p);
  const { points, arcs, ringOf } = area.trace;
  let inside = false;
  let [lastX, lastY] = [0, 0];
  for (let i = 0; i <= arcs; i++) {
    const dx = (points[3 * i] ?? 0) - p[0];
    const dy = (points[3 * i + 1] ?? 0) - p[1];
    const dz = (points[3 * i + 2] ?? 0) - p[2];
    const x = dx * east[0] + dy * east[1] + dz * east[2];
    const y = dx * north[0] + dy * north[1] + dz * north[2];
    const arc = i > 0 && ringOf[i - 1] !== VOID;
    if (arc && y >= 0 !== lastY >= 0 && (lastX * y - x * lastY) * (y - lastY) > 0) {
      inside = !inside;
    }
    [lastX, lastY] = [x, y];
  }
  return inside;
}

/** Whether a point is inside and farther than TOUCH_METRES from the border. */
function deepInside(area: Footprint, p: Vector): boolean {
  return insideArea(area, p) && !onBorder(area.trace, p);
}

/** Whether a point is within TOUCH_METRES of the trace. */
function onBorder(trace: Trace, p: Vector): boolean {
  const ball: Ball = { x: p[0], y: p[1], z: p[2], radius: 0 };
  const near = arcsNear(trace, ballsNear(trace, ball, TOUCH_METRES), ball, TOUCH_METRES);
  return near.some((i) => arcChord(trace, i, p) <= TOUCH_METRES);
}

/** A point of the border of `a` outside `b`, farther than TOUCH_METRES from its border. */
export function outsidePoint(a: Footprint, b: Footprint): Vector | undefined {
  return borderPoint(a, b, (point) => !onBorder(b.trace, point) && !insideArea(b, point));
}

/** A point of the border of `a` deeper than TOUCH_METRES inside `b`. */
export function deepBorderPoint(a: Footprint, b: Footprint): Vector | undefined {
  // Where two borders run along each other most points are on both, which is told sooner.
  return borderPoint(a, b, (point) => !onBorder(b.trace, point) && insideArea(b, point));
}

/**
 * A point of the border of `a` on the side of `b` that is meant. The border is cut where it meets
 * the other border; between two cuts it stays on one side, so the vertices and the middles of the
 * pieces tell.
 */
function borderPoint(
  a: Footprint,
  b: Footprint,
  isMeant: (point: Vector) => boolean,
): Vector | undefined {
  let lastWasFree = false;
  let near: readonly number[] = [];
  for (let i = 0; i < a.trace.arcs; i++) {
    if (i % ARCS_PER_BALL === 0) near = ballsNear(b.trace, ballAt(a.trace, i), TOUCH_METRES);
    if (a.trace.ringOf[i] === VOID) {
      lastWasFree = false;
      continue;
    }
    const cuts = cutsOf(a.trace, i, b.trace, near);
    const free = cuts.length === 0;
    // Arcs in a row that meet nothing are all on one side: one look is enough for all of them.
    if (!(free && lastWasFree)) {
      for (const t of free ? [0.5] : samplesBetween(cuts)) {
        const point = t === 0 ? pointOf(a.trace, i) : pointAlong(a.trace, i, t);
        if (isMeant(point)) return point;
      }
    }
    lastWasFree = free;
  }
  return undefined;
}

/** Fractions along arc `i` where it crosses the other trace or passes one of its arc ends. */
function cutsOf(trace: Trace, i: number, other: Trace, near: readonly number[]): number[] {
  const cuts: number[] = [];
  for (const j of arcsNear(other, near, arcBall(trace, i), TOUCH_METRES)) {
    const t = crossingFraction(trace, i, other, j);
    if (t !== undefined) cuts.push(t);
    const passed = pointOf(other, j);
    const touches = [pointOf(trace, i), pointOf(trace, i + 1)].some(
      (end) => arcChord(other, j, end) <= TOUCH_METRES,
    );
    if (arcChord(trace, i, passed) <= TOUCH_METRES) cuts.push(footFraction(trace, i, passed));
    if (touches) cuts.push(0);
  }
  return cuts;
}

function samplesBetween(cuts: readonly number[]): number[] {
  const ordered = [0, ...cuts.toSorted((x, y) => x - y), 1];
  const middles = ordered.slice(1).map((t, k) => (t + (ordered[k] ?? 0)) / 2);
  return [0, ...middles];
}

function ballsNear(trace: Trace, ball: Ball, metres: number): number[] {
  const near: number[] = [];
  for (const [k, group] of trace.balls.entries()) {
    if (ballGap(group, ball) <= metres) near.push(k);
  }
  return near;
}

/** The arcs of some balls of a trace that are near another ball. */
function arcsNear(trace: Trace, balls: readonly number[], ball: Ball, metres: number): number[] {
  const near: number[] = [];
  for (const k of balls) {
    const end = Math.min(trace.arcs, (k + 1) * ARCS_PER_BALL);
    for (let i = k * ARCS_PER_BALL; i < end; i++) {
      if (ballGap(arcBall(trace, i), ball) <= metres) near.push(i);
    }
  }
  return near;
}

/** From a border point of one area inside the other, a point inside both when one is found. */
function pointInBoth(a: Footprint, b: Footprint, border: Vector): Vector {
  const [east, north] = axesAt(border);
  for (
    let reach = Math.min(a.ball.radius, b.ball.radius) / 2;
    reach > TOUCH_METRES / 4;
    reach /= 2
  ) {
    for (let turn = 0; turn < 8; turn++) {
      const [x, y] = [
        reach * Math.cos((turn * Math.PI) / 4),
        reach * Math.sin((turn * Math.PI) / 4),
      ];
      const point = onSurface(
        border[0] + x * east[0] + y * north[0],
        border[1] + x * east[1] + y * north[1],
        border[2] + x * east[2] + y * north[2],
      );
      if (deepInside(a, point) && deepInside(b, point)) return point;
    }
  }
  return border;
}
