// Two records of one line, entangled as two nodes entangle them: each entry names the head of the
// other that its author had seen, and what came over the line is receipted.
import {
  cosign,
  exportRecord,
  leafHash,
  MerkleTree,
  signCheckpoint,
  signerKey,
  verifyExport,
  withCosignature,
} from '@parley/ledger';
import type { ExportedRecord, SignerKey } from '@parley/ledger';
import { entryBytes, HashHex, LineId, PartyId } from '@parley/protocol';
import type { Body, Ref } from '@parley/protocol';
import assert from 'node:assert/strict';

export const coalition = PartyId.parse('coalition');
export const russia = PartyId.parse('russia');

/** 2016-09-17 12:00:00Z, the hour of Deir ez-Zor. */
export const START_MS = 1_474_113_600_000;

const hex = (hash: Uint8Array): HashHex => HashHex.parse(hash.toHex());

const seed = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
export const KEYS = {
  coalition: {
    record: signerKey('coalition/00000001', 'ed25519', seed(1)),
    recordMlDsa: signerKey('coalition/00000001', 'cosignature-ml-dsa-44', seed(5)),
    witness: signerKey('coalition/00000001/witness', 'cosignature-ed25519', seed(2)),
    heartbeat: signerKey('coalition/00000001/heartbeat', 'ed25519', seed(7)),
  },
  russia: {
    record: signerKey('russia/00000002', 'ed25519', seed(3)),
    recordMlDsa: signerKey('russia/00000002', 'cosignature-ml-dsa-44', seed(6)),
    witness: signerKey('russia/00000002/witness', 'cosignature-ed25519', seed(4)),
    heartbeat: signerKey('russia/00000002/heartbeat', 'ed25519', seed(8)),
  },
} as const;

/** A record in the making: what its author had seen of the other is given with each entry. */
export class Author {
  readonly party: PartyId;
  readonly bytes: Uint8Array[] = [];
  readonly tree = MerkleTree.of([]);
  readonly #record: SignerKey;

  constructor(party: PartyId, record: SignerKey) {
    this.party = party;
    this.#record = record;
  }

  /** Says a body at so many seconds after the start; gives the reference to it. */
  say(body: Body, second: number, seen: Author | undefined, releasedBy = 'Watch 1'): Ref {
    const index = this.bytes.length;
    const head = seen && {
      party: seen.party,
      size: seen.tree.size,
      root: hex(seen.tree.root()),
    };
    const bytes = entryBytes({
      version: 1,
      line: LineId.parse('line-0123456789abcdef'),
      party: this.party,
      index,
      seen: head === undefined ? [] : [head],
      releasedMs: START_MS + second * 1_000,
      draftedBy: releasedBy,
      releasedBy,
      body,
    });
    this.append(bytes);
    return { party: this.party, index, leaf: hex(leafHash(bytes)) };
  }

  append(bytes: Uint8Array): void {
    this.bytes.push(bytes);
    this.tree.append(leafHash(bytes));
  }

  /** The receipt of what `of` has said so far, with the measured offset of its clock. */
  receipt(of: Author, second: number, clockOffsetMs?: number): Ref {
    const index = of.tree.size - 1;
    const body = {
      type: 'received',
      party: of.party,
      index,
      leaf: hex(of.tree.leaf(index)),
      size: of.tree.size,
      root: hex(of.tree.root()),
      receivedMs: START_MS + second * 1_000,
      ...(clockOffsetMs === undefined ? {} : { clockOffsetMs }),
    } satisfies Body;
    return this.say(body, second, of, 'node');
  }

  /** The whole record, cosigned by a witness at a second; by its own second key, if it is given. */
  exported(witness: SignerKey, second: number, mlDsa?: SignerKey): string {
    const head = { origin: this.#record.name, size: this.tree.size, rootHash: this.tree.root() };
    const note = signCheckpoint(head, this.#record);
    const line = cosign(note, witness, START_MS / 1_000 + second);
    const once = withCosignature(note, line);
    const checkpoint = mlDsa === undefined ? once : withCosignature(once, cosign(once, mlDsa, 0));
    const key = this.#record;
    const cosigners = mlDsa === undefined ? [witness] : [mlDsa, witness];
    return exportRecord({ key, cosigners, entries: this.bytes, checkpoint });
  }
}

export type Line = { readonly coalition: Author; readonly russia: Author };

/** The line on which entry 2 of the coalition is received, read and answered by Russia. */
export function answeredLine(): Line {
  const a = new Author(coalition, KEYS.coalition.record);
  const b = new Author(russia, KEYS.russia.record);
  a.say({ type: 'line-check' }, 0, undefined);
  b.receipt(a, 1);
  b.say({ type: 'line-check' }, 60, a, 'Watch A');
  a.receipt(b, 61);
  const said = a.say(talks(), 360, b, 'Duty officer');
  b.receipt(a, 362, -1_500);
  b.say({ type: 'read', ref: said }, 400, a, 'Watch A');
  b.say({ type: 'response', ref: said, result: 'under-consideration' }, 480, a, 'Watch A');
  a.receipt(b, 481);
  return { coalition: a, russia: b };
}

function talks(): Body {
  return {
    type: 'proposal',
    matter: 'talks',
    status: 'exercise',
    precedence: 'PRIORITY',
    title: 'Talks on the Syrian sky',
    level: 'colonels',
    answerByMs: START_MS + 3_600_000,
  };
}

/** The two records of a line as whoever verified the exports has them. */
export function recordsOf(line: Line): ExportedRecord[] {
  return [
    line.coalition.exported(KEYS.russia.witness, 490),
    line.russia.exported(KEYS.coalition.witness, 491),
  ].map((text) => {
    const record = verifyExport(text);
    assert.ok(record.ok);
    return record.value;
  });
}
