// The arrangement applied: what of all that was said and done does not fit what both sides signed.
// A clause that is left out was not agreed, and nothing is held against it.
import type { Arrangement } from '@parley/protocol';
import { arrangementAt } from '../arrangement/in-force.ts';
import type { LineObject, Picture } from '../picture.ts';
import { civilFindings } from './civil-aviation.ts';
import { isNotice } from './finding.ts';
import type { ComplianceFinding, Held, NoticeObject } from './finding.ts';
import { lineCheckFindings } from './line-checks.ts';
import { overheadFindings } from './overhead.ts';
import { scopeFindings } from './scope.ts';
import {
  deadlineFindings,
  languageFindings,
  leadFindings,
  onwardFindings,
  suspensionFindings,
} from './timing.ts';
import { hasBegunInForce, zoneFindings } from './zones.ts';

/**
 * The findings on one object at `nowMs`, by the arrangement that was in force when it was said:
 * none when there was none. A function of the picture and the time alone, so both floors have the
 * same.
 */
export function complianceOf(
  picture: Picture,
  object: LineObject,
  nowMs: number,
): ComplianceFinding[] {
  const arrangement = arrangementAt(picture, object.releasedMs);
  if (arrangement === undefined) return [];
  const { version } = arrangement;
  return [
    ...(isNotice(object) ? noticeFindings(picture, object, arrangement, nowMs) : []),
    ...deadlineFindings(picture, object, arrangement, nowMs),
    ...languageFindings(object, arrangement),
    ...onwardFindings(object),
    ...suspensionFindings(object, arrangement),
  ].map(({ shownBy = [], ...finding }) => {
    return { ...finding, version, evidence: [object.ref, ...shownBy] };
  });
}

function noticeFindings(
  picture: Picture,
  notice: NoticeObject,
  agreed: Arrangement,
  nowMs: number,
): Held[] {
  const said = [
    ...leadFindings(notice, agreed),
    ...scopeFindings(notice, agreed),
    ...civilFindings(notice, nowMs),
  ];
  if (!hasBegunInForce(picture, notice)) return said;
  return [
    ...said,
    ...overheadFindings(picture, notice, agreed, nowMs),
    ...zoneFindings(picture, notice, nowMs),
  ];
}

/**
 * All findings of a line at `nowMs`, the oldest first; also on what should have been done. Their
 * order is total: it does not depend on the order in which entries came.
 */
export function complianceFindings(picture: Picture, nowMs: number): ComplianceFinding[] {
  const onObjects = [...picture.objects.values()].flatMap((object) =>
    complianceOf(picture, object, nowMs),
  );
  return [...onObjects, ...lineCheckFindings(picture, nowMs)]
    .map((finding) => ({ finding, rank: rankOf(finding) }))
    .toSorted((a, b) => {
      if (a.finding.sinceMs !== b.finding.sinceMs) return a.finding.sinceMs - b.finding.sinceMs;
      return a.rank === b.rank ? 0 : a.rank < b.rank ? -1 : 1;
    })
    .map(({ finding }) => finding);
}

function rankOf({ object, party, code, slots }: ComplianceFinding): string {
  return [object ?? '', party, code, ...Object.values(slots)].join('\n');
}
