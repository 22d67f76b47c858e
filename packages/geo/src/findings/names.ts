// Finds which places and areas the words at some point of a text name, in English and Russian with
// its endings: an aerodrome by code or name, "the airfield" of the surroundings, a town, a country.
import type { Area, AreaAtlas } from '../place/area-port.ts';
import type { Gazetteer, Place } from '../place/gazetteer-port.ts';
import { foldName } from '../place/name-folding.ts';
import type { FoldedName } from '../place/name-folding.ts';
import { nominatives } from './russian-cases.ts';
import { inverse } from '../shape/geodesic.ts';
import type { Ground } from './seen.ts';
import { metresToNearest } from './seen.ts';

export type SaidName = {
  /** What the words may plainly mean, the nearest to the geometry first. */
  readonly places: readonly Place[];
  /** Places of the name that the words do not mean: the town, when an airfield was said. */
  readonly others: readonly Place[];
  /** Places of the name too far off to be meant, unless the words give that distance. */
  readonly namesakes: readonly Place[];
  readonly areas: readonly Area[];
  /** How much of the text it takes. */
  readonly length: number;
  /** Whether the words say that a governorate, a province or an oblast is meant. */
  readonly isRegion: boolean;
};

/** Answers of the ports, asked once for each name of one text. */
export type Names = {
  readonly at: (words: string) => SaidName | undefined;
};

