// Cores that an area holds or does not, and where shapes of a width meet, by literal cases on the
// equator, where 1e-7 degree of longitude is 1.1131949 cm.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictBetween } from '../src/index.ts';
import type { Volume } from '../src/index.ts';
import { at, circle, corridor, lateral, NO_MINIMA, polygon, volume } from './shapes.ts';

const STEP_METRES = 0.011131949;
const square = volume(polygon([-0.1, -0.1], [-0.1, 0.1], [0.1, 0.1], [0.1, -0.1]));

/** A circle so many steps of 1e-7 degree east of the origin, on the equator. */
function eastOf(steps: number, radiusMetres: number): Volume {
  return volume(circle(0, steps / 1e7, radiusMetres));
}

function nearestOf(a: Volume, b: Volume, metres = 0) {
  return conflictBetween(a, b, lateral(metres))?.nearest;
}

test('an area holds a small circle and a short corridor in it, whichever comes first', () => {
  const dot = volume(circle(0.01, 0.02, 10));
  const line = volume(corridor(5, [0.01, 0.02], [0.02, 0.02]));
  for (const inside of [dot, line]) {
    for (const [a, b] of [
      [square, inside],
      [inside, square],
    ] as const) {
      const found = conflictBetween(a, b, NO_MINIMA);
      assert.equal(found?.separation.lateralCentimetres, 0);
      assert.deepEqual(found?.nearest, { a: at(0.01, 0.02), b: at(0.01, 0.02) });
    }
  }
});

test('an area does not hold what is beside it, though nearer than to its middle', () => {
  const dot = volume(circle(0, 0.11, 10));
  for (const [a, b] of [
    [square, dot],
    [dot, square],
  ] as const) {
    assert.equal(conflictBetween(a, b, NO_MINIMA), undefined);
    assert.equal(nearestOf(a, b, 1_000), undefined);
    // 0.01 degree is 1,113.19 m, less 10 m.
    assert.equal(conflictBetween(a, b, lateral(1_200))?.separation.lateralCentimetres, 110_319);
  }
});

test('a corridor round a triangle does not hold what is in its middle', () => {
  const round = volume(corridor(100, [-0.1, -0.1], [-0.1, 0.1], [0.1, 0], [-0.1, -0.1]));
  const dot = volume(circle(-0.03, 0, 10));
  const line = volume(corridor(10, [-0.03, -0.001], [-0.03, 0.001]));
  for (const inside of [dot, line]) {
    assert.equal(conflictBetween(round, inside, NO_MINIMA), undefined);
    assert.equal(conflictBetween(inside, round, NO_MINIMA), undefined);
  }
});

test('circles that overlap meet half way through what both hold', () => {
  const big = eastOf(0, 1000);
  for (const [steps, radius, metres] of [
    // From 500 to 1,000 m east of the first centre; then from 200 to 300, the second centre.
    [134_747, 1000, 750],
    [26_949, 100, 250],
  ] as const) {
    const other = eastOf(steps, radius);
    const ahead = nearestOf(big, other) ?? assert.fail();
    const back = nearestOf(other, big) ?? assert.fail();
    for (const place of [ahead.a, ahead.b, back.a, back.b]) {
      assert.equal(place.latE7, 0);
      assert.ok(Math.abs(place.lonE7 * STEP_METRES - metres) < 0.05, `${place.lonE7}`);
    }
  }
});

test('circles apart come nearest on their rims', () => {
  const nearest = nearestOf(eastOf(0, 1000), eastOf(269_494, 500), 2_000) ?? assert.fail();
  assert.ok(Math.abs(nearest.a.lonE7 * STEP_METRES - 1000) < 0.03);
  assert.ok(Math.abs(nearest.b.lonE7 * STEP_METRES - 2500) < 0.03);
});

test('an overlap of widths below 9 mm is a touch', () => {
  const one = eastOf(0, 1000);
  // 179,663 steps are 1,999.9994 m, 179,662 are 1,999.9882 m.
  assert.equal(conflictBetween(one, eastOf(179_663, 1000), NO_MINIMA), undefined);
  assert.notEqual(conflictBetween(one, eastOf(179_662, 1000), NO_MINIMA), undefined);
});

test('a gap a hair below the minimum is below it', () => {
  // 8,984 steps are 100.0114 m; less 1 cm for each circle the gap is 99.99 m.
  const found = conflictBetween(eastOf(0, 0.01), eastOf(8_984, 0.01), lateral(100));
  assert.equal(found?.separation.lateralCentimetres, 9_999);
  const equal = conflictBetween(eastOf(0, 0.01), eastOf(8_985, 0.01), lateral(100));
  assert.equal(equal, undefined);
});
