// Into a standing zone against its rule, unless an agreement covers it.
import { conflictBetween, covers } from '@parley/conflict';
import type { Minima, Volume } from '@parley/conflict';
import type { Notice, Zone } from '@parley/protocol';
import { zonesAt } from '../arrangement/in-force.ts';
import type { Picture } from '../picture.ts';
import { outOfForceMs } from '../tasks.ts';
import { takenVolumes } from '../volumes.ts';
import { held } from './finding.ts';
import type { Held, NoticeObject } from './finding.ts';

/** Into a standing zone against its rule, with the step of its ladder that this reaches. */
export function zoneFindings(picture: Picture, object: NoticeObject, nowMs: number): Held[] {
  const { body, releasedMs } = object;
  if (body.kind === 'protected-object' || body.kind === 'air-defence') return [];
  const uses = usesAgreed(picture, object);
  const taken = takenVolumes(body);
  return zonesAt(picture, heldUntilMs(object, nowMs)).flatMap(({ statement, sinceMs, shownBy }) => {
    if (statement.rule === 'entry-by-notice') return [];
    const volumes =
      statement.rule === 'entry-by-agreement'
        ? taken.filter((volume) => !uses.some((use) => allows(use, volume)))
        : taken;
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

/** The use of volumes that every other member agreed to, since when, and until it was withdrawn. */
type AgreedUse = {
  readonly volumes: readonly Volume[];
  readonly agreedMs: number;
  readonly untilMs: number;
};

/** Volume proposals of a notice's author, of its own traffic, that every other member agreed to. */
function usesAgreed(picture: Picture, { author, body: { status } }: NoticeObject): AgreedUse[] {
  return (picture.byAuthor.get(author) ?? []).flatMap((object) => {
    const { body, ladders } = object;
    if (body.type !== 'proposal' || body.matter !== 'volume' || body.status !== status) return [];
    const times = [...ladders.values()].map(({ responded }) =>
      responded?.statement.result === 'agreed' ? responded.atMs : Infinity,
    );
    const agreedMs = Math.max(...times);
    if (agreedMs === Infinity) return [];
    return [
      { volumes: body.volumes, agreedMs, untilMs: outOfForceMs(picture, object) ?? Infinity },
    ];
  });
}

// It was agreed before the volume begins, stands until it ends, and holds all of it.
function allows({ volumes, agreedMs, untilMs }: AgreedUse, volume: Volume): boolean {
  const { startMs, endMs } = volume.window;
  if (agreedMs > startMs || untilMs < endMs) return false;
  return volumes.some((agreed) => covers(agreed, volume));
}

/** Whether a notice was still in force when it began: what was withdrawn before never flew. */
export function hasBegunInForce(picture: Picture, object: NoticeObject): boolean {
  return (outOfForceMs(picture, object) ?? Infinity) > startMsOf(object.body);
}
