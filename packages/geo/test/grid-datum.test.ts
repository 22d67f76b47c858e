// SK-42 and PZ-90.11 against cs2cs (PROJ), and the sign that most copies of the parameters turn.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromWgs84, toWgs84 } from '../src/grid/datum.ts';
import { ask, numbersFrom, numbersIn } from './oracle.ts';

const MISSING = 'cs2cs is not installed: apt-get install proj-bin';
const SK42 = '+proj=longlat +ellps=krass +towgs84=23.57,-140.95,-79.8,0,0.35,0.79,-0.22 +no_defs';
const PZ90 =
  '+proj=longlat +a=6378136 +rf=298.25784 ' +
  '+towgs84=0.013,-0.106,-0.022,-0.0023,0.00354,-0.00421,0.008 +no_defs';
const METRES_PER_DEGREE = 111_320;

/** Half of them over Syria and around it, half over the whole globe. */
function points(count: number): [number, number][] {
  const next = numbersFrom(42);
  return Array.from({ length: count }, (_, i) =>
    i % 2 === 0
      ? [32 + 6 * next(), 35 + 8 * next()]
      : [-89.9 + 179.8 * next(), -179.9 + 359.8 * next()],
  );
}

function worstMetres(
  asked: readonly [number, number][],
  answers: readonly string[],
  ours: (lat: number, lon: number) => { latDegrees: number; lonDegrees: number },
): number {
  let worst = 0;
  for (const [i, [lat, lon]] of asked.entries()) {
    const [theirLon, theirLat] = numbersIn(answers[i]);
    const mine = ours(lat, lon);
    const east =
      (((mine.lonDegrees - theirLon + 540) % 360) - 180) * Math.cos(lat * (Math.PI / 180));
    worst = Math.max(worst, Math.hypot(mine.latDegrees - theirLat, east) * METRES_PER_DEGREE);
  }
  return worst;
}

for (const [datum, definition] of [
  ['SK42', SK42],
  ['PZ90', PZ90],
] as const) {
  test(`20,000 points go to ${datum} and come back as cs2cs takes them, within 1 mm`, (t) => {
    const asked = points(20_000);
    const lines = asked.map(([lat, lon]) => `${lon} ${lat}`);
    const wgs84 = '+proj=longlat +datum=WGS84 +no_defs';
    const to = ask(
      'cs2cs',
      ['-f', '%.12f', ...wgs84.split(' '), '+to', ...definition.split(' ')],
      lines,
    );
    const from = ask(
      'cs2cs',
      ['-f', '%.12f', ...definition.split(' '), '+to', ...wgs84.split(' ')],
      lines,
    );
    if (to === undefined || from === undefined) return t.skip(MISSING);
    assert.ok(worstMetres(asked, to, (lat, lon) => fromWgs84(datum, lat, lon)) < 0.001);
    assert.ok(worstMetres(asked, from, (lat, lon) => toWgs84(datum, lat, lon)) < 0.001);
  });
}
