// ML-DSA-44: known answers of others, OpenSSL beside our own, and its signatures under checkpoints.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isMlDsaSignatureOf, mlDsaPublicKeyOf, mlDsaSignatureOf } from '../src/ml-dsa.ts';
import { cosign, readVerifierKey, signerKey, verifyCosignature, verifyNote } from '../src/index.ts';
import { acceptBatch, leafHash, openMirror, signHead, withCosignature } from '../src/index.ts';
import { bitFlips, codeOf, entriesOf, hex, north, treeOf, valueOf } from './parties.ts';

const logKey = signerKey(north.name, 'cosignature-ml-dsa-44', new Uint8Array(32).fill(4));

function signedTwice(entries: readonly Uint8Array[]): string {
  const tree = treeOf(entries);
  const head = { origin: north.name, size: tree.size, rootHash: tree.root() };
  return signHead(head, north, logKey);
}

// C2SP CCTV, "Accumulated ML-DSA tests": seeds from one SHAKE128, keys and deterministic signatures
// of the empty message into another; its value for 100 rounds.
test('the accumulated known answers of 100 keys and signatures', () => {
  const seeds = createHash('shake128', { outputLength: 3_200 }).digest();
  const answers = createHash('shake128', { outputLength: 32 });
  const message = new Uint8Array();
  for (let round = 0; round < 100; round += 1) {
    const seed = new Uint8Array(seeds.subarray(32 * round, 32 * (round + 1)));
    const publicKey = mlDsaPublicKeyOf(seed);
    const signature = mlDsaSignatureOf(message, seed);
    assert(isMlDsaSignatureOf(signature, message, publicKey));
    answers.update(publicKey).update(signature);
  }
  const expected = 'd51148e1f9f4fa1a723a6cf42e25f2a99eb5c1b378b3d2dbbd561b1203beeae4';
  assert.equal(answers.digest('hex'), expected);
});

test("OpenSSL's ML-DSA-44 verifies ours, and ours verifies OpenSSL's", () => {
  const seed = new Uint8Array(32).fill(7);
  const message = new TextEncoder().encode('two sides, one sky');
  const privateKey = createPrivateKey({
    key: seed,
    format: 'raw-seed',
    asymmetricKeyType: 'ml-dsa-44',
  } as never);
  const publicKey = createPublicKey(privateKey);
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-1_312);
  assert.deepEqual(new Uint8Array(raw), mlDsaPublicKeyOf(seed));
  assert(verify(null, message, publicKey, mlDsaSignatureOf(message, seed)));
  const theirs = new Uint8Array(sign(null, message, privateKey));
  assert(isMlDsaSignatureOf(theirs, message, mlDsaPublicKeyOf(seed)));
  assert(!isMlDsaSignatureOf(theirs, message.toReversed(), mlDsaPublicKeyOf(seed)));
  assert(!isMlDsaSignatureOf(theirs.subarray(1), message, mlDsaPublicKeyOf(seed)));
});

// From the tests of torchwood's litewitness, another implementation: the key of a log and its
// checkpoint of size 1, signed with nothing else.
test('a checkpoint of another implementation verifies, and no bit of it may change', () => {
  const file = readFileSync(new URL('vectors/ml-dsa-log.txt', import.meta.url), 'utf8');
  const [vkey = ''] = file.split('\n');
  const note = file.slice(vkey.length + 1);
  const key = valueOf(readVerifierKey(vkey));
  assert.equal(key.name, 'example.com/mldsa-log');
  assert.equal(key.type, 'cosignature-ml-dsa-44');
  assert.deepEqual(valueOf(verifyCosignature(note, key)), { timeSeconds: 0 });
  const [text = ''] = note.split('\n\n');
  for (const flipped of bitFlips(`${text}\n`)) {
    assert.notEqual(codeOf(verifyCosignature(note.replace(`${text}\n`, flipped), key)), 'accepted');
  }
});

test('a witness signs with its time and its name, and both are under the signature', () => {
  const entries = entriesOf(5);
  const note = signedTwice(entries);
  const witness = signerKey('south.example/w', 'cosignature-ml-dsa-44', new Uint8Array(32).fill(5));
  const cosigned = withCosignature(note, cosign(note, witness, 1_700_000_000));
  assert.deepEqual(valueOf(verifyCosignature(cosigned, witness)), { timeSeconds: 1_700_000_000 });
  assert.equal(valueOf(verifyNote(cosigned, [north, logKey, witness])).verified.length, 3);
  const renamed = signerKey('third.example/w', witness.type, witness.secretKey);
  const line = cosigned.split('\n').at(-2) ?? '';
  const moved = line.slice(line.lastIndexOf(' ') + 1);
  const bytes = Uint8Array.fromBase64(moved);
  new DataView(bytes.buffer).setUint32(0, renamed.id);
  const forged = `${note}\u2014 ${renamed.name} ${bytes.toBase64()}\n`;
  assert.equal(codeOf(verifyCosignature(forged, renamed)), 'wrongly-signed');
});

test('a mirror with two keys takes no head that only one of them signed', () => {
  const entries = entriesOf(3);
  const mirror = valueOf(openMirror(north, [], '', logKey));
  const both = signedTwice(entries);
  const single = both.split('\n').filter((line) => !line.startsWith('\u2014') || line.length < 200);
  const batch = { firstIndex: 0, entries };
  assert.equal(
    codeOf(acceptBatch(mirror, { ...batch, checkpoint: single.join('\n') })),
    'not-signed',
  );
  const { mirror: held } = valueOf(acceptBatch(mirror, { ...batch, checkpoint: both }));
  assert.equal(held.checkpoint, both);
  const leaves = entries.map(leafHash);
  assert.equal(codeOf(openMirror(north, leaves, both, logKey)), 'accepted');
  assert.equal(codeOf(openMirror(north, leaves, single.join('\n'), logKey)), 'not-signed');
  const other = signerKey(north.name, logKey.type, new Uint8Array(32).fill(6));
  assert.equal(codeOf(openMirror(north, leaves, both, other)), 'not-signed');
});

test('keys of ML-DSA-44 are read whole or refused', () => {
  assert.deepEqual(valueOf(readVerifierKey(logKey.vkey)).publicKey, logKey.publicKey);
  const short = logKey.vkey.slice(0, -8);
  assert.equal(codeOf(readVerifierKey(short)), 'malformed-key');
  // A key of 1,311 bytes under the id that these would have.
  const typed = Buffer.concat([hex('06'), logKey.publicKey.subarray(1)]);
  const id = createHash('sha256').update(`${north.name}\n`).update(typed).digest('hex').slice(0, 8);
  const cut = readVerifierKey(`${north.name}+${id}+${typed.toString('base64')}`);
  assert.equal(cut.ok ? '' : cut.refusal.sentence, 'An ML-DSA-44 key has 1312 bytes.');
});
