// Finds places by what they are called, in any of their names and scripts. Made at the first
// search, because most users of geo never search.
import type { Place, PlaceKind, PlaceMatch } from './gazetteer-port.ts';
import { statedKind } from './kind-words.ts';
import { foldName, latinOf, withinEdits } from './name-folding.ts';
import { russianStem } from './russian-stem.ts';

export type FindPlaces = (name: string, kind?: PlaceKind) => readonly PlaceMatch[];

/** Shorter names are only ever found letter by letter. */
const FORGIVEN_LETTERS_MIN = 4;
/** With fewer consonants one other letter is all that is forgiven: "Raqqah" for "Raqqa". */
const SKELETON_LETTERS_MIN = 3;
const WORD_LETTERS_MIN = 4;
const NAME_CHARACTERS_MAX = 100;
const FOUND_MAX = 20;
const SCORES = {
  exact: 1,
  stem: 0.9,
  served: 0.9,
  words: 0.85,
  skeleton: 0.8,
  edits: 0.6,
} as const;

type Entry = {
  readonly place: Place;
  readonly name: string;
  readonly folded: string;
  /** The name of the town that the place serves, not its own. */
  readonly served: boolean;
};
type Lists = Map<string, Entry[]>;
type Index = { readonly [key in 'code' | 'folded' | 'stem' | 'skeleton' | 'word']: Lists } & {
  /** By the first letter and the length; made when a name is first looked for by its letters. */
  sized?: Lists;
};

/**
 * A search through `places`. The best way that finds anything is the only one that counts: by code
 * or by a whole name (1), by its Russian stem or the town that an aerodrome serves (0.9), by words
 * of an aerodrome's name (0.85), by consonants (0.8), by a letter or two wrong (0.6).
 */
export function nameIndex(places: () => readonly Place[]): FindPlaces {
  let made: Index | undefined;
  return (name, kind) => {
    if (name.length > NAME_CHARACTERS_MAX) return [];
    made ??= indexOf(places());
    const stated = statedKind(name.trim());
    const wanted = kind ?? stated.kind;
    const fits = ({ place }: Entry): boolean =>
      // A deployment's "site" may be called an air base.
      wanted === undefined ||
      place.kind === wanted ||
      (kind === undefined && place.kind === 'site');
    for (const [way, entries] of ways(made, stated.bare, name.trim(), wanted === 'aerodrome')) {
      const found = pick(entries.filter(fits), SCORES[way]);
      if (found.length > 0) return found;
    }
    return [];
  };
}

type Way = readonly [keyof typeof SCORES, readonly Entry[]];

/** The ways of finding a name, each tried only when those before it found nothing that fits. */
function* ways(index: Index, bare: string, whole: string, aerodrome: boolean): Generator<Way> {
  yield ['exact', coded(index, whole)];
  if (bare !== whole) yield ['exact', coded(index, bare)];
  const { folded, skeleton } = foldName(bare);
  if (folded === '') return;
  const named = index.folded.get(folded) ?? [];
  yield ['exact', named.filter(({ served }) => !served)];
  const stem = russianStem(bare);
  const stemmed = stem === undefined ? [] : (index.stem.get(stem) ?? []);
  yield ['stem', stemmed.filter(({ served }) => !served)];
  if (aerodrome) yield ['served', [...named, ...stemmed]];
  const words = wordsOf(bare);
  if (words.length > 0) yield ['words', withWords(index, words)];
  if (folded.length >= FORGIVEN_LETTERS_MIN && skeleton.length > 1) {
    const alike = (index.skeleton.get(skeleton) ?? []).filter(({ served }) => aerodrome || !served);
    const most = skeleton.length < SKELETON_LETTERS_MIN ? 1 : Math.ceil(folded.length / 2);
    yield ['skeleton', closest(alike, latinOf(folded), most)];
  }
  yield ['served', named];
  if (folded.length > FORGIVEN_LETTERS_MIN) yield ['edits', nearly(index, folded)];
}

