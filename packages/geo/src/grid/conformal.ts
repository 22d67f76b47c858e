// WGS-84, and the conformal latitude of an ellipsoid, which the grids' projections rest on.
// C. F. F. Karney, Transverse Mercator with an accuracy of a few nanometers, J. Geodesy 85 (2011).

export const EQUATOR_METRES = 6_378_137;
export const FLATTENING = 1 / 298.257223563;
/** The first eccentricity and its square. */
export const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);
export const ECCENTRICITY = Math.sqrt(ECCENTRICITY_SQUARED);

const NEWTON_STEPS_MAX = 6;
/** A tenth of the square root of the spacing of numbers at 1, as GeographicLib has it. */
const NEWTON_CHANGE = Math.sqrt(Number.EPSILON) / 10;

/**
 * The tangent of the conformal latitude from that of the geodetic one (Karney, eqs. 7 to 9), on an
 * ellipsoid of this eccentricity.
 */
export function conformalTangent(tangent: number, eccentricity = ECCENTRICITY): number {
  const secant = Math.sqrt(1 + tangent * tangent);
  const sigma = Math.sinh(eccentricity * Math.atanh((eccentricity * tangent) / secant));
  return Math.sqrt(1 + sigma * sigma) * tangent - sigma * secant;
}

/** The inverse of `conformalTangent`, by Newton's method (Karney, eqs. 19 to 21). */
export function geodeticTangent(conformal: number, eccentricity = ECCENTRICITY): number {
  const left = 1 - eccentricity * eccentricity;
  let tangent = conformal / left;
  for (let step = 0; step < NEWTON_STEPS_MAX; step += 1) {
    const reached = conformalTangent(tangent, eccentricity);
    const squared = tangent * tangent;
    const secants = Math.sqrt((1 + reached * reached) * (1 + squared));
    const change = ((conformal - reached) * (1 + left * squared)) / (left * secants);
    tangent += change;
    // The digits that are right double in each step, so that none is left to gain after this one.
    if (!(Math.abs(change) > NEWTON_CHANGE * Math.max(1, Math.abs(tangent)))) break;
  }
  return tangent;
}

/** Sine and cosine of an angle in 1e-7 degree, exact at every right angle. */
export function sineAndCosine(e7: number): readonly [sine: number, cosine: number] {
  const quarters = Math.round(e7 / 9e8);
  const rest = ((e7 - quarters * 9e8) * Math.PI) / 1.8e9;
  const [sine, cosine] = [Math.sin(rest), Math.cos(rest)];
  switch (((quarters % 4) + 4) % 4) {
    case 0:
      return [sine, cosine];
    case 1:
      return [cosine, -sine];
    case 2:
      return [-sine, -cosine];
    default:
      return [-cosine, sine];
  }
}

/** Radians to 1e-7 degree, not rounded. */
export function e7Of(radians: number): number {
  return (radians * 1.8e9) / Math.PI;
}
