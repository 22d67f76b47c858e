// The after-action report of a period: what was told, received, read and answered, from the records
// alone. Nothing is judged here; what nobody stated stands as no statement.
import { factsOf, objectIdOf } from '@parley/protocol';
import type {
  Arrangement,
  ChannelState,
  Entry,
  Fact,
  LineId,
  ObjectId,
  PartyId,
  Ref,
  TrafficStatus,
} from '@parley/protocol';
import { CausalQueue } from '../causal-queue.ts';
import type { Placed } from '../causal-queue.ts';
import { mergeOrder } from '../merge-order.ts';
import { complianceFindings } from '../compliance/compliance.ts';
import type { ComplianceFinding } from '../compliance/finding.ts';
import { emptyPicture } from '../picture.ts';
import type { Picture, PictureConflict, Step, Unusable } from '../picture.ts';
import { openTasks } from '../tasks.ts';
import type { Task } from '../tasks.ts';
import { trafficStatus } from '../traffic-status.ts';
import { accountOf } from './account.ts';
import type { ObjectAccount } from './account.ts';
import { holdingsOf } from './holdings.ts';
import type { Holding } from './holdings.ts';
import { latenciesOf } from './latencies.ts';
import type { LatencyRow } from './latencies.ts';

/** From `fromMs`, included, to `untilMs`, excluded, by the clock of each entry's author. */
export type Period = { readonly fromMs: number; readonly untilMs: number };

/** One entry of the chronology. `status` says whether it is of an exercise or a test. */
export type ChronologyEntry = {
  readonly name: ObjectId;
  readonly ref: Ref;
  readonly entry: Entry;
  readonly status: TrafficStatus;
  readonly facts: readonly Fact[];
  /** By which entry each other party first showed that it held this one; absent: by none. */
  readonly heldBy: ReadonlyMap<PartyId, Holding>;
};

/** What a party said of its end of the channel. */
export type ChannelWord = Step & { readonly party: PartyId; readonly statement: ChannelState };

/** `ref` was written by one who had seen `seen` entries of `party`; these records have `held`. */
export type Beyond = {
  readonly ref: Ref;
  readonly party: PartyId;
  readonly seen: number;
  readonly held: number;
};

export type AfterAction = {
  readonly line: LineId;
  readonly period: Period;
  /** Every party, how many entries its record has, and how many of them the report goes by. */
  readonly parties: readonly { party: PartyId; onRecord: number; counted: number }[];
  /** What was in force at the end of the period. */
  readonly arrangement: Arrangement | undefined;
  /** Everything said in the period, in merge order. */
  readonly chronology: readonly ChronologyEntry[];
  /** Objects told in the period, or on which something was said in it. */
  readonly objects: readonly ObjectAccount[];
  /** Whether each object of the line is real, an exercise or a test: also those told before. */
  readonly statuses: ReadonlyMap<ObjectId, TrafficStatus>;
  readonly latencies: readonly LatencyRow[];
  /** What was open at the end. */
  readonly unanswered: readonly Task[];
  /** What did not fit the arrangement: on these objects, or in the period. */
  readonly findings: readonly ComplianceFinding[];
  /** Said of the channel up to the end, also before the period: a suspension lasts. */
  readonly channel: readonly ChannelWord[];
  readonly conflicts: readonly PictureConflict[];
  /** Entries that are signed and cannot be used. */
  readonly unusable: readonly Unusable[];
  /** Entries whose author had seen more of a record than was given here, and how much more. */
  readonly beyond: readonly Beyond[];
};

/**
 * The report of a period from whole records, each from index 0 without a gap; every member has one,
 * if only an empty one. It goes by all that was said before the period's end, and by what the
 * authors of that had seen, whatever its own clock says. A record that was not given, or only in
 * part, keeps nothing out: its absence is told under `beyond`. Pure: the same records give the
 * same report, on every machine.
 */
