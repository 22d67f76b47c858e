// On which sides of a box, and of its middle, both ends of an edge lie. `simd/edges.as` has it in
// SIMD: this is asked of every edge of every area that may be in conflict.
import { bit, i32At, setI32 } from './memory.ts';
import type { i32 } from './numbers.ts';

/** Both ends are beyond this side. */
export const BEYOND_U_LO: i32 = 1;
export const BEYOND_V_LO: i32 = 2;
export const BEYOND_U_HI: i32 = 4;
export const BEYOND_V_HI: i32 = 8;
/** The ends are on different sides of the middle's v. */
export const SPANS_MIDDLE: i32 = 16;

/** Writes a box for `edgeSides`: low u and v, high, middle; each pair twice. */
export function writeSides(to: i32, u: i32, v: i32): void {
  setI32(to, u);
  setI32(to + 4, v);
  setI32(to + 8, u);
  setI32(to + 12, v);
}

/** The bits above for an edge (two vertices) and a box. */
export function edgeSides(edge: i32, box: i32): i32 {
  const u0 = i32At(edge);
  const v0 = i32At(edge + 4);
  const u1 = i32At(edge + 8);
  const v1 = i32At(edge + 12);
  return (
    (bit(u0 < i32At(box)) & bit(u1 < i32At(box))) |
    ((bit(v0 < i32At(box + 4)) & bit(v1 < i32At(box + 4))) << 1) |
    ((bit(u0 > i32At(box + 16)) & bit(u1 > i32At(box + 16))) << 2) |
    ((bit(v0 > i32At(box + 20)) & bit(v1 > i32At(box + 20))) << 3) |
    ((bit(v0 > i32At(box + 36)) ^ bit(v1 > i32At(box + 36))) << 4)
  );
}
