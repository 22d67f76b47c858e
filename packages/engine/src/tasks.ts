// What must be answered now, by whom, until when: derived from the picture and the time alone.
// Silence is never consent: an unanswered object stays here with its clock until it is answered.
import { DEFAULT_ARRANGEMENT } from '@parley/protocol';
import type { ObjectId, PartyId, Precedence } from '@parley/protocol';
import type { Ladder, LineObject, Picture } from './picture.ts';

/** The step that is asked of the addressee. */
export type AskedStep = 'take' | 'act' | 'read' | 'read-back' | 'position' | 'answer';

export type Task = {
  readonly id: string;
  readonly object: ObjectId;
  /** Who must act. */
  readonly party: PartyId;
  readonly precedence: Precedence;
  readonly step: AskedStep;
  /** When it was told; the clock since then runs on the screens. */
  readonly sinceMs: number;
  readonly dueMs: number;
  readonly overdue: boolean;
};

/** Every step that is open at `nowMs`, of all parties, the earliest deadline first. */
export function openTasks(picture: Picture, nowMs: number): Task[] {
  const tasks = [...picture.objects.values()].flatMap((object) =>
    object.state === 'in-force' ? objectTasks(picture, object, nowMs) : [],
  );
  return tasks.toSorted((a, b) => a.dueMs - b.dueMs || (a.id < b.id ? -1 : 1));
}

/** How fast an object must be handled. A warning is always FLASH. */
export function precedenceOf(object: LineObject): Precedence {
  switch (object.body.type) {
    case 'warning':
      return 'FLASH';
    case 'line-check':
      return 'IMMEDIATE';
    default:
      return object.body.precedence;
  }
}

/** When the last of a notice's windows ends; undefined for objects without windows of their own. */
export function endMsOf(object: LineObject): number | undefined {
  if (object.body.type !== 'notice') return undefined;
  return Math.max(...object.body.volumes.map((volume) => volume.window.endMs));
}

function objectTasks(picture: Picture, object: LineObject, nowMs: number): Task[] {
  const endMs = endMsOf(object);
  if (endMs !== undefined && endMs <= nowMs) return [];
  return [...object.ladders].flatMap(([party, ladder]) => {
    const next = nextStep(picture, object, ladder);
    if (next === undefined) return [];
    const overdue = nowMs > next.dueMs;
    const precedence = precedenceOf(object);
    const id = `${object.id} ${party} ${next.step}`;
    const sinceMs = object.releasedMs;
    return [{ id, object: object.id, party, precedence, ...next, sinceMs, overdue }];
  });
}

function nextStep(
  picture: Picture,
  object: LineObject,
  ladder: Ladder,
): { step: AskedStep; dueMs: number } | undefined {
  const arrangement = picture.arrangement ?? DEFAULT_ARRANGEMENT;
  const precedence = precedenceOf(object);
  const limits = arrangement.deadlines[precedence];
  const toldMs = object.releasedMs;
  switch (object.body.type) {
    case 'warning':
      if (ladder.read === undefined) return { step: 'take', dueMs: toldMs + limits.readMs };
      if (ladder.complied === undefined) return { step: 'act', dueMs: toldMs + limits.readBackMs };
      return undefined;
    case 'question':
      if (ladder.read === undefined) return { step: 'read', dueMs: toldMs + limits.readMs };
      if (ladder.answered === undefined) return { step: 'answer', dueMs: object.body.answerByMs };
      return undefined;
    case 'line-check':
      return ladder.answered === undefined
        ? { step: 'answer', dueMs: toldMs + limits.readMs }
        : undefined;
    case 'notice': {
      if (ladder.read === undefined) return { step: 'read', dueMs: toldMs + limits.readMs };
      const mustReadBack = precedence === 'FLASH' || precedence === 'IMMEDIATE';
      if (mustReadBack && ladder.readBack === undefined) {
        return { step: 'read-back', dueMs: toldMs + limits.readBackMs };
      }
      if (ladder.position === undefined) {
        return { step: 'position', dueMs: toldMs + limits.positionMs };
      }
      return undefined;
    }
  }
}
