// Distances, directions and outlines, against GeodSolve (GeographicLib's C++ program).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { centreOf, direct, inverse, outlinePoints } from '../src/index.ts';
import type { Position } from '../src/index.ts';
import { fullCircle } from '../src/shape/geodesic.ts';
import { distanceRange } from '../src/shape/outline-range.ts';
import { ask, at, line, numbersFrom, numbersIn } from './oracle.ts';

const MISSING = 'GeodSolve is not installed: apt-get install geographiclib-tools';

test('a direction a hair west of north is 0, not 360', () => {
  assert.equal(fullCircle(-1e-15), 0);
  assert.equal(fullCircle(-360), 0);
  assert.equal(fullCircle(-1), 359);
});

test('the distance between the same positions is 0, and the direction too', () => {
  assert.deepEqual(inverse(at(35, 40), at(35, 40)), { distanceMetres: 0, azimuthDegrees: 0 });
});

test('the points of a polygon lie on its geodesic edges, not on straight lines of the map', (t) => {
  // On this edge of 3,000 km the geodesic climbs eight degrees above the parallel.
  const ring = [at(60, 0), at(60, 50), at(50, 25)];
  const points = outlinePoints({ kind: 'polygon', ring }, 50_000);
  const theirs = ask('GeodSolve', ['-I', '60', '0', '60', '50', '-p', '4', '-F', '-E'], ['0.5']);
  if (theirs === undefined) return t.skip(MISSING);
  const [lat, lon] = numbersIn(theirs[0]);
  const middle = at(lat, lon);
  const nearest = Math.min(...points.map((point) => inverse(point, middle).distanceMetres));
  assert.ok(lat > 61 && nearest <= 25_000, `${lat} ${nearest}`);
  for (const vertex of ring) assert.ok(points.some((p) => inverse(p, vertex).distanceMetres === 0));
});

/** Checks that a ring of points closes and leaves no gap larger than the step. */
function assertClosed(points: readonly Position[], stepMetres: number): void {
  for (const [i, point] of points.entries()) {
    const gap = inverse(points.at(i - 1) ?? point, point).distanceMetres;
    assert.ok(gap <= stepMetres + 0.05 && gap > 0, `gap ${gap} before point ${i}`);
  }
}

test('the points of a circle lie on it, around a pole and the antimeridian too', () => {
  for (const centre of [at(35.2, 40.1), at(89.99, 0), at(-17, 179.99), at(90, 0)]) {
    const points = outlinePoints({ kind: 'circle', centre, radiusCentimetres: 500_000 }, 400);
    assertClosed(points, 400);
    for (const point of points) {
      assert.ok(Math.abs(inverse(centre, point).distanceMetres - 5000) < 0.02);
    }
  }
});

test('the points of a corridor lie at its half-width from the line, at ends and bends too', () => {
  for (const lonShift of [0, 139.9]) {
    const bent = [at(35, 40 + lonShift), at(35.1, 40.1 + lonShift), at(35, 40.2 + lonShift)];
    const route = bent.map(({ latE7, lonE7 }) => {
      return { latE7, lonE7: lonE7 > 1_800_000_000 ? lonE7 - 3_600_000_000 : lonE7 };
    });
    const points = outlinePoints(
      { kind: 'corridor', line: route, halfWidthCentimetres: 200_000 },
      300,
    );
    // The line again, as dense dots: an independent measure of the distance to it.
    const dots = route.slice(1).flatMap((end, i) => {
      const start = route[i] ?? end;
      const { distanceMetres, azimuthDegrees } = inverse(start, end);
      return Array.from({ length: 1501 }, (_, k) =>
        direct(start, azimuthDegrees, (distanceMetres * k) / 1500),
      );
    });
    for (const point of points) {
      const metres = Math.min(...dots.map((dot) => inverse(dot, point).distanceMetres));
      assert.ok(Math.abs(metres - 2000) < 0.1, `${metres}`);
    }
    assertClosed(points, 600);
  }
});

