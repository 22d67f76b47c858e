// A member of a line: its card with the keys read, so that later code need not look at them.
import { readVerifierKey } from '@parley/ledger';
import type { VerifierKey } from '@parley/ledger';
import { accept, refuse } from '@parley/protocol';
import type { Card, Outcome, PartyId } from '@parley/protocol';

export type Member = {
  readonly party: PartyId;
  readonly card: Card;
  readonly record: VerifierKey;
  readonly witness: VerifierKey;
  readonly heartbeat: VerifierKey;
};

/** A card's keys, read. Refuses naming the key that is wrong. */
export function memberOf(card: Card): Outcome<Member> {
  const record = readVerifierKey(card.recordKey);
  const witness = readVerifierKey(card.witnessKey);
  const heartbeat = readVerifierKey(card.heartbeatKey);
  for (const [field, key] of Object.entries({ record, witness, heartbeat })) {
    if (!key.ok) return refuse('malformed', `${field}Key`, key.refusal.sentence, 'a C2SP vkey');
  }
  if (!record.ok || !witness.ok || !heartbeat.ok) throw new Error('every key was read');
  const keys = { record: record.value, witness: witness.value, heartbeat: heartbeat.value };
  const distinct = new Set(Object.values(keys).map((key) => key.publicKey.toHex()));
  if (distinct.size < 3) {
    return refuse('malformed', 'recordKey', 'one key has several roles', 'a key for each role');
  }
  return accept({ party: card.party, card, ...keys });
}
