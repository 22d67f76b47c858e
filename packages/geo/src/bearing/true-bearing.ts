// Turns a bearing from its own north to true north and back, and says by what and how surely.
import type { Position } from '../position/position.ts';
import { refuse, refuseNumber } from '../reading/reading.ts';
import type { Reading } from '../reading/reading.ts';
import { wholeTurn } from './bearing.ts';
import type { BearingNorth, BearingReading } from './bearing.ts';
import { declination } from './declination.ts';
import { gridConvergence } from './grid-convergence.ts';
import type { BearingGrid } from './grid-convergence.ts';

/** A bearing counted from another north than before. */
export type TurnedBearing = {
  /** 0 to below 360, clockwise. */
  readonly degrees: number;
  /** What was added, for example "declination 5.40 E by WMM-2025". */
  readonly transformation: string;
  /**
   * How far what was added may be off, degrees: one standard deviation for magnetic north. The
   * precision of the bearing itself is not in it.
   */
  readonly accuracyDegrees: number;
};

/**
 * The true bearing, on WGS-84, of a bearing that was stated at a position at an instant (ms since
 * 1970): true = magnetic + declination east, true = grid + convergence. `grid` is the grid of grid
 * bearings that name none; one that names its grid keeps it. Refused: magnetic where or when
 * `declination` is; a grid bearing when neither it nor `grid` names the grid.
 */
export function trueBearing(
  reading: Pick<BearingReading, 'north' | 'degrees' | 'grid' | 'asEntered'>,
  at: Position,
  ms: number,
  grid: BearingGrid | undefined,
): Reading<TurnedBearing> {
  const { north, degrees, asEntered } = reading;
  const chosen = reading.grid ?? grid;
  if (north === 'grid' && chosen === undefined) {
    return refuse(asEntered, asEntered.trimEnd().length, 'the grid: UTM or SK-42');
  }
  const offset = northOffset(north, at, ms, chosen ?? 'UTM');
  if (!offset.ok) return offset;
  return { ok: true, value: turned(degrees + offset.value.degrees, offset.value) };
}

/**
 * A true bearing as it is counted from another north at a position at an instant; the inverse of
 * `trueBearing`. `grid` matters for grid north alone. Refused: magnetic where or when `declination`
 * is; a bearing that is no finite number.
 */
export function bearingFrom(
  north: BearingNorth,
  trueDegrees: number,
  at: Position,
  ms: number,
  grid: BearingGrid,
): Reading<TurnedBearing> {
  if (!Number.isFinite(trueDegrees)) {
    return refuseNumber(trueDegrees, 'bearing', 'a finite number of degrees');
  }
  const offset = northOffset(north, at, ms, grid);
  if (!offset.ok) return offset;
  return { ok: true, value: turned(trueDegrees - offset.value.degrees, offset.value) };
}

/** The same with the offset as it is: from true north to the north of the bearing, clockwise. */
function northOffset(
  north: BearingNorth,
  at: Position,
  ms: number,
  grid: BearingGrid,
): Reading<TurnedBearing> {
  if (north === 'true') {
    const transformation = 'true north of WGS-84, nothing added';
    return { ok: true, value: { degrees: 0, transformation, accuracyDegrees: 0 } };
  }
  if (north === 'grid') {
    const { degrees, zone } = gridConvergence(at, grid);
    const transformation = `convergence ${eastward(degrees)} of ${zone}`;
    const accuracyDegrees = grid === 'SK42' ? datumTurnDegrees(at) : 0;
    return { ok: true, value: { degrees, transformation, accuracyDegrees } };
  }
  const magnetic = declination(at, ms);
  if (!magnetic.ok) return magnetic;
  const { degreesEast: degrees, accuracyDegrees, model, isCaution } = magnetic.value;
  const caution = isCaution ? ", in NOAA's caution zone" : '';
  const transformation = `declination ${eastward(degrees)} by ${model}${caution}`;
  return { ok: true, value: { degrees, transformation, accuracyDegrees } };
}

/** SK-42 lies up to 150 m beside WGS-84, so its meridians are turned by as much of the parallel. */
const DATUM_SHIFT_DEGREES = 0.001_35;

function datumTurnDegrees({ latE7 }: Position): number {
  const slope = Math.abs(Math.tan((latE7 * Math.PI) / 1.8e9));
  return Math.min(180, DATUM_SHIFT_DEGREES * Math.max(1, slope));
}

function turned(degrees: number, by: TurnedBearing): TurnedBearing {
  return { ...by, degrees: wholeTurn(degrees) };
}

function eastward(degrees: number): string {
  return `${Math.abs(degrees).toFixed(2)} ${degrees < 0 ? 'W' : 'E'}`;
}
