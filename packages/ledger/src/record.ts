// A whole record as one text that is checked offline: JSON lines an investigator can read.
// Every line is canonical and every bit of it counts: what one flip leaves valid does not exist.

import { fromBase64, toBase64 } from './base64.ts';
import { fromUtf8, sameBytes, toUtf8 } from './bytes.ts';
import { canonicalBytes, readCanonical } from './canonical.ts';
import type { CanonicalValue } from './canonical.ts';
import { readUnverified, verifyCheckpoint } from './checkpoint.ts';
import { readVerifierKey } from './key.ts';
import type { VerifierKey } from './key.ts';
import {
  entryBytesMax,
  noteCharactersMax,
  noteSignaturesMax,
  recordCharactersMax,
} from './limits.ts';
import { leafHash, MerkleTree } from './merkle.ts';
import type { Hash } from './merkle.ts';
import { isBy, readNote } from './note.ts';
import { readCosigned } from './proof.ts';
import type { Cosigned } from './proof.ts';
import { assert, checked, refused } from './reading.ts';
import type { Checked } from './reading.ts';

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
/** An entry is at most this much longer as a JSON string in a line (six characters for a byte). */
const lineBytesMax = 6 * Math.max(entryBytesMax, noteCharactersMax) + 1_024;

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
  const note = readNote(checkpoint);
  assert(note.ok, 'a record is exported under a signed checkpoint');
  const signers = [key, ...cosigners];
  const signatures = signers.map((signer) => {
    const signature = note.value.signatures.findLast((found) => isBy(found, signer));
    assert(signature !== undefined, `${signer.name} has not signed this checkpoint`);
    return `${signature.line}\n`;
  });
  const lines: string[] = [];
  for (const entry of args.entries) lines.push(entryLine(entry, lines.length));
  const header = {
    parley: 'record',
    version,
    origin: key.name,
    vkey: key.vkey,
    cosigners: cosigners.map((cosigner) => cosigner.vkey),
    size: lines.length,
  };
  const last = { checkpoint: `${note.value.text}\n${signatures.join('')}` };
  const text = [canonicalText(header), ...lines, canonicalText(last), ''].join('\n');
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
    const entry = readEntryLine(lines[index + 1] ?? '', index);
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
  const cosigned = verifySigners(checkpoint, origin, vkeys);
  if (!cosigned.ok) return cosigned;
  const [vkey = '', ...cosigners] = vkeys;
  const signed = { origin, vkey, cosigners, size, rootHash, cosigned: cosigned.value };
  return checked({ ...signed, entries, bytes, checkpoint });
}

function canonicalText(value: CanonicalValue): string {
  const text = fromUtf8(canonicalBytes(value));
  assert(text !== undefined, 'canonical bytes are UTF-8');
  return text;
}

/** Canonical entries travel as text, whatever else an author put on the record as base64. */
function entryLine(entry: Uint8Array, index: number): string {
  const text = readCanonical(entry, entryBytesMax).ok ? fromUtf8(entry) : undefined;
  return text === undefined
    ? canonicalText({ base64: toBase64(entry), index })
    : canonicalText({ entry: text, index });
}

/** The bytes of an entry line, or undefined unless it is the one line exportRecord would write. */
function readEntryLine(line: string, index: number): Uint8Array | undefined {
  const members = readMembers(line);
  if (members === undefined) return undefined;
  const { entry, base64 } = members;
  const bytes =
    typeof entry === 'string'
      ? toUtf8(entry)
      : fromBase64(typeof base64 === 'string' ? base64 : '?');
  if (bytes === undefined || bytes.length > entryBytesMax) return undefined;
  return entryLine(bytes, index) === line ? bytes : undefined;
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

/** Verifies that a note has the signatures of these keys, the record's first, and no other. */
function verifySigners(
  checkpoint: string,
  origin: string,
  vkeys: readonly string[],
): Checked<Cosigned[]> {
  const keys: VerifierKey[] = [];
  for (const vkey of vkeys) {
    const read = readVerifierKey(vkey);
    if (!read.ok) return read;
    keys.push(read.value);
  }
  const [key, ...cosigners] = keys;
  if (key?.name !== origin) return malformed('its origin is not the name of its key');
  const note = readNote(checkpoint);
  if (!note.ok) return note;
  const { signatures } = note.value;
  const isTheirs = signatures.every((found, i) => {
    const signer = keys[i];
    return signer !== undefined && isBy(found, signer);
  });
  if (signatures.length !== keys.length || !isTheirs) {
    return malformed('its checkpoint is not signed by the keys of its header, in their order');
  }
  const signed = verifyCheckpoint(checkpoint, key);
  return signed.ok ? readCosigned(checkpoint, cosigners) : signed;
}

/** The members of a line that is a canonical object, or undefined. */
function readMembers(line: string): { readonly [key: string]: CanonicalValue } | undefined {
  if (!line.isWellFormed()) return undefined;
  const read = readCanonical(toUtf8(line), lineBytesMax);
  if (!read.ok || typeof read.value !== 'object' || Array.isArray(read.value)) return undefined;
  return read.value as { readonly [key: string]: CanonicalValue };
}

function malformed(fault: string) {
  return refused('malformed-record', `This is not a whole exported record: ${fault}.`);
}
