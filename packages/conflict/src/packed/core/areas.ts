// Two areas in one chart, where their edges are straight. An edge may in truth be as far from where
// it is here as its area's blur. So the answer is a hit only where a point of one border is farther
// than both blurs inside the other area, a miss only where the borders are farther apart than that,
// and otherwise unsure.
import {
  EDGES_A,
  EDGES_B,
  GEOMETRY_BLUR,
  GEOMETRY_COUNT,
  GEOMETRY_HEAD,
  HIT,
  MISS,
  ROW_U_HI,
  ROW_U_LO,
  ROW_V_HI,
  ROW_V_LO,
  SORTING,
  UNSURE,
} from './layout.ts';
import {
  BEYOND_U_HI,
  BEYOND_U_LO,
  BEYOND_V_HI,
  BEYOND_V_LO,
  edgeSides,
  writeSides,
} from './edges.ts';
import { bit, f32At, i32At, real, setI32, whole } from './memory.ts';
import type { bool, f64, i32 } from './numbers.ts';

export const INSIDE: i32 = 1;
export const OUTSIDE: i32 = 0;
const NEAR: i32 = 2;

const APART: i32 = 0;
const CROSSING: i32 = 1;
const TOUCHING: i32 = 2;

/** What both boxes hold, with room for both blurs, as `edgeSides` takes it; and its middle. */
const COMMON_BOX: i32 = SORTING + 6912;
const OUTSIDES: i32 = BEYOND_U_LO | BEYOND_V_LO | BEYOND_U_HI | BEYOND_V_HI;
let uMiddle: i32 = 0;
let vMiddle: i32 = 0;
/** Where the middle lies in the area whose edges were listed last. */
let middleIn: i32 = 0;

/**
 * The verdict on two areas, given as their rows (for the boxes) and geometries. No edge outside of
 * what both boxes hold comes near the other area; so an area without an edge there holds all of it
 * or nothing of it.
 */
export function areasVerdict(rowA: i32, a: i32, rowB: i32, b: i32): i32 {
  const blur = f32At(a + GEOMETRY_BLUR) + f32At(b + GEOMETRY_BLUR);
  setCommonBox(rowA, rowB, blur);
  const countA = edgesInBox(a, EDGES_A);
  const inA = middleIn;
  if (countA === 0 && inA === OUTSIDE) return MISS;
  const countB = edgesInBox(b, EDGES_B);
  const inB = middleIn;
  if (inA === INSIDE && inB === INSIDE) {
    if (isMiddleClear(EDGES_A, countA, blur) && isMiddleClear(EDGES_B, countB, blur)) return HIT;
  }
  if (countB === 0 && inB === OUTSIDE) return MISS;
  let sure = true;
  for (let i: i32 = 0; i < countA; i++) {
    const edgeA = i32At(EDGES_A + 4 * i);
    for (let j: i32 = 0; j < countB; j++) {
      const edgeB = i32At(EDGES_B + 4 * j);
      const meeting = edgesMeet(edgeA, edgeB, blur);
      if (meeting === APART) continue;
      if (meeting === CROSSING && entersDeep(edgeA, edgeB, b, blur)) return HIT;
      sure = false;
    }
  }
  return insideVerdict(a, b, blur, sure);
}

/** Where a chart place lies in an area: inside, outside, or within `blur` of its border. */
export function placeIn(area: i32, u: f64, v: f64, blur: f64): i32 {
  const first = area + GEOMETRY_HEAD;
  const last = first + 8 * (i32At(area + GEOMETRY_COUNT) - 1);
  let inside: i32 = OUTSIDE;
  let u0 = real(i32At(first)) - u;
  let v0 = real(i32At(first + 4)) - v;
  for (let at = first + 8; at <= last; at += 8) {
    const u1 = real(i32At(at)) - u;
    const v1 = real(i32At(at + 4)) - v;
    const lowest = v0 < v1 ? v0 : v1;
    const highest = v0 < v1 ? v1 : v0;
    if (lowest <= blur && highest >= -blur && (u0 > -blur || u1 > -blur)) {
      if (nearOrigin(u0, v0, u1, v1, blur)) return NEAR;
      if (lowest <= 0 && highest > 0) {
        const side = u0 * v1 - u1 * v0;
        if (side > 0 === v1 > v0) inside = 1 - inside;
      }
    }
    u0 = u1;
    v0 = v1;
  }
  return inside;
}

