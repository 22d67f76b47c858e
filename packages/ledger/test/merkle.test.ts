// Roots and proofs of RFC 6962. The literal hashes are those of the eight-leaf tree that the
// reference implementations of Certificate Transparency test themselves with.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import {
  emptyRoot,
  leafHash,
  MerkleTree,
  verifyConsistency,
  verifyInclusion,
} from '../src/index.ts';
import type { Hash } from '../src/index.ts';
import { hex } from './parties.ts';

const inputs = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(hex);

const leaves = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
  '0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7',
  '07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7',
  'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  '4271a26be0d8a84f0bd54c8c302e7cb3a3b5d1fa6780a40bcce2873477dab658',
  'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f',
  '46f6ffadd3d06a09ff3c5860d2755c8b9819db7df44251788c7d8e3180de8eb1',
];
const pairs = [
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
  '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
  'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
];
const fours = [
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
];
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const tree = MerkleTree.of(inputs.map(leafHash));

test('leaf hashes and all nine roots are those of the reference tree', () => {
  assert.deepEqual(
    inputs.map((input) => leafHash(input).toHex()),
    leaves,
  );
  assert.deepEqual(
    roots.map((_, size) => tree.root(size).toHex()),
    roots,
  );
  assert.equal(emptyRoot().toHex(), roots[0]);
  assert.equal(tree.root().toHex(), roots[8]);
});

test('inclusion proofs are the sibling hashes from the leaf up', () => {
  const cases: readonly (readonly [index: number, size: number, proof: (string | undefined)[]])[] =
    [
      [0, 1, []],
      [0, 8, [leaves[1], pairs[1], fours[1]]],
      [5, 8, [leaves[4], pairs[3], fours[0]]],
      [2, 3, [pairs[0]]],
      [1, 5, [leaves[0], pairs[1], leaves[4]]],
      [6, 7, [pairs[2], fours[0]]],
    ];
  for (const [index, size, proof] of cases) {
    assert.deepEqual(
      tree.inclusionProof(index, size).map((hash) => hash.toHex()),
      proof,
    );
  }
});

test('consistency proofs are those of RFC 6962 section 2.1.3', () => {
  const cases: readonly (readonly [from: number, to: number, proof: (string | undefined)[]])[] = [
    [0, 8, []],
    [8, 8, []],
    [1, 8, [leaves[1], pairs[1], fours[1]]],
    [6, 8, [pairs[2], pairs[3], fours[0]]],
    [2, 5, [pairs[1], leaves[4]]],
    [4, 7, [fourOfSeven()]],
    [6, 7, [pairs[2], leaves[6], fours[0]]],
    [3, 7, [leaves[2], leaves[3], pairs[0], fourOfSeven()]],
  ];
  for (const [from, to, proof] of cases) {
    assert.deepEqual(
      tree.consistencyProof(from, to).map((hash) => hash.toHex()),
      proof,
    );
  }
});

test('every inclusion proof up to 64 leaves verifies, at its own place only', () => {
  const big = counted(64);
  for (let size = 1; size <= 64; size++) {
    const root = naiveRoot(big.leaves.slice(0, size));
    assert.deepEqual(big.tree.root(size), root);
    for (let index = 0; index < size; index++) {
      const proof = big.tree.inclusionProof(index, size);
      const leaf = at(big.leaves, index);
      assert(verifyInclusion({ leaf, index, size, root, proof }));
      assert(!verifyInclusion({ leaf, index: (index + 1) % (size + 1), size, root, proof }));
      assert(!verifyInclusion({ leaf: emptyRoot(), index, size, root, proof }));
      assert(!verifyInclusion({ leaf, index, size, root, proof: [...proof, root] }));
      assert(!verifyInclusion({ leaf, index, size, root: leafHash(root), proof }));
    }
  }
});

