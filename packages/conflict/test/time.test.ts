// Windows that repeat, by literal cases and against every pair of occurrences.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { conflictBetween, covers, volumeFaults } from '../src/index.ts';
import type { Volume, Window } from '../src/index.ts';
import { circle, NO_MINIMA, volume } from './shapes.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
// 2026-09-17 00:00:00Z.
const MIDNIGHT = 1_789_603_200_000;

function during(window: Window): Volume {
  return { ...volume(circle(35, 40, 1_000)), window };
}

function hours(from: number, to: number): Window {
  return { startMs: MIDNIGHT + from * HOUR, endMs: MIDNIGHT + to * HOUR };
}

test('every day from six to eight meets the fourth morning, and no afternoon', () => {
  const daily = during({ ...hours(6, 8), repeats: { everyMs: DAY, times: 5 } });
  const fourth = during(hours(3 * 24 + 7, 3 * 24 + 9));
  assert.deepEqual(conflictBetween(daily, fourth, NO_MINIMA)?.window, hours(79, 80));
  assert.equal(conflictBetween(daily, during(hours(8, 30)), NO_MINIMA), undefined);
  const sixth = during(hours(5 * 24 + 6, 5 * 24 + 8));
  assert.equal(conflictBetween(daily, sixth, NO_MINIMA), undefined);
});

test('over midnight, and the smallest gap of all', () => {
  const nightly = during({ ...hours(23, 25), repeats: { everyMs: DAY, times: 3 } });
  assert.deepEqual(
    conflictBetween(nightly, during(hours(24, 26)), NO_MINIMA)?.window,
    hours(24, 25),
  );
  // 15 minutes after the second night, two hours before the third.
  const between = during(hours(49.25, 69));
  const found = conflictBetween(nightly, between, { ...NO_MINIMA, timeMs: HOUR });
  assert.equal(found?.separation.timeMs, HOUR / 4);
  assert.deepEqual(found?.window, hours(49, 49.25));
});

test('two that repeat meet as every pair of their occurrences does', () => {
  const window = fc
    .record({
      start: fc.integer({ min: 0, max: 200 }),
      length: fc.integer({ min: 1, max: 30 }),
      rest: fc.integer({ min: 0, max: 90 }),
      times: fc.integer({ min: 2, max: 9 }),
    })
    .map(({ start, length, rest, times }): Window => {
      const [startMs, endMs] = [start, start + length];
      return { startMs, endMs, repeats: { everyMs: length + rest, times } };
    });
  const property = fc.property(window, window, fc.integer({ min: 0, max: 40 }), (a, b, timeMs) => {
    const pairs = all(a).flatMap((x) =>
      all(b).map((y) => Math.max(x.startMs, y.startMs) - Math.min(x.endMs, y.endMs)),
    );
    const least = Math.min(...pairs);
    const found = conflictBetween(during(a), during(b), { ...NO_MINIMA, timeMs });
    assert.equal(found !== undefined, least < 0 || least < timeMs);
    if (found === undefined) return;
    assert.equal(found.separation.timeMs, Math.max(0, least));
    const back = conflictBetween(during(b), during(a), { ...NO_MINIMA, timeMs });
    assert.deepEqual(found.window, back?.window);
  });
  fc.assert(property, { numRuns: 500, seed: 20_260_917 });
});

function all({ startMs, endMs, repeats }: Window): Window[] {
  return Array.from({ length: repeats?.times ?? 1 }, (_, i) => {
    const by = i * (repeats?.everyMs ?? 0);
    return { startMs: startMs + by, endMs: endMs + by };
  });
}

test('one schedule holds another when each of its windows has a place', () => {
  const daily = during({ ...hours(6, 10), repeats: { everyMs: DAY, times: 5 } });
  assert.equal(
    covers(daily, during({ ...hours(7, 9), repeats: { everyMs: DAY, times: 5 } })),
    true,
  );
  assert.equal(
    covers(daily, during({ ...hours(7, 9), repeats: { everyMs: DAY, times: 6 } })),
    false,
  );
  assert.equal(
    covers(daily, during({ ...hours(7, 9), repeats: { everyMs: 25 * HOUR, times: 3 } })),
    false,
  );
  assert.equal(covers(daily, during(hours(9, 11))), false);
  assert.equal(covers(daily, during(hours(5, 7))), false);
});

test('faults of a repetition', () => {
  const faultsOf = (everyMs: number, times: number) =>
    volumeFaults(during({ ...hours(0, 2), repeats: { everyMs, times } })).map(
      ({ field, fault, right }) => `${field}: ${fault}; ${right}`,
    );
  assert.deepEqual(faultsOf(2 * HOUR, 400), []);
  assert.deepEqual(faultsOf(HOUR, 2), [
    'window.repeats.everyMs: 3600000 is out of range; a whole number from 7200000 to 31968000000',
  ]);
  assert.deepEqual(faultsOf(DAY, 1), [
    'window.repeats.times: 1 is out of range; a whole number from 2 to 400',
  ]);
  assert.equal(faultsOf(370 * DAY, 400)[0]?.slice(0, 16), 'window.repeats: ');
});
