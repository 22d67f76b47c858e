// The position under the pointer on the map, for the bottom bar and for the key that copies it.
import type { Position } from '@parley/geo';
import { cell } from '../floor/cell.ts';
import { useCell } from '../floor/hooks.ts';

/** Set by the map alone. Undefined while the pointer is elsewhere. */
export const cursor = cell<Position | undefined>(undefined);

/** The position under the pointer, or undefined while it is not on the map. */
export function useCursorPosition(): Position | undefined {
  return useCell(cursor);
}
