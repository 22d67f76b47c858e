// Random areas, circles and corridors against the oracle: nothing is missed, nothing is invented,
// gaps are right to centimetres. At middle latitudes, across the antimeridian, around the poles.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Outline } from '@parley/geo';
import { conflictBetween } from '../src/index.ts';
import { evenly } from './evenly.ts';
import {
  azimuthBetween,
  degrees,
  destination,
  isInside,
  metresBetween,
  metresBetweenRings,
  metresToEdge,
  metresToRing,
  sampledRing,
} from './oracle.ts';
import type { Point } from './oracle.ts';
import { at, lateral, NO_MINIMA, volume } from './shapes.ts';
import { ringOf, scenes, star } from './stars.ts';

const size = fc.constantFrom(300, 5000, 60_000);

function area(ring: readonly Point[]): Outline {
  return { kind: 'polygon', ring: ring.map((p) => at(...p)) };
}

/** How deep the border of one ring goes into the other, by samples: 0 when it does not. */
function depth(samples: readonly Point[], ring: readonly Point[], ringSamples: readonly Point[]) {
  const inside = samples.filter((p) => isInside(p, ringSamples));
  return Math.max(0, ...inside.map((p) => metresToRing(p, ring)));
}

for (const [name, centre] of scenes) {
  test(`areas ${name} overlap when the oracle says so, and lie as far apart`, () => {
    const seen = { apart: 0, meeting: 0 };
    const property = fc.property(star, star, size, (one, two, metres) => {
      const [a, b] = [ringOf(one, centre, metres), ringOf(two, centre, metres)];
      const [sampledA, sampledB] = [sampledRing(a, metres / 20), sampledRing(b, metres / 20)];
      const [va, vb] = [volume(area(a)), volume(area(b))];
      const found = conflictBetween(va, vb, NO_MINIMA);
      if (found !== undefined) {
        seen.meeting += 1;
        const point = degrees(found.nearest.a);
        for (const [ring, fine] of [
          [a, sampledRing(a, metres / 200)],
          [b, sampledRing(b, metres / 200)],
        ] as const) {
          assert.ok(isInside(point, fine) || metresToRing(point, ring) < 0.02, String(point));
        }
        return;
      }
      seen.apart += 1;
      assert.ok(depth(sampledA, b, sampledB) < 0.01);
      assert.ok(depth(sampledB, a, sampledA) < 0.01);
      const gap = metresBetweenRings(a, b);
      const near = conflictBetween(va, vb, lateral(gap + 0.02));
      assert.ok(Math.abs((near?.separation.lateralCentimetres ?? NaN) - gap * 100) < 1);
      assert.equal(conflictBetween(va, vb, lateral(Math.max(0, gap - 0.02))), undefined);
      const { nearest } = near ?? assert.fail('a conflict');
      const between = metresBetween(degrees(nearest.a), degrees(nearest.b));
      assert.ok(Math.abs(between - gap) < 0.03, `${between} ${gap}`);
    });
    fc.assert(property, { numRuns: 60, seed: 20_260_917 });
    assert.ok(seen.apart >= 4 && seen.meeting >= 4, JSON.stringify(seen));
  });

  test(`circles and corridors ${name} lie as far from areas as the oracle says`, () => {
    const line = fc.record({
      star,
      place: star,
      metres: size,
      width: fc.integer({ min: 1, max: 99 }),
    });
    const property = fc.property(line, ({ star: shape, place, metres, width }) => {
      const ring = ringOf(shape, centre, metres);
      const [from, to] = ringOf(place, centre, metres);
      if (from === undefined || to === undefined) throw new Error('bug: a star has corners');
      const inside = isInside(from, sampledRing(ring, metres / 100));
      const dot: Outline = { kind: 'circle', centre: at(...from), radiusCentimetres: width * 100 };
      checkGap(area(ring), dot, inside ? 0 : metresToRing(from, ring) - width);
      const crosses = isInside(to, sampledRing(ring, metres / 100)) !== inside;
      const clear = Math.min(
        metresToRing(from, ring),
        metresToRing(to, ring),
        ...ring.map((corner) => metresToEdge(corner, from, to)),
      );
      const corridor: Outline = {
        kind: 'corridor',
        line: [at(...from), at(...to)],
        halfWidthCentimetres: width * 100,
      };
      if (inside || crosses) checkGap(area(ring), corridor, 0);
      else if (!passesThrough(from, to, ring, metres))
        checkGap(area(ring), corridor, clear - width);
    });
    fc.assert(property, { numRuns: 12, seed: 20_260_917 });
  });
}

function passesThrough(from: Point, to: Point, ring: readonly Point[], metres: number): boolean {
  const line = sampledRing([from, to], metres / 100);
  const fine = sampledRing(ring, metres / 50);
  return line.some((p) => isInside(p, fine) || metresToRing(p, ring) < metres / 25);
}

function checkGap(a: Outline, b: Outline, gapMetres: number): void {
  const gap = Math.max(0, gapMetres);
  const found = conflictBetween(volume(a), volume(b), lateral(gap + 0.02));
  const centimetres = found?.separation.lateralCentimetres ?? NaN;
  assert.ok(Math.abs(centimetres - gap * 100) < 1, `${centimetres} cm for ${gap} m`);
  if (gapMetres > 0.02) {
    assert.equal(conflictBetween(volume(a), volume(b), lateral(gap - 0.02)), undefined);
  }
}

/** A triangle on part of an edge of another, its base moved `metres` into (or out of) that. */
function neighbour(from: Point, to: Point, parts: readonly [number, number], metres: number) {
  const line = sampledRing([from, to], metresBetween(from, to) / 1000).slice(0, 1001);
  const base = parts.map((part) => line[Math.round(part * 1000)] ?? to);
  const [p = from, q = to] = base;
  const outwards = azimuthBetween(p, q) + 90;
  const moved = [p, q].map((point) => destination(point, outwards, -metres));
  return area([...moved, destination(p, outwards, 5000)]);
}

test('neighbours on an edge touch; 2 cm into it they conflict; 2 cm off they do not', () => {
  const place = fc.record({
    lat: evenly(-85, 85),
    azimuth: evenly(0, 360),
    metres: fc.constantFrom(800, 20_000, 200_000),
    first: fc.integer({ min: 0, max: 40 }),
    last: fc.integer({ min: 60, max: 100 }),
  });
  const property = fc.property(place, ({ lat, azimuth, metres, first, last }) => {
    const from = degrees(at(lat, 179.9));
    const to = degrees(at(...destination(from, azimuth, metres)));
    const base = volume(area([from, to, destination(from, azimuth - 60, metres)]));
    const parts = [first / 100, last / 100] as const;
    for (const shift of [0, -0.02, -1]) {
      const beside = volume(neighbour(from, to, parts, shift));
      assert.equal(conflictBetween(base, beside, NO_MINIMA), undefined, `${shift} m`);
    }
    for (const shift of [0.02, 1]) {
      const into = volume(neighbour(from, to, parts, shift));
      assert.notEqual(conflictBetween(base, into, NO_MINIMA), undefined, `${shift} m`);
    }
  });
  fc.assert(property, { numRuns: 100, seed: 20_260_917 });
});
