// Words about a place, made from the geometry and nothing else, so that every node makes the same.
import type { Area, AreaAtlas } from './area-port.ts';
import { builtInAtlas } from './atlas.ts';
import { builtInPlaces } from './built-in.ts';
import type { Gazetteer, Place } from './gazetteer-port.ts';
import { placeRelations } from './place-relations.ts';
import type { PlaceRelation } from './place-relations.ts';
import { renderPlaceText } from './place-words.ts';
import { centreOf } from '../shape/centre.ts';
import type { Outline } from '../shape/outline.ts';
import { distanceRange } from '../shape/outline-range.ts';
import type { Position } from '../position/position.ts';
import { present } from '../reading/present.ts';

/** Where something lies, as a structure that `renderPlaceText` puts into any language. */
export type PlaceText = {
  /** That of the first relation; `place.far` when no listed place is within 500 km. */
  readonly code: PlaceRelation['code'] | 'place.far';
  /** The nearest aerodrome, then a town of weight; of a gazetteer without one of them the other. */
  readonly relations: readonly PlaceRelation[];
  /** The region and country that hold all of it; absent where that is not certain. */
  readonly region?: Area;
  readonly country?: Area;
  /** Outside of every country: the nearest one that has a listed town near by. */
  readonly offshore?: { readonly area: Area; readonly distanceMetres: number };
  /** The first relation. */
  readonly place: Place;
  readonly distanceMetres: number;
  /** True, clockwise from north, from the place to the position; 0 to below 360. */
  readonly bearingDegrees: number;
  /** In English. */
  readonly text: string;
};

const FAR_METRES = 500_000;
const OFFSHORE_METRES_MAX = 400_000;
/** An outline of a coast is drawn no better than this: nearer to it the sea is not certain. */
const OFFSHORE_METRES_MIN = 1000;
const COASTS_MAX = 4;

/**
 * A position as seen from the nearest aerodrome of `gazetteer` and from a town that people know
 * ("6.5 km, bearing 330° true (north-west), from Deir ez-Zor airport OSDZ; 4.1 km west of the town
 * of ..."), with the region and country of `atlas` when it is certain. Distances and bearings are
 * geodesics of WGS-84. Throws when the gazetteer is empty.
 */
export function placeText(
  position: Position,
  gazetteer: Gazetteer = builtInPlaces,
  atlas: AreaAtlas = builtInAtlas,
): PlaceText {
  return told(placeRelations(position, gazetteer), position, 0, gazetteer, atlas);
}

/**
 * The place text of the outline's centre, and the nearest and farthest distance of the outline
 * from the first place in metres. A place inside of the outline is one that it `holds`. A region or
 * a country is named only when all within the outline's reach of its centre lies in it.
 */
export function outlinePlaceText(
  outline: Outline,
  gazetteer: Gazetteer = builtInPlaces,
  atlas: AreaAtlas = builtInAtlas,
): PlaceText & { readonly nearestMetres: number; readonly farthestMetres: number } {
  const centre = centreOf(outline);
  const relations = placeRelations(centre, gazetteer).map((relation): PlaceRelation => {
    const held = distanceRange(relation.place.position, outline).nearestMetres === 0;
    return held && relation.code !== 'place.at' ? { ...relation, code: 'place.holds' } : relation;
  });
  const reachMetres = distanceRange(centre, outline).farthestMetres;
  const ofCentre = told(relations, centre, reachMetres, gazetteer, atlas);
  return { ...ofCentre, ...distanceRange(ofCentre.place.position, outline) };
}

function told(
  relations: readonly PlaceRelation[],
  position: Position,
  reachMetres: number,
  gazetteer: Gazetteer,
  atlas: AreaAtlas,
): PlaceText {
  const first = present(relations[0]);
  const { place, distanceMetres, bearingDegrees } = first;
  const far = relations.every((each) => each.distanceMetres > FAR_METRES);
  const areas = areasOf(position, reachMetres, gazetteer, atlas);
  const structure = { code: far ? ('place.far' as const) : first.code, relations, ...areas };
  const text = renderPlaceText(structure, 'en');
  return { ...structure, place, distanceMetres, bearingDegrees, text };
}

function areasOf(
  position: Position,
  reachMetres: number,
  gazetteer: Gazetteer,
  atlas: AreaAtlas,
): Pick<PlaceText, 'region' | 'country' | 'offshore'> {
  const { country, region } = atlas.at(position, reachMetres);
  if (country !== undefined) return { country, ...(region !== undefined && { region }) };
  const offshore = atlas.at(position, 0).country ?? coastOf(position, gazetteer, atlas);
  if (offshore === undefined || !('area' in offshore)) return {};
  return offshore.distanceMetres > reachMetres ? { offshore } : {};
}

/** Towns stay where they are, and are asked about again and again. */
const countries = new WeakMap<AreaAtlas, WeakMap<Place, Area | 'none'>>();

function countryOf(town: Place, atlas: AreaAtlas): Area | undefined {
  const known = countries.get(atlas) ?? new WeakMap<Place, Area | 'none'>();
  countries.set(atlas, known);
  const area = known.get(town) ?? atlas.at(town.position, 0).country ?? 'none';
  known.set(town, area);
  return area === 'none' ? undefined : area;
}

/** The nearest of the countries that the towns around lie in, when all of them are away. */
function coastOf(
  position: Position,
  gazetteer: Gazetteer,
  atlas: AreaAtlas,
): PlaceText['offshore'] {
  const coasts = new Map<string, Area>();
  for (const town of gazetteer.near(position, OFFSHORE_METRES_MAX, 'town')) {
    const area = coasts.size < COASTS_MAX ? countryOf(town, atlas) : undefined;
    if (area !== undefined) coasts.set(area.id, area);
  }
  const away = [...coasts.values()]
    .map((area) => ({ area, distanceMetres: atlas.distanceMetres(area, position) }))
    .sort((a, b) => a.distanceMetres - b.distanceMetres);
  const [nearest] = away;
  return nearest === undefined || nearest.distanceMetres < OFFSHORE_METRES_MIN
    ? undefined
    : nearest;
}
