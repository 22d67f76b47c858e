import { z } from 'zod';
import { InstantMs, WireVolume } from '../geometry.ts';
import { Ref } from '../identity.ts';
import { RELAYS_MAX, WARNING_VOLUMES_MAX } from '../limits.ts';
import { coded } from './codes.ts';
import { CallBack } from './envelope.ts';
import { Label, TrafficStatus, Words } from './words.ts';

/** Who is at risk: by role, never by name. */
export const AtRisk = coded('at-risk', [
  'our-forces',
  'your-forces',
  'civilians',
  'protected-object',
  'civil-aircraft',
]);

/** A civil aircraft as it can be told apart on the air: where, which way, how high, which code. */
export const AircraftSeen = z
  .strictObject({
    courseDegrees: z.int().min(0).max(359).optional(),
    flightLevel: z.int().min(0).max(999).optional(),
    squawk: z
      .string()
      .regex(/^[0-7]{4}$/, 'must be four digits 0 to 7')
      .optional(),
  })
  .meta({ id: 'AircraftSeen', description: 'Course, level and transponder code' });

/** Something is about to hit, or is hitting, someone. Always FLASH; addressed to the watch. */
export const Warning = z
  .strictObject({
    type: z.literal('warning'),
    status: TrafficStatus,
    hazard: coded('hazard', [
      'your-fire-is-striking',
      'our-fire-about-to-enter',
      'aircraft-endangered',
      'forces-approaching',
      'loss-of-control',
    ]),
    atRisk: AtRisk,
    request: coded('request', [
      'cease-fire',
      'hold',
      'turn-away',
      'leave-volume',
      'identify',
      'call-now',
    ]),
    requestByMs: InstantMs.optional(),
    consequence: coded('consequence', [
      'none-stated',
      'will-intercept',
      'will-act-in-defence',
    ]).optional(),
    volumes: z.array(WireVolume).min(1).max(WARNING_VOLUMES_MAX),
    aircraft: AircraftSeen.optional(),
    callBack: CallBack.optional(),
    /** Other channels on which it was said, and whether anybody answered there. */
    relays: z
      .array(
        z.strictObject({
          channel: Label,
          triedMs: InstantMs,
          result: coded('relay', ['acknowledged', 'no-answer', 'not-confirmed']),
        }),
      )
      .max(RELAYS_MAX)
      .optional(),
    words: Words.optional(),
    about: Ref.optional(),
  })
  .meta({ id: 'Warning', description: 'Urgent warning, released by one officer' });
export type Warning = z.infer<typeof Warning>;

/** What the addressee did about a warning, an accident or a call for help. READ is not this. */
export const WarningAnswer = z
  .strictObject({
    type: z.literal('warning-answer'),
    ref: Ref,
    result: coded('warning-answer', ['action-taken', 'working', 'not-us', 'cannot']),
    words: Words.optional(),
  })
  .meta({ id: 'WarningAnswer', description: 'What was done about an urgent message' });
export type WarningAnswer = z.infer<typeof WarningAnswer>;

/** A second officer confirms, afterwards, what one officer released alone. */
export const Confirmation = z
  .strictObject({
    type: z.literal('confirmation'),
    ref: Ref,
    result: coded('confirmation', ['confirmed', 'not-confirmed']),
    words: Words.optional(),
  })
  .meta({ id: 'Confirmation', description: 'A second officer on an urgent message of our own' });
export type Confirmation = z.infer<typeof Confirmation>;
