// What must be answered, by whom, until when: literal instants for each precedence.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { objectIdOf } from '@parley/protocol';
import type { Body, Precedence, Ref } from '@parley/protocol';
import { endMsOf, openTasks, watchOrder } from '../src/index.ts';
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
  volume,
  warning,
  WEST,
} from './bodies.ts';
import {
  accident,
  account,
  channel,
  contact,
  declaration,
  incident,
  movement,
  proposal,
  rescue,
  statement,
} from './more-bodies.ts';
import { scribe } from './scribe.ts';
import type { Scribe } from './scribe.ts';

/** The open tasks at an instant: who, which step, due how many seconds after T0, overdue or not. */
function tasksAt({ picture }: Scribe, nowMs: number): string[] {
  return openTasks(picture, nowMs).map(({ party, step, dueMs, overdue }) => {
    return `${party} ${step} ${(dueMs - T0) / 1_000}${overdue ? ' overdue' : ''}`;
  });
}

const STEPS: readonly (readonly [Precedence, readonly string[]])[] = [
  ['FLASH', ['read 60', 'read-back 120', 'position 600']],
  ['IMMEDIATE', ['read 300', 'read-back 600', 'position 1800']],
  ['PRIORITY', ['read 1800', 'position 10800']],
  ['ROUTINE', ['read 21600', 'position 86400']],
];

for (const [precedence, steps] of STEPS) {
  test(`a ${precedence} notice asks for ${steps.join(', ')} seconds after it was told`, () => {
    const line = scribe();
    const late = volume({ window: { startMs: T0, endMs: T0 + 48 * HOUR } });
    const sent = line.put(NORTH, notice({ precedence, volumes: [late] }));
    const answers: Record<string, (ref: Ref) => Body> = { read, 'read-back': readBack, position };
    for (const step of steps) {
      assert.deepEqual(tasksAt(line, T0), [`south ${step}`]);
      const [name = ''] = step.split(' ');
      line.put(SOUTH, answers[name]?.(sent) ?? read(sent));
    }
    assert.deepEqual(tasksAt(line, T0), []);
  });
}

test('a step is overdue one millisecond after its deadline, and not before', () => {
  const line = scribe();
  line.put(NORTH, warning());
  assert.deepEqual(tasksAt(line, T0 + MINUTE), ['south take 60', 'north confirm 3600']);
  assert.deepEqual(tasksAt(line, T0 + MINUTE + 1), ['south take 60 overdue', 'north confirm 3600']);
});

test('a warning asks to be taken within 60 s, and for what was done within 120 s', () => {
  const line = scribe();
  const sent = line.put(NORTH, warning());
  assert.deepEqual(tasksAt(line, T0), ['south take 60', 'north confirm 3600']);
  line.put(SOUTH, read(sent));
  assert.deepEqual(tasksAt(line, T0 + 121_000), ['south act 120 overdue', 'north confirm 3600']);
  line.put(SOUTH, { type: 'warning-answer', ref: sent, result: 'working' });
  assert.deepEqual(tasksAt(line, T0 + HOUR), ['north confirm 3600']);
  line.put(NORTH, { type: 'confirmation', ref: sent, result: 'confirmed' });
  assert.deepEqual(tasksAt(line, T0 + HOUR), []);
});

test('a warning stays open after its volumes have ended', () => {
  const line = scribe();
  line.put(NORTH, warning({ volumes: [volume({ window: { startMs: T0, endMs: T0 + 1 } })] }));
  assert.deepEqual(tasksAt(line, T0 + 24 * HOUR), [
    'south take 60 overdue',
    'north confirm 3600 overdue',
  ]);
});

test('a question must be read by its precedence and answered by its own time', () => {
  const line = scribe();
  const asked = line.put(NORTH, question({ precedence: 'PRIORITY', answerByMs: T0 + 7_000_000 }));
  assert.deepEqual(tasksAt(line, T0), ['south read 1800']);
  line.put(SOUTH, read(asked));
  assert.deepEqual(tasksAt(line, T0), ['south answer 7000']);
  line.put(SOUTH, { type: 'answer', ref: asked, result: 'declined' });
  assert.deepEqual(tasksAt(line, T0), []);
});

