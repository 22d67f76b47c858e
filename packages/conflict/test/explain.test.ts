// Conflicts explained: against GeographicLib's polygon areas, plane lenses, and literal cases.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import geodesicLibrary from 'geographiclib-geodesic';
import type { Position } from '@parley/geo';
import { explainConflict } from '../src/index.ts';
import type { Volume } from '../src/index.ts';
import { degrees, metresBetween } from './oracle.ts';
import {
  at,
  circle,
  corridor,
  ellipse,
  holed,
  lateral,
  NO_MINIMA,
  polygon,
  volume,
} from './shapes.ts';

type Corner = readonly [lat: number, lon: number];
const HOUR = 3_600_000;

/** Square metres of a polygon on the ellipsoid, by GeographicLib. */
function squareMetres(...corners: readonly Corner[]): number {
  const area = geodesicLibrary.Geodesic.WGS84.Polygon(false);
  for (const [lat, lon] of corners) area.AddPoint(lat, lon);
  return Math.abs(area.Compute(false, true).area ?? NaN);
}

function overlapOf(a: Volume, b: Volume) {
  const there = explainConflict(a, b, NO_MINIMA)?.overlap ?? assert.fail('they overlap');
  const back = explainConflict(b, a, NO_MINIMA)?.overlap ?? assert.fail('they overlap');
  assert.ok(metresBetween(degrees(there.centre), degrees(back.centre)) < 50);
  return there;
}

function assertNear(found: number, wanted: number, part = 0.01): void {
  assert.ok(Math.abs(found - wanted) <= part * wanted, `${found} for ${wanted}`);
}

function assertAt(found: Position, [lat, lon]: Corner, metres: number): void {
  const off = metresBetween(degrees(found), degrees(at(lat, lon)));
  assert.ok(off < metres, `${off} m off`);
}

/** Corners of a box of degrees, across the antimeridian too. */
function box([south, west]: Corner, [north, east]: Corner): Corner[] {
  const within = (lon: number): number => (lon > 180 ? lon - 360 : lon);
  const [left, right] = [within(west), within(east)];
  return [[south, left], [south, right], [north, right], [north, left]]; // prettier-ignore
}

test('the place of two areas is the middle and the size of what both hold', () => {
  for (const [lat, lon] of [
    [0, 0],
    [35, 40],
    [-60, 179.95],
    [70, -3],
  ] as const) {
    // prettier-ignore
    const one = polygon(...box([lat, lon], [lat + 0.2, lon + 0.2]));
    const two = polygon(...box([lat + 0.1, lon + 0.1], [lat + 0.3, lon + 0.4]));
    const both = box([lat + 0.1, lon + 0.1], [lat + 0.2, lon + 0.2]);
    const found = overlapOf(volume(one), volume(two));
    assertNear(found.areaSquareMetres, squareMetres(...both));
    const middle = lon + 0.15;
    assertAt(found.centre, [lat + 0.15, middle > 180 ? middle - 360 : middle], 100);
  }
});

test('a small corner of two large areas is found and measured', () => {
  const one = volume(polygon([0, 0], [0, 2], [2, 2], [2, 0]));
  const two = volume(polygon([1.9995, 1.9995], [1.9995, 4], [4, 4], [4, 1.9995]));
  const found = overlapOf(one, two);
  assertNear(
    found.areaSquareMetres,
    squareMetres([2, 2], [2, 1.9995], [1.9995, 1.9995], [1.9995, 2]),
    0.03,
  );
  assertAt(found.centre, [1.99975, 1.99975], 5);
});

test('two circles share a lens, a circle and a corridor a strip, an ellipse all of itself', () => {
  // Radius 1000 m, centres 1000 m apart on the equator: r^2 (2 pi / 3 - sqrt(3) / 2).
  const apart = 1000 / 111_319.490_793;
  const lens = overlapOf(volume(circle(0, 0, 1000)), volume(circle(0, apart, 1000)));
  assertNear(lens.areaSquareMetres, 1e6 * ((2 * Math.PI) / 3 - Math.sqrt(3) / 2));
  assertAt(lens.centre, [0, apart / 2], 10);
  // A strip 200 m wide through the middle of a circle of 1000 m: 2 (r^2 asin(1/10) + ...).
  const strip = overlapOf(volume(circle(0, 0, 1000)), volume(corridor(100, [0, -1], [0, 1])));
  const wanted = 2 * (1e6 * Math.asin(0.1) + 100 * Math.sqrt(1e6 - 1e4));
  assertNear(strip.areaSquareMetres, wanted);
  const whole = overlapOf(
    volume(circle(50, 10, 9_000)),
    volume(ellipse([50, 10], 4_000, 1_000, 30)),
  );
  assertNear(whole.areaSquareMetres, Math.PI * 4_000 * 1_000);
  assertAt(whole.centre, [50, 10], 10);
});

test('holes are not shared, and buffers are', () => {
  const border = box([0, 0], [0.1, 0.1]);
  const hole = box([0.02, 0.02], [0.08, 0.08]);
  const yard = volume(holed(border, hole));
  const all = overlapOf(yard, volume(polygon(...border)));
  assertNear(all.areaSquareMetres, squareMetres(...border) - squareMetres(...hole));
  const none = { belowCentimetres: 0, aboveCentimetres: 0, beforeMs: 0, afterMs: 0 };
  const kept: Volume = {
    ...volume(circle(0, 0, 500)),
    buffer: { ...none, lateralCentimetres: 50_000 },
  };
  const wide = overlapOf(kept, volume(polygon([-1, -1], [-1, 1], [1, 1], [1, -1])));
  assertNear(wide.areaSquareMetres, Math.PI * 1e6);
});

test('margins say what is lacking, windows each time that both hold', () => {
  const daily: Volume = {
    ...volume(circle(0, 0, 1000), [0, 500]),
    window: { startMs: 0, endMs: 2 * HOUR, repeats: { everyMs: 24 * HOUR, times: 3 } },
  };
  // 0.02 degrees on the equator are 2226.39 m; 226.39 m are between the circles.
  const other = volume(circle(0, 0.02, 1000), [600, 900], [HOUR, 50 * HOUR]);
  const minima = { ...lateral(1_000), verticalCentimetres: 30_000, timeMs: 60_000 };
  const found = explainConflict(daily, other, minima) ?? assert.fail('they conflict');
  assert.deepEqual(found.windows, [
    { startMs: HOUR, endMs: 2 * HOUR },
    { startMs: 24 * HOUR, endMs: 26 * HOUR },
    { startMs: 48 * HOUR, endMs: 50 * HOUR },
  ]);
  assert.equal(found.overlap, undefined);
  assert.deepEqual(found.separation, {
    lateralCentimetres: 22_639,
    verticalCentimetres: 10_000,
    timeMs: 0,
  });
  assert.deepEqual(found.short, {
    lateralCentimetres: 77_361,
    verticalCentimetres: 20_000,
    timeMs: 60_000,
  });
  assert.equal(explainConflict(daily, other, NO_MINIMA), undefined);
});
