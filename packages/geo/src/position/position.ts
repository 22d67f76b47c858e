// A position on WGS-84 in integers of 1e-7 degree, and the way in from plain degrees.
import { refuseNumber } from '../reading/reading.ts';
import type { Gazetteer } from '../place/gazetteer-port.ts';
import type { Reading, ReadRefusal } from '../reading/reading.ts';

/** A point on WGS-84, the only binding geometry of a line. Integers of 1e-7 degree. */
export type Position = {
  /** Geodetic latitude, 1e-7 degree, -900000000 to 900000000, north positive. */
  readonly latE7: number;
  /** Longitude, 1e-7 degree, -1800000000 to 1800000000, east positive. */
  readonly lonE7: number;
};

/**
 * The forms that positions are written in. DD, DM, DMS: degrees, with minutes, with seconds. ICAO:
 * packed, `352009N0400827E`. UTM is UPS beyond 84 N and 80 S when written; a reading says which.
 * SK42: Gauss-Krueger X (north) and Y (east, with the zone) on SK-42. SK42_DMS, PZ90_DMS: degrees
 * on those datums. PLUS: Open Location Code. GEO: a URI of RFC 5870. PLACE: from a known place.
 */
export type PositionForm =
  | 'DD'
  | 'DM'
  | 'DMS'
  | 'ICAO'
  | 'MGRS'
  | 'UTM'
  | 'UPS'
  | 'SK42'
  | 'SK42_DMS'
  | 'PZ90_DMS'
  | 'GARS'
  | 'GEOREF'
  | 'PLUS'
  | 'GEO'
  | 'PLACE';

/** The forms that `writePosition` writes. */
export type WrittenForm = Exclude<PositionForm, 'UPS' | 'PLACE'>;

/** A position as somebody wrote it. */
export type PositionReading = {
  readonly position: Position;
  readonly form: PositionForm;
  /**
   * The size of the last digit stated, in metres: of latitude (1 degree = 111,120 m) for angles,
   * the side of the square for grids. A position from a grid is the centre of its square. From a
   * place: across all that the words may mean, the size of the place included.
   */
  readonly precisionMetres: number;
  /**
   * The corners of the square or cell that a grid states, counter-clockwise from south-west; from a
   * place, those of the sector between the distances and the bearings that the words round to.
   */
  readonly cell?: readonly Position[];
  /** "WGS-84 as stated", or the transformation from the datum that the text is on. */
  readonly transformation: string;
  /** How far that transformation may be off, metres; 0 for WGS-84. The precision is not in it. */
  readonly accuracyMetres: number;
  /** The text, unchanged. */
  readonly asEntered: string;
};

/** What the readers know beside the text: the theatre. It settles what the text leaves out. */
export type Theatre = {
  /** Zone (1 to 60) of Gauss-Krueger eastings that are written without one. */
  readonly sk42Zone?: number;
  /** The places that positions may be told from; without it those that come with geo. */
  readonly places?: Gazetteer;
  /** Where the work is: settles nothing by itself, but orders candidates by distance. */
  readonly near?: Position;
};

/** A refusal; when the text can be read in several ways, every way, the likeliest first. */
export type PositionRefusal = ReadRefusal & { readonly candidates?: readonly PositionReading[] };

export type PositionOutcome =
  | { readonly ok: true; readonly value: PositionReading }
  | { readonly ok: false; readonly refusal: PositionRefusal };

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
