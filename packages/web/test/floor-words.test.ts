// What the floor says about the line and about four eyes: whole sentences, literally.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PartyId } from '@parley/protocol';
import type { FloorHealth, SeatRole } from '@parley/protocol';
import { anotherReleaser } from '../src/floor/actions.ts';
import { barAlarm, clockOffsetText } from '../src/floor/line-state.ts';
import { fragmentOf, selectionOf } from '../src/floor/view.ts';
import { alarmBurst } from '../src/flash/alarm-burst.ts';
import { distanceText } from '../src/words/distance-text.ts';

const NOW = Date.parse('2016-09-17T13:57:24Z');
const RUSSIA = PartyId.parse('russia');
const ALIVE: FloorHealth = {
  party: RUSSIA,
  state: 'alive',
  sinceMs: NOW - 60_000,
  staffed: true,
  clockOffsetMs: 120,
  clockDisputed: false,
  trouble: '',
};
const alarm = (health: FloorHealth) => barAlarm({ state: 'live' }, [health], () => 'Russia', NOW);

test('a line that is alive raises nothing', () => {
  assert.equal(alarm(ALIVE), undefined);
});

test('a dead line says since when, why, and what happens to what is said', () => {
  const dead = { ...ALIVE, state: 'dead' as const, trouble: 'their node does not listen' };
  assert.deepEqual(alarm({ ...dead, sinceMs: NOW - 125_000 }), {
    kind: 'dead',
    sentence:
      'Line to Russia dead: no heartbeat since 13:55:19Z (2 min). Their node does not listen. ' +
      'What is said now waits on this node and leaves when the line is there.',
  });
});

test('a blind page says so before anything about the line', () => {
  const blind = { state: 'blind' as const, sinceMs: NOW - 3_000 };
  assert.deepEqual(
    barAlarm(blind, [{ ...ALIVE, state: 'dead' }], () => 'Russia', NOW),
    {
      kind: 'blind',
      sentence:
        'Blind: this page does not hear its own node since 13:57:21Z (3 s). ' +
        'What it shows is of that time. It keeps trying.',
    },
  );
});

test('a peer never heard is told apart from a dead one', () => {
  const never: FloorHealth = { ...ALIVE, state: 'never', staffed: false };
  assert.equal(alarm(never)?.kind, 'never');
  assert.match(alarm(never)?.sentence ?? '', /^Russia was never heard on this line yet\./);
});

test('a clock offset has its sign, and says when it is disputed', () => {
  assert.equal(clockOffsetText(ALIVE), 'Clock +0.12 s');
  const off = { ...ALIVE, clockOffsetMs: -4_200, clockDisputed: true };
  assert.equal(clockOffsetText(off), 'Clock disputed −4.20 s');
});

test('the drafter is told which other releaser is on watch', () => {
  const seat = (name: string, online: boolean, role: SeatRole = 'releaser') => ({
    name,
    role,
    online,
  });
  const rule = 'Cannot release: the drafter may not release.';
  assert.equal(
    anotherReleaser([seat('D.', true), seat('K.', true), seat('W.', true, 'watch')], 'D.'),
    `${rule} Ask another releaser (K. is on watch).`,
  );
  assert.equal(
    anotherReleaser([seat('D.', true), seat('K.', true), seat('L.', true)], 'D.'),
    `${rule} Ask another releaser (K. and L. are on watch).`,
  );
  assert.equal(
    anotherReleaser([seat('D.', true), seat('K.', false)], 'D.'),
    `${rule} Ask another releaser (K.; none of them is on watch now).`,
  );
  assert.equal(
    anotherReleaser([seat('D.', true)], 'D.'),
    `${rule} There is no other releaser yet. A releaser can invite one.`,
  );
});

test('what is in hand goes into the address and comes back from it', () => {
  assert.equal(fragmentOf({ kind: 'object', id: 'coalition/12' }), '#object=coalition/12');
  assert.deepEqual(selectionOf('#object=coalition/12'), { kind: 'object', id: 'coalition/12' });
  const conflict = { kind: 'conflict' as const, id: 'coalition/12 russia/3' };
  assert.equal(fragmentOf(conflict), '#conflict=coalition/12%20russia/3');
  assert.deepEqual(selectionOf(fragmentOf(conflict)), conflict);
  for (const odd of ['', '#', '#object=', '#object=nonsense', '#target=1', '#draft=%']) {
    assert.deepEqual(selectionOf(odd), { kind: 'none' });
  }
});

test('the alarm is ten pulses as three and two, twice (IEC 60601-1-8, high priority)', () => {
  const pulses = alarmBurst();
  assert.equal(pulses.length, 10);
  const gaps = pulses.slice(1).map(({ startMs }, at) => {
    const before = pulses[at];
    return startMs - ((before?.startMs ?? 0) + (before?.durationMs ?? 0));
  });
  assert.deepEqual(gaps, [100, 100, 350, 100, 600, 100, 100, 350, 100]);
  assert.ok(pulses.every(({ durationMs }) => durationMs >= 75 && durationMs <= 200));
});

test('distances are whole metres under a kilometre, then kilometres', () => {
  assert.equal(distanceText(0), '0 m');
  assert.equal(distanceText(85_000), '850 m');
  assert.equal(distanceText(500_000), '5 km');
  assert.equal(distanceText(142_000), '1.4 km');
  assert.equal(distanceText(1_234_500), '12 km');
});
