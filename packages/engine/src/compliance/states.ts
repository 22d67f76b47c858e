// States that nobody states: they follow from the picture and the time.
import type { PartyId } from '@parley/protocol';
import { arrangementAt } from '../arrangement/in-force.ts';
import type { LineObject, Picture } from '../picture.ts';
import { leadMsOf, minimumLeadMsOf } from '../lead.ts';
import { tasksOf } from '../tasks.ts';

/** Each with the instant since which it holds, where there is one. */
export type DerivedState =
  | { readonly state: 'unacknowledged'; readonly sinceMs: number }
  | { readonly state: 'overdue'; readonly sinceMs: number; readonly level: number }
  | { readonly state: 'late'; readonly leadMs: number; readonly minimumMs: number }
  | { readonly state: 'stale'; readonly sinceMs: number }
  | { readonly state: 'expired'; readonly sinceMs: number }
  | { readonly state: 'unverified' }
  | { readonly state: 'contested'; readonly sinceMs: number };

/** What follows for an object towards one addressee at `nowMs` (DOMAIN 3.5). */
export function derivedStates(
  picture: Picture,
  object: LineObject,
  party: PartyId,
  nowMs: number,
): DerivedState[] {
  const { body, releasedMs } = object;
  const found: DerivedState[] = [];
  const ladder = object.ladders.get(party);
  if (ladder !== undefined && ladder.read === undefined) {
    found.push({ state: 'unacknowledged', sinceMs: releasedMs });
  }
  for (const task of tasksOf(picture, object, nowMs)) {
    if (task.party === party && task.overdue) {
      found.push({ state: 'overdue', sinceMs: task.dueMs, level: task.level });
    }
  }
  if (ladder?.position?.statement.position === 'contested') {
    found.push({ state: 'contested', sinceMs: ladder.position.atMs });
  }
  if (body.type === 'declaration' && body.expiresMs <= nowMs) {
    found.push({ state: 'expired', sinceMs: body.expiresMs });
  }
  if (body.type === 'notice' && body.kind !== 'protected-object') {
    const leadMs = leadMsOf(body, releasedMs);
    const minimumMs = minimumLeadMsOf(arrangementAt(picture, releasedMs), body);
    if (leadMs < minimumMs) found.push({ state: 'late', leadMs, minimumMs });
  }
  if (body.type === 'notice' && body.kind === 'protected-object') {
    if (body.reviewMs <= nowMs) found.push({ state: 'stale', sinceMs: body.reviewMs });
    if (body.verification === 'unverified') found.push({ state: 'unverified' });
  }
  return found;
}
