// Into a standing zone against its rule, unless an agreement covers it.
import { conflictBetween, covers } from '@parley/conflict';
import type { Minima, Volume } from '@parley/conflict';
import type { Notice, Zone } from '@parley/protocol';
import { zonesAt } from '../arrangement/in-force.ts';
import type { Picture } from '../picture.ts';
import { outOfForceMs } from '../tasks.ts';
import { held } from './finding.ts';
import type { Held, NoticeObject } from './finding.ts';

/** Into a standing zone against its rule, with the step of its ladder that this reaches. */
export function zoneFindings(picture: Picture, object: NoticeObject, nowMs: number): Held[] {
  const { body, releasedMs } = object;
  if (body.kind === 'protected-object' || body.kind === 'air-defence') return [];
  return zonesAt(picture, heldUntilMs(object, nowMs)).flatMap(({ statement, sinceMs, shownBy }) => {
    if (statement.rule === 'entry-by-notice') return [];
    const volumes =
      statement.rule === 'entry-by-agreement'
        ? body.volumes.filter((volume) => !isAgreed(picture, object, volume))
        : body.volumes;
    const step = stepReached(volumes, statement);
    if (step === undefined) return [];
    const finding = held(object, 'zone', 'compliance.zone', { zone: statement.name, step });
    return [{ ...finding, sinceMs: Math.max(releasedMs, sinceMs), shownBy }];
  });
}

/** Until when a notice is held against what is in force: until it ends, so far as time has come. */
export function heldUntilMs({ body, releasedMs }: NoticeObject, nowMs: number): number {
  const endMs = Math.max(...body.volumes.map(({ window }) => window.endMs));
  return Math.min(nowMs, Math.max(releasedMs, endMs));
}

/** When a notice first begins. */
export function startMsOf({ volumes }: Notice): number {
  return Math.min(...volumes.map(({ window }) => window.startMs));
}

/** Whether any of one come nearer than the minima to any of the others. */
export function meets(ours: readonly Volume[], theirs: readonly Volume[], minima: Minima): boolean {
  return ours.some((volume) =>
    theirs.some((other) => conflictBetween(volume, other, minima) !== undefined),
  );
}

const OVERLAP = { lateralCentimetres: 0, verticalCentimetres: 0, timeMs: 0 };

function stepReached(volumes: readonly Volume[], zone: Zone): string | undefined {
  const nearestFirst = zone.steps.toSorted((a, b) => a.withinCentimetres - b.withinCentimetres);
  for (const { withinCentimetres, step } of nearestFirst) {
    const minima = { ...OVERLAP, lateralCentimetres: withinCentimetres };
    if (meets(volumes, zone.volumes, minima)) return step;
  }
  return meets(volumes, zone.volumes, OVERLAP) ? 'entry' : undefined;
}

// By a volume proposal of its author and its own traffic, which every other member agreed to before
// the volume begins, which holds all of it, and which stands until it ends.
function isAgreed(picture: Picture, object: NoticeObject, volume: Volume): boolean {
  const { startMs, endMs } = volume.window;
  return (picture.byKind.get('proposal') ?? []).some((other) => {
    const { author, body, ladders } = other;
    if (author !== object.author || body.type !== 'proposal' || body.matter !== 'volume') {
      return false;
    }
    if (body.status !== object.body.status) return false;
    if ((outOfForceMs(picture, other) ?? Infinity) < endMs) return false;
    const byAll = [...ladders.values()].every(({ responded }) => {
      return responded?.statement.result === 'agreed' && responded.atMs <= startMs;
    });
    return byAll && body.volumes.some((agreed) => covers(agreed, volume));
  });
}

/** Whether a notice was still in force when it began: what was withdrawn before never flew. */
export function hasBegunInForce(picture: Picture, object: NoticeObject): boolean {
  return (outOfForceMs(picture, object) ?? Infinity) > startMsOf(object.body);
}
