// Writes src/airports.json, the gazetteer's table, from the CSV file of the airportsdata package.
// Re-run it when a newer release is taken; the result depends on that file alone.
//
//   pip download --no-deps airportsdata==20261103 && unzip airportsdata-*.whl
//   node packages/geo/tools/write-airports.ts airportsdata/airports.csv 20261103
//
// Kept: aerodromes with a four-letter ICAO code. Changed: positions are rounded to 1e-4 degree
// (at most 8 m), spaces are tidied, and a city is kept only where the name does not contain it.
import { readFileSync, writeFileSync } from 'node:fs';
import { present } from './present.ts';

const [csvPath, release] = process.argv.slice(2);
if (csvPath === undefined || release === undefined) {
  process.stderr.write('usage: write-airports.ts airports.csv RELEASE\n');
  process.exit(2);
}

const [header = [], ...rows] = csvRows(readFileSync(csvPath, 'utf8'));
const lines = rows
  .map((row) => new Map(header.map((name, i) => [name, row[i] ?? ''])))
  .filter((row) => /^[A-Z]{4}$/.test(row.get('icao') ?? ''))
  .map(lineOf)
  .toSorted();

const document = {
  source: `airportsdata ${release} by Mike Borsetti, https://github.com/mborsetti/airportsdata`,
  licence: 'MIT; reduced and rounded by tools/write-airports.ts',
  fields: 'ICAO|IATA|name|country|latitude 1e-4 degree|longitude 1e-4 degree|city',
  airports: lines,
};
writeFileSync(
  new URL('../src/airports.json', import.meta.url),
  `${JSON.stringify(document, null, 0).replaceAll('","', '",\n"')}\n`,
);
process.stdout.write(`${lines.length} airports\n`);

function lineOf(row: ReadonlyMap<string, string>): string {
  const text = (field: string): string =>
    (row.get(field) ?? '').replaceAll('|', '/').replace(/\s+/g, ' ').trim();
  const e4 = (field: string): number => Math.round(Number(row.get(field)) * 1e4) + 0;
  const name = text('name')
    .replace(/\.$/, '')
    .replace(/\bIntl$/, 'International Airport');
  const city = name.toLowerCase().includes(text('city').toLowerCase()) ? '' : text('city');
  const fields = [text('icao'), text('iata'), name, text('country'), e4('lat'), e4('lon'), city];
  return fields.join('|');
}

/** Rows of a CSV text with quoted fields (RFC 4180). */
function csvRows(csv: string): string[][] {
  const rowsRead: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g,
  )) {
    present(rowsRead.at(-1)).push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== ',') rowsRead.push([]);
  }
  return rowsRead.filter((row) => row.length > 1);
}
