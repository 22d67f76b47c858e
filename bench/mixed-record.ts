// Records of a busy line, for the bench of the engine: every type of message, two or three parties,
// in the proportions of a line over which aircraft, convoys and protected objects are told of and
// answered. Entries are as they are stored: exact bytes, whose heads bound them from below.
import { renderVolumes } from '../packages/engine/src/index.ts';
import { leafHash, MerkleTree } from '../packages/ledger/src/index.ts';
import { entryBytes, HashHex, LineId } from '../packages/protocol/src/index.ts';
import type { Body, PartyId, Ref, SeenHead } from '../packages/protocol/src/index.ts';
import { account } from '../packages/engine/test/more-bodies.ts';
import { diceOf, openingOf, zoneOf, arrangementOf } from './mixed-bodies.ts';
import type { Dice } from './mixed-bodies.ts';

export const LINE = LineId.parse('line-00112233445566aa');
const MINUTE_MS = 60_000;
const FIRST_MS = Date.UTC(2025, 0, 1);
/** Rounds after which all sign a new arrangement, and a new version of a zone. */
const SIGN_EVERY = 1_500;

/** An entry as it is stored: whose record, where on it, its exact bytes. */
export type Stored = {
  readonly party: PartyId;
  readonly index: number;
  readonly bytes: Uint8Array;
};

type Author = {
  readonly party: PartyId;
  readonly tree: MerkleTree;
  /** How much it holds of each other record: what its next entry names. */
  readonly held: Map<PartyId, number>;
};

type Opened = { readonly author: Author; readonly ref: Ref; readonly body: Body };

/**
 * `count` entries of all members in an order in which they may have been written, one a minute.
 * Each round all open a matter at once, all hear of it and answer, all hear of that and close it.
 */
export function mixedRecord(members: readonly PartyId[], count: number): Stored[] {
  const line = new MixedLine(members);
  for (let round = 0; line.stored.length < count; round += 1) line.round(round);
  return line.stored.slice(0, count);
}

class MixedLine {
  readonly stored: Stored[] = [];
  readonly #authors: readonly Author[];
  readonly #dice: Dice = diceOf(7);

