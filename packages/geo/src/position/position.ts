// A position on WGS-84 in integers of 1e-7 degree, and the way in from plain degrees.
import { refuseNumber } from '../reading/reading.ts';
import type { Reading } from '../reading/reading.ts';

/** A point on WGS-84, the only binding geometry of a line. Integers of 1e-7 degree. */
export type Position = {
  /** Geodetic latitude, 1e-7 degree, -900000000 to 900000000, north positive. */
  readonly latE7: number;
  /** Longitude, 1e-7 degree, -1800000000 to 1800000000, east positive. */
  readonly lonE7: number;
};

/** Decimal degrees, degrees and minutes, degrees minutes and seconds, or the military grid. */
export type PositionForm = 'DD' | 'DM' | 'DMS' | 'MGRS';

/** A position as somebody wrote it. */
export type PositionReading = {
  readonly position: Position;
  readonly form: PositionForm;
  /**
   * The size of the last digit stated, in metres: of latitude (1 degree = 111,120 m) for angles,
   * the side of the square for MGRS. A position from MGRS is the centre of its square.
   */
  readonly precisionMetres: number;
  /** The text, unchanged. */
  readonly asEntered: string;
};

/** A position in one form of writing, with what was done to get there and how far it may be off. */
export type PositionText = {
  readonly form: PositionForm;
  readonly text: string;
  /** For example "WGS-84, exact to 1e-7 degree". */
  readonly transformation: string;
  /** The greatest distance between the position and the one that the text states. */
  readonly accuracyMetres: number;
};

export const LAT_E7_MAX = 900_000_000;
export const LON_E7_MAX = 1_800_000_000;

/**
 * A position from decimal degrees (WGS-84, north and east positive), rounded to 1e-7 degree.
 * Refuses NaN, infinities and values out of range. Longitude 180 and -180 are kept, not wrapped.
 */
export function positionOf(latDegrees: number, lonDegrees: number): Reading<Position> {
  if (!(Math.abs(latDegrees) <= 90)) {
    return refuseNumber(latDegrees, 'latitude', 'a latitude of -90 to 90 degrees');
  }
  if (!(Math.abs(lonDegrees) <= 180)) {
    return refuseNumber(lonDegrees, 'longitude', 'a longitude of -180 to 180 degrees');
  }
  // Adding 0 turns -0 into 0: equal positions must also be the same bytes.
  const latE7 = Math.round(latDegrees * 1e7) + 0;
  return { ok: true, value: { latE7, lonE7: Math.round(lonDegrees * 1e7) + 0 } };
}
