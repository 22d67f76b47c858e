// Alternatives: literal cases, and against trying everything in small steps.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  alternativesFor,
  conflictBetween,
  DEFAULT_BOUNDS,
  DEFAULT_COSTS,
  VolumeIndex,
  volumeFaults,
} from '../src/index.ts';
import type { Alternative, Alternatives, Minima, Volume } from '../src/index.ts';
import { richVolumesOf, volumesOf } from './any-volume.ts';
import {
  at,
  circle,
  corridor,
  ellipse,
  entered,
  holed,
  NO_MINIMA,
  polygon,
  volume,
} from './shapes.ts';

const HOUR = 3_600_000;
const square = polygon([35, 40], [35, 40.1], [35.1, 40.1], [35.1, 40]);

function indexOf(...volumes: readonly Volume[]): VolumeIndex {
  const index = new VolumeIndex();
  index.load(volumes.map((one, i) => entered(`n${i}`, 'other', one)));
  return index;
}

function ask(asked: Volume, others: readonly Volume[], minima: Minima = NO_MINIMA): Alternatives {
  return alternativesFor({ volumes: [asked], minima, among: indexOf(...others) });
}

function ofKind(alternatives: Alternatives, kind: Alternative['kind']): Alternative {
  return alternatives.found.find((one) => one.kind === kind) ?? assert.fail(`none is ${kind}`);
}

test('nothing in the way: nothing to change', () => {
  const far = volume(circle(-35, 40, 100));
  assert.deepEqual(ask(volume(square), [far]), { conflicts: 0, found: [], none: [] });
});

test('the smallest shift in time ends where another begins, or the minimum later', () => {
  const asked = volume(square, [0, 1000], [10 * HOUR, 11 * HOUR]);
  const others = [
    volume(square, [0, 1000], [10.5 * HOUR, 12 * HOUR]),
    volume(square, [0, 1000], [12.5 * HOUR, 13 * HOUR]),
    volume(square, [5000, 6000], [0, 24 * HOUR]),
  ];
  const plain = ask(asked, others);
  assert.equal(plain.conflicts, 1);
  // From 12:00 on there is only half an hour: it is free from 13:00.
  const later = ofKind(plain, 'later');
  assert.equal(later.kind === 'later' && later.shiftMs, 3 * HOUR);
  const earlier = ofKind(plain, 'earlier');
  assert.equal(earlier.kind === 'earlier' && earlier.shiftMs, -0.5 * HOUR);
  assert.deepEqual(earlier.volumes[0]?.window, { startMs: 9.5 * HOUR, endMs: 10.5 * HOUR });
  const minima = { ...NO_MINIMA, timeMs: 300_000 };
  const apart = ofKind(ask(asked, others, minima), 'later');
  assert.equal(apart.kind === 'later' && apart.shiftMs, 3 * HOUR + 300_000);
});

test('the smallest change of altitude is in hundreds of feet, or tens of metres', () => {
  const asked = volume(square, [1000, 2000]);
  const others = [volume(square, [1500, 2345])];
  const found = ask(asked, others);
  const higher = ofKind(found, 'higher');
  assert.equal(higher.kind === 'higher' && higher.shiftCentimetres, 135_000);
  const lower = ofKind(found, 'lower');
  assert.equal(lower.kind === 'lower' && lower.shiftCentimetres, -50_000);
  const minima = { ...NO_MINIMA, verticalCentimetres: 30_480 };
  const apart = ofKind(ask(asked, others, minima), 'lower');
  assert.equal(apart.kind === 'lower' && apart.shiftCentimetres, -81_000);
});

test('a level on a stated scale moves by flight levels, above a band in metres', () => {
  const level = (fl: number) =>
    ({ kind: 'height', centimetres: fl * 3048, unit: 'FL', reference: 'STD' }) as const;
  const asked = { ...volume(square), band: { lower: level(100), upper: level(120) } };
  const other = { ...volume(square), band: { lower: level(110), upper: level(150) } };
  const higher = ofKind(ask(asked, [other]), 'higher');
  assert.deepEqual(higher.volumes[0]?.band, { lower: level(150), upper: level(170) });
});

