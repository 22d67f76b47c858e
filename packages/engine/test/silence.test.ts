// Silence leaves a trace: what was asked and not stated in time stays a finding, whatever becomes
// of what it was asked about; and what was stated in time does not become late by being said again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Body, Ref } from '@parley/protocol';
import { complianceFindings, complianceSentence } from '../src/index.ts';
import {
  arrangement,
  cancel,
  HOUR,
  MINUTE,
  NORTH,
  notice,
  position,
  question,
  read,
  readBack,
  SOUTH,
  T0,
  WEST,
} from './bodies.ts';
import { account, contact, declaration, incident, movement, proposal } from './more-bodies.ts';
import { scribe } from './scribe.ts';
import type { Scribe } from './scribe.ts';

function agreed(members = [NORTH, SOUTH]): Scribe {
  const line = scribe(members);
  for (const party of members) line.put(party, arrangement(1));
  return line;
}

/** "north/1 south: Overdue by ..." of every finding on deadlines, `afterMs` after T0. */
function deadlines({ picture }: Scribe, afterMs: number): string[] {
  return complianceFindings(picture, T0 + afterMs)
    .filter(({ clause }) => clause === 'deadline')
    .map((one) => `${one.object} ${one.party}: ${complianceSentence(one)}`);
}

/** South says something so long after T0. */
function says(line: Scribe, afterMs: number, body: Body): void {
  line.put(SOUTH, body, { releasedMs: T0 + afterMs });
}

const NEVER = 'Never stated: read; overdue by';

test('a notice that ended unread stays a finding: it was never read', () => {
  const line = agreed();
  // To be read within 30 min; its window ends after 2 h.
  line.put(NORTH, notice());
  assert.deepEqual(deadlines(line, 2 * HOUR - 1), ['north/1 south: Overdue by 1 h 30 min: read']);
  for (const afterMs of [2 * HOUR, 900 * HOUR]) {
    const told = `north/1 south: ${NEVER} 1 h 30 min when it ended or was withdrawn`;
    assert.deepEqual(deadlines(line, afterMs), [told]);
  }
});

const ENDINGS: readonly (readonly [
  string,
  (line: Scribe, ref: Ref, releasedMs: number) => void,
])[] = [
  ['cancelled', (line, ref, releasedMs) => line.put(NORTH, cancel(ref), { releasedMs })],
  [
    'superseded',
    (line, ref, releasedMs) => {
      const next = line.put(NORTH, notice({ supersedes: ref }), { releasedMs });
      says(line, releasedMs - T0, read(next));
      says(line, releasedMs - T0, position(next));
    },
  ],
];

for (const [how, end] of ENDINGS) {
  test(`a notice ${how} after its deadline was never read; before it, nothing is held`, () => {
    const late = agreed();
    end(late, late.put(NORTH, notice()), T0 + 31 * MINUTE);
    const told = `north/1 south: ${NEVER} 1 min when it ended or was withdrawn`;
    assert.deepEqual(deadlines(late, 9 * HOUR), [told]);
    const early = agreed();
    const ref = early.put(NORTH, notice());
    end(early, ref, T0 + 30 * MINUTE);
    says(early, HOUR, read(ref));
    assert.deepEqual(deadlines(early, 9 * HOUR), []);
  });
}

test('what is answered after it ended was answered late, by how much', () => {
  const line = agreed();
  const ref = line.put(NORTH, notice());
  says(line, 3 * HOUR, position(ref));
  assert.deepEqual(deadlines(line, 9 * HOUR), [
    'north/1 south: Stated 1 h 30 min after the deadline: position',
    'north/1 south: Stated 2 h 30 min after the deadline: read',
  ]);
});

test('a declaration that expired unread was never read', () => {
  const line = agreed();
  line.put(NORTH, declaration());
  assert.deepEqual(deadlines(line, 6 * HOUR), [
    `north/1 south: ${NEVER} 4 h 30 min when it ended or was withdrawn`,
  ]);
});

test('each addressee is held to its own silence, and who is only told to none', () => {
  const line = agreed([NORTH, SOUTH, WEST]);
  const ref = line.put(NORTH, notice({ addressees: { action: [SOUTH], info: [WEST] } }));
  const all = line.put(NORTH, notice());
  for (const one of [ref, all]) says(line, MINUTE, position(one));
  assert.deepEqual(deadlines(line, 9 * HOUR), [
    `north/2 west: ${NEVER} 1 h 30 min when it ended or was withdrawn`,
  ]);
});

