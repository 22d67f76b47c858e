// A conflict in full, for those who have to settle it: every span of time, the place, the margins.
import type { Position, TimeWindow } from '@parley/geo';
import { conflictBetween } from './conflict-between.ts';
import type { Conflict } from './conflict-between.ts';
import { surfaceVector } from './earth.ts';
import { windowOf } from './extent.ts';
import { reachOf } from './footprint.ts';
import { overlapPlace } from './overlap-place.ts';
import { sharedWindows } from './time.ts';
import type { Minima, Volume } from './volume.ts';

export type Explanation = Conflict & {
  /** Every span in which both are active, in order; none where they never are together. */
  readonly windows: readonly TimeWindow[];
  /** What both hold on the ground; undefined where they are only near. */
  readonly overlap: { readonly centre: Position; readonly areaSquareMetres: number } | undefined;
  /** By how much each gap falls short of its minimum; all of it where they overlap. */
  readonly short: Minima;
};

/**
 * The conflict of two volumes under the minima as `conflictBetween` finds it, explained; undefined
 * when there is none. Volumes must have no fault, and count with their buffers. The area is good to
 * 1 %.
 */
export function explainConflict(a: Volume, b: Volume, minima: Minima): Explanation | undefined {
  const conflict = conflictBetween(a, b, minima);
  if (conflict === undefined) return undefined;
  const { separation, nearest } = conflict;
  const [shapeA, shapeB] = [reachOf(a), reachOf(b)];
  const meets = nearest.a.latE7 === nearest.b.latE7 && nearest.a.lonE7 === nearest.b.lonE7;
  return {
    ...conflict,
    windows: sharedWindows(windowOf(a), windowOf(b)),
    overlap: meets ? overlapPlace(shapeA, shapeB, surfaceVector(nearest.a)) : undefined,
    short: {
      lateralCentimetres: minima.lateralCentimetres - separation.lateralCentimetres,
      verticalCentimetres: minima.verticalCentimetres - separation.verticalCentimetres,
      timeMs: minima.timeMs - separation.timeMs,
    },
  };
}
