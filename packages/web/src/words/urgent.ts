// Warnings, accidents and calls for help: whatever is said of one of them on the floor is said of
// all three.
import type { LineObject } from '@parley/engine';
import type { Accident, SearchAndRescue, Warning } from '@parley/protocol';

export type UrgentObject = LineObject & { readonly body: Warning | Accident | SearchAndRescue };

/** Whether an object is one that takes every screen. */
export function isUrgent(object: LineObject): object is UrgentObject {
  const { type } = object.body;
  return type === 'warning' || type === 'accident' || type === 'search-and-rescue';
}
