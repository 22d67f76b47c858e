// Rows of the stream into the picture, in this page too: each leaf hash is computed again, and an
// entry that names heads not folded yet waits. The picture is the node's, arrived at independently.
import { fold, foldUnreadable, isCausallyReady } from '@parley/engine';
import type { Picture } from '@parley/engine';
import { leafHash } from '@parley/ledger';
import { objectIdOf, readEntry, refuse } from '@parley/protocol';
import type { Entry, FloorRow, ObjectId, Outcome, PartyId, Ref } from '@parley/protocol';

export type RowFault = { readonly party: PartyId; readonly sentence: string };

export type RowFolder = {
  /** Folds what may be folded; gives the faults that the rows show. */
  readonly take: (rows: readonly FloorRow[]) => RowFault[];
  /** The exact text of the entry that made an object: what its leaf hash is the hash of. */
  readonly textOf: (id: ObjectId) => string | undefined;
};

type Waiting = { readonly entry: Outcome<Entry>; readonly ref: Ref };

/**
 * Folds rows into `picture` as they come. After a record's first fault nothing more of it is
 * folded: what came after could not be trusted to be in its place.
 */
export function rowFolder(picture: Picture): RowFolder {
  const texts = new Map<ObjectId, string>();
  const broken = new Set<PartyId>();
  const waiting = new Map(picture.members.map((party): [PartyId, Waiting[]] => [party, []]));
  const take = (rows: readonly FloorRow[]): RowFault[] => {
    const faults: RowFault[] = [];
    for (const row of rows) {
      if (broken.has(row.party)) continue;
      const fault = enqueue(picture, waiting, row);
      if (fault === undefined) {
        if (OBJECT_TEXT.test(row.text)) texts.set(objectIdOf(row), row.text);
        continue;
      }
      broken.add(row.party);
      faults.push({ party: row.party, sentence: fault });
    }
    while (drain(picture, waiting));
    return faults;
  };
  return { take, textOf: (id) => texts.get(id) };
}

// Only entries that may be objects are kept as text: receipts and steps outnumber them.
const OBJECT_TEXT = /"type":"(?:notice|warning|question|line-check)"/;

function enqueue(
  picture: Picture,
  waiting: Map<PartyId, Waiting[]>,
  row: FloorRow,
): string | undefined {
  const queue = waiting.get(row.party);
  const name = `Entry ${row.index} of ${row.party}`;
  if (queue === undefined) return `${name} belongs to no member of this line; it is not shown.`;
  const next = (picture.folded.get(row.party) ?? 0) + queue.length;
  if (row.index < next) return undefined;
  if (row.index > next) return `${name} came where ${next} was due; it is not shown.`;
  const bytes = new TextEncoder().encode(row.text);
  const leaf = leafHash(bytes).toHex();
  if (leaf !== row.leaf) {
    return `${name} has the leaf hash ${leaf.slice(0, 8)}, the node says ${row.leaf.slice(0, 8)}.`;
  }
  const ref = { party: row.party, index: row.index, leaf: row.leaf };
  queue.push({ entry: inItsPlace(picture, ref, readEntry(bytes)), ref });
  return undefined;
}

function inItsPlace(picture: Picture, ref: Ref, entry: Outcome<Entry>): Outcome<Entry> {
  if (!entry.ok) return entry;
  const { line, party, index } = entry.value;
  if (line === picture.line && party === ref.party && index === ref.index) return entry;
  const fault = `the entry says that it is ${index} of ${party} on ${line}`;
  return refuse('not-this-record', '', fault, `${ref.index} of ${ref.party} on ${picture.line}`);
}

function drain(picture: Picture, waiting: Map<PartyId, Waiting[]>): boolean {
  let progressed = false;
  for (const queue of waiting.values()) {
    for (let next = queue[0]; next !== undefined; next = queue[0]) {
      if (next.entry.ok && !isCausallyReady(next.entry.value, picture.folded)) break;
      queue.shift();
      if (next.entry.ok) fold(picture, { entry: next.entry.value, ref: next.ref });
      else foldUnreadable(picture, next.ref, next.entry.refusal);
      progressed = true;
    }
  }
  return progressed;
}
