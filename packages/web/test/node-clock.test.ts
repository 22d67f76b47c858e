// The node's clock in the page: carried on steadily, at the node's own rate, never a little back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeClock } from '../src/floor/node-clock.ts';

const START = Date.parse('2016-09-17T12:55:00Z');

test('the clock runs on between readings', () => {
  const steady = { ms: 1_000 };
  const clock = nodeClock(START, () => steady.ms);
  steady.ms = 3_500;
  assert.equal(clock.nowMs() - START, 2_500);
});

test('a replayed case runs at its own rate', () => {
  const steady = { ms: 0 };
  const clock = nodeClock(START, () => steady.ms);
  clock.set(START, 20);
  steady.ms = 3_000;
  assert.equal(clock.nowMs() - START, 60_000);
  assert.equal(clock.rate(), 20);
});

test('a clock that stands still stands still', () => {
  const steady = { ms: 0 };
  const clock = nodeClock(START, () => steady.ms);
  clock.set(START + 5_000, 0);
  steady.ms = 60_000;
  assert.equal(clock.nowMs() - START, 5_000);
});

test('a reading that came late does not turn the shown time back', () => {
  const steady = { ms: 0 };
  const clock = nodeClock(START, () => steady.ms);
  steady.ms = 1_000;
  assert.equal(clock.nowMs() - START, 1_000);
  clock.set(START + 900, 1);
  assert.equal(clock.nowMs() - START, 1_000);
  steady.ms = 1_200;
  assert.equal(clock.nowMs() - START, 1_100);
});

test('a clock that was set back by more is followed', () => {
  const steady = { ms: 0 };
  const clock = nodeClock(START, () => steady.ms);
  steady.ms = 10_000;
  assert.equal(clock.nowMs() - START, 10_000);
  clock.set(START, 1);
  assert.equal(clock.nowMs() - START, 0);
});
