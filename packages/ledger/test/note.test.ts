// Signed notes against the examples of the C2SP specification and of Go's sumdb/note.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { createPrivateKey, sign } from 'node:crypto';
import * as fc from 'fast-check';
import { readNote, readVerifierKey, signerKey, signNote, verifyNote } from '../src/index.ts';
import { bitFlips, codeOf, hex, north, northAgain, south, valueOf } from './parties.ts';

const specKey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const specNote =
  'This is an example message.\n\n' +
  '— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';

const peterKey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const peterSeed = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1);
const peterLine =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
const enochKey = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop';
const enochLine =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n';
const peterText =
  'If you think cryptography is the answer to your problem,\n' +
  "then you don't know what your problem is.\n";

test('the note of the signed-note specification verifies under its key', () => {
  const key = valueOf(readVerifierKey(specKey));
  assert.equal(key.name, 'example.com/foo');
  assert.equal(key.id, 0x530d903a);
  assert.equal(key.type, 'ed25519');
  assert.equal(valueOf(verifyNote(specNote, [key])).text, 'This is an example message.\n');
});

test('the key and the note of the Go documentation are made byte for byte', () => {
  const key = signerKey('PeterNeumann', 'ed25519', Uint8Array.from(peterSeed));
  assert.equal(key.vkey, peterKey);
  assert.equal(key.id, 0xc74f20a3);
  assert.equal(signNote(peterText, key), `${peterText}\n${peterLine}`);
});

test('a signing key may be given a faster signer, and makes the same note with it', () => {
  const der = Buffer.concat([hex('302e020100300506032b657004220420'), peterSeed]);
  const openssl = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const asked: number[] = [];
  const key = signerKey('PeterNeumann', 'ed25519', Uint8Array.from(peterSeed), (message) => {
    asked.push(message.length);
    return Uint8Array.from(sign(null, message, openssl));
  });
  assert.equal(signNote(peterText, key), `${peterText}\n${peterLine}`);
  assert.deepEqual(asked, [peterText.length]);
});

test('a signing key keeps its own copy of the seed', () => {
  const seed = Uint8Array.from(peterSeed);
  const key = signerKey('PeterNeumann', 'ed25519', seed);
  seed.fill(0);
  assert.equal(signNote(peterText, key), `${peterText}\n${peterLine}`);
});

test('two signatures verify, each under its own key, in the order of the keys asked for', () => {
  const note = `${peterText}\n${peterLine}${enochLine}`;
  const [peter, enoch] = [peterKey, enochKey].map((vkey) => valueOf(readVerifierKey(vkey)));
  assert(peter !== undefined && enoch !== undefined);
  const names = valueOf(verifyNote(note, [enoch, peter])).verified.map((key) => key.name);
  assert.deepEqual(names, ['EnochRoot', 'PeterNeumann']);
  assert.deepEqual(
    valueOf(readNote(note)).signatures.map(({ name, keyId }) => [name, keyId]),
    [
      ['PeterNeumann', 0xc74f20a3],
      ['EnochRoot', 0xaf0cfe78],
    ],
  );
});

test('the quasimodo note of the specification is split at its last empty line', () => {
  const text =
    'Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n';
  const line =
    '— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=';
  const note = valueOf(readNote(`${text}\n${line}\n`));
  assert.equal(note.text, text);
  assert.equal(note.signatures[0]?.keyId, 0x367ba04b);
  assert.equal(note.signatures[0]?.line, line);
});

test('signatures of unknown keys are ignored, also under a known name or a known id', () => {
  const note = signNote('text\n', north) + signNote('text\n', northAgain).slice('text\n\n'.length);
  assert.deepEqual(valueOf(verifyNote(note, [north])).verified, [north]);
  const foreign = `${specNote}${enochLine}`;
  assert.equal(codeOf(verifyNote(foreign, [valueOf(readVerifierKey(peterKey))])), 'not-signed');
  assert.equal(codeOf(verifyNote(specNote, [])), 'not-signed');
});

test('a known key whose signature fails refuses the note, even beside one that holds', () => {
  const note = `${peterText}\n${peterLine}${enochLine.replace('5n2tiOHp', '5n2tiOHq')}`;
  const keys = [peterKey, enochKey].map((vkey) => valueOf(readVerifierKey(vkey)));
  assert.equal(codeOf(verifyNote(note, keys)), 'wrongly-signed');
  assert.equal(codeOf(verifyNote(note, keys.slice(0, 1))), 'accepted');
});

test('a second, false signature of the same key refuses the note', () => {
  const note = signNote('text\n', north) + signNote('other\n', north).slice('other\n\n'.length);
  assert.equal(codeOf(verifyNote(note, [north])), 'wrongly-signed');
});

test('sixteen and sixty-four signatures are taken, sixty-five are not', () => {
  const signers = Array.from({ length: 65 }, (_, i) => {
    return signerKey(`signer.example/${i}`, 'ed25519', new Uint8Array(32).fill(100 + i));
  });
  const note = (count: number) =>
    `text\n\n${signers
      .slice(0, count)
      .map((signer) => signNote('text\n', signer).slice('text\n\n'.length))
      .join('')}`;
  assert.equal(valueOf(verifyNote(note(16), signers)).verified.length, 16);
  assert.equal(valueOf(readNote(note(64))).signatures.length, 64);
  assert.equal(codeOf(readNote(note(65))), 'oversize');
});