export function afterAction(
  line: LineId,
  records: ReadonlyMap<PartyId, readonly Placed[]>,
  period: Period,
): AfterAction {
  const { clipped, beyond } = clippedToHeld(records);
  const counted = countedSizes(clipped, period.untilMs);
  const cut = new Map(
    [...clipped].map(([party, rows]) => [party, rows.slice(0, counted.get(party) ?? 0)]),
  );
  const picture = pictureOf(line, cut);
  const chronology = chronologyOf(picture, cut, period);
  const said = new Set(chronology.map(({ name }) => name));
  const objects = [...picture.objects.values()]
    .map((object) => accountOf(picture, object))
    .filter((account) => saidOn(account).some((name) => said.has(name)))
    .toSorted((a, b) => a.toldMs - b.toldMs || (a.name < b.name ? -1 : 1));
  const told = new Set(objects.map(({ name }) => name));
  const { fromMs, untilMs } = period;
  return {
    line,
    period,
    parties: picture.members.map((party) => ({
      party,
      onRecord: records.get(party)?.length ?? 0,
      counted: counted.get(party) ?? 0,
    })),
    arrangement: picture.arrangement,
    chronology,
    objects,
    statuses: new Map(
      [...picture.objects.values()].map(({ id, body }) => [id, trafficStatus(picture, body)]),
    ),
    latencies: latenciesOf(objects.filter(({ name }) => said.has(name))),
    unanswered: openTasks(picture, untilMs),
    findings: complianceFindings(picture, untilMs).filter(
      ({ object, sinceMs }) =>
        (object !== undefined && told.has(object)) || (sinceMs >= fromMs && sinceMs < untilMs),
    ),
    channel: [...picture.channels]
      .flatMap(([party, words]) => words.map((word) => ({ party, ...word })))
      .toSorted((a, b) => a.atMs - b.atMs || byName(a.ref, b.ref)),
    conflicts: [...picture.conflicts.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    unusable: picture.unusable.toSorted((a, b) => byName(a.ref, b.ref)),
    beyond: beyond.filter(({ ref }) => ref.index < (counted.get(ref.party) ?? 0)),
  };
}

// No entry waits for what was not given: it stands after all of it that is there.
function clippedToHeld(records: ReadonlyMap<PartyId, readonly Placed[]>): {
  clipped: ReadonlyMap<PartyId, readonly Placed[]>;
  beyond: Beyond[];
} {
  const beyond: Beyond[] = [];
  const heldOf = (party: PartyId): number => records.get(party)?.length ?? 0;
  const clip = (row: Placed): Placed => {
    if (!row.entry.ok) return row;
    const { seen } = row.entry.value;
    const lacking = seen.filter(({ party, size }) => records.has(party) && size > heldOf(party));
    if (lacking.length === 0) return row;
    for (const { party, size } of lacking) {
      beyond.push({ ref: row.ref, party, seen: size, held: heldOf(party) });
    }
    const held = seen.map((head) =>
      lacking.includes(head) ? { ...head, size: heldOf(head.party) } : head,
    );
    return { ...row, entry: { ok: true, value: { ...row.entry.value, seen: held } } };
  };
  const clipped = new Map([...records].map(([party, rows]) => [party, rows.map(clip)]));
  return { clipped, beyond };
}

// How much of each record counts: up to its last entry said before the end, and up to what the
// authors of counted entries had seen. A clock that is ahead hides nothing that others acted on.
function countedSizes(
  records: ReadonlyMap<PartyId, readonly Placed[]>,
  untilMs: number,
): Map<PartyId, number> {
  const sizes = new Map<PartyId, number>();
  const walked = new Map<PartyId, number>();
  for (const [party, rows] of records) {
    const last = rows.findLastIndex(({ entry }) => entry.ok && entry.value.releasedMs < untilMs);
    sizes.set(party, last + 1);
  }
  for (let grew = true; grew;) {
    grew = false;
    for (const [party, rows] of records) {
      const size = sizes.get(party) ?? 0;
      for (const { entry } of rows.slice(walked.get(party) ?? 0, size)) {
        for (const head of entry.ok ? entry.value.seen : []) {
          const held = Math.min(head.size, records.get(head.party)?.length ?? 0);
          if (held <= (sizes.get(head.party) ?? 0)) continue;
          sizes.set(head.party, held);
          grew = true;
        }
      }
      walked.set(party, size);
    }
  }
  return sizes;
}

function pictureOf(line: LineId, records: ReadonlyMap<PartyId, readonly Placed[]>): Picture {
  const picture = emptyPicture(line, [...records.keys()]);
  const queue = new CausalQueue(picture);
  for (const rows of records.values()) for (const row of rows) queue.take(row);
  queue.drain();
  return picture;
}

function chronologyOf(
  picture: Picture,
  records: ReadonlyMap<PartyId, readonly Placed[]>,
  { fromMs, untilMs }: Period,
): ChronologyEntry[] {
  const entries = new Map(
    [...records].map(([party, rows]) => [
      party,
      rows.map(({ entry }) => (entry.ok ? entry.value : undefined)),
    ]),
  );
  const holdings = holdingsOf(records);
  return mergeOrder(entries).flatMap((entry) => {
    const ref = records.get(entry.party)?.[entry.index]?.ref;
    if (ref === undefined || entry.releasedMs < fromMs || entry.releasedMs >= untilMs) return [];
    const name = objectIdOf(ref);
    const status = trafficStatus(picture, entry.body);
    const heldBy = holdings.get(name) ?? new Map<PartyId, Holding>();
    return [{ name, ref, entry, status, facts: factsOf(entry.body), heldBy }];
  });
}

/** The entry that told an object and all entries on it. */
function saidOn({ name, told, addressees, own }: ObjectAccount): ObjectId[] {
  const steps = [...own, ...addressees.flatMap(({ steps: taken }) => taken)];
  return [
    name,
    objectIdOf(told),
    ...steps.flatMap(({ said }) => said.map(({ ref }) => objectIdOf(ref))),
  ];
}

function byName(a: Ref, b: Ref): number {
  return a.party === b.party ? a.index - b.index : a.party < b.party ? -1 : 1;
}
