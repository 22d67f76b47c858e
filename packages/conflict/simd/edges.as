// `src/packed/core/edges.ts` with one instruction for both vertices of an edge.

export const BEYOND_U_LO: i32 = 1;
export const BEYOND_V_LO: i32 = 2;
export const BEYOND_U_HI: i32 = 4;
export const BEYOND_V_HI: i32 = 8;
export const SPANS_MIDDLE: i32 = 16;

@inline export function writeSides(to: i32, u: i32, v: i32): void {
  store<i32>(to, u);
  store<i32>(to, v, 4);
  store<i32>(to, u, 8);
  store<i32>(to, v, 12);
}

@inline export function edgeSides(edge: i32, box: i32): i32 {
  const ends = v128.load(edge);
  const low = v128.bitmask<i32>(v128.lt<i32>(ends, v128.load(box)));
  const high = v128.bitmask<i32>(v128.gt<i32>(ends, v128.load(box, 16)));
  const above = v128.bitmask<i32>(v128.gt<i32>(ends, v128.load(box, 32)));
  return ((low & (low >> 2)) & 3) | (((high & (high >> 2)) & 3) << 2)
    | (((above ^ (above >> 2)) & 2) << 3);
}