const EN_KIND = '(?:airfield|airport|air ?base|aerodrome|airstrip|air station)';
const RU_KIND = '(?:аэродром|аэропорт|авиабаз)\\p{L}{0,3}';
const KIND = `(?:${EN_KIND}|${RU_KIND}|база ВВС|базы ВВС)`;
const WHOSE = '(?:the |this |our |your |that |нашего |этого |данного )?';
const AERODROME_FIRST = new RegExp(
  `^${WHOSE}(?:(?:military|civil|main|international|военн\\p{L}+|гражданск\\p{L}+) )?${KIND}` +
    '(?![\\p{L}\\d])(?<link> (?:of|at|near|in)(?: the)?| \\(| [«"“]|)',
  'iu',
);
const TOWN_FIRST = new RegExp(
  String.raw`^(?:the )?(?:city|town|village|settlement)(?: of)? |^(?:города?|` +
    String.raw`городу|городом|городе|пос[её]л\p{L}+|сел[аоуе]|деревн\p{L}+|` +
    String.raw`насел[её]нн\p{L}+ пункт\p{L}*|г\.|н\. ?п\.|пос\.)\s?`,
  'iu',
);
const REGION_FIRST = new RegExp(
  String.raw`^(?:the )?(?:governorate|province|oblast|region|muhafazat?) of (?:the ` +
    String.raw`)?|^(?:провинци|мухафаз|област|губернаторств|вилайет)\p{L}* `,
  'iu',
);
const REGION_AFTER = new RegExp(
  String.raw`^ (?:governorate|province|oblast|district|muhafazat?|област\p{L}{1,3}|` +
    String.raw`провинци\p{L}{1,3}|мухафаз\p{L}{1,3})(?!\p{L})`,
  'iu',
);
const AERODROME_AFTER = new RegExp(`^ (?:(?:military|international) )?${EN_KIND}(?!\\p{L})`, 'iu');
const WORD = /[\p{L}\p{M}\p{N}'’ʻʼ]+/gu;
/** Words of small letters that names have inside. */
const PARTICLE = new RegExp(
  String.raw`^(?:al|el|ad|an|ar|as|ash|at|az|ed|es|ez|de|la|le|of|on|and|the|эз|` +
    String.raw`аль|эль|эд|аз|эн|эш|аш|ас|на|ан)$`,
  'u',
);
const NAME_WORDS_MAX = 5;
const SCORE_MIN = 0.8;
/** A name found by its consonants only must be this long, or chance finds it. */
const FORGIVEN_LETTERS_MIN = 5;
const UNNAMED_METRES = 60_000;
const SERVED_METRES = 40_000;
/** A bare name farther from the geometry than this is taken for a namesake. */
const NAMESAKE_METRES = 500_000;

/** Reads names against the two ports; `grounds` are the areas of the notice. */
export function namesIn(gazetteer: Gazetteer, atlas: AreaAtlas, grounds: readonly Ground[]): Names {
  const kept = new Map<string, readonly Place[]>();
  const find = (name: string): readonly Place[] => {
    const known = kept.get(name);
    if (known !== undefined) return known;
    const least = letters(name) < FORGIVEN_LETTERS_MIN ? 1 : SCORE_MIN;
    let matches = gazetteer.find(name).filter(({ score }) => score >= least);
    for (const nominative of matches.length === 0 && least === 1 ? nominatives(name) : []) {
      matches = gazetteer.find(nominative).filter(({ score }) => score === 1);
      if (matches.length > 0) break;
    }
    const found = matches.map(({ place }) => place);
    kept.set(name, found);
    return found;
  };
  const near = nearFirst(grounds);
  const ports: Ports = { find, gazetteer, atlas, near, grounds };
  return { at: (words) => nameAt(words, ports) };
}

type Ports = {
  readonly find: (name: string) => readonly Place[];
  readonly gazetteer: Gazetteer;
  readonly atlas: AreaAtlas;
  readonly near: (places: readonly Place[]) => readonly Place[];
  readonly grounds: readonly Ground[];
};

function nameAt(words: string, ports: Ports): SaidName | undefined {
  const region = REGION_FIRST.exec(words)?.[0];
  if (region !== undefined) {
    const named = bareName(words.slice(region.length), ports);
    if (named === undefined) return undefined;
    const areas = named.areas.filter(({ kind }) => kind === 'region');
    return {
      ...named,
      places: [],
      others: [],
      namesakes: [],
      areas,
      length: named.length + region.length,
      isRegion: true,
    };
  }
  const town = TOWN_FIRST.exec(words)?.[0];
  if (town !== undefined) {
    const named = bareName(words.slice(town.length), ports);
    return named && ofKind(named, 'town', town.length + named.length);
  }
  const aerodrome = AERODROME_FIRST.exec(words);
  if (aerodrome !== null) return aerodromeAt(words, aerodrome, ports);
  const article = /^the /i.exec(words)?.[0] ?? '';
  const named = bareName(words.slice(article.length), ports);
  return named && { ...named, length: named.length + article.length };
}

/** "the airfield", "the airfield of Deir ez-Zor", "аэродрома Дейр-эз-Зор". */
function aerodromeAt(words: string, found: RegExpExecArray, ports: Ports): SaidName | undefined {
  const link = found.groups?.['link'] ?? '';
  const rest = words.slice(found[0].length);
  const space = /^ ?[«"“]?/.exec(rest)?.[0] ?? '';
  const after = rest.slice(space.length);
  const isNamed = /^\p{Lu}/u.test(after) && (link !== '' || space !== '');
  if (isNamed) {
    const named = bareName(after, ports);
    // "The airfield of Nowhere" names a place that is not listed; the nearest one is not meant.
    if (named === undefined) return undefined;
    const closing = /^[»"”)]/.test(after.slice(named.length)) ? 1 : 0;
    const length = found[0].length + space.length + named.length + closing;
    return ofKind(served(named, ports), 'aerodrome', length);
  }
  if (link !== '') return undefined;
  const around = ports.grounds.flatMap(({ centre }) =>
    ports.gazetteer.near(centre, UNNAMED_METRES, 'aerodrome'),
  );
  const places = ports.near([...new Set(around)]);
  const [nearest] = places;
  if (nearest === undefined) return undefined;
  return {
    ...townsOf(nearest, ports),
    places,
    namesakes: [],
    areas: [],
    length: found[0].length,
    isRegion: false,
  };
}

/** The towns that an aerodrome is named after. */
function townsOf(aerodrome: Place, { find }: Ports): { readonly others: readonly Place[] } {
  const name = aerodrome.name.replace(
    new RegExp(`(?: international| military)? ${EN_KIND}$`, 'iu'),
    '',
  );
  const others = find(name).filter(
    ({ kind, position }) =>
      kind === 'town' && inverse(position, aerodrome.position).distanceMetres < SERVED_METRES,
  );
  return { others };
}

/** When no aerodrome goes by the name of a town, the aerodromes around that town do. */
function served(named: SaidName, { gazetteer, near }: Ports): SaidName {
  if (named.places.some(({ kind }) => kind !== 'town')) return named;
  const around = named.places.flatMap(({ position }) =>
    gazetteer.near(position, SERVED_METRES, 'aerodrome'),
  );
  return { ...named, places: near([...named.places, ...new Set(around)]) };
}

function ofKind(named: SaidName, kind: 'town' | 'aerodrome', length: number): SaidName | undefined {
  const fits = (place: Place): boolean => (place.kind === 'town') === (kind === 'town');
  const places = named.places.filter(fits);
  if (places.length === 0) return undefined;
  const others = [...named.places, ...named.others].filter((place) => !fits(place));
  return { ...named, places, others, namesakes: named.namesakes.filter(fits), areas: [], length };
}

/**
 * The longest run of words that is a code or a whole name, with "airport" after
 * it, and its code.
 */
function bareName(words: string, ports: Ports): SaidName | undefined {
  if (!/^["«“]?[\p{Lu}\p{Lo}]/u.test(words)) return undefined;
  const quote = /^["«“]/.test(words) ? 1 : 0;
  for (const end of nameEnds(words.slice(quote)).toReversed()) {
    const name = words.slice(quote, quote + end);
    // "RAF Akrotiri" does not begin with the IATA code of Rafaela.
    if (/^[A-Z]{3}$/.test(name) && /^[ -]\p{Lu}/u.test(words.slice(quote + end))) continue;
    const found = thingsNamed(name, ports) ?? oblastNamed(name, words.slice(quote + end), ports);
    if (found === undefined) continue;
    const closed = quote + end + (/^[»"”]/.test(words.slice(quote + end)) && quote === 1 ? 1 : 0);
    return completed(words, closed, name, found, ports);
  }
  return undefined;
}

/** "Харьковской области": the adjective alone is nobody's name. */
function oblastNamed(
  name: string,
  rest: string,
  { atlas }: Ports,
): Omit<SaidName, 'length' | 'isRegion'> | undefined {
  const region = REGION_AFTER.exec(rest)?.[0];
  const areas = region === undefined ? [] : areasNamed(atlas, name + region);
  return areas.length === 0 ? undefined : { places: [], others: [], namesakes: [], areas };
}

function completed(
  words: string,
  end: number,
  name: string,
  found: Omit<SaidName, 'length' | 'isRegion'>,
  ports: Ports,
): SaidName | undefined {
  const rest = words.slice(end);
  const region = REGION_AFTER.exec(rest)?.[0];
  if (region !== undefined) {
    const whole = areasNamed(ports.atlas, name + region);
    const areas = (whole.length > 0 ? whole : found.areas).filter(({ kind }) => kind === 'region');
    const none = { places: [], others: [], namesakes: [] };
    return { ...none, areas, length: end + region.length, isRegion: true };
  }
  const kind = AERODROME_AFTER.exec(rest)?.[0];
  const plain = { ...found, length: end, isRegion: false };
  if (kind === undefined) return { ...plain, length: end + codeAfter(rest, found.places) };
  const direct = ports.find(name + kind).filter((place) => place.kind !== 'town');
  const all = { ...plain, places: ports.near([...new Set([...direct, ...found.places])]) };
  const length = end + kind.length + codeAfter(rest.slice(kind.length), all.places);
  return ofKind(served(all, ports), 'aerodrome', length);
}

/** The length of " OSDZ", " (OSDZ)" after the name of that place. */
function codeAfter(rest: string, places: readonly Place[]): number {
  const found = /^,? \(?([A-Z]{4})\b\)?/.exec(rest);
  return found !== null && places.some(({ code }) => code === found[1]) ? found[0].length : 0;
}

function thingsNamed(
  name: string,
  ports: Ports,
): Omit<SaidName, 'length' | 'isRegion'> | undefined {
  const isMeant = ({ position }: Place): boolean =>
    metresToNearest(position, ports.grounds) < NAMESAKE_METRES;
  const all = ports.near(ports.find(name));
  const places = all.filter(isMeant);
  const namesakes = all.filter((place) => !isMeant(place));
  const listed = areasNamed(ports.atlas, name);
  const areas = [...new Set([...listed, ...regionsOf(places.slice(0, 3), ports.atlas)])];
  if (places.length === 0 && areas.length === 0) return undefined;
  const [first] = places;
  const isKindSaid = first?.kind === 'aerodrome' && new RegExp(KIND, 'iu').test(name);
  return { places, namesakes, areas, others: isKindSaid ? townsOf(first, ports).others : [] };
}

/** Where each run of words that may be a name ends. */
function nameEnds(words: string): number[] {
  const ends: number[] = [];
  let last = 0;
  for (const [i, found] of [...words.slice(0, 80).matchAll(WORD)]
    .slice(0, NAME_WORDS_MAX)
    .entries()) {
    const between = words.slice(last, found.index);
    if (i > 0 && !/^(?: |-|‑|–)$/u.test(between) && !isAbbreviated(words.slice(0, last), between)) {
      break;
    }
    const word = found[0];
    // "H-3" and "T4" are names; "Homs 9" is the name before a distance.
    if (i > 0 && between === ' ' && /^\d+$/.test(word)) break;
    const isKind = new RegExp(`^${EN_KIND}$`, 'iu').test(word);
    last = found.index + word.length;
    if (/^\p{Ll}/u.test(word)) {
      if (between === ' ' && !isKind && !PARTICLE.test(word)) break;
      if (!isKind && between === ' ') continue;
    }
    ends.push(last);
  }
  return ends;
}

/** "St. Petersburg" runs on over its stop; "in Syria. The area" does not. */
function isAbbreviated(before: string, between: string): boolean {
  return between === '. ' && /(?<![\p{L}\d])\p{Lu}\p{Ll}?$/u.test(before);
}

/** The areas that go by a name: its vowels and Russian endings forgiven, its first letter not. */
export function areasNamed(atlas: AreaAtlas, name: string): readonly Area[] {
  if (letters(name) < 4) return [];
  for (const nominative of nominatives(name)) {
    const said = foldName(nominative);
    const found = atlas
      .find(nominative)
      .filter((area) =>
        namesOf(area).some(
          ({ folded, skeleton }) =>
            folded === said.folded ||
            (nominative === name && skeleton === said.skeleton && folded[0] === said.folded[0]),
        ),
      );
    if (found.length > 0) return found;
  }
  return [];
}

/** The regions that are named after one of these towns and hold it. */
function regionsOf(places: readonly Place[], atlas: AreaAtlas): readonly Area[] {
  const found = new Map<string, Area>();
  for (const place of places) {
    const { region } = place.kind === 'town' ? atlas.at(place.position, 0) : {};
    if (region === undefined) continue;
    const own = namesOf(place);
    const isAfter = namesOf(region).some(({ folded, skeleton }) =>
      own.some(
        (each) =>
          each.folded === folded || (each.skeleton === skeleton && each.folded[0] === folded[0]),
      ),
    );
    if (isAfter) found.set(region.id, region);
  }
  return [...found.values()];
}

function namesOf({ name, names = {}, aliases = [] }: Area | Place): FoldedName[] {
  return [name, ...Object.values(names), ...aliases].map(foldName);
}

function nearFirst(grounds: readonly Ground[]): (places: readonly Place[]) => readonly Place[] {
  return (places) =>
    places
      .map((place) => ({ place, metres: metresToNearest(place.position, grounds) }))
      .sort((a, b) => a.metres - b.metres)
      .map(({ place }) => place);
}

function letters(name: string): number {
  return name.replace(/[^\p{L}\p{N}]/gu, '').length;
}
