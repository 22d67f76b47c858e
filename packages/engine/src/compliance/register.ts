// The register of alleged violations: each with the account of its author and of every other side.
import type { Incident, PartyId } from '@parley/protocol';
import type { Ladder, LineObject, Picture } from '../picture.ts';

export type RegisterEntry = {
  readonly object: LineObject & { readonly body: Incident };
  /** What each other side says; undefined for one that has given no account. */
  readonly accounts: ReadonlyMap<PartyId, Ladder['countered']>;
};

/** Every incident that was ever reported, superseded versions too, in the order of the telling. */
export function incidentRegister(picture: Picture): RegisterEntry[] {
  return [...picture.objects.values()]
    .filter((object): object is RegisterEntry['object'] => object.body.type === 'incident')
    .map((object) => ({
      object,
      accounts: new Map(
        [...object.ladders].map(([party, ladder]) => [party, ladder.countered] as const),
      ),
    }))
    .toSorted(
      (a, b) => a.object.releasedMs - b.object.releasedMs || (a.object.id < b.object.id ? -1 : 1),
    );
}
