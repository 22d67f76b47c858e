import { z } from 'zod';
import { HeightLimit, InstantMs } from '../geometry.ts';
import { FIRS_MAX } from '../limits.ts';
import { coded } from './codes.ts';
import { Label } from './words.ts';

/** Why airspace is not safe for civil traffic. Stated always: MH17's notices gave none. */
export const AirspaceReason = coded('airspace-reason', [
  'military-activity',
  'air-defence',
  'firing',
  'unmanned-aircraft',
  'launch',
  'conflict-zone',
  'other-hazard',
]);

/**
 * What it does to civil aviation: the flight information regions, the NOTAM, the reason, the
 * limits, when air traffic control was told and when it acknowledged. A time that is left out has
 * not happened.
 */
export const CivilAviation = z
  .strictObject({
    firs: z
      .array(z.string().regex(/^[A-Z]{4}$/, 'must be an ICAO location indicator, such as OSTT'))
      .min(1)
      .max(FIRS_MAX),
    notam: z
      .string()
      .regex(/^[A-Z]\d{4}\/\d{2}$/, 'must be a NOTAM number, such as A0123/16')
      .optional(),
    reason: AirspaceReason,
    lower: HeightLimit,
    upper: HeightLimit,
    unit: Label,
    toldMs: InstantMs.optional(),
    acknowledgedMs: InstantMs.optional(),
  })
  .meta({ id: 'CivilAviation', description: 'What it does to civil aviation, and who was told' });
export type CivilAviation = z.infer<typeof CivilAviation>;
