// The human line checks that were agreed: when they are due, whose turn each is, and which were not
// made or answered. Separate from the machines' heartbeat: a line can be alive with nobody at it.
// Heartbeats stand on no record: of a dead line is told only what a member said of its own end.
import { writeInstant } from '@parley/geo';
import type { PartyId, Ref } from '@parley/protocol';
import { arrangementSpans } from '../arrangement/in-force.ts';
import type { LineObject, Picture } from '../picture.ts';
import { lengthText } from './finding.ts';
import type { ComplianceFinding } from './finding.ts';

const DAY_MS = 86_400_000;

/** A check of the schedule. It is made from `fromMs` to `untilMs`, by any member. */
export type ScheduledCheck = {
  readonly atMs: number;
  readonly fromMs: number;
  readonly untilMs: number;
  /** Who is held to it when nobody makes it. */
  readonly turn: PartyId;
  readonly answerWithinMs: number;
  /** The version of the arrangement that has it. */
  readonly version: number;
  /** The check that was made for it, if one was. */
  readonly made: LineObject | undefined;
};

/** Checks whose time is now, and that nobody has made yet. */
export function dueLineChecks(picture: Picture, nowMs: number): ScheduledCheck[] {
  return schedule(picture, nowMs + DAY_MS).filter(
    ({ fromMs, untilMs, made }) => fromMs <= nowMs && nowMs <= untilMs && made === undefined,
  );
}

/** Checks that nobody made, that a member did not answer, and that it answered late. */
export function lineCheckFindings(picture: Picture, nowMs: number): ComplianceFinding[] {
  return schedule(picture, nowMs).flatMap((check) => {
    const { made } = check;
    if (made !== undefined) return answerFindings(picture, check, made, nowMs);
    return check.untilMs < nowMs ? [missed(picture, check)] : [];
  });
}

function missed(
  picture: Picture,
  { atMs, turn, untilMs, version }: ScheduledCheck,
): ComplianceFinding {
  const known = endNotOpen(picture, atMs);
  return {
    clause: 'line-check',
    code: known === undefined ? 'compliance.line-check-missed' : 'compliance.line-check-missed-end',
    object: undefined,
    party: turn,
    sinceMs: untilMs,
    slots: { at: writeInstant(atMs), ...known?.slots },
    version,
    evidence: known === undefined ? [] : [known.ref],
  };
}

// Who is asked has the whole time that was agreed, however late in its window the check was made.
function answerFindings(
  picture: Picture,
  { atMs, answerWithinMs, version }: ScheduledCheck,
  made: LineObject,
  nowMs: number,
): ComplianceFinding[] {
  const dueMs = made.releasedMs + answerWithinMs;
  if (dueMs >= nowMs) return [];
  const known = endNotOpen(picture, atMs);
  const at = writeInstant(atMs);
  return [...made.ladders].flatMap(([party, { said = [] }]): ComplianceFinding[] => {
    const { id: object, ref } = made;
    const about = { clause: 'line-check', object, party, sinceMs: dueMs, version } as const;
    const answer = said.find(({ statement }) => statement.type === 'line-check-answer');
    if (answer === undefined) {
      const unanswered = 'compliance.line-check-unanswered';
      const code = known === undefined ? unanswered : `${unanswered}-end`;
      const evidence = known === undefined ? [ref] : [ref, known.ref];
      return [{ ...about, code, slots: { at, ...known?.slots }, evidence }];
    }
    if (answer.atMs <= dueMs) return [];
    const late = lengthText(answer.atMs - dueMs);
    const slots = { at, answered: writeInstant(answer.atMs), late };
    return [{ ...about, code: 'compliance.line-check-late', slots, evidence: [ref, answer.ref] }];
  });
}

type EndStated = {
  readonly ref: Ref;
  readonly slots: { readonly by: PartyId; readonly state: string };
};

/** What the record says of a member's end at an instant, when it was not open for real traffic. */
function endNotOpen({ members, channels }: Picture, atMs: number): EndStated | undefined {
  for (const by of members) {
    const said = channels
      .get(by)
      ?.findLast((step) => step.statement.status === 'actual' && step.atMs <= atMs);
    if (said !== undefined && said.statement.state !== 'open') {
      return { ref: said.ref, slots: { by, state: said.statement.state } };
    }
  }
  return undefined;
}

type Slot = Omit<ScheduledCheck, 'made'>;

/** Every check of every schedule that was in force, up to `untilMs`, the earliest first. */
function schedule(picture: Picture, untilMs: number): ScheduledCheck[] {
  const checks = [...picture.objects.values()]
    .filter(({ body }) => body.type === 'line-check')
    .toSorted((a, b) => a.releasedMs - b.releasedMs || (a.id < b.id ? -1 : 1));
  const taken = new Set<LineObject>();
  return slotsOf(picture, untilMs).map((slot) => {
    const made = checks
      .slice(firstFrom(checks, slot.fromMs), firstFrom(checks, slot.untilMs + 1))
      .find((check) => !taken.has(check));
    if (made !== undefined) taken.add(made);
    return { ...slot, made };
  });
}

/** The place of the first check that was released at `fromMs` or after. */
function firstFrom(checks: readonly LineObject[], fromMs: number): number {
  let [low, high] = [0, checks.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((checks[middle]?.releasedMs ?? Infinity) < fromMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

// The turn goes round the members in ascending order, check by check, counted from 1970 (SPEC 8.7).
function slotsOf(picture: Picture, untilMs: number): Slot[] {
  const found = arrangementSpans(picture).flatMap(({ statement, fromMs, toMs }): Slot[] => {
    const { lineChecks } = statement;
    if (lineChecks === undefined) return [];
    const { answerWithinMs } = lineChecks;
    const earliestMs = Math.max(fromMs, lineChecks.startMs ?? fromMs);
    const minutes = [...new Set(lineChecks.minutesOfDay)].toSorted((a, b) => a - b);
    const [first, end] = [Math.floor(earliestMs / DAY_MS), Math.min(toMs, untilMs + 1)];
    const days = Math.max(0, Math.ceil(end / DAY_MS) - first);
    return Array.from({ length: days }, (_, at) => first + at).flatMap((day) =>
      minutes.flatMap((minute, place): Slot[] => {
        const atMs = day * DAY_MS + minute * 60_000;
        const turn = picture.members[(day * minutes.length + place) % picture.members.length];
        if (turn === undefined || atMs < earliestMs || atMs >= end) return [];
        const window = { fromMs: atMs - answerWithinMs, untilMs: atMs + answerWithinMs };
        return [{ atMs, ...window, turn, answerWithinMs, version: statement.version }];
      }),
    );
  });
  return found.toSorted((a, b) => a.atMs - b.atMs);
}
