// Areas with holes, and ellipses, against the oracle's azimuths and lengths.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { conflictBetween, covers, volumeFaults } from '../src/index.ts';
import type { Shape } from '../src/index.ts';
import { evenly } from './evenly.ts';
import {
  azimuthBetween,
  degrees,
  destination,
  isInside,
  metresBetween,
  metresBetweenRings,
  metresToRing,
  sampledRing,
} from './oracle.ts';
import type { Point } from './oracle.ts';
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
import { ringOf, scenes, star } from './stars.ts';

for (const [name, centre] of scenes.slice(0, 3)) {
  test(`areas with a hole ${name} meet what the oracle says they meet`, () => {
    const seen = { meeting: 0, apart: 0, within: 0 };
    const property = fc.property(star, star, fc.boolean(), (one, two, small) => {
      // The hole is the border at half of its reach. A small other area often lies within it.
      const outer = ringOf({ ...one, away: 0 }, centre, 20_000);
      const hole = ringOf(
        { ...one, away: 0, reaches: one.reaches.map((r) => r / 2) },
        centre,
        20_000,
      );
      const other = ringOf(
        { ...two, away: two.away / (small ? 6 : 1) },
        centre,
        small ? 2_000 : 20_000,
      );
      const a = volume(holed(outer, hole));
      const b = volume(polygon(...other));
      const [fineOuter, fineHole, fineOther] = [outer, hole, other].map((r) => sampledRing(r, 500));
      if (!fineOuter || !fineHole || !fineOther) throw new Error('bug: three rings');
      const inA = (p: Point) => isInside(p, fineOuter) && !isInside(p, fineHole);
      const toA = (p: Point) => Math.min(metresToRing(p, outer), metresToRing(p, hole));
      const found = conflictBetween(a, b, NO_MINIMA);
      assert.deepEqual(found?.separation, conflictBetween(b, a, NO_MINIMA)?.separation);
      if (found !== undefined) {
        seen.meeting += 1;
        const point = degrees(found.nearest.a);
        assert.ok(inA(point) || toA(point) < 0.02);
        assert.ok(isInside(point, fineOther) || metresToRing(point, other) < 0.02);
        return;
      }
      seen.apart += 1;
      if (fineOther.every((p) => isInside(p, fineHole))) seen.within += 1;
      for (const p of fineOther) assert.ok(!inA(p) || toA(p) < 0.01);
      for (const p of [...fineOuter, ...fineHole]) {
        assert.ok(!isInside(p, fineOther) || metresToRing(p, other) < 0.01);
      }
      const gap = Math.min(metresBetweenRings(outer, other), metresBetweenRings(hole, other));
      const near = conflictBetween(a, b, lateral(gap + 0.02));
      assert.ok(Math.abs((near?.separation.lateralCentimetres ?? NaN) - gap * 100) < 1);
      assert.equal(conflictBetween(a, b, lateral(Math.max(0, gap - 0.02))), undefined);
    });
    fc.assert(property, { numRuns: 40, seed: 20_260_917 });
    assert.ok(seen.meeting >= 4 && seen.apart >= 4 && seen.within >= 2, JSON.stringify(seen));
  });

  test(`ellipses ${name} are as far from a point as the oracle says`, () => {
    const asked = fc.record({
      major: fc.integer({ min: 50, max: 60_000 }),
      flat: evenly(0.05, 1),
      azimuth: fc.integer({ min: 0, max: 359_999 }),
      away: evenly(0, 2),
      bearing: evenly(0, 360),
    });
    const property = fc.property(asked, ({ major, flat, azimuth, away, bearing }) => {
      const minor = Math.ceil(major * flat);
      const shape = ellipse(centre, major, minor, azimuth / 1000);
      const middle = degrees(at(...centre));
      const dot = degrees(at(...destination(middle, bearing, away * major)));
      const gap = metresToEllipse(dot, middle, major, minor, azimuth / 1000);
      // A dot of a centimetre. The area holds the ellipse, and reaches up to 1 cm beyond it.
      const [a, b] = [volume(shape), volume(circle(...dot, 0.01))];
      if (gap === 0) {
        assert.equal(conflictBetween(a, b, NO_MINIMA)?.separation.lateralCentimetres, 0);
        return;
      }
      const found = conflictBetween(a, b, lateral(gap + 0.02));
      const centimetres = found?.separation.lateralCentimetres ?? NaN;
      assert.ok(centimetres <= gap * 100 + 1, `${centimetres} cm for ${gap} m`);
      assert.ok(centimetres >= gap * 100 - 3, `${centimetres} cm for ${gap} m`);
    });
    fc.assert(property, { numRuns: 40, seed: 20_260_917 });
  });
}

/** Distance from a point to an ellipse, by samples and golden section; 0 inside. */
function metresToEllipse(
  p: Point,
  centre: Point,
  major: number,
  minor: number,
  azimuth: number,
): number {
  const distance = metresBetween(centre, p);
  const angle = ((azimuthBetween(centre, p) - azimuth) * Math.PI) / 180;
  const [x, y] = [(distance * Math.cos(angle)) / major, (distance * Math.sin(angle)) / minor];
  if (distance === 0 || x * x + y * y <= 1) return 0;
  const border = (t: number): number => {
    const [along, across] = [major * Math.cos(t), minor * Math.sin(t)];
    const towards = azimuth + (Math.atan2(across, along) * 180) / Math.PI;
    return metresBetween(p, destination(centre, towards, Math.hypot(along, across)));
  };
  const steps = 400;
  const turns = Array.from({ length: steps }, (_, i) => (2 * Math.PI * i) / steps);
  const best = turns.reduce((a, b) => (border(b) < border(a) ? b : a));
  let [low, high] = [best - (2 * Math.PI) / steps, best + (2 * Math.PI) / steps];
  for (let i = 0; i < 200; i++) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    if (border(left) < border(right)) high = right;
    else low = left;
  }
  return border((low + high) / 2);
}

