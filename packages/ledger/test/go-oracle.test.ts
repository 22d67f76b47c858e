// Go's golang.org/x/mod/sumdb (note and tlog) as an oracle: it verifies what we made, we verify
// what it made, and we agree on everything that was altered. Needs two Debian packages.

import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { leafHash, readCheckpoint, signerKey, signNote, verifyConsistency } from '../src/index.ts';
import { verifyInclusion, verifyNote } from '../src/index.ts';
import {
  checkpointOver,
  cosigned,
  entriesOf,
  filesOf,
  hex,
  north,
  south,
  third,
  treeOf,
} from './parties.ts';
import { buildGo, isSkipped } from './go-program.ts';
import { codeOf, valueOf } from './parties.ts';

type Answer = {
  readonly Error: string;
  readonly Text: string;
  readonly Names: readonly string[] | null;
  readonly Unknown: readonly string[] | null;
  readonly Size: number;
  readonly Root: string;
  readonly OldRoot: string;
  readonly Note: string;
  readonly Proof: readonly string[] | null;
  readonly Proof2: readonly string[] | null;
};

const folder = mkdtempSync(join(tmpdir(), 'parley-ledger-'));
const program = join(folder, 'oracle');

before(() => buildGo(join(import.meta.dirname, 'go'), program));
after(() => rmSync(folder, { recursive: true }));