const line = peterLine.slice(0, -1);
const malformed: readonly (readonly [why: string, note: string])[] = [
  ['nothing', ''],
  ['a text alone', 'text\n'],
  ['no signature line', 'text\n\n'],
  ['no newline at the end', `text\n\n${line}`],
  ['no empty line', `text\n${line}\n`],
  ['a hyphen in place of the em dash', `text\n\n${line.replace('—', '-')}\n`],
  ['no name', `text\n\n— x08go/ZJkuBS9UG/\n`],
  ['a plus in the name', `text\n\n${line.replace('Peter', 'Pe+er')}\n`],
  ['a no-break space in the name', `text\n\n${line.replace('Peter', 'Pe\u00a0er')}\n`],
  ['a next-line character in the name', `text\n\n${line.replace('Peter', 'Pe\u0085er')}\n`],
  ['two spaces', `text\n\n${line.replace('n x', 'n  x')}\n`],
  ['a word after the signature', `text\n\n${line} more\n`],
  ['base64 without padding', `text\n\n${line.slice(0, -1)}\n`],
  ['base64 with unused bits set', `text\n\n${line.replace('nAM=', 'nAN=')}\n`],
  ['base64 of the URL alphabet', `text\n\n${line.replace('/', '_')}\n`],
  ['four bytes of signature', `text\n\n— PeterNeumann x08gow==\n`],
  ['a tab in the text', `te\txt\n\n${line}\n`],
  ['a carriage return', `text\r\n\n${line}\n`],
  ['a lone surrogate', `te\ud800xt\n\n${line}\n`],
  ['a line that is no signature', `text\n\n${line}\nsigned: me\n`],
];

for (const [why, note] of malformed) {
  test(`a note with ${why} is malformed`, () => {
    assert.equal(codeOf(readNote(note)), 'malformed-note');
  });
}

test('a note that is too long is refused before it is read', () => {
  assert.equal(codeOf(readNote(`${'x'.repeat(786_432)}\n\n${peterLine}`)), 'oversize');
});

test('keys that are not byte for byte what their parts give are refused', () => {
  const wrong = [
    '',
    'PeterNeumann',
    'PeterNeumann+c74f20a3',
    peterKey.replace('c74f20a3', 'C74F20A3'),
    peterKey.replace('c74f20a3', 'c74f20a4'),
    peterKey.replace('PeterNeumann', 'PeterNeuman'),
    peterKey.replace('PeterNeumann', 'Peter Neumann'),
    peterKey.replace('TW', 'TX'),
    `${peterKey}=`,
    `${peterKey}AA==`,
    // Type 0x02 (ECDSA), then an Ed25519 point of order 8 with a right id.
    'rekor.sigstore.dev+c0d23d6a+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABNhtmPtrWm3U1eQXBogSMdGvXwBcK5AW5i0hrZLOC96lsmGNM7nwZ4QvFK/4sueRoVj//QP22Ni4Qt9DPfkWLc=',
  ];
  for (const vkey of wrong) assert.equal(codeOf(readVerifierKey(vkey)), 'malformed-key', vkey);
});

test('a base64 part with a plus in it does not confuse the splitting of a key', () => {
  const key = [...Array(60).keys()]
    .map((i) => signerKey('a', 'ed25519', new Uint8Array(32).fill(i)))
    .find(({ vkey }) => vkey.split('+').length > 3);
  assert(key !== undefined);
  assert.equal(valueOf(readVerifierKey(key.vkey)).vkey, key.vkey);
});

test('every bit of a verifier key counts', () => {
  for (const flip of bitFlips(peterKey)) {
    const read = readVerifierKey(flip);
    if (read.ok) assert.fail(`${flip} was taken for a key`);
  }
});

test('no bit of a note can change and the note still verify with the same text', () => {
  const key = valueOf(readVerifierKey(specKey));
  for (const flip of bitFlips(specNote)) {
    assert.notEqual(codeOf(verifyNote(flip, [key])), 'accepted', JSON.stringify(flip));
  }
});

test('signing with a cosigner key, a wrong seed, name or text is a bug and throws', () => {
  const bug = /^Error: bug: /u;
  assert.throws(() => signNote('text\n', south), bug);
  for (const text of ['', 'text', 'te\txt\n', '\ud800\n']) {
    assert.throws(() => signNote(text, north), bug);
  }
  assert.throws(() => signerKey('a', 'ed25519', hex('00')), bug);
  for (const name of ['', 'a b', 'a+b', 'a\nb', 'x'.repeat(256)]) {
    assert.throws(() => signerKey(name, 'ed25519', new Uint8Array(32)), bug);
  }
});

test('any text is read or refused, and never throws', () => {
  const pieces = fc.constantFrom('\n', '\n\n', '— ', ' ', 'text', 'PeterNeumann', line, '\u0000');
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const read = readNote(text);
      if (!read.ok) assert.match(read.refusal.code, /^(?:malformed-note|oversize)$/u);
      assert.equal(readVerifierKey(text).ok, false);
    }),
    { numRuns: 500 },
  );
});