test('what is said again after the deadline was said in time', () => {
  const line = agreed();
  const ref = line.put(NORTH, notice({ precedence: 'IMMEDIATE' }));
  const said = [readBack(ref), position(ref)];
  for (const body of said) says(line, MINUTE, body);
  for (const body of said) says(line, HOUR, body);
  assert.deepEqual(deadlines(line, 9 * HOUR), []);
});

test('a position that nobody asked for is not late', () => {
  const line = agreed();
  const planned = line.put(NORTH, contact({ precedence: 'FLASH' }));
  says(line, MINUTE, read(planned));
  says(line, HOUR, position(planned));
  assert.deepEqual(deadlines(line, 9 * HOUR), []);
});

test('under consideration keeps the clock running: the final response is late', () => {
  const line = agreed();
  const ref = line.put(NORTH, proposal());
  says(line, MINUTE, { type: 'response', ref, result: 'under-consideration' });
  says(line, 6 * HOUR, { type: 'response', ref, result: 'agreed' });
  assert.deepEqual(deadlines(line, 9 * HOUR), [
    'north/1 south: Stated 1 h after the deadline: respond',
  ]);
});

test('an investigation keeps the clock running; a further account is not late', () => {
  const line = agreed();
  const ref = line.put(NORTH, incident());
  says(line, MINUTE, account(ref, 'investigating'));
  assert.deepEqual(deadlines(line, 6 * HOUR), ['north/1 south: Overdue by 1 h: account']);
  says(line, 7 * HOUR, account(ref));
  says(line, 9 * HOUR, account(ref));
  assert.deepEqual(deadlines(line, 9 * HOUR), [
    'north/1 south: Stated 2 h after the deadline: account',
  ]);
});

test('a promised answer is held against the promise, and the promise against the deadline', () => {
  const line = agreed();
  const promise = (ref: Ref, promisedMs: number): Body => {
    return { type: 'answer', ref, result: 'promised', promisedMs };
  };
  const [kept, broken] = [line.put(NORTH, question()), line.put(NORTH, question())];
  says(line, MINUTE, promise(kept, T0 + 8 * HOUR));
  says(line, 6 * HOUR, promise(broken, T0 + 8 * HOUR));
  const answers = (afterMs: number): string[] =>
    deadlines(line, afterMs).filter((text) => text.endsWith('answer'));
  const promisedLate = 'north/2 south: Stated 1 h after the deadline: answer';
  assert.deepEqual(answers(8 * HOUR), [promisedLate]);
  for (const ref of [kept, broken]) {
    says(line, ref === kept ? 8 * HOUR : 9 * HOUR, { type: 'answer', ref, result: 'declined' });
  }
  assert.deepEqual(answers(9 * HOUR), [promisedLate, promisedLate]);
});

test('dissemination after the departure is late, and never stated it stays so', () => {
  const line = agreed();
  // It departs after 1 h and arrives after 2 h.
  const [late, never] = [line.put(NORTH, movement()), line.put(NORTH, movement())];
  const reached = (level: 'headquarters' | 'executing-level'): Body => {
    return { type: 'disseminated', ref: late, level, reachedMs: T0 + MINUTE };
  };
  for (const ref of [late, never]) says(line, MINUTE, position(ref));
  says(line, MINUTE, reached('headquarters'));
  says(line, HOUR + 2 * MINUTE, reached('executing-level'));
  assert.deepEqual(deadlines(line, 9 * HOUR), [
    'north/2 south: Never stated: disseminate; overdue by 1 h when it ended or was withdrawn',
    'north/1 south: Stated 2 min after the deadline: disseminate',
  ]);
});

test('a line check answered late leaves by how much', () => {
  const line = agreed();
  const ref = line.put(NORTH, { type: 'line-check' });
  assert.deepEqual(deadlines(line, 6 * MINUTE), ['north/1 south: Overdue by 1 min: answer']);
  says(line, 8 * MINUTE, { type: 'line-check-answer', ref });
  assert.deepEqual(deadlines(line, 9 * HOUR), [
    'north/1 south: Stated 3 min after the deadline: answer',
  ]);
});
