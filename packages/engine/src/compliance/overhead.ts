// Over what is of others, or near it, as the arrangement defines these words.
import type { Volume } from '@parley/conflict';
import type { Arrangement, PartyId, Ref, Zone } from '@parley/protocol';
import { zonesAt } from '../arrangement/in-force.ts';
import type { InForce } from '../arrangement/in-force.ts';
import type { Picture } from '../picture.ts';
import { outOfForceMs } from '../tasks.ts';
import { takenVolumes } from '../volumes.ts';
import { held, isNotice } from './finding.ts';
import type { Held, NoticeObject } from './finding.ts';
import { heldUntilMs, meets, startMsOf } from './zones.ts';

/** What may be flown over, by what it is called, since when, and by which entries. */
type Below = {
  readonly name: string;
  readonly volumes: readonly Volume[];
  readonly sinceMs: number;
  readonly shownBy: readonly Ref[];
};

/**
 * Over a protected object or a zone of others, nearer than `overhead` says; near a protected
 * object of others, nearer than `near-protected-object` says. What flies alone is held to it.
 */
export function overheadFindings(
  picture: Picture,
  object: NoticeObject,
  { definitions = [] }: Arrangement,
  nowMs: number,
): Held[] {
  const { kind } = object.body;
  if (kind !== 'air-activity' && kind !== 'exercise') return [];
  const taken = takenVolumes(object.body);
  const sites = sitesOfOthers(picture, object);
  const zones = zonesOfOthers(picture, object, nowMs);
  return definitions.flatMap(({ term, lateralCentimetres, verticalCentimetres }) => {
    if (term === 'close-approach') return [];
    const minima = { lateralCentimetres, verticalCentimetres, timeMs: 0 };
    const isOverhead = term === 'overhead';
    const code = isOverhead ? 'compliance.overhead' : 'compliance.near-protected-object';
    return (isOverhead ? [...sites, ...zones] : sites).flatMap((below): Held[] => {
      if (!meets(taken, below.volumes, minima)) return [];
      const finding = held(object, 'overhead', code, { other: below.name });
      const sinceMs = Math.max(object.releasedMs, below.sinceMs);
      return [{ ...finding, sinceMs, shownBy: below.shownBy }];
    });
  });
}

// Those that were told before the flight ended, and not taken off the list before it began.
function sitesOfOthers(picture: Picture, { author, body }: NoticeObject): Below[] {
  const endMs = Math.max(...body.volumes.map(({ window }) => window.endMs));
  return (picture.byKind.get('protected-object') ?? []).flatMap((other) => {
    if (!isNotice(other)) return [];
    if (other.author === author || other.body.status !== body.status) return [];
    const goneMs = outOfForceMs(picture, other) ?? Infinity;
    if (other.releasedMs >= endMs || goneMs <= startMsOf(body)) return [];
    const { id, ref, releasedMs } = other;
    return [{ name: id, volumes: other.body.volumes, sinceMs: releasedMs, shownBy: [ref] }];
  });
}

function zonesOfOthers(picture: Picture, object: NoticeObject, nowMs: number): Below[] {
  return zonesAt(picture, heldUntilMs(object, nowMs)).flatMap((zone) => {
    if (holderOf(picture, zone) === object.author) return [];
    const { statement, sinceMs, shownBy } = zone;
    return [{ name: statement.name, volumes: statement.volumes, sinceMs, shownBy }];
  });
}

/** Whose a zone is: who signed any version of its name first; by time, then party (SPEC 8.8). */
function holderOf(
  { signers }: Picture,
  { statement: { name } }: InForce<Zone>,
): PartyId | undefined {
  const signatures = [...signers.values()].flatMap(({ statement, by }) =>
    statement.type === 'zone' && statement.name === name ? [...by] : [],
  );
  const [first] = signatures.toSorted(
    ([a, one], [b, other]) => one.atMs - other.atMs || (a < b ? -1 : 1),
  );
  return first?.[0];
}
