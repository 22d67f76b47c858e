// `src/packed/core/boxes.ts` with one instruction for all eight lanes.

@inline export function fitMask(boxes: i32, limits: i32): i32 {
  const most = v128.load64_splat(limits);
  return twoFit(boxes, most) | (twoFit(boxes + 16, most) << 2) | (twoFit(boxes + 32, most) << 4)
    | (twoFit(boxes + 48, most) << 6) | (twoFit(boxes + 64, most) << 8)
    | (twoFit(boxes + 80, most) << 10) | (twoFit(boxes + 96, most) << 12);
}

@inline function twoFit(boxes: i32, most: v128): i32 {
  const lanes = v128.le<u8>(v128.load(boxes), most);
  return v128.bitmask<i64>(v128.eq<i64>(lanes, i64x2.splat(-1)));
}

@inline export function leastLanes(boxes: i32, count: i32, to: i32): void {
  let least = i64x2.splat(-1);
  for (let i: i32 = 0; i < count; i++) {
    least = v128.min<u8>(least, v128.load64_zero(boxes + 8 * i));
  }
  store<i64>(to, i64x2.extract_lane(least, 0));
}

@inline export function unframeBoxes(list: i32, boxes: i32, count: i32, bases: i32): void {
  const base = v128.load(bases);
  const step = v128.load(bases, 16);
  for (let i: i32 = 0; i < count; i++) {
    const lanes = i16x8.extend_low_i8x16_u(v128.load64_zero(boxes + 8 * i));
    v128.store(list + 16 * i, i16x8.add(i16x8.mul(lanes, step), base));
  }
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