test('a line check must be answered as fast as an IMMEDIATE message is read', () => {
  const line = scribe();
  const asked = line.put(NORTH, { type: 'line-check' });
  assert.deepEqual(tasksAt(line, T0), ['south answer 300']);
  line.put(SOUTH, { type: 'line-check-answer', ref: asked });
  assert.deepEqual(tasksAt(line, T0), []);
});

test('the clock of a step runs from the time at which the object was told', () => {
  const line = scribe();
  line.put(NORTH, notice(), { releasedMs: T0 + 10_000 });
  const [task] = openTasks(line.picture, T0 + 10_000);
  assert.deepEqual(task, {
    id: 'north/0 south read',
    object: 'north/0',
    party: 'south',
    precedence: 'PRIORITY',
    step: 'read',
    sinceMs: T0 + 10_000,
    dueMs: T0 + 10_000 + 30 * MINUTE,
    overdue: false,
    level: 0,
  });
});

test('every addressee has a task of its own, the earliest deadline first', () => {
  const line = scribe([NORTH, SOUTH, WEST]);
  line.put(NORTH, notice());
  const sent = line.put(SOUTH, warning());
  line.put(WEST, read(sent));
  assert.deepEqual(tasksAt(line, T0), [
    'north take 60',
    'west act 120',
    'south read 1800',
    'west read 1800',
    'south confirm 3600',
  ]);
});

test('the deadlines of the arrangement in force replace the default ones', () => {
  const line = scribe();
  line.put(NORTH, notice());
  line.put(NORTH, arrangement(1));
  line.put(SOUTH, arrangement(1, { minima: arrangement(1).minima }));
  assert.deepEqual(tasksAt(line, T0), ['south read 1800']);
  const { deadlines } = arrangement(2);
  const tighter = { ...deadlines, PRIORITY: { ...deadlines.PRIORITY, readMs: 90_000 } };
  line.put(NORTH, arrangement(2, { deadlines: tighter }));
  line.put(SOUTH, arrangement(2, { deadlines: tighter }));
  assert.deepEqual(tasksAt(line, T0), ['south read 90']);
});

test('a watch takes what is actual first, then by precedence, then by deadline', () => {
  const line = scribe();
  const routine = line.put(NORTH, question({ precedence: 'ROUTINE', status: 'actual' }), {
    releasedMs: T0 - 100 * HOUR,
  });
  const drill = line.put(NORTH, notice({ precedence: 'FLASH', status: 'exercise' }));
  const later = line.put(NORTH, notice({ precedence: 'IMMEDIATE', status: 'actual' }), {
    releasedMs: T0 + 1_000,
  });
  const sooner = line.put(NORTH, notice({ precedence: 'IMMEDIATE', status: 'actual' }));
  const order = watchOrder(line.picture, openTasks(line.picture, T0 + HOUR)).map(
    ({ object }) => object,
  );
  assert.deepEqual([...new Set(order)], [sooner, later, routine, drill].map(objectIdOf));
});

test('nothing is asked about what was superseded or cancelled', () => {
  const line = scribe();
  const first = line.put(NORTH, notice());
  const second = line.put(NORTH, notice({ supersedes: first }));
  assert.deepEqual(
    openTasks(line.picture, T0).map(({ object }) => object),
    ['north/1'],
  );
  line.put(NORTH, cancel(second));
  assert.deepEqual(tasksAt(line, T0), []);
});

test('nothing is asked about a notice whose last window has ended', () => {
  const line = scribe();
  const sent = line.put(NORTH, notice());
  assert.equal(endMsOf(line.object(sent)), T0 + 2 * HOUR);
  assert.equal(tasksAt(line, T0 + 2 * HOUR - 1).length, 1);
  assert.equal(tasksAt(line, T0 + 2 * HOUR).length, 0);
});