test('a band from the surface cannot be raised', () => {
  const asked: Volume = {
    ...volume(square),
    band: { lower: { kind: 'surface' }, upper: { kind: 'unlimited' } },
  };
  const { none } = ask(asked, [volume(square)]);
  const reasons = none.map(({ kind, reason }) => `${kind}: ${reason}`);
  assert.ok(reasons.includes('higher: nothing that can be moved'), String(reasons));
});

test('a circle is moved off another by what it lacks, and shrunk to what is free', () => {
  const asked = volume(circle(35, 40, 3000));
  // 5 km east, 4 km wide: 2 km of overlap.
  const other = volume(circle(35, 40.054_784, 4000));
  const found = ask(asked, [other]);
  const moved = ofKind(found, 'moved');
  if (moved.kind !== 'moved') assert.fail();
  assert.equal(moved.azimuthDegrees, 270);
  assert.ok(moved.metres >= 1990 && moved.metres <= 2010, String(moved.metres));
  const among = indexOf(other);
  const bounds = { ...DEFAULT_BOUNDS, cutShare: 0.95 };
  const cut = alternativesFor({ volumes: [asked], minima: NO_MINIMA, among, bounds });
  // A ninth of the area is left: more than half is lost, which the bounds must allow.
  assert.ok(found.none.some(({ kind }) => kind === 'cut'));
  const left = ofKind(cut, 'cut').volumes[0]?.outline;
  if (left?.kind !== 'circle') assert.fail();
  assert.ok(left.radiusCentimetres <= 100_100 && left.radiusCentimetres > 98_000);
});

test('an area loses the side that is taken, a corridor its end', () => {
  const eastern = volume(polygon([34.9, 40.08], [34.9, 40.3], [35.2, 40.3], [35.2, 40.08]));
  const cut = ofKind(ask(volume(square), [eastern]), 'cut');
  if (cut.kind !== 'cut') assert.fail();
  assert.ok(cut.shareLeft > 0.795 && cut.shareLeft <= 0.8, String(cut.shareLeft));
  const way = volume(corridor(500, [35, 39.5], [35, 40.12]));
  const ended = ofKind(ask(way, [eastern]), 'cut').volumes[0]?.outline;
  if (ended?.kind !== 'corridor') assert.fail();
  assert.equal(ended.line[0]?.lonE7, 395_000_000);
  const end = ended.line.at(-1)?.lonE7 ?? 0;
  assert.ok(end < 400_800_000 - 50_000 && end > 400_500_000, String(end));
});

test('none within bounds is said of each kind', () => {
  const bounds = { timeMs: 0, altitudeCentimetres: 0, lateralMetres: 0, cutShare: 0 };
  const among = indexOf(volume(square));
  const { found, none } = alternativesFor({
    volumes: [volume(square)],
    minima: NO_MINIMA,
    among,
    bounds,
  });
  assert.deepEqual(found, []);
  assert.deepEqual(
    none.map(({ kind, reason }) => `${kind} ${reason}`),
    ['later', 'earlier', 'higher', 'lower', 'moved', 'cut'].map(
      (kind) => `${kind} none within bounds`,
    ),
  );
});

test('they are ranked by the stated cost, and items that are not accepted do not count', () => {
  const asked = volume(square, [1000, 1100], [10 * HOUR, 11 * HOUR]);
  const among = indexOf(volume(square, [1000, 1100], [10 * HOUR, 10.25 * HOUR]));
  const one = alternativesFor({ volumes: [asked], minima: NO_MINIMA, among });
  assert.deepEqual(
    one.found.slice(0, 2).map(({ kind, cost }) => `${kind} ${cost.toFixed(3)}`),
    ['higher 0.164', 'lower 0.164'],
  );
  const costs = { ...DEFAULT_COSTS, perThousandFeet: 10 };
  const other = alternativesFor({ volumes: [asked], minima: NO_MINIMA, among, costs });
  assert.equal(other.found[0]?.kind, 'later');
  const accept = () => false;
  assert.equal(
    alternativesFor({ volumes: [asked], among, accept, minima: NO_MINIMA }).conflicts,
    0,
  );
});

