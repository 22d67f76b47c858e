// One observable value. The page's own state (selection, filter, mode) is a handful of these.

export type Cell<T> = {
  readonly get: () => T;
  readonly set: (value: T) => void;
  /** Calls `told` after each change; the answer ends that. */
  readonly subscribe: (told: () => void) => () => void;
};

/** A cell that holds `initial`. Setting the same value again tells nobody. */
export function cell<T>(initial: T): Cell<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const told of listeners) told();
    },
    subscribe: (told) => {
      listeners.add(told);
      return () => {
        listeners.delete(told);
      };
    },
  };
}
