// Which of the eight lanes parts a set of boxes best: the one whose two halves a query will meet
// least often, counted as the volume of each half's box grown by the size of an average box.
// Lower and upper limits are lanes of their own, which also parts large boxes from small ones.
import { BOX_SIZE, LANES, LANE_TOP, SORTING } from './layout.ts';
import { copyBox, clearBox, include } from './boxes.ts';
import { i32At, real, setI32, u16At } from './memory.ts';
import type { f64, i32 } from './numbers.ts';

/** At most this many boxes are looked at. */
export const SAMPLE_MAX: i32 = 32;
const ORDER: i32 = SORTING;
const HALF: i32 = SORTING + 128;
const TAILS: i32 = SORTING + 160;

/** Orders `count` boxes of a list by one lane: their numbers, in the order of the lane. */
export function orderByLane(boxes: i32, count: i32, stride: i32, lane: i32): void {
  for (let i: i32 = 0; i < count; i++) {
    const key = u16At(boxes + i * stride * BOX_SIZE + 2 * lane);
    let at = i;
    while (at > 0) {
      const before = i32At(ORDER + 4 * (at - 1));
      if (u16At(boxes + before * stride * BOX_SIZE + 2 * lane) <= key) break;
      setI32(ORDER + 4 * at, before);
      at -= 1;
    }
    setI32(ORDER + 4 * at, i);
  }
}

export function ordered(at: i32): i32 {
  return i32At(ORDER + 4 * at);
}

/** The lane (low 8 bits) and the place of the best split with at least `least` on each side. */
export function bestSplit(boxes: i32, count: i32, stride: i32, least: i32): i32 {
  let best: i32 = count >> 1;
  let bestCost: f64 = Infinity;
  const margins = averageExtents(boxes, count, stride);
  for (let lane: i32 = 0; lane < LANES; lane++) {
    orderByLane(boxes, count, stride, lane);
    // The box around everything from each place on.
    clearBox(HALF);
    for (let i = count - 1; i >= least; i--) {
      include(HALF, boxes + ordered(i) * stride * BOX_SIZE);
      copyBox(TAILS + i * BOX_SIZE, HALF);
    }
    clearBox(HALF);
    for (let i: i32 = 0; i < count - least; i++) {
      include(HALF, boxes + ordered(i) * stride * BOX_SIZE);
      if (i + 1 < least) continue;
      const tail = TAILS + (i + 1) * BOX_SIZE;
      const left = grownVolume(HALF, margins) * real(i + 1);
      const cost = left + grownVolume(tail, margins) * real(count - i - 1);
      if (cost < bestCost) {
        bestCost = cost;
        best = ((i + 1) << 8) | lane;
      }
    }
  }
  return best;
}

/** Writes the average side of the boxes on each axis, at least 64 steps; where it stands. */
function averageExtents(boxes: i32, count: i32, stride: i32): i32 {
  const margins = TAILS + (SAMPLE_MAX + 1) * BOX_SIZE;
  for (let axis: i32 = 0; axis < 4; axis++) {
    let sum: i32 = 0;
    for (let i: i32 = 0; i < count; i++) sum += extent(boxes + i * stride * BOX_SIZE, axis);
    const average = real(sum) / real(count);
    setI32(margins + 4 * axis, average < 64 ? 64 : (sum / count) | 0);
  }
  return margins;
}

function grownVolume(box: i32, margins: i32): f64 {
  let volume: f64 = 1;
  for (let axis: i32 = 0; axis < 4; axis++) {
    volume = volume * real(extent(box, axis) + i32At(margins + 4 * axis));
  }
  return volume;
}

function extent(box: i32, axis: i32): i32 {
  return LANE_TOP - u16At(box + 4 * axis + 2) - u16At(box + 4 * axis);
}
