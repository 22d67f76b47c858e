// The keys that the person who checks brings along: from cards, or given one by one.
import { readVerifierKey } from '@parley/ledger';
import type { VerifierKey } from '@parley/ledger';
import { accept, refuse } from '@parley/protocol';
import type { Card, Outcome, PartyId } from '@parley/protocol';

/** A key that is trusted, where it came from ("the card of north", "--key"), and whose it is. */
export type TrustedKey = {
  readonly key: VerifierKey;
  readonly from: string;
  /** Absent for a key that was given without a card. */
  readonly party?: PartyId;
};

/** The keys of a card: of its record two, of its witness, of its heartbeats. */
const ROLES = 4;

/**
 * All keys of the cards and those given one by one. Refuses one that is no C2SP verifier key, and a
 * card on which one key has several roles: what it signed in one could be taken for the other.
 */
export function trustedKeys(
  cards: readonly Card[],
  vkeys: readonly string[],
): Outcome<readonly TrustedKey[]> {
  const named = [
    ...cards.flatMap(({ party, recordKey, recordMlDsaKey, witnessKey, heartbeatKey }) =>
      [recordKey, recordMlDsaKey, witnessKey, heartbeatKey].map((vkey) => ({
        vkey,
        from: `the card of ${party}`,
        party,
      })),
    ),
    ...vkeys.map((vkey) => ({ vkey, from: '--key' })),
  ];
  const trusted: TrustedKey[] = [];
  for (const { vkey, ...whose } of named) {
    const key = readVerifierKey(vkey);
    if (!key.ok)
      return refuse('malformed', whose.from, key.refusal.sentence, 'a C2SP verifier key');
    trusted.push({ key: key.value, ...whose });
  }
  for (const [at, { party }] of cards.entries()) {
    const own = trusted.slice(ROLES * at, ROLES * (at + 1));
    if (new Set(own.map(({ key }) => key.publicKey.toHex())).size === ROLES) continue;
    const fault = 'one key has several roles';
    return refuse('malformed', `the card of ${party}`, fault, 'a key for each role');
  }
  return accept(trusted);
}

/** Where a key is trusted from; undefined for a key that nobody vouched for. */
export function trustOf(trusted: readonly TrustedKey[], vkey: string): string | undefined {
  return trusted.find(({ key }) => key.vkey === vkey)?.from;
}
