// The places that words about geometry may refer to: the world's aerodromes with an ICAO code.
// Towns are not in it. Loads synchronously, in a browser too.
import table from './airports.json' with { type: 'json' };
import { inverse } from './geodesic.ts';
import type { Position } from './position.ts';
import { present } from './present.ts';

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

/** The names of a listed place in the forms that `findPlaces` compares. */
type Named = Listed & { readonly names: readonly Name[]; readonly cityName: Name | undefined };

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
const NAME_CHARACTERS_MAX = 100;
const FOUND_MAX = 50;

const PLACES: readonly Listed[] = table.airports.map(listed);
/** Unit vectors of all places, x y z after one another: for the first, coarse search. */
const VECTORS = Float64Array.from(PLACES.flatMap(({ place }) => unitVector(place.position)));
/** Made at the first search by name, because most users of geo never search. */
let named: readonly Named[] | undefined;

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
  if (name.length > NAME_CHARACTERS_MAX) return [];
  const code = name.trim().toUpperCase();
  const wanted = nameOf(name);
  const tests: readonly ((listed: Named) => boolean)[] = [
    ({ place }) => place.code === code,
    ({ iata }) => iata !== '' && iata === code,
    ({ names }) => wanted.compact !== '' && names.some((n) => n.compact === wanted.compact),
    ({ names }) => wanted.bare !== '' && names.some((n) => n.bare === wanted.bare),
    ({ cityName }) => wanted.bare !== '' && cityName?.bare === wanted.bare,
    ({ names }) => wanted.words.length > 0 && names.some((n) => holdsAll(n, wanted)),
  ];
  named ??= PLACES.map(withNames);
  for (const test of tests) {
    const found = named.filter(test);
    if (found.length > 0) return found.slice(0, FOUND_MAX).map(({ place }) => place);
  }
  return [];
}

function listed(line: string): Listed {
  const [code, iata, name, country, latE4, lonE4, city] = line.split('|') as [
    ...[string, string, string, string, string, string, string],
  ];
  const position = { latE7: Number(latE4) * 1000, lonE7: Number(lonE4) * 1000 };
  return { place: { code, name, country, position }, iata, city };
}

function withNames(of: Listed): Named {
  const { code, name } = of.place;
  const names = [name, ...(ALSO_KNOWN_AS[code] ?? [])].map(nameOf);
  return { ...of, names, cityName: of.city === '' ? undefined : nameOf(of.city) };
}

function nameOf(name: string): Name {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = (plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !GENERIC.has(word));
  const bare = words.filter((word) => !ARTICLES.has(word)).join('');
  return { compact: words.join(''), bare, words };
}

function holdsAll(name: Name, wanted: Name): boolean {
  return wanted.words.every((word) => word.length > 2 && name.words.includes(word));
}

function unitVector({ latE7, lonE7 }: Position): [number, number, number] {
  const lat = (latE7 / 1e7) * (Math.PI / 180);
  const lon = (lonE7 / 1e7) * (Math.PI / 180);
  return [Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)];
}
