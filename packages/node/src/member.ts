// A member of a line: its card with the keys read, so that later code need not look at them.
import { readVerifierKey } from '@parley/ledger';
import type { KeyType, VerifierKey } from '@parley/ledger';
import { accept, refuse } from '@parley/protocol';
import type { Card, Outcome, PartyId } from '@parley/protocol';

export type Member = {
  readonly party: PartyId;
  readonly card: Card;
  readonly record: VerifierKey;
  readonly recordMlDsa: VerifierKey;
  readonly witness: VerifierKey;
  readonly heartbeat: VerifierKey;
  /** How many entries of its record one must hold to know this heartbeat key; the card's: none. */
  readonly heartbeatSince?: number;
};

/** A card's keys, read. Refuses naming the key that is wrong. */
export function memberOf(card: Card): Outcome<Member> {
  const record = keyOf('recordKey', card, 'ed25519');
  if (!record.ok) return record;
  const recordMlDsa = keyOf('recordMlDsaKey', card, 'cosignature-ml-dsa-44');
  if (!recordMlDsa.ok) return recordMlDsa;
  const witness = keyOf('witnessKey', card, 'cosignature-ed25519');
  if (!witness.ok) return witness;
  const heartbeat = keyOf('heartbeatKey', card, 'ed25519');
  if (!heartbeat.ok) return heartbeat;
  const [one, two] = [record.value, recordMlDsa.value];
  if (one.name !== two.name) {
    return refuse('malformed', 'recordMlDsaKey', `its name is ${two.name}`, one.name);
  }
  const keys = {
    record: one,
    recordMlDsa: two,
    witness: witness.value,
    heartbeat: heartbeat.value,
  };
  const distinct = new Set(Object.values(keys).map((key) => key.publicKey.toHex()));
  if (distinct.size < 4) {
    return refuse('malformed', 'recordKey', 'one key has several roles', 'a key for each role');
  }
  return accept({ party: card.party, card, ...keys });
}

type KeyField = 'recordKey' | 'recordMlDsaKey' | 'witnessKey' | 'heartbeatKey';

function keyOf(field: KeyField, card: Card, type: KeyType): Outcome<VerifierKey> {
  const key = readVerifierKey(card[field]);
  if (!key.ok) return refuse('malformed', field, key.refusal.sentence, 'a C2SP vkey');
  if (key.value.type === type) return accept(key.value);
  return refuse('malformed', field, `it is a key of type ${key.value.type}`, type);
}
