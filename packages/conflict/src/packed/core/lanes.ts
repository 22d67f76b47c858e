// From a row to the box that the tree compares. A lane is the step of a value on an even scale over
// what the index holds; values outside are at the end steps. Steps keep the order of values, so
// boxes meet wherever the rows' intervals do.
import {
  FACE_SIZE,
  FACE_U_LANES,
  FACE_V_LANES,
  H_ALTITUDE_LANES,
  H_FACES,
  H_TIME_LANES,
  LANE_TOP,
  ROW_END,
  ROW_SPAN_HI,
  ROW_SPAN_LO,
  ROW_START,
  ROW_U_HI,
  ROW_U_LO,
  ROW_V_HI,
  ROW_V_LO,
} from './layout.ts';
import { f64At, i32At, real, setF64, setU16, whole } from './memory.ts';
import type { f64, i32 } from './numbers.ts';

/** Writes the box of a row. */
export function writeBox(box: i32, row: i32, face: i32): void {
  const lanes = H_FACES + face * FACE_SIZE;
  pair(box, lanes + FACE_U_LANES, real(i32At(row + ROW_U_LO)), real(i32At(row + ROW_U_HI)));
  pair(box + 4, lanes + FACE_V_LANES, real(i32At(row + ROW_V_LO)), real(i32At(row + ROW_V_HI)));
  pair(box + 8, H_ALTITUDE_LANES, real(i32At(row + ROW_SPAN_LO)), real(i32At(row + ROW_SPAN_HI)));
  pair(box + 12, H_TIME_LANES, f64At(row + ROW_START), f64At(row + ROW_END));
}

/** Writes the limits that the boxes of rows must fit which may come near the asking row. */
export function writeLimits(
  box: i32,
  row: i32,
  face: i32,
  verticalCentimetres: f64,
  timeMs: f64,
): void {
  const lanes = H_FACES + face * FACE_SIZE;
  limits(box, lanes + FACE_U_LANES, real(i32At(row + ROW_U_LO)), real(i32At(row + ROW_U_HI)));
  limits(box + 4, lanes + FACE_V_LANES, real(i32At(row + ROW_V_LO)), real(i32At(row + ROW_V_HI)));
  const lower = real(i32At(row + ROW_SPAN_LO)) - verticalCentimetres;
  const upper = real(i32At(row + ROW_SPAN_HI)) + verticalCentimetres;
  limits(box + 8, H_ALTITUDE_LANES, lower, upper);
  limits(box + 12, H_TIME_LANES, f64At(row + ROW_START) - timeMs, f64At(row + ROW_END) + timeMs);
}

/** Spreads the steps of a lane over values from `lower` to `upper`. */
export function spread(lane: i32, lower: f64, upper: f64): void {
  setF64(lane, lower);
  setF64(lane + 8, real(LANE_TOP) / (upper > lower ? upper - lower : 1));
}

function pair(box: i32, lane: i32, lower: f64, upper: f64): void {
  setU16(box, step(lane, lower));
  setU16(box + 2, LANE_TOP - step(lane, upper));
}

function limits(box: i32, lane: i32, lower: f64, upper: f64): void {
  setU16(box, step(lane, upper));
  setU16(box + 2, LANE_TOP - step(lane, lower));
}

function step(lane: i32, value: f64): i32 {
  const steps = (value - f64At(lane)) * f64At(lane + 8);
  if (!(steps > 0)) return 0;
  return steps >= real(LANE_TOP) ? LANE_TOP : whole(steps);
}
