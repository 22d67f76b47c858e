// A verified copy of somebody else's record. It only ever moves forward, by batches whose signed
// checkpoint its own leaves confirm; a batch that is refused leaves it exactly as it was.

import { sameBytes } from './bytes.ts';
import { verifyCheckpoint } from './checkpoint.ts';
import type { Checkpoint } from './checkpoint-text.ts';
import { verifyCosignature } from './cosignature.ts';
import { soleNote } from './fork.ts';
import type { VerifierKey } from './key.ts';
import { batchBytesMax, batchEntriesMax, entryBytesMax, treeLeavesMax } from './limits.ts';
import { emptyRoot, leafHash, MerkleTree } from './merkle.ts';
import type { Hash } from './merkle.ts';
import { checked, refused } from './reading.ts';
import type { Checked, Refused } from './reading.ts';

/** How long a record is, and its root at that length. */
export type Head = { readonly size: number; readonly rootHash: Hash };

/**
 * `checkpoint` is the newest verified signed note, whose size is the tree's; '' at size 0. Where
 * the owner has an ML-DSA-44 key too, every checkpoint must carry both signatures.
 */
export type Mirror = {
  readonly origin: string;
  readonly key: VerifierKey;
  readonly mlDsaKey: VerifierKey | undefined;
  readonly tree: MerkleTree;
  readonly checkpoint: string;
};

/** Entries in order, the first of them at `firstIndex`, and a signed note over all to the last. */
export type Batch = {
  readonly firstIndex: number;
  readonly entries: readonly Uint8Array[];
  readonly checkpoint: string;
};

/** `accepted` are the entries that are new, at `firstIndex` and following; `mirror` has them. */
export type Accepted = {
  readonly accepted: Uint8Array[];
  readonly firstIndex: number;
  readonly mirror: Mirror;
};

/**
 * Opens a mirror from what was stored, and believes none of it: the leaf hashes must give the root
 * of the checkpoint, which the key must have signed. Without leaves the checkpoint may be ''.
 * Refuses: root-mismatch, and as verifyCheckpoint.
 */
export function openMirror(
  key: VerifierKey,
  leaves: Iterable<Hash>,
  checkpoint: string,
  mlDsaKey?: VerifierKey,
): Checked<Mirror> {
  const tree = MerkleTree.of(leaves);
  const head = checkpoint === '' ? checked(emptyHead()) : verifyHead(checkpoint, key, mlDsaKey);
  if (!head.ok) return head;
  if (head.value.size !== tree.size || !sameBytes(head.value.rootHash, tree.root())) {
    return refused(
      'root-mismatch',
      `The ${tree.size} stored leaves do not give the root signed for ${head.value.size}.`,
    );
  }
  return checked({ origin: key.name, key, mlDsaKey, tree, checkpoint });
}

/**
 * Takes the next entries of a record. A batch may repeat what is already held, wholly (then
 * `accepted` is empty) or in part; its checkpoint must cover exactly up to its last entry, or be
 * no larger than what is held. Without entries it checks a head that was merely heard of.
 *
 * Refuses: `wrongly-signed`, `not-signed`, `not-this-record`; `oversize`; `malformed-batch`;
 * `gap` (entries before or after the batch are missing: ask for those from tree.size on);
 * `not-covered` (entries beyond the checkpoint); `root-mismatch` (the entries are not those of the
 * checkpoint: they were changed on the way, or the owner rewrote earlier ones: ask from index 0 to
 * see which); `fork` (the owner signed two histories, with the evidence).
 *
 * Does not read the entries: whether they are canonical and make sense is for the caller to see.
 */
