// A number that was said once means the same for ever.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { isPhraseCode, phraseNumber, phraseOfNumber, PHRASE_CODES } from '../src/index.ts';
import { ENGLISH } from '../src/phrases/en.ts';

/** Of the list as it was first published: how many, and the SHA-256 of its lines "1 code". */
const PUBLISHED = 586;
const PUBLISHED_SHA256 = '3a389091bfbb17f0d08c2133c34915643af83f90d7c32d0c69a3ee22ee06213f';

test('every code has one number and every number one code, from 1 up without a gap', () => {
  assert.deepEqual(PHRASE_CODES.toSorted(), Object.keys(ENGLISH).toSorted());
  for (const [at, code] of PHRASE_CODES.entries()) {
    assert.equal(phraseNumber(code), at + 1);
    assert.equal(phraseOfNumber(at + 1), code);
  }
});

test('the numbers that matter most are these', () => {
  const numbers = [
    [1, 'hazard.your-fire-is-striking'],
    [11, 'request.cease-fire'],
    [17, 'warning-answer.action-taken'],
    [51, 'position.no-objection'],
    [300, 'channel.closed'],
    [301, 'suspendable.notices'],
    [586, 'field.sentMs'],
  ] as const;
  for (const [number, code] of numbers) {
    assert.equal(phraseOfNumber(number), code);
    assert.equal(phraseNumber(code), number);
  }
});

test('no number that was published was given to another code', () => {
  const lines = PHRASE_CODES.slice(0, PUBLISHED).map((code, at) => `${at + 1} ${code}\n`);
  assert.equal(createHash('sha256').update(lines.join('')).digest('hex'), PUBLISHED_SHA256);
});

test('a number of no code is told as such', () => {
  for (const number of [0, -1, 1.5, Number.NaN, Infinity, 1_000_000]) {
    assert.equal(phraseOfNumber(number), undefined);
  }
  assert.equal(isPhraseCode('57'), false);
});
