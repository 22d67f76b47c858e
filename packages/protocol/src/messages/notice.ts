import { z } from 'zod';
import { WireVolume } from '../geometry.ts';
import { Ref } from '../identity.ts';
import { VOLUMES_MAX, WORDS_LENGTH_MAX } from '../limits.ts';
import { Precedence } from '../precedence.ts';
import { Label, TrafficStatus, Words } from './words.ts';

/** A statement of activity in one or more volumes. Not a permission, nor a promise of safety. */
export const Notice = z
  .strictObject({
    type: z.literal('notice'),
    kind: z.literal('air-activity'),
    precedence: Precedence,
    status: TrafficStatus,
    activity: z.enum(['transit', 'orbit', 'refuelling', 'unmanned', 'search-and-rescue', 'other']),
    asked: z.enum(['avoid', 'note']),
    firmness: z.enum(['planned', 'earmarked', 'active']),
    title: Label,
    volumes: z.array(WireVolume).min(1).max(VOLUMES_MAX),
    words: Words.optional(),
    asEntered: z.string().min(1).max(WORDS_LENGTH_MAX).optional(),
    supersedes: Ref.optional(),
  })
  .meta({ id: 'Notice', description: 'Air activity in one or more volumes' });
export type Notice = z.infer<typeof Notice>;

/** The author withdraws its own notice, question or warning: it stays, shown as cancelled. */
export const Cancel = z
  .strictObject({
    type: z.literal('cancel'),
    ref: Ref,
    reason: z.enum(['completed', 'withdrawn', 'issued-in-error']),
    words: Words.optional(),
  })
  .meta({ id: 'Cancel', description: 'The author withdraws its own object' });
export type Cancel = z.infer<typeof Cancel>;
