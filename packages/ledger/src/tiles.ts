// A record as files that any web server can hold and any reader fetch in part (C2SP tlog-tiles
// v0.1.0): hashes in tiles of 256, entries in bundles of as many, under paths that say which.

import { joinBytes, sameBytes } from './bytes.ts';
import { treeLeavesMax } from './limits.ts';
import { hashBytes, leafHash, MerkleTree } from './merkle.ts';
import type { Hash } from './merkle.ts';
import { assert, checked, refused } from './reading.ts';
import type { Checked } from './reading.ts';

/**
 * A tile: `width` hashes from `index` * 256 on of a level, each over 256^level leaves; or the
 * entries themselves. A width below 256 is that of the last one, which is not full yet.
 */
export type Tile = {
  readonly level: number | 'entries';
  readonly index: number;
  readonly width: number;
};

/** Hashes in a full tile, entries in a full bundle. */
export const tileWidth = 256;
/** The longest entry that a bundle can carry, bytes: its length has 16 bits there. */
export const bundledEntryBytesMax = 65_535;
const levelMax = 63;

/** Every tile and bundle of a record of this size, entries first, then level by level. */
export function tilesOf(size: number): Tile[] {
  const isSize = Number.isSafeInteger(size) && size >= 0 && size <= treeLeavesMax;
  assert(isSize, `${size} is not the size of a record`);
  const tiles = row('entries', size);
  for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / tileWidth)) {
    tiles.push(...row(level, count));
  }
  return tiles;
}

function row(level: Tile['level'], count: number): Tile[] {
  return Array.from({ length: Math.ceil(count / tileWidth) }, (_, index) => {
    return { level, index, width: Math.min(tileWidth, count - index * tileWidth) };
  });
}

/** Where a tile stands, as in "tile/0/x001/x234/067" or "tile/entries/000.p/17". */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index).padStart(3 * Math.ceil(String(index).length / 3), '0');
  const groups = digits.match(/\d{3}/g) ?? [];
  const place = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${place}${width < tileWidth ? `.p/${width}` : ''}`;
}

/** The tile that a path names, or what is wrong with it. Each tile has one path. */
export function readTilePath(path: string): Checked<Tile> {
  const parts = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path);
  if (parts !== null) {
    const [, named = '', place = '', width = String(tileWidth)] = parts;
    const level = named === 'entries' ? named : Number(named);
    const index = Number(place.replaceAll(/[x/]/g, ''));
    const tile: Tile = { level, index, width: Number(width) };
    const isLevel = level === 'entries' || level <= levelMax;
    if (isLevel && Number.isSafeInteger(index) && tile.width >= 1 && tilePath(tile) === path) {
      return checked(tile);
    }
  }
  const right = 'one like "tile/0/x001/234", or "tile/entries/000.p/17" for one that is not full';
  return refused(
    'malformed-record',
    `"${path.slice(0, 100)}" is no path of a tile; right: ${right}`,
  );
}

/** The bytes of a tile of hashes. The tree must have all of it. */
export function tileBytes(tree: MerkleTree, { level, index, width }: Tile): Uint8Array {
  assert(level !== 'entries', 'a tree has no entries');
  const hashes = Array.from({ length: width }, (_, i) =>
    tree.complete(8 * level, index * tileWidth + i),
  );
  return joinBytes(...hashes);
}

/** The bytes of a bundle: for each entry its length, 16 bits big-endian, and its exact bytes. */
export function bundleBytes(entries: readonly Uint8Array[]): Checked<Uint8Array> {
  assert(entries.length <= tileWidth, `a bundle has at most ${tileWidth} entries`);
  const parts: Uint8Array[] = [];
  for (const entry of entries) {
    if (entry.length > bundledEntryBytesMax) {
      const most = `a bundle carries at most ${bundledEntryBytesMax}`;
      return refused('oversize', `an entry has ${entry.length} bytes; ${most}`);
    }
    parts.push(Uint8Array.of(entry.length >> 8, entry.length & 255), entry);
  }
  return checked(joinBytes(...parts));
}

/** The entries of a bundle that must have `width` of them, and not a byte more. */
export function readBundle(bytes: Uint8Array, width: number): Checked<Uint8Array[]> {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (entries.length < width) {
    const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    if (at + 2 + length > bytes.length) {
      return refused(
        'malformed-record',
        `a bundle ends in its entry ${entries.length}; it should have ${width} of them`,
      );
    }
    entries.push(bytes.slice(at + 2, at + 2 + length));
    at += 2 + length;
  }
  if (at === bytes.length) return checked(entries);
  const more = bytes.length - at;
  return refused('malformed-record', `a bundle is longer than its ${width} entries, by ${more} B`);
}

/**
 * All entries of a record of this size and root from its files; or what is wrong: a file that is
 * missing or malformed, entries that are not those of the root, a tile that is not that of the
 * entries. `fileAt` gives the bytes of a path.
 */
export function verifyTiles(
  { size, rootHash }: { readonly size: number; readonly rootHash: Hash },
  fileAt: (path: string) => Uint8Array | undefined,
): Checked<Uint8Array[]> {
  const tiles = tilesOf(size);
  const entries: Uint8Array[] = [];
  for (const tile of tiles.filter(({ level }) => level === 'entries')) {
    const bytes = fileAt(tilePath(tile));
    if (bytes === undefined) return missing(tile);
    const bundle = readBundle(bytes, tile.width);
    if (!bundle.ok)
      return refused('malformed-record', `${tilePath(tile)}: ${bundle.refusal.sentence}`);
    entries.push(...bundle.value);
  }
  const tree = MerkleTree.of(entries.map(leafHash));
  if (!sameBytes(tree.root(), rootHash)) {
    return refused('root-mismatch', 'the entries in the bundles are not those of the root');
  }
  for (const tile of tiles.filter(({ level }) => level !== 'entries')) {
    const bytes = fileAt(tilePath(tile));
    if (bytes === undefined) return missing(tile);
    if (!sameBytes(bytes, tileBytes(tree, tile))) {
      const length = tile.width * hashBytes;
      return refused('root-mismatch', `${tilePath(tile)} is not the ${length} B of its entries`);
    }
  }
  return checked(entries);
}

function missing(tile: Tile): Checked<never> {
  return refused('malformed-record', `${tilePath(tile)} is missing`);
}
