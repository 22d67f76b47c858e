// What a peer in this process can do. Its candidates share its box with the one asked for, in
// longitude, latitude, height and time.
import type { Box } from './boxes.ts';

export type Peer = {
  readonly name: string;
  readonly load: (boxes: readonly Box[]) => void;
  readonly candidates: (box: Box) => number[];
  /** Undefined where what is loaded cannot change. */
  readonly insert?: (box: Box) => void;
  readonly remove?: (box: Box) => void;
  readonly close: () => void;
};

/** Microseconds of one call, on average over all `boxes`: the median of `rounds`. */
export function medianMicroseconds<T>(
  things: readonly T[],
  rounds: number,
  call: (thing: T) => void,
): number {
  const means = Array.from({ length: rounds }, () => {
    const startMs = performance.now();
    for (const thing of things) call(thing);
    return ((performance.now() - startMs) * 1000) / things.length;
  });
  return means.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? NaN;
}

/** An order-independent 32-bit hash of pairs (FNV-1a of each, summed), as in "1f2e3d4c". */
export function hashOf(pairs: readonly (readonly [asked: number, found: number])[]): string {
  let sum = 0;
  for (const [asked, found] of pairs) {
    let hash = 0x811c9dc5;
    for (const word of [asked, found]) {
      for (let shift = 0; shift < 32; shift += 8) {
        hash = Math.imul(hash ^ ((word >>> shift) & 255), 0x01000193);
      }
    }
    sum = (sum + (hash >>> 0)) >>> 0;
  }
  return sum.toString(16).padStart(8, '0');
}
