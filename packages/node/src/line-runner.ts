// Runs a line: feeds inputs to the engine and carries its effects out, in their order.
// Durable before visible: an append is on disk before anything that follows from it is emitted.
import { EventEmitter } from 'node:events';
import { startLine, step } from '@parley/engine';
import type { Append, Effect, EntryRow, Health, Input, Line } from '@parley/engine';
import {
  cosign,
  forkEvidenceText,
  leafHash,
  openMirror,
  readNote,
  signCheckpoint,
  verifyCheckpoint,
  verifyCosignature,
  withCosignature,
} from '@parley/ledger';
import type { Mirror } from '@parley/ledger';
import { accept, refuse } from '@parley/protocol';
import type { LineId, Outcome, PartyId, Ref } from '@parley/protocol';
import type { Clock } from './clock.ts';
import type { LineKeys, Member } from './data-folder.ts';
import { StorageFailed } from './store.ts';
import type { EntryStore, FloorStore, StoredCheckpoint, StoredRow } from './store.ts';

export type RunnerEvents = {
  /** Durable entries, for the floors. */
  rows: [rows: readonly StoredRow[]];
  /** Our record has a newer signed head, for the peers. */
  head: [size: number];
  health: [party: PartyId, health: Health];
  /** Checkpoints or cosignatures moved on. */
  heads: [];
  /** We hold more of a peer's record, durably: the peer should hear of it. */
  cosigned: [];
  faults: [];
};

export type CosignedHead = { readonly size: number; readonly timeSeconds: number };

export type LineRunner = {
  readonly line: Line;
  readonly members: ReadonlyMap<PartyId, Member>;
  readonly keys: LineKeys;
  readonly clock: Clock;
  readonly store: EntryStore & FloorStore;
  readonly events: EventEmitter<RunnerEvents>;
  /** Feeds one input. Gives the refs of what was appended, or the refusal. Throws StorageFailed. */
  readonly submit: (input: Input) => Outcome<readonly Ref[]>;
  /** Our newest cosignature line on a peer's record, and the size that it is for. */
  readonly cosignatureFor: (party: PartyId) => { readonly size: number; readonly line: string };
  /** The newest head of ours that a peer cosigned: its size and when, by the peer's clock. */
  readonly cosignedBy: () => ReadonlyMap<PartyId, CosignedHead>;
  /** Takes a peer's cosignature on our head of `size`; ignores one that does not verify. */
  readonly takeCosignature: (from: PartyId, size: number, line: string) => void;
  /** Our signed checkpoint at any size that our record had. */
  readonly checkpointAt: (size: number) => string;
  readonly fault: (party: PartyId, code: string, sentence: string, evidence: string) => void;
};

type Setup = {
  readonly id: LineId;
  readonly self: PartyId;
  readonly members: ReadonlyMap<PartyId, Member>;
  readonly keys: LineKeys;
  readonly clock: Clock;
  readonly store: EntryStore & FloorStore;
};

/**
 * Opens the line from the store. Every record is checked against its last checkpoint; a record
 * that does not give the root that was signed for it throws StorageFailed and nothing is served.
 */
export function openLineRunner(setup: Setup): LineRunner {
  const { store, self, members, id } = setup;
  const rows = [...store.all()];
  const byParty = Map.groupBy(rows, ({ ref }) => ref.party);
  const mirrors = new Map<PartyId, Mirror>();
  for (const [party, member] of members) {
    if (party !== self) mirrors.set(party, storedMirror(store, member, byParty.get(party) ?? []));
  }
  const line = startLine({ id, self, mirrors, rows });
  const runner = runnerOf(setup, line);
  checkOwnRecord(setup, line);
  if ((store.checkpoint(self)?.size ?? 0) < line.own.size) runner.signHead();
  return runner;
}

function storedMirror(store: EntryStore, member: Member, rows: readonly EntryRow[]): Mirror {
  const note = store.checkpoint(member.party)?.note ?? '';
  const mirror = openMirror(member.record, rows.map(({ bytes }) => leafHash(bytes)), note);
  if (mirror.ok) return mirror.value;
  throw new StorageFailed(
    `The stored record of ${member.party} is damaged: ${mirror.refusal.sentence} ` +
      'Restore the folder from a backup; nothing was served.',
  );
}

