// Four eyes: each kind of body, each role, drafted by the releaser or by another seat.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BODIES } from '@parley/protocol';
import type { Body, Ref } from '@parley/protocol';
import { isSecondOfficer, mayRelease, needsFourEyes } from '../src/index.ts';
import {
  arrangement,
  cancel,
  NORTH,
  notice,
  position,
  question,
  read,
  readBack,
  warning,
} from './bodies.ts';
import {
  accident,
  account,
  channel,
  contact,
  declaration,
  incident,
  proposal,
  protectedObject,
  release,
  rescue,
  statement,
  zone,
} from './more-bodies.ts';
import { scribe } from './scribe.ts';

const REF: Ref = { party: 'north', index: 0, leaf: '0'.repeat(64) } as Ref;
const RECEIVED = { type: 'received', ...REF, size: 1, root: REF.leaf, receivedMs: 0 } as const;

const ANYBODY = ['yes', 'yes', 'yes', 'yes'];
const RELEASER = ['role-lacking', 'role-lacking', 'yes', 'yes'];
const TWO = ['role-lacking', 'role-lacking', 'drafter-may-not-release', 'yes'];
const NOBODY = ['role-lacking', 'role-lacking', 'role-lacking', 'role-lacking'];

/** Who may release it, in this order: watch own, watch of another, releaser own, of another. */
const TABLE: readonly (readonly [Body, readonly string[]])[] = [
  [warning(), ANYBODY],
  [accident(), ANYBODY],
  [rescue(), ANYBODY],
  [{ type: 'warning-answer', ref: REF, result: 'not-us' }, ANYBODY],
  [{ type: 'confirmation', ref: REF, result: 'confirmed' }, ANYBODY],
  [read(REF), ANYBODY],
  [readBack(REF), ANYBODY],
  [{ type: 'disseminated', ref: REF, level: 'headquarters', reachedMs: 0 }, ANYBODY],
  [{ type: 'progress', ref: REF, state: 'departed', atMs: 0 }, ANYBODY],
  [{ type: 'onward-receipt', ref: REF, result: 'acknowledged', atMs: 0 }, ANYBODY],
  [{ type: 'line-check' }, ANYBODY],
  [{ type: 'line-check-answer', ref: REF }, ANYBODY],
  [position(REF), RELEASER],
  [release(REF), RELEASER],
  [notice(), TWO],
  [protectedObject(), TWO],
  [{ type: 'removal', ref: REF, reason: 'closed' }, TWO],
  [cancel(REF), TWO],
  [question(), TWO],
  [{ type: 'answer', ref: REF, result: 'answered' }, TWO],
  [declaration(), TWO],
  [proposal(), TWO],
  [{ type: 'response', ref: REF, result: 'agreed' }, TWO],
  [statement(), TWO],
  [contact(), TWO],
  [incident(), TWO],
  [account(REF), TWO],
  [channel(), TWO],
  [zone(1), TWO],
  [RECEIVED, NOBODY],
  [arrangement(1), NOBODY],
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
  const named = new Set<string>(TABLE.map(([{ type }]) => type));
  assert.deepEqual(
    Object.keys(BODIES).filter((type) => !named.has(type)),
    [],
  );
});

test('nobody confirms what the same seat released alone', () => {
  const { picture, put } = scribe();
  const ref = put(NORTH, warning(), { releasedBy: 'Watch 1' });
  const body: Body = { type: 'confirmation', ref, result: 'confirmed' };
  assert.equal(isSecondOfficer(picture, body, { name: 'Watch 2', role: 'watch' }).ok, true);
  assert.equal(isSecondOfficer(picture, read(ref), { name: 'Watch 1', role: 'watch' }).ok, true);
  assert.deepEqual(isSecondOfficer(picture, body, { name: 'Watch 1', role: 'watch' }), {
    ok: false,
    refusal: {
      code: 'drafter-may-not-release',
      field: 'ref',
      fault: 'Watch 1 released north/0',
      right: 'another seat',
    },
  });
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
