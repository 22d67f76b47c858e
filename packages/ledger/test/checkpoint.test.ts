import { test } from 'node:test';
import assert from 'node:assert/strict';
import { checkpointText, cosign, readCheckpoint, readNote, signCheckpoint } from '../src/index.ts';
import { verifyCheckpoint, verifyCosignature, withCosignature, emptyRoot } from '../src/index.ts';
import { signNote } from '../src/index.ts';
import { bitFlips, checkpointOver, codeOf, cosigned, entriesOf, hex } from './parties.ts';
import { north, northAgain, south, third, valueOf } from './parties.ts';

const sofa =
  'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
const sofaNote =
  `${sofa}\n— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n` +
  '— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n';

test('the checkpoint of the specification is read and written byte for byte', () => {
  const checkpoint = valueOf(readCheckpoint(sofa));
  assert.equal(checkpoint.origin, 'example.com/behind-the-sofa');
  assert.equal(checkpoint.size, 20852163);
  assert.equal(
    checkpoint.rootHash.toHex(),
    '0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62',
  );
  assert.equal(checkpointText(checkpoint), sofa);
});

test('the cosigned checkpoint of the specification has both its signature lines', () => {
  const note = valueOf(readNote(sofaNote));
  assert.equal(note.text, sofa);
  assert.deepEqual(
    note.signatures.map(({ name, keyId }) => [name, keyId.toString(16)]),
    [
      ['example.com/behind-the-sofa', '33de0ae'],
      ['witness.example.com/w1', '8d66cf3f'],
    ],
  );
  // 1679315147 seconds, as the specification says, then 64 bytes of signature.
  assert.equal(note.signatures[1]?.signature.subarray(0, 8).toHex(), '00000000641850cb');
  assert.equal(note.signatures[1]?.signature.length, 72);
});

const root = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=';
const malformed: readonly (readonly [why: string, text: string])[] = [
  ['nothing', ''],
  ['two lines', 'a\n1\n'],
  ['no final newline', `a\n1\n${root}`],
  ['an extension line', `a\n1\n${root}\nmore\n`],
  ['an empty extension line', `a\n1\n${root}\n\n`],
  ['an empty origin', `\n1\n${root}\n`],
  ['a space in the origin', `a b\n1\n${root}\n`],
  ['a leading zero', `a\n01\n${root}\n`],
  ['a sign', `a\n+1\n${root}\n`],
  ['a negative size', `a\n-1\n${root}\n`],
  ['a size in hex', `a\n0x1\n${root}\n`],
  ['a size of 2^53', `a\n9007199254740992\n${root}\n`],
  ['a size of no digits', `a\n\n${root}\n`],
  ['digits of another script', `a\n\u0661\n${root}\n`],
  ['31 bytes of root', `a\n1\n${root.slice(0, 40)}Yg==\n`.replace('CsUY', '')],
  ['a root of size 0 that is not the empty tree', `a\n0\n${root}\n`],
];

for (const [why, text] of malformed) {
  test(`a checkpoint with ${why} is malformed`, () => {
    assert.equal(codeOf(readCheckpoint(text)), 'malformed-checkpoint');
  });
}

test('the largest size and the empty record can be signed and verified', () => {
  for (const [size, rootHash] of [
    [2 ** 53 - 1, hex('ab'.repeat(32))],
    [0, emptyRoot()],
  ] as const) {
    const note = signCheckpoint({ origin: north.name, size, rootHash }, north);
    assert.deepEqual(valueOf(verifyCheckpoint(note, north)), {
      origin: north.name,
      size,
      rootHash,
    });
  }
});

test('a checkpoint counts only for the record whose key signed it', () => {
  const note = checkpointOver(entriesOf(3));
  assert.equal(codeOf(verifyCheckpoint(note, north)), 'accepted');
  assert.equal(codeOf(verifyCheckpoint(note, northAgain)), 'not-signed');
  assert.equal(codeOf(verifyCheckpoint(note, { ...north, name: 'a' })), 'not-this-record');
  assert.equal(codeOf(verifyCheckpoint(note, south)), 'wrong-key-type');
  assert.equal(codeOf(verifyCheckpoint(note.replace('\n3\n', '\n4\n'), north)), 'wrongly-signed');
  assert.equal(codeOf(verifyCheckpoint(signNote('hello\n', north), north)), 'malformed-checkpoint');
});

