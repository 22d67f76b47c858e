// The acknowledgement steps. RECEIVED is not READ, READ is not understood, none of them is agreed.
import { z } from 'zod';
import { InstantMs } from '../geometry.ts';
import { EntryIndex, HashHex, PartyId, Ref } from '../identity.ts';
import { LABEL_LENGTH_MAX, VERTICES_MAX, VOLUMES_MAX } from '../limits.ts';
import { Words } from './words.ts';

/**
 * The receipt, by the receiver's node: everything of `party`'s record up to and including `index`
 * is verified and stored. `size` and `root` are the checkpoint that it was verified against;
 * `clockOffsetMs` is the sender's clock minus ours as measured, absent when not yet measured.
 */
export const Received = z
  .strictObject({
    type: z.literal('received'),
    party: PartyId,
    index: EntryIndex,
    leaf: HashHex,
    size: EntryIndex,
    root: HashHex,
    receivedMs: InstantMs,
    clockOffsetMs: z.int().optional(),
  })
  .meta({ id: 'Received', description: 'Receipt by a node, up to and including an index' });
export type Received = z.infer<typeof Received>;

/** A human of the watch opened it. For a warning: a seat took it. */
export const Read = z
  .strictObject({ type: z.literal('read'), ref: Ref })
  .meta({ id: 'Read', description: 'A human opened it' });
export type Read = z.infer<typeof Read>;

/** The conventions that a read-back may be written in: the forms that geo writes. */
export const PositionFormCode = z.enum([
  'DD',
  'DM',
  'DMS',
  'ICAO',
  'MGRS',
  'UTM',
  'SK42',
  'SK42_DMS',
  'PZ90_DMS',
  'GARS',
  'GEOREF',
  'PLUS',
  'GEO',
]);

const Rendered = z.string().min(1).max(LABEL_LENGTH_MAX);

/** One volume as the reader's own node wrote it, in the reader's conventions. */
export const RenderedVolume = z.strictObject({
  points: z.array(Rendered).min(1).max(VERTICES_MAX),
  /** Radius or half-width in whole centimetres; absent for a polygon. */
  extentCentimetres: z.int().min(1).optional(),
  lower: Rendered,
  upper: Rendered,
  start: Rendered,
  end: Rendered,
});
export type RenderedVolume = z.infer<typeof RenderedVolume>;

/** What the reader understood, in its own rendering. Each node compares it with the geometry. */
export const ReadBack = z
  .strictObject({
    type: z.literal('read-back'),
    ref: Ref,
    form: PositionFormCode,
    volumes: z.array(RenderedVolume).min(1).max(VOLUMES_MAX),
    officer: z.enum(['confirms', 'disputes']),
    words: Words.optional(),
  })
  .meta({ id: 'ReadBack', description: 'The receiver repeats what it understood' });
export type ReadBack = z.infer<typeof ReadBack>;

/** What an authorised officer says to it. NOTED is not agreement. */
export const PositionTaken = z
  .strictObject({
    type: z.literal('position'),
    ref: Ref,
    position: z.enum([
      'noted',
      'no-objection',
      'conflict',
      'objection',
      'contested',
      'question-asked',
      'agreed',
      'denied',
    ]),
    words: Words.optional(),
  })
  .meta({ id: 'PositionTaken', description: 'The POSITION step of the ladder' });
export type PositionTaken = z.infer<typeof PositionTaken>;
