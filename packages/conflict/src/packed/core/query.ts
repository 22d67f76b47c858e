// A question to the tree of a face: nodes whose boxes fit, then rows whose boxes meet, then the
// verdicts, each step for many at a time so that the machine can fetch ahead.
import { fitMask } from './boxes.ts';
import { frameLimits } from './frame.ts';
import {
  ALIVE,
  CANDIDATES,
  FAN_OUT,
  GEOMETRY_BORN,
  GEOMETRY_DIED,
  GEOMETRY_HEAD,
  GEOMETRY_TAGS,
  H_DEAD,
  H_STACK_DEPTH,
  MISS,
  NODE_CHILDREN,
  NODE_COUNT,
  NODE_LEVEL,
  LINE,
  RESULTS,
  RESULTS_MAX,
  ROW_GEOMETRY,
  ROW_SLOT,
  SORTING,
  STACK,
  HEIGHTS,
  HIT,
  UNSURE,
} from './layout.ts';
import { writeLimits } from './lanes.ts';
import { copyBytes, i32At, lowestBit, setI32, u16At } from './memory.ts';
import { rootOf } from './tree.ts';
import { bandsVerdict, mayMeet, shapesVerdict, timesMeet } from './verdict.ts';
import type { bool, f64, i32 } from './numbers.ts';

const LIMITS: i32 = SORTING + 4128;
const NODES: i32 = SORTING + 4160;
/** Takes what is read only to have it fetched. */
const TOUCHED: i32 = SORTING + 4420;
/** The limits in the frame of a node; what fits of the nodes in hand. */
const FRAMED: i32 = SORTING + 4432;
const MASKS: i32 = SORTING + 6400;
const BATCH: i32 = 64;

/** Begins to ask a face; `continueAsking` gives the answers. */
export function startAsking(asking: i32, face: i32, verticalCentimetres: f64, timeMs: f64): void {
  writeLimits(LIMITS, asking, face, verticalCentimetres, timeMs);
  const top = rootOf(face);
  setI32(STACK, top);
  setI32(H_STACK_DEPTH, top === 0 ? 0 : 1);
}

/**
 * Writes the next slots with their verdicts (never MISS) to RESULTS; how many, or -1 when all have
 * been given. `tags`: rows that share a bit with them are left out. `version`: as of a version, or
 * 0 for now.
 */
export function continueAsking(
  asking: i32,
  face: i32,
  lateralMetres: f64,
  verticalCentimetres: f64,
  timeMs: f64,
  tags: i32,
  version: i32,
): i32 {
  if (i32At(H_STACK_DEPTH) === 0) return -1;
  const candidates = gather(RESULTS_MAX);
  const looks = tags !== 0 || version !== 0 || i32At(H_DEAD) > 0;
  let kept: i32 = 0;
  let touched: i32 = 0;
  for (let i: i32 = 0; i < candidates; i++) {
    const row = i32At(CANDIDATES + 4 * i);
    if (!mayMeet(asking, row) || !timesMeet(asking, row, timeMs)) continue;
    setI32(CANDIDATES + 4 * kept, row);
    kept += 1;
    const geometry = i32At(row + ROW_GEOMETRY);
    touched += i32At(geometry + GEOMETRY_TAGS) + i32At(geometry + 2 * GEOMETRY_HEAD);
  }
  setI32(TOUCHED, touched);
  let found: i32 = 0;
  for (let i: i32 = 0; i < kept; i++) {
    const row = i32At(CANDIDATES + 4 * i);
    if (looks && !isAsked(row, tags, version)) continue;
    const bands = bandsVerdict(asking, row, verticalCentimetres);
    if (bands === MISS) continue;
    const ground = shapesVerdict(asking, row, face, lateralMetres);
    if (ground === MISS) continue;
    setI32(RESULTS + 8 * found, i32At(row + ROW_SLOT));
    const height = ground === HIT ? HEIGHTS : UNSURE;
    setI32(RESULTS + 8 * found + 4, bands === UNSURE ? height : ground);
    found += 1;
  }
  return found;
}

function isAsked(row: i32, tags: i32, version: i32): bool {
  const geometry = i32At(row + ROW_GEOMETRY);
  if ((i32At(geometry + GEOMETRY_TAGS) & tags) !== 0) return false;
  const died = i32At(geometry + GEOMETRY_DIED);
  if (version === 0) return died === ALIVE;
  return i32At(geometry + GEOMETRY_BORN) <= version && died > version;
}

/**
 * Lists rows whose boxes fit, until none is left or there are enough for one answer. Nodes are
 * taken from the stack many at a time, and touched before they are read, so that the machine
 * fetches them side by side.
 */
function gather(most: i32): i32 {
  let depth = i32At(H_STACK_DEPTH);
  let count: i32 = 0;
  while (depth > 0 && count <= most - BATCH * FAN_OUT) {
    const taken = depth < BATCH ? depth : BATCH;
    depth -= taken;
    copyBytes(NODES, STACK + 4 * depth, 4 * taken);
    const open = openNodes(taken);
    for (let k: i32 = 0; k < open; k++) {
      const node = i32At(NODES + 4 * k);
      const mask = i32At(MASKS + 4 * k);
      if (u16At(node + NODE_LEVEL) === 0) count = keepFitting(node, mask, CANDIDATES, count);
      else depth = keepFitting(node, mask, STACK, depth);
    }
  }
  setI32(H_STACK_DEPTH, depth);
  return count;
}

/** Leaves those of the first nodes in NODES of which a child fits, with their MASKS; how many. */
function openNodes(taken: i32): i32 {
  let touched: i32 = 0;
  for (let k: i32 = 0; k < taken; k++) {
    const node = i32At(NODES + 4 * k);
    touched += i32At(node) + i32At(node + LINE);
  }
  let open: i32 = 0;
  for (let k: i32 = 0; k < taken; k++) {
    const node = i32At(NODES + 4 * k);
    if (!frameLimits(FRAMED, node, LIMITS)) continue;
    const mask = fitMask(node, FRAMED) & ((1 << u16At(node + NODE_COUNT)) - 1);
    if (mask === 0) continue;
    touched += i32At(node + NODE_CHILDREN);
    setI32(NODES + 4 * open, node);
    setI32(MASKS + 4 * open, mask);
    open += 1;
  }
  setI32(TOUCHED, touched);
  return open;
}

/** Appends the children of a node that are in a mask to a list; how many it has then. */
function keepFitting(node: i32, mask: i32, list: i32, length: i32): i32 {
  let kept = length;
  let fitting = mask;
  while (fitting !== 0) {
    setI32(list + 4 * kept, i32At(node + NODE_CHILDREN + 4 * lowestBit(fitting)));
    fitting &= fitting - 1;
    kept += 1;
  }
  return kept;
}
