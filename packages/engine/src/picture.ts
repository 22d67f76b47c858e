// The picture of a line: what all its entries amount to. Rebuilt by folding; never stored.
// Invariant: entries of one record are folded in order, entries of different records in any causal
// order, and the picture is the same on every node that folded the same entries.
import { VolumeIndex } from '@parley/conflict';
import type { Conflict, Minima } from '@parley/conflict';
import type { Finding } from '@parley/geo';
import type {
  Answer,
  Arrangement,
  Cancel,
  Entry,
  LineCheck,
  LineCheckAnswer,
  LineId,
  Notice,
  ObjectId,
  PartyId,
  PositionTaken,
  Question,
  ReadBack,
  Ref,
  Refusal,
  Warning,
  WarningAnswer,
} from '@parley/protocol';
import type { ReadBackComparison } from './read-back.ts';

/** An entry that is durable on this node: its decoded view and its name. */
export type Recorded = { readonly entry: Entry; readonly ref: Ref };

/** One step of a ladder: by which entry, by whom, when by that party's own clock. */
export type Step = { readonly ref: Ref; readonly seat: string; readonly atMs: number };

/** How far one addressee has got. An absent step means that nothing was stated. */
export type Ladder = {
  received?: Step & { readonly clockOffsetMs: number | undefined };
  read?: Step;
  readBack?: Step & { readonly statement: ReadBack; readonly comparison: ReadBackComparison };
  position?: Step & { readonly statement: PositionTaken };
  complied?: Step & { readonly statement: WarningAnswer };
  answered?: Step & { readonly statement: Answer | LineCheckAnswer };
};

export type ObjectBody = Notice | Warning | Question | LineCheck;

/** Something that its author said and that others acknowledge: it is owned, never edited. */
export type LineObject = {
  readonly id: ObjectId;
  readonly ref: Ref;
  readonly author: PartyId;
  readonly releasedMs: number;
  readonly draftedBy: string;
  readonly releasedBy: string;
  readonly body: ObjectBody;
  /** Where the words contradict the geometry, or it contradicts itself. Both sides see it. */
  readonly findings: readonly Finding[];
  /** First start minus the time it was told, for notices. */
  readonly leadMs: number | undefined;
  state: 'in-force' | 'superseded' | 'cancelled';
  supersededBy?: ObjectId;
  cancelled?: Step & { readonly statement: Cancel };
  /** One ladder an addressee: every member but the author. */
  readonly ladders: Map<PartyId, Ladder>;
};

/** Two notices in force, of different parties, nearer than the minima. `a` sorts before `b`. */
export type PictureConflict = {
  readonly id: string;
  readonly a: ObjectId;
  readonly b: ObjectId;
  readonly meetings: readonly {
    readonly volumeA: number;
    readonly volumeB: number;
    readonly conflict: Conflict;
  }[];
};

/** An entry that stands on a record, correctly signed, and cannot be used; and why. */
export type Unusable = { readonly ref: Ref; readonly refusal: Refusal };

export type Picture = {
  readonly line: LineId;
  readonly members: readonly PartyId[];
  /** The newest arrangement that each member signed. */
  readonly arrangements: Map<PartyId, { readonly statement: Arrangement; readonly ref: Ref }>;
  /** Who signed each arrangement, by its canonical text. */
  readonly signers: Map<string, Set<PartyId>>;
  /** In force: the newest version that every member signed, byte for byte the same. */
  arrangement: Arrangement | undefined;
  readonly objects: Map<ObjectId, LineObject>;
  /** Objects by author, in record order: receipts move along these. */
  readonly byAuthor: Map<PartyId, LineObject[]>;
  readonly conflicts: Map<string, PictureConflict>;
  /** Entries folded of each record: the next index that it may fold. */
  readonly folded: Map<PartyId, number>;
  readonly unusable: Unusable[];
  /** Leaf hash of every entry folded, by record: what references are checked against. */
  readonly leaves: Map<PartyId, string[]>;
  /** The volumes of each party's notices in force. */
  readonly indexes: ReadonlyMap<PartyId, VolumeIndex>;
  /** Receiver's progress along an author's objects: key `${author} ${receiver}`. */
  readonly receivedUpTo: Map<string, number>;
};

/** A picture of a line on which nothing was said yet. */
export function emptyPicture(line: LineId, members: readonly PartyId[]): Picture {
  const sorted = members.toSorted();
  return {
    line,
    members: sorted,
    arrangements: new Map(),
    signers: new Map(),
    arrangement: undefined,
    objects: new Map(),
    byAuthor: new Map(sorted.map((party) => [party, []])),
    conflicts: new Map(),
    folded: new Map(sorted.map((party) => [party, 0])),
    unusable: [],
    leaves: new Map(sorted.map((party) => [party, []])),
    indexes: new Map(sorted.map((party) => [party, new VolumeIndex()])),
    receivedUpTo: new Map(),
  };
}

/** The minima in force, or none at all while no arrangement is in force: overlap alone counts. */
export function minimaOf(picture: Picture): Minima {
  return (
    picture.arrangement?.minima ?? { lateralCentimetres: 0, verticalCentimetres: 0, timeMs: 0 }
  );
}
