// The arrangement as a document: who signed it by which entry, and its clauses.
import { writeInstant } from '@parley/geo';
import { objectIdOf } from '@parley/protocol';
import type { Arrangement, PartyId } from '@parley/protocol';
import { clausesOf } from './clauses.ts';
import type { ClauseText } from './clauses.ts';
import { listed } from './quantities.ts';
import type { SigningState } from './signing.ts';

export type ArrangementDocument = {
  readonly title: string;
  readonly parties: string;
  readonly version: number;
  /** In one sentence: in force since when, or what is missing. */
  readonly standing: string;
  /** One line a signature: who, by which entry, which seat, when by its own clock. */
  readonly signatures: readonly string[];
  readonly clauses: readonly ClauseText[];
};

/**
 * The document of one version. `signing` is what `signingState` says of it; a text that was
 * neither signed nor proposed, such as a file, has none.
 */
export function arrangementDocument(args: {
  readonly arrangement: Arrangement;
  readonly members: readonly { readonly party: PartyId; readonly name: string }[];
  readonly signing: SigningState | undefined;
}): ArrangementDocument {
  const { arrangement, members, signing } = args;
  const nameOf = (party: PartyId): string =>
    members.find((member) => member.party === party)?.name ?? party;
  return {
    title: arrangement.title ?? 'Arrangement',
    parties: listed(members.map(({ name }) => name)),
    version: arrangement.version,
    standing: standingText(signing, nameOf),
    signatures: (signing?.signed ?? []).map(({ party, ref, seat, atMs }) => {
      return `${nameOf(party)}: entry ${objectIdOf(ref)}, by ${seat}, ${writeInstant(atMs)}`;
    }),
    clauses: clausesOf(arrangement),
  };
}

function standingText(
  signing: SigningState | undefined,
  nameOf: (party: PartyId) => string,
): string {
  if (signing === undefined) return 'A draft: neither proposed nor signed on the line.';
  const missing = listed(signing.missing.map(nameOf));
  switch (signing.state) {
    case 'in-force': {
      const lastMs = Math.max(...signing.signed.map(({ atMs }) => atMs));
      return `In force since ${writeInstant(lastMs)}, when the last member signed.`;
    }
    case 'former':
      return 'No longer in force: every member has signed a newer version.';
    case 'open':
      return `Not in force: not yet signed by ${missing}.`;
    case 'lapsed':
      return `Not in force, and can no longer be: ${missing} has signed this number or a higher.`;
  }
}
