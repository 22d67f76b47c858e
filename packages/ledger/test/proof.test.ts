import { test } from 'node:test';
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  canonicalBytes,
  entryProofText,
  exportRecord,
  leafHash,
  verifyEntryProof,
} from '../src/index.ts';
import { cosign, signCheckpoint, signerKey, verifyExport, withCosignature } from '../src/index.ts';
import { bitFlips, checkpointOver, codeOf, cosigned, entriesOf, hex } from './parties.ts';
import { north, northAgain, south, third, treeOf, valueOf } from './parties.ts';

const entries = entriesOf(7);
const tree = treeOf(entries);
const checkpoint = cosigned(checkpointOver(entries));
const leaf = tree.leaf(4);
const text = entryProofText({ index: 4, proof: tree.inclusionProof(4), checkpoint });

test('a proof has the form of c2sp.org/tlog-proof@v1, line by line', () => {
  const extra = hex('00ff10');
  const lines = entryProofText({ index: 4, proof: tree.inclusionProof(4), checkpoint, extra });
  const [a, b] = [tree.leaf(5).toBase64(), tree.leaf(6).toBase64()];
  assert.equal(
    lines,
    `c2sp.org/tlog-proof@v1\nextra AP8Q\nindex 4\n${a}\n${b}\n` +
      `${tree.root(4).toBase64()}\n\n${checkpoint}`,
  );
  assert.equal(codeOf(verifyEntryProof(lines, leaf, north, [])), 'accepted');
});

test('a proof shows where an entry is, under which checkpoint, and who cosigned it when', () => {
  const proven = valueOf(
    verifyEntryProof(text, leafHash(entries[4] ?? hex('')), north, [third, south]),
  );
  assert.equal(proven.index, 4);
  assert.equal(proven.checkpoint.size, 7);
  assert.deepEqual(proven.checkpoint.rootHash, tree.root());
  assert.deepEqual(proven.cosigned, [{ name: 'south.example/w', timeSeconds: 1_700_000_000 }]);
});

test('the only entry of a record is proven by no hash at all', () => {
  const single = treeOf(entriesOf(1));
  const proof = entryProofText({ index: 0, proof: [], checkpoint: checkpointOver(entriesOf(1)) });
  assert(proof.startsWith('c2sp.org/tlog-proof@v1\nindex 0\n\nnorth.example/line-7\n1\n'));
  assert.equal(codeOf(verifyEntryProof(proof, single.leaf(0), north, [])), 'accepted');
});

test('a proof is of one entry, at one place, in one record', () => {
  assert.equal(codeOf(verifyEntryProof(text, tree.leaf(5), north, [])), 'not-included');
  const moved = text.replace('index 4', 'index 5');
  assert.equal(codeOf(verifyEntryProof(moved, leaf, north, [])), 'not-included');
  const beyond = text.replace('index 4', 'index 7');
  assert.equal(codeOf(verifyEntryProof(beyond, leaf, north, [])), 'not-included');
  assert.equal(codeOf(verifyEntryProof(text, leaf, northAgain, [])), 'not-signed');
  assert.equal(codeOf(verifyEntryProof(text, new Uint8Array(31), north, [])), 'not-included');
});

test('no bit of a proof can change and the proof say as much as before', () => {
  for (const flip of bitFlips(text)) {
    const read = verifyEntryProof(flip, leaf, north, [south]);
    // A flip in the name or key id of a cosigner makes it an unknown one, which notes must ignore.
    if (read.ok) assert.deepEqual(read.value.cosigned, [], JSON.stringify(flip));
  }
});

