// Edges are WGS-84 geodesics: 200 km edges against GeodSolve, where planar lines of latitude and
// longitude would be 600 m (35 N) to 11 km (85 N) off.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import type { Outline } from '@parley/geo';
import { conflictBetween } from '../src/index.ts';
import { circle, corridor, lateral, NO_MINIMA, polygon, volume } from './shapes.ts';

const EDGE_METRES = 200_000;
const OFFSET_METRES = 101;

type Fix = { lat: number; lon: number; azimuth: number };

function geodSolve(options: readonly string[], lines: readonly string[]): Fix[] {
  const run = spawnSync('GeodSolve', ['-p', '9', ...options], { input: `${lines.join('\n')}\n` });
  return String(run.stdout)
    .trim()
    .split('\n')
    .map((line) => {
      const [lat = NaN, lon = NaN, azimuth = NaN] = line.split(' ').map(Number);
      return { lat, lon, azimuth };
    });
}

function missing(t: TestContext): boolean {
  if (spawnSync('GeodSolve', ['--version']).error === undefined) return false;
  t.skip('GeodSolve is not installed: apt-get install geographiclib-tools');
  return true;
}

/** Points every 2 km along the edge, and the point off to its right (or left) at each. */
function alongEdge(from: readonly [number, number], azimuth: number) {
  const line = ['-L', String(from[0]), String(from[1]), String(azimuth)];
  const metres = Array.from({ length: 99 }, (_, i) => String((i + 1) * 2000));
  const on = geodSolve(line, metres);
  const off = (turn: number): Fix[] =>
    geodSolve(
      [],
      on.map((p) => `${p.lat} ${p.lon} ${p.azimuth + turn} ${OFFSET_METRES}`),
    );
  const [end] = geodSolve(line, [String(EDGE_METRES)]);
  if (end === undefined) throw new Error('GeodSolve gave no end');
  return { end, right: off(90), left: off(-90) };
}

/** The gap of a 100 m circle at each point, in centimetres; -1 stands for "no conflict". */
function gapsTo(outline: Outline, points: readonly Fix[]): number[] {
  const edge = volume(outline);
  return points.map(({ lat, lon }) => {
    const found = conflictBetween(edge, volume(circle(lat, lon, 100)), lateral(3));
    return found?.separation.lateralCentimetres ?? -1;
  });
}

for (const lat of [0, 35, 60, 85, -35, -89]) {
  for (const azimuth of [30, 60, 90, 117]) {
    test(`a 200 km edge from ${lat} N towards ${azimuth} lies where GeodSolve puts it`, (t) => {
      if (missing(t)) return;
      const from = [lat, 179.2] as const;
      const { end, right, left } = alongEdge(from, azimuth);
      const side = geodSolve([], [`${lat} 179.2 ${azimuth + 60} 150000`])[0];
      if (side === undefined) throw new Error('GeodSolve gave no corner');
      const area = polygon(from, [end.lat, end.lon], [side.lat, side.lon]);
      const line = corridor(0.01, from, [end.lat, end.lon]);
      // The circle's rim is 1 m from the edge; vertices are rounded to 1e-7 degree, up to 8 mm.
      for (const gap of gapsTo(area, left)) assert.ok(Math.abs(gap - 100) <= 2, `${gap} cm`);
      for (const gap of gapsTo(line, [...left, ...right])) {
        assert.ok(Math.abs(gap - 99) <= 2, `${gap} cm`);
      }
      // On the other side the circles are inside the area.
      assert.deepEqual(new Set(gapsTo(area, right)), new Set([0]));
      const outside = left.map((p) => volume(circle(p.lat, p.lon, 100)));
      assert.ok(outside.every((v) => conflictBetween(volume(area), v, NO_MINIMA) === undefined));
    });
  }
}

test('a box drawn along parallels bulges towards the pole by what a geodesic does', () => {
  // GeodSolve: the geodesic between 35 N 40 E and 35 N 42.2 E passes its middle at 35.0049841 N.
  const box = volume(polygon([34, 40], [34, 42.2], [35, 42.2], [35, 40]));
  const inside = volume(circle(35.004, 41.1, 50));
  assert.notEqual(conflictBetween(box, inside, NO_MINIMA), undefined);
  assert.equal(conflictBetween(box, volume(circle(35.0062, 41.1, 100)), NO_MINIMA), undefined);
});

test('areas and circles across the antimeridian', () => {
  const area = volume(polygon([10, 179], [10, -179], [12, -179], [12, 179]));
  assert.notEqual(conflictBetween(area, volume(circle(11, 180, 10)), NO_MINIMA), undefined);
  assert.notEqual(conflictBetween(area, volume(circle(11, -180, 10)), NO_MINIMA), undefined);
  assert.equal(conflictBetween(area, volume(circle(11, 0, 10)), NO_MINIMA), undefined);
  assert.equal(conflictBetween(area, volume(circle(11, 178.9, 10)), NO_MINIMA), undefined);
  const west = volume(polygon([10, 178], [10, 179], [12, 179], [12, 178]));
  const east = volume(polygon([10, -179], [10, -178], [12, -178], [12, -179]));
  assert.equal(conflictBetween(area, west, NO_MINIMA), undefined);
  assert.equal(conflictBetween(area, east, NO_MINIMA), undefined);
  // GeodSolve: 10 N 179.9 E to 10 N 179.9 W is 21927.872 m.
  const pair = conflictBetween(
    volume(circle(10, 179.9, 10_000)),
    volume(circle(10, -179.9, 11_000)),
    lateral(1000),
  );
  assert.equal(pair?.separation.lateralCentimetres, 92_787);
});

test('a ring around a pole holds the pole, and a circle at the pole is a circle', () => {
  for (const pole of [90, -90]) {
    const lat = Math.sign(pole) * 85;
    const ring = volume(polygon([lat, 0], [lat, 90], [lat, 180], [lat, -90]));
    for (const lon of [0, 77, -180]) {
      const dot = volume(circle(pole, lon, 1));
      assert.notEqual(conflictBetween(ring, dot, NO_MINIMA), undefined);
    }
    // GeodSolve: 85 N to the pole is 558455.589 m; a side passes much nearer.
    const centred = volume(circle(pole, 0, 100_000));
    const far = volume(circle(lat, 45, 1000));
    assert.equal(conflictBetween(ring, far, NO_MINIMA), undefined);
    const gap = conflictBetween(centred, far, lateral(500_000))?.separation.lateralCentimetres;
    assert.equal(gap, 45_745_559);
  }
});
