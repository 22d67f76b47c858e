import { test } from 'node:test';
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  acceptBatch,
  forkEvidenceText,
  leafHash,
  openMirror,
  verifyForkEvidence,
} from '../src/index.ts';
import { signCheckpoint } from '../src/index.ts';
import type { Batch, Checked, Mirror } from '../src/index.ts';
import { bitFlips, checkpointOver, codeOf, cosigned, entriesOf, mirrorOf } from './parties.ts';
import { north, northAgain, south, treeOf, valueOf } from './parties.ts';

/** The entries [first, end) of a history, under the checkpoint over [0, end). */
function batchOf(first: number, end: number, story?: string): Batch {
  const all = entriesOf(end, story);
  return { firstIndex: first, entries: all.slice(first), checkpoint: checkpointOver(all) };
}

/** A history that says something else from `from` on. */
function rewritten(count: number, from: number): Uint8Array[] {
  return [...entriesOf(from), ...entriesOf(count, 'as it suits').slice(from)];
}

function many(count: number, entry: Uint8Array): Uint8Array[] {
  return Array.from({ length: count }, () => entry);
}

/** Expects a fork at `size`, proven by an evidence text that stands alone. Returns the text. */
function provenFork(reading: Checked<unknown>, size: number): string {
  assert(!reading.ok && reading.refusal.code === 'fork', codeOf(reading));
  const text = forkEvidenceText(reading.refusal.evidence);
  assert.deepEqual(valueOf(verifyForkEvidence(text, north)), { size });
  return text;
}

test('entries in order are accepted and move the mirror forward', () => {
  const first = valueOf(acceptBatch(mirrorOf([]), batchOf(0, 3)));
  assert.deepEqual(first.accepted, entriesOf(3));
  assert.equal(first.firstIndex, 0);
  const second = valueOf(acceptBatch(first.mirror, batchOf(3, 8)));
  assert.deepEqual(second.accepted, entriesOf(8).slice(3));
  assert.equal(second.firstIndex, 3);
  assert.equal(second.mirror.tree.size, 8);
  assert.equal(second.mirror.checkpoint, checkpointOver(entriesOf(8)));
  assert.deepEqual(second.mirror.tree.root(), treeOf(entriesOf(8)).root());
});

test('a repeated batch is accepted and brings nothing new', () => {
  const mirror = mirrorOf(entriesOf(8));
  for (const batch of [batchOf(0, 8), batchOf(5, 8), batchOf(8, 8), batchOf(0, 3), batchOf(2, 3)]) {
    const { accepted, firstIndex, mirror: after } = valueOf(acceptBatch(mirror, batch));
    assert.deepEqual([accepted, firstIndex], [[], 8]);
    assert.equal(after, mirror);
  }
});

test('a batch that overlaps what is held brings only its new entries', () => {
  const accepted = valueOf(acceptBatch(mirrorOf(entriesOf(5)), batchOf(2, 9)));
  assert.deepEqual(accepted.accepted, entriesOf(9).slice(5));
  assert.equal(accepted.firstIndex, 5);
});

test('any way of cutting and repeating a record gives the same mirror', () => {
  const steps = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 6 });
  fc.assert(
    fc.property(steps, (cuts) => {
      let mirror = mirrorOf([]);
      let held = 0;
      for (const [a, b] of cuts) {
        const [first, end] = [Math.min(a, b), Math.max(a, b)];
        const reading = acceptBatch(mirror, batchOf(first, end));
        assert.equal(codeOf(reading), first > held ? 'gap' : 'accepted');
        if (!reading.ok) continue;
        held = Math.max(held, end);
        ({ mirror } = reading.value);
        assert.deepEqual(mirror.tree.root(), treeOf(entriesOf(held)).root());
      }
    }),
    { numRuns: 40 },
  );
});

test('a gap before or after the entries is refused as a gap', () => {
  const mirror = mirrorOf(entriesOf(3));
  assert.equal(codeOf(acceptBatch(mirror, batchOf(4, 6))), 'gap');
  const behind = { ...batchOf(3, 6), entries: entriesOf(5).slice(3) };
  assert.equal(codeOf(acceptBatch(mirror, behind)), 'gap');
  const headOnly = { ...batchOf(3, 6), entries: [] };
  assert.equal(codeOf(acceptBatch(mirror, headOnly)), 'gap');
});

test('entries beyond the checkpoint are refused', () => {
  const batch = { ...batchOf(3, 6), checkpoint: checkpointOver(entriesOf(5)) };
  assert.equal(codeOf(acceptBatch(mirrorOf(entriesOf(3)), batch)), 'not-covered');
  assert.equal(codeOf(acceptBatch(mirrorOf(entriesOf(5)), batch)), 'not-covered');
});

