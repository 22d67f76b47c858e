// The places that words about geometry may refer to: the world's aerodromes with an ICAO code.
// Towns are not in it. Loads synchronously, in a browser too.
import table from './airports.json' with { type: 'json' };
import { inverse } from '../shape/geodesic.ts';
import type { Position } from '../position/position.ts';
import { present } from '../reading/present.ts';

export type Place = {
  /** ICAO code, four letters. */
  readonly code: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The aerodrome's reference point, to 1e-4 degree. */
  readonly position: Position;
};

type Listed = { readonly place: Place; readonly iata: string; readonly city: string };

/** `compact` has no spaces or accents and no word such as "airport"; `bare` no article either. */
type Name = { readonly compact: string; readonly bare: string; readonly words: readonly string[] };

/** Names in use that the table does not have. */
const ALSO_KNOWN_AS: Readonly<Record<string, readonly string[]>> = {
  OSDZ: ['Deir al-Zor', 'Dayr az-Zawr', 'Deir Ezzour', 'Al Jafrah'],
  OSKL: ['Qamishli', 'Al-Qamishli'],
  OSLK: ['Hmeimim', 'Khmeimim', 'Hmeymim', 'Humaymim', 'Jableh'],
  OSPR: ['Tadmur', 'Tadmor'],
};
const GENERIC = new Set(
  (
    'airport airports airfield airbase aerodrome airstrip airdrome air base ' +
    'international intl the of at afb ab military'
  ).split(' '),
);
const ARTICLES = new Set(['al', 'el', 'ad', 'an', 'ar', 'as', 'ash', 'at', 'az', 'ed', 'es', 'ez']);
/** Letters that do not come apart into a plain letter and an accent. */
const LATIN = new Map([
  ['ð', 'd'],
  ['đ', 'd'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['ı', 'i'],
  ['þ', 'th'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ß', 'ss'],
]);
const NAME_CHARACTERS_MAX = 100;
const FOUND_MAX = 50;

const PLACES: readonly Listed[] = table.airports.map(listed);
/** Unit vectors of all places, x y z after one another: for the first, coarse search. */
const VECTORS = Float64Array.from(PLACES.flatMap(({ place }) => unitVector(place.position)));
/** Made at the first search by name, because most users of geo never search. */
let index: NameIndex | undefined;

/** The aerodrome nearest to a position, by geodesic distance; equals go by code. */
export function nearestPlace(position: Position): Place {
  const [x, y, z] = unitVector(position);
  const squaredChord = (i: number): number =>
    (present(VECTORS[3 * i]) - x) ** 2 +
    (present(VECTORS[3 * i + 1]) - y) ** 2 +
    (present(VECTORS[3 * i + 2]) - z) ** 2;
  let least = Infinity;
  for (let i = 0; i < PLACES.length; i += 1) least = Math.min(least, squaredChord(i));
  // Chords on a sphere and geodesics differ by less than 1.5 %: measure all that may be nearest.
  const limit = least * 1.03 + 1e-12;
  let nearest: { readonly place: Place; readonly metres: number } | undefined;
  for (let i = 0; i < PLACES.length; i += 1) {
    if (squaredChord(i) > limit) continue;
    const { place } = present(PLACES[i]);
    const metres = inverse(place.position, position).distanceMetres;
    if (nearest === undefined || metres < nearest.metres) nearest = { place, metres };
  }
  return present(nearest).place;
}

/**
 * The places of a name, best match only, ordered by code, at most 50: by ICAO or IATA code; else
 * by name ("Deir Ezzor", "deir ez-zor airbase"); else by city; else every place whose name holds
 * all the words. Case, accents, hyphens and words such as "airport" do not matter.
 */
export function findPlaces(name: string): Place[] {
  const code = name.trim().toUpperCase();
  const coded = placesOfCode(code);
  if (coded.length > 0) return coded;
  const named = placesOfName(name);
  return named.length > 0 ? named : placesOfWords(name);
}

/** The place of an ICAO code, or else the places of an IATA code; both in capitals. */
export function placesOfCode(code: string): Place[] {
  const { icao, iata } = nameIndex();
  return listOf(icao.get(code) ?? iata.get(code));
}

/** The places whose whole name or whole city this is; an article may be missing or too many. */
export function placesOfName(name: string): Place[] {
  if (name.length > NAME_CHARACTERS_MAX) return [];
  const { compact, bare } = nameOf(name);
  const found = nameIndex();
  return listOf(found.compact.get(compact) ?? found.bare.get(bare) ?? found.city.get(bare));
}

/** The places whose name holds all the words, none of them shorter than three letters. */
function placesOfWords(name: string): Place[] {
  if (name.length > NAME_CHARACTERS_MAX) return [];
  const { words } = nameOf(name);
  const lists = words.map((word) => (word.length > 2 ? (nameIndex().word.get(word) ?? []) : []));
  const [first = [], ...others] = lists;
  return listOf(first.filter((place) => others.every((list) => list.includes(place))));
}

/** For every key the places that have it, in the order of the table, which is by code. */
type Places = Map<string, Place[]>;
type NameIndex = {
  readonly [key in 'icao' | 'iata' | 'compact' | 'bare' | 'city' | 'word']: Places;
};

function nameIndex(): NameIndex {
  if (index !== undefined) return index;
  const [icao, iata, compact, bare, city, word] = [0, 1, 2, 3, 4, 5].map((): Places => new Map());
  const made = { icao, iata, compact, bare, city, word } as NameIndex;
  for (const { place, iata: iataCode, city: cityName } of PLACES) {
    enter(made.icao, place.code, place);
    enter(made.iata, iataCode, place);
    enter(made.city, nameOf(cityName).bare, place);
    for (const name of [place.name, ...(ALSO_KNOWN_AS[place.code] ?? [])].map(nameOf)) {
      enter(made.compact, name.compact, place);
      enter(made.bare, name.bare, place);
      for (const each of new Set(name.words)) enter(made.word, each, place);
    }
  }
  index = made;
  return made;
}

function enter(places: Places, key: string, place: Place): void {
  if (key === '') return;
  const list = places.get(key);
  if (list === undefined) places.set(key, [place]);
  else if (list.at(-1) !== place) list.push(place);
}

function listOf(places: readonly Place[] = []): Place[] {
  return places.slice(0, FOUND_MAX);
}

function listed(line: string): Listed {
  const [code = '', iata = '', name = '', country = '', latE4, lonE4, city = ''] = line.split('|');
  const position = { latE7: Number(latE4) * 1000, lonE7: Number(lonE4) * 1000 };
  return { place: { code, name, country, position }, iata, city };
}

function nameOf(name: string): Name {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ðđøłıþæœß]/g, (letter) => LATIN.get(letter) ?? letter);
  const words = (plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !GENERIC.has(word));
  const bare = words.filter((word) => !ARTICLES.has(word)).join('');
  return { compact: words.join(''), bare, words };
}

function unitVector({ latE7, lonE7 }: Position): [number, number, number] {
  const lat = (latE7 / 1e7) * (Math.PI / 180);
  const lon = (lonE7 / 1e7) * (Math.PI / 180);
  return [Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)];
}
