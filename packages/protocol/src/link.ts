// What nodes say to one another outside of the records: cards at pairing, batches, heartbeats.
import { z } from 'zod';
import { InstantMs } from './geometry.ts';
import { EntryIndex, LineId, PartyId } from './identity.ts';
import { BATCH_ENTRIES_MAX, ENTRY_BYTES_MAX } from './limits.ts';
import { Label } from './messages/words.ts';
import { MlDsaVkey, Vkey } from './vkey.ts';

/** What one party hands to another in person before a line can exist between them. */
export const Card = z
  .strictObject({
    parley: z.literal('card'),
    version: z.literal(1),
    party: PartyId,
    name: Label,
    /** C2SP verifier keys made for this one line; the record key's name is the record's origin. */
    recordKey: Vkey,
    /** The second signature under every head of the record (type 0x06, ML-DSA-44), same name. */
    recordMlDsaKey: MlDsaVkey,
    witnessKey: Vkey,
    heartbeatKey: Vkey,
    /** SHA-256 of the TLS certificate's SubjectPublicKeyInfo, hexadecimal. */
    transportPin: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 lower-case hexadecimal digits'),
    /** Where the node's link listens. */
    link: z
      .url({ protocol: /^https$/, error: 'an https URL, for example https://north.example:8450' })
      .max(200),
  })
  .meta({ id: 'Card', description: 'A pairing card' });
export type Card = z.infer<typeof Card>;

/** Consecutive entries of one record and a checkpoint whose size is that of the last of them. */
export const LinkBatch = z
  .strictObject({
    firstIndex: EntryIndex,
    entries: z.array(z.string().max(ENTRY_BYTES_MAX)).max(BATCH_ENTRIES_MAX),
    checkpoint: z.string().max(20_000),
  })
  .meta({ id: 'LinkBatch', description: 'Entries as exact text, and the checkpoint over them' });
export type LinkBatch = z.infer<typeof LinkBatch>;

/** The signed part of a heartbeat. */
export const Heartbeat = z
  .strictObject({
    parley: z.literal('heartbeat'),
    line: LineId,
    party: PartyId,
    sentMs: InstantMs,
    /** Entries of the sender's own record, and of the reader's record that the sender holds. */
    size: EntryIndex,
    heardSize: EntryIndex,
    /** The sender's cosignature line on the reader's checkpoint of `heardSize`; '' before one. */
    cosignature: z.string().max(600),
    seatsStaffed: z.int().min(0).max(1_000),
    /** The reader's newest heartbeat as the sender got it: for the clock offset. */
    echo: z.strictObject({ sentMs: InstantMs, receivedMs: InstantMs }).optional(),
  })
  .meta({ id: 'Heartbeat', description: 'Sent each second on the link' });
export type Heartbeat = z.infer<typeof Heartbeat>;
