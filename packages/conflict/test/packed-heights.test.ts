// Bands in different references that just meet or just do not: the packed index must answer as the
// exact test does, before and after it knows a row's span to the centimetre. On both paths.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { HeightReference } from '@parley/geo';
import { conflictBetween } from '../src/index.ts';
import type { Minima, Shape, Volume } from '../src/index.ts';
import { PackedIndex } from '../src/packed/packed-index.ts';
import { ellipsoidalSpan } from '../src/vertical.ts';
import { circle, NO_MINIMA, polygon, volume } from './shapes.ts';

const references: readonly HeightReference[] = ['HAE', 'AMSL', 'AGL', 'STD'];
/** The steepest geoid (New Guinea, the Himalaya), and where none is near. */
const places = [
  [-5, 141],
  [28, 84],
  [7, 79],
  [35, 40],
  [-60, -30],
] as const;

const one = fc.record({
  place: fc.constantFrom(...places),
  metres: fc.constantFrom(50, 5_000, 100_000),
  round: fc.boolean(),
  lower: fc.integer({ min: 0, max: 12_000 }),
  height: fc.integer({ min: 0, max: 3_000 }),
  reference: fc.constantFrom(...references),
  other: fc.constantFrom(...references),
  /** How far the other band begins above the end of the first, centimetres above the ellipsoid. */
  gap: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -20_000, max: 20_000 })),
  single: fc.boolean(),
  minimum: fc.constantFrom(0, 30_480),
});

function shapeOf([lat, lon]: readonly [number, number], metres: number, round: boolean): Shape {
  if (round) return circle(lat, lon, metres);
  const by = metres / 111_000;
  return polygon([lat - by, lon - by], [lat - by, lon + by], [lat + by, lon]);
}

/** The second band moved so that it begins `gap` above the end of the first. */
function above(first: Volume, second: Volume, gap: number): Volume {
  const from = ellipsoidalSpan(first).upperCentimetres + gap;
  const by = Math.round(from - ellipsoidalSpan(second).lowerCentimetres);
  const { lower, upper } = second.band;
  if (lower.kind !== 'height' || upper.kind !== 'height') throw new Error('bug: both are heights');
  const moved = (limit: typeof lower) => ({ ...limit, centimetres: limit.centimetres + by });
  return { ...second, band: { lower: moved(lower), upper: moved(upper) } };
}

for (const path of ['plain', 'wasm'] as const) {
  test(`${path}: bands in different references that just meet or miss`, () => {
    const seen = { met: 0, missed: 0, unsure: 0, known: 0 };
    const property = fc.property(one, (given) => {
      const { place, metres, round, lower, height, reference, other, gap, single, minimum } = given;
      const shape = shapeOf(place, metres, round);
      const held = volume(shape, [lower, lower + height], undefined, reference);
      const plain = volume(circle(place[0], place[1], 10), [0, single ? 0 : 500], undefined, other);
      const asked = above(held, plain, gap);
      const minima: Minima = { ...NO_MINIMA, verticalCentimetres: minimum };
      const meets = conflictBetween(held, asked, minima) !== undefined;
      seen[meets ? 'met' : 'missed'] += 1;
      for (const [inside, question] of [
        [held, asked],
        [asked, held],
      ] as const) {
        const index = new PackedIndex(path);
        index.add(inside);
        assert.equal(index.query(question, minima).length > 0, meets);
        const before = index.unsure;
        seen.unsure += before;
        assert.equal(index.query(question, minima).length > 0, meets, 'asked again');
        seen.known += index.unsure === before ? 1 : 0;
      }
    });
    fc.assert(property, { numRuns: 600, seed: 20_261_127 });
    assert.ok(seen.met > 100 && seen.missed > 100, JSON.stringify(seen));
    assert.ok(seen.unsure > 100 && seen.known > 400, JSON.stringify(seen));
  });
}
