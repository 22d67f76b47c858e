// The tree of a face made anew from all its rows at once: full nodes, from the top down, each cut
// where a sample of the boxes says that it parts them best. Lanes are spread over what is there.
import { borrow, freeLines, release } from './arena.ts';
import { copyBox } from './boxes.ts';
import { takeNodeBox } from './frame.ts';
import {
  BOX_SIZE,
  FACE_SIZE,
  FACE_U_LANES,
  FACE_V_LANES,
  FACE_WAITING,
  FAN_OUT,
  H_ALTITUDE_LANES,
  H_FACES,
  H_TIME_LANES,
  NODE_CHILDREN,
  NODE_COUNT,
  NODE_LEVEL,
  NODE_PARENT,
  NODE_SIZE,
  ROW_END,
  ROW_LEAF,
  ROW_SPAN_HI,
  ROW_SPAN_LO,
  ROW_START,
  ROW_U_HI,
  ROW_U_LO,
  ROW_V_HI,
  ROW_V_LO,
  SORTING,
} from './layout.ts';
import { spread, writeBox } from './lanes.ts';
import { f64At, i32At, real, setI32, setU16, u16At, whole } from './memory.ts';
import { bestSplit, SAMPLE_MAX } from './sorting.ts';
import { countRows, fillNode, newNode, putBoxes, rootOf, rowsOf, setRoot } from './tree.ts';
import type { bool, f64, i32 } from './numbers.ts';

const SAMPLE: i32 = SORTING + 3072;
const SWAP: i32 = SORTING + 4096;
/** For each level the boxes of the children that a node has so far. */
const LEVEL_BOXES: i32 = SORTING + 4608;
const LEVEL_SIZE: i32 = 256;

/** Lets a row wait for the next build. */
export function wait(row: i32, face: i32): void {
  const list = H_FACES + face * FACE_SIZE + FACE_WAITING;
  setI32(row + ROW_LEAF, i32At(list));
  setI32(list, row);
}

/** Unties the tree of a face: all its rows wait. */
export function untie(face: i32): void {
  const top = rootOf(face);
  if (top !== 0) untieNode(top, face);
  setRoot(face, 0);
  countRows(face, -rowsOf(face));
}

function untieNode(node: i32, face: i32): void {
  const count = u16At(node + NODE_COUNT);
  for (let i: i32 = 0; i < count; i++) {
    const child = i32At(node + NODE_CHILDREN + 4 * i);
    if (u16At(node + NODE_LEVEL) === 0) wait(child, face);
    else untieNode(child, face);
  }
  freeLines(node, NODE_SIZE);
}

/** Builds the tree of a face from the rows that wait there; false when memory is at its end. */
export function buildWaiting(face: i32): bool {
  const list = H_FACES + face * FACE_SIZE + FACE_WAITING;
  let count: i32 = 0;
  for (let row = i32At(list); row !== 0; row = i32At(row + ROW_LEAF)) count += 1;
  if (count === 0) return true;
  const boxes = borrow(count * (BOX_SIZE + 4));
  // All nodes that the tree needs, less than one for every eight rows, must be had too.
  const room = borrow(((count >> 3) + 128) * NODE_SIZE);
  if (boxes === 0 || room === 0) return false;
  release(room, ((count >> 3) + 128) * NODE_SIZE);
  const rows = boxes + count * BOX_SIZE;
  let at: i32 = 0;
  for (let row = i32At(list); row !== 0; row = i32At(row + ROW_LEAF)) {
    setI32(rows + 4 * at, row);
    at += 1;
  }
  setI32(list, 0);
  spreadPlace(rows, count, face);
  for (let i: i32 = 0; i < count; i++) writeBox(boxes + BOX_SIZE * i, i32At(rows + 4 * i), face);
  let level: i32 = 0;
  for (let capacity: i32 = FAN_OUT; capacity < count; capacity *= FAN_OUT) level += 1;
  setRoot(face, nodeOver(boxes, rows, 0, count, level));
  countRows(face, count);
  release(boxes, count * (BOX_SIZE + 4));
  return true;
}

/** Spreads the lanes of altitude and time over the rows that wait on all faces. */
export function spreadCommon(faces: i32): void {
  let low: f64 = Infinity;
  let high: f64 = -Infinity;
  let from: f64 = Infinity;
  let to: f64 = -Infinity;
  for (let face: i32 = 0; face < faces; face++) {
    const list = H_FACES + face * FACE_SIZE + FACE_WAITING;
    for (let row = i32At(list); row !== 0; row = i32At(row + ROW_LEAF)) {
      const lower = real(i32At(row + ROW_SPAN_LO));
      const upper = real(i32At(row + ROW_SPAN_HI));
      // Limits that stand for none say nothing of where the others lie.
      if (lower > -1e6 && lower < low) low = lower;
      if (upper < 1e7 && upper > high) high = upper;
      if (f64At(row + ROW_START) < from) from = f64At(row + ROW_START);
      if (f64At(row + ROW_END) > to) to = f64At(row + ROW_END);
    }
  }
  spread(H_ALTITUDE_LANES, low < high ? low : 0, low < high ? high : 2_000_000);
  spread(H_TIME_LANES, from, to);
}

