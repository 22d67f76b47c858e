// Evidence that a party keeps two histories: two checkpoints it signed, and the Merkle proof that
// the larger does not contain the smaller. Anyone with the party's key can check it, offline.

import { hashFromBase64, toBase64 } from './base64.ts';
import { sameBytes } from './bytes.ts';
import { readUnverified, verifyCheckpoint } from './checkpoint.ts';
import { isBy, readNote } from './note.ts';
import type { VerifierKey } from './key.ts';
import type { Hash } from './merkle.ts';
import { verifyConsistency } from './merkle-proof.ts';
import { noteCharactersMax, proofHashesMax } from './limits.ts';
import { assert, checked, refused } from './reading.ts';
import type { Checked } from './reading.ts';

/**
 * `smaller` and `larger` are signed notes, smaller's size <= larger's. `prefixRoot` is the root
 * that the larger's tree has at the smaller's size, as `proof` (a consistency proof from there to
 * the larger) shows. The smaller checkpoint claims another root for that size: that is the fork.
 * With equal sizes `prefixRoot` is the larger's own root and `proof` is empty.
 */
export type ForkEvidence = {
  readonly smaller: string;
  readonly larger: string;
  readonly prefixRoot: Hash;
  readonly proof: readonly Hash[];
};

const firstLine = 'parley/fork-evidence@v1';
const textCharactersMax = 2 * noteCharactersMax + 2 * proofHashesMax * 64;

/**
 * The evidence as a text file: a first line, `prefix` and base64 of the prefix root, the proof's
 * hashes one a line, then both notes, each after an empty line. Everything in it is needed.
 */
export function forkEvidenceText(evidence: ForkEvidence): string {
  const { smaller, larger, prefixRoot, proof } = evidence;
  const head = [firstLine, `prefix ${toBase64(prefixRoot)}`, ...proof.map(toBase64)];
  return `${head.join('\n')}\n\n${smaller}\n${larger}`;
}

/**
 * Verifies evidence of a fork in the record of this key. `size` is the number of entries for
 * which the record's owner signed two different roots. An honest owner cannot be accused: that
 * would take a SHA-256 collision or its key. Refuses: oversize, malformed-evidence, not-a-fork,
 * and as verifyCheckpoint.
 */
export function verifyForkEvidence(text: string, key: VerifierKey): Checked<{ size: number }> {
  if (text.length > textCharactersMax) {
    return refused('oversize', `Evidence has at most ${textCharactersMax} characters.`);
  }
  const evidence = readForkEvidence(text);
  if (evidence === undefined) {
    return refused(
      'malformed-evidence',
      `Evidence is "${firstLine}", a prefix root, a proof and two checkpoints with one signature.`,
    );
  }
  const smaller = readUnverified(evidence.smaller);
  if (!smaller.ok) return smaller;
  const larger = readUnverified(evidence.larger);
  if (!larger.ok) return larger;
  const { size } = smaller.value;
  if (sameBytes(smaller.value.rootHash, evidence.prefixRoot)) {
    return refused('not-a-fork', `Both checkpoints have the same root for ${size} entries.`);
  }
  const isProven = verifyConsistency({
    oldSize: size,
    oldRoot: evidence.prefixRoot,
    newSize: larger.value.size,
    newRoot: larger.value.rootHash,
    proof: evidence.proof,
  });
  if (!isProven) {
    return refused('not-a-fork', `The proof does not show the larger tree's root at size ${size}.`);
  }
  for (const note of [evidence.smaller, evidence.larger]) {
    const signed = verifyCheckpoint(note, key);
    if (!signed.ok) return signed;
  }
  return checked({ size });
}

/** A note with no signature but this key's first: what others added is no part of the evidence. */
export function soleNote(note: string, key: VerifierKey): string {
  const read = readNote(note);
  assert(read.ok, 'evidence is made of notes that were verified');
  const own = read.value.signatures.find((signature) => isBy(signature, key));
  assert(own !== undefined, 'evidence is made of notes that this key signed');
  return `${read.value.text}\n${own.line}\n`;
}

function readForkEvidence(text: string): ForkEvidence | undefined {
  // Neither a checkpoint's text nor its signature lines have an empty line in them.
  const [head = '', ...parts] = text.split('\n\n');
  const [smallerText, smallerLine, largerText, largerLine, ...more] = parts;
  if (largerLine === undefined || more.length > 0) return undefined;
  if (smallerLine?.includes('\n') || largerLine.indexOf('\n') !== largerLine.length - 1) {
    return undefined;
  }
  const [first, prefixLine = '', ...proofLines] = head.split('\n');
  const [prefixRoot, ...proof] = [prefixLine.replace(/^prefix /u, ''), ...proofLines].map(
    hashFromBase64,
  );
  if (first !== firstLine || !prefixLine.startsWith('prefix ') || prefixRoot === undefined) {
    return undefined;
  }
  if (proof.length > 2 * proofHashesMax || !proof.every((hash) => hash !== undefined)) {
    return undefined;
  }
  const smaller = `${smallerText}\n\n${smallerLine}\n`;
  return { smaller, larger: `${largerText}\n\n${largerLine}`, prefixRoot, proof };
}
