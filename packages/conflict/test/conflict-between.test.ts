// The rules of the three axes, by literal cases.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Volume } from '../src/index.ts';
import { conflictBetween } from '../src/index.ts';
import { at, circle, corridor, lateral, NO_MINIMA, polygon, volume } from './shapes.ts';

const square = polygon([35, 40], [35, 41], [36, 41], [36, 40]);
const here = volume(square);

function collide(a: Volume, b: Volume, minima = NO_MINIMA): boolean {
  return conflictBetween(a, b, minima) !== undefined;
}

function level(fl: number): number {
  return fl * 30.48;
}

function wedgeTo(lat: number): Volume {
  return volume(polygon([lat, 0.005], [0.01, 0.01], [0.01, 0]));
}

test('two overlapping volumes conflict, and the conflict says when, how high and where', () => {
  const other = volume(circle(35.5, 40.5, 1000), [500, 2000], [1_800_000, 7_200_000]);
  assert.deepEqual(conflictBetween(here, other, NO_MINIMA), {
    separation: { lateralCentimetres: 0, verticalCentimetres: 0, timeMs: 0 },
    window: { startMs: 1_800_000, endMs: 3_600_000 },
    interval: { lowerCentimetres: 50_000, upperCentimetres: 100_000 },
    nearest: { a: at(35.5, 40.5), b: at(35.5, 40.5) },
  });
});

test('windows are half open: one that ends when the other starts does not collide', () => {
  const first = volume(square, [0, 1000], [10, 11]);
  const next = volume(square, [0, 1000], [11, 12]);
  assert.equal(collide(first, next), false);
  assert.equal(collide(first, next, { ...NO_MINIMA, timeMs: 1 }), true);
});

test('a gap in time equal to the minimum is no conflict, a shorter one is', () => {
  const later = volume(square, [0, 1000], [3_660_000, 3_700_000]);
  assert.equal(collide(here, later, { ...NO_MINIMA, timeMs: 60_000 }), false);
  const found = conflictBetween(here, later, { ...NO_MINIMA, timeMs: 60_001 });
  assert.equal(found?.separation.timeMs, 60_000);
  assert.deepEqual(found?.window, { startMs: 3_600_000, endMs: 3_660_000 });
});

test('a vertical gap equal to the minimum is no conflict, a smaller one is', () => {
  const above = volume(square, [1300, 2000]);
  assert.equal(collide(here, above, { ...NO_MINIMA, verticalCentimetres: 30_000 }), false);
  const found = conflictBetween(here, above, { ...NO_MINIMA, verticalCentimetres: 30_001 });
  assert.equal(found?.separation.verticalCentimetres, 30_000);
  assert.deepEqual(found?.interval, { lowerCentimetres: 100_000, upperCentimetres: 130_000 });
});

test('bands that touch do not collide, unless one of them is a single level', () => {
  assert.equal(collide(here, volume(square, [1000, 2000])), false);
  assert.equal(collide(here, volume(square, [1000, 1000])), true);
  assert.equal(collide(here, volume(square, [0, 0])), true);
  assert.equal(collide(volume(square, [1000, 1000]), volume(square, [1000, 1000])), true);
  assert.equal(collide(here, volume(square, [1000.01, 1000.01])), false);
});

test('a band up to but not including a level does not collide with what is at that level', () => {
  const below = volume(square, [level(100), level(180)], [0, 10], 'STD');
  const { upper, lower } = below.band;
  assert.ok(upper.kind === 'height');
  const open: Volume = { ...below, band: { lower, upper: { ...upper, excluded: true } } };
  const single = volume(square, [level(180), level(180)], [0, 10], 'STD');
  const from = volume(square, [level(180), level(240)], [0, 10], 'STD');
  assert.equal(collide(below, single), true);
  assert.equal(collide(open, single), false);
  assert.equal(collide(open, from), false);
  assert.equal(collide(open, from, { ...NO_MINIMA, verticalCentimetres: 1 }), true);
});

test('flight levels are compared as flight levels, to the centimetre', () => {
  const a = volume(square, [level(180), level(240)], [0, 10], 'STD');
  const b = volume(square, [level(250), level(300)], [0, 10], 'STD');
  assert.equal(collide(a, b, { ...NO_MINIMA, verticalCentimetres: 30_480 }), false);
  assert.equal(collide(a, b, { ...NO_MINIMA, verticalCentimetres: 30_481 }), true);
});

