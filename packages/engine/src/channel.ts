// Suspension: what a party's own words close, for both sides. Nothing here can reach a warning, an
// accident, a call for help, or an acknowledgement: they have no scope that could be suspended.
import { accept, refuse } from '@parley/protocol';
import type {
  Body,
  BodyType,
  ChannelState,
  Outcome,
  PartyId,
  SeenHead,
  Suspendable,
} from '@parley/protocol';
import type { Picture, Step } from './picture.ts';

const SCOPES: Partial<Record<BodyType, Suspendable>> = {
  notice: 'notices',
  question: 'questions',
  proposal: 'proposals',
  statement: 'statements',
  contact: 'contacts',
  incident: 'incidents',
  declaration: 'declarations',
};

/** What of a party's end of the channel holds now, of real traffic unless told otherwise. */
export function channelOf(
  picture: Picture,
  party: PartyId,
  status: ChannelState['status'] = 'actual',
): (Step & { readonly statement: ChannelState }) | undefined {
  return picture.channels.get(party)?.findLast(({ statement }) => statement.status === status);
}

/**
 * Refuses routine business that a member has suspended, so far as the author had seen it: without
 * `seen` (no entry yet) it has seen all. The suspender's own business is refused too.
 */
export function notSuspended(
  picture: Picture,
  author: PartyId,
  body: Body,
  seen: readonly SeenHead[] | undefined,
): Outcome<Body> {
  const scope = SCOPES[body.type];
  if (scope === undefined || !('status' in body)) return accept(body);
  for (const [party, steps] of picture.channels) {
    const size =
      seen === undefined || party === author
        ? Infinity
        : (seen.find((head) => head.party === party)?.size ?? 0);
    const held = steps.findLast(
      ({ ref, statement }) => ref.index < size && statement.status === body.status,
    );
    if (held === undefined || !reaches(held.statement, scope)) continue;
    const fault = `${party} has ${held.statement.state} ${scope} by ${party}/${held.ref.index}`;
    const right = 'a warning, an accident, a call for help or an acknowledgement; or to resume';
    return refuse('suspended', 'type', fault, right);
  }
  return accept(body);
}

function reaches({ state, scope }: ChannelState, asked: Suspendable): boolean {
  return state === 'closed' || (state === 'suspended' && scope.includes(asked));
}
