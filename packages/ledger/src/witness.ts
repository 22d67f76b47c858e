// The witness protocol (C2SP tlog-witness, add-checkpoint): what a log sends, how it is judged, and
// what a witness answers. The witness keeps the head that it cosigned last, and nothing else.

import { hashFromBase64, toBase64 } from './base64.ts';
import { sameBytes } from './bytes.ts';
import { readUnverified } from './checkpoint.ts';
import { readCount } from './checkpoint-text.ts';
import type { Checkpoint } from './checkpoint-text.ts';
import type { VerifierKey } from './key.ts';
import { addCheckpointCharactersMax, proofHashesMax } from './limits.ts';
import { emptyRoot } from './merkle.ts';
import type { Hash } from './merkle.ts';
import { verifyConsistency } from './merkle-proof.ts';
import type { Head } from './mirror.ts';
import { signedByAny } from './policy.ts';
import { assert, checked, refused } from './reading.ts';
import type { Checked } from './reading.ts';

/** `proof` is the consistency proof from `oldSize` to the checkpoint, which is a signed note. */
export type AddCheckpoint = {
  readonly oldSize: number;
  readonly proof: readonly Hash[];
  readonly checkpoint: string;
};

/** What a witness answers: to cosign this head, or an HTTP status, and for 409 the size it has. */
export type WitnessVerdict =
  | { readonly status: 200; readonly head: Checkpoint }
  | { readonly status: 400 | 403 | 404 | 422; readonly sentence: string }
  | { readonly status: 409; readonly size: number; readonly sentence: string };

/** The body of add-checkpoint. A proof that is too long is a bug of the caller and throws. */
export function addCheckpointText({ oldSize, proof, checkpoint }: AddCheckpoint): string {
  assert(proof.length <= proofHashesMax, `a proof here has at most ${proofHashesMax} hashes`);
  return [`old ${oldSize}`, ...proof.map(toBase64), '', checkpoint].join('\n');
}

/** Reads the body of add-checkpoint. Refuses: oversize, malformed-request. */
export function readAddCheckpoint(body: string): Checked<AddCheckpoint> {
  if (body.length > addCheckpointCharactersMax) {
    return refused('oversize', `A request has at most ${addCheckpointCharactersMax} characters.`);
  }
  const split = body.indexOf('\n\n');
  const [oldLine = '', ...lines] = body.slice(0, Math.max(0, split)).split('\n');
  const oldSize = oldLine.startsWith('old ') ? readCount(oldLine.slice(4)) : undefined;
  const proof = lines.map(hashFromBase64);
  const isProof = proof.length <= proofHashesMax && proof.every((hash) => hash !== undefined);
  if (oldSize === undefined || !isProof) {
    return refused(
      'malformed-request',
      'A request is "old", a size, at most 63 hashes a line, an empty line and a checkpoint.',
    );
  }
  return checked({ oldSize, proof, checkpoint: body.slice(split + 2) });
}

/**
 * Judges a request. `keys` are those of every log that is known here, `known` gives the head of an
 * origin that was cosigned last. On 200 the caller must keep the head and sign in one step.
 */
export function judgeCheckpoint(
  request: AddCheckpoint,
  keys: readonly VerifierKey[],
  known: (origin: string) => Head | undefined,
): WitnessVerdict {
  const { oldSize, proof, checkpoint } = request;
  const claimed = readUnverified(checkpoint);
  if (!claimed.ok) return { status: 400, sentence: claimed.refusal.sentence };
  const { origin, size, rootHash } = claimed.value;
  const own = keys.filter(({ name }) => name === origin);
  if (own.length === 0) return { status: 404, sentence: `${origin} is not witnessed here.` };
  const fault = signedByAny(checkpoint, own, origin);
  if (fault !== undefined) return { status: 403, sentence: fault.refusal.sentence };
  if (oldSize > size) {
    return { status: 400, sentence: `The old size ${oldSize} is above that of the checkpoint.` };
  }
  const held = known(origin) ?? { size: 0, rootHash: emptyRoot() };
  if (oldSize !== held.size) {
    return { status: 409, size: held.size, sentence: `${held.size} entries were cosigned last.` };
  }
  if (size === held.size && !sameBytes(rootHash, held.rootHash)) {
    const sentence = `Another root was cosigned for ${size} entries.`;
    return { status: 409, size: held.size, sentence };
  }
  const roots = { oldSize, oldRoot: held.rootHash, newSize: size, newRoot: rootHash, proof };
  if (!verifyConsistency(roots)) {
    const sentence = `The proof does not lead from ${oldSize} to ${size} entries.`;
    return { status: 422, sentence };
  }
  return { status: 200, head: claimed.value };
}
