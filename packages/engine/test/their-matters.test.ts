// What a party says to the objects of another: each step of the ladder, and what it cannot be of.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Body, Ref } from '@parley/protocol';
import {
  arrangement,
  cancel,
  HOUR,
  NORTH,
  notice,
  position,
  question,
  read,
  readBack,
  SOUTH,
  T0,
  warning,
} from './bodies.ts';
import {
  accident,
  account,
  channel,
  contact,
  declaration,
  incident,
  intentions,
  movement,
  proposal,
  rescue,
  statement,
  zone,
} from './more-bodies.ts';
import { scribe } from './scribe.ts';

const OBJECTS: readonly (readonly [string, Body])[] = [
  ['notice', notice()],
  ['movement', movement()],
  ['warning', warning()],
  ['accident', accident()],
  ['call for help', rescue()],
  ['question', question()],
  ['declaration', declaration()],
  ['proposal', proposal()],
  ['statement', statement()],
  ['contact', contact()],
  ['incident', incident()],
  ['channel state', channel({ state: 'open', scope: [], reason: 'resumed' })],
  ['line check', { type: 'line-check' }],
];

const ALL = OBJECTS.map(([name]) => name);
const BUSINESS = ALL.filter((name) => name !== 'channel state' && name !== 'line check');
const URGENT = ['warning', 'accident', 'call for help'];

/** Each step, and of which objects it can be said. */
const STEPS: readonly (readonly [string, (ref: Ref) => Body, readonly string[]])[] = [
  ['read', read, ALL],
  [
    'read-back',
    (ref) => readBack(ref),
    ['notice', 'movement', ...URGENT, 'declaration', 'proposal'],
  ],
  [
    'disseminated',
    (ref) => ({ type: 'disseminated', ref, level: 'executing-level', reachedMs: T0 }),
    BUSINESS,
  ],
  [
    'position',
    (ref) => position(ref),
    ['notice', 'movement', 'declaration', 'statement', 'contact'],
  ],
  ['warning-answer', (ref) => ({ type: 'warning-answer', ref, result: 'working' }), URGENT],
  ['answer', (ref) => ({ type: 'answer', ref, result: 'declined' }), ['question']],
  ['response', (ref) => ({ type: 'response', ref, result: 'denied' }), ['proposal']],
  ['counter-statement', (ref) => account(ref), ['incident']],
  ['line-check-answer', (ref) => ({ type: 'line-check-answer', ref }), ['line check']],
];

for (const [step, say, of] of STEPS) {
  test(`${step} is said of theirs, of these and nothing else: ${of.join(', ')}`, () => {
    for (const [name, body] of OBJECTS) {
      const line = scribe();
      const sent = line.put(NORTH, body);
      assert.equal(line.refused(), 'nothing');
      line.put(SOUTH, say(sent));
      assert.equal(line.refused(), of.includes(name) ? 'nothing' : 'wrong-kind ref', name);
      assert.equal(line.ladder(sent, SOUTH).read !== undefined, of.includes(name), name);
      line.put(NORTH, say(sent));
      assert.equal(line.refused(), of.includes(name) ? 'not-to-self ref' : 'wrong-kind ref', name);
    }
  });
}

test('every dissemination stands with its level, in the order of the record', () => {
  const { put, ladder } = scribe();
  const sent = put(NORTH, movement());
  for (const level of ['headquarters', 'executing-level'] as const) {
    put(SOUTH, { type: 'disseminated', ref: sent, level, reachedMs: T0 });
  }
  assert.deepEqual(
    ladder(sent, SOUTH).disseminated?.map(({ statement: { level } }) => level),
    ['headquarters', 'executing-level'],
  );
});

for (const result of ['agreed', 'denied'] as const) {
  test(`${result} is final; what is under consideration is not`, () => {
    const { put, refused, ladder } = scribe();
    const sent = put(NORTH, proposal());
    put(SOUTH, { type: 'response', ref: sent, result: 'under-consideration', offices: ['Legal'] });
    put(SOUTH, { type: 'response', ref: sent, result });
    assert.equal(refused(), 'nothing');
    put(SOUTH, { type: 'response', ref: sent, result: 'under-consideration' });
    assert.equal(refused(), 'already-said ref');
    assert.equal(ladder(sent, SOUTH).responded?.statement.result, result);
  });
}

