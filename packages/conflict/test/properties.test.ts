// What must hold for every pair of volumes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { HeightBound, Position } from '@parley/geo';
import { conflictBetween, joinConflicts, VolumeIndex, volumeFaults } from '../src/index.ts';
import type { Entered, Minima, Shape, Volume } from '../src/index.ts';
import { evenly } from './evenly.ts';
import { at, volume } from './shapes.ts';

const unit = evenly(0, 1);

/** Small shapes crowded about the antimeridian, so that many meet and many nearly do. */
const outline: fc.Arbitrary<Shape> = fc
  .record({
    kind: fc.constantFrom('polygon', 'holed', 'circle', 'ellipse', 'corridor'),
    lat: unit,
    lon: unit,
    turn: unit,
    reaches: fc.array(evenly(0.3, 1), { minLength: 3, maxLength: 7 }),
    width: fc.integer({ min: 1, max: 500_000 }),
  })
  .map(({ kind, lat, lon, turn, reaches, width }) => {
    const place = (north: number, east: number) => {
      const degrees = 179.8 + lon * 0.4 + east;
      return at(60 + lat * 0.2 + north, degrees > 180 ? degrees - 360 : degrees);
    };
    const cornersAt = (scale: number) =>
      reaches.map((reach, i) => {
        const angle = 2 * Math.PI * (turn + i / reaches.length);
        const far = scale * reach;
        return place(0.04 * far * Math.cos(angle), 0.08 * far * Math.sin(angle));
      });
    const corners = cornersAt(1);
    if (kind === 'circle') return { kind, centre: place(0, 0), radiusCentimetres: width };
    if (kind === 'ellipse') {
      const semiMajorCentimetres = Math.ceil(width / 16);
      const semiMinorCentimetres = Math.ceil(semiMajorCentimetres * turn) || 1;
      const azimuthMillidegrees = Math.floor(359_999 * lat);
      const axes = { semiMajorCentimetres, semiMinorCentimetres, azimuthMillidegrees };
      return { kind, centre: place(0, 0), ...axes };
    }
    if (kind === 'polygon') return { kind, ring: corners };
    if (kind === 'holed') return { kind: 'polygon', ring: corners, holes: [cornersAt(0.4)] };
    return { kind: 'corridor', line: corners, halfWidthCentimetres: width };
  });

const volumes: fc.Arbitrary<Volume> = fc
  .record({
    outline,
    low: fc.integer({ min: 0, max: 3 }),
    high: fc.integer({ min: 0, max: 3 }),
    start: fc.integer({ min: 0, max: 5 }),
    hours: fc.integer({ min: 1, max: 4 }),
    reference: fc.constantFrom('HAE', 'HAE', 'AMSL', 'STD'),
    repeats: fc.option(fc.record({ rest: fc.nat(3), times: fc.integer({ min: 2, max: 4 }) })),
    buffer: fc.option(
      fc.record({
        lateralCentimetres: fc.constantFrom(0, 100_000),
        belowCentimetres: fc.constantFrom(0, 20_000),
        aboveCentimetres: fc.constantFrom(0, 100_000),
        beforeMs: fc.nat(1),
        afterMs: fc.nat(2),
      }),
      { freq: 3 },
    ),
  })
  .map((v): Volume => {
    const bare = volume(
      v.outline,
      [Math.min(v.low, v.high) * 1000, Math.max(v.low, v.high) * 1000],
      [v.start + 2, v.start + 2 + v.hours],
      v.reference,
    );
    const repeats = v.repeats && { everyMs: v.hours + v.repeats.rest, times: v.repeats.times };
    const window = repeats === null ? bare.window : { ...bare.window, repeats };
    return v.buffer === null ? { ...bare, window } : { ...bare, window, buffer: v.buffer };
  });

const minima: fc.Arbitrary<Minima> = fc.record({
  lateralCentimetres: fc.constantFrom(0, 1, 50_000, 500_000),
  verticalCentimetres: fc.constantFrom(0, 1, 30_000),
  timeMs: fc.constantFrom(0, 1, 3),
});

const items: fc.Arbitrary<Entered[]> = fc
  .array(
    fc.record({
      owner: fc.constantFrom('', 'blue', 'green'),
      list: fc.array(volumes, { maxLength: 3 }),
    }),
    {
      maxLength: 14,
    },
  )
  .map((list) => list.map((x, i) => ({ id: `n${i}`, owner: x.owner, volumes: x.list })));