function spreadPlace(rows: i32, count: i32, face: i32): void {
  let uLo: f64 = Infinity;
  let uHi: f64 = -Infinity;
  let vLo: f64 = Infinity;
  let vHi: f64 = -Infinity;
  for (let i: i32 = 0; i < count; i++) {
    const row = i32At(rows + 4 * i);
    uLo = least(uLo, real(i32At(row + ROW_U_LO)));
    uHi = -least(-uHi, -real(i32At(row + ROW_U_HI)));
    vLo = least(vLo, real(i32At(row + ROW_V_LO)));
    vHi = -least(-vHi, -real(i32At(row + ROW_V_HI)));
  }
  spread(H_FACES + face * FACE_SIZE + FACE_U_LANES, uLo, uHi);
  spread(H_FACES + face * FACE_SIZE + FACE_V_LANES, vLo, vHi);
}

function least(a: f64, b: f64): f64 {
  return a < b ? a : b;
}

/** The node of a level over the boxes from `from` to `to`. */
function nodeOver(boxes: i32, rows: i32, from: i32, to: i32, level: i32): i32 {
  const node = newNode(level);
  if (level === 0) {
    fillNode(node, boxes + BOX_SIZE * from, rows + 4 * from, to - from);
    return node;
  }
  let capacity: i32 = FAN_OUT;
  for (let i: i32 = 1; i < level; i++) capacity *= FAN_OUT;
  const groups = whole(real(to - from + capacity - 1) / real(capacity));
  cut(node, boxes, rows, from, to, groups, capacity);
  putBoxes(node, LEVEL_BOXES + LEVEL_SIZE * level);
  return node;
}

/** Cuts the boxes into groups of `capacity` and makes each a child of the node. */
function cut(
  node: i32,
  boxes: i32,
  rows: i32,
  from: i32,
  to: i32,
  groups: i32,
  capacity: i32,
): void {
  if (groups === 1) {
    const level = u16At(node + NODE_LEVEL);
    const child = nodeOver(boxes, rows, from, to, level - 1);
    const count = u16At(node + NODE_COUNT);
    takeNodeBox(LEVEL_BOXES + LEVEL_SIZE * level + BOX_SIZE * count, child);
    setI32(node + NODE_CHILDREN + 4 * count, child);
    setI32(child + NODE_PARENT, node);
    setU16(node + NODE_COUNT, count + 1);
    return;
  }
  const middle = from + (groups >> 1) * capacity;
  select(boxes, rows, from, to - 1, middle, laneOfBestCut(boxes, from, to));
  cut(node, boxes, rows, from, middle, groups >> 1, capacity);
  cut(node, boxes, rows, middle, to, groups - (groups >> 1), capacity);
}

function laneOfBestCut(boxes: i32, from: i32, to: i32): i32 {
  const count = to - from;
  const taken = count < SAMPLE_MAX ? count : SAMPLE_MAX;
  for (let i: i32 = 0; i < taken; i++) {
    const at = from + whole(((real(i) + 0.5) * real(count)) / real(taken));
    copyBox(SAMPLE + BOX_SIZE * i, boxes + BOX_SIZE * at);
  }
  return bestSplit(SAMPLE, taken, 1, taken >> 1) & 255;
}

/** Orders the boxes so that none before `middle` is above it in the lane (Hoare 1961). */
function select(boxes: i32, rows: i32, from: i32, to: i32, middle: i32, lane: i32): void {
  let left = from;
  let right = to;
  while (left < right) {
    const pivot = medianOfThree(boxes + 2 * lane, left, (left + right) >> 1, right);
    let i = left;
    let j = right;
    while (i <= j) {
      while (u16At(boxes + BOX_SIZE * i + 2 * lane) < pivot) i += 1;
      while (u16At(boxes + BOX_SIZE * j + 2 * lane) > pivot) j -= 1;
      if (i > j) break;
      swap(boxes, rows, i, j);
      i += 1;
      j -= 1;
    }
    if (middle <= j) right = j;
    else if (middle >= i) left = i;
    else return;
  }
}

function medianOfThree(lane: i32, a: i32, b: i32, c: i32): i32 {
  const x = u16At(lane + BOX_SIZE * a);
  const y = u16At(lane + BOX_SIZE * b);
  const z = u16At(lane + BOX_SIZE * c);
  if (x < y) return y < z ? y : x < z ? z : x;
  return x < z ? x : y < z ? z : y;
}

function swap(boxes: i32, rows: i32, i: i32, j: i32): void {
  copyBox(SWAP, boxes + BOX_SIZE * i);
  copyBox(boxes + BOX_SIZE * i, boxes + BOX_SIZE * j);
  copyBox(boxes + BOX_SIZE * j, SWAP);
  const row = i32At(rows + 4 * i);
  setI32(rows + 4 * i, i32At(rows + 4 * j));
  setI32(rows + 4 * j, row);
}
