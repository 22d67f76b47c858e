// The proof of one entry as a file (C2SP tlog-proof): index, inclusion proof, cosigned checkpoint.
// Together with the entry's bytes and the keys, it is checked offline and without its record.

import { fromBase64, hashFromBase64, toBase64 } from './base64.ts';
import { readCount } from './checkpoint-text.ts';
import { readUnverified, verifyCheckpoint } from './checkpoint.ts';
import type { Checkpoint } from './checkpoint-text.ts';
import { verifyCosignature } from './cosignature.ts';
import type { VerifierKey } from './key.ts';
import { noteCharactersMax, proofExtraBytesMax, proofHashesMax } from './limits.ts';
import type { Hash } from './merkle.ts';
import { verifyInclusion } from './merkle-proof.ts';
import { assert, checked, refused } from './reading.ts';
import type { Checked } from './reading.ts';

/** Who cosigned, and when: POSIX seconds by the cosigner's own clock. */
export type Cosigned = { readonly name: string; readonly timeSeconds: number };

export type ProvenEntry = {
  readonly index: number;
  readonly checkpoint: Checkpoint;
  readonly cosigned: Cosigned[];
};

const firstLine = 'c2sp.org/tlog-proof@v1';
const textCharactersMax = noteCharactersMax + 2 * proofExtraBytesMax + 64 * (proofHashesMax + 4);

/**
 * The proof file of the entry at an index (tlog-proof, "Format"). `proof` comes from the record's
 * tree at the checkpoint's size, `checkpoint` is the signed note, cosignatures included. `extra`
 * is free context that nothing vouches for. Counts out of range are a bug and throw.
 */
export function entryProofText(args: {
  index: number;
  proof: readonly Hash[];
  checkpoint: string;
  extra?: Uint8Array;
}): string {
  const { index, proof, checkpoint, extra } = args;
  assert(Number.isSafeInteger(index) && index >= 0, `${index} is not an index`);
  assert(proof.length <= proofHashesMax, `a proof has at most ${proofHashesMax} hashes`);
  assert((extra?.length ?? 0) <= proofExtraBytesMax, 'the extra bytes are too many');
  const extraLines = extra === undefined ? [] : [`extra ${toBase64(extra)}`];
  const head = [firstLine, ...extraLines, `index ${index}`, ...proof.map(toBase64)];
  return `${head.join('\n')}\n\n${checkpoint}`;
}

/**
 * Verifies that `leaf` (the leaf hash of an entry) is in the record of `key`. `cosigned` names
 * those of `cosigners` that cosigned the checkpoint; how many are enough is the caller's policy.
 * Refuses: oversize, malformed-proof, not-included, and as verifyCheckpoint; also a cosigner
 * whose cosignature does not hold (wrongly-signed), but not one whose cosignature is missing.
 */
export function verifyEntryProof(
  text: string,
  leaf: Hash,
  key: VerifierKey,
  cosigners: readonly VerifierKey[],
): Checked<ProvenEntry> {
  if (text.length > textCharactersMax) {
    return refused('oversize', `A proof has at most ${textCharactersMax} characters.`);
  }
  const split = text.indexOf('\n\n');
  const head = readHead(split < 0 ? '' : text.slice(0, split));
  if (head === undefined) {
    return refused(
      'malformed-proof',
      `A proof is "${firstLine}", extra (or not), index, hashes, an empty line, a checkpoint.`,
    );
  }
  const note = text.slice(split + 2);
  const claimed = readUnverified(note);
  if (!claimed.ok) return claimed;
  const { index, proof } = head;
  const { size, rootHash } = claimed.value;
  if (!verifyInclusion({ leaf, index, size, root: rootHash, proof })) {
    return refused('not-included', `The entry is not number ${index} of ${claimed.value.origin}.`);
  }
  const checkpoint = verifyCheckpoint(note, key);
  if (!checkpoint.ok) return checkpoint;
  const cosigned = readCosigned(note, cosigners);
  if (!cosigned.ok) return cosigned;
  return checked({ index, checkpoint: checkpoint.value, cosigned: cosigned.value });
}

/** Those of the cosigners that cosigned a note. Refuses a cosignature that does not hold. */
export function readCosigned(note: string, cosigners: readonly VerifierKey[]): Checked<Cosigned[]> {
  const cosigned: Cosigned[] = [];
  for (const cosigner of cosigners) {
    const verified = verifyCosignature(note, cosigner);
    if (verified.ok) {
      cosigned.push({ name: cosigner.name, timeSeconds: verified.value.timeSeconds });
    } else if (verified.refusal.code !== 'not-signed') {
      return verified;
    }
  }
  return checked(cosigned);
}

function readHead(head: string): { index: number; proof: Hash[] } | undefined {
  const [first, ...lines] = head.split('\n');
  if (first !== firstLine) return undefined;
  const extra = lines[0]?.startsWith('extra ') === true ? lines.shift() : undefined;
  if (extra !== undefined && fromBase64(extra.slice('extra '.length)) === undefined) {
    return undefined;
  }
  const indexLine = lines.shift() ?? '';
  const index = readCount(indexLine.replace(/^index /u, ''));
  if (!indexLine.startsWith('index ') || index === undefined) return undefined;
  const proof = lines.map(hashFromBase64);
  if (proof.length > proofHashesMax || !proof.every((hash) => hash !== undefined)) return undefined;
  return { index, proof };
}
