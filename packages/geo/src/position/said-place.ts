// The places that the words for one may mean, in any of their spellings.
import type { Gazetteer, PlaceKind, PlaceMatch } from '../place/gazetteer-port.ts';

const CODE_AT_END = /^(?<name>.*\P{L})\(?(?<code>[A-Z]{4})\)?$/u;
const COUNTRY_AT_END = /^(?<name>.+), ?(?<country>[A-Z]{2})$/;
/** Below it a name is only resembled. */
const SCORE_MIN = 0.8;
/** A Russian name is spelled one way; one that only sounds like a Latin name is another place's. */
const FORGIVEN_SCORE = 0.5;

/**
 * Every place that `words` may mean; `kind` is what was said beside them. A code at their end
 * decides, but only together with the name before it; ", SY" keeps the places of a country. The
 * score is below 0.8 where the name is only resembled.
 */
export function placesNamed(
  words: string,
  kind: PlaceKind | undefined,
  gazetteer: Gazetteer,
): readonly PlaceMatch[] {
  const name = words.trim().replace(/^the /i, '');
  const { name: before = '', code = '' } = CODE_AT_END.exec(name)?.groups ?? {};
  if (code !== '') {
    const coded = gazetteer.find(code).filter(({ place }) => place.code === code);
    const same = new Set(gazetteer.find(before, 'aerodrome').map(({ place }) => place.id));
    if (coded.length > 0) {
      return coded.filter(({ place }) => same.has(place.id) || before.trim() === '');
    }
  }
  const { name: local = name, country } = COUNTRY_AT_END.exec(name)?.groups ?? {};
  return gazetteer
    .find(local, kind)
    .filter(({ place }) => country === undefined || place.country === country)
    .map((match) => (isForeign(local, match) ? { ...match, score: FORGIVEN_SCORE } : match));
}

function isForeign(name: string, { score, matched }: PlaceMatch): boolean {
  const cyrillic = (text: string): boolean => /\p{Script=Cyrillic}/u.test(text);
  return score <= SCORE_MIN && cyrillic(name) && !cyrillic(matched);
}
