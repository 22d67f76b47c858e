// The names of areas: countries as Node 26 has them (Unicode CLDR 48) with aliases from a list,
// regions as region-names.txt has them, else as the map has them.
import { readFileSync } from 'node:fs';

const FOREIGN = ['ru', 'ar', 'he', 'tr'];
const displays = ['en', ...FOREIGN].map(
  (each) => new Intl.DisplayNames([each], { type: 'region' }),
);
/** Code, then aliases by ;. */
const countryAliases = new Map(
  rowsOf('country-aliases.txt').map(([code = '', aliases = '']) => [code, aliases]),
);
/** Code and name of the map, to: English, Russian, Arabic, Hebrew, Turkish, aliases by ;. */
const regions = new Map(
  rowsOf('region-names.txt').map(([code, name, ...names]) => [`${code} ${name}`, names]),
);

/**
 * English, Russian, Arabic, Hebrew, Turkish, aliases by ;.
 * @param {string} code
 * @returns {string[]}
 */
export function countryNames(code) {
  return [...displays.map((display) => display.of(code) ?? ''), countryAliases.get(code) ?? ''];
}

/**
 * The id and the names of a region; undefined for one that is to have no name of its own.
 * @param {{ fid: number, iso: string, name: string }} drawn
 * @returns {{ id: string, names: string[] } | undefined}
 */
export function regionNames({ fid, iso, name }) {
  const listed = regions.get(`${iso} #${fid}`) ?? regions.get(`${iso} ${name}`);
  const [english = name, ...others] = listed ?? [];
  if (english === '' || english === '-') return undefined;
  const plain = english.normalize('NFD').replace(/[\p{M}'’ʻ]/gu, '');
  const idOf = others[5] ?? iso;
  return {
    id: `${idOf}/${plain.replace(/[^\p{L}\p{N}]+/gu, '-')}`,
    names: [english, ...[0, 1, 2, 3, 4].map((i) => others[i] ?? '')],
  };
}

/**
 * @param {string} file
 * @returns {string[][]}
 */
function rowsOf(file) {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => line.split('|'));
}
