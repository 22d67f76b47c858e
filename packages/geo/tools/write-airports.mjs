// Writes src/place/airports.json, the gazetteer's table, from the CSV file of the airportsdata package.
// Re-run it when a newer release is taken; the result depends on that file alone.
//
//   pip download --no-deps airportsdata==20261103 && unzip airportsdata-*.whl
//   node packages/geo/tools/write-airports.mjs airportsdata/airports.csv 20261103
//
// Kept: aerodromes with a four-letter ICAO code. Changed: positions are rounded to 1e-4 degree
// (at most 8 m), spaces are tidied, and a city is kept only where the name does not contain it.
import { readFileSync, writeFileSync } from 'node:fs';

const [csvPath = '', release = ''] = process.argv.slice(2);
if (release === '') throw new Error('usage: write-airports.mjs airports.csv RELEASE');

const [header = [], ...rows] = csvRows(readFileSync(csvPath, 'utf8'));
const lines = rows
  .map((row) => new Map(header.map((name, i) => [name, row[i] ?? ''])))
  .filter((row) => /^[A-Z]{4}$/.test(row.get('icao') ?? ''))
  .map(lineOf)
  .sort();

const table = {
  source: `airportsdata ${release} by Mike Borsetti, https://github.com/mborsetti/airportsdata`,
  licence: 'MIT; reduced and rounded by tools/write-airports.mjs',
  fields: 'ICAO|IATA|name|country|latitude 1e-4 degree|longitude 1e-4 degree|city',
  airports: lines,
};
// One aerodrome a line, so that a new release can be read as a difference.
const text = JSON.stringify(table).replaceAll('","', '",\n"');
writeFileSync(new URL('../src/place/airports.json', import.meta.url), `${text}\n`);
process.stdout.write(`${lines.length} aerodromes\n`);

/**
 * @param {ReadonlyMap<string, string>} row
 * @returns {string}
 */
function lineOf(row) {
  const name = textOf(row, 'name')
    .replace(/\.$/, '')
    .replace(/\bIntl$/, 'International Airport');
  const city = textOf(row, 'city');
  const newCity = name.toLowerCase().includes(city.toLowerCase()) ? '' : city;
  const codes = [textOf(row, 'icao'), textOf(row, 'iata')];
  return [...codes, name, textOf(row, 'country'), e4(row, 'lat'), e4(row, 'lon'), newCity].join(
    '|',
  );
}

/**
 * @param {ReadonlyMap<string, string>} row
 * @param {string} field
 * @returns {string}
 */
function textOf(row, field) {
  return (row.get(field) ?? '').replaceAll('|', '/').replace(/\s+/g, ' ').trim();
}

/**
 * @param {ReadonlyMap<string, string>} row
 * @param {string} field
 * @returns {number}
 */
function e4(row, field) {
  return Math.round(Number(row.get(field)) * 1e4) + 0;
}

/**
 * Rows of a CSV text with quoted fields (RFC 4180).
 * @param {string} csv
 * @returns {string[][]}
 */
function csvRows(csv) {
  /** @type {string[][]} */
  const done = [];
  /** @type {string[]} */
  let row = [];
  for (const field of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(field[1]?.replaceAll('""', '"') ?? field[2] ?? '');
    if (field[3] === ',') continue;
    if (row.length > 1) done.push(row);
    row = [];
  }
  return done;
}
