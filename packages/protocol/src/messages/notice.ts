// Notices: statements of activity in one or more volumes, of five kinds. A notice is not a
// permission, nor a promise of safety.
import { z } from 'zod';
import { WireVolume } from '../geometry.ts';
import { Ref } from '../identity.ts';
import {
  FREQUENCIES_MAX,
  FREQUENCY_KILOHERTZ_MAX,
  VOLUMES_MAX,
  WORDS_LENGTH_MAX,
} from '../limits.ts';
import { CivilAviation } from './civil-aviation.ts';
import { coded } from './codes.ts';
import { ENVELOPE } from './envelope.ts';
import { Label, Words } from './words.ts';

/** Fields of every kind of notice. */
export const NOTICE = {
  type: z.literal('notice'),
  ...ENVELOPE,
  asked: coded('asked', ['avoid', 'note']),
  title: Label,
  volumes: z.array(WireVolume).min(1).max(VOLUMES_MAX),
  asEntered: z.string().min(1).max(WORDS_LENGTH_MAX).optional(),
  supersedes: Ref.optional(),
} as const;

export const Firmness = coded('firmness', ['planned', 'earmarked', 'active']);

/** Airspace in use. Number and category are the sender's choice; there is no field for a unit. */
export const AirActivity = z
  .strictObject({
    ...NOTICE,
    kind: z.literal('air-activity'),
    activity: coded('activity', [
      'transit',
      'orbit',
      'refuelling',
      'unmanned',
      'search-and-rescue',
      'other',
    ]),
    firmness: Firmness,
    aircraft: coded('aircraft', ['one', 'two-to-four', 'five-to-twelve', 'more']).optional(),
    category: coded('category', ['fixed-wing', 'rotary-wing', 'unmanned', 'mixed']).optional(),
    guardedKilohertz: z
      .array(z.int().min(1).max(FREQUENCY_KILOHERTZ_MAX))
      .max(FREQUENCIES_MAX)
      .optional(),
    airspace: Label.optional(),
    civilAviation: CivilAviation.optional(),
  })
  .meta({ id: 'AirActivity', description: 'Airspace in use' });

export type AirActivity = z.infer<typeof AirActivity>;

/** The author withdraws its own object: it stays, shown as cancelled. */
export const Cancel = z
  .strictObject({
    type: z.literal('cancel'),
    ref: Ref,
    reason: coded('cancel', ['completed', 'withdrawn', 'issued-in-error']),
    words: Words.optional(),
  })
  .meta({ id: 'Cancel', description: 'The author withdraws its own object' });
export type Cancel = z.infer<typeof Cancel>;
