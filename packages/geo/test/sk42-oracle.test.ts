// SK-42 Gauss-Krueger both ways against cs2cs (PROJ): all sixty zones, both hemispheres to the
// poles, the borders of zones, and the theatre densely. The zone too is taken from cs2cs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sk42Degrees, sk42Of } from '../src/grid/gauss-kruger.ts';
import { readPosition } from '../src/index.ts';
import type { Position } from '../src/index.ts';
import { ask, everywhere, metresApart, numbersIn, worst } from './oracle.ts';

const MISSING = 'cs2cs is not installed: apt-get install proj-bin';
const WGS84 = '+proj=longlat +datum=WGS84 +no_defs'.split(' ');
const SHIFT = '+ellps=krass +towgs84=23.57,-140.95,-79.8,0,0.35,0.79,-0.22 +no_defs';
const SK42 = `+proj=longlat ${SHIFT}`.split(' ');

function gridOf(zone: number): string[] {
  const lon = zone > 30 ? 6 * zone - 363 : 6 * zone - 3;
  const grid = `+proj=tmerc +lat_0=0 +lon_0=${lon} +k=1 +x_0=${zone}500000 +y_0=0 +units=m`;
  return `${grid} ${SHIFT}`.split(' ');
}

type Asked = { readonly position: Position; readonly line: string };

/** By zone, as cs2cs has the longitude on SK-42; undefined when it is not installed. */
function byZone(positions: readonly Position[]): Map<number, Asked[]> | undefined {
  const lines = positions.map(({ latE7, lonE7 }) => `${lonE7 / 1e7} ${latE7 / 1e7}`);
  const degrees = ask('cs2cs', ['-f', '%.12f', ...WGS84, '+to', ...SK42], lines);
  if (degrees === undefined) return undefined;
  const zones = new Map<number, Asked[]>();
  for (const [i, position] of positions.entries()) {
    const zone = Math.floor(((numbersIn(degrees[i])[0] + 360) % 360) / 6) + 1;
    zones.set(zone, [...(zones.get(zone) ?? []), { position, line: lines[i] ?? '' }]);
  }
  return zones;
}

test('30,000 points of all zones lie on SK-42 where cs2cs puts them, within 1 mm', (t) => {
  const zones = byZone(everywhere(20_000, 284));
  if (zones === undefined) return t.skip(MISSING);
  assert.equal(zones.size, 60);
  const seen = worst();
  for (const [zone, asked] of zones) {
    const lines = asked.map(({ line }) => line);
    const answers = ask('cs2cs', ['-f', '%.9f', ...WGS84, '+to', ...gridOf(zone)], lines) ?? [];
    for (const [i, { position, line }] of asked.entries()) {
      const [theirY, theirX] = numbersIn(answers[i]);
      const { xMetres, yMetres } = sk42Of(position);
      seen.note(Math.hypot(xMetres - theirX, yMetres - theirY), line);
    }
  }
  t.diagnostic(seen.text('m'));
  assert.ok(seen.difference() < 0.001, seen.text('m'));
});

test('30,000 pairs of X and Y are taken to WGS-84 as cs2cs takes them, within 1 mm', (t) => {
  const zones = byZone(everywhere(20_000, 285));
  if (zones === undefined) return t.skip(MISSING);
  const [seen, read] = [worst(), worst()];
  for (const [zone, asked] of zones) {
    // Off the zone by up to 80 km too: what the overlap of maps holds.
    const pairs = asked.map(({ position }, i) => {
      const { xMetres, yMetres } = sk42Of(position);
      const moved = zone * 1e6 + (yMetres % 1e6) + (i % 4 === 0 ? 80_000 * Math.sin(i) : 0);
      return { x: xMetres.toFixed(3), y: moved.toFixed(3) };
    });
    const lines = pairs.map(({ x, y }) => `${y} ${x}`);
    const answers = ask('cs2cs', ['-f', '%.12f', ...gridOf(zone), '+to', ...WGS84], lines) ?? [];
    for (const [i, { x, y }] of pairs.entries()) {
      const [lonDegrees, latDegrees] = numbersIn(answers[i]);
      const their = { latDegrees, lonDegrees };
      const ours = sk42Degrees({ xMetres: Number(x), yMetres: Number(y) });
      seen.note(metresApart(ours, their), `X ${x} Y ${y}`);
      const reading = readPosition(`X ${x} Y ${y}`);
      assert.ok(reading.ok, `X ${x} Y ${y}`);
      const { latE7, lonE7 } = reading.value.position;
      const position = { latDegrees: latE7 / 1e7, lonDegrees: lonE7 / 1e7 };
      read.note(metresApart(position, their), `X ${x} Y ${y}`);
    }
  }
  t.diagnostic(`unrounded: ${seen.text('m')}`);
  t.diagnostic(`readPosition: ${read.text('m')}`);
  assert.ok(seen.difference() < 0.001, seen.text('m'));
  // Half a unit of 1e-7 degree both ways is 7.9 mm.
  assert.ok(read.difference() < 0.0085, read.text('m'));
});
