// Place texts in five languages from one structure. A name is never inflected: the words around it
// are chosen so that it stands as its table has it, in the reader's language where that is known.
import type { Area } from './area-port.ts';
import type { Place } from './gazetteer-port.ts';
import { statedKind } from './kind-words.ts';
import { AT_PLACE_METRES } from './place-relations.ts';
import type { PlaceRelation } from './place-relations.ts';
import type { PlaceText } from './place-text.ts';
import { PLACE_PHRASES } from './place-phrases.ts';
import type { PlacePhrases } from './place-phrases.ts';
import { isolated, isolatedName } from '../words/language.ts';
import type { Language } from '../words/language.ts';
import { present } from '../reading/present.ts';

/** What `renderPlaceText` needs of a place text. */
export type PlaceStructure = Pick<
  PlaceText,
  'code' | 'relations' | 'region' | 'country' | 'offshore'
>;

/** Bearings from a place so near to a pole turn round with every step. */
const POLAR_E7 = 880_000_000;
/** A place known no better than this is told in whole kilometres. */
const ROUGH_METRES = 1000;

/**
 * The place text in a language: "6.5 km, bearing 330° true (north-west), from Deir ez-Zor airport
 * OSDZ; 4.1 km west of the town of Deir ez-Zor; in Deir ez-Zor, Syria". Bearings in three digits;
 * compass words by sectors of 45 degrees, none from a place within 2 degrees of a pole; distances
 * to 0.1 km under 100 km, to 1 km from places whose own extent is 1 km or more. In Arabic and
 * Hebrew numbers, codes and names of other scripts are isolated. Digits are European everywhere.
 */
export function renderPlaceText(structure: PlaceStructure, language: Language): string {
  const phrases = PLACE_PHRASES[language];
  const clauses = structure.relations.map((relation) => clauseOf(relation, phrases, language));
  const areas = [structure.region, structure.country].filter((area) => area !== undefined);
  const names = areas.map((area) => areaName(area, language)).join(phrases.comma);
  if (areas.length > 0) clauses.push(fill(phrases.inside, { names }));
  const { offshore } = structure;
  if (offshore !== undefined) {
    const km = isolated(distance(offshore.distanceMetres, false, phrases), language);
    clauses.push(fill(phrases.offshore, { km, names: areaName(offshore.area, language) }));
  }
  const far = structure.code === 'place.far' ? `${phrases.far} ` : '';
  return `${far}${clauses.join(phrases.semicolon)}`;
}

/** The place with the word for its kind and its code, as a clause has it in its language. */
function clauseOf(relation: PlaceRelation, phrases: PlacePhrases, language: Language): string {
  const { place, code, distanceMetres, bearingDegrees } = relation;
  const of = phrases[place.kind];
  const rough = (place.extentMetres ?? 0) >= ROUGH_METRES;
  const polar = Math.abs(place.position.latE7) > POLAR_E7;
  const sector = Math.round(bearingDegrees / 45) % 8;
  const bearing = isolated(`${writeBearing(bearingDegrees)}°`, language);
  const slots = {
    name: placeLabel(place, language),
    km: isolated(distance(distanceMetres, rough, phrases), language),
    within: isolated(distance(place.extentMetres ?? AT_PLACE_METRES, true, phrases), language),
    bearing,
    compass: polar ? '' : present(phrases.compass[sector]),
    side: polar ? bearing : present(phrases.sides[sector]),
  };
  const pattern = code === 'place.from' && polar ? of.polar : of[code];
  return fill(pattern, slots);
}

/** "Deir ez-Zor airport OSDZ", "Дейр-эз-Зор OSDZ", "⁨دير الزور⁩ ⁦OSDZ⁩". */
function placeLabel(place: Place, language: Language): string {
  const code = place.code === '' ? '' : ` ${isolated(place.code, language)}`;
  if (language === 'en') return `${placeName(place)}${code}`;
  const latin = place.kind === 'aerodrome' ? statedKind(place.name).bare : place.name;
  return `${isolatedName(place.names?.[language] ?? latin, language)}${code}`;
}

function areaName(area: Area, language: Language): string {
  return isolatedName(area.names?.[language] ?? area.name, language);
}

function distance(metres: number, rough: boolean, { unit, point }: PlacePhrases): string {
  const number = rough ? String(Math.round(metres / 1000)) : kilometres(metres);
  return `${number.replace('.', point)} ${unit}`;
}

function fill(pattern: string, slots: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? '');
}

/** "Deir ez-Zor airport OSDZ": the name with the kind of place in small letters, and the code. */
export function writePlace(place: Place): string {
  return `${placeName(place)}${place.code === '' ? '' : ` ${place.code}`}`;
}

/** "Deir ez-Zor airport". */
export function placeName(place: Place): string {
  const kind = /(?: International)? (?:Airport|Airfield|Air ?base|Aerodrome|Airstrip|Heliport)$/i;
  return place.name.replace(kind, (words) => words.toLowerCase());
}

/** "4.2 km" up to 100 km, then whole kilometres. */
export function writeDistance(metres: number): string {
  return `${kilometres(metres)} km`;
}

/** The number of `writeDistance`. */
export function kilometres(metres: number): string {
  return (metres / 1000).toFixed(metres < 99_950 ? 1 : 0);
}

/** Whole degrees in three digits, "005"; 360 is written "000". */
export function writeBearing(degrees: number): string {
  return String(Math.round(degrees) % 360).padStart(3, '0');
}
