// The line as a state machine: step(line, input) gives effects. No clock, no randomness, no I/O.
// Durable before visible: what follows from an entry comes only out of the `committed` input.
import { acceptBatch, leafHash } from '@parley/ledger';
import { entryBytes, HashHex, refuse } from '@parley/protocol';
import type { Body, PartyId, SeenHead } from '@parley/protocol';
import { admissible } from './admissible.ts';
import { isSecondOfficer, mayRelease } from './authority.ts';
import { carriable } from './lint/lint-body.ts';
import { rowOf } from './causal-queue.ts';
import type { EntryRow } from './causal-queue.ts';
import type { Append, Effect, Input, Line, OwnHead } from './line.ts';
import { unexpired } from './expiry.ts';
import { quickEnough } from './lead.ts';
import { healthAt, heard, UNHEARD } from './liveness.ts';
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
      const second = isSecondOfficer(line.picture, input.body, input.seat);
      if (!second.ok) return [{ kind: 'refuse', refusal: second.refusal }];
      const checks = [
        admissible(line.picture, line.self, input.body),
        unexpired(input.body, input.nowMs),
        quickEnough(line.picture, input.body, input.nowMs),
        carriable(input.body),
      ];
      for (const check of checks) {
        if (!check.ok) return [{ kind: 'refuse', refusal: check.refusal }];
      }
      return say(line, input.body, input.draftedBy, input.seat.name, input.nowMs);
    }
    case 'node-says': {
      const admitted = admissible(line.picture, line.self, input.body);
      if (!admitted.ok) return [{ kind: 'refuse', refusal: admitted.refusal }];
      return say(line, input.body, 'node', 'node', input.nowMs);
    }
    case 'take-back': {
      const { id, self, own } = line;
      const rows = input.entries.map((bytes, at) => rowOf(id, self, own.size + at, bytes));
      return [{ kind: 'append', rows, advances: [], head: headWith(line, rows) }];
    }
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
  const row = ownRow(line, line.own.size, body, draftedBy, releasedBy, nowMs, seenHeads(line));
  if (!row.entry.ok) return [{ kind: 'refuse', refusal: row.entry.refusal }];
  return [{ kind: 'append', rows: [row], advances: [], head: headWith(line, [row]) }];
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
  return rowOf(line.id, line.self, index, bytes);
}

function headWith({ own }: Line, rows: readonly EntryRow[]): OwnHead | undefined {
  if (rows.length === 0) return undefined;
  const leaves = rows.map(({ ref }) => Uint8Array.fromHex(ref.leaf));
  return { size: own.size + leaves.length, root: own.rootWith(leaves) };
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
  const rows = fresh.map((bytes, at) => rowOf(line.id, from, firstIndex + at, bytes));
  const receipt =
    input.withoutReceipt === true ? [] : receiptFor(line, from, rows, advanced.tree.root(), nowMs);
  return [
    ...falselySeen(line, from, rows),
    {
      kind: 'append',
      rows: [...rows, ...receipt],
      advances: [{ party: from, mirror: advanced }],
      head: headWith(line, receipt),
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
    effects.push({ kind: 'tell-cosigned', party });
  }
  const own = append.rows.filter(({ ref }) => ref.party === line.self);
  for (const { bytes } of own) line.own.append(leafHash(bytes));
  for (const row of append.rows) line.waiting.take(row);
  line.waiting.drain();
  effects.push({ kind: 'publish', rows: append.rows });
  if (own.length > 0) effects.unshift({ kind: 'serve-head', size: line.own.size });
  return effects;
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
