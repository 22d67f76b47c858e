import { z } from 'zod';
import { InstantMs } from '../geometry.ts';
import { Ref } from '../identity.ts';
import { RELATIONS_MAX, SOURCE_LENGTH_MAX } from '../limits.ts';
import { coded } from './codes.ts';
import { ENVELOPE } from './envelope.ts';
import { Label, Words } from './words.ts';

/** A public statement, as its source gives it: who said it, when, how surely, and against what. */
export const Statement = z
  .strictObject({
    type: z.literal('statement'),
    ...ENVELOPE,
    /** Left out where the source does not name the speaker. */
    speaker: z.strictObject({ name: Label.optional(), office: Label }).optional(),
    saidMs: InstantMs,
    /** How exactly the time is known. */
    saidTo: coded('said-to', ['minute', 'day', 'not-later-than']),
    certainty: coded('certainty', [
      'quoted',
      'reported-speech',
      'confirmed',
      'suggested',
      'conditional',
      'tentative',
      'opinion',
      'unattributed',
    ]),
    said: Words,
    source: z.strictObject({
      title: Label,
      address: z.string().min(1).max(SOURCE_LENGTH_MAX).optional(),
    }),
    relations: z
      .array(
        z.strictObject({
          ref: Ref,
          relation: coded('relation', ['confirms', 'denies', 'contradicts', 'repeats', 'concerns']),
        }),
      )
      .max(RELATIONS_MAX)
      .optional(),
    supersedes: Ref.optional(),
  })
  .meta({ id: 'Statement', description: 'A public statement and its source' });
export type Statement = z.infer<typeof Statement>;

/** A call or meeting: planned, tentative, held or not held. Who took part is named by role. */
export const Contact = z
  .strictObject({
    type: z.literal('contact'),
    ...ENVELOPE,
    form: coded('contact', ['call', 'meeting', 'video-conference', 'radio-test']),
    state: coded('contact-state', ['tentative', 'planned', 'held', 'not-held']),
    level: coded('level', ['heads-of-state', 'ministers', 'generals', 'colonels', 'watch']),
    startMs: InstantMs,
    endMs: InstantMs.optional(),
    place: Label.optional(),
    participants: z.array(Label).max(16),
    subjects: z.array(Label).max(16),
    supersedes: Ref.optional(),
  })
  .meta({ id: 'Contact', description: 'A call or meeting' });
export type Contact = z.infer<typeof Contact>;
