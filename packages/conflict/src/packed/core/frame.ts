// The boxes of a node are counted in a frame of its own, so that a lane fits into a byte: steps of
// 2^shift on each axis, from the frame's lowest, which is a whole number of them. All rounding
// makes boxes larger, and rounding twice in one frame is rounding once.
import { leastLanes, unframeBoxes } from './boxes.ts';
import { FRAMED_SIZE, LANE_TOP, NODE_COUNT, NODE_FRAME, NODE_SHIFTS, SORTING } from './layout.ts';
import { setU16, setU8, u16At, u8At } from './memory.ts';
import type { bool, i32 } from './numbers.ts';

const LEAST: i32 = SORTING + 4464;
const BASES: i32 = SORTING + 4480;

/** Gives a node the narrowest frame for a box. */
export function setFrame(node: i32, box: i32): void {
  for (let axis: i32 = 0; axis < 4; axis++) {
    const low = u16At(box + 4 * axis);
    const high = LANE_TOP - u16At(box + 4 * axis + 2);
    let shift: i32 = 0;
    while (lowestOf(low, shift) + (255 << shift) < high) shift += 1;
    setU16(node + NODE_FRAME + 2 * axis, lowestOf(low, shift));
    setU8(node + NODE_SHIFTS + axis, shift);
  }
}

/** The lowest step of a frame that begins at or below `low`, and does not pass the top. */
function lowestOf(low: i32, shift: i32): i32 {
  const aligned = (low >> shift) << shift;
  const most = LANE_TOP - (255 << shift);
  return aligned < most ? aligned : most;
}

/** Whether a box lies within the frame of a node. */
export function isInFrame(node: i32, box: i32): bool {
  for (let axis: i32 = 0; axis < 4; axis++) {
    if (u16At(box + 4 * axis) < lowBase(node, axis)) return false;
    if (u16At(box + 4 * axis + 2) < highBase(node, axis)) return false;
  }
  return true;
}

/** Writes a box into a node, as far as it lies within the frame. */
export function putBox(node: i32, at: i32, box: i32): void {
  const to = node + FRAMED_SIZE * at;
  for (let axis: i32 = 0; axis < 4; axis++) {
    const shift = u8At(node + NODE_SHIFTS + axis);
    const low = (u16At(box + 4 * axis) - lowBase(node, axis)) >> shift;
    const high = (u16At(box + 4 * axis + 2) - highBase(node, axis)) >> shift;
    setU8(to + 2 * axis, low < 0 ? 0 : low);
    setU8(to + 2 * axis + 1, high < 0 ? 0 : high);
  }
}

/** Reads a box of a node. */
export function takeBox(box: i32, node: i32, at: i32): void {
  setSteps(node);
  unframeBoxes(box, node + FRAMED_SIZE * at, 1, BASES);
}

/** Reads all boxes of a node to a list. */
export function takeBoxes(list: i32, node: i32): void {
  setSteps(node);
  unframeBoxes(list, node, u16At(node + NODE_COUNT), BASES);
}

/** The box around all children of a node. */
export function takeNodeBox(box: i32, node: i32): void {
  leastLanes(node, u16At(node + NODE_COUNT), LEAST);
  setSteps(node);
  unframeBoxes(box, LEAST, 1, BASES);
}

/**
 * Writes the limits that boxes in a node must fit which fit `limits`; false when none can. What is
 * at most a limit is so after both were rounded down.
 */
export function frameLimits(to: i32, node: i32, limits: i32): bool {
  for (let axis: i32 = 0; axis < 4; axis++) {
    const shift = u8At(node + NODE_SHIFTS + axis);
    const low = (u16At(limits + 4 * axis) - lowBase(node, axis)) >> shift;
    const high = (u16At(limits + 4 * axis + 2) - highBase(node, axis)) >> shift;
    if ((low | high) < 0) return false;
    setU8(to + 2 * axis, low > 255 ? 255 : low);
    setU8(to + 2 * axis + 1, high > 255 ? 255 : high);
  }
  return true;
}

/** Writes where each lane of a node begins, and then what a step of it is worth. */
function setSteps(node: i32): void {
  for (let axis: i32 = 0; axis < 4; axis++) {
    const step = 1 << u8At(node + NODE_SHIFTS + axis);
    setU16(BASES + 4 * axis, lowBase(node, axis));
    setU16(BASES + 4 * axis + 2, highBase(node, axis));
    setU16(BASES + 4 * axis + 16, step);
    setU16(BASES + 4 * axis + 18, step);
  }
}

function lowBase(node: i32, axis: i32): i32 {
  return u16At(node + NODE_FRAME + 2 * axis);
}

/** Where the lane that is counted from above begins. */
function highBase(node: i32, axis: i32): i32 {
  return LANE_TOP - lowBase(node, axis) - (255 << u8At(node + NODE_SHIFTS + axis));
}
