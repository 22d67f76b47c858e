// Four eyes: every kind of body, every role, drafted by the same seat or by another.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BODIES, SeatRole } from '@parley/protocol';
import type { Body, BodyType } from '@parley/protocol';
import { invitedBy, mayDraft, mayRelease, needsFourEyes, step } from '../src/index.ts';
import type { Role } from '../src/index.ts';
import { notice, T0, warning } from './bodies.ts';
import { appendOf, command, commit, makePair, refusalOf, say } from './nodes.ts';

/**
 * A: says it alone. R: releases what another seat drafted. D: drafts it, and no more. -: nothing.
 * In this order: drafter, watch, releaser, commander, legal, auditor, administrator.
 */
const TABLE = `
  warning             D A A A D - -
  accident            D A A A D - -
  search-and-rescue   D A A A D - -
  warning-answer      D A A A D - -
  confirmation        D A A A D - -
  read                D A A A D - -
  read-back           D A A A D - -
  disseminated        D A A A D - -
  progress            D A A A D - -
  onward-receipt      D A A A D - -
  line-check          D A A A D - -
  line-check-answer   D A A A D - -
  position            D D A A D - -
  onward-release      D D A A D - -
  notice              D D R R D - -
  removal             D D R R D - -
  cancel              D D R R D - -
  question            D D R R D - -
  answer              D D R R D - -
  declaration         D D R R D - -
  statement           D D R R D - -
  contact             D D R R D - -
  incident            D D R R D - -
  counter-statement   D D R R D - -
  channel-state       D D D R D - -
  arrangement         D D D R D - -
  zone                D D D R D - -
  proposal            D D D R D - -
  response            D D D R D - -
  received            - - - - - - -
  key-change          - - - - - - -
`;

const ROLES: readonly Role[] = [
  'drafter',
  'watch',
  'releaser',
  'commander',
  'legal',
  'auditor',
  'administrator',
];

/** Own draft, draft of another, may it draft: for each sign of the table. */
const MEANING: Readonly<Record<string, readonly [string, string, boolean]>> = {
  A: ['yes', 'yes', true],
  R: ['drafter-may-not-release', 'yes', true],
  D: ['role-lacking', 'role-lacking', true],
  '-': ['role-lacking', 'role-lacking', false],
};

const ROWS = TABLE.trim()
  .split('\n')
  .map((row) => row.trim().split(/ +/));

for (const [type = '', ...signs] of ROWS) {
  test(`${type}: ${signs.join(' ')}`, () => {
    // Authority goes by the type alone; what else a body says is judged elsewhere.
    const body = { type } as Body;
    for (const [at, role] of ROLES.entries()) {
      const found = ['Me', 'Another'].map((drafter) => {
        const outcome = mayRelease(body, { name: 'Me', role }, drafter);
        return outcome.ok ? 'yes' : outcome.refusal.code;
      });
      const drafts = mayDraft(role, body.type);
      assert.deepEqual([...found, drafts], MEANING[signs[at] ?? ''], `${role} ${type}`);
    }
    assert.equal(needsFourEyes(type as BodyType), signs.includes('R'));
  });
}

test('every kind of body and every role stands in the table', () => {
  const types = ROWS.map(([type = '']) => type);
  assert.deepEqual(new Set(types), new Set(Object.keys(BODIES)));
  assert.equal(types.length, Object.keys(BODIES).length);
  assert.deepEqual(ROLES, SeatRole.options);
});

test('a releaser invites no seat that may do more; auditor and legal invite nobody', () => {
  assert.deepEqual(
    ROLES.map((role) => [role, invitedBy(role).join(' ')]),
    [
      ['drafter', ''],
      ['watch', ''],
      ['releaser', 'drafter watch releaser legal auditor'],
      ['commander', 'drafter watch releaser commander legal auditor administrator'],
      ['legal', ''],
      ['auditor', ''],
      ['administrator', 'drafter watch releaser commander legal auditor administrator'],
    ],
  );
});

test('a refusal says who drafted and who may release', () => {
  const outcome = mayRelease(notice(), { name: 'Duty', role: 'releaser' }, 'Duty');
  assert.deepEqual(outcome, {
    ok: false,
    refusal: {
      code: 'drafter-may-not-release',
      field: 'draftedBy',
      fault: 'Duty drafted it',
      right: 'another seat as releaser or commander',
    },
  });
});

test('what one officer released alone is confirmed by another seat, never by the same', () => {
  const [north] = makePair();
  const { ref } = say(north, warning());
  const body: Body = { type: 'confirmation', ref, result: 'confirmed' };
  const own = refusalOf(step(north.line, command(body)));
  assert.deepEqual(own, {
    code: 'second-officer',
    field: 'ref',
    fault: 'Duty officer released north/0',
    right: 'another seat of the watch',
  });
  const seat = { name: 'Watch 2', role: 'watch' } as const;
  const input = { kind: 'command', nowMs: T0, seat, draftedBy: seat.name, body } as const;
  commit(north, appendOf(step(north.line, input)));
  assert.equal(north.line.picture.objects.get('north/0')?.confirmed?.seat, 'Watch 2');
});
