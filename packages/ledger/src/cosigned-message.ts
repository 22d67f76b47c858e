// What an Ed25519 cosignature (0x04) signs, and how its time travels with it, as in C2SP
// tlog-cosignature.

import { toUtf8 } from './bytes.ts';

/** A cosignature starts with its time: 64 bits, big-endian, POSIX seconds. */
export const timestampBytes = 8;

/** The time of a cosignature in POSIX seconds, or undefined if it is missing or beyond 2^53 - 1. */
export function cosignatureTime(cosignature: Uint8Array): number | undefined {
  if (cosignature.length < timestampBytes) return undefined;
  const view = new DataView(cosignature.buffer, cosignature.byteOffset);
  const timeSeconds = Number(view.getBigUint64(0));
  return Number.isSafeInteger(timeSeconds) ? timeSeconds : undefined;
}

/** The signed message for a cosignature's own time, or undefined if it has no usable time. */
export function cosignedMessage(cosignature: Uint8Array, text: string): Uint8Array | undefined {
  const timeSeconds = cosignatureTime(cosignature);
  return timeSeconds === undefined ? undefined : messageAt(timeSeconds, text);
}

/** Two header lines, then the whole text of the checkpoint, final newline included. */
export function messageAt(timeSeconds: number, text: string): Uint8Array {
  return toUtf8(`cosignature/v1\ntime ${timeSeconds}\n${text}`);
}
