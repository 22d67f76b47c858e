// A whole record as one text that is checked offline: JSON lines an investigator can read.
// Every line is canonical and every bit of it counts: what one flip leaves valid does not exist.

import { sameBytes } from './bytes.ts';
import { readCanonical } from './canonical.ts';
import type { CanonicalValue } from './canonical.ts';
import { readUnverified } from './checkpoint.ts';
import type { VerifierKey } from './key.ts';
import { entryBytesMax, noteSignaturesMax, recordCharactersMax } from './limits.ts';
import { leafHash, MerkleTree } from './merkle.ts';
import type { Hash } from './merkle.ts';
import type { Cosigned } from './proof.ts';
import { assert, checked, refused } from './reading.ts';
import type { Checked } from './reading.ts';
import {
  entryMembers,
  entryOf,
  noteSignedBy,
  readMembers,
  rowText,
  verifySigners,
} from './rows.ts';

/**
 * `entries` has every entry in order; undefined stands for one whose bytes are not canonical JSON
 * (its author wrote it so; it is in the record all the same). `vkey` and `cosigners` are the keys
 * the file itself names: compare them with the ones you trust, or nothing is proven.
 */
export type ExportedRecord = {
  readonly origin: string;
  readonly vkey: string;
  readonly cosigners: readonly string[];
  readonly size: number;
  readonly rootHash: Hash;
  readonly cosigned: Cosigned[];
  readonly entries: (CanonicalValue | undefined)[];
  /** The exact bytes of every entry, canonical or not. */
  readonly bytes: readonly Uint8Array[];
  /** The signed note over all of them. */
  readonly checkpoint: string;
};

/** `vkeys` are the texts of the record's key and of its cosigners, not yet read as keys. */
type Header = {
  readonly vkeys: readonly string[];
  readonly origin: string;
  readonly size: number;
};

const version = 1;

/**
 * The export of a record: a header line, a line for each entry, a line with the checkpoint, each
 * ending in a newline. `entries` are the exact bytes from index 0 on, `checkpoint` the signed note
 * over all of them, `cosigners` the keys whose cosignatures shall be in the file. Throws, as a bug
 * of the caller, if one of these has not signed or cosigned, or if the text would be longer than
 * recordCharactersMax; signatures of others are left out.
 */
export function exportRecord(args: {
  key: VerifierKey;
  cosigners: readonly VerifierKey[];
  entries: Iterable<Uint8Array>;
  checkpoint: string;
}): string {
  const { key, cosigners, checkpoint } = args;
  const lines: string[] = [];
  for (const entry of args.entries) lines.push(entryRow(entry, lines.length));
  const header = {
    parley: 'record',
    version,
    origin: key.name,
    vkey: key.vkey,
    cosigners: cosigners.map((cosigner) => cosigner.vkey),
    size: lines.length,
  };
  const last = { checkpoint: noteSignedBy(checkpoint, [key, ...cosigners]) };
  const text = [rowText(header), ...lines, rowText(last), ''].join('\n');
  assert(text.length <= recordCharactersMax, 'the record is too long for one text');
  return text;
}

/**
 * Verifies an export against the keys it names: the record's key signed the checkpoint, every
 * listed cosigner cosigned it, and the entries give its root. Refuses: oversize,
 * malformed-record, malformed-key, root-mismatch, and as verifyCheckpoint and verifyCosignature.
 */
export function verifyExport(text: string): Checked<ExportedRecord> {
  if (text.length > recordCharactersMax) {
    return refused('oversize', `A record has at most ${recordCharactersMax} characters.`);
  }
  const lines = text.split('\n');
  if (lines.pop() !== '') return malformed('it does not end in a newline');
  const header = readHeader(lines[0] ?? '');
  if (!header.ok) return header;
  const { vkeys, origin, size } = header.value;
  if (lines.length !== size + 2) return malformed(`it does not have ${size + 2} lines`);
  const note = readMembers(lines.at(-1) ?? '');
  const checkpoint = note?.['checkpoint'];
  if (typeof checkpoint !== 'string' || Object.keys(note ?? {}).length !== 1) {
    return malformed('its last line is not a checkpoint');
  }
  const claimed = readUnverified(checkpoint);
  if (!claimed.ok) return claimed;
  const tree = MerkleTree.of([]);
  const entries: (CanonicalValue | undefined)[] = [];
  const bytes: Uint8Array[] = [];
  for (let index = 0; index < size; index++) {
    const entry = readEntryRow(lines[index + 1] ?? '', index);
    if (entry === undefined) return malformed(`line ${index + 2} is not entry ${index}`);
    tree.append(leafHash(entry));
    bytes.push(entry);
    const value = readCanonical(entry, entryBytesMax);
    entries.push(value.ok ? value.value : undefined);
  }
  const rootHash = tree.root();
  if (claimed.value.size !== size || !sameBytes(claimed.value.rootHash, rootHash)) {
    return refused('root-mismatch', `The ${size} entries do not give the root that was signed.`);
  }
  const [vkey = '', ...cosigners] = vkeys;
  const head = verifySigners(checkpoint, vkeys);
  if (!head.ok) {
    const isForm = head.refusal.code === 'not-these-signers';
    return isForm ? malformed('its checkpoint is not signed by the keys of its header') : head;
  }
  if (head.value.origin !== origin) return malformed('its origin is not the name of its key');
  const { cosigned } = head.value;
  const signed = { origin, vkey, cosigners, size, rootHash, cosigned };
  return checked({ ...signed, entries, bytes, checkpoint });
}

function entryRow(entry: Uint8Array, index: number): string {
  return rowText({ ...entryMembers(entry), index });
}

/** The bytes of an entry's row, or undefined unless it is the one row exportRecord would write. */
function readEntryRow(row: string, index: number): Uint8Array | undefined {
  const members = readMembers(row);
  const bytes = members && entryOf(members);
  return bytes !== undefined && entryRow(bytes, index) === row ? bytes : undefined;
}

function readHeader(line: string): Checked<Header> {
  const members = readMembers(line);
  if (members === undefined) return malformed('its first line is not a canonical object');
  const { parley, version: found, origin, vkey, cosigners, size } = members;
  if (parley !== 'record' || found !== version || Object.keys(members).length !== 6) {
    return malformed(`its first line is not the header of a record of version ${version}`);
  }
  if (typeof vkey !== 'string' || typeof size !== 'number' || size < 0) {
    return malformed('its header has no vkey or no size');
  }
  if (!Array.isArray(cosigners) || cosigners.length >= noteSignaturesMax) {
    return malformed('its header has no list of cosigners, or too many');
  }
  const vkeys: unknown[] = [vkey, ...(cosigners as readonly unknown[])];
  if (typeof origin !== 'string' || !vkeys.every((listed) => typeof listed === 'string')) {
    return malformed('its header has an origin or a cosigner that is not a text');
  }
  if (new Set(vkeys).size !== vkeys.length) return malformed('its header has a key twice');
  return checked({ vkeys, origin, size });
}

function malformed(fault: string) {
  return refused('malformed-record', `This is not a whole exported record: ${fault}.`);
}
