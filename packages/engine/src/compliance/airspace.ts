// Where a notice lies, held against the arrangement: its areas, definitions, zones, and what it
// says of civil aviation.
import { conflictBetween } from '@parley/conflict';
import type { Volume } from '@parley/conflict';
import type { HeightBound } from '@parley/geo';
import { writeHeight } from '@parley/geo';
import type { Arrangement, CivilAviation, Notice, Subject, Zone } from '@parley/protocol';
import type { LineObject, Picture } from '../picture.ts';
import { lengthText } from './finding.ts';
import type { ComplianceCode, ComplianceFinding } from './finding.ts';

type NoticeObject = LineObject & { readonly body: Notice };
const NOTHING = { lateralCentimetres: 0, verticalCentimetres: 0, timeMs: 0 };

/** Outside every area that the arrangement covers, or about what it expressly leaves out. */
export function scopeFindings(object: NoticeObject, agreed: Arrangement): ComplianceFinding[] {
  const { areas } = agreed.subjects ?? {};
  const leavesOut = agreed.subjects?.leavesOut ?? [];
  const found: ComplianceFinding[] = [];
  const isOutside = object.body.volumes.some((volume) =>
    (areas ?? []).every(({ outline }) => {
      const column = { ...volume, outline };
      return conflictBetween(volume, column, NOTHING) === undefined;
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

/** The civil-aviation block: who was told, when, and whether it has the volumes' limits. */
export function civilFindings(object: NoticeObject, nowMs: number): ComplianceFinding[] {
  const { body } = object;
  const block = 'civilAviation' in body ? body.civilAviation : undefined;
  const startMs = Math.min(...body.volumes.map(({ window }) => window.startMs));
  const ended = body.kind === 'air-defence' && body.state === 'ended';
  if (ended) return [];
  if (block === undefined) {
    const needed = body.kind === 'exercise' && body.liveFire;
    return needed ? [held(object, 'civil-aviation', 'compliance.civil-block-missing', {})] : [];
  }
  const found: ComplianceFinding[] = [];
  const add = (code: ComplianceCode, slots = {}): void => {
    found.push(held(object, 'civil-aviation', code, { unit: block.unit, ...slots }));
  };
  if (block.toldMs === undefined && nowMs >= startMs) add('compliance.atc-not-told');
  if (block.toldMs !== undefined && block.toldMs > startMs) {
    add('compliance.atc-told-late', { late: lengthText(block.toldMs - startMs) });
  }
  if (block.toldMs !== undefined && block.acknowledgedMs === undefined && nowMs >= startMs) {
    add('compliance.atc-not-acknowledged');
  }
  if (block.notam === undefined && nowMs >= startMs) add('compliance.notam-missing');
  const differing = limitsThatDiffer(body, block);
  if (differing !== undefined) add('compliance.limits-differ', differing);
  return found;
}

// Heights on different references are not held against each other here: geo's findings do that.
function limitsThatDiffer(
  { volumes }: Notice,
  block: CivilAviation,
): { stated: string; drawn: string } | undefined {
  for (const { band } of volumes) {
    for (const [drawn, stated] of [
      [band.lower, block.lower],
      [band.upper, block.upper],
    ] as const) {
      if (!differ(drawn, stated)) continue;
      return { stated: writeHeight(stated), drawn: writeHeight(drawn) };
    }
  }
  return undefined;
}

const SAME_CENTIMETRES = 100;

function differ(a: HeightBound, b: HeightBound): boolean {
  if (a.kind !== 'height' || b.kind !== 'height') return a.kind !== b.kind;
  if (a.reference !== b.reference) return false;
  return Math.abs(a.centimetres - b.centimetres) > SAME_CENTIMETRES;
}

/** Over a protected object of others, or near one, as the arrangement defines these words. */
export function overheadFindings(
  picture: Picture,
  object: NoticeObject,
  { definitions = [] }: Arrangement,
): ComplianceFinding[] {
  if (!movesInAir(object.body)) return [];
  return definitions.flatMap(({ term, lateralCentimetres, verticalCentimetres }) => {
    if (term === 'close-approach') return [];
    const minima = { lateralCentimetres, verticalCentimetres, timeMs: 0 };
    return protectedOf(picture, object).flatMap((other) => {
      const isNear = meets(object.body.volumes, other.body.volumes, minima);
      if (!isNear) return [];
      const code = term === 'overhead' ? 'compliance.overhead' : 'compliance.near-protected-object';
      return [held(object, 'overhead', code, { other: other.id })];
    });
  });
}

function movesInAir({ kind }: Notice): boolean {
  return kind === 'air-activity' || kind === 'exercise';
}

function protectedOf(picture: Picture, { author, body }: NoticeObject): NoticeObject[] {
  return (picture.byKind.get('protected-object') ?? []).filter(
    (other): other is NoticeObject =>
      other.body.type === 'notice' &&
      other.body.status === body.status &&
      other.state === 'in-force' &&
      other.author !== author,
  );
}

function meets(
  ours: readonly Volume[],
  theirs: readonly Volume[],
  minima: typeof NOTHING,
): boolean {
  return ours.some((volume) =>
    theirs.some((other) => conflictBetween(volume, other, minima) !== undefined),
  );
}

/** Into a standing zone against its rule, with the step of its ladder that this reaches. */
export function zoneFindings(picture: Picture, object: NoticeObject): ComplianceFinding[] {
  if (object.body.kind === 'protected-object' || object.body.kind === 'air-defence') return [];
  return [...picture.zones.values()].flatMap((zone) => {
    if (zone.state === 'ended' || zone.rule === 'entry-by-notice') return [];
    if (zone.rule === 'entry-by-agreement' && hasAgreement(picture, object, zone)) return [];
    const step = stepReached(object.body, zone);
    if (step === undefined) return [];
    return [held(object, 'zone', 'compliance.zone', { zone: zone.name, step })];
  });
}

function stepReached({ volumes }: Notice, zone: Zone): string | undefined {
  const nearestFirst = zone.steps.toSorted((a, b) => a.withinCentimetres - b.withinCentimetres);
  for (const { withinCentimetres, step } of nearestFirst) {
    const minima = { ...NOTHING, lateralCentimetres: withinCentimetres };
    if (meets(volumes, zone.volumes, minima)) return step;
  }
  return meets(volumes, zone.volumes, NOTHING) ? 'entry' : undefined;
}

// An agreement is a volume proposal of the author that every other member agreed to.
function hasAgreement(picture: Picture, object: NoticeObject, zone: Zone): boolean {
  return (picture.byKind.get('proposal') ?? []).some(({ author, body, ladders }) => {
    if (author !== object.author || body.type !== 'proposal' || body.matter !== 'volume') {
      return false;
    }
    const agreed = [...ladders.values()].every(
      ({ responded }) => responded?.statement.result === 'agreed',
    );
    return agreed && meets(body.volumes, zone.volumes, NOTHING);
  });
}

function held(
  { id, author, releasedMs }: NoticeObject,
  clause: ComplianceFinding['clause'],
  code: ComplianceCode,
  slots: Readonly<Record<string, string>>,
): ComplianceFinding {
  return { clause, code, object: id, party: author, sinceMs: releasedMs, slots };
}