const yard = holed(
  [[35, 40], [35, 40.1], [35.1, 40.1], [35.1, 40]],
  [[35.03, 40.03], [35.03, 40.07], [35.07, 40.07], [35.07, 40.03]],
); // prettier-ignore

test('what lies in a hole is free, and what fills it exactly touches', () => {
  const filling = polygon([35.03, 40.03], [35.03, 40.07], [35.07, 40.07], [35.07, 40.03]);
  const more = polygon([35.0299, 40.03], [35.03, 40.07], [35.07, 40.07], [35.07, 40.03]);
  const free = [filling, circle(35.05, 40.05, 1_000), corridor(50, [35.04, 40.04], [35.06, 40.06])];
  for (const shape of free) {
    assert.equal(conflictBetween(volume(yard), volume(shape), NO_MINIMA), undefined);
    assert.equal(conflictBetween(volume(shape), volume(yard), NO_MINIMA), undefined);
  }
  const met = [
    more,
    circle(35.05, 40.05, 3_000),
    corridor(50, [35.05, 40.05], [35.05, 40.2]),
    yard,
  ];
  for (const shape of met) {
    const found = conflictBetween(volume(yard), volume(shape), NO_MINIMA);
    assert.equal(found?.separation.lateralCentimetres, 0);
  }
});

test('holes come in any order, from any vertex, either way round', () => {
  const [one, two] = [
    [[35.01, 40.01], [35.01, 40.02], [35.02, 40.02]],
    [[35.05, 40.05], [35.05, 40.06], [35.06, 40.06]],
  ] as const; // prettier-ignore
  const border = [[35, 40], [35, 40.1], [35.1, 40.1], [35.1, 40]] as const; // prettier-ignore
  const a = volume(holed(border, one, two));
  const b = volume(holed(border, [two[2], two[1], two[0]], [one[1], one[2], one[0]]));
  const other = volume(circle(35.015, 40.3, 1_000));
  const least = lateral(50_000);
  assert.deepEqual(conflictBetween(a, other, least), conflictBetween(b, other, least));
});

test('an area holds what avoids its holes', () => {
  assert.equal(covers(volume(yard), volume(circle(35.015, 40.05, 500))), true);
  assert.equal(covers(volume(yard), volume(circle(35.05, 40.05, 500))), false);
  assert.equal(covers(volume(yard), volume(polygon([35, 40], [35, 40.1], [35.02, 40.05]))), true);
  // Its border lies in the area all along, around the hole.
  const around = polygon([35.01, 40.01], [35.01, 40.09], [35.09, 40.09], [35.09, 40.01]);
  assert.equal(covers(volume(yard), volume(around)), false);
  assert.equal(covers(volume(yard), volume(yard)), true);
});

test('faults of holes and of ellipses name the field', () => {
  const border = [[35, 40], [35, 40.1], [35.1, 40.1], [35.1, 40]] as const; // prettier-ignore
  const inside = [[35.02, 40.02], [35.02, 40.08], [35.08, 40.05]] as const; // prettier-ignore
  const inner = [[35.03, 40.04], [35.03, 40.06], [35.05, 40.05]] as const; // prettier-ignore
  const outside = [[36, 40], [36, 40.1], [36.1, 40.1]] as const; // prettier-ignore
  const across = [[35.05, 40.05], [35.05, 40.2], [35.06, 40.1]] as const; // prettier-ignore
  const faultsOf = (shape: Shape) =>
    volumeFaults(volume(shape)).map(({ field, fault }) => `${field} ${fault}`);
  assert.deepEqual(faultsOf(holed(border, inside)), []);
  assert.deepEqual(faultsOf(holed(border, outside)), ['outline.holes[0] is outside of the ring']);
  assert.deepEqual(faultsOf(holed(border, inside, inner)), ['outline.holes[1] is within hole 0']);
  assert.deepEqual(
    faultsOf(holed(border, across)).map((said) => said.replace(/ from here.*/, '')),
    ['outline.ring[1] the edge', 'outline.ring[1] the edge'],
  );
  assert.deepEqual(faultsOf(holed(border, inside.slice(0, 2))), ['outline.holes[0] 2 vertices']);
  assert.deepEqual(faultsOf(ellipse([35, 40], 100, 200, 0)), [
    'outline.semiMinorCentimetres 20000 is more than the semi-major axis, 10000',
  ]);
  assert.deepEqual(faultsOf(ellipse([35, 40], 100, 50, 360)), [
    'outline.azimuthMillidegrees 360000 is out of range',
  ]);
  const many = Array.from({ length: 400 }, (_, i) => [35.01 + i / 1e6, 40.01] as const);
  assert.deepEqual(faultsOf(holed(border, many, many, many)), [
    'outline.holes 1204 vertices with the ring',
  ]);
});