test('no bit of a checkpoint and its cosignature can change and both still verify', () => {
  const note = cosigned(checkpointOver(entriesOf(3)));
  let accepted = 0;
  for (const flip of bitFlips(note)) {
    const isSigned = verifyCheckpoint(flip, north).ok;
    if (isSigned && verifyCosignature(flip, south).ok) accepted += 1;
  }
  assert.equal(accepted, 0);
});

test('a cosignature states the cosigner and its time', () => {
  const note = checkpointOver(entriesOf(3));
  for (const timeSeconds of [0, 1679315147, 2 ** 53 - 1]) {
    const line = cosign(note, south, timeSeconds);
    assert(line.startsWith('— south.example/w ') && !line.includes('\n'));
    const both = withCosignature(note, line);
    assert.deepEqual(valueOf(verifyCosignature(both, south)), { timeSeconds });
    assert.equal(codeOf(verifyCheckpoint(both, north)), 'accepted');
  }
});

test('a cosignature of another cosigner, or over another checkpoint, does not count', () => {
  const note = checkpointOver(entriesOf(3));
  const both = withCosignature(note, cosign(note, south, 1));
  assert.equal(codeOf(verifyCosignature(both, third)), 'not-signed');
  assert.equal(codeOf(verifyCosignature(note, south)), 'not-signed');
  assert.equal(codeOf(verifyCosignature(both, north)), 'wrong-key-type');
  const other = checkpointOver(entriesOf(4));
  const moved = withCosignature(other, cosign(note, south, 1));
  assert.equal(codeOf(verifyCosignature(moved, south)), 'wrongly-signed');
});

test('a newer cosignature takes the place of an older one of the same key only', () => {
  const note = checkpointOver(entriesOf(3));
  const first = withCosignature(note, cosign(note, south, 10));
  const second = withCosignature(first, cosign(note, third, 11));
  const newer = withCosignature(second, cosign(note, south, 12));
  assert.equal(valueOf(readNote(newer)).signatures.length, 3);
  assert.equal(valueOf(verifyCosignature(newer, south)).timeSeconds, 12);
  assert.equal(valueOf(verifyCosignature(newer, third)).timeSeconds, 11);
});

test('of two cosignatures of one key in a note the newest time counts, in either order', () => {
  const note = checkpointOver(entriesOf(3));
  const [older, newer] = [cosign(note, south, 10), cosign(note, south, 12)];
  for (const lines of [`${older}\n${newer}\n`, `${newer}\n${older}\n`]) {
    assert.deepEqual(valueOf(verifyCosignature(note + lines, south)), { timeSeconds: 12 });
  }
});

test('what a peer sends as a cosignature line spoils nothing but the note it is added to', () => {
  const note = checkpointOver(entriesOf(3));
  const lines = ['', 'x', '\n\n— a AAAAAAA=', '— south.example/w AAAAAAA=', '\ud800', '— a b c'];
  for (const line of lines) {
    assert.equal(verifyCosignature(withCosignature(note, line), south).ok, false);
  }
  assert.equal(codeOf(verifyCheckpoint(note, north)), 'accepted');
});

test('a time beyond 2^53 - 1 seconds is refused', () => {
  const note = checkpointOver(entriesOf(3));
  const line = cosign(note, south, 1);
  const raw = Uint8Array.fromBase64(line.split(' ')[2] ?? '');
  raw.set(hex('7fffffffffffffff'), 4);
  const forged = withCosignature(note, `— south.example/w ${raw.toBase64()}`);
  assert.equal(codeOf(verifyCosignature(forged, south)), 'wrongly-signed');
});

test('cosigning with a note key, at no time, or what is no checkpoint is a bug and throws', () => {
  const note = checkpointOver(entriesOf(1));
  const bug = /^Error: bug: /u;
  assert.throws(() => cosign(note, north, 1), bug);
  assert.throws(() => cosign(note, south, -1), bug);
  assert.throws(() => cosign(note, south, 1.5), bug);
  assert.throws(() => cosign(signNote('hello\n', north), south, 1), bug);
  assert.throws(() => signCheckpoint({ origin: 'a', size: 0, rootHash: emptyRoot() }, north), bug);
});
