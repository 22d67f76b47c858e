// What is over before it is told is refused to our own seats, by name.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Body } from '@parley/protocol';
import { unexpired } from '../src/index.ts';
import { HOUR, notice, question, T0, volume, warning } from './bodies.ts';
import { accident, airDefence, declaration, proposal, protectedObject } from './more-bodies.ts';

const NOW = T0 + 10 * HOUR;

function outcome(body: Body): string {
  const told = unexpired(body, NOW);
  if (told.ok) return 'taken';
  const { code, field, fault } = told.refusal;
  return `${code} ${field}: ${fault}`;
}

const past = { startMs: NOW - 2 * HOUR, endMs: NOW - HOUR };
const running = { startMs: NOW - HOUR, endMs: NOW + 1 };

test('a notice is over when all of its windows are', () => {
  const over = [volume({ window: past })];
  assert.equal(outcome(notice({ volumes: over })), 'expired volumes: it ended 3600 s ago');
  assert.equal(outcome(notice({ volumes: over, precedence: 'FLASH' })).slice(0, 7), 'expired');
  const last = [volume({ window: past }), volume({ window: running })];
  assert.equal(outcome(notice({ volumes: last })), 'taken');
  const now = { startMs: NOW - HOUR, endMs: NOW };
  assert.equal(
    outcome(notice({ volumes: [volume({ window: now })] })),
    'expired volumes: it ended 0 s ago',
  );
});

test('what stays, or ends by being told, has no end to be late for', () => {
  assert.equal(outcome(protectedObject({ volumes: [volume({ window: past })] })), 'taken');
  const ended = airDefence({ state: 'ended', volumes: [volume({ window: past })] });
  assert.equal(outcome(ended), 'taken');
});

test('a declaration that has expired, a question and a proposal without time to answer', () => {
  assert.equal(
    outcome(declaration({ expiresMs: NOW - 1_000 })),
    'expired expiresMs: it ended 1 s ago',
  );
  assert.equal(outcome(declaration({ expiresMs: NOW + 1 })), 'taken');
  assert.equal(outcome(question({ answerByMs: NOW })), 'expired answerByMs: it ended 0 s ago');
  assert.equal(outcome(question({ answerByMs: NOW + 1 })), 'taken');
  assert.equal(
    outcome(proposal({ answerByMs: NOW - HOUR })),
    'expired answerByMs: it ended 3600 s ago',
  );
});

test('urgent messages are told whenever they are known', () => {
  assert.equal(outcome(warning({ volumes: [volume({ window: past })] })), 'taken');
  assert.equal(outcome(accident()), 'taken');
});
