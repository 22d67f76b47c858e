// How far a place's name reaches from the point that stands for it in a table.
import type { Place } from './gazetteer-port.ts';

/** Half a runway of 3 km: "from the airfield" may be from either end. */
const AERODROME_METRES = 1500;
const SITE_METRES = 500;
const TOWN_METRES_MIN = 500;
/** Inhabitants of a square kilometre of a dense town, so that the estimate is not too small. */
const INHABITANTS_PER_KM2 = 3000;

/**
 * The place's own extent where it states one; else 1,500 m for an aerodrome, 500 m for a site, and
 * for a town the radius of a disc with 3,000 inhabitants on every square kilometre. An estimate.
 */
export function placeReachMetres({ kind, extentMetres, population = 0 }: Place): number {
  if (extentMetres !== undefined) return extentMetres;
  if (kind !== 'town') return kind === 'aerodrome' ? AERODROME_METRES : SITE_METRES;
  const radius = 1000 * Math.sqrt(population / INHABITANTS_PER_KM2 / Math.PI);
  return Math.max(TOWN_METRES_MIN, Math.round(radius));
}
