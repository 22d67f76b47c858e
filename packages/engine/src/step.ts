// The line as a state machine: step(line, input) gives effects. No clock, no randomness, no I/O.
// Durable before visible: what follows from an entry comes only out of the `committed` input.
import { acceptBatch, leafHash } from '@parley/ledger';
import { entryBytes, HashHex, readEntry, refuse } from '@parley/protocol';
import type { Body, Entry, Outcome, PartyId, Ref, SeenHead } from '@parley/protocol';
import { admissible } from './admissible.ts';
import { mayRelease } from './authority.ts';
import { fold, foldUnreadable } from './fold.ts';
import type { Append, Effect, EntryRow, Input, Line } from './line.ts';
import { healthAt, heard, UNHEARD } from './liveness.ts';
import { isCausallyReady } from './merge-order.ts';
import { refusalOfLedger } from './ledger-refusal.ts';

/**
 * One step. `line` is changed in place and must have no other user. Effects are to be carried out
 * in their order; after an `append` has returned, it is to be fed back as `committed`.
 */
export function step(line: Line, input: Input): Effect[] {
  switch (input.kind) {
    case 'command': {
      const allowed = mayRelease(input.body, input.seat, input.draftedBy);
      if (!allowed.ok) return [{ kind: 'refuse', refusal: allowed.refusal }];
      return say(line, input.body, input.draftedBy, input.seat.name, input.nowMs);
    }
    case 'sign-arrangement':
      return say(line, input.body, 'node', 'node', input.nowMs);
    case 'batch':
      return receiveBatch(line, input);
    case 'committed':
      return commit(line, input.append);
    case 'heartbeat':
      return hear(line, input);
    case 'trouble':
      return note(line, input);
    case 'tick':
      return line.members.flatMap((party) => healthChange(line, party, input.now.monotonicMs));
  }
}

function say(
  line: Line,
  body: Body,
  draftedBy: string,
  releasedBy: string,
  nowMs: number,
): Effect[] {
  const admitted = admissible(line.picture, line.self, body);
  if (!admitted.ok) return [{ kind: 'refuse', refusal: admitted.refusal }];
  const row = ownRow(line, line.own.size, body, draftedBy, releasedBy, nowMs, seenHeads(line));
  if (!row.entry.ok) return [{ kind: 'refuse', refusal: row.entry.refusal }];
  return [{ kind: 'append', rows: [row], advances: [] }];
}

function ownRow(
  line: Line,
  index: number,
  body: Body,
  draftedBy: string,
  releasedBy: string,
  releasedMs: number,
  seen: SeenHead[],
): EntryRow {
  const head = { version: 1 as const, line: line.id, party: line.self, index, seen };
  const bytes = entryBytes({ ...head, releasedMs, draftedBy, releasedBy, body });
  return rowOf(line, line.self, index, bytes);
}

/** The row of an entry's bytes on a record. What does not belong there has no decoded view. */
export function rowOf(
  line: Pick<Line, 'id'>,
  party: PartyId,
  index: number,
  bytes: Uint8Array,
): EntryRow {
  const ref = refOf(party, index, bytes);
  return { ref, bytes, entry: itsOwnPlace(line, ref, readEntry(bytes)) };
}

/** The name of an entry on the line. */
export function refOf(party: PartyId, index: number, bytes: Uint8Array): Ref {
  return { party, index, leaf: HashHex.parse(leafHash(bytes).toHex()) };
}

function seenHeads(line: Line): SeenHead[] {
  return [...line.mirrors]
    .filter(([, mirror]) => mirror.tree.size > 0)
    .map(([party, { tree }]) => headOf(party, tree.size, tree.root()))
    .toSorted((a, b) => (a.party < b.party ? -1 : 1));
}

function headOf(party: PartyId, size: number, root: Uint8Array): SeenHead {
  return { party, size, root: HashHex.parse(root.toHex()) };
}

function receiveBatch(line: Line, input: Extract<Input, { kind: 'batch' }>): Effect[] {
  const { from, nowMs } = input;
  const mirror = line.mirrors.get(from);
  if (mirror === undefined) {
    const { refusal } = refuse('unknown-party', 'from', `"${from}" is no member`, 'a member');
    return [{ kind: 'refuse', refusal }];
  }
  const accepted = acceptBatch(mirror, input);
  if (!accepted.ok) {
    const refusal = refusalOfLedger(accepted.refusal);
    return [
      { kind: 'raise', party: from, refusal, fault: accepted.refusal },
      { kind: 'refuse', refusal },
    ];
  }
  const { accepted: fresh, firstIndex, mirror: advanced } = accepted.value;
  if (fresh.length === 0) return [];
  const rows = fresh.map((bytes, at) => rowOf(line, from, firstIndex + at, bytes));
  const receipt = receiptFor(line, from, rows, advanced.tree.root(), nowMs);
  return [
    ...falselySeen(line, from, rows),
    {
      kind: 'append',
      rows: [...rows, ...receipt],
      advances: [{ party: from, mirror: advanced }],
    },
  ];
}