function near(a: Position, b: Position, metres: number): void {
  assert.ok(inverse(a, b).distanceMetres < metres, `${line(a)}, not ${line(b)}`);
}

function polygon(...ring: readonly Position[]): Position {
  return centreOf({ kind: 'polygon', ring });
}

test('the middle of an outline is found across the antimeridian and over the poles', () => {
  near(polygon(at(35, 40), at(35, 41), at(36, 41), at(36, 40)), at(35.5018, 40.5), 200);
  near(polygon(at(10, 170), at(10, -170), at(-10, -170), at(-10, 170)), at(0, 180), 1);
  near(polygon(at(80, 0), at(80, 90), at(80, 180), at(80, -90)), at(90, 0), 1);
  near(polygon(at(-70, 0), at(-70, 120), at(-70, -120)), at(-90, 0), 1);
  // An L of three equal squares: its centre of area is not the middle of its vertices.
  const l = [at(0, 0), at(0, 0.2), at(0.1, 0.2), at(0.1, 0.1), at(0.2, 0.1), at(0.2, 0)];
  near(polygon(...l), at(0.25 / 3, 0.25 / 3), 20);
  near(polygon(at(1, 1), at(1, 3)), at(1, 2), 100);
  const bent = [at(0, 0), at(0, 3), at(0, 4)];
  near(centreOf({ kind: 'corridor', line: bent, halfWidthCentimetres: 100 }), at(0, 2), 1);
  const centre = at(35, 40);
  assert.equal(centreOf({ kind: 'circle', centre, radiusCentimetres: 1 }), centre);
});

test('the range of an outline from a position agrees with a search of its boundary', () => {
  const next = numbersFrom(12);
  for (let i = 0; i < 60; i += 1) {
    const middle = at(170 * next() - 85, 360 * next() - 180);
    const from = direct(middle, 360 * next(), 60_000 * next());
    const ring = [0, 72, 144, 216, 288].map((azimuth) =>
      direct(middle, azimuth, 2000 + 30_000 * next()),
    );
    const range = distanceRange(from, { kind: 'polygon', ring });
    const boundary = outlinePoints({ kind: 'polygon', ring }, 20);
    const distances = boundary.map((point) => inverse(from, point).distanceMetres);
    const [least, most] = [Math.min(...distances), Math.max(...distances)];
    assert.ok(Math.abs(range.farthestMetres - most) < 0.1, `${range.farthestMetres} ${most}`);
    if (range.nearestMetres === 0) continue;
    assert.ok(least - range.nearestMetres < 10 && least >= range.nearestMetres - 0.1);
  }
});

test('a position inside an outline is at distance 0, its antipode is not', () => {
  const ring = [at(35, 40), at(35, 41), at(36, 41), at(36, 40)];
  assert.equal(distanceRange(at(35.5, 40.5), { kind: 'polygon', ring }).nearestMetres, 0);
  assert.equal(distanceRange(at(35, 40), { kind: 'polygon', ring }).nearestMetres, 0);
  const far = distanceRange(at(-35.5, -139.5), { kind: 'polygon', ring });
  assert.ok(far.nearestMetres > 19_900_000);
  const cap = [at(80, 0), at(80, 120), at(80, -120)];
  assert.equal(distanceRange(at(90, 0), { kind: 'polygon', ring: cap }).nearestMetres, 0);
  const route = {
    kind: 'corridor',
    line: [at(0, 0), at(0, 1)],
    halfWidthCentimetres: 100_000,
  } as const;
  assert.equal(distanceRange(at(0.009, 0.5), route).nearestMetres, 0);
  // 0.1 degree of latitude at the equator is 11,057 m (GeodSolve), the half-width is 1,000 m.
  assert.ok(Math.abs(distanceRange(at(0.1, 0.5), route).nearestMetres - 10_057.4) < 0.2);
});
