// The aerodromes by name and by position, without the towns.
import { builtInAerodromes } from './built-in.ts';
import type { Place as AnyPlace } from './gazetteer-port.ts';
import { present } from '../reading/present.ts';

/** A place as every gazetteer gives it. */
export type Place = AnyPlace;

/** More than half the circumference of the earth. */
const ANYWHERE_METRES = 20_100_000;

/** The aerodrome nearest to a position, by geodesic distance; equals go by code. */
export function nearestPlace(position: Place['position']): Place {
  return present(builtInAerodromes.near(position, ANYWHERE_METRES)[0]);
}

/**
 * The aerodromes of a name, best match only, at most 20: by ICAO or IATA code; by name or by the
 * town that it serves, in Latin, Cyrillic, Arabic and Hebrew letters, forgiving spelling. Words
 * such as "airport" do not matter.
 */
export function findPlaces(name: string): Place[] {
  return builtInAerodromes.find(name, 'aerodrome').map(({ place }) => place);
}

/** The place of an ICAO code, or else the places of an IATA code; both in capitals. */
export function placesOfCode(code: string): Place[] {
  if (!/^[A-Z]{3,4}$/.test(code)) return [];
  return findPlaces(code).filter((place) => place.code === code || place.iata === code);
}

/** The places whose whole name, or whole town, this is. */
export function placesOfName(name: string): Place[] {
  return builtInAerodromes
    .find(name, 'aerodrome')
    .filter(({ score }) => score >= 0.9)
    .map(({ place }) => place);
}
