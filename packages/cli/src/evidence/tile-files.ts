// A record as a folder of files (C2SP tlog-tiles): checkpoint, tiles of hashes, bundles of entries.
// Any web server can hold it, and any reader of such logs can follow it.
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findingsOf, invalid, noKey } from '@parley/evidence';
import type { Findings, TrustedKey } from '@parley/evidence';
import {
  bundleBytes,
  bundledEntryBytesMax,
  leafHash,
  MerkleTree,
  readCanonical,
  readNote,
  tileBytes,
  tilePath,
  tilesOf,
  verifyCheckpoint,
  verifyCosignature,
  verifyExport,
  verifyTiles,
} from '@parley/ledger';
import { accept, refuse } from '@parley/protocol';
import type { Outcome } from '@parley/protocol';
import { readText, reasonOf, writeFile } from '../file-text.ts';

const CHECKPOINT = 'checkpoint';
/** A full bundle of the longest entries. */
const FILE_BYTES_MAX = 256 * (2 + bundledEntryBytesMax);

/** Writes an exported record as files below a folder; how many, the checkpoint last. */
export function writeTiles(folder: string, exported: string): Outcome<number> {
  const record = verifyExport(exported);
  if (!record.ok) throw new Error(`bug: the node gave no whole record: ${record.refusal.sentence}`);
  const { bytes, checkpoint } = record.value;
  const tree = MerkleTree.of(bytes.map(leafHash));
  const tiles = tilesOf(bytes.length);
  for (const tile of tiles) {
    const from = 256 * tile.index;
    const bundle =
      tile.level === 'entries' ? bundleBytes(bytes.slice(from, from + tile.width)) : undefined;
    if (bundle?.ok === false) {
      const right = `entries up to ${bundledEntryBytesMax} bytes; parley export --out takes all`;
      return refuse('malformed', tilePath(tile), bundle.refusal.sentence, right);
    }
    const content = bundle?.value ?? tileBytes(tree, tile);
    const written = writeBelow(folder, tilePath(tile), content);
    if (!written.ok) return written;
  }
  // Whoever reads the folder meanwhile finds all that its checkpoint speaks of.
  const last = writeBelow(folder, CHECKPOINT, checkpoint);
  return last.ok ? accept(tiles.length + 1) : last;
}

function writeBelow(
  folder: string,
  path: string,
  content: string | Uint8Array,
): Outcome<undefined> {
  const file = join(folder, path);
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (fault) {
    return refuse('not-found', file, reasonOf(fault), 'a folder that can be made');
  }
  return writeFile(file, content);
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Checks a folder of tiles as a record, against the keys that are trusted. */
export function checkTiles(folder: string, trusted: readonly TrustedKey[]): Outcome<Findings> {
  const kind = 'a record as tiles';
  const checkpoint = readText(join(folder, CHECKPOINT));
  if (!checkpoint.ok) return checkpoint;
  const keys = [...new Map(trusted.map(({ key }) => [key.vkey, key])).values()];
  if (keys.length === 0) return noKey();
  const note = readNote(checkpoint.value);
  if (!note.ok) return accept(invalid(kind, note.refusal.sentence));
  const signed = keys
    .filter(({ type }) => type === 'ed25519')
    .map((key) => ({ key, head: verifyCheckpoint(checkpoint.value, key) }))
    .find(({ head }) => head.ok);
  if (signed?.head.ok !== true) {
    return accept(invalid(kind, 'its checkpoint is not signed by a key that you gave.'));
  }
  const entries = verifyTiles(signed.head.value, (path) => readTile(join(folder, path)));
  if (!entries.ok) return accept(invalid(kind, entries.refusal.sentence));
  const { origin, size } = signed.head.value;
  const cosigned = keys.flatMap((key) => {
    const seen = verifyCosignature(checkpoint.value, key);
    return seen.ok ? [{ vkey: key.vkey, name: key.name, timeSeconds: seen.value.timeSeconds }] : [];
  });
  const read = entries.value.map((bytes) => readCanonical(bytes, bundledEntryBytesMax));
  const record = {
    origin,
    vkey: signed.key.vkey,
    cosigners: cosigned.map(({ vkey }) => vkey),
    size,
    entries: read.map((entry) => (entry.ok ? entry.value : undefined)),
    cosigned,
  };
  return accept(findingsOf(kind, record, trusted));
}

function readTile(path: string): Uint8Array | undefined {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? Infinity;
  return size <= FILE_BYTES_MAX ? readFileSync(path) : undefined;
}