function ask(requests: readonly object[]): Answer[] {
  const input = requests.map((request) => `${JSON.stringify(request)}\n`).join('');
  const asked = spawnSync(program, [], { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  assert.equal(asked.status, 0, asked.stderr);
  const answers = asked.stdout.trimEnd().split('\n');
  assert.equal(answers.length, requests.length);
  return answers.map((line) => JSON.parse(line) as Answer);
}

function base64(hashes: readonly Uint8Array[]): string[] {
  return hashes.map((hash) => hash.toBase64());
}

function fromTexts(texts: readonly string[] | null): Uint8Array[] {
  return (texts ?? []).map((text) => Uint8Array.fromBase64(text));
}

function edited(proof: Uint8Array[], edit: string): Uint8Array[] {
  if (edit === 'drop') return proof.slice(1);
  if (edit === 'double') return [...proof.slice(0, 1), ...proof];
  return edit === 'swap' ? proof.toReversed() : proof;
}

test('Go opens our cosigned checkpoint, knows both keys and reads the same size and root', (t) => {
  if (isSkipped(t)) return;
  const entries = entriesOf(11);
  const note = cosigned(checkpointOver(entries));
  const vkeys = [north.vkey, south.vkey, third.vkey];
  const [both, one] = ask([
    { Do: 'open', Note: note, Vkeys: vkeys },
    { Do: 'open', Note: note, Vkeys: [north.vkey] },
  ]);
  assert.equal(both?.Error, '');
  assert.deepEqual(both?.Names, ['north.example/line-7', 'south.example/w']);
  assert.deepEqual([both?.Size, both?.Root], [11, treeOf(entries).root().toBase64()]);
  assert.deepEqual([one?.Names, one?.Unknown], [[north.name], [south.name]]);
});

test('we open what Go signed, and sign the very same bytes ourselves', (t) => {
  if (isSkipped(t)) return;
  const texts = ['a\n', '\n', 'Zürich\n\n— not a signature\n', `${'x'.repeat(5_000)}\n`];
  const typed = Uint8Array.from([1, ...north.secretKey]).toBase64();
  const [, id] = north.vkey.split('+');
  const Skey = `PRIVATE+KEY+${north.name}+${id}+${typed}`;
  const answers = ask(texts.map((Text) => ({ Do: 'sign', Skey, Text })));
  for (const [i, text] of texts.entries()) {
    assert.equal(answers[i]?.Error, '');
    assert.equal(answers[i]?.Note, signNote(text, north));
    assert.equal(valueOf(verifyNote(answers[i]?.Note ?? '', [north])).text, text);
  }
});

test('Go gives the same roots and the same proofs as we do, for every size up to 40', (t) => {
  if (isSkipped(t)) return;
  const entries = entriesOf(40);
  const tree = treeOf(entries);
  const cases: { size: number; index: number; old: number }[] = [];
  for (let size = 1; size <= 40; size++) {
    for (let index = 0; index < size; index++) cases.push({ size, index, old: index + 1 });
  }
  const answers = ask(
    cases.map(({ size, index, old }) => {
      const Entries = base64(entries.slice(0, size));
      return { Do: 'prove', Entries, Index: index, Old: old };
    }),
  );
  for (const [i, { size, index, old }] of cases.entries()) {
    const answer = answers[i];
    assert(answer !== undefined && answer.Error === '');
    assert.equal(answer.Root, tree.root(size).toBase64());
    assert.equal(answer.OldRoot, tree.root(old).toBase64());
    assert.deepEqual(answer.Proof ?? [], base64(tree.inclusionProof(index, size)));
    assert.deepEqual(answer.Proof2 ?? [], base64(tree.consistencyProof(old, size)));
    const [root, oldRoot] = [tree.root(size), tree.root(old)];
    const [proof, proof2] = [fromTexts(answer.Proof), fromTexts(answer.Proof2)];
    assert(verifyInclusion({ leaf: tree.leaf(index), index, size, root, proof }));
    const heads = { oldSize: old, oldRoot, newSize: size, newRoot: root };
    assert(verifyConsistency({ ...heads, proof: proof2 }));
  }
});

test('Go and we agree on every good proof and on every altered one', (t) => {
  if (isSkipped(t)) return;
  const tree = treeOf(entriesOf(33));
  const changes = fc.record({
    size: fc.integer({ min: 1, max: 33 }),
    part: fc.nat(32),
    sizeBy: fc.constantFrom(0, 0, 0, -1, 1, 2),
    partBy: fc.constantFrom(0, 0, 0, -1, 1),
    edit: fc.constantFrom('none', 'none', 'drop', 'double', 'swap', 'root'),
  });
  const asked: object[] = [];
  const verdicts: boolean[] = [];
  for (const change of fc.sample(changes, { numRuns: 1_500, seed: 7 })) {
    const { size: made, edit } = change;
    const index = change.part % made;
    const root = edit === 'root' ? leafHash(hex('00')) : tree.root(made);
    const size = Math.max(1, made + change.sizeBy);

    const leaf = tree.leaf(index);
    const proof = edited(tree.inclusionProof(index, made), edit);
    const at = Math.max(0, index + change.partBy);
    const heads = { Size: size, Root: root.toBase64() };
    const place = { Index: at, Leaf: leaf.toBase64(), Proof: base64(proof) };
    asked.push({ Do: 'inclusion', ...heads, ...place });
    verdicts.push(verifyInclusion({ leaf, index: at, size, root, proof }));

    // Go has no consistency with the empty tree, so the smallest old size here is 1.
    const [old, oldRoot] = [Math.max(1, index + 1 + change.partBy), tree.root(index + 1)];
    const steps = edited(tree.consistencyProof(index + 1, made), edit);
    const claim = { Old: old, OldRoot: oldRoot.toBase64(), Proof: base64(steps) };
    asked.push({ Do: 'consistency', ...heads, ...claim });
    const both = { oldSize: old, oldRoot, newSize: size, newRoot: root };
    verdicts.push(verifyConsistency({ ...both, proof: steps }));
  }
  const go = ask(asked).map((answer) => answer.Error === '');
  assert.deepEqual(verdicts, go);
  assert(go.filter(Boolean).length > 300 && go.filter((isGood) => !isGood).length > 300);
});

test('Go refuses every altered note that we refuse, and takes what we take', (t) => {
  if (isSkipped(t)) return;
  const note = cosigned(checkpointOver(entriesOf(5)));
  const edits = fc.record({
    at: fc.nat(note.length - 1),
    put: fc.constantFrom('', '\n', ' ', 'A', '—', '+', '=', '\u00a0', '\t', '0', note.slice(60)),
    length: fc.nat(2),
  });
  const notes = fc
    .sample(edits, { numRuns: 600, seed: 11 })
    .map(({ at, put, length }) => note.slice(0, at) + put + note.slice(at + length));
  const keys = [north, south];
  const vkeys = keys.map((key) => key.vkey);
  const answers = ask(notes.map((Note) => ({ Do: 'open', Note, Vkeys: vkeys })));
  for (const [i, text] of notes.entries()) {
    const read = verifyNote(text, keys);
    assert.equal(read.ok, answers[i]?.Error === '', `${codeOf(read)}: ${JSON.stringify(text)}`);
    if (read.ok) assert.equal(read.value.text, answers[i]?.Text);
  }
  assert(answers.some(({ Error }) => Error === '') && answers.some(({ Error }) => Error !== ''));
});

test('Go reads the keys that we write, of either type and with any name', (t) => {
  if (isSkipped(t)) return;
  const names = ['a', 'шифр.example/линия', 'x'.repeat(255), 'a/b?c=d&e'];
  const keys = names.flatMap((name, i) => [
    signerKey(name, 'ed25519', new Uint8Array(32).fill(40 + i)),
    signerKey(name, 'cosignature-ed25519', new Uint8Array(32).fill(80 + i)),
  ]);
  const Note = checkpointOver(entriesOf(1));
  const answers = ask(keys.map(({ vkey }) => ({ Do: 'open', Note, Vkeys: [vkey, north.vkey] })));
  for (const answer of answers) {
    assert.deepEqual([answer.Error, answer.Names], ['', [north.name]]);
    assert.equal(valueOf(readCheckpoint(answer.Text)).size, 1);
  }
});

test('Go proves entries and older sizes from our tiles, and refuses altered ones', (t) => {
  if (isSkipped(t)) return;
  for (const size of [1, 256, 300, 66_000]) {
    const entries = entriesOf(size);
    const tree = treeOf(entries);
    const hashes = [...filesOf(entries)].filter(([path]) => !path.startsWith('tile/entries/'));
    const Files = Object.fromEntries(hashes.map(([path, bytes]) => [path, bytes.toBase64()]));
    const [Index, Old] = [Math.floor(size / 3), Math.ceil(size / 2)];
    const Leaf = leafHash(entries[Index] ?? assert.fail()).toBase64();
    const asked = { Do: 'tiles', Size: size, Root: tree.root().toBase64(), Index, Old, Leaf };
    const altered = tree.root(Old).toBase64();
    const [whole, wrong] = ask([
      { ...asked, Files },
      { ...asked, Files, Root: altered },
    ]);
    assert.equal(whole?.Error, '');
    assert.deepEqual(fromTexts(whole?.Proof ?? null), tree.inclusionProof(Index));
    assert.deepEqual(fromTexts(whole?.Proof2 ?? null), tree.consistencyProof(Old));
    if (size > 1) assert.notEqual(wrong?.Error, '', `${size} leaves under another root`);
  }
});
