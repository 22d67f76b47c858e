// What a notice is about and where, held against what the arrangement covers and leaves out.
import { conflictBetween } from '@parley/conflict';
import type { Arrangement, Notice, Subject } from '@parley/protocol';
import { held } from './finding.ts';
import type { Held, NoticeObject } from './finding.ts';

const OVERLAP = { lateralCentimetres: 0, verticalCentimetres: 0, timeMs: 0 };

/** Outside every area that the arrangement covers, or about what it expressly leaves out. */
export function scopeFindings(object: NoticeObject, agreed: Arrangement): Held[] {
  const { areas } = agreed.subjects ?? {};
  const leavesOut = agreed.subjects?.leavesOut ?? [];
  const found: Held[] = [];
  const isOutside = object.body.volumes.some((volume) =>
    (areas ?? []).every(({ outline }) => {
      const column = { ...volume, outline };
      return conflictBetween(volume, column, OVERLAP) === undefined;
    }),
  );
  if (areas !== undefined && areas.length > 0 && isOutside) {
    const slots = { areas: areas.map(({ name }) => name).join(', ') };
    found.push(held(object, 'scope', 'compliance.outside-areas', slots));
  }
  const subject = subjectOf(object.body);
  if (leavesOut.includes(subject)) {
    found.push(held(object, 'scope', 'compliance.subject-left-out', { subject }));
  }
  return found;
}

function subjectOf(notice: Notice): Subject {
  switch (notice.kind) {
    case 'air-activity':
      return 'flight-safety';
    case 'movement':
      return notice.by === 'ground' || notice.by === 'sea'
        ? 'ground-movements'
        : 'humanitarian-movements';
    case 'protected-object':
      return 'protected-objects';
    case 'exercise':
      return 'exercises';
    case 'air-defence':
      return 'air-defence';
  }
}
