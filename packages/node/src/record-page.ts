// A page of a stored record as the link carries it: entries as exact text, within a batch's limits.
import { BATCH_BYTES_MAX, BATCH_ENTRIES_MAX } from '@parley/protocol';
import type { PartyId } from '@parley/protocol';
import type { EntryStore } from './store.ts';

/** Entries of a record from an index on and before `end`, at least one where there is one. */
export function recordPage(
  store: Pick<EntryStore, 'record'>,
  party: PartyId,
  from: number,
  end: number,
): string[] {
  if (from >= end) return [];
  const decoder = new TextDecoder();
  const entries: string[] = [];
  let bytes = 0;
  for (const row of store.record(party, from, Math.min(BATCH_ENTRIES_MAX, end - from))) {
    bytes += row.bytes.length;
    if (entries.length > 0 && bytes > BATCH_BYTES_MAX / 2) break;
    entries.push(decoder.decode(row.bytes));
  }
  return entries;
}
