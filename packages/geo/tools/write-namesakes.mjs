// Writes src/place/namesakes.json: for each aerodrome of airports.json that is named after a town
// of towns.json, or serves one, in the same country and within 40 km, that town: so it has the
// town's names in other languages and scripts. Needs a Node that runs TypeScript.
//
//   node packages/geo/tools/write-namesakes.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { statedKind } from '../src/place/kind-words.ts';
import { foldName } from '../src/place/name-folding.ts';

const KILOMETRES = 40;

/** @type {Map<string, { id: string, lat: number, lon: number, people: number }[]>} */
const towns = new Map();
for (const line of tableOf('towns.json').towns) {
  const [id, name, country, lat, lon, people, listed] = line.split('|');
  if (listed === '') continue;
  const names = listed.split(';').filter((/** @type {string} */ each) => !each.includes('='));
  for (const each of new Set([name, ...names].map((one) => foldName(one).folded))) {
    const key = `${country} ${each}`;
    const town = { id, lat: lat / 1e4, lon: lon / 1e4, people: Number(people) };
    towns.set(key, [...(towns.get(key) ?? []), town]);
  }
}
/** @type {Record<string, string>} */
const namesakes = {};
/** @type {Record<string, string>} */
const serving = {};
for (const line of tableOf('airports.json').airports) {
  const [code, , name, country, lat, lon, city] = line.split('|');
  const position = { lat: lat / 1e4, lon: lon / 1e4 };
  const own = townOf(country, statedKind(name).bare, position);
  if (own !== undefined) namesakes[code] = own.id;
  const served = city === '' ? undefined : townOf(country, city, position);
  if (served !== undefined) serving[code] = served.id;
}
const table = {
  source: 'airports.json and towns.json, by tools/write-namesakes.mjs',
  fields:
    'ICAO code: GeoNames id of the town that it is named after, and of the one that it serves',
  namesakes,
  serving,
};
const text = JSON.stringify(table).replaceAll('","', '",\n"');
writeFileSync(new URL('../src/place/namesakes.json', import.meta.url), `${text}\n`);
process.stdout.write(
  `${Object.keys(namesakes).length} named, ${Object.keys(serving).length} serving\n`,
);

/**
 * @param {string} country
 * @param {string} name
 * @param {{ lat: number, lon: number }} position
 */
function townOf(country, name, position) {
  const named = towns.get(`${country} ${foldName(name).folded}`) ?? [];
  return named
    .filter((town) => kilometres(town, position) < KILOMETRES)
    .sort((a, b) => b.people - a.people)[0];
}

/** @param {string} name */
function tableOf(name) {
  return JSON.parse(readFileSync(new URL(`../src/place/${name}`, import.meta.url), 'utf8'));
}

/**
 * @param {{ lat: number, lon: number }} a
 * @param {{ lat: number, lon: number }} b
 * @returns {number}
 */
function kilometres(a, b) {
  const east = (a.lon - b.lon) * Math.cos((a.lat * Math.PI) / 180);
  return 111 * Math.hypot(a.lat - b.lat, east);
}
