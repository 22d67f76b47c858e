// Accidents and calls for help: one officer, one form, minutes not days (BrahMos, 2022).
import { z } from 'zod';
import { InstantMs, WireVolume } from '../geometry.ts';
import { Ref } from '../identity.ts';
import { PERSONS_MAX, WARNING_VOLUMES_MAX } from '../limits.ts';
import { coded } from './codes.ts';
import { CallBack } from './envelope.ts';
import { TrafficStatus, Words } from './words.ts';

/** Something left our control, unintended. Always FLASH. */
export const Accident = z
  .strictObject({
    type: z.literal('accident'),
    status: TrafficStatus,
    what: coded('accident', [
      'flying-object',
      'unmanned-aircraft',
      'crewed-aircraft',
      'vessel',
      'vehicle',
      'release-of-substance',
    ]),
    unintended: z.literal(true),
    leftControlMs: InstantMs,
    /** Where it may be or come down, and when. */
    volumes: z.array(WireVolume).min(1).max(WARNING_VOLUMES_MAX),
    callBack: CallBack,
    words: Words.optional(),
    about: Ref.optional(),
  })
  .meta({ id: 'Accident', description: 'Something left our control, unintended' });
export type Accident = z.infer<typeof Accident>;

/** People need help. Handled as FLASH; assistance is asked, and a corridor for it if need be. */
export const SearchAndRescue = z
  .strictObject({
    type: z.literal('search-and-rescue'),
    status: TrafficStatus,
    emergency: coded('emergency', [
      'aircraft-down',
      'vessel-in-distress',
      'vehicle-in-distress',
      'casualties',
      'persons-missing',
    ]),
    persons: z.int().min(0).max(PERSONS_MAX).optional(),
    hazards: z
      .array(coded('rescue-hazard', ['fire', 'mines', 'weather', 'sea', 'fighting-nearby']))
      .max(5)
      .optional(),
    volumes: z.array(WireVolume).min(1).max(WARNING_VOLUMES_MAX),
    corridor: z.array(WireVolume).max(WARNING_VOLUMES_MAX).optional(),
    callBack: CallBack,
    words: Words.optional(),
    about: Ref.optional(),
  })
  .meta({ id: 'SearchAndRescue', description: 'People need help' });
export type SearchAndRescue = z.infer<typeof SearchAndRescue>;
