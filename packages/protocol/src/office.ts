// The offices of a party that must consider a message before it is released, and what they said.
// None of it leaves the node; the other side sees "under consideration" when that is released.
import { z } from 'zod';
import { BODIES } from './body.ts';
import type { BodyType } from './body.ts';
import { InstantMs } from './geometry.ts';
import { HashHex } from './identity.ts';
import { OFFICES_MAX, WORDS_LENGTH_MAX } from './limits.ts';
import { Label } from './messages/words.ts';

const TYPES = Object.keys(BODIES) as [BodyType, ...BodyType[]];

/** An office and the types of message that wait for it. */
export const Office = z.strictObject({
  name: Label,
  types: z.array(z.enum(TYPES)).min(1).max(TYPES.length),
});
export type Office = z.infer<typeof Office>;

/** The offices of a node in the order in which they consider a message. */
export const Offices = z.strictObject({ offices: z.array(Office).max(OFFICES_MAX) });

/** What is said inside a party about its own work; it is never translated and never leaves. */
export const Remark = z.string().min(1).max(WORDS_LENGTH_MAX);

export const ReviewInput = z.strictObject({
  /** SHA-256 of the body that was read, as the draft had it. */
  bodyHash: HashHex,
  result: z.enum(['cleared', 'returned', 'held']),
  words: Remark.optional(),
});
export type ReviewInput = z.infer<typeof ReviewInput>;

/** What an office said of one exact body, by which of its seats. */
export const Review = ReviewInput.extend({ office: Label, seat: Label, atMs: InstantMs });
export type Review = z.infer<typeof Review>;
