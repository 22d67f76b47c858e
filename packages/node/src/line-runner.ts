// Runs a line: feeds inputs to the engine and carries its effects out, in their order.
// Durable before visible: an append is on disk before anything that follows from it is emitted.
import { EventEmitter } from 'node:events';
import { step } from '@parley/engine';
import type { Append, Effect, Health, Input, Line, OwnHead } from '@parley/engine';
import { forkEvidenceText, signHead } from '@parley/ledger';
import type { ForkEvidence, VerifierKey } from '@parley/ledger';
import { accept, refuse } from '@parley/protocol';
import type { Outcome, PartyId, Ref, Refusal } from '@parley/protocol';
import type { Clock } from './clock.ts';
import { Cosignatures } from './cosignatures.ts';
import type { CosignedHead } from './cosignatures.ts';
import type { Member } from './member.ts';
import type { LineKeys } from './secrets.ts';
import type { EntryStore, FloorStore, StoredCheckpoint, StoredFault, StoredRow } from './store.ts';
import { applyKeyChanges } from './keys-in-force.ts';
import { TokenFailed } from './token.ts';
import { readLine } from './stored-line.ts';
import type { StoredLine } from './stored-line.ts';

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
  /** How many entries of our record a member says that it holds. */
  heard: [party: PartyId, size: number];
};

type Setup = StoredLine & {
  readonly clock: Clock;
  readonly store: EntryStore & FloorStore;
  readonly isWitnessRetired: boolean;
  /** Keys of independent witnesses of our record. */
  readonly witnesses: readonly VerifierKey[];
};

export class LineRunner {
  readonly line: Line;
  /** Of every party, the keys that are in force. */
  readonly members: Map<PartyId, Member>;
  readonly keys: LineKeys;
  readonly clock: Clock;
  /** Keys of independent witnesses of our record. */
  readonly witnesses: readonly VerifierKey[];
  readonly store: EntryStore & FloorStore;
  readonly events = new EventEmitter<RunnerEvents>();
  readonly #cosignatures: Cosignatures;
  readonly #faults: Map<string, StoredFault>;
  #held: Refusal | undefined;

  /** Opens the line from the store; throws StorageFailed where that is damaged (stored-line.ts). */
  constructor(setup: Setup) {
    this.line = readLine(setup);
    this.members = setup.members;
    this.keys = setup.keys;
    this.clock = setup.clock;
    this.witnesses = setup.witnesses;
    this.store = setup.store;
    this.events.setMaxListeners(1_000);
    this.#cosignatures = new Cosignatures(setup);
    // A witness key that was retired is one no more once another has taken its place.
    const faults = setup.store
      .faults()
      .filter(({ code }) => code !== 'witness-retired' || setup.isWitnessRetired);
    this.#faults = new Map(faults.map((known) => [`${known.party} ${known.code}`, known]));
    this.#signWhatIsNot();
    if (setup.isWitnessRetired) {
      const sentence = 'what it had cosigned was lost with its store: it cosigns nothing more.';
      this.fault(setup.self, 'witness-retired', sentence, '');
    }
  }

