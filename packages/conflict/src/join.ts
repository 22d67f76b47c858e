// All conflicts between two lists, streamed one pair of items at a time.
import { VolumeIndex } from './volume-index.ts';
import type { Entered, Hit } from './volume-index.ts';
import type { Minima } from './volume.ts';

/** Two items in conflict. In a hit, the queried volume is one of `a`, the found one of `b`. */
export type JoinedPair = {
  readonly a: string;
  readonly b: string;
  readonly hits: readonly Hit[];
};

/**
 * Every pair of an item of `a` and an item of `b` that conflict, in the order of `a`, then by the
 * id of the other. Joined with itself (`a === b`), each unordered pair comes once, the earlier item
 * as `a`. Items of one owner are not in conflict with each other, unless the owner is ''.
 * Ids must be unique within a list.
 */
export function* joinConflicts(
  a: Iterable<Entered>,
  b: Iterable<Entered>,
  minima: Minima,
): Generator<JoinedPair, void, undefined> {
  const left = [...a];
  const self = a === b;
  const right = self ? left : [...b];
  const index = new VolumeIndex();
  const order = new Map<Entered, number>();
  index.load(right);
  for (const [i, item] of right.entries()) order.set(item, i);
  for (const [i, item] of left.entries()) {
    const wanted = (other: Entered): boolean =>
      (item.owner === '' || item.owner !== other.owner) && (!self || (order.get(other) ?? 0) > i);
    const byId = Map.groupBy(index.query(item.volumes, minima, wanted), (hit) => hit.id);
    for (const [id, hits] of byId) yield { a: item.id, b: id, hits };
  }
}