test('a changed, dropped or swapped entry is a root mismatch, and proves nothing', () => {
  const good = batchOf(3, 6);
  const [a, b, c] = good.entries;
  assert(a !== undefined && b !== undefined && c !== undefined);
  const changed = entriesOf(6, 'changed on the way').slice(3);
  const mirror = mirrorOf(entriesOf(3));
  for (const entries of [[b, a, c], [a, b, b], [a, b, new Uint8Array()], changed]) {
    assert.equal(codeOf(acceptBatch(mirror, { ...good, entries })), 'root-mismatch');
  }
  // The same where the entries are already held, under the checkpoint that is held.
  const again = { ...good, entries: changed };
  assert.equal(codeOf(acceptBatch(mirrorOf(entriesOf(6)), again)), 'root-mismatch');
  assert.equal(codeOf(acceptBatch(mirrorOf(entriesOf(9)), again)), 'root-mismatch');
});

test('a checkpoint that is not this record\u2019s, or not signed by its key, is refused', () => {
  const mirror = mirrorOf([]);
  const head = { origin: north.name, size: 2, rootHash: treeOf(entriesOf(2)).root() };
  const stranger = { ...northAgain, name: 'stranger.example' };
  const batches: readonly (readonly [code: string, checkpoint: string])[] = [
    ['not-signed', signCheckpoint(head, northAgain)],
    ['not-this-record', signCheckpoint({ ...head, origin: stranger.name }, stranger)],
    ['wrongly-signed', checkpointOver(entriesOf(2)).replace('\n2\n', '\n3\n')],
    ['malformed-note', ''],
  ];
  for (const [code, checkpoint] of batches) {
    const batch = { firstIndex: 0, entries: entriesOf(2), checkpoint };
    assert.equal(codeOf(acceptBatch(mirror, batch)), code);
  }
});

test('batches beyond the limits are refused before any signature is looked at', () => {
  const mirror = mirrorOf([]);
  const empty = new Uint8Array();
  const checkpoint = 'not looked at';
  const batches: readonly (readonly [code: string, batch: Batch])[] = [
    ['oversize', { firstIndex: 0, entries: many(10_001, empty), checkpoint }],
    ['oversize', { firstIndex: 0, entries: [new Uint8Array(1_048_577)], checkpoint }],
    ['oversize', { firstIndex: 0, entries: many(65, new Uint8Array(1_048_576)), checkpoint }],
    ['oversize', { firstIndex: 67_108_864, entries: [empty], checkpoint }],
    ['malformed-batch', { firstIndex: -1, entries: [], checkpoint }],
    ['malformed-batch', { firstIndex: 0.5, entries: [], checkpoint }],
    ['malformed-batch', { firstIndex: NaN, entries: [], checkpoint }],
  ];
  for (const [code, batch] of batches) assert.equal(codeOf(acceptBatch(mirror, batch)), code);
});

test('two signed roots of one size are a fork', () => {
  for (const size of [1, 2, 7, 8]) {
    const other = rewritten(size, size - 1);
    const batch = { firstIndex: 0, entries: other, checkpoint: checkpointOver(other) };
    provenFork(acceptBatch(mirrorOf(entriesOf(size)), batch), size);
    // The bare checkpoint is enough.
    provenFork(acceptBatch(mirrorOf(entriesOf(size)), { ...batch, entries: [] }), size);
  }
});

test('every smaller checkpoint that is not of our prefix is a fork', () => {
  const mirror = mirrorOf(entriesOf(13));
  for (let size = 1; size < 13; size++) {
    const checkpoint = checkpointOver(rewritten(size, size - 1));
    const reading = acceptBatch(mirror, { firstIndex: 13, entries: [], checkpoint });
    provenFork(reading, size);
  }
});

test('a longer history that changes what we hold is a fork, wherever it changes it', () => {
  for (let held = 1; held <= 9; held++) {
    for (let from = 0; from < held; from++) {
      const other = rewritten(11, from);
      const checkpoint = checkpointOver(other);
      const batch = { firstIndex: from, entries: other.slice(from), checkpoint };
      provenFork(acceptBatch(mirrorOf(entriesOf(held)), batch), held);
      // Without the entries that changed it can only be said that the root does not fit.
      const later = { firstIndex: held, entries: other.slice(held), checkpoint };
      assert.equal(codeOf(acceptBatch(mirrorOf(entriesOf(held)), later)), 'root-mismatch');
    }
  }
});

