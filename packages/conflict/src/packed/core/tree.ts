// The tree over the boxes of one face: an R-tree (Guttman 1984) of 14 boxes a node that takes rows
// in and lets them go one at a time. Children of leaves are rows.
import { allocLines, freeLines } from './arena.ts';
import { clearBox, copyBox, enlargement, include, laneSum } from './boxes.ts';
import { isInFrame, putBox, setFrame, takeBox, takeBoxes, takeNodeBox } from './frame.ts';
import {
  BOX_SIZE,
  FACE_ROWS,
  FACE_SIZE,
  FAN_OUT,
  FRAMED_SIZE,
  H_FACES,
  NODE_CHILDREN,
  NODE_COUNT,
  NODE_LEVEL,
  NODE_PARENT,
  NODE_SIZE,
  ROW_LEAF,
  SORTING,
} from './layout.ts';
import { writeBox } from './lanes.ts';
import { copyBytes, i32At, setI32, setU16, u16At } from './memory.ts';
import { bestSplit, orderByLane, ordered } from './sorting.ts';
import type { bool, i32 } from './numbers.ts';

/** A box that is on its way into the tree, and others in hand. */
const ENTERING: i32 = SORTING + 2048;
const AROUND: i32 = SORTING + 2064;
const WIDER: i32 = SORTING + 2080;
/** The children of a node and one more, with their boxes; the same in the order of a lane. */
const CROWD_BOXES: i32 = SORTING + 2304;
const CROWD_CHILDREN: i32 = SORTING + 2560;
const ORDERED_BOXES: i32 = SORTING + 2688;
const ORDERED_CHILDREN: i32 = SORTING + 2944;
/** No side of a split gets fewer. */
const SPLIT_LEAST: i32 = 5;

export function rootOf(face: i32): i32 {
  return i32At(H_FACES + face * FACE_SIZE);
}

export function setRoot(face: i32, node: i32): void {
  setI32(H_FACES + face * FACE_SIZE, node);
}

export function rowsOf(face: i32): i32 {
  return i32At(H_FACES + face * FACE_SIZE + FACE_ROWS);
}

export function countRows(face: i32, more: i32): void {
  setI32(H_FACES + face * FACE_SIZE + FACE_ROWS, rowsOf(face) + more);
}

/** An empty node of a level (0: leaf); 0 when memory is at its end. */
export function newNode(level: i32): i32 {
  const node = allocLines(NODE_SIZE);
  if (node === 0) return 0;
  setI32(node + NODE_PARENT, 0);
  setU16(node + NODE_COUNT, 0);
  setU16(node + NODE_LEVEL, level);
  return node;
}

/** Makes a node hold these children (rows where it is a leaf). */
export function fillNode(node: i32, boxes: i32, children: i32, count: i32): void {
  copyBytes(node + NODE_CHILDREN, children, 4 * count);
  setU16(node + NODE_COUNT, count);
  for (let i: i32 = 0; i < count; i++) adopt(node, i32At(children + 4 * i));
  putBoxes(node, boxes);
}

/** Writes the boxes of all children anew, in a frame that just holds them. */
export function putBoxes(node: i32, boxes: i32): void {
  const count = u16At(node + NODE_COUNT);
  clearBox(AROUND);
  for (let i: i32 = 0; i < count; i++) include(AROUND, boxes + BOX_SIZE * i);
  setFrame(node, AROUND);
  for (let i: i32 = 0; i < count; i++) putBox(node, i, boxes + BOX_SIZE * i);
}

/** Puts a child behind the others. */
function addChild(node: i32, child: i32, box: i32): void {
  const count = u16At(node + NODE_COUNT);
  setI32(node + NODE_CHILDREN + 4 * count, child);
  adopt(node, child);
  setBox(node, count, box);
}

/** Gives a child, or the next one, a box; the frame grows where it must. */
function setBox(node: i32, at: i32, box: i32): void {
  const count = u16At(node + NODE_COUNT);
  const isNext = at === count;
  if (count > 0 && isInFrame(node, box)) {
    putBox(node, at, box);
    if (isNext) setU16(node + NODE_COUNT, count + 1);
    return;
  }
  takeBoxes(CROWD_BOXES, node);
  copyBox(CROWD_BOXES + BOX_SIZE * at, box);
  if (isNext) setU16(node + NODE_COUNT, count + 1);
  putBoxes(node, CROWD_BOXES);
}

/** Takes a row in; false when memory is at its end, with the tree as it was. */
export function insertRow(row: i32, face: i32): bool {
  // A split of every level and a new root are the most that one row can need.
  if (!reserve(face)) return false;
  writeBox(ENTERING, row, face);
  let node = rootOf(face);
  if (node === 0) {
    node = newNode(0);
    setRoot(face, node);
  }
  while (u16At(node + NODE_LEVEL) > 0) {
    const at = bestChild(node);
    takeBox(WIDER, node, at);
    include(WIDER, ENTERING);
    setBox(node, at, WIDER);
    node = i32At(node + NODE_CHILDREN + 4 * at);
  }
  countRows(face, 1);
  place(node, row, face);
  return true;
}

