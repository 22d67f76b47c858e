// Boxes of eight lanes: lower u, v, altitude, time, and for each the upper one counted from above
// (LANE_TOP - upper). So one comparison of all lanes tells whether two boxes meet, and the least of
// each lane is the box around both. Lanes of boxes in a node are bytes, those of others 16 bits.
// `simd/boxes.as` has these in SIMD.
import { BOX_SIZE, FAN_OUT, FRAMED_SIZE, LANES } from './layout.ts';
import { i32At, setI32, setU16, setU8, u16At, u8At } from './memory.ts';
import type { bool, i32 } from './numbers.ts';

/** A bit for each of the 14 boxes of a node: whether each lane is at most that of the limits. */
export function fitMask(boxes: i32, limits: i32): i32 {
  let mask: i32 = 0;
  for (let i: i32 = 0; i < FAN_OUT; i++) {
    if (fits(boxes + FRAMED_SIZE * i, limits)) mask |= 1 << i;
  }
  return mask;
}

function fits(box: i32, limits: i32): bool {
  for (let lane: i32 = 0; lane < LANES; lane++) {
    if (u8At(box + lane) > u8At(limits + lane)) return false;
  }
  return true;
}

/** Makes the least of each lane over the first `count` boxes of a node; where `to` is. */
export function leastLanes(boxes: i32, count: i32, to: i32): void {
  for (let lane: i32 = 0; lane < LANES; lane++) {
    let least: i32 = 255;
    for (let at = boxes; at < boxes + FRAMED_SIZE * count; at += FRAMED_SIZE) {
      if (u8At(at + lane) < least) least = u8At(at + lane);
    }
    setU8(to + lane, least);
  }
}

/** Reads boxes of a node: where each lane begins, and behind it what a step of it is worth. */
export function unframeBoxes(list: i32, boxes: i32, count: i32, bases: i32): void {
  for (let i: i32 = 0; i < LANES * count; i++) {
    const lane = bases + 2 * (i % LANES);
    setU16(list + 2 * i, u16At(lane) + u8At(boxes + i) * u16At(lane + BOX_SIZE));
  }
}

/** By how much the sides of a box grow together when it takes in another. */
export function enlargement(box: i32, other: i32): i32 {
  let sum: i32 = 0;
  for (let lane: i32 = 0; lane < BOX_SIZE; lane += 2) {
    const more = u16At(box + lane) - u16At(other + lane);
    if (more > 0) sum += more;
  }
  return sum;
}

/** The more, the smaller the box. */
export function laneSum(box: i32): i32 {
  let sum: i32 = 0;
  for (let lane: i32 = 0; lane < BOX_SIZE; lane += 2) sum += u16At(box + lane);
  return sum;
}

/** Makes a box take in another. */
export function include(box: i32, other: i32): void {
  for (let lane: i32 = 0; lane < BOX_SIZE; lane += 2) {
    const value = u16At(other + lane);
    if (value < u16At(box + lane)) setU16(box + lane, value);
  }
}

export function copyBox(to: i32, from: i32): void {
  setI32(to, i32At(from));
  setI32(to + 4, i32At(from + 4));
  setI32(to + 8, i32At(from + 8));
  setI32(to + 12, i32At(from + 12));
}

/** A box that takes in nothing yet. */
export function clearBox(box: i32): void {
  for (let lane: i32 = 0; lane < LANES; lane++) setU16(box + 2 * lane, 65535);
}
