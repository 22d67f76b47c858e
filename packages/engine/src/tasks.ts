// What must be answered now, by whom, until when: derived from the picture and the time alone.
// Silence is never consent: an unanswered object stays here with its clock until it is answered.
import { DEFAULT_ARRANGEMENT } from '@parley/protocol';
import type { Arrangement, Body, ObjectId, PartyId, Precedence } from '@parley/protocol';
import { arrangementAt } from './arrangement/in-force.ts';
import type { Ladder, LineObject, Picture } from './picture.ts';

/** The step that is asked. `confirm` is asked of the author, all others of an addressee. */
export type AskedStep =
  | 'take'
  | 'act'
  | 'read'
  | 'read-back'
  | 'disseminate'
  | 'position'
  | 'answer'
  | 'respond'
  | 'account'
  | 'confirm';

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
  /** How often it has climbed since it was due: 0 on the watch, then one level at a time. */
  readonly level: number;
};

/** How soon a second officer looks at what one officer released alone. */
export const CONFIRM_WITHIN_MS = 3_600_000;

/** Every step that is open at `nowMs`, of all parties, the earliest deadline first. */
export function openTasks(picture: Picture, nowMs: number): Task[] {
  const tasks = [...picture.objects.values()].flatMap((object) => tasksOf(picture, object, nowMs));
  return tasks.toSorted((a, b) => a.dueMs - b.dueMs || (a.id < b.id ? -1 : 1));
}

/** How fast an object must be handled. Warnings, accidents and calls for help are always FLASH. */
export function precedenceOf(object: LineObject): Precedence {
  return precedenceOfBody(object.body) ?? 'ROUTINE';
}

/** The precedence of a body; undefined for what has none. */
export function precedenceOfBody(body: Body): Precedence | undefined {
  switch (body.type) {
    case 'warning':
    case 'accident':
    case 'search-and-rescue':
      return 'FLASH';
    case 'line-check':
    case 'channel-state':
      return 'IMMEDIATE';
    default:
      return 'precedence' in body ? body.precedence : undefined;
  }
}

/** When it says nothing more about the world; undefined for what does not end by itself. */
export function endMsOf({ body }: LineObject): number | undefined {
  if (body.type === 'declaration') return body.expiresMs;
  if (body.type !== 'notice') return undefined;
  return Math.max(...body.volumes.map((volume) => volume.window.endMs));
}

/** Whether a member must act on an object, or is only told of it. */
export function mustAct({ body, author }: LineObject, party: PartyId): boolean {
  if (party === author) return false;
  const addressees = 'addressees' in body ? body.addressees : undefined;
  return addressees === undefined || addressees.action.includes(party);
}

type NextStep = { readonly step: AskedStep; readonly dueMs: number };

/** The steps of one object that are open at `nowMs`; none when it is out of force or has ended. */
export function tasksOf(picture: Picture, object: LineObject, nowMs: number): Task[] {
  if (object.state !== 'in-force') return [];
  const endMs = endMsOf(object);
  if (endMs !== undefined && endMs <= nowMs) return [];
  const asked = [...object.ladders]
    .filter(([party]) => mustAct(object, party))
    .map(([party, ladder]) => ({ party, next: nextStep(picture, object, ladder) }));
  return [...asked, { party: object.author, next: ownStep(object) }].flatMap(({ party, next }) =>
    next === undefined ? [] : [taskOf(picture, object, party, next, nowMs)],
  );
}

function taskOf(
  picture: Picture,
  object: LineObject,
  party: PartyId,
  next: NextStep,
  nowMs: number,
): Task {
  return {
    id: `${object.id} ${party} ${next.step}`,
    object: object.id,
    party,
    precedence: precedenceOf(object),
    ...next,
    sinceMs: object.releasedMs,
    overdue: nowMs > next.dueMs,
    level: levelAt(arrangementAt(picture, object.releasedMs), next.dueMs, nowMs),
  };
}

