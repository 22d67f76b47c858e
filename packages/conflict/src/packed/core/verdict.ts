// One row against another: the axes in the order of their cost, each as `conflictBetween` asks it,
// and unsure wherever rounding to whole units could tell otherwise.
import { areasVerdict, INSIDE, OUTSIDE, placeIn } from './areas.ts';
import { innersMeet } from './inner.ts';
import {
  GEOMETRY_BLUR,
  GEOMETRY_COUNT,
  GEOMETRY_HEAD,
  GEOMETRY_WIDTH,
  HIT,
  MISS,
  ROW_END,
  ROW_GEOMETRY,
  ROW_KIND,
  ROW_SPAN_HI,
  ROW_SPAN_LO,
  ROW_START,
  ROW_STATED_HI,
  ROW_STATED_LO,
  ROW_U_HI,
  ROW_U_LO,
  ROW_V_HI,
  ROW_V_LO,
  SCALE_ANY,
  SCALE_MASK,
  SCALE_NONE,
  SCALE_SHIFT,
  SHAPE_AREA,
  SHAPE_FUZZY,
  SHAPE_KINDS,
  SPAN_EXACT,
  UNSURE,
} from './layout.ts';
import { f32At, f64At, i32At, real } from './memory.ts';
import { reachVerdict } from './reach.ts';
import type { bool, f64, i32 } from './numbers.ts';

/** An overlap of cores shallower than this is a touch (`TOUCH_METRES` of the exact test). */
const TOUCH_METRES: f64 = 0.009;
/** What is farther away than the blurs of two shapes is farther than this. */
const CLEAR_METRES: f64 = 0.018;

/** Rounding outwards, twice. */
const SLACK_CENTIMETRES: f64 = 4;
/** Four times 0.036 cm for each metre, at 0.0144 m (1.2 times a step) for each chart unit. */
const SLACK_PER_UNIT: f64 = 0.00208;

/** Whether the boxes in the chart meet. */
export function mayMeet(asking: i32, row: i32): bool {
  return (
    i32At(row + ROW_U_LO) <= i32At(asking + ROW_U_HI) &&
    i32At(row + ROW_U_HI) >= i32At(asking + ROW_U_LO) &&
    i32At(row + ROW_V_LO) <= i32At(asking + ROW_V_HI) &&
    i32At(row + ROW_V_HI) >= i32At(asking + ROW_V_LO)
  );
}

/** Whether the windows overlap, or the gap between them is less than the minimum. */
export function timesMeet(asking: i32, row: i32, minimumMs: f64): bool {
  const startA = f64At(asking + ROW_START);
  const startB = f64At(row + ROW_START);
  const endA = f64At(asking + ROW_END);
  const endB = f64At(row + ROW_END);
  const from = startA > startB ? startA : startB;
  const to = endA < endB ? endA : endB;
  return from < to || from - to < minimumMs;
}

/**
 * The same of the altitude bands. Heights on one scale are compared as stated. The others' spans
 * above the ellipsoid hold those of the exact test, and may be too wide by a slack.
 */
export function bandsVerdict(asking: i32, row: i32, minimumCentimetres: f64): i32 {
  const scaleA = scaleOf(asking);
  const scaleB = scaleOf(row);
  const stated =
    scaleA !== SCALE_NONE &&
    scaleB !== SCALE_NONE &&
    (scaleA === scaleB || scaleA === SCALE_ANY || scaleB === SCALE_ANY);
  const lower = stated ? ROW_STATED_LO : ROW_SPAN_LO;
  const upper = stated ? ROW_STATED_HI : ROW_SPAN_HI;
  const lowA = real(i32At(asking + lower));
  const lowB = real(i32At(row + lower));
  const highA = real(i32At(asking + upper));
  const highB = real(i32At(row + upper));
  const gap = (lowA > lowB ? lowA : lowB) - (highA < highB ? highA : highB);
  if (gap > 0 && gap >= minimumCentimetres) return MISS;
  // Bands that share one altitude alone: single altitudes and excluded limits decide.
  if (stated) return gap !== 0 ? HIT : UNSURE;
  const slackA = slackOf(asking);
  const slackB = slackOf(row);
  const most = gap + slackA + slackB;
  if (most < 0 || most < minimumCentimetres) return HIT;
  // A single altitude that is known to be well within the other band.
  if (slackA === 0 && lowA === highA && lowA > lowB + slackB && highA < highB - slackB) return HIT;
  if (slackB === 0 && lowB === highB && lowB > lowA + slackA && highB < highA - slackA) return HIT;
  return UNSURE;
}

function scaleOf(row: i32): i32 {
  return (i32At(row + ROW_KIND) >> SCALE_SHIFT) & SCALE_MASK;
}

/** By how much a limit of the span may lie too far out: see `spanOf` in heights.ts. */
function slackOf(row: i32): f64 {
  if ((i32At(row + ROW_KIND) & SPAN_EXACT) !== 0) return 0;
  const acrossU = real(i32At(row + ROW_U_HI)) - real(i32At(row + ROW_U_LO));
  const acrossV = real(i32At(row + ROW_V_HI)) - real(i32At(row + ROW_V_LO));
  return SLACK_CENTIMETRES + SLACK_PER_UNIT * (acrossU + acrossV);
}

/** The verdict on the ground shapes. */
export function shapesVerdict(asking: i32, row: i32, face: i32, minimumMetres: f64): i32 {
  const shapeA = i32At(asking + ROW_KIND);
  const shapeB = i32At(row + ROW_KIND);
  const a = i32At(asking + ROW_GEOMETRY);
  const b = i32At(row + ROW_GEOMETRY);
  const areaA = (shapeA & SHAPE_KINDS) === SHAPE_AREA;
  const areaB = (shapeB & SHAPE_KINDS) === SHAPE_AREA;
  let verdict = UNSURE;
  if (areaA && areaB) verdict = innersMeet(asking, row) ? HIT : areasVerdict(asking, a, row, b);
  else if (areaA && placeOfFirst(a, b) === INSIDE) verdict = HIT;
  else if (areaB && placeOfFirst(b, a) === INSIDE) verdict = HIT;
  const areas = areaA && areaB;
  if (verdict !== HIT && (minimumMetres > 0 || !areas)) {
    const width = f32At(a + GEOMETRY_WIDTH) + f32At(b + GEOMETRY_WIDTH);
    const limit = minimumMetres > 0 ? width + minimumMetres : width - TOUCH_METRES;
    const isClear = limit <= CLEAR_METRES && isPointBeside(a, areaA, b, areaB);
    verdict = isClear ? MISS : reachVerdict(a, b, face, limit);
  }
  return verdict === HIT && ((shapeA | shapeB) & SHAPE_FUZZY) !== 0 ? UNSURE : verdict;
}

/** Whether one is a point that is certainly outside of the other, which is an area. */
function isPointBeside(a: i32, areaA: bool, b: i32, areaB: bool): bool {
  if (areaA) return i32At(b + GEOMETRY_COUNT) === 1 && placeOfFirst(a, b) === OUTSIDE;
  return areaB && i32At(a + GEOMETRY_COUNT) === 1 && placeOfFirst(b, a) === OUTSIDE;
}

/** Where the first vertex of another shape lies in an area. */
function placeOfFirst(area: i32, other: i32): i32 {
  const u = real(i32At(other + GEOMETRY_HEAD));
  const v = real(i32At(other + GEOMETRY_HEAD + 4));
  return placeIn(area, u, v, f32At(area + GEOMETRY_BLUR) + f32At(other + GEOMETRY_BLUR));
}
