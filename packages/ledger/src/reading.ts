// What reading somebody else's bytes gives: a value, or a refusal that names the fault.
// Nothing in this package throws because of what a peer sent; what throws is a bug of the caller.

import type { ForkEvidence } from './fork.ts';

/** Every refusal of this package, by name. Closed: a new one is a change of the contract. */
export type LedgerCode =
  | 'not-utf8'
  | 'not-json'
  | 'not-an-integer'
  | 'null-value'
  | 'lone-surrogate'
  | 'duplicate-key'
  | 'too-deep'
  | 'not-canonical'
  | 'oversize'
  | 'malformed-key'
  | 'malformed-note'
  | 'malformed-checkpoint'
  | 'malformed-batch'
  | 'malformed-proof'
  | 'malformed-evidence'
  | 'malformed-record'
  | 'malformed-policy'
  | 'malformed-request'
  | 'no-quorum'
  | 'wrong-key-type'
  | 'wrongly-signed'
  | 'not-signed'
  | 'not-these-signers'
  | 'not-this-record'
  | 'not-covered'
  | 'not-included'
  | 'not-a-fork'
  | 'gap'
  | 'root-mismatch'
  | 'fork';

/**
 * A refusal: `code` for programs, `sentence` for people (English, what was wrong and what would be
 * right). A fork carries the evidence of it, because that is the one refusal others must hear of.
 */
export type LedgerRefusal =
  | { readonly code: Exclude<LedgerCode, 'fork'>; readonly sentence: string }
  | { readonly code: 'fork'; readonly sentence: string; readonly evidence: ForkEvidence };

export type Refused = { readonly ok: false; readonly refusal: LedgerRefusal };

/** Either the value, or the reason why there is none. */
export type Checked<T> = { readonly ok: true; readonly value: T } | Refused;

/** The value of a successful reading. */
export function checked<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** The refusal of a reading. Forks are made where their evidence is made (mirror.ts). */
export function refused(code: Exclude<LedgerCode, 'fork'>, sentence: string): Refused {
  return { ok: false, refusal: { code, sentence } };
}

/** States what the caller had to guarantee; a failure is a bug of the caller and throws. */
export function assert(condition: boolean, sentence: string): asserts condition {
  if (!condition) throw new Error(`bug: ${sentence}`);
}