// Raised again each time the escalation's period passes, a level higher; nothing waits for one man.
function levelAt(agreed: Arrangement | undefined, dueMs: number, nowMs: number): number {
  if (nowMs <= dueMs) return 0;
  const { everyMs, levels } = agreed?.escalation ?? DEFAULT_ESCALATION;
  return Math.min(levels, 1 + Math.floor((nowMs - dueMs) / everyMs));
}

/** Without a clause of its own: a level a minute (DOMAIN 3.6), three levels above the watch. */
export const DEFAULT_ESCALATION = { everyMs: 60_000, levels: 3 } as const;

function ownStep(object: LineObject): NextStep | undefined {
  const { type } = object.body;
  const urgent = type === 'warning' || type === 'accident' || type === 'search-and-rescue';
  if (!urgent || object.confirmed !== undefined) return undefined;
  return { step: 'confirm', dueMs: object.releasedMs + CONFIRM_WITHIN_MS };
}

function nextStep(picture: Picture, object: LineObject, ladder: Ladder): NextStep | undefined {
  const { body, releasedMs: toldMs } = object;
  const { deadlines } = arrangementAt(picture, toldMs) ?? DEFAULT_ARRANGEMENT;
  const limits = deadlines[precedenceOf(object)];
  const due = (limitMs: number): number => toldMs + limitMs;
  if (body.type === 'line-check') {
    return ladder.answered === undefined
      ? { step: 'answer', dueMs: due(limits.readMs) }
      : undefined;
  }
  const isUrgent =
    body.type === 'warning' || body.type === 'accident' || body.type === 'search-and-rescue';
  if (ladder.read === undefined) {
    return { step: isUrgent ? 'take' : 'read', dueMs: due(limits.readMs) };
  }
  switch (body.type) {
    case 'warning':
    case 'accident':
    case 'search-and-rescue':
      return ladder.complied === undefined
        ? { step: 'act', dueMs: due(limits.readBackMs) }
        : undefined;
    case 'question':
      return answerDue(body.answerByMs, ladder);
    case 'proposal': {
      const result = ladder.responded?.statement.result;
      const open = result === undefined || result === 'under-consideration';
      return open ? { step: 'respond', dueMs: body.answerByMs } : undefined;
    }
    case 'incident': {
      const result = ladder.countered?.statement.result;
      const open = result === undefined || result === 'investigating';
      return open ? { step: 'account', dueMs: body.answerByMs } : undefined;
    }
    case 'notice': {
      const isFast = body.precedence === 'FLASH' || body.precedence === 'IMMEDIATE';
      if (isFast && ladder.readBack === undefined) {
        return { step: 'read-back', dueMs: due(limits.readBackMs) };
      }
      return disseminationDue(body, ladder) ?? positionDue(ladder, due(limits.positionMs));
    }
    case 'declaration':
      return positionDue(ladder, due(limits.positionMs));
    default:
      return undefined;
  }
}

function positionDue(ladder: Ladder, dueMs: number): NextStep | undefined {
  return ladder.position === undefined ? { step: 'position', dueMs } : undefined;
}

// A promise moves the clock and does not stop it.
function answerDue(answerByMs: number, { answered }: Ladder): NextStep | undefined {
  if (answered === undefined) return { step: 'answer', dueMs: answerByMs };
  const { statement } = answered;
  if (statement.type !== 'answer' || statement.promisedMs === undefined) return undefined;
  return { step: 'answer', dueMs: statement.promisedMs };
}

// A movement must be with those who would act before it starts (World Central Kitchen, 2024).
function disseminationDue(
  body: Extract<LineObject['body'], { type: 'notice' }>,
  { disseminated = [] }: Ladder,
): NextStep | undefined {
  if (body.kind !== 'movement') return undefined;
  if (disseminated.some(({ statement }) => statement.level === 'executing-level')) return undefined;
  return { step: 'disseminate', dueMs: Math.min(...body.legs.map(({ etdMs }) => etdMs)) };
}

/** Whether all who must act have stated that the executing level has a movement. */
export function isCoordinated(object: LineObject): boolean {
  return [...object.ladders].every(
    ([party, { disseminated = [] }]) =>
      !mustAct(object, party) ||
      disseminated.some(({ statement }) => statement.level === 'executing-level'),
  );
}