/** No edges cross for certain: one area holds the other, or they are apart. */
function insideVerdict(a: i32, b: i32, blur: f64, sure: bool): i32 {
  const inB = vertexIn(a, b, blur);
  if (inB === INSIDE) return HIT;
  const inA = vertexIn(b, a, blur);
  if (inA === INSIDE) return HIT;
  return sure && inA === OUTSIDE && inB === OUTSIDE ? MISS : UNSURE;
}

function vertexIn(a: i32, b: i32, blur: f64): i32 {
  return placeIn(b, real(i32At(a + GEOMETRY_HEAD)), real(i32At(a + GEOMETRY_HEAD + 4)), blur);
}

function setCommonBox(rowA: i32, rowB: i32, blur: f64): void {
  const room = whole(blur) + 1;
  const uLo = higher(i32At(rowA + ROW_U_LO), i32At(rowB + ROW_U_LO)) - room;
  const uHi = lower(i32At(rowA + ROW_U_HI), i32At(rowB + ROW_U_HI)) + room;
  const vLo = higher(i32At(rowA + ROW_V_LO), i32At(rowB + ROW_V_LO)) - room;
  const vHi = lower(i32At(rowA + ROW_V_HI), i32At(rowB + ROW_V_HI)) + room;
  uMiddle = whole((real(uLo) + real(uHi)) / 2);
  vMiddle = whole((real(vLo) + real(vHi)) / 2);
  writeSides(COMMON_BOX, uLo, vLo);
  writeSides(COMMON_BOX + 16, uHi, vHi);
  writeSides(COMMON_BOX + 32, uMiddle, vMiddle);
}

/**
 * Lists the edges of an area that may meet the common box; how many. Sets `middleIn`, by counting
 * the edges that a ray to higher u meets. Without branches, which nothing could foretell here.
 */
function edgesInBox(area: i32, list: i32): i32 {
  const first = area + GEOMETRY_HEAD;
  const last = first + 8 * (i32At(area + GEOMETRY_COUNT) - 1);
  let count: i32 = 0;
  let crossed: i32 = 0;
  for (let at = first; at < last; at += 8) {
    const sides = edgeSides(at, COMMON_BOX);
    setI32(list + 4 * count, at);
    count += bit((sides & OUTSIDES) === 0);
    crossed ^= (sides >> 2) & (sides >> 4);
  }
  let inside = crossed & 1;
  for (let i: i32 = 0; i < count; i++) inside ^= rayMeets(i32At(list + 4 * i));
  middleIn = inside;
  return count;
}

/** 1 when the ray from the middle to higher u meets an edge. */
function rayMeets(edge: i32): i32 {
  const v0 = i32At(edge + 4);
  const v1 = i32At(edge + 12);
  const u = real(i32At(edge)) - real(uMiddle);
  const v = real(v0) - real(vMiddle);
  const du = real(i32At(edge + 8)) - real(i32At(edge));
  const dv = real(v1) - real(v0);
  const isRight = bit(u * dv - du * v > 0) ^ bit(dv < 0);
  return isRight & (bit(v0 > vMiddle) ^ bit(v1 > vMiddle));
}

/** Whether the middle of the common box is farther than `blur` from all edges of a list. */
function isMiddleClear(list: i32, count: i32, blur: f64): bool {
  for (let i: i32 = 0; i < count; i++) {
    const edge = i32At(list + 4 * i);
    const u0 = real(i32At(edge)) - real(uMiddle);
    const v0 = real(i32At(edge + 4)) - real(vMiddle);
    const u1 = real(i32At(edge + 8)) - real(uMiddle);
    const v1 = real(i32At(edge + 12)) - real(vMiddle);
    if (nearOrigin(u0, v0, u1, v1, blur)) return false;
  }
  return true;
}

function higher(a: i32, b: i32): i32 {
  return a > b ? a : b;
}

