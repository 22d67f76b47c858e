// `src/packed/core/boxes.ts` with one instruction for all eight lanes.

@inline export function fitMask(boxes: i32, limits: i32): i32 {
  const most = v128.load(limits);
  let mask: i32 = 0;
  for (let i: i32 = 0; i < 15; i++) {
    mask |= <i32>v128.all_true<i16>(v128.le<u16>(v128.load(boxes + 16 * i), most)) << i;
  }
  return mask;
}

@inline export function enlargement(box: i32, other: i32): i32 {
  return sumOf(v128.sub_sat<u16>(v128.load(box), v128.load(other)));
}

@inline export function laneSum(box: i32): i32 {
  return sumOf(v128.load(box));
}

@inline export function include(box: i32, other: i32): void {
  v128.store(box, v128.min<u16>(v128.load(box), v128.load(other)));
}

@inline export function copyBox(to: i32, from: i32): void {
  v128.store(to, v128.load(from));
}

@inline export function clearBox(box: i32): void {
  v128.store(box, i16x8.splat(-1));
}

@inline function sumOf(lanes: v128): i32 {
  const pairs = i32x4.extadd_pairwise_i16x8_u(lanes);
  const halves = i32x4.add(pairs, v128.shuffle<i32>(pairs, pairs, 2, 3, 0, 1));
  return i32x4.extract_lane(halves, 0) + i32x4.extract_lane(halves, 1);
}