/** ICAO codes in any letters; IATA codes in capitals, because "Van" is a town and not VAN. */
function coded(index: Index, name: string): readonly Entry[] {
  const found = index.code.get(name.toUpperCase()) ?? [];
  return name.length === 3 ? (index.code.get(`iata ${name}`) ?? []) : found;
}

function withWords(index: Index, [first = '', ...others]: readonly string[]): readonly Entry[] {
  const lists = others.map((word) => new Set(index.word.get(word)));
  return (index.word.get(first) ?? []).filter((entry) => lists.every((list) => list.has(entry)));
}

/** Of names with the same consonants those with the fewest other letters, and one letter more. */
function closest(entries: readonly Entry[], latin: string, most: number): readonly Entry[] {
  for (let edits = 1; edits <= most; edits += 1) {
    const found = entries.filter(({ folded }) => withinEdits(latin, latinOf(folded), edits));
    if (found.length > 0) return found;
  }
  return [];
}

function nearly(index: Index, folded: string): readonly Entry[] {
  index.sized ??= bySize(index.folded);
  const edits = folded.length >= 9 ? 2 : 1;
  const found: Entry[] = [];
  for (let length = folded.length - edits; length <= folded.length + edits; length += 1) {
    for (const entry of index.sized.get(`${folded.charAt(0)}${length}`) ?? []) {
      if (!entry.served && withinEdits(entry.folded, folded, edits)) found.push(entry);
    }
  }
  return found;
}

/** One match a place; the larger towns first, else in the order of the table. */
function pick(entries: readonly Entry[], score: number): PlaceMatch[] {
  const found = new Map<string, PlaceMatch>();
  for (const { place, name } of entries) {
    if (!found.has(place.id)) found.set(place.id, { place, score, matched: name });
  }
  return [...found.values()]
    .sort((a, b) => (b.place.population ?? 0) - (a.place.population ?? 0))
    .slice(0, FOUND_MAX);
}

function indexOf(places: readonly Place[]): Index {
  const [code, folded, stem, skeleton, word] = [0, 1, 2, 3, 4].map((): Lists => new Map());
  const index = { code, folded, stem, skeleton, word } as Index;
  for (const place of places) {
    const own = [place.name, ...Object.values(place.names ?? {}), ...(place.aliases ?? [])];
    for (const name of new Set(own)) enter(index, place, name, false);
    for (const name of place.serves ?? []) enter(index, place, name, true);
    const entry = { place, folded: '', served: false };
    if (place.code !== '') put(index.code, place.code, { ...entry, name: place.code });
    const { iata } = place;
    if (iata !== undefined) put(index.code, `iata ${iata}`, { ...entry, name: iata });
  }
  return index;
}

function bySize(named: Lists): Lists {
  const sized: Lists = new Map();
  for (const [folded, entries] of named) {
    for (const entry of entries) put(sized, `${folded.charAt(0)}${folded.length}`, entry);
  }
  return sized;
}

function enter(index: Index, place: Place, name: string, served: boolean): void {
  const { bare } = place.kind === 'town' ? { bare: name } : statedKind(name);
  const { folded, skeleton } = foldName(bare === '' ? name : bare);
  if (folded === '') return;
  const entry = { place, name, folded, served };
  put(index.folded, folded, entry);
  put(index.skeleton, skeleton, entry);
  const stem = russianStem(bare);
  if (stem !== undefined) put(index.stem, stem, entry);
  if (place.kind === 'town' || served) return;
  for (const each of wordsOf(bare)) put(index.word, each, entry);
}

function wordsOf(name: string): readonly string[] {
  const words = name.match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? [];
  const folded = words.map((word) => foldName(word).folded);
  return folded.some((word) => word.length >= WORD_LETTERS_MIN) ? folded : [];
}

function put(lists: Lists, key: string, entry: Entry): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [entry]);
  else list.push(entry);
}