export function acceptBatch(mirror: Mirror, batch: Batch): Checked<Accepted> {
  const limit = limitRefusal(batch);
  if (limit !== undefined) return limit;
  const verified = verifyHead(batch.checkpoint, mirror.key, mirror.mlDsaKey);
  if (!verified.ok) return verified;
  const head = verified.value;
  const held = mirror.tree.size;
  const end = batch.firstIndex + batch.entries.length;
  if (head.size <= held && !sameBytes(mirror.tree.root(head.size), head.rootHash)) {
    return forked(mirror, mirror.tree, batch.checkpoint, mirror.checkpoint, head.size);
  }
  if (batch.firstIndex > held) {
    return refused('gap', `The batch starts at ${batch.firstIndex}; ${held} entries are held.`);
  }
  if (end > head.size) {
    return refused('not-covered', `The checkpoint covers ${head.size} entries of the ${end} sent.`);
  }
  if (head.size > held && end < head.size) {
    return refused('gap', `The checkpoint is over ${head.size} entries; the batch ends at ${end}.`);
  }
  const leaves = batch.entries.map(leafHash);
  if (!agrees(mirror.tree, batch.firstIndex, leaves)) {
    return differing(mirror, batch, head, leaves);
  }
  if (head.size <= held) return checked({ accepted: [], firstIndex: held, mirror });

  const repeated = held - batch.firstIndex;
  const fresh = leaves.slice(repeated);
  if (!sameBytes(mirror.tree.rootWith(fresh), head.rootHash)) return mismatch(head);
  const tree = mirror.tree.branch();
  for (const leaf of fresh) tree.append(leaf);
  return checked({
    accepted: batch.entries.slice(repeated),
    firstIndex: held,
    mirror: { ...mirror, tree, checkpoint: batch.checkpoint },
  });
}

function verifyHead(
  note: string,
  key: VerifierKey,
  mlDsaKey: VerifierKey | undefined,
): Checked<Checkpoint> {
  const head = verifyCheckpoint(note, key);
  if (!head.ok || mlDsaKey === undefined) return head;
  const second = verifyCosignature(note, mlDsaKey);
  return second.ok ? head : second;
}

function limitRefusal(batch: Batch): Refused | undefined {
  const { firstIndex, entries } = batch;
  if (!Number.isSafeInteger(firstIndex) || firstIndex < 0) {
    return refused('malformed-batch', `${firstIndex} is not an index; indices count from 0.`);
  }
  if (entries.length > batchEntriesMax || firstIndex + entries.length > treeLeavesMax) {
    return refused(
      'oversize',
      `A batch has at most ${batchEntriesMax} entries, a record ${treeLeavesMax}.`,
    );
  }
  let bytes = 0;
  for (const entry of entries) {
    if (entry.length > entryBytesMax) {
      return refused('oversize', `An entry has at most ${entryBytesMax} bytes.`);
    }
    bytes += entry.length;
  }
  if (bytes > batchBytesMax) {
    return refused('oversize', `The entries of a batch have at most ${batchBytesMax} bytes.`);
  }
  return undefined;
}

/** Whether the leaves that fall on what is held are the ones that are held. */
function agrees(tree: MerkleTree, firstIndex: number, leaves: readonly Hash[]): boolean {
  const overlap = leaves.slice(0, tree.size - firstIndex);
  return overlap.every((leaf, i) => sameBytes(leaf, tree.leaf(firstIndex + i)));
}

/** Entries at known indices differ: proof of a fork if the new checkpoint is really over them. */
function differing(
  mirror: Mirror,
  batch: Batch,
  head: Checkpoint,
  leaves: readonly Hash[],
): Refused {
  const held = mirror.tree.size;
  const isTheirs =
    head.size > held && sameBytes(mirror.tree.rootWith(leaves, batch.firstIndex), head.rootHash);
  if (!isTheirs) return mismatch(head);
  const theirs = MerkleTree.of(prefixThen(mirror.tree, batch.firstIndex, leaves));
  return forked(mirror, theirs, mirror.checkpoint, batch.checkpoint, held);
}

/**
 * `tree` is the tree of the larger checkpoint; `size` the smaller's, whose root it contradicts.
 * At size 0 there is one root only (checkpoint.ts), so both notes exist.
 */
function forked(
  mirror: Mirror,
  tree: MerkleTree,
  smaller: string,
  larger: string,
  size: number,
): Refused {
  const evidence = {
    smaller: soleNote(smaller, mirror.key),
    larger: soleNote(larger, mirror.key),
    prefixRoot: tree.root(size),
    proof: tree.consistencyProof(size),
  };
  const sentence = `${mirror.origin} signed two different histories for its first ${size} entries.`;
  return { ok: false, refusal: { code: 'fork', sentence, evidence } };
}

function mismatch(head: Checkpoint): Refused {
  return refused('root-mismatch', `The entries do not give the root signed for ${head.size}.`);
}

function* prefixThen(tree: MerkleTree, size: number, leaves: readonly Hash[]): Generator<Hash> {
  for (let index = 0; index < size; index++) yield tree.leaf(index);
  yield* leaves;
}

function emptyHead(): Head {
  return { size: 0, rootHash: emptyRoot() };
}
