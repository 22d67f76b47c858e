// What a party says of its own objects: progress, removal, confirmation, versions, passing on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Body, Ref } from '@parley/protocol';
import { isCoordinated } from '../src/index.ts';
import { cancel, HOUR, NORTH, notice, question, SOUTH, T0, warning } from './bodies.ts';
import { WEST } from './bodies.ts';
import {
  accident,
  airDefence,
  channel,
  contact,
  declaration,
  exercise,
  incident,
  intentions,
  LEAVE,
  leg,
  movement,
  proposal,
  protectedObject,
  release,
  rescue,
  statement,
} from './more-bodies.ts';
import { scribe } from './scribe.ts';

/** What a party that holds nothing makes of one body: the refusal, or `nothing`. */
function alone(body: Body): string {
  const { put, refused } = scribe();
  put(NORTH, body);
  return refused();
}

test('the legs of a movement follow one another, each within a volume that is there', () => {
  assert.equal(alone(movement()), 'nothing');
  const two = [leg(HOUR, 2 * HOUR), leg(2 * HOUR, 3 * HOUR)];
  assert.equal(alone(movement({ legs: two })), 'nothing');
  assert.equal(alone(movement({ legs: [leg(HOUR, 2 * HOUR, 1)] })), 'out-of-limit legs[0].volume');
  assert.equal(alone(movement({ legs: [leg(HOUR, HOUR)] })), 'malformed legs[0].etdMs');
  const early = [leg(HOUR, 2 * HOUR), leg(2 * HOUR - 1, 3 * HOUR)];
  assert.equal(alone(movement({ legs: early })), 'malformed legs[1].etdMs');
});

test('progress is said of a movement of its own author that is in force', () => {
  const { put, refused, object } = scribe();
  const progress = (ref: Ref): Body => ({ type: 'progress', ref, state: 'departed', atMs: T0 });
  const convoy = put(NORTH, movement());
  const said = put(NORTH, progress(convoy));
  assert.equal(refused(), 'nothing');
  assert.deepEqual(
    object(convoy).progress.map(({ ref, statement: { state } }) => [ref, state]),
    [[said, 'departed']],
  );
  put(SOUTH, progress(convoy));
  assert.equal(refused(), 'not-yours ref');
  put(NORTH, progress(put(NORTH, notice())));
  assert.equal(refused(), 'wrong-kind ref');
  put(NORTH, progress(put(NORTH, question())));
  assert.equal(refused(), 'wrong-kind ref');
  put(NORTH, cancel(convoy));
  put(NORTH, progress(convoy));
  assert.equal(refused(), 'no-longer-in-force ref');
  assert.equal(object(convoy).progress.length, 1);
});

test('a movement is coordinated when all who must act said the executing level has it', () => {
  const { put, object } = scribe([NORTH, SOUTH, WEST]);
  const told = (ref: Ref, level: 'headquarters' | 'executing-level'): Body => {
    return { type: 'disseminated', ref, level, reachedMs: T0 };
  };
  const convoy = put(NORTH, movement({ addressees: { action: [SOUTH], info: [WEST] } }));
  put(SOUTH, told(convoy, 'headquarters'));
  assert.equal(isCoordinated(object(convoy)), false);
  put(WEST, told(convoy, 'executing-level'));
  assert.equal(isCoordinated(object(convoy)), false);
  put(SOUTH, told(convoy, 'executing-level'));
  assert.equal(isCoordinated(object(convoy)), true);
});

test('a protected object goes by a removal alone, and stays in the picture as removed', () => {
  const { put, refused, object } = scribe();
  const removal = (ref: Ref): Body => ({ type: 'removal', ref, reason: 'closed' });
  const clinic = put(NORTH, protectedObject());
  put(NORTH, cancel(clinic));
  assert.equal(refused(), 'wrong-kind ref');
  put(SOUTH, removal(clinic));
  assert.equal(refused(), 'not-yours ref');
  put(NORTH, removal(put(NORTH, movement())));
  assert.equal(refused(), 'wrong-kind ref');
  assert.equal(object(clinic).state, 'in-force');
  put(NORTH, removal(clinic));
  assert.equal(object(clinic).state, 'removed');
  put(NORTH, removal(clinic));
  assert.equal(refused(), 'no-longer-in-force ref');
});

for (const urgent of [warning(), accident(), rescue()]) {
  test(`a second officer confirms a ${urgent.type} once, in force or not`, () => {
    const { put, refused, object } = scribe();
    const confirm = (ref: Ref): Body => ({ type: 'confirmation', ref, result: 'confirmed' });
    const sent = put(NORTH, urgent);
    put(SOUTH, confirm(sent));
    assert.equal(refused(), 'not-yours ref');
    put(NORTH, cancel(sent));
    put(NORTH, confirm(sent), { releasedBy: 'Duty officer' });
    assert.equal(object(sent).confirmed?.seat, 'Duty officer');
    put(NORTH, confirm(sent));
    assert.equal(refused(), 'already-said ref');
    put(NORTH, confirm(put(NORTH, notice())));
    assert.equal(refused(), 'wrong-kind ref');
  });
}

