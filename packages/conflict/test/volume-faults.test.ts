// Each rule a volume must meet, by a volume that breaks it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Outline } from '@parley/geo';
import type { Volume } from '../src/index.ts';
import { volumeFaults } from '../src/index.ts';
import { at, circle, corridor, polygon, volume } from './shapes.ts';

function fieldsOf(outline: Outline): string[] {
  return faultsOf(volume(outline));
}

function faultsOf(v: Volume): string[] {
  return volumeFaults(v).map((fault) => fault.field);
}

function notched(lat: number): Outline {
  return polygon([60, 0], [60, 20], [62, 20], [lat, 10], [62, 0]);
}

function triangleTo(latE7: number, lonE7: number): Outline {
  return { kind: 'polygon', ring: [at(0, 0), at(0, 1), { latE7, lonE7 }] };
}

type Corner = { y: number; x: number };

function planarCross(ring: readonly Corner[], i: number, j: number): boolean {
  const corner = (k: number): Corner => ring[k % ring.length] ?? { y: 0, x: 0 };
  const side = (p: Corner, q: Corner, r: Corner): number =>
    Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
  const [a, b, c, d] = [corner(i), corner(i + 1), corner(j), corner(j + 1)];
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

test('sound volumes have no fault', () => {
  const sound = [
    polygon([35, 40], [35, 41], [36, 41]),
    polygon([10, 179], [10, -179], [12, -179], [12, 179]),
    polygon([85, 0], [85, 90], [85, 180], [85, -90]),
    polygon([-90, 0], [-80, 10], [-80, 20]),
    circle(90, 0, 500_000),
    corridor(500_000, [0, 0], [5, 5], [0, 5], [5, 0]),
    // A comb, 1 cm between its teeth.
    polygon([0, 0], [0, 3e-7], [1, 3e-7], [1, 2e-7], [0.1, 2e-7], [0.1, 1e-7], [1, 1e-7], [1, 0]),
  ];
  for (const outline of sound) assert.deepEqual(volumeFaults(volume(outline)), []);
});

test('too few or too many vertices', () => {
  assert.deepEqual(volumeFaults(volume(polygon([0, 0], [1, 1]))), [
    { field: 'outline.ring', fault: '2 vertices', right: '3 to 1000 vertices' },
  ]);
  assert.deepEqual(fieldsOf(corridor(10, [0, 0])), ['outline.line']);
  const many = Array.from({ length: 1001 }, (_, i) => [0, i / 100] as const);
  assert.deepEqual(fieldsOf(corridor(10, ...many)), ['outline.line']);
});

test('numbers that are out of range, fractions or not numbers', () => {
  assert.deepEqual(volumeFaults(volume(triangleTo(900_000_001, 0))), [
    {
      field: 'outline.ring[2].latE7',
      fault: '900000001 is out of range',
      right: 'a whole number from -900000000 to 900000000',
    },
  ]);
  assert.deepEqual(fieldsOf(triangleTo(0, -1_800_000_001)), ['outline.ring[2].lonE7']);
  assert.deepEqual(fieldsOf(triangleTo(NaN, 0.5)), [
    'outline.ring[2].latE7',
    'outline.ring[2].lonE7',
  ]);
  assert.deepEqual(fieldsOf(triangleTo(Infinity, 0)), ['outline.ring[2].latE7']);
});

test('radius and half-width are above 0 and up to 500 km', () => {
  assert.deepEqual(fieldsOf(circle(0, 0, 0)), ['outline.radiusCentimetres']);
  assert.deepEqual(fieldsOf(circle(0, 0, 500_000.01)), ['outline.radiusCentimetres']);
  assert.deepEqual(fieldsOf(corridor(-1, [0, 0], [0, 1])), ['outline.halfWidthCentimetres']);
});

test('vertices that repeat their neighbour, by number or by place', () => {
  const right = 'each vertex once; a ring is not closed by repeating its first vertex';
  assert.deepEqual(volumeFaults(volume(polygon([0, 0], [0, 1], [0, 1], [1, 0]))), [
    { field: 'outline.ring[2]', fault: 'is the same place as vertex 1', right },
  ]);
  assert.deepEqual(volumeFaults(volume(polygon([0, 0], [0, 1], [1, 0], [0, 0]))), [
    { field: 'outline.ring[0]', fault: 'is the same place as the last vertex', right },
  ]);
  assert.deepEqual(fieldsOf(polygon([90, 10], [90, 50], [80, 0])), ['outline.ring[1]']);
  assert.deepEqual(fieldsOf(corridor(1, [5, 180], [5, -180])), ['outline.line[1]']);
});

test('rings that cross, touch or fold back on themselves', () => {
  const crossed = volumeFaults(volume(polygon([0, 0], [1, 1], [1, 0], [0, 1])));
  assert.deepEqual(crossed, [
    {
      field: 'outline.ring[0]',
      fault: 'the edge from here to vertex 1 crosses the edge from 2 to 3',
      right: 'a ring whose edges meet only at the vertex that they share',
    },
  ]);
  const touching = polygon([0, 0], [0, 2], [1, 2], [0, 1], [1, 0]);
  assert.ok(volumeFaults(volume(touching)).every((x) => x.fault.includes('touches')));
  assert.equal(volumeFaults(volume(touching)).length, 2);
  assert.ok(fieldsOf(polygon([0, 0], [0, 2], [0, 1], [1, 1])).length > 0);
  assert.ok(fieldsOf(polygon([0, 0], [0, 1], [0, 2])).length > 0);
  // So short that each edge is one arc, and every arc follows every other.
  const flat = volumeFaults(volume(polygon([0, 0], [0, 0.01], [0, 0.02])));
  assert.ok(flat.length > 0 && flat.every((x) => x.fault.includes('turns back on')));
  assert.ok(fieldsOf(polygon([0, 179], [1, -179], [1, 179], [0, -179])).length > 0);
});

test('edges cross as geodesics, not as lines on a map of latitude and longitude', () => {
  // GeodSolve: the geodesic from 60 N 0 E to 60 N 20 E passes 60.37878 N at 10 E.
  assert.ok(fieldsOf(notched(60.37)).length > 0);
  assert.deepEqual(fieldsOf(notched(60.39)), []);
});

test('random rings are refused just when an integer planar test finds a crossing', () => {
  // Within a kilometre of the equator geodesics are straight in degrees, to far below 1e-7.
  const corner = fc.record({
    y: fc.integer({ min: 0, max: 90_000 }),
    x: fc.integer({ max: 90_000, min: 0 }),
  });
  const seen = { sound: 0, crossed: 0 };
  const property = fc.property(fc.array(corner, { minLength: 3, maxLength: 6 }), (ring) => {
    const crossed = ring.some((_, i) => ring.some((__, j) => planarCross(ring, i, j)));
    seen[crossed ? 'crossed' : 'sound'] += 1;
    const faults = fieldsOf({
      kind: 'polygon',
      ring: ring.map(({ y, x }) => ({ latE7: y, lonE7: x })),
    });
    assert.equal(faults.length > 0, crossed);
  });
  fc.assert(property, { numRuns: 400, seed: 7 });
  assert.ok(seen.sound > 50 && seen.crossed > 50, JSON.stringify(seen));
});

test('extent, length of edges', () => {
  assert.deepEqual(volumeFaults(volume(polygon([0, 0], [0, 19], [5, 5]))), [
    {
      field: 'outline.ring[1]',
      fault: 'is 2105 km from vertex 0',
      right: 'all vertices within 2,000 km',
    },
  ]);
  const zigzag = Array.from({ length: 40 }, (_, i) => [(i % 2) * 10, i / 100] as const);
  assert.deepEqual(fieldsOf(corridor(1, ...zigzag)), ['outline.line']);
});

test('bands and windows', () => {
  const shape = circle(0, 0, 1);
  assert.deepEqual(faultsOf(volume(shape, [200, 100])), ['band']);
  assert.deepEqual(faultsOf(volume(shape, [100, 100])), []);
  assert.deepEqual(faultsOf(volume(shape, [0, NaN])), ['band.upper.centimetres']);
  assert.deepEqual(faultsOf(volume(shape, [-501, 0])), ['band.lower.centimetres']);
  assert.deepEqual(faultsOf(volume(shape, [0, 1], [10, 10])), ['window']);
  assert.deepEqual(faultsOf(volume(shape, [0, 1], [10, 9])), ['window']);
  assert.deepEqual(faultsOf(volume(shape, [0, 1], [0, NaN])), ['window']);
});
