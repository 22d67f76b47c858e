// Rows of a floor's stream into the picture, independently of the node: each leaf hash is computed
// again, and an entry that names heads not folded yet waits for them.
import { fold, foldUnreadable, isCausallyReady } from '@parley/engine';
import type { Picture, Recorded } from '@parley/engine';
import { leafHash } from '@parley/ledger';
import { readEntry, refuse } from '@parley/protocol';
import type { Entry, FloorRow, Outcome, Ref } from '@parley/protocol';

type Waiting = { readonly entry: Outcome<Entry>; readonly ref: Ref };

/** Folds rows as they come; gives the entries that were folded, in their order. */
export function rowFolder(picture: Picture): (rows: readonly FloorRow[]) => Recorded[] {
  const waiting = new Map(picture.members.map((party) => [party, [] as Waiting[]]));
  return (rows) => {
    for (const { party, index, leaf, text } of rows) {
      const bytes = new TextEncoder().encode(text);
      const ref = { party, index, leaf };
      const honest = leafHash(bytes).toHex() === leaf;
      const wrong = refuse('root-mismatch', 'leaf', 'the node shows other bytes', leaf);
      waiting.get(party)?.push({ ref, entry: honest ? inPlace(picture, ref, bytes) : wrong });
    }
    const folded: Recorded[] = [];
    while (drain(picture, waiting, folded));
    return folded;
  };
}

function inPlace(picture: Picture, ref: Ref, bytes: Uint8Array): Outcome<Entry> {
  const entry = readEntry(bytes);
  if (!entry.ok) return entry;
  const { line, party, index } = entry.value;
  if (line === picture.line && party === ref.party && index === ref.index) return entry;
  const fault = `the entry says that it is ${index} of ${party} on ${line}`;
  return refuse('not-this-record', '', fault, `${ref.index} of ${ref.party} on ${picture.line}`);
}

function drain(picture: Picture, waiting: Map<string, Waiting[]>, folded: Recorded[]): boolean {
  let progressed = false;
  for (const queue of waiting.values()) {
    for (let next = queue[0]; next !== undefined; next = queue[0]) {
      if (next.entry.ok && !isCausallyReady(next.entry.value, picture.folded)) break;
      queue.shift();
      progressed = true;
      if (next.entry.ok) {
        const recorded = { entry: next.entry.value, ref: next.ref };
        fold(picture, recorded);
        folded.push(recorded);
      } else {
        foldUnreadable(picture, next.ref, next.entry.refusal);
      }
    }
  }
  return progressed;
}
