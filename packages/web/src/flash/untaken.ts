// Urgent messages to us that no seat of ours has taken. They alarm every seat until one has.
import type { Picture } from '@parley/engine';
import type { PartyId } from '@parley/protocol';
import { isUrgent } from '../words/urgent.ts';
import type { UrgentObject } from '../words/urgent.ts';

/** What is urgent, in force, to `party` and not taken by it, the longest waiting first. */
export function untakenUrgent(picture: Picture, party: PartyId): UrgentObject[] {
  return [...picture.objects.values()]
    .filter(isUrgent)
    .filter(({ state, ladders }) => {
      const ladder = ladders.get(party);
      return state === 'in-force' && ladder !== undefined && ladder.read === undefined;
    })
    .toSorted((a, b) => a.releasedMs - b.releasedMs);
}
