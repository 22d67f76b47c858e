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

/** All keys of the cards and those given one by one. Refuses one that is no C2SP verifier key. */
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
  return accept(trusted);
}

/** Where a key is trusted from; undefined for a key that nobody vouched for. */
export function trustOf(trusted: readonly TrustedKey[], vkey: string): string | undefined {
  return trusted.find(({ key }) => key.vkey === vkey)?.from;
}
