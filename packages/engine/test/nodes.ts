// Parties with real keys and a link that a test works by hand: say, commit, deliver.
import assert from 'node:assert/strict';
import { leafHash, openMirror, signCheckpoint, signerKey } from '@parley/ledger';
import type { Mirror, SignerKey } from '@parley/ledger';
import { MerkleTree } from '@parley/ledger';
import type { Body, PartyId, Refusal } from '@parley/protocol';
import { startLine, step } from '../src/index.ts';
import type { Append, Effect, EntryRow, Input, Line, SeatIdentity } from '../src/index.ts';
import { NORTH, SOUTH, T0 } from './bodies.ts';
import { LINE } from './scribe.ts';

export type Batch = Extract<Input, { kind: 'batch' }>;

export type TestNode = {
  readonly party: PartyId;
  readonly key: SignerKey;
  readonly line: Line;
  /** Every durable row in order, own and mirrored, as a store would have them. */
  readonly stored: EntryRow[];
};

const OFFICER: SeatIdentity = { name: 'Duty officer', role: 'commander' };

/** One node for each party, all on one line, nothing said yet. */
export function makeNodes(parties: readonly PartyId[] = [NORTH, SOUTH]): TestNode[] {
  const keys = new Map(parties.map((party, at) => [party, keyOf(party, at + 1)]));
  return parties.map((party) => {
    const mirrors = new Map<PartyId, Mirror>();
    for (const [other, key] of keys) if (other !== party) mirrors.set(other, mirrorOf(key));
    const line = startLine({ id: LINE, self: party, mirrors, rows: [] });
    return { party, key: keys.get(party) ?? keyOf(party, 0), line, stored: [] };
  });
}

/** A pair of nodes, north and south. */
export function makePair(): [TestNode, TestNode] {
  const [north, south] = makeNodes();
  assert(north !== undefined && south !== undefined);
  return [north, south];
}

function keyOf(party: PartyId, fill: number): SignerKey {
  return signerKey(`${party}.example/line`, 'ed25519', new Uint8Array(32).fill(fill));
}

function mirrorOf(key: SignerKey): Mirror {
  const mirror = openMirror(key, [], '');
  assert(mirror.ok);
  return mirror.value;
}

export function command(body: Body, nowMs = T0): Input {
  return { kind: 'command', nowMs, seat: OFFICER, draftedBy: 'Watch 1', body };
}

/** The append among effects; fails when there is none, or more than one. */
export function appendOf(effects: readonly Effect[]): Append {
  const appends = effects.filter((effect) => effect.kind === 'append');
  assert.equal(appends.length, 1, JSON.stringify(effects));
  const [append] = appends;
  assert(append !== undefined);
  return append;
}

/** What a step refused; fails when it did not. */
export function refusalOf(effects: readonly Effect[]): Refusal {
  const found = effects.find((effect) => effect.kind === 'refuse');
  assert(found !== undefined, JSON.stringify(effects.map(({ kind }) => kind)));
  return found.refusal;
}

export function commit(node: TestNode, append: Append): Effect[] {
  node.stored.push(...append.rows);
  return step(node.line, { kind: 'committed', append });
}

/** Says a body and commits it. Gives the row of the entry. */
export function say(node: TestNode, body: Body, nowMs = T0): EntryRow {
  const append = appendOf(step(node.line, command(body, nowMs)));
  commit(node, append);
  const [row] = append.rows;
  assert(row !== undefined);
  return row;
}

/** The batch of a node's own record from an index to an end, under its signed checkpoint. */
export function batchOf(node: TestNode, firstIndex = 0, end = node.line.own.size): Batch {
  const own = node.stored.filter(({ ref }) => ref.party === node.party);
  const entries = own.slice(firstIndex, end).map(({ bytes }) => bytes);
  const checkpoint = signed(node.key, node.line.own, end);
  return { kind: 'batch', nowMs: T0, from: node.party, firstIndex, entries, checkpoint };
}

/** A batch of any entries at all, signed as the whole record of `key` from index 0. */
export function forgedBatch(node: TestNode, entries: readonly Uint8Array[]): Batch {
  const checkpoint = signed(node.key, MerkleTree.of(entries.map(leafHash)), entries.length);
  return { kind: 'batch', nowMs: T0, from: node.party, firstIndex: 0, entries, checkpoint };
}

export function signed(key: SignerKey, tree: MerkleTree, size: number): string {
  return signCheckpoint({ origin: key.name, size, rootHash: tree.root(size) }, key);
}

/** Delivers what `to` lacks of the record of `from`; gives all effects, committed ones too. */
export function deliver(from: TestNode, to: TestNode): Effect[] {
  const held = to.line.mirrors.get(from.party)?.tree.size ?? 0;
  const effects = step(to.line, batchOf(from, held));
  const append = effects.find((effect) => effect.kind === 'append');
  return append === undefined ? effects : [...effects, ...commit(to, append)];
}

/** Delivers between all until nobody lacks anything. */
export function settle(nodes: readonly TestNode[]): void {
  for (let moved = true; moved;) {
    moved = false;
    for (const from of nodes) {
      for (const to of nodes) {
        const held = to.line.mirrors.get(from.party)?.tree.size;
        if (held === undefined || held === from.line.own.size) continue;
        deliver(from, to);
        moved = true;
      }
    }
  }
}
