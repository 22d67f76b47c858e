// Conflicts between notices in force of different parties, kept as the picture changes.
import type { Hit } from '@parley/conflict';
import type { PartyId, WireVolume } from '@parley/protocol';
import type { LineObject, Picture, PictureConflict } from './picture.ts';
import { minimaOf } from './picture.ts';

/** Enters a notice into the index and records every conflict that it has. */
export function addConflictsOf(picture: Picture, object: LineObject): void {
  if (object.body.type !== 'notice') return;
  const { volumes } = object.body;
  const hits = hitsOf(picture, object.author, volumes);
  picture.indexes.get(object.author)?.insert({ id: object.id, owner: object.author, volumes });
  for (const [other, theirs] of Map.groupBy(hits, (hit) => hit.id)) {
    const conflict = pair(object.id, other, theirs);
    picture.conflicts.set(conflict.id, conflict);
  }
}

/** Where volumes of `party` come nearer than the minima to notices in force of the others. */
export function hitsOf(picture: Picture, party: PartyId, volumes: readonly WireVolume[]): Hit[] {
  const others = [...picture.indexes].filter(([owner]) => owner !== party);
  return others.flatMap(([, index]) => index.query(volumes, minimaOf(picture)));
}

/** Takes a notice that is no longer in force out of the index, and its conflicts with it. */
export function removeConflictsOf(picture: Picture, object: LineObject): void {
  if (picture.indexes.get(object.author)?.remove(object.id) !== true) return;
  for (const [id, conflict] of picture.conflicts) {
    if (conflict.a === object.id || conflict.b === object.id) picture.conflicts.delete(id);
  }
}

/** Computes all conflicts anew: the minima have changed. */
export function renewConflicts(picture: Picture): void {
  const inForce = [...picture.objects.values()].filter(
    (object) => object.state === 'in-force' && object.body.type === 'notice',
  );
  for (const { id, author } of inForce) picture.indexes.get(author)?.remove(id);
  picture.conflicts.clear();
  for (const object of inForce) addConflictsOf(picture, object);
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