test('malformed proofs are refused', () => {
  const wrong = [
    '',
    text.replace('@v1', '@v2'),
    text.replace('index 4', 'index 04'),
    text.replace('index 4', 'index  4'),
    text.replace('index 4\n', ''),
    text.replace('index 4', 'extra AA\nindex 4'),
    text.replace('index 4', 'extra AP 8Q\nindex 4'),
    text.replace('index 4', 'index 4\nextra AA=='),
    text.replace('index 4', 'note AA==\nindex 4'),
    text.replace('index 4\n', 'index 4\nAAAA\n'),
    text.replace('index 4\n', `index 4\n${`${tree.root().toBase64()}\n`.repeat(64)}`),
    text.replaceAll('\n', '\r\n'),
  ];
  for (const bad of wrong) {
    assert.equal(codeOf(verifyEntryProof(bad, leaf, north, [])), 'malformed-proof', bad);
  }
  assert.equal(codeOf(verifyEntryProof('x'.repeat(4_000_000), leaf, north, [])), 'oversize');
});

const bare = { key: north, cosigners: [], entries };
const cosigners = [south, third];
const twice = withCosignature(checkpoint, cosign(checkpoint, third, 1_700_000_060));
const record = exportRecord({ key: north, cosigners, entries, checkpoint: twice });

test('an exported record is lines of canonical JSON: header, entries, checkpoint', () => {
  const lines = record.split('\n');
  assert.equal(
    lines[0],
    `{"cosigners":["${south.vkey}","${third.vkey}"],"origin":"north.example/line-7",` +
      `"parley":"record","size":7,"version":1,"vkey":"${north.vkey}"}`,
  );
  assert.equal(lines[3], '{"entry":"{\\"index\\":2,\\"story\\":\\"as it was\\"}","index":2}');
  assert.deepEqual(JSON.parse(lines[8] ?? ''), { checkpoint: twice });
  assert.equal(lines[9], '');
  assert.equal(lines.length, 10);
});

test('an exported record verifies by itself and gives all it holds', () => {
  assert.deepEqual(valueOf(verifyExport(record)), {
    origin: 'north.example/line-7',
    vkey: north.vkey,
    cosigners: [south.vkey, third.vkey],
    size: 7,
    rootHash: tree.root(),
    checkpoint: twice,
    cosigned: [
      { name: 'south.example/w', timeSeconds: 1_700_000_000 },
      { name: 'third.example/w', timeSeconds: 1_700_000_060 },
    ],
    entries: [0, 1, 2, 3, 4, 5, 6].map((index) => ({ index, story: 'as it was' })),
    bytes: entries,
  });
});

test('an empty record, and one that nobody cosigned, can be exported', () => {
  const empty = exportRecord({
    key: north,
    cosigners: [],
    entries: [],
    checkpoint: checkpointOver([]),
  });
  assert.equal(valueOf(verifyExport(empty)).size, 0);
  const alone = exportRecord({ key: north, cosigners: [], entries, checkpoint });
  assert.deepEqual(valueOf(verifyExport(alone)).cosigned, []);
  assert(!alone.includes('south.example'), 'who is not listed is left out');
});

test('an entry that is no canonical JSON is exported all the same, as base64', () => {
  const odd = [hex('ff00'), new TextEncoder().encode('{"b": 1}'), canonicalBytes('plain')];
  const text7 = exportRecord({
    key: north,
    cosigners: [],
    entries: odd,
    checkpoint: checkpointOver(odd),
  });
  assert(text7.includes('{"base64":"/wA=","index":0}\n{"base64":"eyJiIjogMX0=","index":1}\n'));
  assert.deepEqual(valueOf(verifyExport(text7)).entries, [undefined, undefined, 'plain']);
  const spelled = text7.replace(/\{"entry":.*"index":2\}/u, '{"base64":"InBsYWluIg==","index":2}');
  assert.equal(codeOf(verifyExport(spelled)), 'malformed-record');
});

test('no bit of an exported record can change', () => {
  // Short names keep this file small; its every bit is tried.
  const owner = signerKey('n', 'ed25519', new Uint8Array(32).fill(1));
  const witness = signerKey('s', 'cosignature-ed25519', new Uint8Array(32).fill(2));
  const small = [canonicalBytes({ a: 'é' })];
  const rootHash = treeOf(small).root();
  const note = signCheckpoint({ origin: 'n', size: 1, rootHash }, owner);
  const both = withCosignature(note, cosign(note, witness, 1));
  const file = exportRecord({ key: owner, cosigners: [witness], entries: small, checkpoint: both });
  assert.equal(codeOf(verifyExport(file)), 'accepted');
  for (const flip of bitFlips(file)) {
    assert.notEqual(codeOf(verifyExport(flip)), 'accepted', JSON.stringify(flip));
  }
});

