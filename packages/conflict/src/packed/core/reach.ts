// Whether two cores come nearer on the ground than a limit. Distances are those of points on the
// ellipsoid, as the straight line between them and, from it, bounds of the geodesic.
import {
  CHART_UNITS,
  GEOMETRY_BLUR_METRES,
  GEOMETRY_COUNT,
  GEOMETRY_HEAD,
  HIT,
  MISS,
  POINTS_A,
  POINTS_B,
  UNSURE,
} from './layout.ts';
import { f32At, f64At, i32At, real, root, setF64 } from './memory.ts';
import type { bool, f64, i32 } from './numbers.ts';

/** WGS-84 semi-axes, metres. */
const SEMI_MAJOR: f64 = 6378137;
const SEMI_MINOR: f64 = 6356752.314245179;
/** 24 R^2 for the greatest and the least radius of curvature of the surface, with room. */
const FLAT_SQUARES: f64 = 9.84e14;
const ROUND_SQUARES: f64 = 9.4e14;
/** Rounding to chart units and to whole centimetres, and what the verdict calls a touch. */
const SLACK_METRES: f64 = 0.04;
/** Beyond this the foot of a point on a straight edge says too little of the foot on the ground. */
const LIMIT_MAX: f64 = 400000;

/** The nearest squared straight distance found so far in one call. */
let nearest: f64 = 0;

/** The verdict on two geometries: is the gap of their cores less than `limitMetres`? */
export function reachVerdict(a: i32, b: i32, face: i32, limitMetres: f64): i32 {
  if (limitMetres > LIMIT_MAX) return UNSURE;
  const slack = SLACK_METRES + f32At(a + GEOMETRY_BLUR_METRES) + f32At(b + GEOMETRY_BLUR_METRES);
  unproject(a, face, POINTS_A);
  unproject(b, face, POINTS_B);
  const reach = chartReach(a, b, limitMetres + slack);
  const sure = limitMetres - slack;
  const hitSquare = sure > 0 ? squareBelow(sure) : -1;
  nearest = Infinity;
  const edgesA = edgesOf(a);
  const edgesB = edgesOf(b);
  for (let i: i32 = 0; i < edgesA; i++) {
    for (let j: i32 = 0; j < edgesB; j++) {
      if (!edgesNear(vertex(a, i), vertex(b, j), edgesA, edgesB, reach)) continue;
      if (cross(a, i, edgesA, b, j, edgesB)) nearest = 0;
      else approach(i, edgesA, j, edgesB, a, b);
      if (nearest < hitSquare) return HIT;
    }
  }
  const chord = root(nearest);
  return chord + (chord * nearest) / FLAT_SQUARES > limitMetres + slack ? MISS : UNSURE;
}

/** The square of a straight distance whose geodesic is certainly not longer than `metres`. */
function squareBelow(metres: f64): f64 {
  const chord = metres - (metres * metres * metres) / ROUND_SQUARES;
  return chord * chord;
}

/** A point has one edge without length. */
function edgesOf(geometry: i32): i32 {
  const count = i32At(geometry + GEOMETRY_COUNT);
  return count > 1 ? count - 1 : 1;
}

function vertex(geometry: i32, i: i32): i32 {
  return geometry + GEOMETRY_HEAD + 8 * i;
}

/** Metres from the Earth's centre of all vertices, on the ellipsoid. */
function unproject(geometry: i32, face: i32, points: i32): void {
  const count = i32At(geometry + GEOMETRY_COUNT);
  const axis = face >> 1;
  const second = axis === 2 ? 0 : axis + 1;
  const third = axis === 0 ? 2 : axis - 1;
  const forward: f64 = (face & 1) === 0 ? 1 : -1;
  for (let i: i32 = 0; i < count; i++) {
    const point = points + 24 * i;
    setF64(point + 8 * axis, forward);
    setF64(point + 8 * second, real(i32At(vertex(geometry, i))) / CHART_UNITS);
    setF64(point + 8 * third, real(i32At(vertex(geometry, i) + 4)) / CHART_UNITS);
    toSurface(point);
  }
  if (count === 1)
    for (let at: i32 = 0; at < 24; at += 8) setF64(points + 24 + at, f64At(points + at));
}

function toSurface(point: i32): void {
  const x = f64At(point);
  const y = f64At(point + 8);
  const z = f64At(point + 16);
  const k = surfaceFactor(x, y, z);
  setF64(point, x * k);
  setF64(point + 8, y * k);
  setF64(point + 16, z * k);
}

function surfaceFactor(x: f64, y: f64, z: f64): f64 {
  const flat = (x * x + y * y) / (SEMI_MAJOR * SEMI_MAJOR);
  return 1 / root(flat + (z * z) / (SEMI_MINOR * SEMI_MINOR));
}

