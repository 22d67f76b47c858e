// Finds which place the words after "of" or "from" mean: an aerodrome by its code or name, or "the
// airfield", which is the one nearest to the geometry.
import { nearestPlace, placesOfCode, placesOfName } from '../place/gazetteer.ts';
import type { Place } from '../place/gazetteer.ts';
import { inverse } from '../shape/geodesic.ts';
import { writePlace } from '../place/place-words.ts';
import { present } from '../reading/present.ts';
import type { Position } from '../position/position.ts';

export type SaidPlace = {
  /** Every place that may be meant, the nearest to the geometry first. */
  readonly places: readonly Place[];
  /** How much of the text names it. */
  readonly length: number;
  /** Whether the words say that an aerodrome is meant, and not a town of that name. */
  readonly isAerodrome: boolean;
};

const KIND = '(?:airfield|airport|air ?base|aerodrome|airstrip)';
const UNNAMED = new RegExp(`^(?:the |this |our |your |that )?(?:[a-z]+ )?${KIND}\\b`, 'i');
const HAS_KIND = new RegExp(`\\b${KIND}\\b`, 'i');
const LINK = /^ (?:of|at|near|in) (?:the )?/i;
const NAME_WORDS_MAX = 7;
const CHARACTERS_MAX = 100;
/** A bare name farther from the geometry than this is taken for a namesake. */
const NAMESAKE_METRES = 500_000;

/** The place that `words` begin with, or undefined. `centres`: the middles of the outlines. */
export function placeAt(words: string, centres: readonly Position[]): SaidPlace | undefined {
  const text = words.slice(0, CHARACTERS_MAX);
  const named = generatedAt(text) ?? namedAt(text, centres);
  if (named !== undefined) return named;
  const unnamed = UNNAMED.exec(text)?.[0];
  if (unnamed === undefined || !/^(?:the|this|our|your|that) |^air|^aero/i.test(unnamed)) {
    return undefined;
  }
  const rest = text.slice(unnamed.length);
  const link = LINK.exec(rest)?.[0] ?? /^ \(?/.exec(rest)?.[0] ?? '';
  const after = rest.slice(link.length);
  const name = link === '' ? undefined : namedAt(after, centres);
  if (name !== undefined) {
    const closing = link.endsWith('(') && after.startsWith(')', name.length) ? 1 : 0;
    const length = unnamed.length + link.length + name.length + closing;
    return { ...name, length, isAerodrome: true };
  }
  // "The airfield of Nowhere" names a place that is not listed; the nearest one is not meant.
  if (LINK.test(rest) && /^\p{Lu}/u.test(after)) return undefined;
  return {
    places: byDistance(centres.map(nearestPlace), centres).slice(0, 1),
    length: unnamed.length,
    isAerodrome: true,
  };
}

/** A place as place texts write it, whatever signs its name has: "RAF Akrotiri LCRA". */
function generatedAt(text: string): SaidPlace | undefined {
  for (const code of text.matchAll(/\b[A-Z]{4}\b/g)) {
    const length = code.index + code[0].length;
    const places = placesOfCode(code[0]).filter((place) => text.startsWith(writePlace(place)));
    if (places.length > 0) return { places, length, isAerodrome: true };
  }
  return undefined;
}

/** The longest run of words that is a code or a whole name. */
function namedAt(text: string, centres: readonly Position[]): SaidPlace | undefined {
  const ends = [...text.matchAll(/[\p{L}\p{M}\p{N}'’]+(?=(.?))/gu)]
    .slice(0, NAME_WORDS_MAX)
    .map((word) => word.index + word[0].length);
  for (const end of ends.toReversed()) {
    const name = text.slice(0, end);
    // A name runs on over spaces, hyphens and dots; anything else ends it.
    if (!/^[\p{L}\p{M}\p{N}'’. -]+$/u.test(name)) continue;
    // "RAF Akrotiri" does not begin with the IATA code of Rafaela.
    if (/^[A-Z]{3}$/.test(name) && /^[ -]\p{Lu}/u.test(text.slice(end))) continue;
    const found = placesNamed(name, centres);
    if (found === undefined) continue;
    const code = present(found.places[0]).code;
    const coded = new RegExp(`^,? \\(?${code}\\b\\)?`).exec(text.slice(end))?.[0] ?? '';
    return { ...found, length: end + coded.length };
  }
  return undefined;
}

function placesNamed(
  name: string,
  centres: readonly Position[],
): Omit<SaidPlace, 'length'> | undefined {
  if (/^[A-Z]{3,4}$/.test(name)) {
    const coded = byDistance(placesOfCode(name), centres);
    if (coded.length > 0) return { places: coded, isAerodrome: true };
  }
  const isAerodrome = HAS_KIND.test(name);
  if (!isAerodrome && !/^\p{Lu}/u.test(name)) return undefined;
  const named = byDistance(placesOfName(name.replace(/^the /i, '')), centres);
  const near = isAerodrome
    ? named
    : named.filter((place) => distance(place, centres) < NAMESAKE_METRES);
  return near.length === 0 ? undefined : { places: near, isAerodrome };
}

function byDistance(places: readonly Place[], centres: readonly Position[]): Place[] {
  return places.toSorted((a, b) => distance(a, centres) - distance(b, centres));
}

function distance(place: Place, centres: readonly Position[]): number {
  return Math.min(...centres.map((centre) => inverse(place.position, centre).distanceMetres));
}
