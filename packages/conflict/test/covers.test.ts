// One volume within another: each axis at its limit and just beyond, and points as an oracle.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Outline } from '@parley/geo';
import { direct, outlinePoints } from '@parley/geo';
import { conflictBetween, covers } from '../src/index.ts';
import type { Volume } from '../src/index.ts';
import { circle, corridor, NO_MINIMA, polygon, volume } from './shapes.ts';

const square = polygon([35, 40], [35, 41], [36, 41], [36, 40]);

test('the window and the band of the inner volume lie within those of the outer', () => {
  const outer = volume(square, [100, 1000], [1000, 2000]);
  const inner = (metres: [number, number], window: [number, number]): boolean =>
    covers(outer, volume(square, metres, window));
  assert.equal(inner([100, 1000], [1000, 2000]), true);
  assert.equal(inner([99.99, 1000], [1000, 2000]), false);
  assert.equal(inner([100, 1000.01], [1000, 2000]), false);
  assert.equal(inner([100, 1000], [999, 2000]), false);
  assert.equal(inner([100, 1000], [1000, 2001]), false);
});

const ON_GROUND: readonly (readonly [string, Outline, Outline, boolean])[] = [
  ['a circle at the rim of a circle', circle(35, 40, 5000), circle(35, 40, 5000), true],
  ['a circle of a metre more', circle(35, 40, 5000), circle(35, 40, 5001), false],
  // 0.01 degrees of latitude are 1,109 m there.
  ['a smaller circle to the north', circle(35, 40, 5000), circle(35.01, 40, 3880), true],
  ['one that reaches over', circle(35, 40, 5000), circle(35.01, 40, 3900), false],
  ['a square in its circle', circle(35.5, 40.5, 80_000), square, true],
  ['a square wider than its circle', circle(35.5, 40.5, 70_000), square, false],
  [
    'the square, written from another corner',
    square,
    polygon([35, 41], [35, 40], [36, 40], [36, 41]),
    true,
  ],
  ['a triangle that shares a border', square, polygon([35, 40], [36, 40], [35.5, 40.5]), true],
  [
    'a polygon that comes out of the square',
    square,
    polygon([35.2, 40.2], [35.2, 41.01], [35.8, 40.5]),
    false,
  ],
  ['a polygon around the square', square, polygon([34, 39], [34, 42], [37, 42], [37, 39]), false],
  ['a circle in the square', square, circle(35.5, 40.5, 30_000), true],
  ['a circle over its border', square, circle(35.5, 40.1, 30_000), false],
  ['a corridor in the square', square, corridor(500, [35.2, 40.2], [35.8, 40.8]), true],
  ['a corridor out of the square', square, corridor(500, [35.2, 40.2], [35.8, 41.2]), false],
  [
    'a circle on the line of a corridor',
    corridor(500, [35, 40], [35, 41]),
    circle(35, 40, 500),
    true,
  ],
  ['a circle beside it', corridor(500, [35, 40], [35, 41]), circle(35.01, 40, 500), false],
];

for (const [name, outer, inner, expected] of ON_GROUND) {
  test(`${name} is ${expected ? 'covered' : 'not covered'}`, () => {
    assert.equal(covers(volume(outer), volume(inner)), expected);
  });
}

test('limits on different scales are covered when they may fit, and not when they cannot', () => {
  const outer = volume(square, [1000, 6000], [0, 1], 'AMSL');
  assert.equal(covers(outer, volume(square, [1500, 5500], [0, 1], 'STD')), true);
  assert.equal(covers(outer, volume(square, [1500, 9000], [0, 1], 'STD')), false);
  assert.equal(covers(outer, volume(square, [0, 5500], [0, 1], 'STD')), false);
});

test('the surface is below every height, and unlimited above', () => {
  const band = (lower: 'surface' | 'height', upper: 'unlimited' | 'height'): Volume => {
    const made = volume(square);
    const bounds = { surface: { kind: 'surface' }, unlimited: { kind: 'unlimited' } } as const;
    return {
      ...made,
      band: {
        lower: lower === 'surface' ? bounds.surface : made.band.lower,
        upper: upper === 'unlimited' ? bounds.unlimited : made.band.upper,
      },
    };
  };
  assert.equal(covers(band('surface', 'unlimited'), band('height', 'height')), true);
  assert.equal(covers(band('height', 'unlimited'), band('surface', 'height')), false);
  assert.equal(covers(band('surface', 'height'), band('surface', 'unlimited')), false);
  assert.equal(covers(band('surface', 'unlimited'), band('surface', 'unlimited')), true);
});

test('every point of what is covered lies in what covers it', () => {
  const near = fc.integer({ min: -8, max: 8 });
  const some = (least: number, most: number): fc.Arbitrary<Outline> =>
    fc
      .tuple(near, near, fc.integer({ min: least, max: most }), fc.nat({ max: 2 }))
      .map(([north, east, size, kind]): Outline => {
        const [lat, lon] = [35 + north / 1000, 40 + east / 1000];
        const reach = size / 2000;
        if (kind === 0) return circle(lat, lon, size * 50);
        if (kind === 1) return corridor(size * 10, [lat, lon], [lat + reach, lon + reach]);
        return polygon([lat, lon], [lat, lon + reach], [lat + reach, lon + reach / 2]);
      });
  let covered = 0;
  fc.assert(
    fc.property(some(20, 60), some(1, 10), (one, other) => {
      const within = covers(volume(one), volume(other));
      if (within) covered += 1;
      if (within) assert.equal(strayed(one, other, -0.5), false);
      else if (one.kind !== 'corridor') assert.equal(strayed(one, other, 0.5), true);
    }),
    { numRuns: 400 },
  );
  assert(covered >= 20, String(covered));
});

/**
 * Whether a point within a centimetre of the border of `other` is outside of `one`: also beside it
 * by half a metre, or (negative) farther outside than that.
 */
function strayed(one: Outline, other: Outline, besideMetres: number): boolean {
  const lateralCentimetres = besideMetres < 0 ? -100 * besideMetres : 0;
  return outlinePoints(other, 5).some((position) =>
    [0, 90, 180, 270].some((azimuth) => {
      const centre = besideMetres < 0 ? position : direct(position, azimuth, besideMetres);
      const point = volume({ kind: 'circle', centre, radiusCentimetres: 1 });
      return (
        conflictBetween(volume(one), point, { ...NO_MINIMA, lateralCentimetres }) === undefined
      );
    }),
  );
}