test('every consistency proof up to 64 leaves verifies, and for no other root or size', () => {
  const big = counted(64);
  for (let newSize = 0; newSize <= 64; newSize++) {
    const newRoot = naiveRoot(big.leaves.slice(0, newSize));
    for (let oldSize = 0; oldSize <= newSize; oldSize++) {
      const oldRoot = naiveRoot(big.leaves.slice(0, oldSize));
      const proof = big.tree.consistencyProof(oldSize, newSize);
      const good = { oldSize, oldRoot, newSize, newRoot, proof };
      assert(verifyConsistency(good), `${oldSize} to ${newSize}`);
      assert(!verifyConsistency({ ...good, oldRoot: leafHash(oldRoot) }));
      assert(!verifyConsistency({ ...good, proof: [...proof, newRoot] }));
      if (oldSize === 0) continue;
      assert(!verifyConsistency({ ...good, newRoot: leafHash(newRoot) }));
      assert(!verifyConsistency({ ...good, oldSize: oldSize - 1 }));
      if (proof.length > 0) assert(!verifyConsistency({ ...good, proof: proof.slice(1) }));
    }
  }
});

test('a proof with more hashes than its tree has levels is refused, whatever it hashes to', () => {
  const [leaf, other] = [leafHash(hex('aa')), leafHash(hex('bb'))];
  const root = sha256(Uint8Array.of(1), other, leaf);
  assert(verifyInclusion({ leaf, index: 1, size: 2, root, proof: [other] }));
  assert(!verifyInclusion({ leaf, index: 0, size: 1, root, proof: [other] }));
  const top = sha256(Uint8Array.of(1), other, root);
  assert(!verifyInclusion({ leaf, index: 1, size: 2, root: top, proof: [other, other] }));
  // The two leaves of `root` as trees of size 1 and 2, then with one hash too many.
  const heads = { oldSize: 1, oldRoot: other, newSize: 2, newRoot: root };
  assert(verifyConsistency({ ...heads, proof: [leaf] }));
  const grown = sha256(Uint8Array.of(1), leaf, root);
  const oldGrown = sha256(Uint8Array.of(1), leaf, other);
  assert(!verifyConsistency({ ...heads, newRoot: grown, proof: [leaf, leaf] }));
  const both = { ...heads, oldRoot: oldGrown, newRoot: grown };
  assert(!verifyConsistency({ ...both, proof: [leaf, leaf] }));
});

test('a proof with any one bit changed does not verify', () => {
  const proof = tree.inclusionProof(4, 7);
  const consistency = tree.consistencyProof(3, 7);
  const leaf = leafHash(at(inputs, 4));
  for (let bit = 0; bit < 256; bit++) {
    for (let i = 0; i < proof.length; i++) {
      const bad = proof.with(i, flipped(at(proof, i), bit));
      assert(!verifyInclusion({ leaf, index: 4, size: 7, root: tree.root(7), proof: bad }));
    }
    for (let i = 0; i < consistency.length; i++) {
      const bad = consistency.with(i, flipped(at(consistency, i), bit));
      const [oldRoot, newRoot] = [tree.root(3), tree.root(7)];
      assert(!verifyConsistency({ oldSize: 3, oldRoot, newSize: 7, newRoot, proof: bad }));
    }
  }
});

test('verifying never throws, whatever the numbers and lengths', () => {
  const number = fc.oneof(fc.nat(9), fc.constantFrom(-1, 0.5, NaN, Infinity, 2 ** 53, 2 ** 53 - 1));
  const hash = fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.constantFrom(...leaves.map(hex)));
  const hashes = fc.array(hash, { maxLength: 70 });
  fc.assert(
    fc.property(number, number, hash, hash, hashes, (a, b, x, y, proof) => {
      assert.equal(
        verifyInclusion({ leaf: x, index: a, size: b, root: y, proof }) && a >= b,
        false,
      );
      const verdict = { oldSize: a, oldRoot: x, newSize: b, newRoot: y, proof };
      assert.equal(verifyConsistency(verdict) && a > b, false);
    }),
  );
});

