// Writes src/place/areas.json from Natural Earth 1:10m (public domain, admin 0 and 1 of v4.1.0) as
// Debian's qgis-common 3.22.16 carries it, simplified there to 1 km (world_map_generalize.model3).
// The result depends on that file, area-names.mjs, area-silence.mjs and the ICU of Node 26 alone:
//
//   apt-get download qgis-common && dpkg -x qgis-common_*.deb q
//   node packages/geo/tools/write-areas.mjs q/usr/share/qgis/resources/data/world_map.gpkg
import { writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { COUNTRY_ALIASES, NO_ALIASES, REGION_NAMES, REGION_RENAMES } from './area-names.mjs';
import { SILENCES } from './area-silence.mjs';
import { partsOf, ringText, simplified } from './area-rings.mjs';

const [path = ''] = process.argv.slice(2);
if (path === '') throw new Error('usage: write-areas.mjs world_map.gpkg');

/** Countries with finer lines and with regions; Russia as far east as RUSSIA_EAST_DEGREES. */
const THEATRE = 'SY IQ LB JO IL PS TR CY IR UA AF AZ AM GE KP KR';
const AROUND = 'SA YE EG LY SD MD BY PK KW QA BH AE OM';
const FINE = new Set(`${THEATRE} ${AROUND}`.split(' '));
const WITH_REGIONS = new Set([...FINE, 'RU']);
const RUSSIA_EAST_DEGREES = 62;
const COARSE_DEGREES = 0.02;
const LINE_DEGREES = 0.02;
const FINE_METRES = 3000;
const COARSE_METRES = 8000;
/** The English name is given by itself; these follow it. */
const LANGUAGES = ['ru', 'ar', 'he', 'tr'];
const ENGLISH = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const OTHERS = LANGUAGES.map((code) => new Intl.DisplayNames([code], { type: 'region' }));

const database = new DatabaseSync(path, { readOnly: true });
const countryRows = database.prepare('select * from countries order by iso_a2').all();
const regionRows = database.prepare('select * from states_provinces order by iso_a2, fid').all();
const lineRows = database.prepare('select * from disputed_borders order by fid').all();

const countries = countryRows.filter(({ iso_a2: code }) => code !== '-1').map(countryOf);
const regions = regionRows
  .filter(isKept)
  .map(regionOf)
  .sort((a, b) => (a[0] < b[0] ? -1 : 1));
const twice = regions.filter(([id], i) => id === regions[i + 1]?.[0]).map(([id]) => id);
if (twice.length > 0) throw new Error(`two regions have one id: ${twice.join(', ')}`);
const lines = lineRows.map((row) => [
  `${String(row.name)} (${String(row.adm0_a3_l)})`,
  ...partsOf(row.geom).map((line) => ringText(simplified(line[0], LINE_DEGREES))),
]);
const table = {
  source:
    'Natural Earth 1:10m v4.1.0 (https://www.naturalearthdata.com), by way of qgis-common 3.22.16; ' +
    `names of countries: Unicode CLDR of ICU ${process.versions.icu}`,
  licence: 'public domain; reduced and rounded by tools/write-areas.mjs',
  fields:
    'areas: id|metres its lines may be off|en|ru|ar|he|tr|aliases by ;, then its rings. ' +
    'silent: reason, then rings. lines: name, then lines. Rings and lines: differences of ' +
    'latitude and longitude, 1e-3 degree, in base64 VLQ (as in source maps)',
  areas: [...countries, ...regions].map(([, line, ...rings]) => [line, ...rings]),
  silent: SILENCES.map(silenceOf),
  lines,
};
const text = JSON.stringify(table).replaceAll('],[', '],\n[');
writeFileSync(new URL('../src/place/areas.json', import.meta.url), `${text}\n`);
process.stdout.write(
  `${countries.length} countries, ${regions.length} regions, ${table.silent.length} silences, ` +
    `${lines.length} disputed lines, ${Buffer.byteLength(text) + 1} bytes\n`,
);

/**
 * Russia's part of Natural Earth's Crimea is left out: here it belongs to no area.
 * @param {Record<string, any>} row
 * @returns {string[]}
 */
function countryOf(row) {
  const code = row.iso_a2;
  const fine = FINE.has(code);
  const english = ENGLISH.of(code) ?? row.NAME;
  const parts = partsOf(row.geom).filter(([ring]) => code !== 'RU' || !isCrimean(ring));
  const rings = parts.flat().map((ring) => simplified(ring, fine ? 0 : COARSE_DEGREES));
  const names = OTHERS.map((language) => language.of(code) ?? '');
  const aliases = [...(COUNTRY_ALIASES[code] ?? [])];
  if (row.NAME && row.NAME !== english && !row.NAME.includes('.')) aliases.push(row.NAME);
  const metres = fine ? FINE_METRES : COARSE_METRES;
  const line = [code, metres, english, ...names, [...new Set(aliases)].join(';')].join('|');
  return [code, line, ...rings.map(ringText).filter((each) => each !== '')];
}

/**
 * @param {readonly (readonly [number, number])[]} ring
 * @returns {boolean}
 */
function isCrimean(ring) {
  return ring.every(([lat, lon]) => lat > 44.3 && lat < 46.3 && lon > 32.3 && lon < 36.66);
}

/**
 * Regions that are silent wholly and change hands with the map-maker are in no list of regions.
 * @param {Record<string, any>} row
 * @returns {boolean}
 */
function isKept(row) {
  if (!WITH_REGIONS.has(row.iso_a2) || !row.name || row.name === 'Neutral Zone') return false;
  if (SILENCES.some(({ regions: hidden = [], hide }) => hide && hidden.includes(keyOf(row)))) {
    return false;
  }
  const west = Math.min(...partsOf(row.geom).map(([ring]) => ring[0]?.[1] ?? 180));
  // Chukotka begins at -180.
  return row.iso_a2 !== 'RU' || (west > 0 && west < RUSSIA_EAST_DEGREES);
}

/**
 * @param {Record<string, any>} row
 * @returns {string}
 */
function keyOf(row) {
  return `${row.iso_a2}/${row.name}`;
}

/**
 * @param {Record<string, any>} row
 * @returns {string[]}
 */
function regionOf(row) {
  const known = REGION_NAMES[keyOf(row)];
  const plain = REGION_RENAMES[`${row.iso_a2}/${row.fid}`] ?? row.name.replaceAll('`', '’');
  const names = known?.names ?? [plain, '', '', '', ''];
  const aliases = [...(known?.aliases ?? [])];
  for (const other of [row.name, row.gn_name?.replace(/^Muhafazat |^Ostan-e /, '')]) {
    if (other && !NO_ALIASES.has(other) && !names.includes(other) && !/[|;]/.test(other))
      aliases.push(other);
  }
  const id = `${row.iso_a2}/${names[0]}`;
  const line = [id, FINE_METRES, ...names, [...new Set(aliases)].join(';')].join('|');
  const rings = partsOf(row.geom).flat();
  return [id, line, ...rings.map(ringText).filter((each) => each !== '')];
}

/**
 * @param {import('./area-silence.mjs').Silence} silence
 * @returns {string[]}
 */
function silenceOf({ reason, box, countries: codes = [], regions: keys = [], outside = false }) {
  const rows = [
    ...countryRows.filter(({ iso_a2: code }) => codes.includes(code)),
    ...regionRows.filter((row) => keys.includes(keyOf(row))),
    ...(outside ? regionRows.filter(({ iso_a2: code }) => code === '-1') : []),
  ];
  if (rows.length < codes.length + keys.length) throw new Error(`not all found: ${reason}`);
  const rings = rows.flatMap(({ geom }) => partsOf(geom).map(([ring]) => ring));
  if (box !== undefined) {
    const [south, west, north, east] = box;
    rings.push([
      [south, west],
      [south, east],
      [north, east],
      [north, west],
      [south, west],
    ]);
  }
  const coarse = rings.map((ring) => ringText(simplified(ring, LINE_DEGREES)));
  return [reason, ...coarse.filter((each) => each !== '')];
}
