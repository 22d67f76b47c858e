// A gazetteer from a list of places, and a gazetteer on top of another: a deployment's own names
// above those that come with geo.
import { inverse } from '../shape/geodesic.ts';
import type { Gazetteer, Place, PlaceMatch } from './gazetteer-port.ts';
import { statedKind } from './kind-words.ts';
import { nameIndex } from './name-index.ts';
import { nearIndex } from './near-index.ts';

const FOUND_MAX = 20;
const NEAR_MAX = 50;
/** An aerodrome farther than this from a town of its name is named after another one. */
const NAMESAKE_METRES = 60_000;
/** What a namesake's name must be: whole, or spelled alike to the consonant. */
const NAMESAKE_SCORE_MIN = 0.8;

/**
 * Searches `places`, and `beneath` with them. `find` goes by code, name or alias (score 1), else by
 * forgiven spellings as `nameIndex` says; of both gazetteers only the best score is given. A place
 * of `places` hides the one of the same id beneath.
 */
export function gazetteerOf(
  title: string,
  places: readonly Place[],
  beneath?: Gazetteer,
): Gazetteer {
  const own = gazetteerFrom(title, () => places);
  if (beneath === undefined) return own;
  const hidden = new Set(places.map(({ id }) => id));
  return joined(`${title}; ${beneath.title}`, own, beneath, hidden);
}

/** As `gazetteerOf`, of places that are only made when somebody asks. */
export function gazetteerFrom(title: string, places: () => readonly Place[]): Gazetteer {
  const find = nameIndex(places);
  return { title, find: withNamesakes(find), near: nearIndex(places) };
}

/** Two gazetteers as one. The places of `lower` whose ids are `hidden` are not given. */
export function joined(
  title: string,
  upper: Gazetteer,
  lower: Gazetteer,
  hidden: ReadonlySet<string>,
): Gazetteer {
  const find: Gazetteer['find'] = (name, kind) => {
    const under = lower.find(name, kind).filter(({ place }) => !hidden.has(place.id));
    const found = [...upper.find(name, kind), ...under];
    const best = Math.max(...found.map(({ score }) => score));
    return found.filter(({ score }) => score === best);
  };
  const near: Gazetteer['near'] = (position, withinMetres, kind) => {
    const under = lower.near(position, withinMetres, kind).filter(({ id }) => !hidden.has(id));
    const over = upper.near(position, withinMetres, kind);
    if (over.length === 0) return under;
    if (under.length === 0) return over;
    return [...over, ...under]
      .map((place) => ({ place, metres: inverse(position, place.position).distanceMetres }))
      .sort((a, b) => a.metres - b.metres)
      .slice(0, NEAR_MAX)
      .map(({ place }) => place);
  };
  return { title, find: withNamesakes(find), near };
}

/**
 * Adds to what was found the towns of the aerodromes, and the aerodromes of the towns, that go by
 * the same name in another spelling. Nothing is added where the name states its kind.
 */
function withNamesakes(find: Gazetteer['find']): Gazetteer['find'] {
  return (name, kind) => {
    const found = find(name, kind).slice(0, FOUND_MAX);
    if (kind !== undefined || found.length === 0 || statedKind(name).kind !== undefined) {
      return found;
    }
    const kinds = new Set(found.map(({ place }) => place.kind));
    const missing = (['aerodrome', 'town'] as const).filter((each) => !kinds.has(each));
    const others = missing.flatMap((each) => namesakes(find(name, each), found));
    return [...found, ...others].slice(0, FOUND_MAX);
  };
}

function namesakes(others: readonly PlaceMatch[], found: readonly PlaceMatch[]): PlaceMatch[] {
  return others.filter(
    ({ place, score, matched }) =>
      score >= NAMESAKE_SCORE_MIN &&
      place.serves?.includes(matched) !== true &&
      found.some((each) => distance(each.place, place) < NAMESAKE_METRES),
  );
}

function distance(a: Place, b: Place): number {
  return inverse(a.position, b.position).distanceMetres;
}
