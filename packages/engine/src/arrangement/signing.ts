// How far each version of the arrangement has got: proposed, agreed to, signed, in force.
import { bodyBytes } from '@parley/protocol';
import type { Arrangement, ObjectId, PartyId } from '@parley/protocol';
import type { LineObject, Picture, Step } from '../picture.ts';

export type SigningState = {
  readonly arrangement: Arrangement;
  /** Proposals in force of exactly this text. */
  readonly proposals: readonly ObjectId[];
  /** Who proposed it or agreed to a proposal of it. */
  readonly agreed: readonly PartyId[];
  /** By which entry each member signed it, in the order of the members. */
  readonly signed: readonly (Step & { readonly party: PartyId })[];
  readonly missing: readonly PartyId[];
  /**
   * `former`: all have signed it, and a newer version too. `lapsed`: it cannot come into force
   * any more, for a member that has not signed it has signed this number or a higher one.
   */
  readonly state: 'in-force' | 'former' | 'open' | 'lapsed';
};

/** Every version that was signed or stands proposed, the highest number first. */
export function signingState(picture: Picture): SigningState[] {
  const found = new Map<string, { arrangement: Arrangement; proposed: LineObject[] }>();
  for (const [text, { statement }] of picture.signers) {
    if (statement.type === 'arrangement') found.set(text, { arrangement: statement, proposed: [] });
  }
  for (const object of picture.objects.values()) {
    const { body, state } = object;
    if (state !== 'in-force' || body.type !== 'proposal' || body.matter !== 'arrangement') continue;
    const text = arrangementText(body.arrangement);
    const version = found.get(text) ?? { arrangement: body.arrangement, proposed: [] };
    version.proposed.push(object);
    found.set(text, version);
  }
  return [...found]
    .toSorted(([a, left], [b, right]) => {
      return right.arrangement.version - left.arrangement.version || (a < b ? -1 : 1);
    })
    .map(([text, { arrangement, proposed }]) => stateOf(picture, text, arrangement, proposed));
}

/** The canonical text of an arrangement: two are one version when these are the same. */
export function arrangementText(arrangement: Arrangement): string {
  return new TextDecoder().decode(bodyBytes(arrangement));
}

function stateOf(
  picture: Picture,
  text: string,
  arrangement: Arrangement,
  proposed: readonly LineObject[],
): SigningState {
  const by = picture.signers.get(text)?.by ?? new Map<PartyId, Step>();
  const signed = picture.members.flatMap((party) => {
    const step = by.get(party);
    return step === undefined ? [] : [{ ...step, party }];
  });
  const missing = picture.members.filter((party) => !by.has(party));
  return {
    arrangement,
    proposals: proposed.map(({ id }) => id).toSorted(),
    agreed: picture.members.filter((party) => proposed.some((object) => agrees(object, party))),
    signed,
    missing,
    state: reached(picture, text, arrangement.version, missing),
  };
}

function agrees({ author, ladders }: LineObject, party: PartyId): boolean {
  return author === party || ladders.get(party)?.responded?.statement.result === 'agreed';
}

function reached(
  picture: Picture,
  text: string,
  version: number,
  missing: readonly PartyId[],
): SigningState['state'] {
  const { arrangement } = picture;
  if (arrangement !== undefined && arrangementText(arrangement) === text) return 'in-force';
  if (missing.length === 0) return 'former';
  const passed = missing.some((party) => {
    return (picture.arrangements.get(party)?.statement.version ?? 0) >= version;
  });
  return passed ? 'lapsed' : 'open';
}
