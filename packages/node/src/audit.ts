// Walks a node's whole store and recomputes everything in it: leaves, serials, roots, signatures,
// and what each record says of the others. Finds every fault, not just the first.
import { MerkleTree, verifyCheckpoint, verifyCosignature } from '@parley/ledger';
import type { Checkpoint } from '@parley/ledger';
import { readEntry, readHandovers } from '@parley/protocol';
import type { Entry, Outcome } from '@parley/protocol';
import { openAuditStore } from './audit-store.ts';
import type { AuditRow, AuditStore } from './audit-store.ts';
import { memberOf, openFolder, storePath } from './data-folder.ts';
import type { DataFolder, Member } from './data-folder.ts';
import { leafHex } from './leaf-hash.ts';

export type Audit = {
  /** What was looked at and holds, a sentence each. */
  readonly holds: readonly string[];
  /** What does not hold; empty when all of it does. */
  readonly faults: readonly string[];
  /** The alarms that the node raised and kept: faults of others, as it found them. */
  readonly alarms: readonly string[];
};

/** A head of somebody's record, named in an entry: it must be that record's own. */
type Named = {
  readonly by: string;
  readonly of: string;
  readonly size: number;
  readonly root: string;
};

/**
 * Audits the folder of a node that does not run. Refuses as openFolder does, and a member's card
 * whose keys cannot be read; throws StorageFailed when the store cannot be opened.
 */
export function auditFolder(path: string): Outcome<Audit> {
  const folder = openFolder(path);
  if (!folder.ok) return folder;
  const members: Member[] = [];
  for (const card of folder.value.line?.cards ?? [folder.value.card]) {
    const member = memberOf(card);
    if (!member.ok) return member;
    members.push(member.value);
  }
  const store = openAuditStore(storePath(path));
  try {
    return { ok: true, value: audited(folder.value, members, store) };
  } finally {
    store.close();
  }
}

function audited(folder: DataFolder, members: readonly Member[], store: AuditStore): Audit {
  const walk = new Walk(folder.card.party, folder.line?.line, members);
  walk.faults.push(...store.damage().map((told) => `The file of the store is damaged: ${told}.`));
  for (const row of store.rows()) walk.take(row);
  walk.checkHeads();
  const holds = members.map((member) => {
    const size = walk.trees.get(member.party)?.size ?? 0;
    const signed = signedHead(walk, store.note('checkpoint', member.party), member);
    const witnesses = cosigners(walk, store.note('cosigned', member.party), member, members);
    return `${member.party}: ${size} entries${signed}${witnesses}.`;
  });
  const notes = store.handovers();
  const handovers = readHandovers(notes, folder.keys.record);
  if (!handovers.ok) {
    const { field, fault } = handovers.refusal;
    walk.faults.push(`The handovers of the watch: ${field}: ${fault}.`);
  }
  holds.push(`${walk.headsHeld} heads that records name of each other are those records' own.`);
  holds.push(`${notes.length} notes of the handover of the watch.`);
  return { holds, faults: walk.faults, alarms: store.alarms() };
}

/** Every entry in the order in which the node stored it. */
class Walk {
  readonly trees = new Map<string, MerkleTree>();
  readonly faults: string[] = [];
  headsHeld = 0;
  readonly #self: string;
  readonly #line: string | undefined;
  readonly #heads: Named[] = [];
  readonly #roots = new Map<string, string>();
  #position = 0;

  constructor(self: string, line: string | undefined, members: readonly Member[]) {
    this.#self = self;
    this.#line = line;
    for (const { party } of members) this.trees.set(party, MerkleTree.of([]));
  }

  take(row: AuditRow): void {
    const { position, party, index, leaf, bytes } = row;
    const name = `${party}/${index}`;
    if (position !== this.#position + 1) {
      this.faults.push(`Position ${this.#position + 1} is missing; ${name} stands at ${position}.`);
    }
    this.#position = position;
    const tree = this.trees.get(party);
    if (tree === undefined) {
      this.faults.push(`${name} is of a party that is no member of the line.`);
      return;
    }
    if (index !== tree.size) {
      this.faults.push(`${party}/${tree.size} is missing; ${name} comes in its place.`);
    }
    const found = leafHex(bytes);
    if (found !== leaf) this.faults.push(`The bytes of ${name} are not those of its hash.`);
    tree.append(Uint8Array.fromHex(found));
    if (row.isMessage) this.#read(name, row);
  }

