// The transverse Mercator projection of an ellipsoid, by Krueger's series in the third flattening
// to its sixth power: within nanometres in a zone. Karney (2011), eqs. 10 to 18, 23 to 26, 35, 36.
import { conformalTangent, e7Of, EQUATOR_METRES, FLATTENING, sineAndCosine } from './conformal.ts';

/** Metres on the projection: east of the central meridian and north of the equator. */
export type GridPoint = { readonly east: number; readonly north: number };

/** Not rounded, 1e-7 degree; the longitude is counted from the central meridian. */
export type GroundPoint = { readonly latE7: number; readonly lonE7: number };

/** What a transverse Mercator projection is made of. */
export type MercatorKind = {
  readonly equatorMetres: number;
  readonly flattening: number;
  /** The scale on the central meridian. */
  readonly scale: number;
};

/** A projection both ways. Exact to nanometres within 4 degrees of the central meridian. */
export type Mercator = {
  readonly project: (ground: GroundPoint) => GridPoint;
  readonly unproject: (grid: GridPoint) => GroundPoint;
  /** Degrees from true north to grid north, clockwise: positive when grid north lies east. */
  readonly convergenceDegrees: (ground: GroundPoint) => number;
};

const FORWARD_FACTORS = [
  [1 / 2, -2 / 3, 5 / 16, 41 / 180, -127 / 288, 7891 / 37_800],
  [13 / 48, -3 / 5, 557 / 1440, 281 / 630, -1_983_433 / 1_935_360],
  [61 / 240, -103 / 140, 15_061 / 26_880, 167_603 / 181_440],
  [49_561 / 161_280, -179 / 168, 6_601_661 / 7_257_600],
  [34_729 / 80_640, -3_418_889 / 1_995_840],
  [212_378_941 / 319_334_400],
];
const REVERSE_FACTORS = [
  [1 / 2, -2 / 3, 37 / 96, -1 / 360, -81 / 512, 96_199 / 604_800],
  [1 / 48, 1 / 15, -437 / 1440, 46 / 105, -1_118_711 / 3_870_720],
  [17 / 480, -37 / 840, -209 / 4480, 5569 / 90_720],
  [4397 / 161_280, -11 / 504, -830_251 / 7_257_600],
  [4583 / 161_280, -108_847 / 3_991_680],
  [20_648_693 / 638_668_800],
];

/** From the conformal latitude to the geodetic one (Karney, On auxiliary latitudes, 2022, A6). */
const LATITUDE_FACTORS = [
  [2, -2 / 3, -2, 116 / 45, 26 / 45, -2854 / 675],
  [7 / 3, -8 / 5, -227 / 45, 2704 / 315, 2323 / 945],
  [56 / 15, -136 / 35, -1262 / 105, 73_814 / 2835],
  [4279 / 630, -332 / 35, -399_572 / 14_175],
  [4174 / 315, -144_838 / 6237],
  [601_676 / 22_275],
];

/**
 * The transverse Mercator projection of an ellipsoid. Sines of double angles come from what is
 * known of the single ones: transcendental functions are what a projection spends its time on.
 */
export function mercatorOf({ equatorMetres, flattening, scale }: MercatorKind): Mercator {
  const n = flattening / (2 - flattening);
  const eccentricity = Math.sqrt(flattening * (2 - flattening));
  // The radius of the sphere of the same meridian length, times the scale.
  const radius =
    ((scale * equatorMetres) / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64 + n ** 6 / 256);
  const forward = series(FORWARD_FACTORS, n);
  const reverse = series(REVERSE_FACTORS, n);
  const latitude = series(LATITUDE_FACTORS, n);
  return {
    project: ({ latE7, lonE7 }) => {
      const [sinLat, cosLat] = sineAndCosine(latE7);
      const [sinLon, cosLon] = sineAndCosine(lonE7);
      const tangent = conformalTangent(sinLat / cosLat, eccentricity);
      const squared = tangent * tangent + cosLon * cosLon;
      const sinhEta = sinLon / Math.sqrt(squared);
      const sin = (2 * tangent * cosLon) / squared;
      const cos = (cosLon * cosLon - tangent * tangent) / squared;
      const sinh = 2 * sinhEta * Math.sqrt(1 + sinhEta * sinhEta);
      const more = sum(forward, sin, cos, sinh, 1 + 2 * sinhEta * sinhEta);
      return {
        east: radius * (Math.asinh(sinhEta) + more.eta),
        north: radius * (Math.atan2(tangent, cosLon) + more.xi),
      };
    },
    unproject: ({ east, north }) => {
      const [xiOnGrid, etaOnGrid] = [north / radius, east / radius];
      const grown = Math.exp(2 * etaOnGrid);
      const [sinh, cosh] = [(grown - 1 / grown) / 2, (grown + 1 / grown) / 2];
      const less = sum(reverse, Math.sin(2 * xiOnGrid), Math.cos(2 * xiOnGrid), sinh, cosh);
      const xi = xiOnGrid - less.xi;
      const sinhEta = Math.sinh(etaOnGrid - less.eta);
      const cosXi = Math.cos(xi);
      const tangent = Math.sin(xi) / Math.sqrt(sinhEta * sinhEta + cosXi * cosXi);
      const squared = 1 + tangent * tangent;
      const [sine, cosine] = [(2 * tangent) / squared, 2 / squared - 1];
      return {
        latE7: e7Of(Math.atan(tangent) + sum(latitude, sine, cosine, 0, 1).xi),
        lonE7: e7Of(Math.atan2(sinhEta, cosXi)),
      };
    },
    convergenceDegrees: (ground) => convergence(forward, eccentricity, ground),
  };
}

