/** A point on WGS-84, the only binding geometry of a line. Integers of 1e-7 degree. */
export type Position = {
  /** Geodetic latitude, 1e-7 degree, -900000000 to 900000000, north positive. */
  readonly latE7: number;
  /** Longitude, 1e-7 degree, -1800000000 to 1800000000, east positive. */
  readonly lonE7: number;
};
