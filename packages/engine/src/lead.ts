// Lead time: what is told so late that its reader could not read it in time is not filed as routine
// (Il-20, 2018: less than a minute by one account, and nothing on record to settle it).
import { accept, DEFAULT_ARRANGEMENT, PRECEDENCE_ORDER, refuse } from '@parley/protocol';
import type { Arrangement, Body, Notice, Outcome } from '@parley/protocol';
import { separationClass } from './conflicts.ts';
import type { Picture } from './picture.ts';

/** First start minus the time it is told, in milliseconds; negative for what has begun. */
export function leadMsOf(notice: Notice, toldMs: number): number {
  return Math.min(...notice.volumes.map(({ window }) => window.startMs)) - toldMs;
}

/** The lead that an arrangement asks of a notice: of its class, else of every notice. */
export function minimumLeadMsOf(arrangement: Arrangement | undefined, notice: Notice): number {
  const own = arrangement?.notices?.find(({ of }) => of === separationClass(notice));
  return own?.minimumLeadMs ?? arrangement?.minimumLeadMs ?? 0;
}

/**
 * Accepts a notice that keeps its agreed lead, or whose precedence has it read before it starts;
 * refuses as `too-slow-for-lead`, naming the slowest precedence that does. Objects that stand where
 * they are, and corrections, have no start to be late for.
 */
export function quickEnough(picture: Picture, body: Body, nowMs: number): Outcome<Body> {
  if (body.type !== 'notice' || body.supersedes !== undefined || standsThere(body)) {
    return accept(body);
  }
  const leadMs = leadMsOf(body, nowMs);
  if (leadMs >= minimumLeadMsOf(picture.arrangement, body)) return accept(body);
  const { deadlines } = picture.arrangement ?? DEFAULT_ARRANGEMENT;
  const fitting = PRECEDENCE_ORDER.filter(
    (precedence) => precedence === 'FLASH' || deadlines[precedence].readMs <= leadMs,
  );
  if (fitting.includes(body.precedence)) return accept(body);
  const { readMs } = deadlines[body.precedence];
  const seconds = (ms: number): string => `${Math.round(ms / 1_000)} s`;
  const read = `${body.precedence} is read in ${seconds(readMs)}`;
  const fault = `it starts in ${seconds(leadMs)}, and ${read}`;
  return refuse('too-slow-for-lead', 'precedence', fault, fitting.at(-1) ?? 'FLASH');
}

/** Whether a notice tells of what stays, and has no start or end to be told before. */
export function standsThere(notice: Notice): boolean {
  if (notice.kind === 'protected-object') return true;
  return notice.kind === 'air-defence' && notice.state === 'ended';
}
