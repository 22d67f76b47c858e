// The key of a key change, read: of the type that its role takes, and not the key of another role.
import { readVerifierKey } from '@parley/ledger';
import type { VerifierKey } from '@parley/ledger';
import { accept, refuse } from '@parley/protocol';
import type { KeyChange, Outcome } from '@parley/protocol';

const TYPES = { witness: 'cosignature-ed25519', heartbeat: 'ed25519' } as const;

/** The key that a statement names. Refuses what is no key, and a key of another type. */
export function changedKey({ role, key }: KeyChange): Outcome<VerifierKey> {
  const read = readVerifierKey(key);
  if (!read.ok) return refuse('malformed', 'key', read.refusal.sentence, 'a C2SP verifier key');
  if (read.value.type === TYPES[role]) return accept(read.value);
  return refuse('malformed', 'key', `it is a key of type ${read.value.type}`, TYPES[role]);
}
