// Which objects and conflicts pass the one filter that map, bars and list share.
import { endMsOf, volumesOf } from '@parley/engine';
import type { Ladder, LineObject, Picture } from '@parley/engine';
import type { PartyId } from '@parley/protocol';
import type { Filter, Shown } from './floor-state.ts';

/** Every type of object, in the order of the filter. */
export const OBJECT_TYPES: readonly LineObject['body']['type'][] = [
  'notice',
  'warning',
  'accident',
  'search-and-rescue',
  'question',
  'declaration',
  'proposal',
  'statement',
  'contact',
  'incident',
  'channel-state',
  'line-check',
];

const DAY_MS = 86_400_000;

/**
 * The filter that a page starts with: everything that is or will be, and what ended within a day.
 * Years of a record are one press away, and do not slow the watch down.
 */
export function present(members: readonly PartyId[]): Filter {
  return {
    parties: new Set(members),
    kinds: new Set(OBJECT_TYPES),
    windowMs: 'all',
    ended: 'last-day',
  };
}

/** What passes `filter` at `nowMs`, in the order in which it was told. */
export function shownOf(picture: Picture, filter: Filter, nowMs: number): Shown {
  const objects = [...picture.objects.values()].filter((object) => passes(object, filter, nowMs));
  const ids = new Set(objects.map(({ id }) => id));
  const conflicts = [...picture.conflicts.values()].filter(({ a, b }) => ids.has(a) && ids.has(b));
  return { objects: objects.toSorted((a, b) => a.releasedMs - b.releasedMs), conflicts };
}

/** Whether an object is over: superseded, cancelled, its last window past, or answered by all. */
export function isEnded(object: LineObject, nowMs: number): boolean {
  if (object.state !== 'in-force') return true;
  const endMs = endMsOf(object);
  if (endMs !== undefined) return endMs <= nowMs;
  const ladders = [...object.ladders.values()];
  switch (object.body.type) {
    case 'warning':
    case 'accident':
    case 'search-and-rescue':
      return ladders.every(({ complied }) => complied !== undefined);
    case 'question':
    case 'line-check':
      return ladders.every(({ answered }) => isAnswer(answered?.statement));
    case 'proposal':
      return ladders.every(({ responded }) => isFinal(responded?.statement.result));
    case 'incident':
      return object.body.standing === 'settled';
    default:
      return ladders.every(({ read }) => read !== undefined);
  }
}

// A promise answers nothing.
function isAnswer(statement: NonNullable<Ladder['answered']>['statement'] | undefined): boolean {
  if (statement === undefined) return false;
  return statement.type !== 'answer' || statement.result !== 'promised';
}

// An alternative is a proposal of its own.
function isFinal(result: string | undefined): boolean {
  return result === 'agreed' || result === 'denied' || result === 'alternative';
}

/** From when to when an object counts: its windows, or from being told until its deadline. */
export function spanOf({ body, releasedMs }: LineObject): { startMs: number; endMs: number } {
  switch (body.type) {
    case 'question':
    case 'proposal':
    case 'incident':
      return { startMs: releasedMs, endMs: Math.max(releasedMs, body.answerByMs) };
    case 'declaration':
      return { startMs: releasedMs, endMs: Math.max(releasedMs, body.expiresMs) };
    case 'contact':
      return { startMs: body.startMs, endMs: body.endMs ?? body.startMs };
    default: {
      const windows = volumesOf(body).map(({ window }) => window);
      if (windows.length === 0) return { startMs: releasedMs, endMs: releasedMs };
      return {
        startMs: Math.min(...windows.map(({ startMs }) => startMs)),
        endMs: Math.max(...windows.map(({ endMs }) => endMs)),
      };
    }
  }
}

function passes(object: LineObject, filter: Filter, nowMs: number): boolean {
  if (!filter.parties.has(object.author) || !filter.kinds.has(object.body.type)) return false;
  const { startMs, endMs } = spanOf(object);
  if (filter.ended !== 'all' && isEnded(object, nowMs)) {
    if (filter.ended === 'hidden' || endMs < nowMs - DAY_MS) return false;
  }
  if (filter.windowMs === 'all') return true;
  return startMs <= nowMs + filter.windowMs && endMs >= nowMs - filter.windowMs;
}