  constructor(members: readonly PartyId[]) {
    this.#authors = members.map((party) => {
      return { party, tree: MerkleTree.of([]), held: new Map() };
    });
  }

  round(round: number): void {
    if (round % SIGN_EVERY === 0) this.#signAll(round / SIGN_EVERY + 1);
    const opened = this.#authors.map((author): Opened => {
      const body = openingOf(this.#dice, this.#nowMs());
      return { author, ref: this.#say(author, body), body };
    });
    this.#hearAll();
    for (const author of this.#authors) {
      for (const one of opened) {
        if (one.author === author) continue;
        for (const body of this.#answers(one)) this.#say(author, body);
      }
    }
    this.#hearAll();
    for (const one of opened) this.#close(one);
  }

  #nowMs(): number {
    return FIRST_MS + this.stored.length * MINUTE_MS;
  }

  #signAll(version: number): void {
    for (const author of this.#authors) {
      this.#say(author, arrangementOf(version));
      this.#say(author, zoneOf(version));
    }
    this.#hearAll();
  }

  /** Each takes in what it lacks of the others, and receipts it. */
  #hearAll(): void {
    const sizes = new Map(this.#authors.map(({ party, tree }) => [party, tree.size]));
    for (const author of this.#authors) {
      for (const other of this.#authors) {
        const size = sizes.get(other.party) ?? 0;
        if (other === author || size === (author.held.get(other.party) ?? 0)) continue;
        author.held.set(other.party, size);
        const leaf = HashHex.parse(other.tree.leaf(size - 1).toHex());
        const { party } = other;
        const root = HashHex.parse(other.tree.root(size).toHex());
        const receivedMs = this.#nowMs();
        const receipt = { party, index: size - 1, leaf, size, root, receivedMs };
        this.#say(author, { type: 'received', ...receipt });
      }
    }
  }

  #say(author: Author, body: Body): Ref {
    const { party, tree } = author;
    const index = tree.size;
    const seat = body.type === 'received' || body.type === 'arrangement' ? 'node' : 'Watch 1';
    const bytes = entryBytes({
      version: 1,
      line: LINE,
      party,
      index,
      seen: this.#seenBy(author),
      releasedMs: this.#nowMs(),
      draftedBy: seat,
      releasedBy: seat,
      body,
    });
    const leaf = leafHash(bytes);
    tree.append(leaf);
    this.stored.push({ party, index, bytes });
    return { party, index, leaf: HashHex.parse(leaf.toHex()) };
  }

  #seenBy({ held }: Author): SeenHead[] {
    return [...held]
      .map(([party, size]) => {
        const tree = this.#authors.find((author) => author.party === party)?.tree;
        return { party, size, root: HashHex.parse(tree?.root(size).toHex()) };
      })
      .toSorted((a, b) => (a.party < b.party ? -1 : 1));
  }

  /** What an addressee says to it, in its order; one in fifty is left unanswered. */
  #answers({ ref, body }: Opened): Body[] {
    const dice = this.#dice;
    if (dice(50) === 0) return [];
    const read: Body = { type: 'read', ref };
    const reachedMs = this.#nowMs();
    switch (body.type) {
      case 'notice': {
        const volumes = renderVolumes(body.volumes, 'MGRS');
        const officer = dice(100) === 0 ? 'disputes' : 'confirms';
        const said = dice(40) === 0 ? 'contested' : 'noted';
        const readBack: Body = { type: 'read-back', ref, form: 'MGRS', officer, volumes };
        const position: Body = { type: 'position', ref, position: said };
        if (body.kind !== 'movement') return [read, readBack, position];
        const level = 'executing-level';
        return [read, readBack, { type: 'disseminated', ref, level, reachedMs }, position];
      }
      case 'warning':
      case 'accident':
      case 'search-and-rescue':
        return [read, { type: 'warning-answer', ref, result: 'working' }];
      case 'question':
        return [{ type: 'answer', ref, result: 'declined' }];
      case 'proposal':
        return [read, { type: 'response', ref, result: dice(3) === 0 ? 'denied' : 'agreed' }];
      case 'incident':
        return [read, account(ref)];
      case 'line-check':
        return [{ type: 'line-check-answer', ref }];
      case 'declaration':
        return [read, { type: 'position', ref, position: 'noted' }];
      default:
        return [read];
    }
  }

  /** What its author says of it afterwards; channels are opened again at once. */
  #close({ author, ref, body }: Opened): void {
    const dice = this.#dice;
    switch (body.type) {
      case 'notice':
        if (body.kind === 'movement') {
          this.#say(author, { type: 'progress', ref, state: 'departed', atMs: this.#nowMs() });
        }
        if (body.onward !== undefined) this.#passOn(author, ref);
        if (body.kind === 'protected-object') {
          if (dice(2) === 0) this.#say(author, { type: 'removal', ref, reason: 'moved' });
          return;
        }
        if (dice(4) === 0) this.#say(author, { ...body, supersedes: ref });
        else if (dice(2) === 0) this.#say(author, { type: 'cancel', ref, reason: 'completed' });
        return;
      case 'warning':
      case 'accident':
      case 'search-and-rescue':
        this.#say(author, { type: 'confirmation', ref, result: 'confirmed' });
        return;
      case 'channel-state':
        this.#say(author, { ...body, state: 'open', scope: [] });
        return;
      default:
        return;
    }
  }

  #passOn(author: Author, ref: Ref): void {
    const sentMs = this.#nowMs();
    const passed = this.#say(author, {
      type: 'onward-release',
      ref,
      to: 'Centre',
      kind: 'air-traffic-control',
      sentMs,
      by: 'telephone',
    });
    const atMs = this.#nowMs();
    this.#say(author, { type: 'onward-receipt', ref: passed, result: 'acknowledged', atMs });
  }
}
