import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import {
  cosign,
  entryProofText,
  exportRecord,
  forkEvidenceText,
  leafHash,
  MerkleTree,
  signCheckpoint,
  signerKey,
  withCosignature,
} from '@parley/ledger';
import { entryBytes, LineId, PartyId } from '@parley/protocol';
import type { Body } from '@parley/protocol';
import { folder, parley } from './terminal.ts';

const seed = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
const record = signerKey('coalition/00000001', 'ed25519', seed(1));
const witness = signerKey('russia/00000002/witness', 'cosignature-ed25519', seed(2));
const stranger = signerKey('coalition/00000001', 'ed25519', seed(3));
/** 2016-09-17 12:06:00Z, and what the witness's clock said: 12:06:01Z. */
const TOLD_MS = 1_474_113_960_000;
const COSIGNED_SECONDS = 1_474_113_961;

const entries = [0, 1, 2].map((index) =>
  entryBytes({
    version: 1,
    line: LineId.parse('line-0123456789abcdef'),
    party: PartyId.parse('coalition'),
    index,
    seen: [],
    releasedMs: TOLD_MS + index * 1_000,
    draftedBy: 'Watch 1',
    releasedBy: 'Watch 1',
    body: { type: 'line-check' } satisfies Body,
  }),
);
const tree = MerkleTree.of(entries.map(leafHash));
const checkpoint = signCheckpoint({ origin: record.name, size: 3, rootHash: tree.root() }, record);
const cosigned = withCosignature(checkpoint, cosign(checkpoint, witness, COSIGNED_SECONDS));
const exported = exportRecord({ key: record, cosigners: [witness], entries, checkpoint: cosigned });

function kept(t: TestContext, name: string, content: string | Uint8Array): string {
  const path = join(folder(t), name);
  writeFileSync(path, content);
  return path;
}

test('a record that holds is explained: what it proves, and on which keys', async (t) => {
  const file = kept(t, 'record', exported);
  const { code, out, err } = await parley(
    'verify',
    file,
    '--key',
    record.vkey,
    '--key',
    witness.vkey,
  );
  assert.equal(err, '');
  assert.equal(code, 0);
  assert.deepEqual(out.split('\n'), [
    'This is an exported record.',
    'VALID.',
    'It proves: coalition/00000001 signed these 3 entries, in this order, said from ' +
      '2016-09-17 12:06:00Z to 2016-09-17 12:06:02Z by its own clock.',
    'It proves: the serials 0 to 2 have no gap: what is not among them was not said on this ' +
      'record before its end.',
    'It proves: russia/00000002/witness held all of it, unchanged, at 2016-09-17 12:06:01Z by' +
      ' its own clock.',
    'It proves: neither side can change, add or remove an entry of it.',
    `It relies on: the key ${record.vkey}, which is that of --key.`,
    `It relies on: the key ${witness.vkey}, which is that of --key.`,
    'Mind: that something was said or received is no proof that it is true, nor that it was ' +
      'agreed to.',
  ]);
});

test('a record with keys that only it names is valid, and the reader is warned', async (t) => {
  const { code, out } = await parley('verify', kept(t, 'record', exported));
  assert.equal(code, 0);
  assert.match(out, /which only the file itself names\.$/m);
  assert.match(out, /^Mind: compare the keys above with the cards of the parties/m);
});

test('a record of another key than the one that was given is not valid', async (t) => {
  const { code, out } = await parley('verify', kept(t, 'record', exported), '--key', stranger.vkey);
  assert.equal(code, 1);
  assert.match(out, /^NOT VALID: its key .* is not one of those that you gave\.$/m);
});

test('a record with any one character changed is not valid', async (t) => {
  const file = kept(t, 'record', exported);
  // Every place would take minutes; 40 are spread over the header, the entries and the checkpoint.
  for (let part = 0; part < 40; part += 1) {
    const at = Math.floor(((part + 0.5) * exported.length) / 40);
    const other = exported[at] === 'x' ? 'y' : 'x';
    writeFileSync(file, exported.slice(0, at) + other + exported.slice(at + 1));
    const { code } = await parley('verify', file, '--key', record.vkey, '--key', witness.vkey);
    assert.equal(code, 1, `character ${at} was changed`);
  }
});