/** What is said, and the tasks of the other side before each of its answers and after the last. */
const ASKED: readonly (readonly [string, Body, readonly ((ref: Ref) => Body)[], string[]])[] = [
  ['a declaration', declaration(), [read, position], ['read 1800', 'position 10800', '']],
  ['a statement', statement(), [read], ['read 1800', '']],
  ['a contact', contact(), [read], ['read 1800', '']],
  ['a suspension', channel(), [read], ['read 300', '']],
  [
    'a proposal',
    proposal(),
    [
      read,
      (ref) => ({ type: 'response', ref, result: 'under-consideration' }),
      (ref) => ({ type: 'response', ref, result: 'agreed' }),
    ],
    ['read 1800', 'respond 18000', 'respond 18000', ''],
  ],
  [
    'an incident',
    incident(),
    [read, (ref) => account(ref, 'investigating'), (ref) => account(ref)],
    ['read 1800', 'account 18000', 'account 18000', ''],
  ],
  [
    'a question whose answer is promised',
    question(),
    [
      read,
      (ref) => ({ type: 'answer', ref, result: 'promised', promisedMs: T0 + 9 * HOUR }),
      (ref) => ({ type: 'answer', ref, result: 'answered' }),
    ],
    ['read 21600', 'answer 18000', 'answer 32400', ''],
  ],
  [
    'a movement',
    movement(),
    [
      read,
      (ref) => ({ type: 'disseminated', ref, level: 'headquarters', reachedMs: T0 }),
      (ref) => ({ type: 'disseminated', ref, level: 'executing-level', reachedMs: T0 }),
      position,
    ],
    ['read 1800', 'disseminate 3600', 'disseminate 3600', 'position 10800', ''],
  ],
];

for (const [name, body, answers, expected] of ASKED) {
  test(`${name} asks for ${expected.filter((step) => step !== '').join(', ')}`, () => {
    const line = scribe();
    const sent = line.put(NORTH, body);
    const found = [tasksAt(line, T0)];
    for (const answer of answers) {
      line.put(SOUTH, answer(sent));
      assert.equal(line.refused(), 'nothing');
      found.push(tasksAt(line, T0));
    }
    assert.deepEqual(
      found,
      expected.map((step) => (step === '' ? [] : [`south ${step}`])),
    );
  });
}

for (const body of [accident(), rescue()]) {
  test(`an urgent ${body.type} asks for what a warning does, and for a second officer`, () => {
    const line = scribe();
    const sent = line.put(NORTH, body);
    assert.deepEqual(tasksAt(line, T0), ['south take 60', 'north confirm 3600']);
    line.put(SOUTH, read(sent));
    assert.deepEqual(tasksAt(line, T0), ['south act 120', 'north confirm 3600']);
    line.put(SOUTH, { type: 'warning-answer', ref: sent, result: 'cannot' });
    line.put(NORTH, { type: 'confirmation', ref: sent, result: 'not-confirmed' });
    assert.deepEqual(tasksAt(line, T0), []);
  });
}

test('who is only told of it is asked for nothing', () => {
  const line = scribe([NORTH, SOUTH, WEST]);
  line.put(NORTH, notice({ addressees: { action: [WEST], info: [SOUTH] } }));
  assert.deepEqual(tasksAt(line, T0), ['west read 1800']);
});

test('nothing is asked about a declaration from the instant at which it expires', () => {
  const line = scribe();
  line.put(NORTH, declaration());
  assert.equal(tasksAt(line, T0 + 5 * HOUR - 1).length, 1);
  assert.equal(tasksAt(line, T0 + 5 * HOUR).length, 0);
});

test('what is overdue climbs a level a minute up to three, or as the arrangement has it', () => {
  const line = scribe();
  line.put(NORTH, { type: 'line-check' });
  const levels = (): number[] =>
    [0, 1, 60_000, 120_000, HOUR].map((late) => {
      return openTasks(line.picture, T0 + 5 * MINUTE + late)[0]?.level ?? -1;
    });
  assert.deepEqual(levels(), [0, 1, 2, 3, 3]);
  const escalation = { everyMs: 10 * MINUTE, levels: 5 };
  for (const party of [NORTH, SOUTH]) line.put(party, arrangement(1, { escalation }));
  assert.deepEqual(levels(), [0, 1, 1, 1, 5]);
});
