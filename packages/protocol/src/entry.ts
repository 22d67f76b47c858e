// One entry of a record: its exact canonical bytes are what is signed, kept and passed on.
// The schema only validates the decoded view; nothing is ever serialised again from it.
import { canonicalBytes, readCanonical } from '@parley/ledger';
import type { CanonicalValue } from '@parley/ledger';
import { z } from 'zod';
import { Body } from './body.ts';
import { InstantMs } from './geometry.ts';
import { EntryIndex, HashHex, LineId, PartyId } from './identity.ts';
import { ENTRY_BYTES_MAX, MEMBERS_MAX } from './limits.ts';
import { Label } from './messages/words.ts';
import { accept, refuse } from './refusals.ts';
import type { Outcome } from './refusals.ts';
import { faultOf } from './schema-fault.ts';

/** The newest head of another member's record that the author held: bounds the entry from below. */
export const SeenHead = z.strictObject({ party: PartyId, size: EntryIndex, root: HashHex });
export type SeenHead = z.infer<typeof SeenHead>;

export const Entry = z
  .strictObject({
    version: z.literal(1),
    line: LineId,
    party: PartyId,
    index: EntryIndex,
    seen: z.array(SeenHead).max(MEMBERS_MAX),
    releasedMs: InstantMs,
    draftedBy: Label,
    releasedBy: Label,
    body: Body,
  })
  .superRefine(({ party, seen }, context) => {
    const at = seen.findIndex((head, place) => {
      const before = seen[place - 1];
      return head.party === party || (before !== undefined && before.party >= head.party);
    });
    if (at < 0) return;
    const message = 'must be another party than the author, each once, in ascending order';
    context.addIssue({ code: 'custom', path: ['seen', at, 'party'], message });
  })
  .meta({ id: 'Entry', description: 'One leaf of a record' });
export type Entry = z.infer<typeof Entry>;

/** Exact bytes of an entry (RFC 8785, integers only). Shape: UTF-8 JSON. */
export function entryBytes(entry: Entry): Uint8Array {
  return canonicalBytes(withoutAbsent(entry));
}

/**
 * The decoded view of an entry's bytes. Refuses as `oversize`, `not-canonical`, `malformed` or
 * `out-of-limit`, naming the field.
 */
export function readEntry(bytes: Uint8Array): Outcome<Entry> {
  if (bytes.length > ENTRY_BYTES_MAX) {
    const fault = `the entry has ${bytes.length} bytes`;
    return refuse('oversize', '', fault, `at most ${ENTRY_BYTES_MAX}`);
  }
  const read = readCanonical(bytes, ENTRY_BYTES_MAX);
  if (!read.ok) return refuse('not-canonical', '', read.refusal.sentence, 'canonical JSON');
  const parsed = Entry.safeParse(read.value);
  if (!parsed.success) return { ok: false, refusal: faultOf(parsed.error, read.value) };
  return accept(parsed.data);
}

/** Validates a body that came from a seat, a tool or a file. Refuses naming the field. */
export function readBody(value: unknown): Outcome<Body> {
  const parsed = Body.safeParse(value);
  if (!parsed.success) return { ok: false, refusal: faultOf(parsed.error, value) };
  return accept(parsed.data);
}

/** Bytes of any body alone: two bodies are the same statement when these are equal. */
export function bodyBytes(body: Body): Uint8Array {
  return canonicalBytes(withoutAbsent(body));
}

// An optional property that is `undefined` is absent on the wire.
function withoutAbsent(value: unknown): CanonicalValue {
  if (Array.isArray(value)) return value.map(withoutAbsent);
  if (typeof value === 'object' && value !== null) {
    const present = Object.entries(value).filter(([, inner]) => inner !== undefined);
    return Object.fromEntries(present.map(([key, inner]) => [key, withoutAbsent(inner)]));
  }
  return value as CanonicalValue;
}
