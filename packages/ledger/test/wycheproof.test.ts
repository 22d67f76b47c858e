// Wycheproof's cases of Ed25519 under one key: what others got wrong. Of the 70 first ones, all but
// those that flip one more bit of R or sign one more plain message.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isPublicKey, isSignatureOf } from '../src/signature.ts';
import { hex } from './parties.ts';

const file = readFileSync(new URL('vectors/wycheproof-ed25519.txt', import.meta.url), 'utf8');
const lines = file.trimEnd().split('\n');
const key = hex((lines[1] ?? '').slice(2));

/** 0, 1, the order L of the group less 1, L, and the prime 2^255 - 19: little-endian, 32 bytes. */
const [zero, one, lessOne, order, prime] = [
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  'ecd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010',
  'edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010',
  `ed${'ff'.repeat(30)}7f`,
];

test('the key of the cases is sound', () => {
  assert(isPublicKey(key));
  assert.equal(lines.length, 2 + 36);
});

for (const line of lines.slice(2)) {
  const [number = '', result = '', message = '', signature = '', ...what] = line.split(' ');
  test(`case ${number}, ${what.join(' ')}: ${result}`, () => {
    const [text, signed] = [message, signature].map((field) => hex(field === '-' ? '' : field));
    assert(text !== undefined && signed !== undefined);
    assert.equal(isSignatureOf(signed, text, key), result === 'valid');
  });
}

test('cases 10 to 29: no special value stands for R with any for s', () => {
  for (const r of [zero, one, order, prime]) {
    for (const s of [zero, one, lessOne, order, prime]) {
      assert(!isSignatureOf(hex(`${r}${s}`), hex('3f'), key), `${r} ${s}`);
    }
  }
});

test('case 84: s just under its bound is valid', () => {
  const under = hex('100fdf47fb94f1536a4f7c3fda27383fa03375a8f527c537e6f1703c47f94f86');
  const message = hex('124e583f8b8eca58bb29c271b41d36986bbc45541f8e51f9cb0133eca447601e');
  const signature = hex(
    'dac119d6ca87fc59ae611c157048f4d4fc932a149dbe20ec6effd1436abf83ea' +
      '05c7df0fef06147241259113909bc71bd3c53ba4464ffcad3c0968f2ffffff0f',
  );
  assert(isSignatureOf(signature, message, under));
});
