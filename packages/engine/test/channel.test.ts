// The state of the channel: what a suspension closes, for whom, and what nothing can close.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Body, ChannelState } from '@parley/protocol';
import { channelOf } from '../src/index.ts';
import { cancel, NORTH, notice, question, read, SOUTH, T0, warning, WEST } from './bodies.ts';
import {
  accident,
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

const BUSINESS: readonly (readonly [ChannelState['scope'][number], Body])[] = [
  ['notices', notice()],
  ['questions', question()],
  ['proposals', proposal()],
  ['statements', statement()],
  ['contacts', contact()],
  ['incidents', incident()],
  ['declarations', declaration()],
];

for (const [scope, body] of BUSINESS) {
  test(`suspended ${scope} are refused by both sides, and nothing else is`, () => {
    const { put, refused, picture } = scribe();
    put(NORTH, channel({ scope: [scope] }));
    for (const [other, fine] of BUSINESS) if (other !== scope) put(SOUTH, fine);
    assert.equal(refused(), 'nothing');
    put(SOUTH, body);
    put(NORTH, body);
    assert.deepEqual(
      picture.unusable.map(({ refusal: { code, field } }) => `${code} ${field}`),
      ['suspended type', 'suspended type'],
    );
  });
}

test('a closed channel refuses all business, and takes it again once it is open', () => {
  const { put, refused, picture } = scribe();
  put(NORTH, channel({ state: 'closed', scope: [] }));
  for (const [, body] of BUSINESS) put(SOUTH, body);
  assert.equal(picture.unusable.length, 7);
  put(NORTH, channel({ state: 'open', scope: [], reason: 'resumed' }));
  for (const [, body] of BUSINESS) put(SOUTH, body);
  assert.equal(picture.unusable.length, 7);
  assert.equal(refused(), 'suspended type');
});

test('a degraded channel refuses nothing, whatever scope it names', () => {
  const { put, refused } = scribe();
  put(NORTH, channel({ state: 'degraded' }));
  put(SOUTH, notice());
  assert.equal(refused(), 'nothing');
});

test('a drill suspends drills, and real traffic goes on', () => {
  const { put, refused, picture } = scribe();
  put(NORTH, channel());
  put(SOUTH, notice({ status: 'actual' }));
  assert.equal(refused(), 'nothing');
  assert.equal(channelOf(picture, NORTH), undefined);
  assert.equal(channelOf(picture, NORTH, 'exercise')?.statement.state, 'suspended');
});

test('no channel is so closed that a warning, a call for help or an acknowledgement is', () => {
  const { put, refused } = scribe();
  const convoy = put(NORTH, movement());
  const asked = put(NORTH, question());
  for (const party of [NORTH, SOUTH]) put(party, channel({ state: 'closed', scope: [] }));
  for (const body of [warning(), accident(), rescue()]) {
    const sent = put(NORTH, body);
    put(SOUTH, read(sent));
    put(SOUTH, { type: 'warning-answer', ref: sent, result: 'working' });
    put(NORTH, { type: 'confirmation', ref: sent, result: 'confirmed' });
  }
  put(SOUTH, { type: 'disseminated', ref: convoy, level: 'executing-level', reachedMs: T0 });
  put(NORTH, { type: 'progress', ref: convoy, state: 'halted', atMs: T0 });
  put(SOUTH, { type: 'answer', ref: asked, result: 'declined' });
  put(SOUTH, { type: 'line-check' });
  put(NORTH, cancel(convoy));
  assert.equal(refused(), 'nothing');
});

test('a suspension reaches those alone who had seen it', () => {
  const { put, refused, picture } = scribe([NORTH, SOUTH, WEST]);
  put(NORTH, channel());
  put(SOUTH, notice(), { seen: [] });
  assert.equal(refused(), 'nothing');
  put(WEST, notice());
  assert.equal(refused(), 'suspended type');
  assert.equal(picture.objects.has('south/0'), true);
});
