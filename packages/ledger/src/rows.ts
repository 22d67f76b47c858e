// The rows of evidence files: JSON lines that an investigator can read. Every row is canonical and
// every bit of it counts: what one flip leaves valid does not exist.

import { fromBase64, toBase64 } from './base64.ts';
import { fromUtf8, toUtf8 } from './bytes.ts';
import { canonicalBytes, readCanonical } from './canonical.ts';
import type { CanonicalValue } from './canonical.ts';
import { verifyCheckpoint } from './checkpoint.ts';
import type { Checkpoint } from './checkpoint-text.ts';
import { readVerifierKey } from './key.ts';
import type { VerifierKey } from './key.ts';
import { entryBytesMax, noteCharactersMax } from './limits.ts';
import { isBy, readNote } from './note.ts';
import { readCosigned } from './proof.ts';
import type { Cosigned } from './proof.ts';
import { assert, checked, refused } from './reading.ts';
import type { Checked } from './reading.ts';

export type Members = { readonly [key: string]: CanonicalValue };

/** A row is at most this much longer than what it holds (six characters for a byte). */
const rowBytesMax = 6 * Math.max(entryBytesMax, noteCharactersMax) + 16_384;

/** The one text of a row, without its newline. */
export function rowText(value: Members): string {
  const text = fromUtf8(canonicalBytes(value));
  assert(text !== undefined, 'canonical bytes are UTF-8');
  return text;
}

/** The members of a row that is a canonical object, or undefined. */
export function readMembers(row: string): Members | undefined {
  if (!row.isWellFormed()) return undefined;
  const read = readCanonical(toUtf8(row), rowBytesMax);
  if (!read.ok || typeof read.value !== 'object' || Array.isArray(read.value)) return undefined;
  return read.value as Members;
}

/** Canonical entries travel as text, whatever else an author put on the record as base64. */
export function entryMembers(entry: Uint8Array): Members {
  const text = readCanonical(entry, entryBytesMax).ok ? fromUtf8(entry) : undefined;
  return text === undefined ? { base64: toBase64(entry) } : { entry: text };
}

/** The bytes that entryMembers was given, or undefined. Another spelling of them may pass. */
export function entryOf({ entry, base64 }: Members): Uint8Array | undefined {
  const bytes =
    typeof entry === 'string'
      ? toUtf8(entry)
      : fromBase64(typeof base64 === 'string' ? base64 : '?');
  return bytes === undefined || bytes.length > entryBytesMax ? undefined : bytes;
}

/** A note with the signatures of just these keys, in order. A missing one is a bug: throws. */
export function noteSignedBy(checkpoint: string, signers: readonly VerifierKey[]): string {
  const note = readNote(checkpoint);
  assert(note.ok, 'what is exported stands under a signed checkpoint');
  const lines = signers.map((signer) => {
    const signature = note.value.signatures.findLast((found) => isBy(found, signer));
    assert(signature !== undefined, `${signer.name} has not signed this checkpoint`);
    return `${signature.line}\n`;
  });
  return `${note.value.text}\n${lines.join('')}`;
}

/** A head whose signatures were verified: those of its record's key and of these cosigners. */
export type SignedHead = Checkpoint & { readonly cosigned: Cosigned[] };

/**
 * Verifies that a note has the signatures of these keys (C2SP verifier keys, the record's first),
 * in their order, and no other. Refuses: malformed-key, as readNote, not-these-signers, and as
 * verifyCheckpoint and verifyCosignature.
 */
export function verifySigners(checkpoint: string, vkeys: readonly string[]): Checked<SignedHead> {
  const keys: VerifierKey[] = [];
  for (const vkey of vkeys) {
    const read = readVerifierKey(vkey);
    if (!read.ok) return read;
    keys.push(read.value);
  }
  const [key, ...cosigners] = keys;
  const note = readNote(checkpoint);
  if (!note.ok) return note;
  const { signatures } = note.value;
  const isTheirs = signatures.every((found, at) => {
    const signer = keys[at];
    return signer !== undefined && isBy(found, signer);
  });
  if (key === undefined || signatures.length !== keys.length || !isTheirs) {
    const sentence = 'The checkpoint is not signed by just the keys that are listed, in order.';
    return refused('not-these-signers', sentence);
  }
  const signed = verifyCheckpoint(checkpoint, key);
  if (!signed.ok) return signed;
  const cosigned = readCosigned(checkpoint, cosigners);
  return cosigned.ok ? checked({ ...signed.value, cosigned: cosigned.value }) : cosigned;
}
