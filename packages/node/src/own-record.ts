// Our own record as the other members hold it. A node that was restored from an old copy takes back
// what it lacks before it says anything: else it would sign a second history of its own record.
import { acceptBatch, openMirror, verifyCheckpoint, verifyCosignature } from '@parley/ledger';
import type { Checkpoint } from '@parley/ledger';
import { accept, BATCH_BYTES_MAX, LinkBatch, refuse } from '@parley/protocol';
import type { Outcome, PartyId } from '@parley/protocol';
import type { Member } from './member.ts';
import type { LineRunner } from './line-runner.ts';
import { jsonOf } from './json-text.ts';
import { askOwnRecord } from './link-client.ts';
import type { TransportIdentity } from './transport.ts';
import { leafHex } from './tree-hash.ts';

/** The most entries that are taken back at once; a page has at most 512. */
const ENTRIES_MAX = 1_000_000;
/** Entries of one durable transaction. */
const CHUNK = 5_000;
/** How long a member may take to give our record back while the node runs. */
const ASK_MS = 60_000;
const PAGE_CHARACTERS_MAX = 2 * BATCH_BYTES_MAX;

type Copy = {
  readonly entries: readonly Uint8Array[];
  readonly checkpoint: string;
};

export class OwnRecord {
  readonly #runner: LineRunner;
  readonly #transport: TransportIdentity;
  /** Members that, since the start, were found to hold no more of our record than we do. */
  readonly #agreed = new Set<PartyId>();
  readonly #asked = new Set<PartyId>();
  /** One member at a time: what one gives back changes what is asked of the next. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(runner: LineRunner, transport: TransportIdentity) {
    this.#runner = runner;
    this.#transport = transport;
  }

  /**
   * Asks a member for what it holds of our record beyond ours, and takes that back. Raises an alarm
   * when there is any, and holds the node when it contradicts ours or another node said it. Gives
   * whether the member could be asked. Never throws for what the network or the member does.
   */
  async compare(member: Member, signal: AbortSignal): Promise<boolean> {
    const asked = this.#turn.then(async () => {
      const copy = await this.#copyFrom(member, this.#runner.line.own.size, signal);
      if (!copy.ok) return false;
      await this.#judge(member, copy.value, signal);
      return true;
    });
    this.#turn = asked.catch(() => undefined);
    return asked;
  }

  /** From now on: whoever says that it holds more of our record than we do is asked for it. */
  watch(signal: AbortSignal, broken: (error: Error) => void): void {
    this.#runner.events.on('heard', (party, size) => {
      const member = this.#runner.members.get(party);
      if (member === undefined || signal.aborted) return;
      if (size <= this.#runner.line.own.size) this.#agreed.add(party);
      else if (!this.#asked.has(party)) this.#ask(member, signal, broken);
    });
  }

  // Heartbeats come each second, and one question at a time is enough.
  #ask(member: Member, signal: AbortSignal, broken: (error: Error) => void): void {
    this.#asked.add(member.party);
    // One that answers without end must not keep the others from being asked.
    this.compare(member, AbortSignal.any([signal, AbortSignal.timeout(ASK_MS)]))
      .catch(broken)
      .finally(() => this.#asked.delete(member.party));
  }

  async #judge(member: Member, copy: Copy, signal: AbortSignal): Promise<void> {
    const runner = this.#runner;
    const { own } = runner.line;
    if (copy.checkpoint === '') {
      this.#agreed.add(member.party);
      return;
    }
    const head = this.#verified(copy.checkpoint);
    if (!head.ok) {
      const fault = 'it gave a copy of our record under a head that we have not signed';
      runner.fault(member.party, 'wrongly-signed', fault, copy.checkpoint);
      return;
    }
    const { size, rootHash } = head.value;
    const leaves = copy.entries.map((bytes) => Uint8Array.fromHex(leafHex(bytes)));
    const root = size <= own.size ? own.root(size) : own.rootWith(leaves);
    if (root.toHex() !== rootHash.toHex()) {
      await this.#contradicted(member, copy.checkpoint, signal);
    } else if (size <= own.size) {
      this.#agreed.add(member.party);
    } else if (this.#agreed.has(member.party)) {
      const more = `${size - own.size} entries of our record that this node has not written`;
      const sentence = `${member.party} holds ${more}: another node runs with our keys. Stop one.`;
      runner.fault(runner.line.self, 'two-nodes', sentence, copy.checkpoint);
      runner.hold(refuse('two-nodes', '', sentence, 'one node for one party').refusal);
    } else {
      this.#takeBack(member, copy);
    }
  }

  #takeBack(member: Member, { entries, checkpoint }: Copy): void {
    const runner = this.#runner;
    for (let at = 0; at < entries.length; at += CHUNK) {
      const taken = runner.submit({ kind: 'take-back', entries: entries.slice(at, at + CHUNK) });
      if (!taken.ok) return;
    }
    this.#agreed.add(member.party);
    runner.caughtUp();
    const sentence =
      `this node was restored from an old copy. It lacked ${entries.length} entries of its own; ` +
      `they were taken back from ${member.party}.`;
    runner.fault(runner.line.self, 'rollback', sentence, checkpoint);
  }

  // The other side holds a history of ours that is not the one here, and our keys signed both.
  async #contradicted(member: Member, checkpoint: string, signal: AbortSignal): Promise<void> {
    const runner = this.#runner;
    const { self, own } = runner.line;
    const sentence =
      `${member.party} holds another history of our record, signed with our keys. ` +
      'Another node runs with them, or this one spoke after it was restored from an old copy.';
    // Held from here on, while the rest is asked for.
    const lack = `${member.party} holds what this record lacks, or contradicts`;
    runner.hold(refuse('behind-own-record', '', lack, 'our record from a member').refusal);
    const us = runner.members.get(self);
    const ours = runner.store.checkpoint(self)?.note ?? '';
    const whole = await this.#copyFrom(member, 0, signal);
    const leaves = Array.from({ length: own.size }, (_, index) => own.leaf(index));
    const mirror = us === undefined ? undefined : openMirror(us.record, leaves, ours);
    if (!whole.ok || mirror?.ok !== true) {
      runner.hold(refuse('fork', '', sentence, 'one history').refusal);
      runner.fault(self, 'fork', sentence, checkpoint);
      return;
    }
    const compared = acceptBatch(mirror.value, { firstIndex: 0, ...whole.value });
    if (!compared.ok && compared.refusal.code === 'root-mismatch') {
      // It holds a larger head of ours, but what it gave are not the entries under it.
      const fault = 'it gave entries of our record that are not those under our own head';
      runner.fault(member.party, 'root-mismatch', fault, checkpoint);
      return;
    }
    const fork = !compared.ok && compared.refusal.code === 'fork' ? compared.refusal : undefined;
    runner.hold(refuse('fork', '', sentence, 'one history').refusal);
    runner.forked(self, sentence, fork?.evidence, checkpoint);
  }

  #verified(checkpoint: string): Outcome<Checkpoint> {
    const us = this.#runner.members.get(this.#runner.line.self);
    if (us === undefined) throw new Error('bug: a node is a member of its own line');
    const head = verifyCheckpoint(checkpoint, us.record);
    const second = head.ok ? verifyCosignature(checkpoint, us.recordMlDsa) : head;
    if (head.ok && second.ok) return accept(head.value);
    return refuse('wrongly-signed', 'checkpoint', 'it is not ours', 'a head that we signed');
  }

  // Pages, until they reach the end of the newest checkpoint that came with one.
  async #copyFrom(member: Member, from: number, signal: AbortSignal): Promise<Outcome<Copy>> {
    const { id } = this.#runner.line;
    const peer = { member, line: id, transport: this.#transport };
    const encoder = new TextEncoder();
    const entries: Uint8Array[] = [];
    for (;;) {
      const at = from + entries.length;
      const text = await askOwnRecord(peer, at, PAGE_CHARACTERS_MAX, signal).catch(() => '');
      const page = LinkBatch.safeParse(text === '' ? undefined : jsonOf(text));
      if (!page.success) return refuse('malformed', 'own record', 'no page came', 'a LinkBatch');
      const { checkpoint } = page.data;
      if (checkpoint === '') return accept({ entries: [], checkpoint });
      // Only what our own keys signed says how much there is: nobody fills our memory otherwise.
      const head = this.#verified(checkpoint);
      if (!head.ok) return accept({ entries: [], checkpoint });
      const { size } = head.value;
      entries.push(...page.data.entries.map((entry) => encoder.encode(entry)));
      const isWhole = from + entries.length >= size;
      if (isWhole)
        return accept({ entries: entries.slice(0, Math.max(0, size - from)), checkpoint });
      if (page.data.entries.length === 0 || entries.length > ENTRIES_MAX) {
        return refuse('gap', 'own record', `it ends at ${at}`, `${size} entries`);
      }
    }
  }
}