/** Karney (2011), eqs. 23 to 26: the turn of the sphere, and what the series turns on top of it. */
function convergence(
  forward: readonly number[],
  eccentricity: number,
  { latE7, lonE7 }: GroundPoint,
): number {
  const [sinLat, cosLat] = sineAndCosine(latE7);
  const [sinLon, cosLon] = sineAndCosine(lonE7);
  // At a pole the tangent has no value, and grid north is the way along the central meridian.
  if (cosLat === 0) return (Math.sign(sinLat) * lonE7) / 1e7;
  const tangent = conformalTangent(sinLat / cosLat, eccentricity);
  const xi = Math.atan2(tangent, cosLon);
  const eta = Math.asinh(sinLon / Math.hypot(tangent, cosLon));
  let [along, across] = [1, 0];
  for (const [j, factor] of forward.entries()) {
    const twice = 2 * (j + 1);
    along += twice * factor * Math.cos(twice * xi) * Math.cosh(twice * eta);
    across += twice * factor * Math.sin(twice * xi) * Math.sinh(twice * eta);
  }
  const ofSphere = Math.atan2(tangent * sinLon, Math.hypot(1, tangent) * cosLon);
  return e7Of(ofSphere + Math.atan2(across, along)) / 1e7;
}

const UTM = mercatorOf({ equatorMetres: EQUATOR_METRES, flattening: FLATTENING, scale: 0.9996 });

/** From the ground to UTM's projection. */
export const projectMercator = UTM.project;
/** From UTM's projection back to the ground. */
export const unprojectMercator = UTM.unproject;
/** The grid convergence of UTM's projection, degrees, longitude from the central meridian. */
export const mercatorConvergenceDegrees = UTM.convergenceDegrees;

/** Row j (from 1) holds the factors of n^j, n^(j+1) and so on; the result is one value a row. */
function series(rows: readonly (readonly number[])[], n: number): number[] {
  return rows.map((row, j) =>
    row.reduce((total, factor, i) => total + factor * n ** (j + 1 + i), 0),
  );
}

/**
 * The sum of factor j times the sine of 2j(xi + i eta), by Clenshaw's recurrence in complex numbers
 * as GeographicLib has it, from sine and cosine of 2 xi and hyperbolic sine and cosine of 2 eta.
 */
function sum(
  factors: readonly number[],
  sin: number,
  cos: number,
  sinh: number,
  cosh: number,
): { readonly xi: number; readonly eta: number } {
  // Twice the cosine of 2(xi + i eta).
  const real = 2 * cos * cosh;
  const imaginary = -2 * sin * sinh;
  let [re, im, lastRe, lastIm] = [0, 0, 0, 0];
  for (let j = factors.length - 1; j >= 0; j -= 1) {
    const nextRe = real * re - imaginary * im - lastRe + (factors[j] ?? 0);
    const nextIm = real * im + imaginary * re - lastIm;
    lastRe = re;
    lastIm = im;
    re = nextRe;
    im = nextIm;
  }
  const [sineRe, sineIm] = [sin * cosh, cos * sinh];
  return { xi: sineRe * re - sineIm * im, eta: sineRe * im + sineIm * re };
}