// A peer that names a head which our record never had was shown, or shows, another history of it.
function falselySeen(line: Line, from: PartyId, rows: readonly EntryRow[]): Effect[] {
  for (const { ref, entry } of rows) {
    const seen = entry.ok ? entry.value.seen.find(({ party }) => party === line.self) : undefined;
    if (seen === undefined) continue;
    const held = seen.size <= line.own.size ? line.own.root(seen.size).toHex() : undefined;
    if (held === seen.root) continue;
    const fault = `entry ${ref.index} of ${from} names a head of ${seen.size} entries of ours`;
    const { refusal } = refuse('seen-mismatch', 'seen', `${fault} that we never had`, held ?? '');
    return [{ kind: 'raise', party: from, refusal, fault: undefined }];
  }
  return [];
}

// Receipts are not receipted: two nodes would answer one another for ever.
function receiptFor(
  line: Line,
  from: PartyId,
  rows: readonly EntryRow[],
  root: Uint8Array,
  nowMs: number,
): EntryRow[] {
  const asks = rows.some(({ entry }) => !entry.ok || entry.value.body.type !== 'received');
  const last = rows.at(-1);
  if (!asks || last === undefined) return [];
  const head = headOf(from, last.ref.index + 1, root);
  const others = seenHeads(line).filter(({ party }) => party !== from);
  const offsetMs = line.liveness.get(from)?.clockOffsetMs;
  const body: Body = {
    type: 'received',
    party: from,
    index: last.ref.index,
    leaf: last.ref.leaf,
    size: head.size,
    root: head.root,
    receivedMs: nowMs,
    ...(offsetMs === undefined ? {} : { clockOffsetMs: offsetMs }),
  };
  const seen = [...others, head].toSorted((a, b) => (a.party < b.party ? -1 : 1));
  return [ownRow(line, line.own.size, body, 'node', 'node', nowMs, seen)];
}

function commit(line: Line, append: Append): Effect[] {
  const effects: Effect[] = [];
  for (const { party, mirror } of append.advances) {
    line.mirrors.set(party, mirror);
    effects.push({ kind: 'cosign', party, checkpoint: mirror.checkpoint });
  }
  const own = append.rows.filter(({ ref }) => ref.party === line.self);
  for (const { bytes } of own) line.own.append(leafHash(bytes));
  for (const row of append.rows) enqueue(line, row);
  drain(line);
  effects.push({ kind: 'publish', rows: append.rows });
  if (own.length > 0) {
    effects.unshift({ kind: 'sign-head', size: line.own.size, root: line.own.root() });
  }
  return effects;
}

/** Takes a durable row into the queue of its record; `drain` folds what is causally ready. */
export function enqueue(line: Line, row: EntryRow): void {
  const queue = line.waiting.get(row.ref.party);
  if (queue === undefined) throw new Error('a row belongs to a member');
  queue.rows.push(row);
}

// A correctly signed entry that names another line, record or index is kept, but never folded.
function itsOwnPlace(line: Pick<Line, 'id'>, ref: Ref, entry: Outcome<Entry>): Outcome<Entry> {
  if (!entry.ok) return entry;
  const { line: id, party, index } = entry.value;
  if (id === line.id && party === ref.party && index === ref.index) return entry;
  const fault = `the entry says that it is ${index} of ${party} on ${id}`;
  return refuse('not-this-record', '', fault, `${ref.index} of ${ref.party} on ${line.id}`);
}

/** Folds every waiting entry whose author's view of the other records is here. */
export function drain(line: Line): void {
  for (let progressed = true; progressed;) {
    progressed = false;
    for (const queue of line.waiting.values()) {
      for (let next = queue.rows[queue.next]; next !== undefined; next = queue.rows[queue.next]) {
        if (next.entry.ok && !isCausallyReady(next.entry.value, line.picture.folded)) break;
        queue.next += 1;
        if (next.entry.ok) fold(line.picture, { entry: next.entry.value, ref: next.ref });
        else foldUnreadable(line.picture, next.ref, next.entry.refusal);
        progressed = true;
      }
    }
  }
  for (const queue of line.waiting.values()) queue.rows.splice(0, queue.next);
  for (const queue of line.waiting.values()) queue.next = 0;
}

function hear(line: Line, input: Extract<Input, { kind: 'heartbeat' }>): Effect[] {
  const before = line.liveness.get(input.from);
  if (before === undefined) return [];
  line.liveness.set(input.from, heard(before, input.beat, input.now));
  const staffedChanged = before.seatsStaffed > 0 !== input.beat.seatsStaffed > 0;
  return healthChange(line, input.from, input.now.monotonicMs, staffedChanged);
}

function note(line: Line, input: Extract<Input, { kind: 'trouble' }>): Effect[] {
  const before = line.liveness.get(input.from) ?? UNHEARD;
  line.liveness.set(input.from, { ...before, trouble: input.trouble });
  return healthChange(line, input.from, input.now.monotonicMs, before.trouble !== input.trouble);
}

function healthChange(line: Line, party: PartyId, monotonicMs: number, always = false): Effect[] {
  const liveness = line.liveness.get(party);
  if (liveness === undefined) return [];
  const health = healthAt(liveness, monotonicMs);
  if (!always && line.toldHealth.get(party) === health.state) return [];
  line.toldHealth.set(party, health.state);
  return [{ kind: 'publish-health', party, health }];
}
