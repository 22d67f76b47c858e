// Going through what is open: N takes the next task of ours in hand, the most pressing first.
import { openTasks, watchOrder } from '@parley/engine';
import type { PartyId } from '@parley/protocol';
import { useCallback } from 'react';
import { useClock, useFloor, useSelection } from '../floor/hooks.ts';

/** A function that takes the task after the one in hand, and from the last goes to the first. */
export function useNextTask(party: PartyId): () => void {
  const { picture } = useFloor();
  const { selection, selectObject } = useSelection();
  const now = useClock();
  return useCallback(() => {
    const open = watchOrder(picture, openTasks(picture, now())).filter(
      (task) => task.party === party,
    );
    const objects = [...new Set(open.map(({ object }) => object))];
    const at = selection.kind === 'object' ? objects.indexOf(selection.id) : -1;
    const next = objects[(at + 1) % Math.max(1, objects.length)];
    if (next !== undefined) selectObject(next);
  }, [picture, party, selection, selectObject, now]);
}
