// A moving point: literal flights, and random ones against looking every few metres.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstContact, VolumeIndex } from '../src/index.ts';
import type { Fix, Leg, Minima, Volume } from '../src/index.ts';
import { randomFrom, richVolumesOf } from './any-volume.ts';
import { azimuthBetween, degrees, destination, metresBetween } from './oracle.ts';
import { at, circle, entered, lateral, NO_MINIMA, polygon, volume } from './shapes.ts';

const MINUTE = 60_000;

function fix(lat: number, lon: number, heightMetres: number, minutes: number): Fix {
  return {
    position: at(lat, lon),
    heightCentimetres: heightMetres * 100,
    instantMs: minutes * MINUTE,
  };
}

function leg(from: Fix, to: Fix): Leg {
  return { from, to };
}

function minutesAt(flight: Leg, met: Volume, minima: Minima = NO_MINIMA): number | undefined {
  const found = firstContact(flight, met, minima);
  return found && Math.round((found.instantMs / MINUTE) * 1000) / 1000;
}

// Along the equator, a tenth of a degree (11,131.95 m) in a minute, climbing 100 m in it.
const flight = leg(fix(0, 0, 0, 0), fix(0, 1, 1000, 10));
const always = [0, 60 * MINUTE] as const;
const block = polygon([-0.1, 0.5], [-0.1, 0.6], [0.1, 0.6], [0.1, 0.5]);

test('it comes into an area where its border is, and near it sooner', () => {
  assert.equal(minutesAt(flight, volume(block, [0, 5000], always)), 5);
  assert.equal(minutesAt(flight, volume(block, [0, 5000], always), lateral(11_131.95)), 4);
  assert.equal(minutesAt(flight, volume(circle(0, 0.5, 11_131.95), [0, 5000], always)), 4);
});

test('it meets what is there when it comes, at the height at which it comes', () => {
  // In the area from minute 5 to 6, at 500 to 600 m.
  assert.equal(minutesAt(flight, volume(block, [550, 5000], always)), 5.5);
  assert.equal(minutesAt(flight, volume(block, [0, 450], always)), undefined);
  const above = { ...NO_MINIMA, verticalCentimetres: 5_000 };
  assert.equal(minutesAt(flight, volume(block, [620, 5000], always), above), 5.7);
  assert.equal(minutesAt(flight, volume(block, [0, 5000], [5.5 * MINUTE, 9 * MINUTE])), 5.5);
  assert.equal(minutesAt(flight, volume(block, [0, 5000], [0, 5 * MINUTE])), undefined);
  const later = { ...NO_MINIMA, timeMs: MINUTE };
  assert.equal(minutesAt(flight, volume(block, [0, 5000], [0, 5 * MINUTE]), later), 5);
  const daily: Volume = {
    ...volume(block, [0, 5000], [0, MINUTE]),
    window: { startMs: 0, endMs: MINUTE, repeats: { everyMs: 5.25 * MINUTE, times: 9 } },
  };
  assert.equal(minutesAt(flight, daily), 5.25);
});

test('standing still, it meets what comes to it', () => {
  const hover = leg(fix(0, 0.55, 100, 0), fix(0, 0.55, 100, 30));
  assert.equal(minutesAt(hover, volume(block, [0, 200], [12 * MINUTE, 13 * MINUTE])), 12);
  assert.equal(minutesAt(hover, volume(block, [101, 200], always)), undefined);
});

