// Conflicts between notices in force of different parties, kept as the picture changes.
import { VolumeIndex } from '@parley/conflict';
import type { Hit, Minima } from '@parley/conflict';
import type { Notice, PartyId, SeparationClass, WireVolume } from '@parley/protocol';
import type { ClassIndex, LineObject, Picture, PictureConflict } from './picture.ts';
import { minimaOf } from './picture.ts';
import { takenVolumes } from './volumes.ts';

/** Enters a notice into the indexes and records every conflict that it has. */
export function addConflictsOf(picture: Picture, object: LineObject): void {
  const { body, author } = object;
  if (body.type !== 'notice' || hasEnded(body)) return;
  const hits = hitsOf(picture, author, body);
  const volumes = takenVolumes(body);
  for (const { index } of indexesOf(picture, author, body)) {
    index.insert({ id: object.id, owner: author, volumes });
  }
  for (const [other, theirs] of Map.groupBy(hits, (hit) => hit.id)) {
    const conflict = pair(object.id, other, theirs);
    picture.conflicts.set(conflict.id, conflict);
    for (const id of [conflict.a, conflict.b]) {
      const ids = picture.conflictsOf.get(id) ?? new Set();
      picture.conflictsOf.set(id, ids.add(conflict.id));
    }
  }
}

/** Where a notice of `party` comes nearer than the minima to notices in force of the others. */
export function hitsOf(picture: Picture, party: PartyId, notice: Notice): Hit[] {
  if (hasEnded(notice)) return [];
  const ours = separationClass(notice);
  const volumes = takenVolumes(notice);
  // What lasts longer than a week is met in each, and is one hit.
  const found = new Map<string, Hit>();
  const weeks = weeksOf(volumes, timeMinimumMsMax(picture));
  for (const week of weeks === undefined ? picture.indexes.keys() : [...weeks, 'long' as const]) {
    for (const theirs of picture.indexes.get(week) ?? []) {
      if (theirs.party === party || theirs.status !== notice.status) continue;
      if (!areKeptApart(ours, theirs.of)) continue;
      for (const hit of theirs.index.query(volumes, minimaOf(picture, [ours, theirs.of]))) {
        found.set(`${hit.id} ${hit.volumeIndex} ${hit.queryVolumeIndex}`, hit);
      }
    }
  }
  return [...found.values()];
}

/** The class that separation goes by: the kind of notice, unmanned aircraft apart. */
export function separationClass(notice: Notice): SeparationClass {
  return notice.kind === 'air-activity' && notice.activity === 'unmanned'
    ? 'unmanned'
    : notice.kind;
}

/** The minima between two notices: by their classes, as the arrangement in force has them. */
export function minimaBetween(picture: Picture, a: LineObject, b: LineObject): Minima {
  if (a.body.type !== 'notice' || b.body.type !== 'notice') return minimaOf(picture);
  return minimaOf(picture, [separationClass(a.body), separationClass(b.body)]);
}

/** Takes a notice that is no longer in force out of the indexes, and its conflicts with it. */
export function removeConflictsOf(picture: Picture, object: LineObject): void {
  if (object.body.type !== 'notice') return;
  for (const { index } of indexesOf(picture, object.author, object.body)) index.remove(object.id);
  for (const id of picture.conflictsOf.get(object.id) ?? []) {
    const { a, b } = picture.conflicts.get(id) ?? {};
    const other = a === object.id ? b : a;
    if (other !== undefined) picture.conflictsOf.get(other)?.delete(id);
    picture.conflicts.delete(id);
  }
  picture.conflictsOf.delete(object.id);
}

/** Computes all conflicts anew: the minima have changed. */
export function renewConflicts(picture: Picture): void {
  picture.indexes.clear();
  picture.conflicts.clear();
  picture.conflictsOf.clear();
  for (const object of picture.objects.values()) {
    if (object.state === 'in-force') addConflictsOf(picture, object);
  }
}

// What stays where it is or moves by leave is kept apart from what may harm it, not from its like.
const HARMLESS: ReadonlySet<SeparationClass> = new Set(['movement', 'protected-object']);

function areKeptApart(a: SeparationClass, b: SeparationClass): boolean {
  return !(HARMLESS.has(a) && HARMLESS.has(b));
}

function hasEnded(notice: Notice): boolean {
  return notice.kind === 'air-defence' && notice.state === 'ended';
}

// By week, or each notice would be held against every one that was ever in force at its place.
const WEEK_MS = 7 * 86_400_000;
/** What touches more weeks than this is kept apart, once, and is asked by everybody. */
const WEEKS_MAX = 8;

/** The weeks since 1970 from the first to the last window, `reachMs` around; undefined if many. */
function weeksOf(volumes: readonly WireVolume[], reachMs: number): number[] | undefined {
  let [startMs, endMs] = [Infinity, -Infinity];
  for (const { window } of volumes) {
    startMs = Math.min(startMs, window.startMs);
    endMs = Math.max(endMs, window.endMs);
  }
  const first = Math.floor((startMs - reachMs) / WEEK_MS);
  const count = Math.floor((endMs + reachMs) / WEEK_MS) - first + 1;
  return count > WEEKS_MAX ? undefined : Array.from({ length: count }, (_, at) => first + at);
}

function timeMinimumMsMax({ arrangement }: Picture): number {
  if (arrangement === undefined) return 0;
  const own = arrangement.separations?.map(({ minima }) => minima.timeMs) ?? [];
  return Math.max(arrangement.minima.timeMs, ...own);
}

/** The indexes that hold a notice, each with all its volumes; made where they are not yet. */
function indexesOf(picture: Picture, party: PartyId, notice: Notice): ClassIndex[] {
  const of = separationClass(notice);
  const { status } = notice;
  const weeks = weeksOf(takenVolumes(notice), 0) ?? ['long' as const];
  return weeks.map((week) => {
    const held = picture.indexes.get(week) ?? [];
    picture.indexes.set(week, held);
    const found = held.find((one) => one.party === party && one.status === status && one.of === of);
    if (found !== undefined) return found;
    const made = { party, status, of, index: new VolumeIndex() };
    held.push(made);
    return made;
  });
}

// `mine` was the query, `theirs` the index's items; the pair is told the same way round always.
function pair(mine: LineObject['id'], other: string, theirs: readonly Hit[]): PictureConflict {
  const foreign = other as LineObject['id'];
  const first = mine < foreign;
  return {
    id: first ? `${mine} ${foreign}` : `${foreign} ${mine}`,
    a: first ? mine : foreign,
    b: first ? foreign : mine,
    meetings: theirs.map((hit) => ({
      volumeA: first ? hit.queryVolumeIndex : hit.volumeIndex,
      volumeB: first ? hit.volumeIndex : hit.queryVolumeIndex,
      conflict: first ? hit.conflict : turned(hit.conflict),
    })),
  };
}

function turned(conflict: Hit['conflict']): Hit['conflict'] {
  return { ...conflict, nearest: { a: conflict.nearest.b, b: conflict.nearest.a } };
}
