// Windows and bands as the core compares them: a band on the scale that it is stated on, and as a
// span above the ellipsoid that holds the one which the exact test makes of it.
import { geoidRangeWithin, intervalOverGeoid } from '@parley/geo';
import type { AltitudeBand, AltitudeInterval, Height, HeightBound, Position } from '@parley/geo';
import { bandOf, hullOf, windowOf } from '../extent.ts';
import { ellipsoidalSpan, onOneScale } from '../vertical.ts';
import type { Shape, Volume } from '../volume.ts';
import {
  ROW_END,
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
  SCALE_NONE,
  SCALE_SHIFT,
  SPAN_EXACT,
  STAGE_ROW,
} from './core/layout.ts';
import type { Views } from './core/memory.ts';

/** Stands for no limit on a stated scale. */
const UNLIMITED = 2_000_000_000;

/** A step of a chart is nowhere more than this on the ground. */
const METRES_PER_UNIT = 0.012;
/** The exact test looks for the geoid in a circle that may pass the volume by a fifth. */
const BEYOND = 1.2;

const SCALES = { HAE: 1, AMSL: 2, AGL: 3, STD: 4, QNH: 100_000, QFE: 200_000 } as const;

/**
 * Writes the window and the band of a volume to the staged row, where its box stands already, and
 * the number of its shape.
 */
export function stageTimesAndHeights(views: Views, volume: Volume, shape: number): void {
  const { i32, f64 } = views;
  const [band, window] = [bandOf(volume), hullOf(windowOf(volume))];
  f64[(STAGE_ROW + ROW_START) >> 3] = window.startMs;
  f64[(STAGE_ROW + ROW_END) >> 3] = window.endMs;
  const isExact = isHae(band.lower) && isHae(band.upper);
  const span = spanOf(band, volume, views);
  i32[(STAGE_ROW + ROW_SPAN_LO) >> 2] = span.lowerCentimetres;
  i32[(STAGE_ROW + ROW_SPAN_HI) >> 2] = span.upperCentimetres;
  i32[(STAGE_ROW + ROW_STATED_LO) >> 2] = statedCentimetres(band.lower);
  i32[(STAGE_ROW + ROW_STATED_HI) >> 2] = statedCentimetres(band.upper);
  const kind = (scaleOf(band) << SCALE_SHIFT) | shape;
  i32[(STAGE_ROW + ROW_KIND) >> 2] = isExact ? kind | SPAN_EXACT : kind;
}

/** Gives a row the span of the exact test, once that is known: its heights are certain then. */
export function settleSpan({ i32 }: Views, row: number, volume: Volume): void {
  const { lowerCentimetres, upperCentimetres } = ellipsoidalSpan(volume);
  i32[(row + ROW_SPAN_LO) >> 2] = lowerCentimetres;
  i32[(row + ROW_SPAN_HI) >> 2] = upperCentimetres;
  i32[(row + ROW_KIND) >> 2] = (i32[(row + ROW_KIND) >> 2] ?? 0) | SPAN_EXACT;
}

/** The number of the scale that all heights of a band are on, or that it has none or any. */
function scaleOf({ lower, upper }: AltitudeBand): number {
  if (upper.kind === 'surface' || lower.kind === 'unlimited') return SCALE_NONE;
  if (lower.kind === 'height' && upper.kind === 'height') {
    return onOneScale(lower, upper) ? scaleOfHeight(lower) : SCALE_NONE;
  }
  if (lower.kind === 'height') return scaleOfHeight(lower);
  return upper.kind === 'height' ? scaleOfHeight(upper) : SCALE_ANY;
}

/** Centimetres as stated; far beyond all heights for the surface and for no limit. */
function statedCentimetres(bound: HeightBound): number {
  if (bound.kind === 'height') return bound.centimetres;
  return bound.kind === 'surface' ? -UNLIMITED : UNLIMITED;
}

/**
 * A span above the ellipsoid that holds the band's. `bandsVerdict` knows by how much it may be too
 * wide: by four times what the geoid can rise over the box.
 */
function spanOf(band: AltitudeBand, { outline }: Volume, { i32 }: Views): AltitudeInterval {
  const { lower, upper } = band;
  if (isHae(lower) && isHae(upper)) {
    return { lowerCentimetres: lower.centimetres, upperCentimetres: upper.centimetres };
  }
  const at = (field: number): number => i32[(STAGE_ROW + field) >> 2] ?? 0;
  const across = Math.hypot(at(ROW_U_HI) - at(ROW_U_LO), at(ROW_V_HI) - at(ROW_V_LO));
  const metres = BEYOND * METRES_PER_UNIT * across;
  return intervalOverGeoid(band, geoidRangeWithin(placeOf(outline), metres));
}

function placeOf(outline: Shape): Position {
  if (outline.kind === 'circle' || outline.kind === 'ellipse') return outline.centre;
  const [first] = outline.kind === 'polygon' ? outline.ring : outline.line;
  if (first === undefined) throw new Error('bug: an outline without vertices');
  return first;
}

function isHae(bound: HeightBound): bound is Height {
  return bound.kind === 'height' && bound.reference === 'HAE';
}

function scaleOfHeight(height: Height): number {
  const scale = SCALES[height.reference];
  if (scale < SCALES.QNH) return scale;
  const setting = height.settingDecihectopascals;
  return setting === undefined ? SCALE_NONE : scale + setting;
}
