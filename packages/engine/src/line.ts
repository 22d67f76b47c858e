// The state of one line on one node, and what goes in and comes out of its step function.
import type { LedgerRefusal, MerkleTree, Mirror } from '@parley/ledger';
import type { Body, LineId, PartyId, Refusal } from '@parley/protocol';
import type { SeatIdentity } from './authority.ts';
import type { ClockReading, Health, HeardHeartbeat, Liveness } from './liveness.ts';
import type { CausalQueue, EntryRow } from './causal-queue.ts';
import type { Picture } from './picture.ts';

/** A peer's mirror as it will be once `rows` are durable. */
export type MirrorAdvance = { readonly party: PartyId; readonly mirror: Mirror };

export type Line = {
  readonly id: LineId;
  readonly self: PartyId;
  readonly members: readonly PartyId[];
  /** Our own record. */
  readonly own: MerkleTree;
  /** The records of the others, as far as they were verified and are durable here. */
  readonly mirrors: Map<PartyId, Mirror>;
  readonly picture: Picture;
  /** Durable entries that name heads not folded yet. */
  readonly waiting: CausalQueue;
  readonly liveness: Map<PartyId, Liveness>;
  /** What each screen was last told of each peer. */
  readonly toldHealth: Map<PartyId, Health['state']>;
};

export type Input =
  | {
      readonly kind: 'command';
      readonly nowMs: number;
      readonly seat: SeatIdentity;
      readonly draftedBy: string;
      readonly body: Body;
    }
  /** The node's own statements: a signature that its operator agreed to, another key. */
  | { readonly kind: 'node-says'; readonly nowMs: number; readonly body: Body }
  | {
      readonly kind: 'batch';
      readonly nowMs: number;
      readonly from: PartyId;
      readonly firstIndex: number;
      readonly entries: readonly Uint8Array[];
      readonly checkpoint: string;
      /** While our own record may not grow: the next receipt covers these entries too. */
      readonly withoutReceipt?: boolean;
    }
  /** Entries of our own that another member kept: the next of our record, signed by us before. */
  | { readonly kind: 'take-back'; readonly entries: readonly Uint8Array[] }
  | { readonly kind: 'committed'; readonly append: Append }
  | {
      readonly kind: 'heartbeat';
      readonly now: ClockReading;
      readonly from: PartyId;
      readonly beat: HeardHeartbeat;
    }
  | {
      readonly kind: 'trouble';
      readonly now: ClockReading;
      readonly from: PartyId;
      readonly trouble: string;
    }
  | { readonly kind: 'tick'; readonly now: ClockReading };

/**
 * One durable transaction. Nothing that follows from it is visible before it has returned. In it
 * go also our signature under `head` and our cosignatures under the checkpoints of `advances`:
 * neither leaves the node before `committed`, so that none is ever seen without its entries.
 */
export type Append = {
  readonly kind: 'append';
  readonly rows: readonly EntryRow[];
  readonly advances: readonly MirrorAdvance[];
  /** Our own record as it will be; undefined when no row is ours. */
  readonly head: OwnHead | undefined;
};

export type OwnHead = { readonly size: number; readonly root: Uint8Array };

export type Effect =
  | Append
  /** Serve our newest signed head to the peers. */
  | { readonly kind: 'serve-head'; readonly size: number }
  /** Tell a peer that we hold every entry under its newest checkpoint, with our cosignature. */
  | { readonly kind: 'tell-cosigned'; readonly party: PartyId }
  | { readonly kind: 'publish'; readonly rows: readonly EntryRow[] }
  | { readonly kind: 'publish-health'; readonly party: PartyId; readonly health: Health }
  | { readonly kind: 'refuse'; readonly refusal: Refusal }
  /** A peer's fault that must be shown and kept; `evidence` stands alone where there is any. */
  | {
      readonly kind: 'raise';
      readonly party: PartyId;
      readonly refusal: Refusal;
      readonly fault: LedgerRefusal | undefined;
    };
