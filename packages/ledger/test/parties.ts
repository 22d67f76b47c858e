// Two parties and their keys, as every test of this package knows them; seeds are fixed.

import assert from 'node:assert/strict';
import { canonicalBytes, cosign, leafHash, MerkleTree } from '../src/index.ts';
import { openMirror, signCheckpoint, signerKey, withCosignature } from '../src/index.ts';
import { bundleBytes, tileBytes, tilePath, tilesOf } from '../src/index.ts';
import type { Checked, LedgerCode, Mirror } from '../src/index.ts';

export const north = signerKey('north.example/line-7', 'ed25519', new Uint8Array(32).fill(1));
export const northAgain = signerKey(north.name, 'ed25519', new Uint8Array(32).fill(9));
export const south = signerKey(
  'south.example/w',
  'cosignature-ed25519',
  new Uint8Array(32).fill(2),
);
export const third = signerKey(
  'third.example/w',
  'cosignature-ed25519',
  new Uint8Array(32).fill(3),
);

/** The first `count` entries of a history; another `story` is another history. */
export function entriesOf(count: number, story = 'as it was'): Uint8Array[] {
  return Array.from({ length: count }, (_, index) => canonicalBytes({ index, story }));
}

export function treeOf(entries: readonly Uint8Array[]): MerkleTree {
  return MerkleTree.of(entries.map(leafHash));
}

/** The files of a record, by path. */
export function filesOf(entries: readonly Uint8Array[]): Map<string, Uint8Array> {
  const tree = treeOf(entries);
  return new Map(
    tilesOf(entries.length).map((tile) => {
      const from = 256 * tile.index;
      const bytes =
        tile.level === 'entries'
          ? valueOf(bundleBytes(entries.slice(from, from + tile.width)))
          : tileBytes(tree, tile);
      return [tilePath(tile), bytes];
    }),
  );
}

/** North's signed checkpoint over exactly these entries. */
export function checkpointOver(entries: readonly Uint8Array[]): string {
  const tree = treeOf(entries);
  return signCheckpoint({ origin: north.name, size: tree.size, rootHash: tree.root() }, north);
}

export function cosigned(note: string): string {
  return withCosignature(note, cosign(note, south, 1_700_000_000));
}

/** A mirror of north's record that holds these entries. */
export function mirrorOf(entries: readonly Uint8Array[]): Mirror {
  const checkpoint = entries.length === 0 ? '' : checkpointOver(entries);
  return valueOf(openMirror(north, entries.map(leafHash), checkpoint));
}

export function valueOf<T>(reading: Checked<T>): T {
  assert(reading.ok, reading.ok ? '' : `refused: ${reading.refusal.sentence}`);
  return reading.value;
}

export function codeOf(reading: Checked<unknown>): LedgerCode | 'accepted' {
  return reading.ok ? 'accepted' : reading.refusal.code;
}

export function hex(text: string): Uint8Array {
  return Uint8Array.fromHex(text);
}

/** Every text that differs from this one in one bit of its UTF-8 bytes, and is still UTF-8. */
export function* bitFlips(text: string): Generator<string> {
  const bytes = new TextEncoder().encode(text);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for (let bit = 0; bit < 8 * bytes.length; bit++) {
    const at = Math.floor(bit / 8);
    const kept = bytes[at] ?? 0;
    bytes[at] = kept ^ (1 << (bit % 8));
    try {
      yield decoder.decode(bytes);
    } catch {
      // Not a text at all: whoever reads the file refuses it before this package sees it.
    }
    bytes[at] = kept;
  }
}
