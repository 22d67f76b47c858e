// What has been offered, by whom, and what each side that was asked has said to it. Pure.
import { mustAct } from '@parley/engine';
import type { LineObject } from '@parley/engine';
import { objectIdOf } from '@parley/protocol';
import type { ObjectId, PartyId, Proposal, Response } from '@parley/protocol';

/** What one side that was asked has said. `silent`: nothing, and that is not consent. */
export type Reaction = {
  readonly party: PartyId;
  readonly result: Response['result'] | 'silent';
  /** Who considers it, while it is under consideration. */
  readonly offices: readonly string[];
  /** Since when this stands; of silence, since the offer was made. */
  readonly sinceMs: number;
  readonly read: boolean;
  readonly reason: Response['reason'];
};

export type Offer = {
  readonly object: LineObject;
  readonly body: Proposal;
  readonly reactions: readonly Reaction[];
  /** Our or their other text that was put in its place, when it is on this line. */
  readonly alternatives: readonly LineObject[];
  /** Somebody who was asked has not said agreed, denied or alternative. */
  readonly open: boolean;
  readonly overdue: boolean;
};

/** Every offer that stands, the open ones first, each group by its age with the newest first. */
export function offersOf(objects: readonly LineObject[], nowMs: number): Offer[] {
  const standing = objects.filter(({ state }) => state === 'in-force');
  const offers = standing.flatMap((object) => {
    const { body } = object;
    return body.type === 'proposal' ? [offerOf(object, body, standing, nowMs)] : [];
  });
  return offers.toSorted(
    (a, b) => Number(b.open) - Number(a.open) || b.object.releasedMs - a.object.releasedMs,
  );
}

function offerOf(
  object: LineObject,
  body: Proposal,
  standing: readonly LineObject[],
  nowMs: number,
): Offer {
  const reactions = [...object.ladders]
    .filter(([party]) => mustAct(object, party))
    .map(([party, { read, responded }]): Reaction => {
      const statement = responded?.statement;
      return {
        party,
        result: statement?.result ?? 'silent',
        offices: statement?.offices ?? [],
        sinceMs: responded?.atMs ?? object.releasedMs,
        read: read !== undefined,
        reason: statement?.reason,
      };
    });
  const open = reactions.some(({ result }) => !isFinal(result));
  return {
    object,
    body,
    reactions,
    alternatives: standing.filter((other) => putInPlaceOf(other, object.id)),
    open,
    overdue: open && nowMs > body.answerByMs,
  };
}

function putInPlaceOf({ body }: LineObject, id: ObjectId): boolean {
  if (body.type !== 'proposal' || body.alternativeTo === undefined) return false;
  return objectIdOf(body.alternativeTo) === id;
}

function isFinal(result: Reaction['result']): boolean {
  return result === 'agreed' || result === 'denied' || result === 'alternative';
}
