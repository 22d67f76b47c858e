// The keys that the person who checks brings along: from cards, or given one by one.
import { readVerifierKey } from '@parley/ledger';
import type { VerifierKey } from '@parley/ledger';
import { readCard } from '@parley/node';
import { accept, refuse } from '@parley/protocol';
import type { Card, Outcome } from '@parley/protocol';
import type { Given } from '../command.ts';
import { readText } from '../file-text.ts';

/** A key that is trusted, and where it came from: "the card of coalition", "--key". */
export type TrustedKey = { readonly key: VerifierKey; readonly from: string };

/** The keys of every --card and --key. Refuses a card that cannot be read, and what is no key. */
export function trustedOf(given: Given): Outcome<readonly TrustedKey[]> {
  const cards: Card[] = [];
  for (const path of given.texts('card')) {
    const text = readText(path);
    const card = text.ok ? readCard(text.value) : text;
    if (!card.ok) {
      return {
        ok: false,
        refusal: { ...card.refusal, field: `${path} ${card.refusal.field}`.trim() },
      };
    }
    cards.push(card.value);
  }
  return readTrusted(cards, given.texts('key'));
}

/** All keys of the cards and of `--key`. Refuses one that is no C2SP verifier key. */
function readTrusted(
  cards: readonly Card[],
  vkeys: readonly string[],
): Outcome<readonly TrustedKey[]> {
  const named = [
    ...cards.flatMap(({ party, recordKey, witnessKey }) =>
      [recordKey, witnessKey].map((vkey) => ({ vkey, from: `the card of ${party}` })),
    ),
    ...vkeys.map((vkey) => ({ vkey, from: '--key' })),
  ];
  const trusted: TrustedKey[] = [];
  for (const { vkey, from } of named) {
    const key = readVerifierKey(vkey);
    if (!key.ok) return refuse('malformed', from, key.refusal.sentence, 'a C2SP verifier key');
    trusted.push({ key: key.value, from });
  }
  return accept(trusted);
}

/** Where a key is trusted from; undefined for a key that nobody vouched for. */
export function trustOf(trusted: readonly TrustedKey[], vkey: string): string | undefined {
  return trusted.find(({ key }) => key.vkey === vkey)?.from;
}