const some = { seed: 20_151_020, numRuns: 300 };

test('swapping the volumes swaps the nearest points and changes nothing else', () => {
  const property = fc.property(volumes, volumes, minima, (a, b, least) => {
    const there = conflictBetween(a, b, least);
    const back = conflictBetween(structuredClone(b), structuredClone(a), least);
    if (there === undefined || back === undefined) {
      assert.equal(there, back);
      return;
    }
    const { a: nearestB, b: nearestA } = back.nearest;
    assert.deepEqual(there, { ...back, nearest: { a: nearestA, b: nearestB } });
  });
  fc.assert(property, some);
});

test('the first vertex and the direction of a ring or line change nothing', () => {
  const property = fc.property(
    volumes,
    volumes,
    minima,
    fc.nat(6),
    fc.boolean(),
    (a, b, least, k, back) => {
      const turned = { ...a, outline: rewritten(a.outline, k, back) };
      assert.deepEqual(conflictBetween(turned, b, least), conflictBetween(a, b, least));
    },
  );
  fc.assert(property, some);
});

/** As if the Earth were turned below the volume, and seen from the other pole; heights on HAE. */
function elsewhere(a: Volume, eastE7: number, mirrored: boolean): Volume {
  const moved = ({ latE7, lonE7 }: Position): Position => {
    const lon =
      (((lonE7 + eastE7 + 1_800_000_000) % 3_600_000_000) + 3_600_000_000) % 3_600_000_000;
    return { latE7: mirrored ? -latE7 : latE7, lonE7: lon - 1_800_000_000 };
  };
  return { ...onHae(a), outline: shapeElsewhere(a.outline, moved, mirrored) };
}

function shapeElsewhere(
  shape: Shape,
  moved: (position: Position) => Position,
  mirrored: boolean,
): Shape {
  switch (shape.kind) {
    case 'circle':
      return { ...shape, centre: moved(shape.centre) };
    case 'corridor':
      return { ...shape, line: shape.line.map(moved) };
    case 'polygon': {
      const holes = shape.holes?.map((hole) => hole.map(moved));
      return { kind: 'polygon', ring: shape.ring.map(moved), ...(holes && { holes }) };
    }
    case 'ellipse': {
      const { azimuthMillidegrees: azimuth } = shape;
      const other = mirrored ? (540_000 - azimuth) % 360_000 : azimuth;
      return { ...shape, centre: moved(shape.centre), azimuthMillidegrees: other };
    }
  }
}

function onHae(a: Volume): Volume {
  const limit = (bound: HeightBound): HeightBound =>
    bound.kind === 'height' ? { ...bound, reference: 'HAE' } : bound;
  return { ...a, band: { ...a.band, lower: limit(a.band.lower), upper: limit(a.band.upper) } };
}

test('turned about the axis of the Earth, or mirrored at the equator, nothing changes', () => {
  const turn = fc.integer({ min: -1_800_000_000, max: 1_800_000_000 });
  const seen = { met: 0, apart: 0, between: 0 };
  const property = fc.property(volumes, volumes, minima, turn, fc.boolean(), (...given) => {
    const [a, b, least, eastE7, mirrored] = given;
    const here = conflictBetween(onHae(a), onHae(b), least)?.separation;
    const [c, d] = [elsewhere(a, eastE7, mirrored), elsewhere(b, eastE7, mirrored)];
    const there = conflictBetween(c, d, least)?.separation;
    if (here !== undefined && there !== undefined) {
      seen.met += 1;
      assert.ok(Math.abs(here.lateralCentimetres - there.lateralCentimetres) <= 1);
      assert.deepEqual({ ...here, lateralCentimetres: 0 }, { ...there, lateralCentimetres: 0 });
    } else if (here === undefined && there === undefined) seen.apart += 1;
    else {
      // Rounding to steps may carry a gap across the minimum, and a touch into an overlap.
      seen.between += 1;
      const wider = { ...least, lateralCentimetres: least.lateralCentimetres + 2 };
      assert.ok(conflictBetween(onHae(a), onHae(b), wider) !== undefined);
      assert.ok(conflictBetween(c, d, wider) !== undefined);
    }
  });
  fc.assert(property, { ...some, numRuns: 800 });
  assert.ok(seen.met > 50 && seen.apart > 50 && seen.between < 5, JSON.stringify(seen));
});