  /**
   * Feeds one input. Gives the refs of what was appended, or the refusal. A draft that is released
   * is dropped by the append itself: it cannot be released twice. Throws StorageFailed.
   */
  submit(input: Input, side?: { readonly releasedDraft: string }): Outcome<readonly Ref[]> {
    const isOurs = input.kind === 'command' || input.kind === 'node-says';
    if (this.#held !== undefined && isOurs) return { ok: false, refusal: this.#held };
    // What the others say is shown all the same: a warning may be in it.
    const withoutReceipt = this.#held !== undefined;
    const allowed = input.kind === 'batch' ? { ...input, withoutReceipt } : input;
    let outcome: Outcome<readonly Ref[]> = accept([]);
    for (const effect of step(this.line, allowed)) {
      const next = effect.kind === 'append' ? this.#append(effect, side) : this.#carryOut(effect);
      if (!next.ok) return next;
      if (next.value.length > 0) outcome = next;
    }
    return outcome;
  }

  /** Nothing of ours is written any more, until `caughtUp`, or until the node is started anew. */
  hold(reason: Refusal): void {
    // What people must mend stays; what the others can still give back gives way to it.
    if (this.#held === undefined || this.#held.code === 'behind-own-record') this.#held = reason;
  }

  /** What was lacking of our own record is here: if that was all, the node speaks again. */
  caughtUp(): void {
    if (this.#held?.code === 'behind-own-record') this.#held = undefined;
  }

  /** Shows and keeps that a record has two histories, with evidence where there is any. */
  forked(
    party: PartyId,
    sentence: string,
    evidence: ForkEvidence | undefined,
    otherwise: string,
  ): void {
    const text = evidence === undefined ? otherwise : forkEvidenceText(evidence);
    this.fault(party, 'fork', sentence, text);
  }

  /** Our signed checkpoint at any size that our record had. */
  checkpointAt(size: number): string {
    const newest = this.store.checkpoint(this.line.self);
    if (newest?.size === size) return newest.note;
    return this.#signed({ size, root: this.line.own.root(size) }).note;
  }

  /** Our newest cosignature line on a peer's record; '' before the first since the start. */
  cosignatureFor(party: PartyId): string {
    return this.#cosignatures.lineFor(party);
  }

  /** The newest head of ours that each peer cosigned. */
  cosignedBy(): ReadonlyMap<PartyId, CosignedHead> {
    return this.#cosignatures.theirs;
  }

  /** Takes a peer's cosignature on our head of `size`; one that does not verify is its fault. */
  takeCosignature(from: Member, size: number, line: string): void {
    if (size > this.line.own.size || !this.#cosignatures.isNews(from.party, size, line)) return;
    const checkpoint = this.#signedByToken({ size, root: this.line.own.root(size) });
    if (!checkpoint.ok) return;
    const taken = this.#cosignatures.take(from, size, checkpoint.value.note, line);
    if (taken.ok) this.events.emit('heads');
    else this.fault(from.party, taken.refusal.code, taken.refusal.fault, line);
  }

  /** Keeps our checkpoint of `size` with the cosignature of an independent witness, verified. */
  takeWitnessed({ vkey }: VerifierKey, size: number, note: string): void {
    const kept = this.store.saveWitnessed(vkey, size, note);
    if (kept.ok) this.events.emit('heads');
  }

  /** Shows a fault on every floor and keeps it; one of each code and party is enough. */
  fault(party: PartyId, code: string, sentence: string, evidence: string): void {
    const key = `${party} ${code}`;
    if (this.#faults.has(key)) return;
    const found = { party, code, sentence, sinceMs: this.clock.nowMs(), evidence };
    this.#faults.set(key, found);
    // A full disk is a passing state, and cannot be written down on that disk.
    if (code !== 'storage-full') this.store.addFault(found);
    this.events.emit('faults');
  }

  faults(): readonly StoredFault[] {
    return [...this.#faults.values()];
  }

  #carryOut(effect: Effect, stored: readonly StoredRow[] = []): Outcome<readonly Ref[]> {
    switch (effect.kind) {
      case 'append':
        return this.#append(effect, undefined);
      case 'serve-head':
        this.events.emit('head', effect.size);
        break;
      case 'tell-cosigned':
        this.events.emit('cosigned');
        this.events.emit('heads');
        break;
      case 'publish':
        this.events.emit('rows', stored);
        break;
      case 'publish-health':
        this.events.emit('health', effect.party, effect.health);
        break;
      case 'raise': {
        const { refusal, fault } = effect;
        const evidence = fault?.code === 'fork' ? forkEvidenceText(fault.evidence) : '';
        this.fault(effect.party, refusal.code, refusal.fault, evidence);
        break;
      }
      case 'refuse':
        return { ok: false, refusal: effect.refusal };
    }
    return accept([]);
  }

  #append(
    effect: Append,
    side: { readonly releasedDraft: string } | undefined,
  ): Outcome<readonly Ref[]> {
    const nowMs = this.clock.nowMs();
    const cosigned = effect.advances.flatMap((advance) =>
      this.#cosignatures.cosign(advance, nowMs),
    );
    const signed = effect.advances.map(({ party, mirror }): StoredCheckpoint => {
      return { party, size: mirror.tree.size, note: mirror.checkpoint };
    });
    if (effect.head !== undefined) {
      const head = this.#signedByToken(effect.head);
      if (!head.ok) return head;
      signed.push(head.value);
    }
    const heads = { signed, cosigned: cosigned.map((cosigning) => cosigning.stored) };
    const stored = this.store.append(effect.rows, heads, side);
    if (!stored.ok) {
      this.fault(this.line.self, stored.refusal.code, stored.refusal.fault, '');
      return stored;
    }
    for (const cosigning of cosigned) this.#cosignatures.hold(cosigning);
    applyKeyChanges(this.members, stored.value);
    if (this.#faults.delete(`${this.line.self} storage-full`)) this.events.emit('faults');
    for (const next of step(this.line, { kind: 'committed', append: effect })) {
      this.#carryOut(next, stored.value);
    }
    return accept(effect.rows.map(({ ref }) => ref));
  }

  // Entries and their head are one transaction now; older stores kept them in two.
  #signWhatIsNot(): void {
    const { own, self } = this.line;
    if ((this.store.checkpoint(self)?.size ?? 0) >= own.size) return;
    const head = this.#signed({ size: own.size, root: own.root() });
    // Without room on the disk it is signed with the next entry, or at the next start.
    this.store.append([], { signed: [head], cosigned: [] });
  }

  // A token may be drawn out, or locked: then nothing is recorded, and all that is recorded stays.
  #signedByToken(head: OwnHead): Outcome<StoredCheckpoint> {
    const newest = this.store.checkpoint(this.line.self);
    if (newest?.size === head.size) return accept(newest);
    try {
      return accept(this.#signed(head));
    } catch (error) {
      if (!(error instanceof TokenFailed)) throw error;
      const right = 'the token that holds the key of our record';
      const { refusal } = refuse('token-failed', 'token', error.message, right);
      this.fault(this.line.self, refusal.code, refusal.fault, '');
      return { ok: false, refusal };
    }
  }

  #signed({ size, root }: OwnHead): StoredCheckpoint {
    const { record, recordMlDsa } = this.keys;
    const note = signHead({ origin: record.name, size, rootHash: root }, record, recordMlDsa);
    return { party: this.line.self, size, note };
  }
}