/** How many chart units a distance on the ground can be, anywhere near the first geometry. */
function chartReach(a: i32, b: i32, metres: f64): f64 {
  const farA = farthest(a);
  const farB = farthest(b);
  const far = farA < farB ? farA : farB;
  const angle = metres / SEMI_MINOR;
  const turn = angle * (1 + angle * angle);
  const left = 1 - far * turn;
  return left < 0.1 ? 1e10 : ((far + turn) / left - far) * CHART_UNITS + 2;
}

/** The tangent of the angle between the chart's middle and the farthest vertex. */
function farthest(geometry: i32): f64 {
  let most: f64 = 0;
  const count = i32At(geometry + GEOMETRY_COUNT);
  for (let i: i32 = 0; i < count; i++) {
    const u = real(i32At(vertex(geometry, i))) / CHART_UNITS;
    const v = real(i32At(vertex(geometry, i) + 4)) / CHART_UNITS;
    const square = u * u + v * v;
    if (square > most) most = square;
  }
  return root(most);
}

/** Whether the boxes of two edges are within `reach` of each other. */
function edgesNear(a: i32, b: i32, edgesA: i32, edgesB: i32, reach: f64): bool {
  // The one edge of a point ends where it begins; what stands behind it is another's.
  const aEnd = edgesA === 1 && isPoint(a) ? a : a + 8;
  const bEnd = edgesB === 1 && isPoint(b) ? b : b + 8;
  return (
    axisNear(i32At(a), i32At(aEnd), i32At(b), i32At(bEnd), reach) &&
    axisNear(i32At(a + 4), i32At(aEnd + 4), i32At(b + 4), i32At(bEnd + 4), reach)
  );
}

/** Whether the first vertex at this address is the only one of its geometry. */
function isPoint(first: i32): bool {
  return i32At(first - GEOMETRY_HEAD + GEOMETRY_COUNT) === 1;
}

function axisNear(a0: i32, a1: i32, b0: i32, b1: i32, reach: f64): bool {
  const aLo = real(a0 < a1 ? a0 : a1);
  const aHi = real(a0 < a1 ? a1 : a0);
  const bLo = real(b0 < b1 ? b0 : b1);
  const bHi = real(b0 < b1 ? b1 : b0);
  return aLo - bHi <= reach && bLo - aHi <= reach;
}

/** Whether two edges cross in the chart. */
function cross(a: i32, i: i32, edgesA: i32, b: i32, j: i32, edgesB: i32): bool {
  if (edgesA === 1 && isPoint(vertex(a, i))) return false;
  if (edgesB === 1 && isPoint(vertex(b, j))) return false;
  const from = vertex(a, i);
  const to = vertex(b, j);
  return parted(from, to) && parted(to, from);
}

/** Whether the ends of one edge are on both sides of another. */
function parted(line: i32, edge: i32): bool {
  const u0 = real(i32At(line));
  const v0 = real(i32At(line + 4));
  const du = real(i32At(line + 8)) - u0;
  const dv = real(i32At(line + 12)) - v0;
  const first = du * (real(i32At(edge + 4)) - v0) - dv * (real(i32At(edge)) - u0);
  const second = du * (real(i32At(edge + 12)) - v0) - dv * (real(i32At(edge + 8)) - u0);
  return first > 0 !== second > 0;
}

/** Takes the distances of each edge's ends from the other edge into account. */
function approach(i: i32, edgesA: i32, j: i32, edgesB: i32, a: i32, b: i32): void {
  const edgeA = POINTS_A + 24 * i;
  const edgeB = POINTS_B + 24 * j;
  const pointA = edgesA === 1 && isPoint(vertex(a, i));
  const pointB = edgesB === 1 && isPoint(vertex(b, j));
  keep(edgeA, edgeB, pointB);
  if (!pointA) keep(edgeA + 24, edgeB, pointB);
  if (!pointA) keep(edgeB, edgeA, pointA);
  if (!pointB && !pointA) keep(edgeB + 24, edgeA, pointA);
}

/** Keeps the squared distance of a point from the foot on an edge, put back on the surface. */
function keep(point: i32, edge: i32, isEdgePoint: bool): void {
  const x = f64At(point);
  const y = f64At(point + 8);
  const z = f64At(point + 16);
  let fx = f64At(edge);
  let fy = f64At(edge + 8);
  let fz = f64At(edge + 16);
  if (!isEdgePoint) {
    const dx = f64At(edge + 24) - fx;
    const dy = f64At(edge + 32) - fy;
    const dz = f64At(edge + 40) - fz;
    const along = ((x - fx) * dx + (y - fy) * dy + (z - fz) * dz) / (dx * dx + dy * dy + dz * dz);
    const t: f64 = along < 0 ? 0 : along > 1 ? 1 : along;
    fx += t * dx;
    fy += t * dy;
    fz += t * dz;
    if (t > 0 && t < 1) {
      const k = surfaceFactor(fx, fy, fz);
      fx *= k;
      fy *= k;
      fz *= k;
    }
  }
  const square = (x - fx) * (x - fx) + (y - fy) * (y - fy) + (z - fz) * (z - fz);
  if (square < nearest) nearest = square;
}
