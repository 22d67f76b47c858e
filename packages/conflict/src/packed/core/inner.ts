// A rectangle inside each area, about the middle of its box: where two of them overlap, so do the
// areas, and no vertex has to be fetched.
import { placeIn } from './areas.ts';
import {
  GEOMETRY_BLUR,
  GEOMETRY_COUNT,
  GEOMETRY_HEAD,
  INNER_MASK,
  INNER_SHIFT,
  ROW_KIND,
  ROW_U_HI,
  ROW_U_LO,
} from './layout.ts';
import { f32At, i32At, real, setI32, whole } from './memory.ts';
import type { bool, f64, i32 } from './numbers.ts';

/** Overlaps of rectangles shallower than this, in chart units, are left to the vertices. */
const DEPTH: f64 = 8;

/** The least part of a box, one of 127. */
const INNER_SHARE: f64 = 1.0 / 127.0;

/** Finds the inner rectangle of an area and writes it to its row. */
export function writeInner(row: i32, area: i32): void {
  const u = middle(row);
  const v = middle(row + 8);
  const blur = f32At(area + GEOMETRY_BLUR);
  const halfU = half(row);
  const halfV = half(row + 8);
  let part: f64 = 1;
  const first = area + GEOMETRY_HEAD;
  const last = first + 8 * (i32At(area + GEOMETRY_COUNT) - 1);
  let x0 = (real(i32At(first)) - u) / halfU;
  let y0 = (real(i32At(first + 4)) - v) / halfV;
  for (let at = first + 8; at <= last; at += 8) {
    const x1 = (real(i32At(at)) - u) / halfU;
    const y1 = (real(i32At(at + 4)) - v) / halfV;
    // The square about the middle that the line through the edge only just misses.
    const side = size(x0 * y1 - x1 * y0) / (size(x1 - x0) + size(y1 - y0));
    if (side < part) part = side;
    x0 = x1;
    y0 = y1;
  }
  part -= blur / (halfU < halfV ? halfU : halfV);
  if (!(part > 0.02) || placeIn(area, u, v, blur) !== 1) return;
  setI32(row + ROW_KIND, i32At(row + ROW_KIND) | (whole(part * 127) << INNER_SHIFT));
}

/** Whether the inner rectangles of two rows overlap. */
export function innersMeet(a: i32, b: i32): bool {
  const partA = (i32At(a + ROW_KIND) >> INNER_SHIFT) & INNER_MASK;
  const partB = (i32At(b + ROW_KIND) >> INNER_SHIFT) & INNER_MASK;
  if (partA === 0 || partB === 0) return false;
  const shareA = real(partA) * INNER_SHARE;
  const shareB = real(partB) * INNER_SHARE;
  return axisMeets(a, b, shareA, shareB) && axisMeets(a + 8, b + 8, shareA, shareB);
}

function axisMeets(a: i32, b: i32, shareA: f64, shareB: f64): bool {
  return size(middle(a) - middle(b)) + DEPTH < shareA * half(a) + shareB * half(b);
}

function middle(axis: i32): f64 {
  return (real(i32At(axis + ROW_U_LO)) + real(i32At(axis + ROW_U_HI))) / 2;
}

function half(axis: i32): f64 {
  return (real(i32At(axis + ROW_U_HI)) - real(i32At(axis + ROW_U_LO))) / 2;
}

function size(value: f64): f64 {
  return value < 0 ? -value : value;
}
