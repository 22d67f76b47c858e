// Degrees on SK-42 and PZ-90.11 both ways against cs2cs (PROJ), with the poles and the antimeridian
// and densely over the theatre; and as text, to the rounding of a position.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromWgs84, toWgs84 } from '../src/grid/datum.ts';
import { readPosition } from '../src/index.ts';
import { ask, everywhere, metresApart, numbersIn, worst } from './oracle.ts';
import type { Degrees } from './oracle.ts';

const MISSING = 'cs2cs is not installed: apt-get install proj-bin';
const WGS84 = '+proj=longlat +datum=WGS84 +no_defs'.split(' ');
/** Datum, the name that texts give it, what PROJ calls it. */
const DATUMS = [
  [
    'SK42',
    'SK-42',
    '+proj=longlat +ellps=krass +towgs84=23.57,-140.95,-79.8,0,0.35,0.79,-0.22 +no_defs',
  ],
  [
    'PZ90',
    'PZ-90.11',
    '+proj=longlat +a=6378136 +rf=298.25784 ' +
      '+towgs84=0.013,-0.106,-0.022,-0.0023,0.00354,-0.00421,0.008 +no_defs',
  ],
] as const;

function degreesIn(answer: string | undefined): Degrees {
  const [lonDegrees, latDegrees] = numbersIn(answer);
  return { latDegrees, lonDegrees };
}

for (const [datum, name, definition] of DATUMS) {
  test(`30,000 points go to ${datum} and come back as cs2cs takes them, within 1 mm`, (t) => {
    const asked = everywhere(20_000, 42).map(({ latE7, lonE7 }) => [latE7 / 1e7, lonE7 / 1e7]);
    const lines = asked.map(([lat, lon]) => `${lon} ${lat}`);
    const other = definition.split(' ');
    const to = ask('cs2cs', ['-f', '%.12f', ...WGS84, '+to', ...other], lines);
    const from = ask('cs2cs', ['-f', '%.12f', ...other, '+to', ...WGS84], lines);
    if (to === undefined || from === undefined) return t.skip(MISSING);
    const [there, back, read] = [worst(), worst(), worst()];
    for (const [i, [lat = NaN, lon = NaN]] of asked.entries()) {
      const where = `${lat} ${lon}`;
      const their = degreesIn(from[i]);
      there.note(metresApart(fromWgs84(datum, lat, lon), degreesIn(to[i])), where);
      back.note(metresApart(toWgs84(datum, lat, lon), their), where);
      const reading = readPosition(`${name} ${lat.toFixed(7)}, ${lon.toFixed(7)}`);
      assert.ok(reading.ok, where);
      const { latE7, lonE7 } = reading.value.position;
      read.note(metresApart({ latDegrees: latE7 / 1e7, lonDegrees: lonE7 / 1e7 }, their), where);
    }
    t.diagnostic(`from WGS-84: ${there.text('m')}`);
    t.diagnostic(`to WGS-84: ${back.text('m')}`);
    t.diagnostic(`readPosition: ${read.text('m')}`);
    assert.ok(there.difference() < 0.001, there.text('m'));
    assert.ok(back.difference() < 0.001, back.text('m'));
    // Half a unit of 1e-7 degree both ways is 7.9 mm.
    assert.ok(read.difference() < 0.0085, read.text('m'));
  });
}
