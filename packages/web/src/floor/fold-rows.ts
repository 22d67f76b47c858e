// Rows of the stream into the picture, in this page too: each leaf hash is computed again, and an
// entry that names heads not folded yet waits. The picture is the node's, arrived at independently.
import { CausalQueue, rowOf } from '@parley/engine';
import type { Picture } from '@parley/engine';
import { objectIdOf } from '@parley/protocol';
import type { FloorRow, ObjectId, PartyId } from '@parley/protocol';

export type RowFault = { readonly party: PartyId; readonly sentence: string };

export type RowFolder = {
  /** Folds what may be folded; gives the faults that the rows show. */
  readonly take: (rows: readonly FloorRow[]) => RowFault[];
  /** The exact text of the entry that made an object: what its leaf hash is the hash of. */
  readonly textOf: (id: ObjectId) => string | undefined;
};

/**
 * Folds rows into `picture` as they come. After a record's first fault nothing more of it is
 * folded: what came after could not be trusted to be in its place.
 */
export function rowFolder(picture: Picture): RowFolder {
  const texts = new Map<ObjectId, string>();
  const broken = new Set<PartyId>();
  const queue = new CausalQueue(picture);
  const take = (rows: readonly FloorRow[]): RowFault[] => {
    const faults: RowFault[] = [];
    for (const row of rows) {
      if (broken.has(row.party)) continue;
      const fault = enqueue(picture, queue, row);
      if (fault === undefined) {
        if (OBJECT_TEXT.test(row.text)) texts.set(objectIdOf(row), row.text);
        continue;
      }
      broken.add(row.party);
      faults.push({ party: row.party, sentence: fault });
    }
    queue.drain();
    return faults;
  };
  return { take, textOf: (id) => texts.get(id) };
}

// Only entries that may be objects are kept as text: receipts and steps outnumber them.
const OBJECT_TEXT = /"type":"(?:notice|warning|question|line-check)"/;

function enqueue(picture: Picture, queue: CausalQueue, row: FloorRow): string | undefined {
  const next = queue.nextIndex(row.party);
  const name = `Entry ${row.index} of ${row.party}`;
  if (next === undefined) return `${name} belongs to no member of this line; it is not shown.`;
  if (row.index < next) return undefined;
  if (row.index > next) return `${name} came where ${next} was due; it is not shown.`;
  const bytes = new TextEncoder().encode(row.text);
  const placed = rowOf(picture.line, row.party, row.index, bytes);
  const { leaf } = placed.ref;
  if (leaf !== row.leaf) {
    return `${name} has the leaf hash ${leaf.slice(0, 8)}, the node says ${row.leaf.slice(0, 8)}.`;
  }
  queue.take(placed);
  return undefined;
}
