// What the core does for `PackedIndex`. The caller writes a row and its geometry at STAGE_ROW and
// STAGE_GEOMETRY first.
import { alloc, allocLines, free, freeLines, startArena } from './arena.ts';
import { buildWaiting, spreadCommon, untie, wait } from './build.ts';
import {
  ALIVE,
  FACES,
  FACE_SIZE,
  FACE_U_LANES,
  FACE_V_LANES,
  GEOMETRY_COUNT,
  GEOMETRY_DIED,
  GEOMETRY_HEAD,
  H_ALTITUDE_LANES,
  H_DEAD,
  H_FACES,
  H_TIME_LANES,
  ROW_GEOMETRY,
  ROW_KIND,
  ROW_SIZE,
  SHAPE_AREA,
  SHAPE_FUZZY,
  SHAPE_KINDS,
  STAGE_GEOMETRY,
  STAGE_ROW,
} from './layout.ts';
import { writeInner } from './inner.ts';
import { spread } from './lanes.ts';
import { copyBytes, growTo, i32At, setI32 } from './memory.ts';
import { continueAsking, startAsking } from './query.ts';
import { insertRow, removeRow } from './tree.ts';
import type { bool, f64, i32 } from './numbers.ts';

/** Prepares an empty memory; false when there is none. What is built later spreads the lanes. */
export function start(): bool {
  if (!growTo(786432)) return false;
  startArena();
  spread(H_ALTITUDE_LANES, -50_000, 2_000_000);
  spread(H_TIME_LANES, 0, 4_102_444_800_000);
  for (let face: i32 = 0; face < FACES; face++) {
    const lanes = H_FACES + face * FACE_SIZE;
    spread(lanes + FACE_U_LANES, -600_000_000, 600_000_000);
    spread(lanes + FACE_V_LANES, -600_000_000, 600_000_000);
  }
  return true;
}

/** Makes room for so many bytes; false when there is none. */
export function reserve(bytes: f64): bool {
  return growTo(bytes);
}

/** Looks for the inner rectangle of a staged area. */
export function finishStage(): void {
  if ((i32At(STAGE_ROW + ROW_KIND) & (SHAPE_KINDS | SHAPE_FUZZY)) !== SHAPE_AREA) return;
  writeInner(STAGE_ROW, STAGE_GEOMETRY);
}

/** Enters the staged row: its address, or 0 when memory is at its end. It waits when `later`. */
export function enter(face: i32, later: bool): i32 {
  const size = GEOMETRY_HEAD + 8 * i32At(STAGE_GEOMETRY + GEOMETRY_COUNT);
  const geometry = alloc(size);
  if (geometry === 0) return 0;
  const row = allocLines(ROW_SIZE);
  if (row === 0) {
    free(geometry, size);
    return 0;
  }
  copyBytes(geometry, STAGE_GEOMETRY, size);
  copyBytes(row, STAGE_ROW, ROW_SIZE);
  setI32(row + ROW_GEOMETRY, geometry);
  setI32(geometry + GEOMETRY_DIED, ALIVE);
  if (later) {
    wait(row, face);
    return row;
  }
  if (insertRow(row, face)) return row;
  freeRow(row);
  return 0;
}

/** Takes a row out for good. */
export function leave(row: i32, face: i32): void {
  if (i32At(i32At(row + ROW_GEOMETRY) + GEOMETRY_DIED) !== ALIVE) setI32(H_DEAD, i32At(H_DEAD) - 1);
  removeRow(row, face);
  freeRow(row);
}

/** Lets a row stay for those who look at an earlier version. */
export function die(row: i32, version: i32): void {
  setI32(H_DEAD, i32At(H_DEAD) + 1);
  setI32(i32At(row + ROW_GEOMETRY) + GEOMETRY_DIED, version);
}

/** Builds all trees anew from their rows and those that wait; false when memory is at its end. */
export function build(): bool {
  for (let face: i32 = 0; face < FACES; face++) untie(face);
  spreadCommon(FACES);
  for (let face: i32 = 0; face < FACES; face++) if (!buildWaiting(face)) return false;
  return true;
}

/** Begins to ask a face with the staged row. */
export function ask(face: i32, verticalCentimetres: f64, timeMs: f64): void {
  setI32(STAGE_ROW + ROW_GEOMETRY, STAGE_GEOMETRY);
  startAsking(STAGE_ROW, face, verticalCentimetres, timeMs);
}

/** The next answers; see `continueAsking`. */
export function answers(
  face: i32,
  lateralMetres: f64,
  verticalCentimetres: f64,
  timeMs: f64,
  tags: i32,
  version: i32,
): i32 {
  return continueAsking(STAGE_ROW, face, lateralMetres, verticalCentimetres, timeMs, tags, version);
}

function freeRow(row: i32): void {
  const geometry = i32At(row + ROW_GEOMETRY);
  free(geometry, GEOMETRY_HEAD + 8 * i32At(geometry + GEOMETRY_COUNT));
  freeLines(row, ROW_SIZE);
}
