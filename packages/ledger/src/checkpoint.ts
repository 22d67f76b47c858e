// Signed checkpoints (C2SP tlog-checkpoint): the statement "my record has this many entries and
// this root", under the key of the record.

import { checkpointText, readCheckpoint } from './checkpoint-text.ts';
import type { Checkpoint } from './checkpoint-text.ts';
import type { SignerKey, VerifierKey } from './key.ts';
import { readNote, signNote, verifyNote } from './note.ts';
import { assert, refused } from './reading.ts';
import type { Checked } from './reading.ts';

/** Signs a checkpoint of the key's own record (the origin is the key's name, or it throws). */
export function signCheckpoint(checkpoint: Checkpoint, key: SignerKey): string {
  assert(checkpoint.origin === key.name, `${key.name} does not sign for ${checkpoint.origin}`);
  return signNote(checkpointText(checkpoint), key);
}

/**
 * Verifies that a record's key signed this checkpoint of its own record. Other signatures are not
 * looked at. Refuses: as readNote and readCheckpoint, wrong-key-type, not-this-record,
 * not-signed, wrongly-signed.
 */
export function verifyCheckpoint(note: string, key: VerifierKey): Checked<Checkpoint> {
  if (key.type !== 'ed25519') {
    return refused('wrong-key-type', `${key.name} is a cosigner's key; a record's key is 0x01.`);
  }
  const checkpoint = readUnverified(note);
  if (!checkpoint.ok) return checkpoint;
  if (checkpoint.value.origin !== key.name) {
    return refused(
      'not-this-record',
      `The checkpoint is of ${checkpoint.value.origin}, not of ${key.name}.`,
    );
  }
  const verified = verifyNote(note, [key]);
  return verified.ok ? checkpoint : verified;
}

/** What a signed checkpoint says, before anyone has looked at its signatures. */
export function readUnverified(note: string): Checked<Checkpoint> {
  const read = readNote(note);
  return read.ok ? readCheckpoint(read.value.text) : read;
}
