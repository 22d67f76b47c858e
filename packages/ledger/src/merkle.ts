// The Merkle tree of a record (RFC 6962 section 2.1, SHA-256): appends, roots and proofs for every
// size it ever had. Hashes lie in one flat array per level; a complete node is written once.

import { sha256 } from '@noble/hashes/sha2.js';
import { joinBytes, sameBytes } from './bytes.ts';
import { treeLeavesMax } from './limits.ts';
import { assert } from './reading.ts';

/** 32 bytes of SHA-256. */
export type Hash = Uint8Array;

export const hashBytes = 32;

/** The leaf hash of an entry: SHA-256(0x00 || entry), RFC 6962 section 2.1. */
export function leafHash(entry: Uint8Array): Hash {
  return sha256(joinBytes(Uint8Array.of(0), entry));
}

/** 0x01 and two hashes: the one buffer that every inner node is hashed from, synchronously. */
const nodeInput = new Uint8Array(1 + 2 * hashBytes).fill(1, 0, 1);

/** The hash of an inner node: SHA-256(0x01 || left || right), RFC 6962 section 2.1. */
export function nodeHash(left: Hash, right: Hash): Hash {
  nodeInput.set(left, 1);
  nodeInput.set(right, 1 + hashBytes);
  return sha256(nodeInput);
}

/** The root of a tree without leaves: SHA-256 of nothing, RFC 6962 section 2.1. */
export function emptyRoot(): Hash {
  return sha256(new Uint8Array());
}

/** levels[k] holds the complete nodes over 2^k leaves, 32 bytes each; `leaves` are written. */
type Nodes = { leaves: number; readonly levels: Uint8Array[] };

/**
 * An append-only tree. Sizes and indices count leaves from 0; one out of range is a bug and throws.
 * Appending costs about one node hash; a root or a proof O(log n) to O(log² n) look-ups and hashes.
 */
export class MerkleTree {
  #nodes: Nodes;
  #size: number;

  private constructor(nodes: Nodes, size: number) {
    this.#nodes = nodes;
    this.#size = size;
  }

  /** The tree of these leaf hashes, in order. */
  static of(leaves: Iterable<Hash>): MerkleTree {
    const tree = new MerkleTree({ leaves: 0, levels: [] }, 0);
    for (const leaf of leaves) tree.append(leaf);
    return tree;
  }

