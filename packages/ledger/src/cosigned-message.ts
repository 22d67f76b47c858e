// What cosignatures sign, and how their time travels with them, as in C2SP tlog-cosignature.

import { joinBytes, toUtf8 } from './bytes.ts';
import { readCheckpoint } from './checkpoint-text.ts';
import type { VerifierKey } from './key.ts';

/** A cosignature starts with its time: 64 bits, big-endian, POSIX seconds. */
export const timestampBytes = 8;

/** The time of a cosignature in POSIX seconds, or undefined if it is missing or beyond 2^53 - 1. */
export function cosignatureTime(cosignature: Uint8Array): number | undefined {
  if (cosignature.length < timestampBytes) return undefined;
  const view = new DataView(cosignature.buffer, cosignature.byteOffset);
  const timeSeconds = Number(view.getBigUint64(0));
  return Number.isSafeInteger(timeSeconds) ? timeSeconds : undefined;
}

/**
 * The message that a cosigner's key signs for a checkpoint (its text) at a time: for Ed25519 two
 * header lines and the whole text, final newline included ("Ed25519 signed message"); for ML-DSA-44
 * the structure below. undefined when the text is no checkpoint.
 */
export function cosignedMessage(
  key: VerifierKey,
  timeSeconds: number,
  text: string,
): Uint8Array | undefined {
  if (key.type !== 'cosignature-ml-dsa-44') {
    return toUtf8(`cosignature/v1\ntime ${timeSeconds}\n${text}`);
  }
  const checkpoint = readCheckpoint(text);
  if (!checkpoint.ok) return undefined;
  const { origin, size, rootHash } = checkpoint.value;
  // cosigned_message in "ML-DSA-44 signed message": label, name, time, origin, start, end, hash.
  return joinBytes(
    toUtf8('subtree/v1\n\0'),
    withLength(toUtf8(key.name)),
    uint64(timeSeconds),
    withLength(toUtf8(origin)),
    uint64(0),
    uint64(size),
    rootHash,
  );
}

/** 64 bits, big-endian, of an integer up to 2^53 - 1. */
export function uint64(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
}

/** A vector of 1 to 255 bytes with its length before it (RFC 8446, section 3.4); see isKeyName. */
function withLength(bytes: Uint8Array): Uint8Array {
  return joinBytes(Uint8Array.of(bytes.length), bytes);
}
