// Cosignatures (C2SP tlog-cosignature; Ed25519, type 0x04, and ML-DSA-44, type 0x06): a witness
// states that at a time this was the largest consistent head it had seen. Check consistency before
// you cosign. So a record's owner signs its own heads with ML-DSA-44, at time 0: no claim of one.

import { readCheckpoint } from './checkpoint-text.ts';
import type { Checkpoint } from './checkpoint-text.ts';
import { signCheckpoint } from './checkpoint.ts';
import { joinBytes } from './bytes.ts';
import { cosignatureTime, cosignedMessage, uint64 } from './cosigned-message.ts';
import type { SignerKey, VerifierKey } from './key.ts';
import { isBy, readNote, readSignatureLine, signatureLine, verifyNote } from './note.ts';
import { assert, checked, refused } from './reading.ts';
import type { Checked } from './reading.ts';

/**
 * Cosigns the checkpoint in a note at a time (POSIX seconds); returns the one signature line,
 * without a newline. The note must have been verified, and be consistent with every head of this
 * record that was cosigned before; what is not a checkpoint, or a wrong key or time, throws.
 */
export function cosign(checkpointNote: string, key: SignerKey, timeSeconds: number): string {
  assert(key.type !== 'ed25519', `a ${key.type} key does not cosign`);
  assert(Number.isSafeInteger(timeSeconds) && timeSeconds >= 0, `${timeSeconds} is not a time`);
  const note = readNote(checkpointNote);
  const isCheckpoint = note.ok && readCheckpoint(note.value.text).ok;
  assert(isCheckpoint, 'only a checkpoint can be cosigned');
  const message = cosignedMessage(key, timeSeconds, note.value.text);
  assert(message !== undefined, 'a checkpoint has a message to be signed');
  return signatureLine(key, joinBytes(uint64(timeSeconds), key.sign(message)));
}

/**
 * A checkpoint as a record's owner signs it: with the record's Ed25519 key, and with its ML-DSA-44
 * key at time 0. Throws as signCheckpoint and cosign do.
 */
export function signHead(checkpoint: Checkpoint, key: SignerKey, mlDsaKey: SignerKey): string {
  const note = signCheckpoint(checkpoint, key);
  return withCosignature(note, cosign(note, mlDsaKey, 0));
}

/**
 * The note with one more signature line, in place of an older line of the same key. The line is
 * not believed here: the result counts once verifyCosignature accepts it for the sender's key.
 */
export function withCosignature(checkpointNote: string, line: string): string {
  const note = readNote(checkpointNote);
  assert(note.ok, 'only a well-formed note takes a cosignature');
  const added = readSignatureLine(line);
  const kept = note.value.signatures.filter(
    ({ name, keyId }) => name !== added?.name || keyId !== added.keyId,
  );
  return `${note.value.text}\n${[...kept.map((signature) => signature.line), line].join('\n')}\n`;
}

/**
 * Verifies that this cosigner cosigned the checkpoint in a note; gives the newest time it states
 * (POSIX seconds). Says nothing about the record's own signature: see verifyCheckpoint.
 * Refuses: as readNote and readCheckpoint, wrong-key-type, not-signed, wrongly-signed.
 */
export function verifyCosignature(
  note: string,
  key: VerifierKey,
): Checked<{ timeSeconds: number }> {
  if (key.type === 'ed25519') {
    return refused('wrong-key-type', `${key.name} is not a cosigner's key (0x04 or 0x06).`);
  }
  const read = readNote(note);
  if (!read.ok) return read;
  const checkpoint = readCheckpoint(read.value.text);
  if (!checkpoint.ok) return checkpoint;
  const verified = verifyNote(note, [key]);
  if (!verified.ok) return verified;
  const times = read.value.signatures
    .filter((signature) => isBy(signature, key))
    .map((signature) => cosignatureTime(signature.signature) ?? 0);
  return checked({ timeSeconds: Math.max(...times) });
}