test('a response has a reason, offices or an alternative with its own result alone', () => {
  const { put, refused } = scribe();
  const theirs = put(NORTH, proposal());
  const respond = (said: object): string => {
    put(SOUTH, { type: 'response', ref: theirs, ...said } as Body);
    return refused();
  };
  const ours = put(SOUTH, proposal({ alternativeTo: theirs }));
  assert.equal(respond({ result: 'alternative', alternative: ours }), 'nothing');
  assert.equal(respond({ result: 'alternative' }), 'malformed alternative');
  assert.equal(respond({ result: 'agreed', alternative: ours }), 'malformed alternative');
  assert.equal(respond({ result: 'alternative', alternative: theirs }), 'not-yours alternative');
  const notOne = put(SOUTH, notice());
  assert.equal(respond({ result: 'alternative', alternative: notOne }), 'wrong-kind alternative');
  assert.equal(respond({ result: 'agreed', reason: 'not-stated' }), 'malformed reason');
  assert.equal(respond({ result: 'denied', offices: ['Legal'] }), 'malformed offices');
});

test('a position names an alternative of its own side with that word alone', () => {
  const { put, refused } = scribe();
  const sent = put(NORTH, notice());
  const ours = put(SOUTH, notice());
  put(SOUTH, { type: 'position', ref: sent, position: 'alternative', alternative: ours });
  assert.equal(refused(), 'nothing');
  put(SOUTH, { type: 'position', ref: sent, position: 'alternative' });
  assert.equal(refused(), 'malformed alternative');
  put(SOUTH, { type: 'position', ref: sent, position: 'noted', alternative: ours });
  assert.equal(refused(), 'malformed alternative');
  put(SOUTH, { type: 'position', ref: sent, position: 'alternative', alternative: sent });
  assert.equal(refused(), 'not-yours alternative');
});

test('a promise has its time, and a question can be answered by what states something', () => {
  const { put, refused } = scribe();
  const asked = put(NORTH, question());
  const answer = (said: object): string => {
    put(SOUTH, { type: 'answer', ref: asked, ...said } as Body);
    return refused();
  };
  assert.equal(answer({ result: 'promised', promisedMs: T0 + HOUR }), 'nothing');
  assert.equal(answer({ result: 'see-notice', notice: put(SOUTH, declaration()) }), 'nothing');
  assert.equal(answer({ result: 'promised' }), 'malformed promisedMs');
  assert.equal(answer({ result: 'declined', promisedMs: T0 }), 'malformed promisedMs');
  const another = put(SOUTH, question());
  assert.equal(answer({ result: 'see-notice', notice: another }), 'wrong-kind notice');
});

test('a declaration without an area is read, and taken a position on, like another', () => {
  const { put, refused, ladder } = scribe();
  const sent = put(NORTH, intentions());
  put(SOUTH, position(sent, 'contested'));
  assert.equal(refused(), 'nothing');
  assert.equal(ladder(sent, SOUTH).position?.statement.position, 'contested');
});

test('a step is said of what was withdrawn as well: it was read all the same', () => {
  const { put, refused, ladder } = scribe();
  const sent = put(NORTH, incident());
  put(NORTH, cancel(sent));
  put(SOUTH, account(sent));
  assert.equal(refused(), 'nothing');
  assert.equal(ladder(sent, SOUTH).countered?.statement.result, 'agrees');
});

test('a zone is in force when all have signed one text, and a version is signed once', () => {
  const { put, refused, picture } = scribe();
  put(NORTH, zone(1));
  assert.equal(picture.zones.get('The garrison'), undefined);
  put(SOUTH, zone(1, { rule: 'no-entry' }));
  assert.equal(picture.zones.get('The garrison'), undefined);
  put(SOUTH, zone(1));
  assert.equal(refused(), 'already-said version');
  put(SOUTH, zone(2));
  put(NORTH, zone(2));
  assert.deepEqual(picture.zones.get('The garrison'), zone(2));
  put(NORTH, zone(1, { name: 'Another' }));
  put(SOUTH, zone(1, { name: 'Another' }));
  assert.equal(picture.zones.size, 2);
  for (const party of [NORTH, SOUTH]) put(party, zone(3, { state: 'ended' }));
  assert.equal(picture.zones.get('The garrison')?.state, 'ended');
  put(NORTH, zone(3));
  assert.equal(refused(), 'already-said version');
});

test('an arrangement that was proposed and agreed is not signed by that', () => {
  const { put, refused, picture } = scribe();
  const { level: _, ...envelope } = proposal();
  const sent = put(NORTH, { ...envelope, matter: 'arrangement', arrangement: arrangement(1) });
  put(SOUTH, { type: 'response', ref: sent, result: 'agreed' });
  assert.equal(refused(), 'nothing');
  assert.equal(picture.arrangement, undefined);
});
