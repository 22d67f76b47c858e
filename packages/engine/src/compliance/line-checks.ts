// The human line checks that were agreed: when they are due, and which were not made or answered.
// Separate from the machines' heartbeat: a line can be alive with nobody at it.
import type { PartyId } from '@parley/protocol';
import type { LineObject, Picture } from '../picture.ts';
import type { ComplianceFinding } from './finding.ts';

const DAY_MS = 86_400_000;
/** How far back missed checks are told. */
const BACK_MS = 7 * DAY_MS;

/** A check of the schedule. It may be made from `fromMs`, and must be answered by `untilMs`. */
export type ScheduledCheck = {
  readonly atMs: number;
  readonly fromMs: number;
  readonly untilMs: number;
  /** The check that was made for it, if one was. */
  readonly made: LineObject | undefined;
};

/** Checks whose time is now, and that nobody has made yet. */
export function dueLineChecks(picture: Picture, nowMs: number): ScheduledCheck[] {
  return scheduled(picture, nowMs - DAY_MS, nowMs + DAY_MS).filter(
    ({ fromMs, untilMs, made }) => fromMs <= nowMs && nowMs <= untilMs && made === undefined,
  );
}

/** Checks of the last week that nobody made, or that a member did not answer in time. */
export function lineCheckFindings(picture: Picture, nowMs: number): ComplianceFinding[] {
  const past = scheduled(picture, nowMs - BACK_MS, nowMs).filter(({ untilMs }) => untilMs < nowMs);
  return past.flatMap(({ untilMs, made }): ComplianceFinding[] => {
    const about = (party: PartyId, code: ComplianceFinding['code']): ComplianceFinding => {
      return { clause: 'line-check', code, object: made?.id, party, sinceMs: untilMs, slots: {} };
    };
    if (made === undefined) {
      return picture.members.map((party) => about(party, 'compliance.line-check-missed'));
    }
    return [...made.ladders]
      .filter(([, { answered }]) => answered === undefined || answered.atMs > untilMs)
      .map(([party]) => about(party, 'compliance.line-check-unanswered'));
  });
}

function scheduled(picture: Picture, fromMs: number, untilMs: number): ScheduledCheck[] {
  const { arrangement, arrangementSinceMs = Infinity } = picture;
  const { lineChecks } = arrangement ?? {};
  if (lineChecks === undefined) return [];
  const { answerWithinMs } = lineChecks;
  const firstDay = Math.floor(fromMs / DAY_MS);
  const lastDay = Math.floor(untilMs / DAY_MS);
  const checks = [...picture.objects.values()].filter(({ body }) => body.type === 'line-check');
  const days = Array.from({ length: lastDay - firstDay + 1 }, (_, at) => firstDay + at);
  return days
    .flatMap((day) => lineChecks.minutesOfDay.map((minute) => day * DAY_MS + minute * 60_000))
    .filter((atMs) => atMs >= Math.max(fromMs, arrangementSinceMs) && atMs <= untilMs)
    .map((atMs) => {
      const [from, until] = [atMs - answerWithinMs, atMs + answerWithinMs];
      const made = checks.find(({ releasedMs }) => releasedMs >= from && releasedMs <= until);
      return { atMs, fromMs: from, untilMs: until, made };
    })
    .toSorted((a, b) => a.atMs - b.atMs);
}
