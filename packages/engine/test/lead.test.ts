// What is told too late to be read at its precedence is refused to our own seats.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_ARRANGEMENT, HashHex, LineId } from '@parley/protocol';
import type { Precedence } from '@parley/protocol';
import { emptyPicture, quickEnough } from '../src/index.ts';
import type { Picture } from '../src/index.ts';
import { HOUR, NORTH, notice, SOUTH, T0 } from './bodies.ts';

const LINE = LineId.parse('line-00112233445566aa');

function agreed(): Picture {
  const picture = emptyPicture(LINE, [NORTH, SOUTH]);
  picture.arrangement = DEFAULT_ARRANGEMENT;
  return picture;
}

function outcome(secondsBefore: number, precedence: Precedence, changes = {}): string {
  // The sample starts an hour after T0.
  const nowMs = T0 + HOUR - secondsBefore * 1_000;
  const told = quickEnough(agreed(), notice({ precedence, ...changes }), nowMs);
  return told.ok ? 'taken' : `${told.refusal.code} ${told.refusal.field}: ${told.refusal.right}`;
}

test('with the agreed lead of 30 minutes every precedence is taken', () => {
  assert.equal(outcome(1_800, 'ROUTINE'), 'taken');
  assert.equal(outcome(1_799, 'ROUTINE'), 'too-slow-for-lead precedence: IMMEDIATE');
});

test('below it the precedence must have it read before the start', () => {
  assert.equal(outcome(300, 'IMMEDIATE'), 'taken');
  assert.equal(outcome(299, 'IMMEDIATE'), 'too-slow-for-lead precedence: FLASH');
  assert.equal(outcome(299, 'PRIORITY'), 'too-slow-for-lead precedence: FLASH');
});

test('FLASH is never too slow, and what has begun is FLASH', () => {
  assert.equal(outcome(58, 'FLASH'), 'taken');
  assert.equal(outcome(-600, 'FLASH'), 'taken');
  assert.equal(outcome(-600, 'IMMEDIATE'), 'too-slow-for-lead precedence: FLASH');
});

test('a correction keeps its precedence', () => {
  const supersedes = { party: NORTH, index: 3, leaf: HashHex.parse('ab'.repeat(32)) };
  assert.equal(outcome(58, 'PRIORITY', { supersedes }), 'taken');
});
