// Windows and bands as the core compares them: a band on the scale that it is stated on, and as the
// widest span above the ellipsoid that it can mean anywhere on Earth.
import { ellipsoidalInterval } from '@parley/geo';
import type { AltitudeBand, AltitudeInterval, Height, HeightBound } from '@parley/geo';
import { bandOf, hullOf, windowOf } from '../extent.ts';
import { onOneScale } from '../vertical.ts';
import type { Volume } from '../volume.ts';
import {
  ROW_END,
  ROW_KIND,
  ROW_SPAN_HI,
  ROW_SPAN_LO,
  ROW_START,
  ROW_STATED_HI,
  ROW_STATED_LO,
  SCALE_ANY,
  SCALE_NONE,
  SCALE_SHIFT,
  STAGE_ROW,
} from './core/layout.ts';
import type { Views } from './core/memory.ts';

/** Stands for no limit on a stated scale. */
const UNLIMITED = 2_000_000_000;

const SCALES = { HAE: 1, AMSL: 2, AGL: 3, STD: 4, QNH: 100_000, QFE: 200_000 } as const;

/** Writes the window and the band of a volume to the staged row, beside the number of its shape. */
export function stageTimesAndHeights(views: Views, volume: Volume, shape: number): void {
  const { i32, f64 } = views;
  const [band, window] = [bandOf(volume), hullOf(windowOf(volume))];
  f64[(STAGE_ROW + ROW_START) >> 3] = window.startMs;
  f64[(STAGE_ROW + ROW_END) >> 3] = window.endMs;
  const span = widestSpan(band);
  i32[(STAGE_ROW + ROW_SPAN_LO) >> 2] = span.lowerCentimetres;
  i32[(STAGE_ROW + ROW_SPAN_HI) >> 2] = span.upperCentimetres;
  i32[(STAGE_ROW + ROW_STATED_LO) >> 2] = statedCentimetres(band.lower);
  i32[(STAGE_ROW + ROW_STATED_HI) >> 2] = statedCentimetres(band.upper);
  i32[(STAGE_ROW + ROW_KIND) >> 2] = (scaleOf(band) << SCALE_SHIFT) | shape;
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

/** The span above the ellipsoid that holds the band wherever it is. */
function widestSpan(band: AltitudeBand): AltitudeInterval {
  const { lower, upper } = band;
  if (isHae(lower) && isHae(upper)) {
    return { lowerCentimetres: lower.centimetres, upperCentimetres: upper.centimetres };
  }
  return ellipsoidalInterval(band, []);
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
