// One row against another: the axes in the order of their cost, each as `conflictBetween` asks it,
// and unsure wherever rounding to whole units could tell otherwise.
import { areasVerdict, placeIn } from './areas.ts';
import { innersMeet } from './inner.ts';
import {
  GEOMETRY_BLUR,
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
  UNSURE,
} from './layout.ts';
import { f32At, f64At, i32At, real } from './memory.ts';
import { reachVerdict } from './reach.ts';
import type { bool, f64, i32 } from './numbers.ts';

/** An overlap of cores shallower than this is a touch (`TOUCH_METRES` of the exact test). */
const TOUCH_METRES: f64 = 0.009;

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
 * above the ellipsoid are as wide as they can be anywhere, so they only tell what is apart.
 */
export function bandsVerdict(asking: i32, row: i32, minimumCentimetres: f64): i32 {
  const scaleA = (i32At(asking + ROW_KIND) >> SCALE_SHIFT) & SCALE_MASK;
  const scaleB = (i32At(row + ROW_KIND) >> SCALE_SHIFT) & SCALE_MASK;
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
  return stated && gap !== 0 ? HIT : UNSURE;
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
  else if (areaA && holds(a, b)) verdict = HIT;
  else if (areaB && holds(b, a)) verdict = HIT;
  const areas = areaA && areaB;
  if (verdict !== HIT && (minimumMetres > 0 || !areas)) {
    const width = f32At(a + GEOMETRY_WIDTH) + f32At(b + GEOMETRY_WIDTH);
    const limit = minimumMetres > 0 ? width + minimumMetres : width - TOUCH_METRES;
    verdict = reachVerdict(a, b, face, limit);
  }
  return verdict === HIT && ((shapeA | shapeB) & SHAPE_FUZZY) !== 0 ? UNSURE : verdict;
}

/** Whether an area certainly holds the first vertex of another shape. */
function holds(area: i32, other: i32): bool {
  const u = real(i32At(other + GEOMETRY_HEAD));
  const v = real(i32At(other + GEOMETRY_HEAD + 4));
  const blur = f32At(area + GEOMETRY_BLUR) + f32At(other + GEOMETRY_BLUR);
  return placeIn(area, u, v, blur) === 1;
}