test('a refused batch leaves the mirror as it was, and the good batch is accepted after it', () => {
  const mirror = mirrorOf(entriesOf(5));
  const [root, checkpoint] = [mirror.tree.root(), mirror.checkpoint];
  const other = rewritten(9, 2);
  const bad: readonly Batch[] = [
    { ...batchOf(5, 8), entries: entriesOf(8, 'other').slice(5) },
    { firstIndex: 0, entries: other, checkpoint: checkpointOver(other) },
    { firstIndex: 5, entries: other.slice(5), checkpoint: checkpointOver(other) },
    batchOf(6, 8),
  ];
  for (const batch of bad) {
    assert(!acceptBatch(mirror, batch).ok);
    assert.deepEqual([mirror.tree.size, mirror.tree.root()], [5, root]);
    assert.equal(mirror.checkpoint, checkpoint);
  }
  assert.equal(valueOf(acceptBatch(mirror, batchOf(5, 8))).mirror.tree.size, 8);
});

test('a mirror that was moved forward leaves the old one usable, for a retry or another', () => {
  const mirror = mirrorOf(entriesOf(5));
  valueOf(acceptBatch(mirror, batchOf(5, 8)));
  assert.equal(mirror.tree.size, 5);
  const retried = valueOf(acceptBatch(mirror, batchOf(5, 7))).mirror;
  assert.deepEqual(retried.tree.root(), treeOf(entriesOf(7)).root());
  const longer = valueOf(acceptBatch(mirror, batchOf(5, 12))).mirror;
  assert.deepEqual(longer.tree.root(), treeOf(entriesOf(12)).root());
});

test('opening a mirror believes neither leaves nor checkpoint', () => {
  const leaves = entriesOf(4).map(leafHash);
  const open = (count: number, checkpoint: string): Checked<Mirror> =>
    openMirror(north, leaves.slice(0, count), checkpoint);
  const checkpoint = checkpointOver(entriesOf(4));
  assert.equal(valueOf(open(4, checkpoint)).origin, 'north.example/line-7');
  assert.equal(codeOf(open(0, '')), 'accepted');
  assert.equal(codeOf(open(1, '')), 'root-mismatch');
  assert.equal(codeOf(open(3, checkpoint)), 'root-mismatch');
  assert.equal(codeOf(openMirror(north, leaves.toReversed(), checkpoint)), 'root-mismatch');
  assert.equal(codeOf(openMirror(northAgain, leaves, checkpoint)), 'not-signed');
  assert.equal(codeOf(openMirror(south, leaves, checkpoint)), 'wrong-key-type');
});

test('evidence of a fork is void for another key, and cannot be made of an honest record', () => {
  const other = rewritten(6, 3);
  const batch = { firstIndex: 0, entries: other, checkpoint: checkpointOver(other) };
  const text = provenFork(acceptBatch(mirrorOf(entriesOf(4)), batch), 4);
  assert.equal(codeOf(verifyForkEvidence(text, northAgain)), 'not-signed');
  const honest = treeOf(entriesOf(9));
  const [smaller, larger] = [checkpointOver(entriesOf(4)), checkpointOver(entriesOf(9))];
  const proof = honest.consistencyProof(4);
  for (const prefixRoot of [honest.root(4), honest.root(5), treeOf(other).root(4)]) {
    const forged = forkEvidenceText({ smaller, larger, prefixRoot, proof });
    assert.equal(codeOf(verifyForkEvidence(forged, north)), 'not-a-fork');
    const swapped = forkEvidenceText({ smaller: larger, larger: smaller, prefixRoot, proof });
    assert.equal(codeOf(verifyForkEvidence(swapped, north)), 'not-a-fork');
  }
});

test('no bit of the evidence of a fork can change', () => {
  const other = rewritten(6, 3);
  const batch = {
    firstIndex: 0,
    entries: other,
    checkpoint: cosigned(checkpointOver(other)),
  };
  const text = provenFork(acceptBatch(mirrorOf(entriesOf(4)), batch), 4);
  assert(!text.includes(south.name), 'the cosignature is no part of the evidence');
  for (const flip of bitFlips(text)) {
    assert.notEqual(codeOf(verifyForkEvidence(flip, north)), 'accepted', JSON.stringify(flip));
  }
  assert.equal(codeOf(verifyForkEvidence(`${text}\n`, north)), 'malformed-evidence');
  assert.equal(codeOf(verifyForkEvidence('x'.repeat(2_000_000), north)), 'oversize');
});

test('any text is no evidence, and never throws', () => {
  const good = valueOf(acceptBatch(mirrorOf([]), batchOf(0, 2))).mirror.checkpoint;
  const pieces = [
    'parley/fork-evidence@v1',
    '\n',
    '\n\n',
    'prefix ',
    good,
    treeOf([]).root().toBase64(),
  ];
  const texts = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...pieces)).map((all) => all.join('')),
  );
  fc.assert(fc.property(texts, (text) => !verifyForkEvidence(text, north).ok));
});
