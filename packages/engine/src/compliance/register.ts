// The register of alleged violations: each with the account of its author and of every other side.
import type { CounterStatement, Incident, PartyId } from '@parley/protocol';
import type { LineObject, Picture, Step } from '../picture.ts';

/** An account of another side, and the entry by which it was given. */
export type GivenAccount = Step & { readonly statement: CounterStatement };

export type RegisterEntry = {
  readonly object: LineObject & { readonly body: Incident };
  /** All that each other side says of it, in the order of its record; none is ever replaced. */
  readonly accounts: ReadonlyMap<PartyId, readonly GivenAccount[]>;
};

/** Every incident that was ever reported, superseded versions too, in the order of the telling. */
export function incidentRegister(picture: Picture): RegisterEntry[] {
  return [...picture.objects.values()]
    .filter((object): object is RegisterEntry['object'] => object.body.type === 'incident')
    .map((object) => ({
      object,
      accounts: new Map(
        [...object.ladders].map(([party, { said = [] }]) => {
          return [party, said.filter((one) => isAccount(one))] as const;
        }),
      ),
    }))
    .toSorted(
      (a, b) => a.object.releasedMs - b.object.releasedMs || (a.object.id < b.object.id ? -1 : 1),
    );
}

function isAccount(step: Step & { readonly statement: { type: string } }): step is GivenAccount {
  return step.statement.type === 'counter-statement';
}
