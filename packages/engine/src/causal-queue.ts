// Durable entries on their way into the picture: in the order of their record, and not before what
// their author had seen. The one way in, for node, page and tools.
import { leafHash } from '@parley/ledger';
import { HashHex, readEntry, refuse } from '@parley/protocol';
import type { Entry, LineId, Outcome, PartyId, Ref } from '@parley/protocol';
import { fold, foldUnreadable } from './fold.ts';
import { isCausallyReady } from './merge-order.ts';
import type { Picture, Recorded } from './picture.ts';

/** A place on a record, and the decoded view of what stands there, or why it has none. */
export type Placed = { readonly ref: Ref; readonly entry: Outcome<Entry> };

/**
 * An entry as it is stored: whose record, where, its RFC 6962 leaf hash, its exact bytes; and its
 * decoded view, or why it has none. It is decoded once, when it is made or comes in.
 */
export type EntryRow = Placed & { readonly bytes: Uint8Array };

/** The row of an entry's bytes on a record. What does not belong there has no decoded view. */
export function rowOf(line: LineId, party: PartyId, index: number, bytes: Uint8Array): EntryRow {
  const ref = { party, index, leaf: HashHex.parse(leafHash(bytes).toHex()) };
  return { ref, bytes, entry: itsOwnPlace(line, ref, readEntry(bytes)) };
}

// A correctly signed entry that names another line, record or index is kept, but never folded.
function itsOwnPlace(line: LineId, ref: Ref, entry: Outcome<Entry>): Outcome<Entry> {
  if (!entry.ok) return entry;
  const { line: id, party, index } = entry.value;
  if (id === line && party === ref.party && index === ref.index) return entry;
  const fault = `the entry says that it is ${index} of ${party} on ${id}`;
  return refuse('not-this-record', '', fault, `${ref.index} of ${ref.party} on ${line}`);
}

type Waiting = { readonly rows: Placed[]; next: number };

export class CausalQueue {
  readonly #picture: Picture;
  readonly #waiting: ReadonlyMap<PartyId, Waiting>;

  constructor(picture: Picture) {
    this.#picture = picture;
    this.#waiting = new Map(picture.members.map((party) => [party, { rows: [], next: 0 }]));
  }

  /** The index that the next entry of a record must have; undefined for who is no member. */
  nextIndex(party: PartyId): number | undefined {
    const queue = this.#waiting.get(party);
    const folded = this.#picture.folded.get(party);
    return queue === undefined || folded === undefined ? undefined : folded + queue.rows.length;
  }

  /** Takes the next entry of its record; another one is a bug and throws. */
  take({ ref, entry }: Placed): void {
    const due = this.nextIndex(ref.party);
    if (due !== ref.index) throw new Error(`entry ${ref.index} of ${ref.party} came, not ${due}`);
    this.#waiting.get(ref.party)?.rows.push({ ref, entry });
  }

  /** Folds all that may be folded now; gives those that were readable, in the order of folding. */
  drain(): Recorded[] {
    const folded: Recorded[] = [];
    while (this.#pass(folded));
    for (const queue of this.#waiting.values()) {
      if (queue.next === 0) continue;
      queue.rows.splice(0, queue.next);
      queue.next = 0;
    }
    return folded;
  }

  // True when it folded anything: then what waited for that may be ready now.
  #pass(folded: Recorded[]): boolean {
    let moved = false;
    for (const queue of this.#waiting.values()) {
      for (let next = queue.rows[queue.next]; next !== undefined; next = queue.rows[queue.next]) {
        if (next.entry.ok && !isCausallyReady(next.entry.value, this.#picture.folded)) break;
        queue.next += 1;
        moved = true;
        if (!next.entry.ok) {
          foldUnreadable(this.#picture, next.ref, next.entry.refusal);
          continue;
        }
        const recorded = { entry: next.entry.value, ref: next.ref };
        fold(this.#picture, recorded);
        folded.push(recorded);
      }
    }
    return moved;
  }
}
