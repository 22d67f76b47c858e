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
  UNSURE,
} from './layout.ts';
import { f32At, i32At, real, setI32 } from './memory.ts';
import type { bool, f64, i32 } from './numbers.ts';

const INSIDE: i32 = 1;
const OUTSIDE: i32 = 0;
const NEAR: i32 = 2;

const APART: i32 = 0;
const CROSSING: i32 = 1;
const TOUCHING: i32 = 2;

/** The verdict on two areas, given as their rows (for the boxes) and geometries. */
export function areasVerdict(rowA: i32, a: i32, rowB: i32, b: i32): i32 {
  const blur = f32At(a + GEOMETRY_BLUR) + f32At(b + GEOMETRY_BLUR);
  const countA = edgesIn(a, rowA, rowB, EDGES_A);
  const countB = countA === 0 ? 0 : edgesIn(b, rowA, rowB, EDGES_B);
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

/** Lists the edges of a geometry that meet the boxes of both rows; how many. */
export function edgesIn(geometry: i32, rowA: i32, rowB: i32, list: i32): i32 {
  const uLo = higher(i32At(rowA + ROW_U_LO), i32At(rowB + ROW_U_LO));
  const uHi = lower(i32At(rowA + ROW_U_HI), i32At(rowB + ROW_U_HI));
  const vLo = higher(i32At(rowA + ROW_V_LO), i32At(rowB + ROW_V_LO));
  const vHi = lower(i32At(rowA + ROW_V_HI), i32At(rowB + ROW_V_HI));
  const first = geometry + GEOMETRY_HEAD;
  const last = first + 8 * (i32At(geometry + GEOMETRY_COUNT) - 1);
  let count: i32 = 0;
  let u0 = i32At(first);
  let v0 = i32At(first + 4);
  for (let at = first; at < last; at += 8) {
    const u1 = i32At(at + 8);
    const v1 = i32At(at + 12);
    const outU = (u0 < uLo && u1 < uLo) || (u0 > uHi && u1 > uHi);
    const outV = (v0 < vLo && v1 < vLo) || (v0 > vHi && v1 > vHi);
    if (!outU && !outV) {
      setI32(list + 4 * count, at);
      count += 1;
    }
    u0 = u1;
    v0 = v1;
  }
  return count;
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
  const limitA = blur * blur * (aU * aU + aV * aV);
  const sureA = fromA * fromA > limitA && toA * toA > limitA;
  if (sureA && fromA > 0 === toA > 0) return APART;
  const bU = b1U - b0U;
  const bV = b1V - b0V;
  const fromB = bV * b0U - bU * b0V;
  const toB = bU * (aV - b0V) - bV * (aU - b0U);
  const limitB = blur * blur * (bU * bU + bV * bV);
  const sureB = fromB * fromB > limitB && toB * toB > limitB;
  if (sureB && fromB > 0 === toB > 0) return APART;
  if (sureA && sureB) return CROSSING;
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