test('an index tells whom it meets first', () => {
  const index = new VolumeIndex();
  const far = volume(polygon([-0.1, 0.8], [-0.1, 0.9], [0.1, 0.9], [0.1, 0.8]), [0, 5000], always);
  const aside = volume(polygon([0.5, 0.5], [0.5, 0.6], [0.6, 0.6], [0.6, 0.5]), [0, 5000], always);
  index.load([
    entered('a', 'blue', aside, far),
    entered('b', 'red', volume(block, [0, 5000], always)),
    entered('c', 'red', volume(block, [0, 5000], [0, MINUTE])),
  ]);
  const told = (contacts: ReturnType<VolumeIndex['along']>) =>
    contacts.map(({ item, volumeIndex, first }) => [
      item.id,
      volumeIndex,
      first.instantMs / MINUTE,
    ]);
  assert.deepEqual(told(index.along(flight, NO_MINIMA)), [
    ['b', 0, 5],
    ['a', 1, 8],
  ]);
  const blue = index.along(flight, NO_MINIMA, ({ owner }) => owner === 'blue');
  assert.deepEqual(told(blue), [['a', 1, 8]]);
  const then = index.snapshot();
  index.remove('b');
  assert.deepEqual(told(then.along(flight, NO_MINIMA)).length, 2);
  assert.deepEqual(told(index.along(flight, NO_MINIMA)).length, 1);
  then.release();
});

test('random flights: never later than looking every 20 m finds it, nor without cause', () => {
  const world = { centre: at(35.3, 40.1), reachMetres: 6_000, sizeMetres: 4_000 };
  const volumes = richVolumesOf(world, 60, 61);
  const index = new VolumeIndex();
  index.load(volumes.map((one, i) => entered(String(i), '', one)));
  const random = randomFrom(62);
  const minima = { lateralCentimetres: 5_000, verticalCentimetres: 3_000, timeMs: MINUTE };
  let met = 0;
  for (let i = 0; i < 200; i++) {
    const start = 1_800_000_000_000 + Math.floor(400 * random()) * MINUTE;
    const fixAt = (after: number): Fix => ({
      position: at(35.24 + 0.12 * random(), 40.02 + 0.16 * random()),
      heightCentimetres: Math.floor(700_000 * random()),
      instantMs: start + after,
    });
    const one = leg(fixAt(0), fixAt(10 * MINUTE));
    const contacts = new Map(index.along(one, minima).map(({ item, first }) => [item.id, first]));
    const seen = looked(one, index, minima);
    for (const [id, instantMs] of seen) {
      const first = contacts.get(id) ?? assert.fail(`${id} is missed`);
      assert.ok(first.instantMs <= instantMs + 1, `${id} is late`);
    }
    for (const [id, { instantMs, position, heightCentimetres }] of contacts) {
      // Where it begins to be near it is at the minimum, to the centimetre and millisecond.
      const wide = { lateralCentimetres: 5_004, verticalCentimetres: 3_001, timeMs: MINUTE + 1 };
      const there = pointHits(index, { instantMs, position, heightCentimetres }, wide);
      assert.ok(there.has(id), `${id} is not there`);
    }
    met += seen.size;
  }
  assert.ok(met > 40, `${met} are met`);
});

/** When each volume is first near, of instants 20 m apart, by asking for a dot at each. */
function looked({ from, to }: Leg, index: VolumeIndex, minima: Minima): Map<string, number> {
  const [start, end] = [degrees(from.position), degrees(to.position)];
  const metres = metresBetween(start, end);
  const azimuth = azimuthBetween(start, end);
  const steps = Math.ceil(metres / 20);
  const seen = new Map<string, number>();
  for (let i = 0; i <= steps; i++) {
    const part = i / steps;
    const here: Fix = {
      position: at(...destination(start, azimuth, part * metres)),
      heightCentimetres: Math.round(
        from.heightCentimetres + part * (to.heightCentimetres - from.heightCentimetres),
      ),
      instantMs: Math.round(from.instantMs + part * (to.instantMs - from.instantMs)),
    };
    for (const id of pointHits(index, here, minima)) {
      if (!seen.has(id)) seen.set(id, here.instantMs);
    }
  }
  return seen;
}

function pointHits(index: VolumeIndex, here: Fix, minima: Minima): Set<string> {
  const height = {
    kind: 'height',
    centimetres: here.heightCentimetres,
    unit: 'm',
    reference: 'HAE',
  } as const;
  const dot: Volume = {
    outline: { kind: 'circle', centre: here.position, radiusCentimetres: 0 },
    band: { lower: height, upper: height },
    window: { startMs: here.instantMs, endMs: here.instantMs + 1 },
  };
  return new Set(index.pairs([dot], minima).map(({ item }) => item.id));
}
