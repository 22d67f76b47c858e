// A question to the tree of a face: nodes whose boxes fit, then rows whose boxes meet, then the
// verdicts, each step for many at a time so that the machine can fetch ahead.
import { fits } from './boxes.ts';
import {
  ALIVE,
  BOX_SIZE,
  CANDIDATES,
  FAN_OUT,
  H_STACK_DEPTH,
  MISS,
  NODE_BOXES,
  NODE_CHILDREN,
  NODE_COUNT,
  NODE_LEVEL,
  RESULTS,
  RESULTS_MAX,
  ROW_BORN,
  ROW_DIED,
  ROW_SLOT,
  ROW_TAGS,
  SORTING,
  STACK,
  UNSURE,
} from './layout.ts';
import { writeLimits } from './lanes.ts';
import { i32At, setI32 } from './memory.ts';
import { rootOf } from './tree.ts';
import { bandsVerdict, mayMeet, shapesVerdict, timesMeet } from './verdict.ts';
import type { bool, f64, i32 } from './numbers.ts';

const LIMITS: i32 = SORTING + 4128;

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
 * 0 for now. `shapes`: 0 leaves all ground shapes unsure.
 */
export function continueAsking(
  asking: i32,
  face: i32,
  lateralMetres: f64,
  verticalCentimetres: f64,
  timeMs: f64,
  tags: i32,
  version: i32,
  shapes: i32,
): i32 {
  if (i32At(H_STACK_DEPTH) === 0) return -1;
  const candidates = gather(RESULTS_MAX);
  let kept: i32 = 0;
  for (let i: i32 = 0; i < candidates; i++) {
    const row = i32At(CANDIDATES + 4 * i);
    if (!mayMeet(asking, row) || !timesMeet(asking, row, timeMs)) continue;
    if ((i32At(row + ROW_TAGS) & tags) !== 0 || !isThere(row, version)) continue;
    setI32(CANDIDATES + 4 * kept, row);
    kept += 1;
  }
  let found: i32 = 0;
  for (let i: i32 = 0; i < kept; i++) {
    const row = i32At(CANDIDATES + 4 * i);
    const bands = bandsVerdict(asking, row, verticalCentimetres);
    if (bands === MISS) continue;
    const ground = shapes === 0 ? UNSURE : shapesVerdict(asking, row, face, lateralMetres);
    if (ground === MISS) continue;
    setI32(RESULTS + 8 * found, i32At(row + ROW_SLOT));
    setI32(RESULTS + 8 * found + 4, bands === UNSURE ? UNSURE : ground);
    found += 1;
  }
  return found;
}

function isThere(row: i32, version: i32): bool {
  const died = i32At(row + ROW_DIED);
  if (version === 0) return died === ALIVE;
  return i32At(row + ROW_BORN) <= version && died > version;
}

/** Lists rows whose boxes fit, until none is left or there are enough for one answer. */
function gather(most: i32): i32 {
  let depth = i32At(H_STACK_DEPTH);
  let count: i32 = 0;
  while (depth > 0 && count <= most - FAN_OUT) {
    depth -= 1;
    const node = i32At(STACK + 4 * depth);
    const children = i32At(node + NODE_COUNT);
    const leaf = i32At(node + NODE_LEVEL) === 0;
    for (let i: i32 = 0; i < children; i++) {
      if (!fits(node + NODE_BOXES + BOX_SIZE * i, LIMITS)) continue;
      const child = i32At(node + NODE_CHILDREN + 4 * i);
      if (leaf) {
        setI32(CANDIDATES + 4 * count, child);
        count += 1;
      } else {
        setI32(STACK + 4 * depth, child);
        depth += 1;
      }
    }
  }
  setI32(H_STACK_DEPTH, depth);
  return count;
}
