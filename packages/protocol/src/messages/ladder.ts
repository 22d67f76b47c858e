// The acknowledgement steps. RECEIVED is not READ, READ is not understood, none of them is agreed.
import { z } from 'zod';
import { InstantMs } from '../geometry.ts';
import { EntryIndex, HashHex, PartyId, Ref } from '../identity.ts';
import { LABEL_LENGTH_MAX, VERTICES_MAX, VOLUMES_MAX } from '../limits.ts';
import { coded } from './codes.ts';
import { ThirdParty } from './envelope.ts';
import { Label, Words } from './words.ts';

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
export const PositionFormCode = coded('position-form', [
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
    officer: coded('officer', ['confirms', 'disputes']),
    words: Words.optional(),
  })
  .meta({ id: 'ReadBack', description: 'The receiver repeats what it understood' });
export type ReadBack = z.infer<typeof ReadBack>;

/**
 * It has reached a level of the addressee's own side, at a time. It is never assumed: what was not
 * stated stands as "no statement" (Kunduz; World Central Kitchen).
 */
export const Disseminated = z
  .strictObject({
    type: z.literal('disseminated'),
    ref: Ref,
    level: coded('dissemination', [
      'headquarters',
      'air-defence-sector',
      'executing-level',
      'air-traffic-control',
    ]),
    reachedMs: InstantMs,
    words: Words.optional(),
  })
  .meta({ id: 'Disseminated', description: 'It has reached a level, at a time' });
export type Disseminated = z.infer<typeof Disseminated>;

/** It was passed on to a third party, by the leave that its author gave. */
export const OnwardRelease = z
  .strictObject({
    type: z.literal('onward-release'),
    ref: Ref,
    to: Label,
    kind: ThirdParty,
    sentMs: InstantMs,
    by: coded('carrier', ['telephone', 'data-link', 'radio', 'in-person', 'mail']),
  })
  .meta({ id: 'OnwardRelease', description: 'Passed on to a third party' });
export type OnwardRelease = z.infer<typeof OnwardRelease>;

/** What the third party said to it: that it has it, or that nobody answered. */
export const OnwardReceipt = z
  .strictObject({
    type: z.literal('onward-receipt'),
    ref: Ref,
    result: coded('onward', ['acknowledged', 'no-answer', 'refused']),
    atMs: InstantMs,
    role: Label.optional(),
    words: Words.optional(),
  })
  .meta({ id: 'OnwardReceipt', description: 'What the third party said to it' });
export type OnwardReceipt = z.infer<typeof OnwardReceipt>;

/** What an authorised officer says to it. NOTED is not agreement. */
export const PositionTaken = z
  .strictObject({
    type: z.literal('position'),
    ref: Ref,
    position: coded('position', [
      'noted',
      'no-objection',
      'conflict',
      'objection',
      'contested',
      'question-asked',
      'alternative',
      'agreed',
      'denied',
    ]),
    /** With `alternative`: what is put instead, of the same side. */
    alternative: Ref.optional(),
    words: Words.optional(),
  })
  .meta({ id: 'PositionTaken', description: 'The POSITION step of the ladder' });
export type PositionTaken = z.infer<typeof PositionTaken>;
