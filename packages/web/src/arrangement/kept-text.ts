// The text of a version while it is being written: kept in this tab for the seat, so that neither
// Escape nor a reload loses it. It goes when it was released or when the seat discards it.
import { useCallback, useState } from 'react';

/** `from` is the number of the version that the text was begun from. */
export type KeptText = { readonly from: number; readonly text: string };

// A seat has a path of its own, and so a text of its own.
const NAME = 'parley.arrangement';

/** What is kept for this seat, and how to keep another text; `undefined` keeps none. */
export function useKeptText(): readonly [
  KeptText | undefined,
  (kept: KeptText | undefined) => void,
] {
  const [kept, setKept] = useState(readKept);
  const keep = useCallback((next: KeptText | undefined) => {
    setKept(next);
    if (next === undefined) sessionStorage.removeItem(nameHere());
    else sessionStorage.setItem(nameHere(), `${next.from} ${next.text}`);
  }, []);
  return [kept, keep];
}

function readKept(): KeptText | undefined {
  const [, from, text] = /^(\d+) (.*)$/s.exec(sessionStorage.getItem(nameHere()) ?? '') ?? [];
  return from === undefined || text === undefined ? undefined : { from: Number(from), text };
}

function nameHere(): string {
  return `${NAME} ${location.pathname}`;
}
