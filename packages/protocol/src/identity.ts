// Identifiers, branded so that one cannot be taken for another. Made only by the schemas here.
import { z } from 'zod';

/** A party: lower-case letters, digits and hyphens, 2 to 32 characters, a letter first. */
export const PartyId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,31}$/, 'must be 2 to 32 of a-z, 0-9 and -, a letter first')
  .brand<'PartyId'>();
export type PartyId = z.infer<typeof PartyId>;

/** A line: made from its members' record keys, so that all members find the same one. */
export const LineId = z
  .string()
  .regex(/^line-[0-9a-f]{16}$/, 'must be line- and 16 hexadecimal digits')
  .brand<'LineId'>();
export type LineId = z.infer<typeof LineId>;

/** SHA-256, 64 lower-case hexadecimal digits. */
export const HashHex = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hexadecimal digits')
  .brand<'HashHex'>();
export type HashHex = z.infer<typeof HashHex>;

/** Index of an entry in its record, from 0. */
export const EntryIndex = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

/** An entry that is meant: whose record, which index, and its RFC 6962 leaf hash. */
export const Ref = z
  .strictObject({ party: PartyId, index: EntryIndex, leaf: HashHex })
  .meta({ id: 'Ref', description: 'An entry that is meant: record, index, leaf hash' });
export type Ref = z.infer<typeof Ref>;

/** The name of an object on a line, for people and maps: "coalition/12". */
export type ObjectId = `${string}/${number}`;

/** The object that an entry makes or means. */
export function objectIdOf(ref: { readonly party: string; readonly index: number }): ObjectId {
  return `${ref.party}/${ref.index}`;
}
