// The 4D test: two volumes are in conflict when they are nearer than all three minima at once.
// On each axis that means: they overlap, or the gap is less than the minimum. A gap equal to the
// minimum is no conflict, and touching is not overlapping. The cheap axes are asked first.
import type { AltitudeInterval, Position, TimeWindow } from '@parley/geo';
import { windowOf } from './extent.ts';
import { reachOf } from './footprint.ts';
import { lateralApproach } from './lateral.ts';
import { timeApproach } from './time.ts';
import { ellipsoidalSpan, verticalApproach } from './vertical.ts';
import type { Minima, Volume } from './volume.ts';

/**
 * Gaps between two volumes with their uncertainties and buffers, whole units, 0 on an axis where
 * they overlap or touch.
 */
export type Separation = {
  readonly lateralCentimetres: number;
  readonly verticalCentimetres: number;
  readonly timeMs: number;
};

export type Conflict = {
  readonly separation: Separation;
  /** When first both are active; or, when they never are together, the gap between them. */
  readonly window: TimeWindow;
  /** Where both are, above the WGS-84 ellipsoid (widened by conversion); or the gap between. */
  readonly interval: AltitudeInterval;
  /** Closest approach on the ground, or a point inside both, twice. */
  readonly nearest: { readonly a: Position; readonly b: Position };
};

/**
 * The conflict between two volumes under the minima, or undefined. Volumes must have no fault
 * (`volumeFaults`). Swapping the arguments swaps `nearest.a` and `nearest.b` and changes nothing
 * else. Lateral distances are along the WGS-84 ellipsoid, good to a few millimetres.
 */
export function conflictBetween(a: Volume, b: Volume, minima: Minima): Conflict | undefined {
  const time = timeApproach(windowOf(a), windowOf(b));
  if (!time.overlap && time.gapMs >= minima.timeMs) return undefined;
  const vertical = verticalApproach(a, b);
  const verticalCentimetres = vertical.gapCentimetres;
  if (!vertical.overlap && verticalCentimetres >= minima.verticalCentimetres) return undefined;
  const lateral = lateralApproach(reachOf(a), reachOf(b), minima.lateralCentimetres);
  if (lateral === undefined) return undefined;
  return {
    separation: {
      lateralCentimetres: lateral.centimetres,
      verticalCentimetres,
      timeMs: time.gapMs,
    },
    window: time.window,
    interval: sharedInterval(a, b),
    nearest: lateral.nearest,
  };
}

function sharedInterval(a: Volume, b: Volume): AltitudeInterval {
  const [spanA, spanB] = [ellipsoidalSpan(a), ellipsoidalSpan(b)];
  const lower = Math.max(spanA.lowerCentimetres, spanB.lowerCentimetres);
  const upper = Math.min(spanA.upperCentimetres, spanB.upperCentimetres);
  return {
    lowerCentimetres: Math.min(lower, upper),
    upperCentimetres: Math.max(lower, upper),
  };
}
