// Rows of a floor's stream into the picture, independently of the node: each leaf hash is computed
// again, and an entry that names heads not folded yet waits for them.
import { CausalQueue, rowOf } from '@parley/engine';
import type { Picture, Recorded } from '@parley/engine';
import { refuse } from '@parley/protocol';
import type { FloorRow } from '@parley/protocol';

/** Folds rows as they come; gives the entries that were folded, in their order. */
export function rowFolder(picture: Picture): (rows: readonly FloorRow[]) => Recorded[] {
  const queue = new CausalQueue(picture);
  return (rows) => {
    for (const { party, index, leaf, text } of rows) {
      const row = rowOf(picture.line, party, index, new TextEncoder().encode(text));
      const wrong = refuse('root-mismatch', 'leaf', 'the node shows other bytes', leaf);
      queue.take(row.ref.leaf === leaf ? row : { ref: { party, index, leaf }, entry: wrong });
    }
    return queue.drain();
  };
}