  #read(name: string, { party, index, bytes }: AuditRow): void {
    const read = readEntry(bytes);
    if (!read.ok) {
      const { field, fault } = read.refusal;
      this.faults.push(`${name} was taken for a message and is none: ${field}: ${fault}.`);
      return;
    }
    const entry = read.value;
    if (entry.party !== party || entry.index !== index || entry.line !== this.#line) {
      const itself = `${entry.party}/${entry.index} of ${entry.line}`;
      this.faults.push(`${name} says of itself that it is ${itself}.`);
    }
    for (const head of headsIn(entry)) this.#heads.push({ by: name, ...head });
  }

  /** At the end, when the trees are whole: an entry may name what was stored after it. */
  checkHeads(): void {
    for (const { by, of, size, root } of this.#heads) {
      const tree = this.trees.get(of);
      if (tree === undefined) {
        this.faults.push(`${by} names a head of ${of}, which is no member of the line.`);
      } else if (tree.size < size) {
        const lost = of === this.#self ? ': what this node had said is lost' : '';
        this.faults.push(`${by} names ${size} entries of ${of}; ${tree.size} are here${lost}.`);
      } else if (this.#rootOf(of, tree, size) === root) {
        this.headsHeld += 1;
      } else {
        this.faults.push(`${by} names another root for the first ${size} entries of ${of}.`);
      }
    }
  }

  // A receipt and what is said after it name the same head: each root is computed once.
  #rootOf(of: string, tree: MerkleTree, size: number): string {
    const key = `${of}/${size}`;
    const known = this.#roots.get(key);
    if (known !== undefined) return known;
    const root = tree.root(size).toHex();
    this.#roots.set(key, root);
    return root;
  }

  /** Whether a signed head is one of the record as it stands here. */
  isOwnHead(party: string, { size, rootHash }: Checkpoint): boolean {
    const tree = this.trees.get(party);
    return tree !== undefined && size <= tree.size && tree.root(size).toHex() === rootHash.toHex();
  }
}

/** The heads of others that an entry names: those it had seen, and the one that it receipts. */
function headsIn({ seen, body }: Entry): Omit<Named, 'by'>[] {
  const heads = seen.map(({ party, size, root }) => ({ of: party, size, root }));
  if (body.type !== 'received') return heads;
  return [...heads, { of: body.party, size: body.size, root: body.root }];
}

function signedHead(walk: Walk, note: string | undefined, member: Member): string {
  if (note === undefined) return ', no checkpoint';
  const head = verifyCheckpoint(note, member.record);
  if (!head.ok) {
    walk.faults.push(`The checkpoint of ${member.party}: ${head.refusal.sentence}`);
    return ', no checkpoint that holds';
  }
  if (walk.isOwnHead(member.party, head.value)) return `, signed up to ${head.value.size}`;
  const lack = `its first ${head.value.size} entries do not give the root that it signed`;
  walk.faults.push(`The record of ${member.party}: ${lack}.`);
  return ', no checkpoint that holds';
}

function cosigners(
  walk: Walk,
  note: string | undefined,
  member: Member,
  members: readonly Member[],
): string {
  if (note === undefined) return ', cosigned by nobody';
  const head = verifyCheckpoint(note, member.record);
  if (!head.ok || !walk.isOwnHead(member.party, head.value)) {
    walk.faults.push(`The cosigned checkpoint of ${member.party} is not one of its record.`);
    return ', cosigned by nobody';
  }
  const by = members.flatMap(({ party, witness }) => {
    const cosigned = verifyCosignature(note, witness);
    if (cosigned.ok) return [party];
    if (cosigned.refusal.code !== 'not-signed') {
      walk.faults.push(`The cosignature of ${party} on ${member.party}'s record does not hold.`);
    }
    return [];
  });
  return `, ${head.value.size} cosigned by ${by.join(', ') || 'nobody'}`;
}
