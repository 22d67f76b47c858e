// Who may release what: drafter is not releaser, except for a warning (four eyes, DOMAIN 3.9).
import { accept, refuse } from '@parley/protocol';
import type { Body, BodyType, Outcome } from '@parley/protocol';

export type Role = 'watch' | 'releaser';
export type SeatIdentity = { readonly name: string; readonly role: Role };

/** What one officer of the watch may say alone, at once. */
const ALONE: ReadonlySet<BodyType> = new Set([
  'warning',
  'accident',
  'search-and-rescue',
  'warning-answer',
  'confirmation',
  'read',
  'read-back',
  'disseminated',
  'progress',
  'onward-receipt',
  'line-check',
  'line-check-answer',
]);
/** What one releaser may say alone: an officer's position. */
const RELEASER_ALONE: ReadonlySet<BodyType> = new Set(['position', 'onward-release']);
/** What only the node itself writes. */
const NODE_ONLY: ReadonlySet<BodyType> = new Set(['received']);

/** Whether a body of this type must be drafted by one seat and released by another. */
export function needsFourEyes(type: BodyType): boolean {
  return !ALONE.has(type) && !RELEASER_ALONE.has(type) && !NODE_ONLY.has(type);
}

/** Accepts when `seat` may release `body`, drafted by the seat named `draftedBy`. */
export function mayRelease(body: Body, seat: SeatIdentity, draftedBy: string): Outcome<Body> {
  if (NODE_ONLY.has(body.type)) {
    const right = 'a message of the watch';
    return refuse('role-lacking', 'type', `"${body.type}" is written by the node alone`, right);
  }
  if (ALONE.has(body.type)) return accept(body);
  if (seat.role !== 'releaser') {
    const fault = `${seat.name} has the role ${seat.role}`;
    return refuse('role-lacking', 'role', fault, 'a seat with the role releaser');
  }
  if (needsFourEyes(body.type) && seat.name === draftedBy) {
    const fault = `${seat.name} drafted it`;
    return refuse('drafter-may-not-release', 'draftedBy', fault, 'another seat as releaser');
  }
  return accept(body);
}
