// SK-42 and PZ-90.11 to WGS-84 and back, by the seven parameters of the published standards. The
// rotations are coordinate-frame ones (EPSG method 9607): with the other sign a place is 24 to 38 m
// off, the slip that most copies of these parameters contain.

/** A datum that positions are also given on. */
export type Datum = 'SK42' | 'PZ90';

export type DatumFacts = {
  /** What was done, by the name of its standard. */
  readonly transformation: string;
  /** How far the result may be off, metres. */
  readonly accuracyMetres: number;
};

/** Geodetic degrees, north and east positive, not rounded. */
export type Degrees = { readonly latDegrees: number; readonly lonDegrees: number };

type Ellipsoid = { readonly equatorMetres: number; readonly flattening: number };
type Vector = readonly [x: number, y: number, z: number];
/** Metres, arc seconds, parts per million: to WGS-84, coordinate frame. */
type Shift = { readonly moved: Vector; readonly turned: Vector; readonly ppm: number };

const WGS84: Ellipsoid = { equatorMetres: 6_378_137, flattening: 1 / 298.257223563 };
/** Krassowsky 1940. */
export const KRASSOWSKY: Ellipsoid = { equatorMetres: 6_378_245, flattening: 1 / 298.3 };
const PZ90: Ellipsoid = { equatorMetres: 6_378_136, flattening: 1 / 298.25784 };

/** EPSG:5044, which is GOST R 51794-2008; the two steps of GOST 32453-2017 add up to it. */
const SK42_SHIFT: Shift = {
  moved: [23.57, -140.95, -79.8],
  turned: [0, -0.35, -0.79],
  ppm: -0.22,
};
/** GOST 32453-2017, PZ-90.11 to WGS-84 (G1150). */
const PZ90_SHIFT: Shift = {
  moved: [0.013, -0.106, -0.022],
  turned: [0.0023, -0.00354, 0.00421],
  ppm: 0.008,
};
const OF: Readonly<Record<Datum, { readonly ellipsoid: Ellipsoid; readonly shift: Shift }>> = {
  SK42: { ellipsoid: KRASSOWSKY, shift: SK42_SHIFT },
  PZ90: { ellipsoid: PZ90, shift: PZ90_SHIFT },
};

/** Where EPSG:5044 is meant for, roughly: the former Soviet Union. */
const HOME = { south: 35, north: 82, west: 19, east: 180 } as const;
const SK42_HOME_METRES = 3;
/** GOST's parameters and NGA's three lie up to 15 m apart in Syria: nobody can be surer there. */
const SK42_ABROAD_METRES = 15;
const RADIANS = Math.PI / 180;
const SECONDS = RADIANS / 3600;

/** The name and the accuracy of the transformation between `datum` and WGS-84 at a place. */
export function datumFacts(datum: Datum, { latDegrees, lonDegrees }: Degrees): DatumFacts {
  if (datum === 'PZ90') {
    return { transformation: 'PZ-90.11, GOST 32453-2017, height 0', accuracyMetres: 0.1 };
  }
  const isHome =
    latDegrees >= HOME.south &&
    latDegrees <= HOME.north &&
    lonDegrees >= HOME.west &&
    lonDegrees <= HOME.east &&
    !(latDegrees < 38 && lonDegrees < 44);
  const name = 'SK-42, EPSG:5044 (GOST 32453-2017), height 0';
  return isHome
    ? { transformation: name, accuracyMetres: SK42_HOME_METRES }
    : {
        transformation: `${name}, outside of its area of use`,
        accuracyMetres: SK42_ABROAD_METRES,
      };
}

/** Degrees on `datum`, at height 0 above its ellipsoid, as degrees on WGS-84. */
export function toWgs84(datum: Datum, latDegrees: number, lonDegrees: number): Degrees {
  const { ellipsoid, shift } = OF[datum];
  return geodetic(shifted(geocentric({ latDegrees, lonDegrees }, ellipsoid), shift), WGS84);
}

/** Degrees on WGS-84, at height 0 above its ellipsoid, as degrees on `datum`. */
export function fromWgs84(datum: Datum, latDegrees: number, lonDegrees: number): Degrees {
  const { ellipsoid, shift } = OF[datum];
  return geodetic(unshifted(geocentric({ latDegrees, lonDegrees }, WGS84), shift), ellipsoid);
}

function geocentric({ latDegrees, lonDegrees }: Degrees, ellipsoid: Ellipsoid): Vector {
  const { equatorMetres, flattening } = ellipsoid;
  const squared = flattening * (2 - flattening);
  const [sin, cos] = [Math.sin(latDegrees * RADIANS), Math.cos(latDegrees * RADIANS)];
  const across = equatorMetres / Math.sqrt(1 - squared * sin * sin);
  const lon = lonDegrees * RADIANS;
  return [across * cos * Math.cos(lon), across * cos * Math.sin(lon), across * (1 - squared) * sin];
}

// Bowring's step repeated: near the surface two are exact to nanometres.
function geodetic([x, y, z]: Vector, { equatorMetres, flattening }: Ellipsoid): Degrees {
  const squared = flattening * (2 - flattening);
  const polarMetres = equatorMetres * (1 - flattening);
  const second = squared / (1 - squared);
  const flat = Math.hypot(x, y);
  let reduced = Math.atan2(z * equatorMetres, flat * polarMetres);
  let lat = 0;
  for (let turn = 0; turn < 3; turn += 1) {
    lat = Math.atan2(
      z + second * polarMetres * Math.sin(reduced) ** 3,
      flat - squared * equatorMetres * Math.cos(reduced) ** 3,
    );
    reduced = Math.atan((1 - flattening) * Math.tan(lat));
  }
  return { latDegrees: lat / RADIANS, lonDegrees: Math.atan2(y, x) / RADIANS };
}

// EPSG 9607: the frame is turned, so a rotation about z by rz adds rz * y to x.
function rotation({ turned, ppm }: Shift): readonly [Vector, Vector, Vector] {
  const [rx, ry, rz] = turned.map((seconds) => seconds * SECONDS) as unknown as Vector;
  const scale = 1 + ppm * 1e-6;
  return [
    [scale, scale * rz, -scale * ry],
    [-scale * rz, scale, scale * rx],
    [scale * ry, -scale * rx, scale],
  ];
}

function shifted(point: Vector, shift: Shift): Vector {
  const [a, b, c] = rotation(shift);
  const [dx, dy, dz] = shift.moved;
  return [dot(a, point) + dx, dot(b, point) + dy, dot(c, point) + dz];
}

// The linear map is undone by three rounds of correction: each gains a factor of 100,000.
function unshifted(point: Vector, shift: Shift): Vector {
  let guess = point;
  for (let round = 0; round < 4; round += 1) {
    const [x, y, z] = shifted(guess, shift);
    guess = [guess[0] + point[0] - x, guess[1] + point[1] - y, guess[2] + point[2] - z];
  }
  return guess;
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
