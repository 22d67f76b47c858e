// Checks Merkle proofs made by anybody, for trees of up to 2^53 - 1 leaves, from hashes alone.
// Follows RFC 9162 sections 2.1.3.2 and 2.1.4.2. Wrong arguments give false, never an exception.

import { sameBytes } from './bytes.ts';
import { emptyRoot, hashBytes, nodeHash } from './merkle.ts';
import type { Hash } from './merkle.ts';

/** Whether `proof` shows that `leaf` (a leaf hash) is at `index` of the tree with this root. */
export function verifyInclusion(args: {
  leaf: Hash;
  index: number;
  size: number;
  root: Hash;
  proof: readonly Hash[];
}): boolean {
  const { leaf, index, size, root, proof } = args;
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  if (![leaf, root, ...proof].every((hash) => hash.length === hashBytes)) return false;
  let at = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameBytes(hash, root);
}

/**
 * Whether `proof` shows that the tree of `oldSize` leaves is a prefix of the one of `newSize`.
 * Of the empty tree every tree is a continuation, with an empty proof.
 */
export function verifyConsistency(args: {
  oldSize: number;
  oldRoot: Hash;
  newSize: number;
  newRoot: Hash;
  proof: readonly Hash[];
}): boolean {
  const { oldSize, oldRoot, newSize, newRoot, proof } = args;
  if (!isCount(oldSize) || !isCount(newSize) || oldSize > newSize) return false;
  if (![oldRoot, newRoot, ...proof].every((hash) => hash.length === hashBytes)) return false;
  if (newSize === 0 && !sameBytes(newRoot, emptyRoot())) return false;
  if (oldSize === 0) return proof.length === 0 && sameBytes(oldRoot, emptyRoot());
  if (oldSize === newSize) return proof.length === 0 && sameBytes(oldRoot, newRoot);

  let at = oldSize - 1;
  let last = newSize - 1;
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  // An old tree of a power of two is itself the first node, and the proof leaves it out.
  const [first, ...rest] = at === 0 ? [oldRoot, ...proof] : proof;
  if (first === undefined) return false;
  let oldHash = first;
  let newHash = first;
  for (const sibling of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      oldHash = nodeHash(sibling, oldHash);
      newHash = nodeHash(sibling, newHash);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, half(last)];
    } else {
      newHash = nodeHash(newHash, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameBytes(oldHash, oldRoot) && sameBytes(newHash, newRoot);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** Shifts right by one; not >> because sizes go beyond 32 bits. */
function half(value: number): number {
  return Math.floor(value / 2);
}
