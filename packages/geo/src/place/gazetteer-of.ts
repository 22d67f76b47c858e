// A gazetteer from a list of places: search by name that forgives spelling, search by position.
import { inverse } from '../shape/geodesic.ts';
import type { Gazetteer, Place, PlaceMatch } from './gazetteer-port.ts';
import { foldName, withinEdits } from './name-folding.ts';
import type { FoldedName } from './name-folding.ts';

const FOUND_MAX = 20;
const NEAR_MAX = 50;
const NAME_CHARACTERS_MAX = 100;
/** A degree of latitude is nowhere shorter than this. */
const LATITUDE_DEGREE_METRES_MIN = 110_500;
/** Shorter names are only ever found letter by letter. */
const FORGIVEN_LETTERS_MIN = 4;
const SKELETON_LETTERS_MIN = 3;

type Entry = FoldedName & { readonly place: Place; readonly name: string };

/**
 * Searches `places`, then `beneath`. `find` goes by code, name or alias (score 1), else by the
 * skeleton of the name (0.8), else by one letter wrong, two from nine letters on (0.6). A place of
 * `places` hides the one of the same id beneath.
 */
export function gazetteerOf(
  title: string,
  places: readonly Place[],
  beneath?: Gazetteer,
): Gazetteer {
  let entries: readonly Entry[] | undefined;
  const hidden = new Set(places.map(({ id }) => id));
  const find = (name: string): readonly PlaceMatch[] => {
    entries ??= places.flatMap(entriesOf);
    const under = (beneath?.find(name) ?? []).filter(({ place }) => !hidden.has(place.id));
    const found = [...matches(entries, name), ...under];
    const best = Math.max(...found.map(({ score }) => score));
    return found.filter(({ score }) => score === best).slice(0, FOUND_MAX);
  };
  const near: Gazetteer['near'] = (position, withinMetres) => {
    const reachE7 = (withinMetres / LATITUDE_DEGREE_METRES_MIN) * 1e7;
    const under = beneath?.near(position, withinMetres) ?? [];
    return [...places, ...under.filter(({ id }) => !hidden.has(id))]
      .filter((place) => Math.abs(place.position.latE7 - position.latE7) <= reachE7)
      .map((place) => ({ place, metres: inverse(position, place.position).distanceMetres }))
      .filter(({ metres }) => metres <= withinMetres)
      .sort((a, b) => a.metres - b.metres)
      .slice(0, NEAR_MAX)
      .map(({ place }) => place);
  };
  return { title: beneath === undefined ? title : `${title}; ${beneath.title}`, find, near };
}

function entriesOf(place: Place): Entry[] {
  const names = [place.name, ...Object.values(place.names ?? {}), ...(place.aliases ?? [])];
  return names.map((name) => ({ place, name, ...foldName(name) }));
}

function matches(entries: readonly Entry[], name: string): PlaceMatch[] {
  if (name.length > NAME_CHARACTERS_MAX) return [];
  const code = name.trim().toUpperCase();
  const { folded, skeleton } = foldName(name);
  if (folded === '') return [];
  const exact = pick(entries, 1, (each) => each.folded === folded || each.place.code === code);
  if (exact.length > 0 || folded.length < FORGIVEN_LETTERS_MIN) return exact;
  if (skeleton.length >= SKELETON_LETTERS_MIN) {
    const alike = pick(entries, 0.8, (each) => each.skeleton === skeleton);
    if (alike.length > 0) return alike;
  }
  const edits = folded.length >= 9 ? 2 : 1;
  const longEnough = folded.length > FORGIVEN_LETTERS_MIN;
  return pick(
    entries,
    0.6,
    (each) => longEnough && each.folded[0] === folded[0] && withinEdits(each.folded, folded, edits),
  );
}

/** One match a place, in the order of the table. */
function pick(
  entries: readonly Entry[],
  score: number,
  fits: (entry: Entry) => boolean,
): PlaceMatch[] {
  const found = new Map<string, PlaceMatch>();
  for (const entry of entries) {
    if (!fits(entry) || found.has(entry.place.id)) continue;
    found.set(entry.place.id, { place: entry.place, score, matched: entry.name });
  }
  return [...found.values()];
}
