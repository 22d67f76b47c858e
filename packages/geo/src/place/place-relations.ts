// Which known places a position is told from: the nearest aerodrome, and a town that people know,
// so that one name misheard does not move it.
import { inverse, turnBetween } from '../shape/geodesic.ts';
import type { Position } from '../position/position.ts';
import type { Gazetteer, Place } from './gazetteer-port.ts';

/** A position as seen from a place. */
export type PlaceRelation = {
  /** At the place, within the reach of its name, away from it; `holds`: an outline round it. */
  readonly code: 'place.at' | 'place.within' | 'place.from' | 'place.holds';
  readonly place: Place;
  readonly distanceMetres: number;
  /** True, clockwise from north, from the place to the position; 0 to below 360. */
  readonly bearingDegrees: number;
};

export const AT_PLACE_METRES = 500;
/** More than half the circumference of the earth. */
const ANYWHERE_METRES = 20_100_000;
const TOWN_METRES = 60_000;
/** Added to every distance, so that a hamlet next door does not outweigh the city beyond it. */
const NEARNESS_METRES = 3_000;
/** A town of unknown size counts as a hamlet; a site that a deployment named counts as a town. */
const INHABITANTS = { town: 500, site: 20_000, aerodrome: 0 } as const;
/** Two places in one direction, seen from the position, are one bearing said twice. */
const APART_DEGREES = 45;
const SAME_DIRECTION_SHARE = 0.2;

/**
 * The nearest aerodrome, then the town or site of most weight: inhabitants over the square of the
 * distance, a fifth of that when it lies within 45 degrees of the aerodrome's direction; no farther
 * than 60 km or twice the nearest. Empty only when the gazetteer is.
 */
export function placeRelations(position: Position, gazetteer: Gazetteer): PlaceRelation[] {
  const [aerodrome] = gazetteer.near(position, ANYWHERE_METRES, 'aerodrome');
  const first = aerodrome === undefined ? undefined : relationTo(position, aerodrome);
  const others = (['town', 'site'] as const)
    .flatMap((kind) => gazetteer.near(position, ANYWHERE_METRES, kind))
    .map((place) => relationTo(position, place));
  const nearest = Math.min(...others.map(({ distanceMetres }) => distanceMetres));
  const reach = Math.max(TOWN_METRES, 2 * nearest);
  const within = others.filter(({ distanceMetres }) => distanceMetres <= reach);
  const second = within.reduce<PlaceRelation | undefined>(
    (best, each) =>
      best === undefined || weightOf(each, first) > weightOf(best, first) ? each : best,
    undefined,
  );
  return [first, second].filter((each) => each !== undefined);
}

function relationTo(position: Position, place: Place): PlaceRelation {
  const { distanceMetres, azimuthDegrees } = inverse(place.position, position);
  const code =
    distanceMetres < AT_PLACE_METRES
      ? 'place.at'
      : distanceMetres < (place.extentMetres ?? 0)
        ? 'place.within'
        : 'place.from';
  return { code, place, distanceMetres, bearingDegrees: azimuthDegrees };
}

function weightOf(relation: PlaceRelation, first: PlaceRelation | undefined): number {
  const { place, distanceMetres, bearingDegrees, code } = relation;
  // Where one stands at a site that the deployment named, no town says it better.
  if (place.kind === 'site' && code !== 'place.from') return Infinity;
  const inhabitants = Math.max(place.population ?? 0, INHABITANTS[place.kind]);
  const weight = inhabitants / (distanceMetres + NEARNESS_METRES) ** 2;
  if (first === undefined || code === 'place.at' || first.code === 'place.at') return weight;
  const apart = Math.abs(turnBetween(first.bearingDegrees, bearingDegrees));
  return apart < APART_DEGREES ? weight * SAME_DIRECTION_SHARE : weight;
}
