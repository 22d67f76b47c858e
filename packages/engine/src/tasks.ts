// What must be answered now, by whom, until when: derived from the picture and the time alone.
// Silence is never consent: an unanswered object stays here with its clock until it is answered.
import { comparePrecedence, DEFAULT_ARRANGEMENT } from '@parley/protocol';
import type { Arrangement, Body, ObjectId, PartyId, Precedence } from '@parley/protocol';
import { arrangementAt } from './arrangement/in-force.ts';
import { askedOf } from './asked-steps.ts';
import type { AskedStep } from './asked-steps.ts';
import type { LineObject, Picture } from './picture.ts';

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
  const tasks = [...picture.open].flatMap((object) => tasksOf(picture, object, nowMs));
  return tasks.toSorted((a, b) => a.dueMs - b.dueMs || (a.id < b.id ? -1 : 1));
}

/**
 * The order in which a watch takes what is open: what is actual before every drill, then by
 * precedence, which is how fast a thing is handled (DOMAIN 3.6), then the earliest deadline. So no
 * routine step, however long overdue, stands above an urgent one.
 */
export function watchOrder({ objects }: Picture, tasks: readonly Task[]): Task[] {
  const isDrill = ({ object }: Task): number => {
    const body = objects.get(object)?.body;
    return body !== undefined && 'status' in body && body.status !== 'actual' ? 1 : 0;
  };
  return tasks.toSorted(
    (a, b) =>
      isDrill(a) - isDrill(b) ||
      comparePrecedence(a.precedence, b.precedence) ||
      a.dueMs - b.dueMs ||
      (a.id < b.id ? -1 : 1),
  );
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

/** When its author took an object out of force, by that clock; undefined while it is in force. */
export function outOfForceMs(picture: Picture, object: LineObject): number | undefined {
  const { cancelled, supersededBy } = object;
  if (cancelled !== undefined) return cancelled.atMs;
  return supersededBy === undefined ? undefined : picture.objects.get(supersededBy)?.releasedMs;
}

/** When an object asks for nothing more: it ended, or is out of force; Infinity if it is open. */
export function closedMsOf(picture: Picture, object: LineObject): number {
  return Math.min(endMsOf(object) ?? Infinity, outOfForceMs(picture, object) ?? Infinity);
}

type NextStep = { readonly step: AskedStep; readonly dueMs: number };

/** The steps of one object that are open at `nowMs`; none when it is out of force or has ended. */
export function tasksOf(picture: Picture, object: LineObject, nowMs: number): Task[] {
  if (object.state !== 'in-force') return [];
  const endMs = endMsOf(object);
  if (endMs !== undefined && endMs <= nowMs) return [];
  const agreed = arrangementAt(picture, object.releasedMs);
  const { deadlines } = agreed ?? DEFAULT_ARRANGEMENT;
  const limits = deadlines[precedenceOf(object)];
  const escalation = agreed?.escalation ?? DEFAULT_ESCALATION;
  const asked = [...object.ladders]
    .filter(([party]) => mustAct(object, party))
    .map(([party, ladder]) => {
      const next = askedOf(object, ladder, limits).find(({ done }) => done === undefined);
      return { party, next };
    });
  return [...asked, { party: object.author, next: ownStep(object) }].flatMap(({ party, next }) =>
    next === undefined ? [] : [taskOf(object, party, next, escalation, nowMs)],
  );
}

/** Whether a step is open on an object at any time before its end: what the fold keeps at hand. */
export function isOpen(picture: Picture, object: LineObject): boolean {
  return tasksOf(picture, object, -Infinity).length > 0;
}

function taskOf(
  object: LineObject,
  party: PartyId,
  { step, dueMs }: NextStep,
  escalation: Escalation,
  nowMs: number,
): Task {
  return {
    id: `${object.id} ${party} ${step}`,
    object: object.id,
    party,
    precedence: precedenceOf(object),
    step,
    dueMs,
    sinceMs: object.releasedMs,
    overdue: nowMs > dueMs,
    level: levelAt(escalation, dueMs, nowMs),
  };
}

type Escalation = NonNullable<Arrangement['escalation']>;

// Raised again each time the escalation's period passes, a level higher; nothing waits for one man.
function levelAt({ everyMs, levels }: Escalation, dueMs: number, nowMs: number): number {
  if (nowMs <= dueMs) return 0;
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

/** Whether all who must act have stated that the executing level has a movement. */
export function isCoordinated(object: LineObject): boolean {
  return [...object.ladders].every(
    ([party, { disseminated = [] }]) =>
      !mustAct(object, party) ||
      disseminated.some(({ statement }) => statement.level === 'executing-level'),
  );
}
