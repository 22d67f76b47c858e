// The picture of a line: what all its entries amount to. Rebuilt by folding; never stored.
// Invariant: entries of one record are folded in order, entries of different records in any causal
// order, and the picture is the same on every node that folded the same entries.
import type { Conflict, Minima, VolumeIndex } from '@parley/conflict';
import type { Finding } from '@parley/geo';
import type {
  Accident,
  Answer,
  Arrangement,
  Cancel,
  ChannelState,
  Confirmation,
  Contact,
  CounterStatement,
  Declaration,
  Disseminated,
  Entry,
  Incident,
  LineCheck,
  LineCheckAnswer,
  LineId,
  Notice,
  ObjectId,
  OnwardReceipt,
  OnwardRelease,
  PartyId,
  PositionTaken,
  Progress,
  Proposal,
  Question,
  Read,
  ReadBack,
  Ref,
  Refusal,
  Removal,
  Response,
  SearchAndRescue,
  SeparationClass,
  Statement,
  TrafficStatus,
  Warning,
  WarningAnswer,
  Zone,
} from '@parley/protocol';
import type { ReadBackComparison } from './read-back.ts';

/** An entry that is durable on this node: its decoded view and its name. */
export type Recorded = { readonly entry: Entry; readonly ref: Ref };

/** One step of a ladder: by which entry, by whom, when by that party's own clock. */
export type Step = { readonly ref: Ref; readonly seat: string; readonly atMs: number };

/** What an addressee states about an object: a step of its ladder. */
export type LadderStatement =
  | Read
  | ReadBack
  | Disseminated
  | PositionTaken
  | WarningAnswer
  | Response
  | CounterStatement
  | Answer
  | LineCheckAnswer;

/** How far one addressee has got. An absent step means that nothing was stated. */
export type Ladder = {
  received?: Step & { readonly clockOffsetMs: number | undefined };
  read?: Step;
  readBack?: Step & { readonly statement: ReadBack; readonly comparison: ReadBackComparison };
  position?: Step & { readonly statement: PositionTaken };
  complied?: Step & { readonly statement: WarningAnswer };
  answered?: Step & { readonly statement: Answer | LineCheckAnswer };
  /** What was said to a proposal; agreed and denied are final. */
  responded?: Step & { readonly statement: Response };
  /** The account that this addressee gives of an incident. */
  countered?: Step & { readonly statement: CounterStatement };
  /** Every level that it was said to have reached, in the order of the record. */
  disseminated?: (Step & { readonly statement: Disseminated })[];
  /** Everything that it stated about the object, in the order of its record. */
  said?: (Step & { readonly statement: LadderStatement })[];
};

/** It was passed on to a third party, by whom, and what that one said to it. */
export type Onward = Step & {
  readonly party: PartyId;
  readonly statement: OnwardRelease;
  receipt?: Step & { readonly statement: OnwardReceipt };
};

export type ObjectBody =
  | Notice
  | Warning
  | Accident
  | SearchAndRescue
  | Question
  | Declaration
  | Proposal
  | Statement
  | Contact
  | Incident
  | ChannelState
  | LineCheck;

/** What an object is: the type of its body, or the kind of a notice. */
export type ObjectKind = Exclude<ObjectBody['type'], 'notice'> | Notice['kind'];

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
  state: 'in-force' | 'superseded' | 'cancelled' | 'removed';
  supersededBy?: ObjectId;
  cancelled?: Step & { readonly statement: Cancel | Removal };
  /** How far a movement has got, the newest last. */
  readonly progress: (Step & { readonly statement: Progress })[];
  /** A second officer of its author on what one officer released alone. */
  confirmed?: Step & { readonly statement: Confirmation };
  /** To whom it was passed on, by any member: in ascending order of party, then index. */
  readonly onward: Onward[];
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

/** Notices in force of one party, one traffic status and one class: what separation goes by. */
export type ClassIndex = {
  readonly party: PartyId;
  readonly status: TrafficStatus;
  readonly of: SeparationClass;
  readonly index: VolumeIndex;
};

/** A text that members sign, and by which entry each of them has. */
export type Signed = {
  readonly statement: Arrangement | Zone;
  readonly by: Map<PartyId, Step>;
};

export type Picture = {
  readonly line: LineId;
  readonly members: readonly PartyId[];
  /** The newest arrangement that each member signed. */
  readonly arrangements: Map<PartyId, { readonly statement: Arrangement; readonly ref: Ref }>;
  /** Each arrangement and zone that anybody signed, by its canonical text, and who did. */
  readonly signers: Map<string, Signed>;
  /** In force: the newest version that every member signed, byte for byte the same. */
  arrangement: Arrangement | undefined;
  /** The newest version of each zone that each party signed: key `${name} ${party}`. */
  readonly zonesSigned: Map<string, number>;
  /** Zones in force by name, among them those that ended. */
  readonly zones: Map<string, Zone>;
  /** What each party said of its end of the channel, in the order of its record. */
  readonly channels: Map<PartyId, (Step & { readonly statement: ChannelState })[]>;
  /** Entries by which something was passed on, for the receipts of third parties. */
  readonly onward: Map<ObjectId, Onward>;
  readonly objects: Map<ObjectId, LineObject>;
  /** Objects by author, in record order: receipts move along these. */
  readonly byAuthor: Map<PartyId, LineObject[]>;
  /** Objects by the type of their body, notices by their kind, as they were folded. */
  readonly byKind: Map<ObjectKind, LineObject[]>;
  /** Objects of which somebody must do something yet, be it by a time that has passed. */
  readonly open: Set<LineObject>;
  readonly conflicts: Map<string, PictureConflict>;
  /** The conflicts that an object is in, by their names. */
  readonly conflictsOf: Map<ObjectId, Set<string>>;
  /** Entries folded of each record: the next index that it may fold. */
  readonly folded: Map<PartyId, number>;
  readonly unusable: Unusable[];
  /** Leaf hash of every entry folded, by record: what references are checked against. */
  readonly leaves: Map<PartyId, string[]>;
  /** The volumes of notices in force, by each week since 1970 that they touch, or as `long`. */
  readonly indexes: Map<number | 'long', ClassIndex[]>;
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
    zonesSigned: new Map(),
    zones: new Map(),
    channels: new Map(sorted.map((party) => [party, []])),
    onward: new Map(),
    objects: new Map(),
    byAuthor: new Map(sorted.map((party) => [party, []])),
    byKind: new Map(),
    open: new Set(),
    conflicts: new Map(),
    conflictsOf: new Map(),
    folded: new Map(sorted.map((party) => [party, 0])),
    unusable: [],
    leaves: new Map(sorted.map((party) => [party, []])),
    indexes: new Map(),
    receivedUpTo: new Map(),
  };
}

/** The minima in force, or none at all while no arrangement is in force: overlap alone counts. */
export function minimaOf(
  picture: Picture,
  between?: readonly [SeparationClass, SeparationClass],
): Minima {
  const { arrangement } = picture;
  const own = arrangement?.separations?.find(
    ({ between: [a, b] }) =>
      between !== undefined &&
      ((a === between[0] && b === between[1]) || (a === between[1] && b === between[0])),
  );
  return (
    own?.minima ??
    arrangement?.minima ?? { lateralCentimetres: 0, verticalCentimetres: 0, timeMs: 0 }
  );
}