function lower(a: i32, b: i32): i32 {
  return a < b ? a : b;
}

function edgesMeet(a: i32, b: i32, blur: f64): i32 {
  const u0 = real(i32At(a));
  const v0 = real(i32At(a + 4));
  const aU = real(i32At(a + 8)) - u0;
  const aV = real(i32At(a + 12)) - v0;
  const b0U = real(i32At(b)) - u0;
  const b0V = real(i32At(b + 4)) - v0;
  const b1U = real(i32At(b + 8)) - u0;
  const b1V = real(i32At(b + 12)) - v0;
  const fromA = aU * b0V - aV * b0U;
  const toA = aU * b1V - aV * b1U;
  const bU = b1U - b0U;
  const bV = b1V - b0V;
  const fromB = bV * b0U - bU * b0V;
  const toB = bU * (aV - b0V) - bV * (aU - b0U);
  const square = blur * blur;
  const limitA = square * (aU * aU + aV * aV);
  const limitB = square * (bU * bU + bV * bV);
  // Without branches: which of the tests decides cannot be foretold.
  const sureA = bit(fromA * fromA > limitA) & bit(toA * toA > limitA);
  const sureB = bit(fromB * fromB > limitB) & bit(toB * toB > limitB);
  const apartA = sureA & bit(fromA > 0 === toA > 0);
  const apartB = sureB & bit(fromB > 0 === toB > 0);
  if ((apartA | apartB) !== 0) return APART;
  if ((sureA & sureB) !== 0) return CROSSING;
  return boxesApart(aU, aV, b0U, b0V, b1U, b1V, blur) ? APART : TOUCHING;
}

/** Whether the boxes of an edge from the origin and of another are farther apart than `blur`. */
function boxesApart(aU: f64, aV: f64, b0U: f64, b0V: f64, b1U: f64, b1V: f64, blur: f64): bool {
  if (b0U - blur > 0 && b1U - blur > 0 && b0U - blur > aU && b1U - blur > aU) return true;
  if (b0U + blur < 0 && b1U + blur < 0 && b0U + blur < aU && b1U + blur < aU) return true;
  if (b0V - blur > 0 && b1V - blur > 0 && b0V - blur > aV && b1V - blur > aV) return true;
  return b0V + blur < 0 && b1V + blur < 0 && b0V + blur < aV && b1V + blur < aV;
}

/**
 * Whether a point of an edge that crosses an edge of the area is deep inside the area: looked for
 * half way, a tenth and a fiftieth of the way from the crossing to each end.
 */
function entersDeep(edge: i32, crossed: i32, area: i32, blur: f64): bool {
  const u0 = real(i32At(edge));
  const v0 = real(i32At(edge + 4));
  const du = real(i32At(edge + 8)) - u0;
  const dv = real(i32At(edge + 12)) - v0;
  const cU = real(i32At(crossed + 8)) - real(i32At(crossed));
  const cV = real(i32At(crossed + 12)) - real(i32At(crossed + 4));
  const along =
    (cV * (real(i32At(crossed)) - u0) - cU * (real(i32At(crossed + 4)) - v0)) / (cV * du - cU * dv);
  for (let step: f64 = 0.5; step > 0.01; step *= 0.2) {
    const on = along + (1 - along) * step;
    if (placeIn(area, u0 + on * du, v0 + on * dv, blur) === INSIDE) return true;
    const back = along * (1 - step);
    if (placeIn(area, u0 + back * du, v0 + back * dv, blur) === INSIDE) return true;
  }
  return false;
}

/** Whether the edge between two places comes within `blur` of the origin. */
function nearOrigin(u0: f64, v0: f64, u1: f64, v1: f64, blur: f64): bool {
  const du = u1 - u0;
  const dv = v1 - v0;
  const square = du * du + dv * dv;
  const along = -(u0 * du + v0 * dv);
  let u = u0;
  let v = v0;
  if (along >= square) {
    u = u1;
    v = v1;
  } else if (along > 0) {
    const side = u0 * v1 - u1 * v0;
    return side * side <= blur * blur * square;
  }
  return u * u + v * v <= blur * blur;
}
