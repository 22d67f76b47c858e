// Night, day or red-night: kept per browser, set on the page's root, read by map and styles alike.
import { cell } from '../floor/cell.ts';
import { useCell } from '../floor/hooks.ts';

export type Mode = 'night' | 'day' | 'red-night';
export const MODES: readonly Mode[] = ['night', 'day', 'red-night'];

const KEPT_AS = 'parley.mode';
const mode = cell<Mode>('night');

/** The mode in use, and how to change it. Colours are the CSS variables of colours.css. */
export function useMode(): { readonly mode: Mode; readonly setMode: (mode: Mode) => void } {
  return { mode: useCell(mode), setMode };
}

/** Takes up the mode that this browser used last. Called once, before the first drawing. */
export function restoreMode(): void {
  const kept = MODES.find((one) => one === localStorage.getItem(KEPT_AS));
  setMode(kept ?? 'night');
}

function setMode(next: Mode): void {
  document.documentElement.dataset['mode'] = next;
  localStorage.setItem(KEPT_AS, next);
  mode.set(next);
}
