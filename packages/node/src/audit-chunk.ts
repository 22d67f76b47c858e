// A stretch of a store, read for the audit: hashed and decoded, which is nearly all of the work and
// needs nothing but the rows themselves. So that several threads can share it, it is plain data.
import type { Placed } from '@parley/engine';
import { HashHex, readEntry } from '@parley/protocol';
import type { Entry } from '@parley/protocol';
import type { AuditRow, AuditStore, Stretch } from './audit-store.ts';
import { leafHex } from './tree-hash.ts';

/** A head of somebody's record, named in an entry: it must be that record's own. */
export type Named = {
  readonly by: string;
  readonly of: string;
  readonly size: number;
  readonly root: string;
};

export type AuditedRow = {
  readonly position: number;
  readonly party: string;
  readonly index: number;
  /** What is wrong with the row alone, as sentences. */
  readonly faults: readonly string[];
};

export type AuditChunk = {
  readonly rows: readonly AuditedRow[];
  /** The leaf hashes of the rows as their bytes give them, 32 bytes each. */
  readonly leaves: Uint8Array;
  readonly heads: readonly Named[];
  /** What entries say of their authors' keys. */
  readonly keyChanges: readonly Placed[];
};

/** Reads the rows of a stretch. `line` is what every entry must name. Throws StorageFailed. */
export function readChunk(
  store: AuditStore,
  stretch: Stretch,
  line: string | undefined,
): AuditChunk {
  const rows: AuditedRow[] = [];
  const leaves: string[] = [];
  const heads: Named[] = [];
  const keyChanges: Placed[] = [];
  for (const row of store.rows(stretch)) {
    const { position, party, index, leaf, bytes } = row;
    const found = leafHex(bytes);
    leaves.push(found);
    const faults: string[] = [];
    if (found !== leaf) faults.push(`The bytes of ${party}/${index} are not those of its hash.`);
    if (row.isMessage) readMessage(row, line, faults, heads, keyChanges);
    rows.push({ position, party, index, faults });
  }
  return { rows, leaves: Uint8Array.fromHex(leaves.join('')), heads, keyChanges };
}

function readMessage(
  { party, index, bytes }: AuditRow,
  line: string | undefined,
  faults: string[],
  heads: Named[],
  keyChanges: Placed[],
): void {
  const by = `${party}/${index}`;
  const read = readEntry(bytes);
  if (!read.ok) {
    const { field, fault } = read.refusal;
    faults.push(`${by} was taken for a message and is none: ${field}: ${fault}.`);
    return;
  }
  const entry = read.value;
  if (entry.party !== party || entry.index !== index || entry.line !== line) {
    const itself = `${entry.party}/${entry.index} of ${entry.line}`;
    faults.push(`${by} says of itself that it is ${itself}.`);
  }
  if (entry.body.type === 'key-change') {
    const ref = { party: entry.party, index, leaf: HashHex.parse(leafHex(bytes)) };
    keyChanges.push({ ref, entry: read });
  }
  for (const head of headsIn(entry)) heads.push({ by, ...head });
}

/** The heads of others that an entry names: those it had seen, and the one that it receipts. */
function headsIn({ seen, body }: Entry): Omit<Named, 'by'>[] {
  const heads = seen.map(({ party, size, root }) => ({ of: party, size, root }));
  if (body.type !== 'received') return heads;
  return [...heads, { of: body.party, size: body.size, root: body.root }];
}
