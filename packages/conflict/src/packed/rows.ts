// Rows of one index as questions to another, without going back to their volumes; and the rows of
// an index in the order of its leaves, where neighbours in the air stand near each other in memory.
import {
  CHART_UNITS,
  FACES,
  FACE_SIZE,
  GEOMETRY_COUNT,
  GEOMETRY_HEAD,
  H_FACES,
  INNER_MASK,
  INNER_SHIFT,
  NODE_CHILDREN,
  NODE_COUNT,
  NODE_LEVEL,
  ROW_GEOMETRY,
  ROW_KIND,
  ROW_SIZE,
  ROW_U_HI,
  ROW_U_LO,
  ROW_V_HI,
  ROW_V_LO,
  STAGE_GEOMETRY,
  STAGE_ROW,
} from './core/layout.ts';
import type { Views } from './core/memory.ts';
import type { SavedRow } from './saved.ts';
import { tangentRoom } from './shape.ts';

/** The rows of all faces by their leaves; a volume on several faces has one on each. */
export function rowsInOrder({ i32, u16 }: Views): SavedRow[] {
  const rows: SavedRow[] = [];
  const visit = (node: number, face: number): void => {
    const isLeaf = u16[(node + NODE_LEVEL) >> 1] === 0;
    const first = (node + NODE_CHILDREN) >> 2;
    for (const child of i32.subarray(first, first + (u16[(node + NODE_COUNT) >> 1] ?? 0))) {
      if (isLeaf) rows.push({ face, address: child });
      else visit(child, face);
    }
  };
  for (let face = 0; face < FACES; face++) {
    const top = i32[(H_FACES + face * FACE_SIZE) >> 2] ?? 0;
    if (top !== 0) visit(top, face);
  }
  return rows;
}

/** Puts a row of one index, with its geometry, on the stage of another. */
export function stageRow(from: Views, row: number, to: Views): void {
  const geometry = (from.i32[(row + ROW_GEOMETRY) >> 2] ?? 0) >> 2;
  const count = from.i32[geometry + (GEOMETRY_COUNT >> 2)] ?? 0;
  const words = (GEOMETRY_HEAD + 8 * count) >> 2;
  copyWords(from.i32, row >> 2, to.i32, STAGE_ROW >> 2, ROW_SIZE >> 2);
  copyWords(from.i32, geometry, to.i32, STAGE_GEOMETRY >> 2, words);
}

/** The staged row and its geometry, as they stand in memory. */
export function stagedWords({ i32 }: Views): Int32Array {
  const count = i32[(STAGE_GEOMETRY + GEOMETRY_COUNT) >> 2] ?? 0;
  return i32.slice(STAGE_ROW >> 2, (STAGE_GEOMETRY + GEOMETRY_HEAD + 8 * count) >> 2);
}

/** For the few words of a row quicker than `set` of a part, which has to be made first. */
function copyWords(from: Int32Array, at: number, to: Int32Array, into: number, size: number): void {
  for (let i = 0; i < size; i++) to[into + i] = from[at + i] ?? 0;
}

/**
 * Makes the staged row reach `metres` farther; false when it would then matter on another face, or
 * reach beyond the chart.
 */
export function widenStage({ i32 }: Views, metres: number): boolean {
  const row = STAGE_ROW >> 2;
  const sides = [ROW_U_LO, ROW_U_HI, ROW_V_LO, ROW_V_HI].map((side) => i32[row + (side >> 2)] ?? 0);
  const [uLo = 0, uHi = 0, vLo = 0, vHi = 0] = sides;
  const far = Math.hypot(Math.max(-uLo, uHi), Math.max(-vLo, vHi)) / CHART_UNITS;
  const room = Math.ceil(tangentRoom(far, metres) * CHART_UNITS) + 1;
  if (Math.max(-uLo, uHi, -vLo, vHi) + room >= CHART_UNITS) return false;
  i32[row + (ROW_U_LO >> 2)] = uLo - room;
  i32[row + (ROW_U_HI >> 2)] = uHi + room;
  i32[row + (ROW_V_LO >> 2)] = vLo - room;
  i32[row + (ROW_V_HI >> 2)] = vHi + room;
  // The inner rectangle is a part of the box as it was.
  i32[row + (ROW_KIND >> 2)] = (i32[row + (ROW_KIND >> 2)] ?? 0) & ~(INNER_MASK << INNER_SHIFT);
  return true;
}
