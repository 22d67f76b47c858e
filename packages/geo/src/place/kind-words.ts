// The words that say of what kind a named place is: "airport", "аэродром", "مطار", "the town of".
// They are no part of the name, but they tell an aerodrome from the town that it is named after.
import type { PlaceKind } from './gazetteer-port.ts';

export type StatedKind = {
  /** The name without them; empty when nothing else was there. */
  readonly bare: string;
  readonly kind?: Extract<PlaceKind, 'aerodrome' | 'town'>;
};

/** No letter may touch a word; `\b` knows Latin letters only. */
const wordsOf = (pattern: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${pattern})(?![\\p{L}\\p{M}\\p{N}])[.]?`, flags);

const AERODROME = [
  '(?:(?:army|military|international|intl) )*air[- ]?(?:ports?|fields?|bases?|strips?|dromes?)',
  'base|aerodromes?|heliports?|international|intl|afb',
  '(?:военн\\p{L}+ |международн\\p{L}+ )*(?:аэродром|аэропорт|авиабаз|вертодром)\\p{L}{0,3}',
  '(?:авиационн\\p{L}+ )?баз\\p{L}{1,2}|(?:аеродром|аеропорт|летовищ|авіабаз)\\p{L}{0,3}',
  '(?:ال)?مطار|قاعدة|(?:ال)?(?:جوية|عسكري|عسكرية|دولي)',
  '(?:שדה|נמל) ה?תעופה|בסיס(?: חיל האוויר)?',
  'hava ?(?:alan|liman|meydan|üss|uss)\\p{L}{0,4}',
].join('|');
const TOWN = [
  '(?:the )?(?:city|town|village|settlement) of',
  '(?:город|посёлок|поселок|сел|деревн|станиц)\\p{L}{0,2}(?= )|г\\.|пос\\.|с\\.|д\\.',
  'н\\. ?п\\.|нас(?:ел[её]нн\\p{L}+|\\.) пункт\\p{L}{0,2}',
  '(?:مدينة|بلدة|قرية)(?= )|(?:העיר|היישוב|הכפר)(?= )|yerleşim yeri:?',
].join('|');
const SAYS_AERODROME = wordsOf(AERODROME, 'giu');
/** "Deir ez-Zor AB": only in capitals, because "Chah Ab" is a village. */
const AIR_BASE = wordsOf('AB', 'gu');
const SAYS_TOWN = wordsOf(TOWN, 'giu');
const JOINTS = /^\s*(?:the|of|at|de)\s+|\s+(?:of|at)\s*$/giu;

/** What `name` says of its kind, and the name without those words. Total. */
export function statedKind(name: string): StatedKind {
  const town = name.replace(SAYS_TOWN, ' ');
  const bare = town.replace(SAYS_AERODROME, ' ').replace(AIR_BASE, ' ');
  if (bare !== town) return { bare: bare.trim().replace(JOINTS, '').trim(), kind: 'aerodrome' };
  return town === name ? { bare: name } : { bare: town.trim(), kind: 'town' };
}
