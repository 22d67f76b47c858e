// What every part of the page reads: the folded picture, the line's health, the seat, the time.
// `revision` grows with every change of `picture`, which is folded in place.
import type { LineObject, Picture, PictureConflict } from '@parley/engine';
import type {
  Draft,
  FloorFault,
  FloorHeads,
  FloorHealth,
  ObjectId,
  PartyId,
  SeatView,
  Session,
} from '@parley/protocol';

/** Whether this page hears its own node. `blind` since the node's time when it was last heard. */
export type Connection =
  | { readonly state: 'connecting' }
  | { readonly state: 'live' }
  | { readonly state: 'blind'; readonly sinceMs: number };

export type Floor = {
  readonly session: Session;
  readonly picture: Picture;
  readonly revision: number;
  readonly connection: Connection;
  /** All that was stored has arrived; before that the picture is still being built. */
  readonly caughtUp: boolean;
  readonly peers: readonly FloorHealth[];
  readonly heads: FloorHeads | undefined;
  readonly drafts: readonly Draft[];
  readonly seats: readonly SeatView[];
  readonly faults: readonly FloorFault[];
  /** How fast the node's clock runs: 1, or another rate while a case is replayed (0: it stands). */
  readonly clockRate: number;
};

/** What is in hand: the same in map, bars, list and the panel on the right. */
export type Selection =
  | { readonly kind: 'none' }
  | { readonly kind: 'object'; readonly id: ObjectId }
  | { readonly kind: 'conflict'; readonly id: string }
  | { readonly kind: 'draft'; readonly id: string };

/** One filter for map, bars and list. An empty set of parties or kinds hides everything. */
export type Filter = {
  readonly parties: ReadonlySet<PartyId>;
  readonly kinds: ReadonlySet<LineObject['body']['type']>;
  /** Half-width of the shown window around now, milliseconds; 'all' shows every time. */
  readonly windowMs: number | 'all';
  /** What has ended: not at all, for a day after its end, or all of it since the line began. */
  readonly ended: 'hidden' | 'last-day' | 'all';
};

/** Whose colour a thing has: ours, theirs, or humanitarian. */
export type Side = 'ours' | 'theirs';

/** What map, bars and list draw: objects that pass the filter (questions too), their conflicts. */
export type Shown = {
  readonly objects: readonly LineObject[];
  readonly conflicts: readonly PictureConflict[];
};