test('different references are compared above the ellipsoid, and only ever widened', () => {
  // cs2cs: 1,000 m above EGM96 at 35.5 N 40.5 E is 1,019.76 m above the ellipsoid.
  const small = circle(35.5, 40.5, 1000);
  const amsl = volume(small, [1000, 2000], [0, 3_600_000], 'AMSL');
  assert.equal(collide(volume(small, [0, 1015]), amsl), false);
  assert.equal(collide(volume(small, [0, 1019]), amsl), true);
});

test('heights on one stated setting are compared; on two, or none, they may be equal', () => {
  const on = (low: number, reference: 'QNH' | 'QFE', setting?: number): Volume => {
    const { outline, window, band } = volume(square, [low, low + 100], [0, 1], reference);
    const beside = setting === undefined ? {} : { settingDecihectopascals: setting };
    const [lower, upper] = [band.lower, band.upper].map((bound) => ({ ...bound, ...beside }));
    assert.ok(lower !== undefined && upper !== undefined);
    return { outline, window, band: { lower, upper } };
  };
  assert.equal(collide(on(1000, 'QNH', 10_080), on(1101, 'QNH', 10_080)), false);
  assert.equal(collide(on(1000, 'QNH', 10_080), on(1099, 'QNH', 10_080)), true);
  assert.equal(collide(on(1000, 'QNH', 10_080), on(1101, 'QNH', 10_090)), true);
  assert.equal(collide(on(1000, 'QNH'), on(1101, 'QNH')), true);
  assert.equal(collide(on(1000, 'QNH'), on(1101, 'QNH', 10_080)), true);
  assert.equal(collide(on(1000, 'QFE', 9850), on(1101, 'QNH', 9850)), true);
  assert.equal(collide(on(1000, 'QFE'), on(4000, 'QFE')), true);
  assert.equal(collide(on(1000, 'QNH'), on(4000, 'QNH')), false);
});

test('the surface and unlimited reach past every height in any reference', () => {
  const everything: Volume = {
    ...here,
    band: { lower: { kind: 'surface' }, upper: { kind: 'unlimited' } },
  };
  for (const reference of ['HAE', 'AMSL', 'AGL', 'STD'] as const) {
    assert.equal(collide(everything, volume(square, [-400, -300], [0, 1], reference)), true);
    assert.equal(collide(everything, volume(square, [99_000, 99_500], [0, 1], reference)), true);
  }
});

test('all three axes must be nearer than their minima at once', () => {
  const elsewhere = volume(circle(35.5, 41.1, 1000), [1300, 2000], [3_660_000, 3_700_000]);
  const wide = { lateralCentimetres: 3_000_000, verticalCentimetres: 90_000, timeMs: 90_000 };
  assert.equal(collide(here, elsewhere, wide), true);
  assert.equal(collide(here, elsewhere, { ...wide, lateralCentimetres: 100 }), false);
  assert.equal(collide(here, elsewhere, { ...wide, verticalCentimetres: 100 }), false);
  assert.equal(collide(here, elsewhere, { ...wide, timeMs: 100 }), false);
});

test('areas that share an edge or a corner only touch', () => {
  const east = volume(polygon([35, 41], [35, 42], [36, 42], [36, 41]));
  const corner = volume(polygon([36, 41], [36, 42], [37, 42], [37, 41]));
  const halfEdge = volume(polygon([35.3, 41], [35.3, 42], [35.7, 42], [35.7, 41]));
  for (const neighbour of [east, corner, halfEdge]) {
    assert.equal(collide(here, neighbour), false);
    assert.equal(conflictBetween(here, neighbour, lateral(1))?.separation.lateralCentimetres, 0);
  }
});

test('areas that overlap by more than a centimetre conflict', () => {
  // GeodSolve: 2e-7 degree of longitude at 35.5 N is 1.8 cm.
  const deeper = volume(polygon([35, 40.9999998], [35, 42], [36, 42], [36, 40.9999998]));
  assert.equal(collide(here, deeper), true);
  const poking = volume(polygon([35.5, 40.9999998], [35, 42], [36, 42]));
  assert.equal(collide(here, poking), true);
});