function checkOwnRecord({ store, self, keys }: Setup, line: Line): void {
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

function runnerOf(setup: Setup, line: Line): LineRunner & { readonly signHead: () => void } {
  const { store, self, members, keys, clock } = setup;
  const events = new EventEmitter<RunnerEvents>();
  events.setMaxListeners(1_000);
  const cosignatures = new Map<PartyId, { size: number; line: string }>();
  const cosignedBy = storedCosignatures(setup);

  const checkpointAt = (size: number): string =>
    signCheckpoint(
      { origin: keys.record.name, size, rootHash: line.own.root(size) },
      keys.record,
    );
  const signHead = (): void => {
    const size = line.own.size;
    const outcome = store.append([], [{ party: self, size, note: checkpointAt(size) }]);
    // A head that cannot be kept is signed again at the next append, or at the next start.
    if (outcome.ok) events.emit('head', size);
  };
  const fault: LineRunner['fault'] = (party, code, sentence, evidence) => {
    store.addFault({ party, code, sentence, sinceMs: clock.nowMs(), evidence });
    events.emit('faults');
  };
  const cosignHead = (party: PartyId, checkpoint: string): void => {
    const seconds = Math.floor(clock.nowMs() / 1_000);
    const size = line.mirrors.get(party)?.tree.size ?? 0;
    const cosignature = cosign(checkpoint, keys.witness, seconds);
    cosignatures.set(party, { size, line: cosignature });
    store.saveCosigned({ party, size, note: withCosignature(checkpoint, cosignature) });
    events.emit('cosigned');
    events.emit('heads');
  };

  const append = (effect: Append): Outcome<readonly Ref[]> => {
    const checkpoints = effect.advances.map(({ party, mirror }): StoredCheckpoint => {
      return { party, size: mirror.tree.size, note: mirror.checkpoint };
    });
    const stored = store.append(effect.rows, checkpoints);
    if (!stored.ok) return stored;
    for (const next of step(line, { kind: 'committed', append: effect })) {
      carryOut(next, stored.value);
    }
    return accept(effect.rows.map(({ ref }) => ref));
  };
  const carryOut = (effect: Effect, stored: readonly StoredRow[]): Outcome<readonly Ref[]> => {
    switch (effect.kind) {
      case 'append':
        return append(effect);
      case 'sign-head':
        signHead();
        break;
      case 'cosign':
        cosignHead(effect.party, effect.checkpoint);
        break;
      case 'publish':
        events.emit('rows', stored);
        break;
      case 'publish-health':
        events.emit('health', effect.party, effect.health);
        break;
      case 'raise': {
        const { refusal, fault: found } = effect;
        const evidence = found?.code === 'fork' ? forkEvidenceText(found.evidence) : '';
        fault(effect.party, refusal.code, refusal.fault, evidence);
        break;
      }
      case 'refuse':
        return { ok: false, refusal: effect.refusal };
    }
    return accept([]);
  };

  const submit: LineRunner['submit'] = (input) => {
    let outcome: Outcome<readonly Ref[]> = accept([]);
    for (const effect of step(line, input)) {
      const next = carryOut(effect, []);
      if (!next.ok) return next;
      if (next.value.length > 0) outcome = next;
    }
    return outcome;
  };
  const takeCosignature: LineRunner['takeCosignature'] = (from, size, cosignature) => {
    const member = members.get(from);
    const isNews = size > (cosignedBy.get(from)?.size ?? 0) && size <= line.own.size;
    if (member === undefined || !isNews || cosignature === '') return;
    const outcome = cosignedNote(checkpointAt(size), cosignature, member);
    if (!outcome.ok) {
      fault(from, outcome.refusal.code, outcome.refusal.fault, cosignature);
      return;
    }
    store.saveCosigned({ party: self, size, note: outcome.value.note });
    cosignedBy.set(from, { size, timeSeconds: outcome.value.timeSeconds });
    events.emit('heads');
  };
  return {
    line,
    members,
    keys,
    clock,
    store,
    events,
    submit,
    checkpointAt,
    fault,
    signHead,
    takeCosignature,
    cosignedBy: () => cosignedBy,
    cosignatureFor: (party) => cosignatures.get(party) ?? { size: 0, line: '' },
  };
}

function storedCosignatures({ store, self, members }: Setup): Map<PartyId, CosignedHead> {
  const stored = store.cosigned(self);
  const found = new Map<PartyId, CosignedHead>();
  for (const { party, witness } of members.values()) {
    if (stored === undefined || party === self) continue;
    const verified = verifyCosignature(stored.note, witness);
    if (!verified.ok) continue;
    found.set(party, { size: stored.size, timeSeconds: verified.value.timeSeconds });
  }
  return found;
}

function cosignedNote(
  checkpoint: string,
  line: string,
  member: Member,
): Outcome<{ readonly note: string; readonly timeSeconds: number }> {
  if (line.includes('\n') || !readNote(`${checkpoint}${line}\n`).ok) {
    const right = 'one signature line of a signed note';
    return refuse('wrongly-signed', 'cosignature', 'it is no signature line', right);
  }
  const note = withCosignature(checkpoint, line);
  const verified = verifyCosignature(note, member.witness);
  if (verified.ok) return accept({ note, timeSeconds: verified.value.timeSeconds });
  const fault = `the cosignature of ${member.party} does not verify: ${verified.refusal.sentence}`;
  return refuse('wrongly-signed', 'cosignature', fault, 'a cosignature on our own head');
}