test('sizes beyond 32 bits are counted exactly', () => {
  // A leaf alone to the right of 2^40 leaves: its one sibling is the root of those.
  const left = leafHash(hex('aa'));
  const leaf = leafHash(hex('bb'));
  const size = 2 ** 40 + 1;
  const root = sha256(Uint8Array.of(1), left, leaf);
  assert(verifyInclusion({ leaf, index: size - 1, size, root, proof: [left] }));
  assert(!verifyInclusion({ leaf, index: 0, size, root, proof: [left] }));
  const consistent = { oldSize: 2 ** 40, oldRoot: left, newSize: size, newRoot: root };
  assert(verifyConsistency({ ...consistent, proof: [leaf] }));
  assert(!verifyConsistency({ ...consistent, oldSize: 2 ** 39, proof: [leaf] }));
});

test('a branch and its tree grow apart without touching each other', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.nat(12), fc.nat(12), (common, mine, yours) => {
      const base = counted(common).leaves;
      const ours = MerkleTree.of(base);
      const theirs = ours.branch();
      const more = counted(mine + yours, 'more').leaves;
      for (const leaf of more.slice(0, mine)) ours.append(leaf);
      for (const leaf of more.slice(mine)) theirs.append(leaf);
      assert.deepEqual(ours.root(), naiveRoot([...base, ...more.slice(0, mine)]));
      assert.deepEqual(theirs.root(), naiveRoot([...base, ...more.slice(mine)]));
      assert.deepEqual(theirs.root(common), naiveRoot(base));
    }),
  );
});

test('rootWith tells the root of a continuation and changes nothing', () => {
  const { leaves: all } = counted(40);
  for (let size = 0; size <= 40; size++) {
    const some = MerkleTree.of(all.slice(0, 20));
    const kept = Math.min(size, 20);
    assert.deepEqual(some.rootWith(all.slice(kept), kept), naiveRoot(all));
    assert.deepEqual(some.root(), naiveRoot(all.slice(0, 20)));
  }
});

test('what a tree hands out is a copy', () => {
  const own = MerkleTree.of(inputs.map(leafHash));
  own.leaf(0).fill(0);
  own.root(1).fill(0);
  for (const hash of own.inclusionProof(0)) hash.fill(0);
  for (const hash of own.consistencyProof(6)) hash.fill(0);
  own.rootWith([], 1).fill(0);
  assert.equal(own.root().toHex(), roots[8]);
});

test('an index or a size out of range, and a leaf of wrong length, is a bug and throws', () => {
  const bug = /^Error: bug: /u;
  for (const wrong of [-1, 9, 0.5, NaN]) {
    assert.throws(() => tree.root(wrong), bug);
    assert.throws(() => tree.leaf(wrong), bug);
    assert.throws(() => tree.inclusionProof(wrong), bug);
    assert.throws(() => tree.consistencyProof(wrong), bug);
  }
  assert.throws(() => tree.inclusionProof(0, 0), bug);
  assert.throws(() => MerkleTree.of([new Uint8Array(31)]), bug);
});

/** The node over leaves 4 to 6, which no level of the eight-leaf tree holds. */
function fourOfSeven(): string {
  return sha256(Uint8Array.of(1), hex(pairs[2] ?? ''), hex(leaves[6] ?? '')).toHex();
}

function counted(count: number, word = 'leaf'): { leaves: Hash[]; tree: MerkleTree } {
  const own = Array.from({ length: count }, (_, i) => leafHash(Buffer.from(`${word} ${i}`)));
  return { leaves: own, tree: MerkleTree.of(own) };
}

/** MTH of RFC 6962 section 2.1, word for word, with Node's own SHA-256. */
function naiveRoot(hashes: readonly Hash[]): Hash {
  if (hashes.length === 0) return sha256();
  if (hashes.length === 1) return at(hashes, 0);
  let split = 1;
  while (2 * split < hashes.length) split *= 2;
  const [left, right] = [naiveRoot(hashes.slice(0, split)), naiveRoot(hashes.slice(split))];
  return sha256(Uint8Array.of(1), left, right);
}

function sha256(...parts: readonly Uint8Array[]): Hash {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return Uint8Array.from(hash.digest());
}

function flipped(hash: Hash, bit: number): Hash {
  const byte = Math.floor(bit / 8);
  return hash.with(byte, at(hash, byte) ^ (1 << (bit % 8)));
}

function at<T>(items: ArrayLike<T>, index: number): T {
  const item = items[index];
  assert(item !== undefined);
  return item;
}