test('no line of an exported record can be added, dropped, doubled or moved', () => {
  const lines = record.slice(0, -1).split('\n');
  assert.equal(joined(lines), record);
  for (let i = 0; i < lines.length; i++) {
    for (const changed of [
      lines.toSpliced(i, 1),
      lines.toSpliced(i, 0, lines[i] ?? ''),
      lines.toSpliced(i, 0, ''),
      i === 0 ? [...lines, '{}'] : lines.with(i, lines[i - 1] ?? '').with(i - 1, lines[i] ?? ''),
    ]) {
      assert.equal(verifyExport(joined(changed)).ok, false);
    }
  }
  assert.equal(codeOf(verifyExport(record.slice(0, -1))), 'malformed-record');
  assert.equal(codeOf(verifyExport(`${record}\n`)), 'malformed-record');
  assert.equal(codeOf(verifyExport(`\ufeff${record}`)), 'malformed-record');
  assert.equal(codeOf(verifyExport(record.replaceAll('\n', '\r\n'))), 'malformed-record');
});

test('a record whose owner signed another root or size is refused', () => {
  const other = signCheckpoint({ origin: north.name, size: 7, rootHash: tree.root(6) }, north);
  const wrongRoot = exportRecord({ key: north, cosigners: [], entries, checkpoint: other });
  assert.equal(codeOf(verifyExport(wrongRoot)), 'root-mismatch');
  const short = checkpointOver(entriesOf(6));
  const wrongSize = exportRecord({ key: north, cosigners: [], entries, checkpoint: short });
  assert.equal(codeOf(verifyExport(wrongSize)), 'root-mismatch');
});

test('a size that is not the number of entries is refused, even over their very root', () => {
  const head = { origin: north.name, size: 8, rootHash: tree.root() };
  const file = exportRecord({ ...bare, checkpoint: signCheckpoint(head, north) });
  assert.equal(codeOf(verifyExport(file)), 'root-mismatch');
});

test('members that no exporter writes are refused in the header and in the last line', () => {
  const file = exportRecord({ ...bare, checkpoint });
  for (const changed of [
    file.replace('"version":1,', '"version":1,"version2":1,'),
    file.replace('"version":1,', ''),
    file.replace('"version":1', '"version":2'),
    file.replace('{"checkpoint":', '{"cause":"","checkpoint":'),
    file.replace('"size":7', '"size":-7'),
  ]) {
    assert.equal(codeOf(verifyExport(changed)), 'malformed-record', changed);
  }
});

test('a cosigner that is listed twice does not count as two', () => {
  const file = exportRecord({ ...bare, cosigners: [south, south], checkpoint });
  assert.equal(codeOf(verifyExport(file)), 'malformed-record');
});

test('a listed cosigner that has not cosigned throws on export and is refused on reading', () => {
  assert.throws(() => exportRecord({ key: north, cosigners, entries, checkpoint }), /bug: third/u);
  const claimed = exportRecord({ key: north, cosigners: [south], entries, checkpoint }).replace(
    `"${south.vkey}"`,
    `"${south.vkey}","${third.vkey}"`,
  );
  assert.equal(codeOf(verifyExport(claimed)), 'malformed-record');
});

test('any text is read or refused, and never throws', () => {
  const pieces = [...record.split('\n'), '\n', '{}', '[]', 'null', '{"checkpoint":1}', '\ud800'];
  const texts = fc.array(fc.constantFrom(...pieces)).map((all) => all.join('\n'));
  fc.assert(
    fc.property(fc.oneof(fc.string(), texts), (any) => {
      assert.equal(verifyExport(any).ok, false);
      assert.equal(verifyEntryProof(any, leaf, north, [south]).ok, false);
    }),
    { numRuns: 40 },
  );
});

function joined(lines: readonly (string | undefined)[]): string {
  return `${lines.join('\n')}\n`;
}
