// Conflicts between notices in force of different parties, kept as the picture changes.
import { VolumeIndex } from '@parley/conflict';
import type { Hit, Minima } from '@parley/conflict';
import type { Notice, PartyId, SeparationClass, WireVolume } from '@parley/protocol';
import type { ClassIndex, LineObject, Picture, PictureConflict } from './picture.ts';
import { minimaOf } from './picture.ts';

/** Enters a notice into the index and records every conflict that it has. */
export function addConflictsOf(picture: Picture, object: LineObject): void {
  const { body, author } = object;
  if (body.type !== 'notice' || hasEnded(body)) return;
  const hits = hitsOf(picture, author, body);
  const volumes = sharedVolumes(body);
  indexFor(picture, author, body).index.insert({ id: object.id, owner: author, volumes });
  for (const [other, theirs] of Map.groupBy(hits, (hit) => hit.id)) {
    const conflict = pair(object.id, other, theirs);
    picture.conflicts.set(conflict.id, conflict);
  }
}

/** Where a notice of `party` comes nearer than the minima to notices in force of the others. */
export function hitsOf(picture: Picture, party: PartyId, notice: Notice): Hit[] {
  if (hasEnded(notice)) return [];
  const ours = separationClass(notice);
  const volumes = sharedVolumes(notice);
  return [...picture.indexes.values()].flatMap((theirs) => {
    if (theirs.party === party || theirs.status !== notice.status) return [];
    if (!areKeptApart(ours, theirs.of)) return [];
    return theirs.index.query(volumes, minimaOf(picture, [ours, theirs.of]));
  });
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

/** Takes a notice that is no longer in force out of the index, and its conflicts with it. */
export function removeConflictsOf(picture: Picture, object: LineObject): void {
  if (object.body.type !== 'notice') return;
  if (!indexFor(picture, object.author, object.body).index.remove(object.id)) return;
  for (const [id, conflict] of picture.conflicts) {
    if (conflict.a === object.id || conflict.b === object.id) picture.conflicts.delete(id);
  }
}

/** Computes all conflicts anew: the minima have changed. */
export function renewConflicts(picture: Picture): void {
  picture.indexes.clear();
  picture.conflicts.clear();
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

// Where something may come down is as little to be shared as where it is fired.
function sharedVolumes(notice: Notice): readonly WireVolume[] {
  if (notice.kind !== 'exercise') return notice.volumes;
  return [...notice.volumes, ...(notice.impactVolumes ?? [])];
}

function indexFor(picture: Picture, party: PartyId, notice: Notice): ClassIndex {
  const of = separationClass(notice);
  const key = `${party} ${notice.status} ${of}`;
  const held = picture.indexes.get(key);
  if (held !== undefined) return held;
  const made = { party, status: notice.status, of, index: new VolumeIndex() };
  picture.indexes.set(key, made);
  return made;
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