test('an area inside another, a copy of it, and two that cross without a vertex inside', () => {
  assert.equal(collide(here, volume(polygon([35.4, 40.4], [35.4, 40.6], [35.6, 40.5]))), true);
  assert.equal(collide(here, volume(polygon([36, 40], [36, 41], [35, 41], [35, 40]))), true);
  assert.equal(
    collide(here, volume(polygon([35.4, 39], [35.6, 39], [35.6, 42], [35.4, 42]))),
    true,
  );
});

test('an area that holds another of as many vertices, and two small strips that cross', () => {
  const held = polygon([35.4, 40.4], [35.4, 40.6], [35.6, 40.6], [35.6, 40.4]);
  assert.equal(collide(here, volume(held)), true);
  const across = polygon([0, -0.01], [0, 0.01], [0.001, 0.01], [0.001, -0.01]);
  const down = polygon([-0.01, 0], [-0.01, 0.001], [0.01, 0.001], [0.01, 0]);
  assert.equal(collide(volume(across), volume(down)), true);
});

test('a corner 1.1 cm inside an edge conflicts, a corner on the edge does not', () => {
  // The edge lies on the equator; 1e-7 degree of latitude is 1.1 cm there.
  const south = volume(polygon([0, 0], [0, 0.01], [-0.01, 0.01], [-0.01, 0]));
  assert.equal(collide(south, wedgeTo(-1e-7)), true);
  assert.equal(collide(south, wedgeTo(0)), false);
});

test('a band up to the surface is as high as ground may be', () => {
  const ground: Volume = {
    ...volume(square, [-400, 0], [0, 3_600_000], 'AMSL'),
    band: { ...volume(square, [-400, 0], [0, 1], 'AMSL').band, upper: { kind: 'surface' } },
  };
  assert.equal(collide(ground, volume(square, [8000, 9000], [0, 1], 'AMSL')), true);
  assert.equal(collide(ground, volume(square, [9000, 9500], [0, 1], 'AMSL')), false);
});

test('an area against a ring of notches that it fills does not conflict', () => {
  const notched = polygon([36, 40], [37, 40], [37, 41], [36, 41], [36.5, 40.5]);
  const filling = polygon([36, 40], [36.5, 40.5], [36, 41]);
  assert.equal(collide(volume(notched), volume(filling)), false);
  assert.equal(
    collide(volume(notched), volume(polygon([36, 40.1], [36.6, 40.5], [36, 40.9]))),
    true,
  );
});

test('two circles: the gap is the geodesic between centres less both radii', () => {
  // GeodSolve: 0 N 0 E to 0 N 1 E is 111319.491 m.
  const a = volume(circle(0, 0, 50_000));
  const b = volume(circle(0, 1, 61_000));
  assert.equal(collide(a, b, lateral(319.49)), false);
  const found = conflictBetween(a, b, lateral(319.5));
  assert.equal(found?.separation.lateralCentimetres, 31_949);
  // GeodSolve: 50,000 m east of the one, and 61,000 m west of the other.
  assert.deepEqual(found?.nearest, { a: at(0, 0.4491576), b: at(0, 0.4520277) });
  assert.equal(collide(a, volume(circle(0, 1, 61_319.48))), false);
  assert.equal(collide(a, volume(circle(0, 1, 61_319.51))), true);
});

test('a corridor reaches half its width to each side, round ends included', () => {
  const along = volume(corridor(1000, [0, 10], [0, 11], [0, 12]));
  // 0.01 degree of latitude at the equator is 1105.743 m.
  const north = conflictBetween(along, volume(circle(0.01, 11.5, 100)), lateral(10));
  assert.equal(north?.separation.lateralCentimetres, 574);
  // 0.01 degree of longitude is 1113.195 m.
  const end = conflictBetween(along, volume(circle(0, 12.01, 100)), lateral(100));
  assert.equal(end?.separation.lateralCentimetres, 1319);
  assert.equal(collide(along, volume(polygon([-1, 10.5], [1, 10.5], [1, 10.6], [-1, 10.6]))), true);
});

test('a corridor crossing itself or another is compared like any other', () => {
  const cross = volume(corridor(10, [1, 10], [-1, 10]));
  assert.equal(collide(cross, volume(corridor(10, [0, 9], [0, 11]))), true);
  assert.equal(collide(cross, volume(corridor(10, [0, 10.001], [0, 11]))), false);
});
