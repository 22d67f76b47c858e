// The keys that the person who checks brings along, from the files and the options of the command.
import { trustedKeys } from '@parley/evidence';
import type { TrustedKey } from '@parley/evidence';
import { readCard } from '@parley/node';
import type { Card, Outcome } from '@parley/protocol';
import type { Given } from '../command.ts';
import { readText } from '../file-text.ts';

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
  return trustedKeys(cards, given.texts('key'));
}
