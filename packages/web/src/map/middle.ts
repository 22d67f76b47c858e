// The middle of what the map shows: where the work is. It settles nothing that a text leaves open;
// it only puts the nearest of several ways to read a position first.
import type { Position, Theatre } from '@parley/geo';
import { cell } from '../floor/cell.ts';
import { useCell } from '../floor/hooks.ts';

/** Set by the map alone. Undefined while there is no map. */
export const mapMiddle = cell<Position | undefined>(undefined);

/** What the readers of positions may know beside the text. */
export function useTheatre(): Theatre {
  const near = useCell(mapMiddle);
  return near === undefined ? {} : { near };
}
