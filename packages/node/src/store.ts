// The port of storage. Append is atomic and durable when it returns, or it refuses and nothing of
// it is there. Everything else is side state that must survive a restart.
import type { EntryRow } from '@parley/engine';
import type { KeptDraft, Office, Outcome, PartyId, SeatRole } from '@parley/protocol';

/** A stored entry. `position` is this node's own count over all records, from 1, gapless. */
export type StoredRow = EntryRow & { readonly position: number };

/** The newest checkpoint of a record that was verified or signed here. */
export type StoredCheckpoint = {
  readonly party: PartyId;
  readonly size: number;
  readonly note: string;
};

/** Checkpoints that were signed or verified, and those with cosignatures under them. */
export type Heads = {
  readonly signed: readonly StoredCheckpoint[];
  readonly cosigned: readonly StoredCheckpoint[];
};

export type SeatRecord = {
  readonly id: string;
  readonly name: string;
  readonly role: SeatRole;
  /** The office for which it reviews. */
  readonly office?: string | undefined;
};
export type StoredFault = {
  readonly party: PartyId;
  readonly code: string;
  readonly sentence: string;
  readonly sinceMs: number;
  readonly evidence: string;
};

export type EntryStore = {
  /**
   * Appends rows, moves checkpoints, keeps cosigned ones, and drops the draft that became an
   * entry, in one durable transaction. Refuses as `storage-full` (nothing happened); every other
   * fault of the disk throws StorageFailed and the node must stop.
   */
  readonly append: (
    rows: readonly EntryRow[],
    heads?: Heads,
    side?: { readonly releasedDraft: string },
  ) => Outcome<readonly StoredRow[]>;
  /** Rows after a position, in order, at most `limit`. */
  readonly read: (afterPosition: number, limit: number) => readonly StoredRow[];
  /** All rows, in order, one at a time. */
  readonly all: () => Iterable<StoredRow>;
  /** Entries of one record from an index on, at most `limit`. */
  readonly record: (party: PartyId, fromIndex: number, limit: number) => readonly StoredRow[];
  readonly headPosition: () => number;
  readonly checkpoint: (party: PartyId) => StoredCheckpoint | undefined;
  /** The newest checkpoint of a record that somebody else cosigned, cosignatures included. */
  readonly cosigned: (party: PartyId) => StoredCheckpoint | undefined;
  readonly saveCosigned: (checkpoint: StoredCheckpoint) => Outcome<undefined>;
  /** The newest checkpoint of ours that an independent witness cosigned; by its verifier key. */
  readonly witnessed: (vkey: string) => Omit<StoredCheckpoint, 'party'> | undefined;
  readonly saveWitnessed: (vkey: string, size: number, note: string) => Outcome<undefined>;
  readonly close: () => void;
};

/** What a node keeps about its own floor. Never leaves it. Writes refuse as `storage-full`. */
export type FloorStore = {
  readonly drafts: () => readonly KeptDraft[];
  readonly saveDraft: (draft: KeptDraft) => Outcome<undefined>;
  /** Whether there was one. */
  readonly deleteDraft: (id: string) => Outcome<boolean>;
  readonly seats: () => readonly SeatRecord[];
  readonly seatOfSession: (seatId: string, tokenHash: string) => SeatRecord | undefined;
  readonly addInvitation: (
    tokenHash: string,
    invited: Pick<SeatRecord, 'role' | 'office'>,
    expiresMs: number,
  ) => Outcome<undefined>;
  /** Uses an invitation up and makes seat and session of it. */
  readonly enrol: (
    tokenHash: string,
    seat: { readonly id: string; readonly name: string },
    sessionHash: string,
    nowMs: number,
  ) => Outcome<SeatRecord | 'name-taken' | 'not-invited'>;
  readonly endSession: (tokenHash: string) => Outcome<undefined>;
  readonly dropInvitations: () => Outcome<undefined>;
  /** The offices in their order. */
  readonly offices: () => readonly Office[];
  readonly setOffices: (offices: readonly Office[]) => Outcome<undefined>;
  /** The signed notes of the handover log, in order. */
  readonly handovers: () => readonly string[];
  readonly addHandover: (index: number, note: string) => Outcome<undefined>;
  readonly faults: () => readonly StoredFault[];
  readonly addFault: (fault: StoredFault) => Outcome<undefined>;
};

/** The disk failed in a way after which nothing of it can be trusted until it is read again. */
export class StorageFailed extends Error {
  override readonly name = 'StorageFailed';
}
