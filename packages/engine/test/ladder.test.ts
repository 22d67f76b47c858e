// The steps of the ladder: each is stated by the addressee, none of them stands for another.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Body, HashHex, Ref } from '@parley/protocol';
import {
  NORTH,
  notice,
  position,
  question,
  read,
  readBack,
  SOUTH,
  T0,
  warning,
  WEST,
} from './bodies.ts';
import { scribe } from './scribe.ts';

function receipt(ref: Ref, receivedMs: number, clockOffsetMs?: number): Body {
  const { party, index, leaf } = ref;
  const root = '0'.repeat(64) as HashHex;
  const offset = clockOffsetMs === undefined ? {} : { clockOffsetMs };
  return { type: 'received', party, index, leaf, size: index + 1, root, receivedMs, ...offset };
}

test('a new object has a ladder for every member but its author, and no step on it', () => {
  const { put, object } = scribe([NORTH, SOUTH, WEST]);
  const sent = put(NORTH, notice());
  assert.deepEqual(
    [...object(sent).ladders],
    [
      [SOUTH, {}],
      [WEST, {}],
    ],
  );
});

test('a receipt is RECEIVED at the receiver clock, and nothing more', () => {
  const { put, ladder } = scribe();
  const sent = put(NORTH, notice());
  const ref = put(SOUTH, receipt(sent, T0 + 700, -40), { releasedBy: 'node' });
  assert.deepEqual(ladder(sent, SOUTH), {
    received: { ref, seat: 'node', atMs: T0 + 700, clockOffsetMs: -40 },
  });
});

test('one receipt covers every object up to its index, and none after it', () => {
  const { put, ladder } = scribe();
  const first = put(NORTH, notice());
  const second = put(NORTH, question());
  const third = put(NORTH, warning());
  put(SOUTH, receipt(second, T0 + 1));
  assert.equal(ladder(first, SOUTH).received?.atMs, T0 + 1);
  assert.equal(ladder(second, SOUTH).received?.atMs, T0 + 1);
  assert.equal(ladder(third, SOUTH).received, undefined);
});

test('a later receipt does not change when an earlier object was received', () => {
  const { put, ladder } = scribe();
  const first = put(NORTH, notice());
  put(SOUTH, receipt(first, T0 + 1));
  const second = put(NORTH, notice());
  put(SOUTH, receipt(second, T0 + 2));
  assert.equal(ladder(first, SOUTH).received?.atMs, T0 + 1);
  assert.equal(ladder(second, SOUTH).received?.atMs, T0 + 2);
});

test('the receipt of one member says nothing for another', () => {
  const { put, ladder } = scribe([NORTH, SOUTH, WEST]);
  const sent = put(NORTH, notice());
  put(SOUTH, receipt(sent, T0 + 1));
  assert.equal(ladder(sent, WEST).received, undefined);
});

test('READ names the seat and the time, and is not READ-BACK', () => {
  const { put, ladder } = scribe();
  const sent = put(NORTH, notice());
  const ref = put(SOUTH, read(sent), { releasedBy: 'Watch 2', releasedMs: T0 + 9 });
  const step = { ref, seat: 'Watch 2', atMs: T0 + 9 };
  const said = [{ ...step, statement: read(sent) }];
  assert.deepEqual(ladder(sent, SOUTH), { read: step, said });
});

test('the first reading stands when a second seat reads too', () => {
  const { put, ladder } = scribe();
  const sent = put(NORTH, notice());
  put(SOUTH, read(sent), { releasedBy: 'Watch 1', releasedMs: T0 + 1 });
  put(SOUTH, read(sent), { releasedBy: 'Watch 2', releasedMs: T0 + 2 });
  assert.equal(ladder(sent, SOUTH).read?.seat, 'Watch 1');
});

test('a read-back is a reading too, and carries its comparison', () => {
  const { put, ladder } = scribe();
  const sent = put(NORTH, notice());
  const ref = put(SOUTH, readBack(sent));
  const step = ladder(sent, SOUTH);
  assert.deepEqual(step.read?.ref, ref);
  assert.deepEqual(step.readBack?.comparison, { result: 'match' });
  assert.equal(step.position, undefined);
});

test('NOTED is not agreement, and the newest position stands', () => {
  const { put, ladder } = scribe();
  const sent = put(NORTH, notice());
  put(SOUTH, position(sent, 'noted'));
  assert.equal(ladder(sent, SOUTH).position?.statement.position, 'noted');
  put(SOUTH, position(sent, 'objection'));
  assert.equal(ladder(sent, SOUTH).position?.statement.position, 'objection');
  assert.equal(ladder(sent, SOUTH).readBack, undefined);
});

test('whoever takes a position has read it, and has not read it back', () => {
  const { put, ladder } = scribe();
  const sent = put(NORTH, notice());
  const ref = put(SOUTH, position(sent));
  assert.deepEqual(ladder(sent, SOUTH).read?.ref, ref);
  assert.equal(ladder(sent, SOUTH).readBack, undefined);
});

test('a warning is taken by a seat, and closed only by what was done', () => {
  const { put, ladder } = scribe();
  const sent = put(NORTH, warning());
  put(SOUTH, read(sent), { releasedBy: 'Watch 3' });
  assert.equal(ladder(sent, SOUTH).read?.seat, 'Watch 3');
  assert.equal(ladder(sent, SOUTH).complied, undefined);
  put(SOUTH, { type: 'warning-answer', ref: sent, result: 'working' });
  put(SOUTH, { type: 'warning-answer', ref: sent, result: 'action-taken' });
  assert.equal(ladder(sent, SOUTH).complied?.statement.result, 'action-taken');
});

test('whoever answers a warning has taken it', () => {
  const { put, ladder } = scribe();
  const sent = put(NORTH, warning());
  const ref = put(SOUTH, { type: 'warning-answer', ref: sent, result: 'not-us' });
  assert.deepEqual(ladder(sent, SOUTH).read?.ref, ref);
});

test('an answer closes a question and counts as reading it', () => {
  const { put, ladder } = scribe();
  const asked = put(NORTH, question());
  const ref = put(SOUTH, { type: 'answer', ref: asked, result: 'cannot-say' });
  assert.deepEqual(ladder(asked, SOUTH).read?.ref, ref);
  assert.deepEqual(ladder(asked, SOUTH).answered?.ref, ref);
});

test('a human answers a line check', () => {
  const { put, ladder } = scribe();
  const asked = put(NORTH, { type: 'line-check' });
  const ref = put(SOUTH, { type: 'line-check-answer', ref: asked }, { releasedBy: 'Watch 2' });
  assert.deepEqual(ladder(asked, SOUTH).answered?.ref, ref);
  assert.equal(ladder(asked, SOUTH).answered?.seat, 'Watch 2');
});

test('a cancelled notice can still be read, and stays cancelled', () => {
  const { put, ladder, object, refused } = scribe();
  const sent = put(NORTH, notice());
  put(NORTH, { type: 'cancel', ref: sent, reason: 'completed' });
  put(SOUTH, read(sent));
  assert.equal(refused(), 'nothing');
  assert.notEqual(ladder(sent, SOUTH).read, undefined);
  assert.equal(object(sent).state, 'cancelled');
  assert.equal(object(sent).cancelled?.statement.reason, 'completed');
});
