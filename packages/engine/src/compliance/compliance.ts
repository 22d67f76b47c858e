// The arrangement applied: what of all that was said and done does not fit what both sides signed.
// A clause that is left out was not agreed, and nothing is held against it.
import type { Notice } from '@parley/protocol';
import { arrangementAt } from '../arrangement/in-force.ts';
import type { LineObject, Picture } from '../picture.ts';
import { civilFindings, overheadFindings, scopeFindings, zoneFindings } from './airspace.ts';
import type { ComplianceFinding } from './finding.ts';
import { lineCheckFindings } from './line-checks.ts';
import {
  deadlineFindings,
  languageFindings,
  leadFindings,
  onwardFindings,
  suspensionFindings,
} from './timing.ts';

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
  const isCurrent = object.state === 'in-force';
  const onNotice = isNotice(object)
    ? [
        ...leadFindings(object, arrangement),
        ...scopeFindings(object, arrangement),
        ...civilFindings(object, nowMs),
        ...(isCurrent ? overheadFindings(picture, object, arrangement) : []),
        ...(isCurrent ? zoneFindings(picture, object) : []),
      ]
    : [];
  return [
    ...onNotice,
    ...deadlineFindings(picture, object, arrangement, nowMs),
    ...languageFindings(object, arrangement),
    ...onwardFindings(object),
    ...suspensionFindings(object, arrangement),
  ];
}

/** All findings of a line at `nowMs`, the oldest first; also on what should have been done. */
export function complianceFindings(picture: Picture, nowMs: number): ComplianceFinding[] {
  const onObjects = [...picture.objects.values()].flatMap((object) =>
    complianceOf(picture, object, nowMs),
  );
  const rank = ({ object, party, code }: ComplianceFinding): string =>
    `${object ?? ''} ${party} ${code}`;
  return [...onObjects, ...lineCheckFindings(picture, nowMs)].toSorted(
    (a, b) => a.sinceMs - b.sinceMs || (rank(a) < rank(b) ? -1 : 1),
  );
}

function isNotice(object: LineObject): object is LineObject & { readonly body: Notice } {
  return object.body.type === 'notice';
}
