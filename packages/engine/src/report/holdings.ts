// What each party's own record shows that it held of the others' records, and from when on. This is
// what a side cannot deny later: the receipt, or the head that it named as seen, is its own word.
import { objectIdOf } from '@parley/protocol';
import type { Entry, ObjectId, PartyId, Ref } from '@parley/protocol';
import type { Placed } from '../causal-queue.ts';

/** The first entry by which a party showed that it held another's; when, by its own clock. */
export type Holding = { readonly by: 'receipt' | 'seen'; readonly ref: Ref; readonly atMs: number };

/** For each entry by its name: who showed that it held it, and how. */
export function holdingsOf(
  records: ReadonlyMap<PartyId, readonly Placed[]>,
): Map<ObjectId, Map<PartyId, Holding>> {
  const holdings = new Map<ObjectId, Map<PartyId, Holding>>();
  for (const [holder, rows] of records) {
    const shown = new Map<PartyId, number>();
    for (const { entry, ref } of rows) {
      if (!entry.ok) continue;
      for (const [author, size, by, atMs] of showsOf(entry.value, records)) {
        const known = author === holder ? [] : (records.get(author) ?? []);
        const from = shown.get(author) ?? 0;
        for (const row of known.slice(from, size)) {
          const name = objectIdOf(row.ref);
          const held = holdings.get(name) ?? new Map<PartyId, Holding>();
          held.set(holder, { by, ref, atMs });
          holdings.set(name, held);
        }
        shown.set(author, Math.max(from, size));
      }
    }
  }
  return holdings;
}

type Shows = readonly [author: PartyId, size: number, by: Holding['by'], atMs: number];

// A receipt says when it was received; a head only that it was not later than the entry. A receipt
// that names another leaf than the one that stands there shows nothing.
function showsOf(
  { body, seen, releasedMs }: Entry,
  records: ReadonlyMap<PartyId, readonly Placed[]>,
): Shows[] {
  const heads = seen.map(({ party, size }): Shows => [party, size, 'seen', releasedMs]);
  if (body.type !== 'received') return heads;
  if (records.get(body.party)?.[body.index]?.ref.leaf !== body.leaf) return heads;
  return [[body.party, body.index + 1, 'receipt', body.receivedMs], ...heads];
}
