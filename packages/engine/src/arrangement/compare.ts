// Two versions of an arrangement, clause by clause and sentence by sentence.
import { canonicalBytes } from '@parley/ledger';
import type { CanonicalValue } from '@parley/ledger';
import type { Arrangement } from '@parley/protocol';
import { clausesOf } from './clauses.ts';
import type { ClauseItem } from './clauses.ts';

export type ChangeKind = 'added' | 'removed' | 'changed' | 'unchanged';

/** One sentence in both versions; absent where it does not stand. */
export type ItemChange = {
  readonly key: string;
  readonly change: ChangeKind;
  readonly before: string | undefined;
  readonly after: string | undefined;
};

export type ClauseChange = {
  readonly number: number;
  readonly heading: string;
  readonly change: ChangeKind;
  /** The sentences of `a` in their order, then those that `b` alone has. */
  readonly items: readonly ItemChange[];
};

/**
 * What changes from `a` to `b`, for every clause. Compared is the data behind each sentence, not
 * its words; the number of the version and the order of items are no clauses.
 */
export function compareArrangements(a: Arrangement, b: Arrangement): ClauseChange[] {
  const after = clausesOf(b);
  return clausesOf(a).map(({ number, heading, items }, at) => {
    const changes = itemChanges(items, after[at]?.items ?? []);
    return { number, heading, change: overall(changes), items: changes };
  });
}

function itemChanges(before: readonly ClauseItem[], after: readonly ClauseItem[]): ItemChange[] {
  const held = new Map(after.map((item) => [item.key, item]));
  const known = new Set(before.map(({ key }) => key));
  const added = after.filter(({ key }) => !known.has(key));
  return [
    ...before.map((old) => itemChange(old, held.get(old.key))),
    ...added.map(({ key, text }): ItemChange => {
      return { key, change: 'added', before: undefined, after: text };
    }),
  ];
}

function itemChange(old: ClauseItem, now: ClauseItem | undefined): ItemChange {
  const { key, text } = old;
  if (now === undefined) return { key, change: 'removed', before: text, after: undefined };
  const same = textOf(old.data) === textOf(now.data);
  return { key, change: same ? 'unchanged' : 'changed', before: text, after: now.text };
}

// The data of an item is a part of an arrangement, which has canonical bytes as a whole.
function textOf(data: unknown): string {
  return new TextDecoder().decode(canonicalBytes(data as CanonicalValue));
}

// A clause as a whole is added when nothing of it stood before, removed when nothing is left.
function overall(items: readonly ItemChange[]): ChangeKind {
  const [first] = items;
  if (first === undefined) return 'unchanged';
  return items.every(({ change }) => change === first.change) ? first.change : 'changed';
}
