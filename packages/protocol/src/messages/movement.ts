import { z } from 'zod';
import { InstantMs, PositionE7 } from '../geometry.ts';
import { Ref } from '../identity.ts';
import { LANGUAGES_MAX, LEGS_MAX, VEHICLES_MAX } from '../limits.ts';
import { coded } from './codes.ts';
import { NOTICE } from './notice.ts';
import { Label, LanguageTag, Words } from './words.ts';

/** From one place to the next: leaves at, arrives at, and in which of the volumes it lies. */
export const Leg = z
  .strictObject({
    from: Label,
    to: Label,
    etdMs: InstantMs,
    etaMs: InstantMs,
    volume: z.int().min(0).max(LEGS_MAX),
  })
  .meta({ id: 'Leg', description: 'One leg of a route: estimated departure and arrival' });

/** How it can be told from anything else, by day and by night. */
export const Identification = z
  .strictObject({
    plates: z.array(Label).max(VEHICLES_MAX),
    roofMarking: z.boolean(),
    night: coded('night-marking', ['none', 'lights', 'infrared', 'retroreflective']),
  })
  .meta({ id: 'Identification', description: 'Plates and markings by day and by night' });

/**
 * Ground, sea and humanitarian movement along legs. It is coordinated only when every action
 * addressee has stated that the executing level has it (World Central Kitchen, 2024).
 */
export const Movement = z
  .strictObject({
    ...NOTICE,
    kind: z.literal('movement'),
    by: coded('movement', ['humanitarian', 'medical', 'ground', 'sea', 'civil']),
    legs: z.array(Leg).min(1).max(LEGS_MAX),
    vehicles: z.int().min(1).max(VEHICLES_MAX),
    vehicleKind: Label,
    identification: Identification,
    contact: z.strictObject({
      role: Label,
      number: Label,
      languages: z.array(LanguageTag).min(1).max(LANGUAGES_MAX),
      /** When the number was last called and answered; left out while it was not. */
      testedMs: InstantMs.optional(),
    }),
  })
  .meta({ id: 'Movement', description: 'A movement along legs, with its identification' });
export type Movement = z.infer<typeof Movement>;

/** How far a movement has got, by its author. Deviating says where to. */
export const Progress = z
  .strictObject({
    type: z.literal('progress'),
    ref: Ref,
    state: coded('progress', [
      'departed',
      'at-waypoint',
      'delayed',
      'halted',
      'deviating',
      'arrived',
      'turned-back',
    ]),
    leg: z.int().min(0).max(LEGS_MAX).optional(),
    atMs: InstantMs,
    position: PositionE7.optional(),
    etaMs: InstantMs.optional(),
    words: Words.optional(),
  })
  .meta({ id: 'Progress', description: 'How far a movement has got' });
export type Progress = z.infer<typeof Progress>;
