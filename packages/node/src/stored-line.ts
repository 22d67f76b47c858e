// A line from its store: every record is checked against its last checkpoint before it is served.
import { startLine } from '@parley/engine';
import type { EntryRow, Line } from '@parley/engine';
import { openMirror, verifyCheckpoint } from '@parley/ledger';
import type { Mirror } from '@parley/ledger';
import type { LineId, PartyId } from '@parley/protocol';
import type { Member } from './member.ts';
import type { LineKeys } from './secrets.ts';
import { applyKeyChanges } from './keys-in-force.ts';
import { leafHex } from './tree-hash.ts';
import { StorageFailed } from './store.ts';
import type { EntryStore } from './store.ts';

export type StoredLine = {
  readonly id: LineId;
  readonly self: PartyId;
  /** The keys of the cards; readLine makes of them those that are in force. */
  readonly members: Map<PartyId, Member>;
  readonly keys: LineKeys;
  readonly store: EntryStore;
};

/**
 * Reads the whole line. A record that does not give the root that was signed for it throws
 * StorageFailed, and nothing is served.
 */
export function readLine(stored: StoredLine): Line {
  const { store, self, members, id } = stored;
  const rows = [...store.all()];
  for (const row of rows) checkLeaf(row);
  applyKeyChanges(members, rows);
  const byParty = Map.groupBy(rows, ({ ref }) => ref.party);
  const mirrors = new Map<PartyId, Mirror>();
  for (const [party, member] of members) {
    if (party !== self) mirrors.set(party, storedMirror(store, member, byParty.get(party) ?? []));
  }
  const line = startLine({ id, self, mirrors, rows });
  checkOwnRecord(stored, line);
  return line;
}

function checkLeaf({ ref, bytes }: EntryRow): void {
  if (leafHex(bytes) === ref.leaf) return;
  throw new StorageFailed(
    `Entry ${ref.index} of ${ref.party} is damaged in the store. ` +
      'Restore the folder from a backup; nothing was served.',
  );
}

function storedMirror(store: EntryStore, member: Member, rows: readonly EntryRow[]): Mirror {
  const note = store.checkpoint(member.party)?.note ?? '';
  const leaves = rows.map(({ ref }) => Uint8Array.fromHex(ref.leaf));
  const mirror = openMirror(member.record, leaves, note, member.recordMlDsa);
  if (mirror.ok) return mirror.value;
  throw new StorageFailed(
    `The stored record of ${member.party} is damaged: ${mirror.refusal.sentence} ` +
      'Restore the folder from a backup; nothing was served.',
  );
}

// Entries after the last checkpoint are fine: a crash fell between the append and the signature.
function checkOwnRecord({ store, self, keys }: StoredLine, line: Line): void {
  const stored = store.checkpoint(self);
  if (stored === undefined) return;
  const signed = verifyCheckpoint(stored.note, keys.record);
  const holds =
    signed.ok &&
    signed.value.size <= line.own.size &&
    Buffer.compare(signed.value.rootHash, line.own.root(signed.value.size)) === 0;
  if (holds) return;
  throw new StorageFailed(
    `Our own stored record does not give the root that was signed for its first ${stored.size} ` +
      'entries. Restore the folder from a backup; nothing was served.',
  );
}
