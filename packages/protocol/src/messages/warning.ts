import { z } from 'zod';
import { InstantMs, WireVolume } from '../geometry.ts';
import { Ref } from '../identity.ts';
import { WARNING_VOLUMES_MAX } from '../limits.ts';
import { Label, TrafficStatus, Words } from './words.ts';

/** Something is about to hit, or is hitting, someone. Always FLASH; addressed to the watch. */
export const Warning = z
  .strictObject({
    type: z.literal('warning'),
    status: TrafficStatus,
    hazard: z.enum([
      'your-fire-is-striking',
      'our-fire-about-to-enter',
      'aircraft-endangered',
      'forces-approaching',
      'loss-of-control',
    ]),
    atRisk: z.enum([
      'our-forces',
      'your-forces',
      'civilians',
      'protected-object',
      'civil-aircraft',
    ]),
    request: z.enum(['cease-fire', 'hold', 'turn-away', 'leave-volume', 'identify', 'call-now']),
    requestByMs: InstantMs.optional(),
    volumes: z.array(WireVolume).min(1).max(WARNING_VOLUMES_MAX),
    callBack: z.strictObject({ role: Label, number: Label }).optional(),
    words: Words.optional(),
    about: Ref.optional(),
  })
  .meta({ id: 'Warning', description: 'Urgent warning, released by one officer' });
export type Warning = z.infer<typeof Warning>;

/** What the warned party did. Acknowledging (READ) is not this. */
export const WarningAnswer = z
  .strictObject({
    type: z.literal('warning-answer'),
    ref: Ref,
    result: z.enum(['action-taken', 'working', 'not-us', 'cannot']),
    words: Words.optional(),
  })
  .meta({ id: 'WarningAnswer', description: 'What was done about a warning' });
export type WarningAnswer = z.infer<typeof WarningAnswer>;
