// What a schema finds becomes a refusal: the field's path, the fault, what would be right.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBody } from '../src/index.ts';
import type { Refusal } from '../src/index.ts';

const LEAF = '0'.repeat(64);

function refusalOf(value: unknown): Refusal {
  const read = readBody(value);
  assert(!read.ok, 'it was taken');
  return read.refusal;
}

test('a missing key is named, and nothing was found', () => {
  assert.deepEqual(refusalOf({ type: 'read' }), {
    code: 'malformed',
    field: 'ref',
    fault: 'found nothing',
    right: 'expected object, received undefined',
  });
});

test('a path goes through objects and lists', () => {
  const ref = { party: 'south', index: 0, leaf: LEAF };
  const volumes = [{ points: ['x', 7], lower: 'SFC', upper: 'UNL', start: 'x', end: 'x' }];
  const body = { type: 'read-back', ref, form: 'DD', officer: 'confirms', volumes };
  assert.deepEqual(refusalOf(body), {
    code: 'malformed',
    field: 'volumes[0].points[1]',
    fault: 'found 7',
    right: 'expected string, received number',
  });
});

test('a number too large is out of limit and says the limit', () => {
  const refusal = refusalOf({
    type: 'question',
    status: 'exercise',
    precedence: 'ROUTINE',
    codes: ['purpose'],
    answerByMs: 7_258_118_400_001,
  });
  assert.equal(refusal.code, 'out-of-limit');
  assert.equal(refusal.field, 'answerByMs');
  assert.equal(refusal.fault, 'found 7258118400001');
  assert.match(refusal.right, /7258118400000/);
});

test('a key that is not known is named in what would be right', () => {
  assert.deepEqual(refusalOf({ type: 'line-check', urgent: true }), {
    code: 'malformed',
    field: '',
    fault: 'found {"type":"line-check","urgent":true}',
    right: 'Unrecognized key: "urgent"',
  });
});

test('what was found is cut to 60 characters', () => {
  const refusal = refusalOf({ type: 'x'.repeat(1_000) });
  assert.equal(refusal.fault.length, 'found '.length + 60);
  assert.match(refusal.fault, /\.\.\.$/);
});

test('minus zero is refused by name, because it has no canonical form', () => {
  const text =
    '{"type":"question","status":"test","precedence":"ROUTINE","codes":["purpose"],' +
    '"answerByMs":-0}';
  assert.deepEqual(refusalOf(JSON.parse(text)), {
    code: 'malformed',
    field: 'answerByMs',
    fault: 'found -0',
    right: 'must be 0 without a sign',
  });
});

test('half of a surrogate pair is refused by name', () => {
  const body = { type: 'cancel', ref: { party: 'south', index: 0, leaf: LEAF } };
  const refusal = refusalOf({
    ...body,
    reason: 'withdrawn',
    words: { text: 'a\ud83d', language: 'en' },
  });
  assert.equal(refusal.code, 'malformed');
  assert.equal(refusal.field, 'words.text');
  assert.equal(refusal.right, 'must be well-formed Unicode');
});
