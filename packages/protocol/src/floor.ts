// What a node and its own floor say to one another. None of it ever goes to another party.
import { z } from 'zod';
import { Body } from './body.ts';
import { InstantMs } from './geometry.ts';
import { EntryIndex, HashHex, LineId, PartyId, Ref } from './identity.ts';
import {
  DRAFTS_MAX,
  ENTRY_BYTES_MAX,
  MEMBERS_MAX,
  OFFICES_MAX,
  POINTER_LENGTH_MAX,
  PORTIONS_MAX,
  REVIEWS_MAX,
  SEATS_MAX,
} from './limits.ts';
import { Label } from './messages/words.ts';
import { Review } from './office.ts';

export const SeatRole = z.enum([
  'drafter',
  'watch',
  'releaser',
  'commander',
  'legal',
  'auditor',
  'administrator',
]);
export type SeatRole = z.infer<typeof SeatRole>;

/** A seat as the floor sees it. `online`: a page of it is open now. */
export const SeatView = z.strictObject({
  name: Label,
  role: SeatRole,
  /** The office for which this seat reviews. */
  office: Label.optional(),
  online: z.boolean(),
});
export type SeatView = z.infer<typeof SeatView>;

export const Session = z.strictObject({
  line: LineId,
  party: PartyId,
  members: z.array(z.strictObject({ party: PartyId, name: Label })),
  seat: z.strictObject({ name: Label, role: SeatRole, office: Label.optional() }),
  nowMs: InstantMs,
  /** The node replays a case by a clock of its own: only exercise and test traffic leaves it. */
  replay: z.boolean(),
});
export type Session = z.infer<typeof Session>;

export const DraftId = z.string().regex(/^[0-9a-f-]{8,36}$/);

/** A portion of a body as a JSON pointer (RFC 6901), such as `/words` or `/volumes/1`. */
const Portion = z.strictObject({
  path: z
    .string()
    .max(POINTER_LENGTH_MAX)
    .regex(/^(?:\/(?:[^~/]|~[01])+)+$/, 'must be a JSON pointer, such as /words'),
  releasableTo: z.array(PartyId).max(MEMBERS_MAX),
});

/**
 * Who may have a message, and who may have portions of it. It is the node's own and is never part
 * of an entry: what a member may not have is left out before anything is said.
 */
export const Marking = z.strictObject({
  releasableTo: z.array(PartyId).max(MEMBERS_MAX),
  portions: z.array(Portion).max(PORTIONS_MAX),
});
export type Marking = z.infer<typeof Marking>;

/**
 * A message before release, as its drafter keeps it. `form` is the editor's own state as text, so
 * that a reload returns to the same thing; `body` is there once it is complete, and `ready` says
 * that nothing more is to be written. Without a marking every member of the line may have it.
 */
export const DraftInput = z.strictObject({
  state: z.enum(['editing', 'ready']),
  form: z.string().max(ENTRY_BYTES_MAX),
  body: Body.optional(),
  marking: Marking.optional(),
});
export type DraftInput = z.infer<typeof DraftInput>;

/** A draft as the node keeps it. Whoever saved it last is its drafter. */
export const KeptDraft = DraftInput.extend({
  id: DraftId,
  drafter: Label,
  savedMs: InstantMs,
  /** All that was said of it, of earlier bodies too. */
  reviews: z.array(Review).max(REVIEWS_MAX).optional(),
});
export type KeptDraft = z.infer<typeof KeptDraft>;

/** A draft as the floor sees it. It lives on the node and never leaves it. */
export const Draft = KeptDraft.extend({
  /** Written; then with the offices, which return it, hold it or clear it; then for release. */
  state: z.enum(['editing', 'in-review', 'returned', 'held', 'ready']),
  /** SHA-256 of the body's canonical bytes: what a review is bound to. */
  bodyHash: HashHex.optional(),
  /** Only those of this exact body: changing it voids them. */
  reviews: z.array(Review).max(REVIEWS_MAX),
  /** The offices that have not cleared this body, in their order. */
  pending: z.array(Label).max(OFFICES_MAX),
});
export type Draft = z.infer<typeof Draft>;

/** A release names the body that the releaser was shown: nothing else can leave by it. */
export const ReleaseInput = z.strictObject({
  /** SHA-256 of the body's canonical bytes, as the draft had it when it was shown. */
  bodyHash: HashHex,
});
export type ReleaseInput = z.infer<typeof ReleaseInput>;

/** One durable entry on the floor's stream: `text` is its exact canonical bytes. */
export const FloorRow = z.strictObject({
  party: PartyId,
  index: EntryIndex,
  leaf: HashHex,
  text: z.string().max(ENTRY_BYTES_MAX),
});
export type FloorRow = z.infer<typeof FloorRow>;

export const FloorHealth = z.strictObject({
  party: PartyId,
  state: z.enum(['never', 'alive', 'suspect', 'dead']),
  sinceMs: InstantMs.optional(),
  staffed: z.boolean(),
  clockOffsetMs: z.int().optional(),
  clockDisputed: z.boolean(),
  trouble: z.string(),
});
export type FloorHealth = z.infer<typeof FloorHealth>;

/** How far each record is proven: ours cosigned by whom up to where, theirs held up to where. */
export const FloorHeads = z.strictObject({
  own: z.strictObject({ size: EntryIndex, root: z.string() }),
  cosigned: z.array(
    z.strictObject({ party: PartyId, size: EntryIndex, timeSeconds: z.int().min(0) }),
  ),
  mirrors: z.array(z.strictObject({ party: PartyId, size: EntryIndex })),
});
export type FloorHeads = z.infer<typeof FloorHeads>;

/** A fault of a peer or of this node that the watch must know of. */
export const FloorFault = z.strictObject({
  party: PartyId,
  code: z.string(),
  sentence: z.string(),
  sinceMs: InstantMs,
  /** Whether there is evidence of it to be saved (alarmEvidence). */
  hasEvidence: z.boolean(),
});
export type FloorFault = z.infer<typeof FloorFault>;

/**
 * Events of the floor's stream (SSE). `entries` carries the stream position as its id, for resume;
 * all others are the present state and are sent anew after a reconnect. `caughtUp` follows the
 * last entry that was stored when the stream opened. `alive` comes each second.
 */
export const FLOOR_EVENTS = {
  entries: z.strictObject({ rows: z.array(FloorRow) }),
  caughtUp: z.strictObject({ position: z.int().min(0) }),
  health: z.strictObject({ peers: z.array(FloorHealth) }),
  heads: FloorHeads,
  drafts: z.strictObject({ drafts: z.array(Draft).max(DRAFTS_MAX) }),
  seats: z.strictObject({ seats: z.array(SeatView).max(SEATS_MAX) }),
  faults: z.strictObject({ faults: z.array(FloorFault) }),
  /** The node's clock, and how fast it runs: 1, or another rate while a case is replayed. */
  alive: z.strictObject({ nowMs: InstantMs, clockRate: z.number().min(0).max(10_000) }),
} as const;
export type FloorEventName = keyof typeof FLOOR_EVENTS;
export type FloorEvent = {
  [N in FloorEventName]: { readonly name: N; readonly value: z.infer<(typeof FLOOR_EVENTS)[N]> };
}[FloorEventName];

/** What a released or spoken message became: an entry of our own record. */
export const Released = z.strictObject({ ref: Ref });
