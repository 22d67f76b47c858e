// Public statements and how they stand to each other; calls and meetings and how they came. Pure.
import type { LineObject } from '@parley/engine';
import { objectIdOf } from '@parley/protocol';
import type { Contact, ObjectId, Statement } from '@parley/protocol';

export type Relation = NonNullable<Statement['relations']>[number]['relation'];
export type Related = { readonly relation: Relation; readonly object: LineObject };

export type Said = {
  readonly object: LineObject;
  readonly body: Statement;
  /** What it says of others, and what others say of it. */
  readonly says: readonly Related[];
  readonly saidOfIt: readonly Related[];
  /** It denies or contradicts another, or is denied or contradicted. */
  readonly disputed: boolean;
};

export type Met = {
  readonly object: LineObject;
  readonly body: Contact;
  /** What was said of it before: the states it had, the earliest first. */
  readonly was: readonly { readonly state: Contact['state']; readonly sinceMs: number }[];
  /** Its time has passed, and nobody has said whether it was held. */
  readonly unsettled: boolean;
};

/** Statements that stand, by the time at which they were said. `all` is what they may mean. */
export function statementsOf(
  objects: readonly LineObject[],
  all: ReadonlyMap<ObjectId, LineObject>,
): Said[] {
  const standing = [...all.values()].filter(
    ({ state, body }) => state === 'in-force' && body.type === 'statement',
  );
  const said = objects.flatMap((object) => {
    const { body, id } = object;
    if (object.state !== 'in-force' || body.type !== 'statement') return [];
    const says = relationsOf(object, all);
    const saidOfIt = standing.flatMap((other) =>
      relationsOf(other, all)
        .filter((related) => related.object.id === id)
        .map(({ relation }) => ({ relation, object: other })),
    );
    const disputed = [...says, ...saidOfIt].some(({ relation }) => isDispute(relation));
    return [{ object, body, says, saidOfIt, disputed }];
  });
  return said.toSorted((a, b) => a.body.saidMs - b.body.saidMs);
}

function relationsOf({ body }: LineObject, all: ReadonlyMap<ObjectId, LineObject>): Related[] {
  if (body.type !== 'statement') return [];
  return (body.relations ?? []).flatMap(({ relation, ref }) => {
    const object = all.get(objectIdOf(ref));
    return object === undefined ? [] : [{ relation, object }];
  });
}

/** Whether a relation sets two statements against each other. */
export function isDispute(relation: Relation): boolean {
  return relation === 'denies' || relation === 'contradicts';
}

/** Calls and meetings that stand, by their time. */
export function contactsOf(
  objects: readonly LineObject[],
  all: ReadonlyMap<ObjectId, LineObject>,
  nowMs: number,
): Met[] {
  const met = objects.flatMap((object) => {
    const { body } = object;
    if (object.state !== 'in-force' || body.type !== 'contact') return [];
    const expected = body.state === 'tentative' || body.state === 'planned';
    const unsettled = expected && (body.endMs ?? body.startMs) < nowMs;
    return [{ object, body, was: earlierStates(body, all), unsettled }];
  });
  return met.toSorted((a, b) => a.body.startMs - b.body.startMs);
}

function earlierStates(body: Contact, all: ReadonlyMap<ObjectId, LineObject>): Met['was'] {
  const before = body.supersedes === undefined ? undefined : all.get(objectIdOf(body.supersedes));
  if (before?.body.type !== 'contact') return [];
  const { state } = before.body;
  return [...earlierStates(before.body, all), { state, sinceMs: before.releasedMs }];
}