/** Takes a row out of its leaf and tightens the boxes above. */
export function removeRow(row: i32, face: i32): void {
  countRows(face, -1);
  let child = row;
  let node = i32At(row + ROW_LEAF);
  for (;;) {
    const at = placeOf(node, child);
    const last = u16At(node + NODE_COUNT) - 1;
    setI32(node + NODE_CHILDREN + 4 * at, i32At(node + NODE_CHILDREN + 4 * last));
    copyBytes(node + FRAMED_SIZE * at, node + FRAMED_SIZE * last, FRAMED_SIZE);
    setU16(node + NODE_COUNT, last);
    if (last > 0) break;
    // The last child went: so does the node.
    const parent = i32At(node + NODE_PARENT);
    freeLines(node, NODE_SIZE);
    if (parent === 0) {
      setRoot(face, 0);
      return;
    }
    child = node;
    node = parent;
  }
  tighten(node);
}

function tighten(from: i32): void {
  let node = from;
  let parent = i32At(node + NODE_PARENT);
  while (parent !== 0) {
    takeNodeBox(WIDER, node);
    putBox(parent, placeOf(parent, node), WIDER);
    node = parent;
    parent = i32At(node + NODE_PARENT);
  }
}

/** The child whose box grows least; among equals the smaller. */
function bestChild(node: i32): i32 {
  const count = u16At(node + NODE_COUNT);
  takeBoxes(CROWD_BOXES, node);
  let best: i32 = 0;
  let least: i32 = 2147483647;
  let smallest: i32 = 0;
  for (let i: i32 = 0; i < count; i++) {
    const box = CROWD_BOXES + BOX_SIZE * i;
    const growth = enlargement(box, ENTERING);
    if (growth > least) continue;
    const size = laneSum(box);
    if (growth === least && size <= smallest) continue;
    least = growth;
    smallest = size;
    best = i;
  }
  return best;
}

/** Puts a child whose box stands in ENTERING into a node, which splits when it is full. */
function place(into: i32, entering: i32, face: i32): void {
  let node = into;
  let child = entering;
  while (u16At(node + NODE_COUNT) === FAN_OUT) {
    const other = split(node, child);
    const parent = i32At(node + NODE_PARENT);
    if (parent === 0) {
      growRoot(face, node, other);
      return;
    }
    takeNodeBox(WIDER, node);
    putBox(parent, placeOf(parent, node), WIDER);
    takeNodeBox(ENTERING, other);
    node = parent;
    child = other;
  }
  addChild(node, child, ENTERING);
}

/** Parts the 14 children of a node and one more between it and a new node beside it. */
function split(node: i32, child: i32): i32 {
  const other = newNode(u16At(node + NODE_LEVEL));
  takeBoxes(CROWD_BOXES, node);
  copyBytes(CROWD_CHILDREN, node + NODE_CHILDREN, 4 * FAN_OUT);
  copyBox(CROWD_BOXES + BOX_SIZE * FAN_OUT, ENTERING);
  setI32(CROWD_CHILDREN + 4 * FAN_OUT, child);
  const found = bestSplit(CROWD_BOXES, FAN_OUT + 1, 1, SPLIT_LEAST);
  orderByLane(CROWD_BOXES, FAN_OUT + 1, 1, found & 255);
  for (let i: i32 = 0; i <= FAN_OUT; i++) {
    copyBox(ORDERED_BOXES + BOX_SIZE * i, CROWD_BOXES + BOX_SIZE * ordered(i));
    setI32(ORDERED_CHILDREN + 4 * i, i32At(CROWD_CHILDREN + 4 * ordered(i)));
  }
  const left = found >> 8;
  fillNode(node, ORDERED_BOXES, ORDERED_CHILDREN, left);
  const rest = FAN_OUT + 1 - left;
  fillNode(other, ORDERED_BOXES + BOX_SIZE * left, ORDERED_CHILDREN + 4 * left, rest);
  return other;
}

function growRoot(face: i32, node: i32, other: i32): void {
  const top = newNode(u16At(node + NODE_LEVEL) + 1);
  takeNodeBox(ENTERING, node);
  addChild(top, node, ENTERING);
  takeNodeBox(ENTERING, other);
  addChild(top, other, ENTERING);
  setRoot(face, top);
}

function placeOf(node: i32, child: i32): i32 {
  let at: i32 = 0;
  while (i32At(node + NODE_CHILDREN + 4 * at) !== child) at += 1;
  return at;
}

/** Tells a child who holds it now. */
function adopt(node: i32, child: i32): void {
  setI32(child + (u16At(node + NODE_LEVEL) === 0 ? ROW_LEAF : NODE_PARENT), node);
}

/** Makes sure that the nodes which one insertion may need can be had. */
function reserve(face: i32): bool {
  const top = rootOf(face);
  const most: i32 = top === 0 ? 1 : u16At(top + NODE_LEVEL) + 2;
  let kept: i32 = 0;
  let taken: i32 = 0;
  while (taken < most) {
    const node = allocLines(NODE_SIZE);
    if (node === 0) break;
    setI32(node + NODE_CHILDREN, kept);
    kept = node;
    taken += 1;
  }
  while (kept !== 0) {
    const next = i32At(kept + NODE_CHILDREN);
    freeLines(kept, NODE_SIZE);
    kept = next;
  }
  return taken === most;
}