test('a record from which an entry was left out, or put elsewhere, is not valid', async (t) => {
  const lines = exported.split('\n');
  const [header = '', first = '', second = '', ...rest] = lines;
  for (const tampered of [
    [header, second, ...rest],
    [header, second, first, ...rest],
    [header, first, second, second, ...rest],
  ]) {
    const { code, out } = await parley('verify', kept(t, 'record', tampered.join('\n')));
    assert.equal(code, 1);
    assert.match(out, /^NOT VALID: /m);
  }
});

const proof = entryProofText({
  index: 1,
  proof: tree.inclusionProof(1, 3),
  checkpoint: cosigned,
});

test('a proof holds for its own entry and its own key alone', async (t) => {
  const file = kept(t, 'proof', proof);
  const own = kept(t, 'entry', entries[1] ?? '');
  const other = kept(t, 'entry', entries[2] ?? '');
  const keys = ['--key', record.vkey, '--key', witness.vkey];
  const holds = await parley('verify', file, '--entry', own, ...keys);
  assert.equal(holds.code, 0);
  assert.match(
    holds.out,
    /^It proves: entry 1 of coalition\/00000001 is exactly this: LINE CHECK IMMEDIATE$/m,
  );
  assert.match(holds.out, /^It proves: russia\/00000002\/witness held it at 2016-09-17 12:06:01Z/m);
  assert.equal((await parley('verify', file, '--entry', other, ...keys)).code, 1);
  assert.equal((await parley('verify', file, '--entry', own, '--key', stranger.vkey)).code, 1);
  const bare = await parley('verify', file, '--key', record.vkey);
  assert.equal(bare.code, 1);
  assert.match(
    bare.err,
    /^parley verify: entry: the bytes of the entry are not given; right would be /,
  );
  const keyless = await parley('verify', file, '--entry', own);
  assert.equal(keyless.code, 1);
  assert.match(keyless.err, /this kind of file names no key of its own/);
});

test('a signed checkpoint is checked, and says how far the record went', async (t) => {
  const file = kept(t, 'checkpoint', cosigned);
  const { code, out } = await parley(
    'verify',
    file,
    '--key',
    record.vkey,
    '--key',
    witness.vkey,
    '--json',
  );
  assert.equal(code, 0);
  const findings = JSON.parse(out) as { kind: string; valid: boolean; proves: string[] };
  assert.equal(findings.kind, 'a signed checkpoint');
  assert.equal(findings.valid, true);
  assert.deepEqual(findings.proves, [
    'coalition/00000001 signed that its record had 3 entries with this root.',
    'russia/00000002/witness held them all, unchanged, at 2016-09-17 12:06:01Z by its own clock.',
  ]);
  const changed = kept(t, 'checkpoint', cosigned.replace('\n3\n', '\n4\n'));
  assert.equal((await parley('verify', changed, '--key', record.vkey)).code, 1);
});

test('evidence of a fork convicts the key that signed two histories, and no other', async (t) => {
  const otherTree = MerkleTree.of([...entries.slice(0, 2), entries[0] ?? seed(0)].map(leafHash));
  const other = signCheckpoint(
    { origin: record.name, size: 3, rootHash: otherTree.root() },
    record,
  );
  const evidence = forkEvidenceText({
    smaller: checkpoint,
    larger: other,
    prefixRoot: otherTree.root(),
    proof: [],
  });
  const file = kept(t, 'fork', evidence);
  const { code, out } = await parley('verify', file, '--key', record.vkey);
  assert.equal(code, 0);
  assert.match(
    out,
    /^It proves: coalition\/00000001 signed two different histories of its first 3 entries\.$/m,
  );
  assert.equal((await parley('verify', file, '--key', stranger.vkey)).code, 1);
  const same = forkEvidenceText({
    smaller: checkpoint,
    larger: checkpoint,
    prefixRoot: tree.root(),
    proof: [],
  });
  assert.equal((await parley('verify', kept(t, 'fork', same), '--key', record.vkey)).code, 1);
});

test('a file of no known kind, and a key that is none, are refused by name', async (t) => {
  const text = await parley('verify', kept(t, 'text', 'hello\n'));
  assert.equal(text.code, 1);
  assert.match(
    text.err,
    /^parley verify: file: it begins with "hello"; right would be evidence, an exported record, /,
  );
  const key = await parley('verify', kept(t, 'record', exported), '--key', 'abc');
  assert.equal(key.code, 1);
  assert.match(key.err, /^parley verify: --key: .*; right would be a C2SP verifier key\.$/);
  const card = await parley('verify', kept(t, 'record', exported), '--card', kept(t, 'card', '{}'));
  assert.equal(card.code, 1);
  assert.match(card.err, /card parley: found nothing; right would be /);
});