const VERSIONED: readonly (readonly [string, (supersedes?: Ref) => Body])[] = [
  ['movement', (supersedes) => movement({ supersedes })],
  ['protected object', (supersedes) => protectedObject({ supersedes })],
  ['exercise', (supersedes) => exercise({ supersedes })],
  ['air defence', (supersedes) => airDefence({ supersedes })],
  ['declaration', (supersedes) => declaration({ supersedes })],
  ['proposal', (supersedes) => proposal({ supersedes })],
  ['statement', (supersedes) => statement({ supersedes })],
  ['contact', (supersedes) => contact({ supersedes })],
  ['incident', (supersedes) => incident({ supersedes })],
];

for (const [name, body] of VERSIONED) {
  test(`a ${name} is superseded by one of its own author, once, of its kind and status`, () => {
    const { put, refused, object } = scribe();
    const first = put(NORTH, body());
    assert.equal(refused(), 'nothing');
    put(SOUTH, body(first));
    assert.equal(refused(), 'not-yours supersedes');
    put(NORTH, { ...body(first), status: 'actual' } as Body);
    assert.equal(refused(), 'wrong-kind supersedes');
    put(NORTH, body(put(NORTH, notice())));
    assert.equal(refused(), 'wrong-kind supersedes');
    assert.equal(object(first).state, 'in-force');
    const second = put(NORTH, body(first));
    assert.equal(object(first).state, 'superseded');
    assert.equal(object(first).supersededBy, `north/${second.index}`);
    put(NORTH, body(first));
    assert.equal(refused(), 'no-longer-in-force supersedes');
  });
}

test('a declaration of another matter does not take its place', () => {
  const { put, refused } = scribe();
  put(NORTH, declaration({ supersedes: put(NORTH, intentions()) }));
  assert.equal(refused(), 'wrong-kind supersedes');
});

test('a contact does not end before it starts', () => {
  assert.equal(alone(contact({ endMs: T0 + HOUR })), 'nothing');
  assert.equal(alone(contact({ endMs: T0 + HOUR - 1 })), 'malformed endMs');
});

test('addressees are members, others than the author, each named once', () => {
  const to = (action: string[], info: string[] = []): Body =>
    notice({ addressees: { action, info } as never });
  assert.equal(alone(to(['south'])), 'nothing');
  assert.equal(alone(to(['elsewhere'])), 'unknown-party addressees.action[0]');
  assert.equal(alone(to(['north'])), 'not-to-self addressees.action[0]');
  assert.equal(alone(to(['south'], ['south'])), 'malformed addressees.info[0]');
});

test('what is theirs is passed on by their leave alone, for that name and that kind', () => {
  const { put, refused, object } = scribe();
  const free = put(NORTH, notice({ onward: [LEAVE] }));
  put(SOUTH, release(free));
  assert.equal(refused(), 'nothing');
  assert.deepEqual(
    object(free).onward.map(({ party, statement: { to } }) => `${party} to ${to}`),
    ['south to Centre'],
  );
  put(SOUTH, release(free, { to: 'Tower' }));
  assert.equal(refused(), 'not-releasable to');
  put(SOUTH, release(free, { kind: 'ally' }));
  assert.equal(refused(), 'not-releasable to');
  put(SOUTH, release(put(NORTH, warning())));
  assert.equal(refused(), 'not-releasable to');
  put(SOUTH, release(put(NORTH, channel({ scope: [] }))));
  assert.equal(refused(), 'wrong-kind ref');
});

test('what is ours is ours to pass on', () => {
  const { put, refused } = scribe();
  put(NORTH, release(put(NORTH, warning()), { to: 'Anybody', kind: 'relief' }));
  assert.equal(refused(), 'nothing');
});

test('what a third party said comes back by whoever passed it on', () => {
  const { put, refused, object } = scribe();
  const receipt = (ref: Ref, result: 'no-answer' | 'acknowledged'): Body => {
    return { type: 'onward-receipt', ref, result, atMs: T0 };
  };
  const sent = put(NORTH, notice({ onward: [LEAVE] }));
  const passed = put(SOUTH, release(sent));
  put(SOUTH, receipt(passed, 'no-answer'));
  put(SOUTH, receipt(passed, 'acknowledged'));
  assert.equal(refused(), 'nothing');
  assert.equal(object(sent).onward[0]?.receipt?.statement.result, 'acknowledged');
  put(NORTH, receipt(passed, 'acknowledged'));
  assert.equal(refused(), 'not-yours ref');
  put(NORTH, receipt(sent, 'acknowledged'));
  assert.equal(refused(), 'wrong-kind ref');
});