  /** A tree with the same leaves that grows apart from this one. Costs nothing until both grow. */
  branch(): MerkleTree {
    return new MerkleTree(this.#nodes, this.#size);
  }

  /** Adds a leaf hash (32 bytes, copied); returns its index. */
  append(leaf: Hash): number {
    assert(leaf.length === hashBytes, `a leaf hash has ${hashBytes} bytes, not ${leaf.length}`);
    assert(this.#size < treeLeavesMax, `a tree holds at most ${treeLeavesMax} leaves`);
    const index = this.#size;
    if (this.#nodes.leaves > index) {
      // A branch has grown past this tree: share its nodes if it took the same leaf, else part.
      if (sameBytes(node(this.#nodes, 0, index), leaf)) {
        this.#size = index + 1;
        return index;
      }
      this.#nodes = prefixOf(this.#nodes, index);
    }
    write(this.#nodes, 0, index, leaf);
    for (let level = 0, at = index; at % 2 === 1; level++) {
      const hash = nodeHash(node(this.#nodes, level, at - 1), node(this.#nodes, level, at));
      at = (at - 1) / 2;
      write(this.#nodes, level + 1, at, hash);
    }
    this.#nodes.leaves = index + 1;
    this.#size = index + 1;
    return index;
  }

  /** How many leaves the tree has. */
  get size(): number {
    return this.#size;
  }

  /** The leaf hash at an index (a copy). */
  leaf(index: number): Hash {
    this.#within(index, this.#size - 1);
    return node(this.#nodes, 0, index).slice();
  }

  /** The hash over the 2^level leaves from index * 2^level on, all of which the tree must have. */
  complete(level: number, index: number): Hash {
    this.#within((index + 1) * 2 ** level, this.#size);
    return node(this.#nodes, level, index).slice();
  }

  /** The root of the first `size` leaves (all of them by default), RFC 6962 section 2.1. */
  root(size: number = this.#size): Hash {
    this.#within(size, this.#size);
    return size === 0 ? emptyRoot() : this.#subtree(0, size).slice();
  }

  /** The root that the first `size` leaves followed by `more` would have. Changes nothing. */
  rootWith(more: readonly Hash[], size: number = this.#size): Hash {
    this.#within(size, this.#size);
    const peaks: { leaves: number; hash: Hash }[] = [];
    for (let from = 0; from < size;) {
      const leaves = powerOfTwoUpTo(size - from);
      peaks.push({ leaves, hash: this.#subtree(from, from + leaves) });
      from += leaves;
    }
    for (const leaf of more) {
      let peak = { leaves: 1, hash: leaf };
      while (peaks.at(-1)?.leaves === peak.leaves) {
        const left = peaks.pop();
        if (left !== undefined) {
          peak = { leaves: 2 * peak.leaves, hash: nodeHash(left.hash, peak.hash) };
        }
      }
      peaks.push(peak);
    }
    const last = peaks.pop();
    if (last === undefined) return emptyRoot();
    return peaks.reduceRight((right, left) => nodeHash(left.hash, right), last.hash).slice();
  }

  /** The audit path of a leaf in the first `size` leaves, leaf's sibling first (section 2.1.1). */
  inclusionProof(index: number, size: number = this.#size): Hash[] {
    this.#within(size, this.#size);
    this.#within(index, size - 1);
    return this.#path(index, 0, size).map((hash) => hash.slice());
  }

  /** The proof that the first `oldSize` leaves are a prefix of the first `newSize` (2.1.2). */
  consistencyProof(oldSize: number, newSize: number = this.#size): Hash[] {
    this.#within(newSize, this.#size);
    this.#within(oldSize, newSize);
    if (oldSize === 0) return [];
    return this.#subproof(oldSize, 0, newSize, true).map((hash) => hash.slice());
  }

  /** MTH(D[from:to]) of RFC 6962. `from` is a multiple of the next power of two of the width. */
  #subtree(from: number, to: number): Hash {
    const width = to - from;
    const left = powerOfTwoUpTo(width);
    if (left === width) return node(this.#nodes, 31 - Math.clz32(width), from / width);
    return nodeHash(this.#subtree(from, from + left), this.#subtree(from + left, to));
  }

  #path(index: number, from: number, to: number): Hash[] {
    if (to - from === 1) return [];
    const middle = from + powerOfTwoBelow(to - from);
    return index < middle
      ? [...this.#path(index, from, middle), this.#subtree(middle, to)]
      : [...this.#path(index, middle, to), this.#subtree(from, middle)];
  }

  /** SUBPROOF of section 2.1.2, for the old tree ending before leaf `oldTo`. */
  #subproof(oldTo: number, from: number, to: number, isOldTree: boolean): Hash[] {
    if (oldTo === to) return isOldTree ? [] : [this.#subtree(from, to)];
    const middle = from + powerOfTwoBelow(to - from);
    return oldTo <= middle
      ? [...this.#subproof(oldTo, from, middle, isOldTree), this.#subtree(middle, to)]
      : [...this.#subproof(oldTo, middle, to, false), this.#subtree(from, middle)];
  }

  #within(value: number, max: number): void {
    const isWithin = Number.isSafeInteger(value) && value >= 0 && value <= max;
    assert(isWithin, `${value} is not within 0 to ${max}`);
  }
}

/** The largest power of two that is not above n (n >= 1). */
function powerOfTwoUpTo(n: number): number {
  return 2 ** (31 - Math.clz32(n));
}

/** The largest power of two below n (n >= 2), where RFC 6962 splits a tree. */
function powerOfTwoBelow(n: number): number {
  return powerOfTwoUpTo(n - 1);
}

function node(nodes: Nodes, level: number, index: number): Hash {
  const hashes = nodes.levels[level];
  assert(hashes !== undefined, `there is no level ${level}`);
  return hashes.subarray(index * hashBytes, (index + 1) * hashBytes);
}

function write(nodes: Nodes, level: number, index: number, hash: Hash): void {
  let hashes = nodes.levels[level] ?? new Uint8Array(hashBytes);
  if (hashes.length < (index + 1) * hashBytes) {
    const larger = new Uint8Array(2 * hashes.length);
    larger.set(hashes);
    hashes = larger;
  }
  hashes.set(hash, index * hashBytes);
  nodes.levels[level] = hashes;
}

function prefixOf(nodes: Nodes, leaves: number): Nodes {
  const levels = nodes.levels.map((hashes) => hashes.slice());
  return { leaves, levels };
}
