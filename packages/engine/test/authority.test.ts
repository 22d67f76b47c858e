// Four eyes: each kind of body, each role, drafted by the releaser or by another seat.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Body, Ref } from '@parley/protocol';
import { mayRelease, needsFourEyes } from '../src/index.ts';
import {
  arrangement,
  cancel,
  notice,
  position,
  question,
  read,
  readBack,
  warning,
} from './bodies.ts';

const REF: Ref = { party: 'north', index: 0, leaf: '0'.repeat(64) } as Ref;
const RECEIVED = { type: 'received', ...REF, size: 1, root: REF.leaf, receivedMs: 0 } as const;

/** Who may release it, in this order: watch own, watch of another, releaser own, of another. */
const TABLE: readonly (readonly [Body, readonly string[]])[] = [
  [warning(), ['yes', 'yes', 'yes', 'yes']],
  [{ type: 'warning-answer', ref: REF, result: 'not-us' }, ['yes', 'yes', 'yes', 'yes']],
  [read(REF), ['yes', 'yes', 'yes', 'yes']],
  [readBack(REF), ['yes', 'yes', 'yes', 'yes']],
  [{ type: 'line-check' }, ['yes', 'yes', 'yes', 'yes']],
  [{ type: 'line-check-answer', ref: REF }, ['yes', 'yes', 'yes', 'yes']],
  [position(REF), ['role-lacking', 'role-lacking', 'yes', 'yes']],
  [notice(), ['role-lacking', 'role-lacking', 'drafter-may-not-release', 'yes']],
  [cancel(REF), ['role-lacking', 'role-lacking', 'drafter-may-not-release', 'yes']],
  [question(), ['role-lacking', 'role-lacking', 'drafter-may-not-release', 'yes']],
  [
    { type: 'answer', ref: REF, result: 'answered' },
    ['role-lacking', 'role-lacking', 'drafter-may-not-release', 'yes'],
  ],
  [RECEIVED, ['role-lacking', 'role-lacking', 'role-lacking', 'role-lacking']],
  [arrangement(1), ['role-lacking', 'role-lacking', 'drafter-may-not-release', 'yes']],
];

for (const [body, expected] of TABLE) {
  test(`${body.type} may be released: ${expected.join(', ')}`, () => {
    const found = (['watch', 'releaser'] as const).flatMap((role) =>
      ['Me', 'Another'].map((drafter) => {
        const outcome = mayRelease(body, { name: 'Me', role }, drafter);
        return outcome.ok ? 'yes' : outcome.refusal.code;
      }),
    );
    assert.deepEqual(found, expected);
    assert.equal(needsFourEyes(body.type), expected[2] === 'drafter-may-not-release');
  });
}

test('every kind of body stands in the table', () => {
  assert.equal(new Set(TABLE.map(([{ type }]) => type)).size, 13);
});

test('a refusal says who drafted and who may release', () => {
  const outcome = mayRelease(notice(), { name: 'Duty', role: 'releaser' }, 'Duty');
  assert.deepEqual(outcome, {
    ok: false,
    refusal: {
      code: 'drafter-may-not-release',
      field: 'draftedBy',
      fault: 'Duty drafted it',
      right: 'another seat as releaser',
    },
  });
});
