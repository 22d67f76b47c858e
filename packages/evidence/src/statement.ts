// The statements that one file can prove, each about one entry: what was said, between which times,
// that it was received, and what was answered to it.
import { PartyId } from '@parley/protocol';
import { z } from 'zod';

const EntryName = z.strictObject({ party: PartyId, index: z.int().min(0) });
/** An entry by its place: whose record, and which index. */
export type EntryName = z.infer<typeof EntryName>;

/**
 * `said`: the party said exactly this. `timed`: after one time and before another, both on the
 * clock of `by`. `received`: `by` had it. `answered`: what `by` said of it, step by step.
 */
export const Statement = z.discriminatedUnion('statement', [
  z.strictObject({ statement: z.literal('said'), of: EntryName }),
  z.strictObject({
    statement: z.enum(['timed', 'received', 'answered']),
    of: EntryName,
    by: PartyId,
  }),
]);
export type Statement = z.infer<typeof Statement>;

/** "coalition/12 was received by russia": what a file says that it proves. */
export function statementText(claim: Statement): string {
  const name = `${claim.of.party}/${claim.of.index}`;
  switch (claim.statement) {
    case 'said':
      return `${claim.of.party} said ${name}`;
    case 'timed':
      return `when ${name} was said, on the clock of ${claim.by}`;
    case 'received':
      return `${name} was received by ${claim.by}`;
    case 'answered':
      return `what ${claim.by} said of ${name}`;
  }
}
