// Warnings to us that no seat of ours has taken. They alarm every seat until one has.
import type { LineObject, Picture } from '@parley/engine';
import type { PartyId, Warning } from '@parley/protocol';

export type WarningObject = LineObject & { readonly body: Warning };

/** Warnings in force to `party` that it has not taken, the longest waiting first. */
export function untakenWarnings(picture: Picture, party: PartyId): WarningObject[] {
  return [...picture.objects.values()]
    .filter(isWarning)
    .filter(({ state, ladders }) => {
      const ladder = ladders.get(party);
      return state === 'in-force' && ladder !== undefined && ladder.read === undefined;
    })
    .toSorted((a, b) => a.releasedMs - b.releasedMs);
}

/** Whether an object is a warning. */
export function isWarning(object: LineObject): object is WarningObject {
  return object.body.type === 'warning';
}
