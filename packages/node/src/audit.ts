// Walks a node's whole store and recomputes everything in it: leaves, serials, roots, signatures,
// and what each record says of the others. Finds every fault, not just the first.
import { MerkleTree, verifyCheckpoint, verifyCosignature } from '@parley/ledger';
import type { Checkpoint } from '@parley/ledger';
import { readHandovers } from '@parley/protocol';
import type { Outcome } from '@parley/protocol';
import type { AuditChunk, AuditedRow, Named } from './audit-chunk.ts';
import { openAuditStore } from './audit-store.ts';
import type { AuditStore } from './audit-store.ts';
import { rootHex } from './tree-hash.ts';
import { auditChunks } from './audit-threads.ts';
import { openFolder, storePath } from './data-folder.ts';
import type { NodeFolder } from './data-folder.ts';
import { applyKeyChanges } from './keys-in-force.ts';
import { memberOf } from './member.ts';
import type { Member } from './member.ts';

export type Audit = {
  /** What was looked at and holds, a sentence each. */
  readonly holds: readonly string[];
  /** What does not hold; empty when all of it does. */
  readonly faults: readonly string[];
  /** The alarms that the node raised and kept: faults of others, as it found them. */
  readonly alarms: readonly string[];
};

/**
 * Audits the folder of a node that does not run. Refuses as openFolder does, and a member's card
 * whose keys cannot be read; throws StorageFailed when the store cannot be opened.
 */
export async function auditFolder(path: string): Promise<Outcome<Audit>> {
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
    const data = { path: storePath(path), line: folder.value.line?.line };
    const chunks = auditChunks(store, data);
    return { ok: true, value: await audited(folder.value, members, store, chunks) };
  } finally {
    store.close();
  }
}

async function audited(
  folder: NodeFolder,
  members: readonly Member[],
  store: AuditStore,
  chunks: AsyncIterable<AuditChunk>,
): Promise<Audit> {
  const walk = new Walk(folder.card.party, members);
  walk.faults.push(...store.damage().map((told) => `The file of the store is damaged: ${told}.`));
  const inForce = new Map(members.map((member) => [member.party, member]));
  for await (const chunk of chunks) {
    walk.take(chunk);
    applyKeyChanges(inForce, chunk.keyChanges);
  }
  walk.checkLaterHeads();
  const holds = members.map((member) => {
    const size = walk.trees.get(member.party)?.size ?? 0;
    const signed = signedHead(walk, store.note('checkpoint', member.party), member);
    const witnesses = cosigners(walk, store.note('cosigned', member.party), member, [
      ...inForce.values(),
    ]);
    return `${member.party}: ${size} entries${signed}${witnesses}.`;
  });
  const notes = store.handovers();
  const handovers = readHandovers(notes, folder.member.record);
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
  readonly #later: Named[] = [];
  readonly #roots = new Map<string, string>();
  #position = 0;

  constructor(self: string, members: readonly Member[]) {
    this.#self = self;
    for (const { party } of members) this.trees.set(party, MerkleTree.of([]));
  }

  take({ rows, leaves, heads }: AuditChunk): void {
    for (const [at, row] of rows.entries()) {
      this.#place(row, leaves.subarray(32 * at, 32 * (at + 1)));
    }
    for (const head of heads) {
      if ((this.trees.get(head.of)?.size ?? 0) < head.size) this.#later.push(head);
      else this.#checkHead(head);
    }
  }

  #place({ position, party, index, faults }: AuditedRow, leaf: Uint8Array): void {
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
    this.faults.push(...faults);
    tree.append(leaf);
  }

  /** At the end, when the trees are whole: an entry may name what was stored after it. */
  checkLaterHeads(): void {
    for (const head of this.#later) this.#checkHead(head);
  }

  #checkHead({ by, of, size, root }: Named): void {
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

  // A receipt and what is said after it name the same head: each root is computed once.
  #rootOf(of: string, tree: MerkleTree, size: number): string {
    const key = `${of}/${size}`;
    const known = this.#roots.get(key);
    if (known !== undefined) return known;
    const root = rootHex(tree, size);
    this.#roots.set(key, root);
    return root;
  }

  /** Whether a signed head is one of the record as it stands here. */
  isOwnHead(party: string, { size, rootHash }: Checkpoint): boolean {
    const tree = this.trees.get(party);
    return tree !== undefined && size <= tree.size && tree.root(size).toHex() === rootHash.toHex();
  }
}

function signedHead(walk: Walk, note: string | undefined, member: Member): string {
  if (note === undefined) return ', no checkpoint';
  const head = verifyCheckpoint(note, member.record);
  const second = head.ok ? verifyCosignature(note, member.recordMlDsa) : head;
  if (!head.ok || !second.ok) {
    const why = second.ok ? '' : second.refusal.sentence;
    walk.faults.push(`The checkpoint of ${member.party}: ${why}`);
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
