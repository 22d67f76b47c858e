// Areas beside long edges, where a geodesic is not the straight line that the core's chart has: the
// packed index must answer as the exact test does, to centimetres. Both paths of the core.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { conflictBetween } from '../src/index.ts';
import type { Volume } from '../src/index.ts';
import { PackedIndex } from '../src/packed/packed-index.ts';
import { evenly } from './evenly.ts';
import { azimuthBetween, degrees, destination, sampledRing } from './oracle.ts';
import type { Point } from './oracle.ts';
import { at, NO_MINIMA, volume } from './shapes.ts';

type Path = 'plain' | 'wasm';

function area(...corners: readonly Point[]): Volume {
  return volume({ kind: 'polygon', ring: corners.map((corner) => at(...corner)) });
}

function finds(path: Path, held: Volume, asked: Volume): boolean {
  const index = new PackedIndex(path);
  index.add(held);
  return index.query(asked, NO_MINIMA).length > 0;
}

for (const path of ['plain', 'wasm'] as const) {
  test(`${path}: the bulge of an edge of 98 km, straight up and down in its chart`, () => {
    // The geodesic between the corners has its middle at 60.0084389 N, some 50 cm north of the
    // chart's line. An area that lies in the bulge alone meets the one to the south of the edge.
    const south = area([60, -0.88], [60, 0.88], [59, 0]);
    const north = area([60, -0.88], [60, 0.88], [61, 0]);
    const middle = destination([60, -0.88], azimuthBetween([60, -0.88], [60, 0.88]), 49_099.6);
    for (const [deeper, meetsSouth] of [
      [-0.5, true],
      [-0.3, true],
      [-0.1, true],
      [-0.03, true],
      [0.03, false],
      [0.3, false],
    ] as const) {
      const lat = middle[0] + deeper / 111_400;
      const above = area([lat + 0.01, 0], [lat, -0.002], [lat, 0.002]);
      const below = area([lat - 0.01, 0], [lat, -0.002], [lat, 0.002]);
      for (const [held, asked, meets] of [
        [south, above, meetsSouth],
        [north, below, !meetsSouth],
      ] as const) {
        assert.equal(conflictBetween(held, asked, NO_MINIMA) !== undefined, meets, `${deeper} m`);
        assert.equal(finds(path, held, asked), meets, `${deeper} m, asked with the small one`);
        assert.equal(finds(path, asked, held), meets, `${deeper} m, asked with the large one`);
      }
    }
  });
}

test('neighbours along long edges anywhere: as the exact test says', () => {
  const place = fc.record({
    lat: evenly(-89, 89),
    lon: fc.constantFrom(0, 45, 90, -135, 180, 12.3),
    // Edges that lie along an axis of their chart are those that bound its boxes.
    azimuth: fc.oneof(fc.constantFrom(0, 90, 270), evenly(0, 360)),
    metres: fc.constantFrom(20_000, 99_000, 150_000),
    along: fc.integer({ min: 100, max: 900 }),
    // How far the neighbour's edge is from the long edge.
    shift: fc.constantFrom(-0.6, -0.3, -0.05, -0.02, 0.02, 0.05, 0.3, 0.6),
    left: fc.boolean(),
  });
  let met = 0;
  const property = fc.property(place, ({ lat, lon, azimuth, metres, along, shift, left }) => {
    const centre = degrees(at(lat, lon));
    const from = degrees(at(...destination(centre, azimuth + 180, metres / 2)));
    const to = degrees(at(...destination(centre, azimuth, metres / 2)));
    const side = left ? -90 : 90;
    const base = area(from, to, destination(centre, azimuth + side, metres / 3));
    const foot = sampledRing([from, to], metres / 1000)[along] ?? centre;
    const heading = azimuthBetween(foot, to);
    const edge = destination(foot, heading + side, shift);
    const tips = [-100, 100].map((by) => destination(edge, heading, by));
    const small = area(destination(edge, heading - side, 900), ...tips);
    const meets = conflictBetween(base, small, NO_MINIMA) !== undefined;
    if (meets) met += 1;
    for (const path of ['plain', 'wasm'] as const) {
      assert.equal(finds(path, base, small), meets);
      assert.equal(finds(path, small, base), meets);
    }
  });
  fc.assert(property, { numRuns: 400, seed: 20_261_127 });
  assert.ok(met > 100 && met < 300, `${met}`);
});

test('a geodesic of L metres bends from the plane of its ends by up to 7e-11 L squared', () => {
  // The bound that the core's blur stands on (shape.ts), against GeographicLib, all over the Earth.
  const edge = fc.record({
    lat: evenly(-90, 90),
    azimuth: evenly(0, 360),
    metres: evenly(1_000, 100_000),
  });
  let most = 0;
  const property = fc.property(edge, ({ lat, azimuth, metres }) => {
    const from: Point = [lat, 0];
    const normal = cross(vector(from), vector(destination(from, azimuth, metres)));
    for (const part of [0.25, 0.5, 0.75]) {
      const p = vector(destination(from, azimuth, part * metres));
      const off = Math.abs(dot(p, normal)) / Math.sqrt(dot(normal, normal));
      most = Math.max(most, off / metres ** 2);
    }
  });
  fc.assert(property, { numRuns: 20_000, seed: 20_261_127 });
  // Rounding of the coordinates is a nanometre, 1e-15 of the square of a kilometre.
  assert.ok(most > 5e-11 && most < 7e-11, `${most}`);
});

type Vector = readonly [x: number, y: number, z: number];

/** ECEF metres on the WGS-84 ellipsoid. */
function vector([lat, lon]: Point): Vector {
  const [phi, lambda] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180];
  const square = 0.0066943799901413165;
  const across = 6378137 / Math.sqrt(1 - square * Math.sin(phi) ** 2);
  const flat = across * Math.cos(phi);
  const up = across * (1 - square) * Math.sin(phi);
  return [flat * Math.cos(lambda), flat * Math.sin(lambda), up];
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
