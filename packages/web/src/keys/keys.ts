// Keys by their place on the keyboard (event.code), so that they are the same in every language.
// While somebody types they do nothing; while a dialog is open, only the dialog's own keys work.
import { useEffect, useRef } from 'react';
import { tinykeys } from 'tinykeys';

/** Bindings by code: "KeyN", "Shift+Slash", "F8". */
export type Bindings = Readonly<Record<string, (event: KeyboardEvent) => void>>;
/** Keys of the page rest while a dialog is open. */
export type KeyLayer = 'page' | 'dialog';

/** Binds keys for as long as the component is there. An empty set of bindings binds nothing. */
export function useKeys(bindings: Bindings, layer: KeyLayer = 'page'): void {
  const newest = useRef(bindings);
  useEffect(() => {
    newest.current = bindings;
  });
  const codes = Object.keys(bindings).join(' ');
  useEffect(() => {
    const calls = codes.split(' ').map((code): [string, (event: KeyboardEvent) => void] => [
      code,
      (event) => {
        if (event.repeat || !isMeant(event, layer)) return;
        event.preventDefault();
        newest.current[code]?.(event);
      },
    ]);
    if (codes === '') return undefined;
    // Before a dialog's own listener: it closes on Escape, and must still be seen to be open here.
    return tinykeys(window, Object.fromEntries(calls), { ignore: () => false, capture: true });
  }, [codes, layer]);
}

/** Whether a key press is meant for bindings of `layer`: not typed into a field, not covered. */
export function isMeant(event: KeyboardEvent, layer: KeyLayer): boolean {
  if (isTyping(event.target)) return false;
  return layer === 'dialog' || document.querySelector('[aria-modal="true"]') === null;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