test('larger minima only add conflicts', () => {
  const property = fc.property(volumes, volumes, minima, minima, (a, b, least, more) => {
    if (conflictBetween(a, b, least) === undefined) return;
    const larger = {
      lateralCentimetres: Math.max(least.lateralCentimetres, more.lateralCentimetres),
      verticalCentimetres: Math.max(least.verticalCentimetres, more.verticalCentimetres),
      timeMs: Math.max(least.timeMs, more.timeMs),
    };
    assert.notEqual(conflictBetween(a, b, larger), undefined);
  });
  fc.assert(property, some);
});

test('the separation is below the minimum, or 0 where they overlap', () => {
  const property = fc.property(volumes, volumes, minima, (a, b, least) => {
    const found = conflictBetween(a, b, least)?.separation;
    if (found === undefined) return;
    assert.ok(found.lateralCentimetres < Math.max(1, least.lateralCentimetres));
    assert.ok(found.verticalCentimetres < Math.max(1, least.verticalCentimetres));
    assert.ok(found.timeMs < Math.max(1, least.timeMs));
  });
  fc.assert(property, some);
});

test('a volume conflicts with itself', () => {
  const property = fc.property(volumes, (a) => {
    fc.pre(volumeFaults(a).length === 0);
    assert.notEqual(
      conflictBetween(a, structuredClone(a), {
        lateralCentimetres: 0,
        verticalCentimetres: 0,
        timeMs: 0,
      }),
      undefined,
    );
  });
  fc.assert(property, some);
});

test('an index that items came to and left finds what comparing each with each finds', () => {
  const property = fc.property(
    items,
    fc.array(volumes, { maxLength: 3 }),
    minima,
    fc.nat(),
    (list, asked, least, n) => {
      const index = new VolumeIndex();
      for (const item of list) index.insert(item);
      for (const item of list.slice(0, n % 4)) index.remove(item.id);
      const replaced = list.at(-1);
      const kept = list.slice(n % 4);
      if (replaced !== undefined && kept.length > 0) {
        kept[kept.length - 1] = { ...replaced, volumes: asked };
        index.replace({ ...replaced, volumes: asked });
      }
      assert.equal(index.size, kept.length);
      const expected = kept
        .toSorted((x, y) => (x.id < y.id ? -1 : 1))
        .flatMap((item) =>
          item.volumes.flatMap((v, volumeIndex) =>
            asked.flatMap((query, queryVolumeIndex) => {
              const conflict = conflictBetween(query, v, least);
              const { id, owner } = item;
              return conflict === undefined
                ? []
                : [{ id, owner, volumeIndex, queryVolumeIndex, conflict }];
            }),
          ),
        );
      assert.deepEqual(index.query(asked, least), expected);
    },
  );
  fc.assert(property, { ...some, numRuns: 150 });
});

test('a join finds the pairs that comparing each with each finds, each once', () => {
  const property = fc.property(items, minima, (list, least) => {
    const expected = list.flatMap((a, i) =>
      list.slice(i + 1).flatMap((b) => {
        if (a.owner !== '' && a.owner === b.owner) return [];
        const hit = a.volumes.some((x) => b.volumes.some((y) => conflictBetween(x, y, least)));
        return hit ? [`${a.id} ${b.id}`] : [];
      }),
    );
    const joined = [...joinConflicts(list, list, least)].map(({ a, b }) => `${a} ${b}`);
    assert.deepEqual(joined.toSorted(), expected.toSorted());
    const across = [...joinConflicts(list, [...list], least)].map(({ a, b }) => `${a} ${b}`);
    assert.equal(new Set(across).size, across.length);
    assert.ok(expected.every((pair) => across.includes(pair)));
  });
  fc.assert(property, { ...some, numRuns: 150 });
});

function rewritten(shape: Shape, k: number, back: boolean): Shape {
  const turn = <T>(list: readonly T[]): readonly T[] => (back ? list.toReversed() : list);
  switch (shape.kind) {
    case 'circle':
    case 'ellipse':
      return { ...shape };
    case 'corridor':
      return { ...shape, line: turn(shape.line) };
    case 'polygon': {
      const from = k % shape.ring.length;
      const ring = turn([...shape.ring.slice(from), ...shape.ring.slice(0, from)]);
      return shape.holes === undefined
        ? { ...shape, ring }
        : { ...shape, ring, holes: shape.holes.map(turn) };
    }
  }
}
