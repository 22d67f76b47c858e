// Records as tiles: the paths of the specification, the rows that a size has, and every damage.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import {
  bundleBytes,
  leafHash,
  MerkleTree,
  readBundle,
  readTilePath,
  tilePath,
  tilesOf,
  verifyTiles,
} from '../src/index.ts';
import { codeOf, entriesOf, filesOf, treeOf, valueOf } from './parties.ts';

test('a tile stands under the path that C2SP gives it, and that path alone names it', () => {
  const cases = [
    [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
    [{ level: 0, index: 1_234_067, width: 256 }, 'tile/0/x001/x234/067'],
    [{ level: 1, index: 5, width: 17 }, 'tile/1/005.p/17'],
    [{ level: 'entries', index: 1_000, width: 1 }, 'tile/entries/x001/000.p/1'],
    [{ level: 12, index: 999, width: 255 }, 'tile/12/999.p/255'],
  ] as const;
  for (const [tile, path] of cases) {
    assert.equal(tilePath(tile), path);
    assert.deepEqual(valueOf(readTilePath(path)), tile);
  }
  for (const path of [
    'tile/00/000',
    'tile/64/000',
    'tile/0/0',
    'tile/0/1234',
    'tile/0/001/000',
    'tile/0/x000/001',
    'tile/0/000.p/256',
    'tile/0/000.p/0',
    'tile/0/000.p/01',
    'tile/8/0/000',
    'tile/entry/000',
    '/tile/0/000',
    'tile/0/000/',
    `tile/0/${'x999/'.repeat(9)}999`,
    '',
  ]) {
    assert.equal(codeOf(readTilePath(path)), 'malformed-record', path);
  }
});

test('a record of a size has these tiles, and no others', () => {
  const paths = (size: number): string[] => tilesOf(size).map(tilePath);
  assert.deepEqual(paths(0), []);
  assert.deepEqual(paths(1), ['tile/entries/000.p/1', 'tile/0/000.p/1']);
  assert.deepEqual(paths(256), ['tile/entries/000', 'tile/0/000', 'tile/1/000.p/1']);
  assert.deepEqual(paths(70_000).slice(-5), [
    'tile/0/272',
    'tile/0/273.p/112',
    'tile/1/000',
    'tile/1/001.p/17',
    'tile/2/000.p/1',
  ]);
  assert.equal(paths(70_000).length, 274 + 274 + 2 + 1);
});

test('a bundle gives back its entries, and refuses what is not whole', () => {
  const entries = [new Uint8Array(0), Uint8Array.of(7), new Uint8Array(65_535).fill(1)];
  const bytes = valueOf(bundleBytes(entries));
  assert.equal(bytes.length, 3 * 2 + 65_536);
  assert.deepEqual([...bytes.subarray(0, 7)], [0, 0, 0, 1, 7, 255, 255]);
  assert.deepEqual(valueOf(readBundle(bytes, 3)), entries);
  assert.equal(codeOf(readBundle(bytes.subarray(0, -1), 3)), 'malformed-record');
  assert.equal(codeOf(readBundle(bytes, 2)), 'malformed-record');
  assert.equal(codeOf(readBundle(bytes, 4)), 'malformed-record');
  assert.equal(codeOf(bundleBytes([new Uint8Array(65_536)])), 'oversize');
});

test('a record is had again from its files, at sizes about full tiles', () => {
  for (const size of [0, 1, 2, 255, 256, 257, 700]) {
    const entries = entriesOf(size);
    const files = filesOf(entries);
    const head = { size, rootHash: treeOf(entries).root() };
    assert.deepEqual(valueOf(verifyTiles(head, (path) => files.get(path))), entries);
  }
});

test('every flipped bit, missing file and swapped entry of a small record is found', () => {
  const entries = entriesOf(5);
  const files = filesOf(entries);
  const head = { size: 5, rootHash: treeOf(entries).root() };
  for (const [path, bytes] of files) {
    const without = (at: string): Uint8Array | undefined =>
      at === path ? undefined : files.get(at);
    assert.equal(codeOf(verifyTiles(head, without)), 'malformed-record', path);
    for (let bit = 0; bit < 8 * bytes.length; bit++) {
      const flipped = bytes.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const found = verifyTiles(head, (at) => (at === path ? flipped : files.get(at)));
      assert.equal(found.ok, false, `${path}, bit ${bit}`);
    }
  }
  const swapped = filesOf([...entries.slice(1), ...entries.slice(0, 1)]);
  assert.equal(codeOf(verifyTiles(head, (path) => swapped.get(path))), 'root-mismatch');
});

test('the hash of a full subtree is that of a tree of its leaves', () => {
  const leaves = entriesOf(40).map(leafHash);
  const tree = MerkleTree.of(leaves);
  for (const [level, index] of [
    [0, 39],
    [3, 4],
    [5, 0],
  ] as const) {
    const own = MerkleTree.of(leaves.slice(index << level, (index + 1) << level));
    assert.deepEqual(tree.complete(level, index), own.root());
  }
  assert.throws(() => tree.complete(3, 5), /bug: 48 is not within 0 to 40/);
});
