// The one table of refusals, and how a refusal looks outside (RFC 9457).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemOf, refusalSentence, REFUSALS, refuse } from '../src/index.ts';
import type { RefusalCode } from '../src/index.ts';

test('every code has a status of the 400s or 500s and one or more whole sentences', () => {
  for (const [code, { status, sentence }] of Object.entries(REFUSALS)) {
    assert.match(code, /^[a-z]+(-[a-z]+)*$/);
    assert(Number.isInteger(status) && status >= 400 && status < 600, code);
    assert.match(sentence, /^[A-Z].*\.$/, code);
  }
});

test('the codes and statuses are these', () => {
  const statuses = Object.entries(REFUSALS).map(([code, { status }]) => `${code} ${status}`);
  assert.deepEqual(statuses, [
    'malformed 400',
    'out-of-limit 400',
    'oversize 413',
    'geometry 422',
    'not-signed-in 401',
    'link-used 410',
    'role-lacking 403',
    'drafter-may-not-release 403',
    'second-officer 403',
    'review-pending 409',
    'draft-changed 409',
    'not-found 404',
    'unknown-party 404',
    'unknown-reference 422',
    'not-yours 403',
    'not-to-self 422',
    'wrong-kind 422',
    'no-longer-in-force 409',
    'already-said 409',
    'suspended 409',
    'not-releasable 403',
    'too-slow-for-lead 422',
    'expired 422',
    'too-long-for-precedence 422',
    'must-not-be-carried 422',
    'replay-not-actual 422',
    'wrongly-signed 403',
    'not-this-record 422',
    'not-canonical 422',
    'gap 409',
    'fork 409',
    'root-mismatch 422',
    'seen-mismatch 422',
    'rollback 409',
    'withheld 409',
    'replayed 409',
    'back-dated 422',
    'two-nodes 409',
    'behind-own-record 409',
    'not-witnessed 409',
    'witness-retired 409',
    'token-failed 503',
    'storage-full 507',
    'storage-failed 500',
    'too-many 429',
    'wrong-origin 403',
  ]);
});

test('a problem has the members of RFC 9457 and the refusal beside them', () => {
  const { refusal } = refuse('geometry', 'volumes[0].band', 'lower is above upper', 'the reverse');
  assert.deepEqual(problemOf(refusal), {
    type: 'urn:parley:refusal:geometry',
    title: 'The volume cannot be used as it stands.',
    status: 422,
    detail:
      'The volume cannot be used as it stands. volumes[0].band: lower is above upper. ' +
      'Right would be: the reverse.',
    code: 'geometry',
    field: 'volumes[0].band',
    fault: 'lower is above upper',
    right: 'the reverse',
  });
});

test('a refusal of the whole message names no field, and no right where there is none', () => {
  const { refusal } = refuse('storage-full', '', 'no space left', '');
  assert.equal(
    refusalSentence(refusal),
    'The disk is full. Nothing was recorded; everything recorded before is kept. no space left.',
  );
});

test('every code makes a problem that survives JSON', () => {
  for (const code of Object.keys(REFUSALS) as RefusalCode[]) {
    const problem = problemOf(refuse(code, 'a.b', 'was so', 'would be so').refusal);
    assert.deepEqual(JSON.parse(JSON.stringify(problem)), problem);
    assert.equal(problem.type, `urn:parley:refusal:${code}`);
  }
});
