// One order for the entries of all records of a line: causal, then time, then party.
import type { Entry, PartyId } from '@parley/protocol';

/**
 * Merges the records of a line. An entry comes after every entry that its author had seen; among
 * those that may come next, the earlier time goes first, then the lower party id. Records that end
 * before what others saw of them leave the rest out (they cannot be placed yet). An entry that
 * could not be decoded (undefined) takes its place as soon as all before it have theirs.
 */
export function mergeOrder(records: ReadonlyMap<PartyId, readonly (Entry | undefined)[]>): Entry[] {
  const placed = new Map([...records.keys()].map((party) => [party, 0]));
  const merged: Entry[] = [];
  for (;;) {
    for (const [party, entries] of records) {
      let at = placed.get(party) ?? 0;
      while (at < entries.length && entries[at] === undefined) at += 1;
      placed.set(party, at);
    }
    const next = [...records]
      .map(([party, entries]) => entries[placed.get(party) ?? 0])
      .filter((entry) => entry !== undefined && isCausallyReady(entry, placed))
      .reduce((first, entry) => earlier(first, entry), undefined);
    if (next === undefined) return merged;
    merged.push(next);
    placed.set(next.party, next.index + 1);
  }
}

/**
 * Whether all that an entry's author had seen of other records is already there. A head of a party
 * that has no record here keeps nobody waiting: the fold refuses the entry for it.
 */
export function isCausallyReady(entry: Entry, sizes: ReadonlyMap<string, number>): boolean {
  return entry.seen.every(({ party, size }) => size <= (sizes.get(party) ?? size));
}

function earlier(a: Entry | undefined, b: Entry | undefined): Entry | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  if (a.releasedMs !== b.releasedMs) return a.releasedMs < b.releasedMs ? a : b;
  return a.party < b.party ? a : b;
}
