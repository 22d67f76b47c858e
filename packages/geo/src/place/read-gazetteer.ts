// A deployment's own places from a JSON file: names that its officers use, sites that no public
// table has. A refusal names the place, the field, what stands there and what would be right.
import { readPosition } from '../position/read-position.ts';
import type { Position } from '../position/position.ts';
import { refuse } from '../reading/reading.ts';
import type { Refused, Reading } from '../reading/reading.ts';
import { LANGUAGES } from '../words/language.ts';
import { gazetteerOf } from './gazetteer-of.ts';
import type { Gazetteer, Place, PlaceKind } from './gazetteer-port.ts';

const FILE_CHARACTERS_MAX = 16_000_000;
const PLACES_MAX = 20_000;
const NAMES_MAX = 100;
const NAME_CHARACTERS_MAX = 100;
const EXTENT_METRES_MAX = 100_000;
const KINDS: readonly PlaceKind[] = ['aerodrome', 'town', 'site'];
const FIELDS = 'id kind name names aliases code country region position extentMetres'.split(' ');

/**
 * Reads `{ "title": "...", "places": [{ "id": "hq-1", "kind": "site", "name": "Checkpoint 4",
 * "names": { "ru": "КПП 4" }, "aliases": ["CP4"], "country": "SY", "position": "35.27 N 40.15 E",
 * "extentMetres": 200 }] }`, laid on top of `beneath`. `position` is any text that `readPosition`
 * reads. At most 20,000 places of at most 100 names. Never throws; `at` of a refusal is 0, its
 * sentence names the place and the field.
 */
export function readGazetteer(json: string, beneath: Gazetteer): Reading<Gazetteer> {
  if (json.length > FILE_CHARACTERS_MAX) {
    return refuse('', 0, `at most ${FILE_CHARACTERS_MAX} characters`);
  }
  const file = parsed(json);
  if (!isObject(file)) return fault('the file', 'a JSON object with a title and places');
  const { title, places } = file;
  if (!isName(title)) return fault('title', 'a text of 1 to 100 characters');
  if (!Array.isArray(places) || places.length > PLACES_MAX) {
    return fault('places', `a list of at most ${PLACES_MAX} places`);
  }
  const read: Place[] = [];
  const seen = new Set<string>();
  for (const [row, each] of (places as readonly unknown[]).entries()) {
    const place = placeOf(each, `places[${row}]`, title);
    if (!place.ok) return place;
    if (seen.has(place.value.id))
      return fault(`places[${row}].id`, 'an id that no other place has');
    seen.add(place.value.id);
    read.push(place.value);
  }
  return { ok: true, value: gazetteerOf(title, read, beneath) };
}

function placeOf(value: unknown, field: string, source: string): Reading<Place> {
  if (!isObject(value)) return fault(field, 'an object');
  const unknown = Object.keys(value).find((key) => !FIELDS.includes(key));
  if (unknown !== undefined) return fault(`${field}.${unknown}`, `one of ${FIELDS.join(', ')}`);
  const { id, kind, name, country, code = '', region, extentMetres } = value;
  if (!isName(id)) return fault(`${field}.id`, 'a text of 1 to 100 characters');
  const known = KINDS.find((each) => each === kind);
  if (known === undefined) return fault(`${field}.kind`, KINDS.join(', '));
  if (!isName(name)) return fault(`${field}.name`, 'a text of 1 to 100 characters');
  if (typeof country !== 'string' || !/^[A-Z]{2}$/.test(country)) {
    return fault(`${field}.country`, 'two capitals of ISO 3166-1, such as SY');
  }
  if (typeof code !== 'string' || !/^(?:[A-Z]{4})?$/.test(code)) {
    return fault(`${field}.code`, 'four capitals of an ICAO code, or none');
  }
  if (region !== undefined && !isName(region)) return fault(`${field}.region`, 'a text');
  if (extentMetres !== undefined && !isExtent(extentMetres)) {
    return fault(`${field}.extentMetres`, `metres of 0 to ${EXTENT_METRES_MAX}`);
  }
  const position = positionOf(value['position'], `${field}.position`);
  if (!position.ok) return position;
  const names = namesOf(value['names'], `${field}.names`);
  if (!names.ok) return names;
  const aliases = aliasesOf(value['aliases'], `${field}.aliases`);
  if (!aliases.ok) return aliases;
  return {
    ok: true,
    value: {
      id,
      kind: known,
      code,
      name,
      country,
      source,
      position: position.value,
      names: names.value,
      aliases: aliases.value,
      ...(region !== undefined && { region }),
      ...(extentMetres !== undefined && { extentMetres }),
    },
  };
}

function positionOf(value: unknown, field: string): Reading<Position> {
  if (typeof value !== 'string') return fault(field, 'a text such as 35.27 N 40.15 E');
  const read = readPosition(value);
  return read.ok ? { ok: true, value: read.value.position } : fault(field, read.refusal.expected);
}

function namesOf(value: unknown, field: string): Reading<NonNullable<Place['names']>> {
  if (value === undefined) return { ok: true, value: {} };
  if (!isObject(value)) return fault(field, 'an object of names by language');
  const names: Record<string, string> = {};
  for (const [language, name] of Object.entries(value)) {
    if (!LANGUAGES.some((each) => each === language)) return fault(field, LANGUAGES.join(', '));
    if (!isName(name)) return fault(`${field}.${language}`, 'a text of 1 to 100 characters');
    names[language] = name;
  }
  return { ok: true, value: names };
}

function aliasesOf(value: unknown, field: string): Reading<readonly string[]> {
  if (value === undefined) return { ok: true, value: [] };
  if (!Array.isArray(value) || value.length > NAMES_MAX || !value.every(isName)) {
    return fault(field, `at most ${NAMES_MAX} texts of 1 to 100 characters`);
  }
  return { ok: true, value };
}

function fault(field: string, expected: string): Refused {
  const { refusal } = refuse('', 0, expected);
  return {
    ok: false,
    refusal: { ...refusal, found: field, sentence: `${field}: expected ${expected}.` },
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // No JSON at all is refused in the same way as JSON of another shape.
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= NAME_CHARACTERS_MAX;
}

function isExtent(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= EXTENT_METRES_MAX;
}