const KINDS = [
  ['simple', volumesOf],
  ['rich', richVolumesOf],
] as const;

for (const [name, volumesIn] of KINDS) {
  test(`${name} volumes: against trying every minute and every conflict`, () => {
    const world = { centre: at(35.3, 40.1), reachMetres: 5_000, sizeMetres: 4_000 };
    const others = volumesIn(world, 14, 51);
    const minima = { lateralCentimetres: 20_000, verticalCentimetres: 15_000, timeMs: 60_000 };
    const index = indexOf(...others);
    const blocked = (one: Volume) =>
      others.some((other) => conflictBetween(one, other, minima) !== undefined);
    const seen = new Set<string>();
    for (const asked of volumesIn(world, 40, 52)) {
      const { conflicts, found } = alternativesFor({ volumes: [asked], minima, among: index });
      assert.equal(conflicts > 0, blocked(asked));
      for (const one of found) {
        const [changed] = one.volumes;
        if (changed === undefined) assert.fail();
        assert.deepEqual(volumeFaults(changed), []);
        assert.equal(blocked(changed), false, one.kind);
        seen.add(one.kind);
        // No smaller shift is free.
        if (one.kind === 'later' || one.kind === 'earlier') {
          const sign = Math.sign(one.shiftMs);
          for (let shift = 60_000; shift < Math.abs(one.shiftMs); shift += 60_000) {
            const { startMs, endMs } = asked.window;
            const moved = { startMs: startMs + sign * shift, endMs: endMs + sign * shift };
            const window = { ...asked.window, ...moved };
            assert.equal(blocked({ ...asked, window }), true);
          }
        }
      }
    }
    assert.deepEqual([...seen].sort(), ['cut', 'earlier', 'higher', 'later', 'lower', 'moved']);
    assert.equal(DEFAULT_BOUNDS.timeMs, 24 * HOUR);
  });
}

test('a schedule is shifted as a whole, past every day of another', () => {
  const daily = { everyMs: 24 * HOUR, times: 5 };
  const asked: Volume = {
    ...volume(square),
    window: { startMs: 30 * HOUR, endMs: 31 * HOUR, repeats: daily },
  };
  // At the same hour on the third day alone, and an hour later on the fourth.
  const others = [
    volume(square, [0, 1000], [78 * HOUR, 78.5 * HOUR]),
    volume(square, [0, 1000], [103 * HOUR, 104 * HOUR]),
  ];
  const later = ofKind(ask(asked, others), 'later');
  assert.equal(later.kind === 'later' && later.shiftMs, 2 * HOUR);
  const moved = { startMs: 32 * HOUR, endMs: 33 * HOUR, repeats: daily };
  assert.deepEqual(later.volumes[0]?.window, moved);
});

test('an ellipse shrinks and is moved, an area with holes is moved but not cut', () => {
  const asked = volume(ellipse([70, 40], 20_000, 5_000, 90));
  const other = volume(circle(70, 40.5, 3_000));
  const found = ask(asked, [other]);
  const cut = ofKind(found, 'cut').volumes[0]?.outline;
  assert.ok(cut?.kind === 'ellipse');
  assert.equal(cut.azimuthMillidegrees, 90_000);
  const ratio = cut.semiMajorCentimetres / cut.semiMinorCentimetres;
  assert.ok(Math.abs(ratio - 4) < 0.001);
  const moved = ofKind(found, 'moved').volumes[0]?.outline;
  assert.ok(moved?.kind === 'ellipse');
  assert.equal(moved.semiMajorCentimetres, 2_000_000);
  const yard = volume(
    holed(
      [[35, 40], [35, 40.1], [35.1, 40.1], [35.1, 40]],
      [[35.03, 40.03], [35.03, 40.07], [35.07, 40.07]],
    ), // prettier-ignore
  );
  const corner = ask(yard, [volume(circle(35, 40, 500))]);
  assert.deepEqual(
    corner.none.find(({ kind }) => kind === 'cut'),
    { kind: 'cut', reason: 'none within bounds' },
  );
  const away = ofKind(corner, 'moved').volumes[0]?.outline;
  assert.ok(away?.kind === 'polygon' && away.holes?.[0]?.length === 3);
});
