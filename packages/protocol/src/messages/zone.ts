import { z } from 'zod';
import { WireVolume } from '../geometry.ts';
import { LATERAL_MINIMUM_CENTIMETRES_MAX, VOLUMES_MAX, WARNING_STEPS_MAX } from '../limits.ts';
import { coded } from './codes.ts';
import { Label, Words } from './words.ts';

/**
 * A standing zone, in force like an arrangement: the newest version of its name that every member
 * put on its own record, byte for byte the same. What comes near is warned step by step, the
 * farthest step first (al-Tanf, 2017: the zone had no written geometry that all had signed).
 */
export const Zone = z
  .strictObject({
    type: z.literal('zone'),
    name: Label,
    version: z.int().min(1).max(1_000_000),
    state: coded('zone', ['established', 'ended']),
    volumes: z.array(WireVolume).min(1).max(VOLUMES_MAX),
    rule: coded('zone-rule', ['no-entry', 'entry-by-notice', 'entry-by-agreement']),
    steps: z
      .array(
        z.strictObject({
          withinCentimetres: z.int().min(0).max(LATERAL_MINIMUM_CENTIMETRES_MAX),
          step: coded('zone-step', ['call', 'warning', 'show-of-presence', 'self-defence']),
        }),
      )
      .max(WARNING_STEPS_MAX),
    words: Words.optional(),
  })
  .meta({ id: 'Zone', description: 'A standing zone and its rule, signed by every member' });
export type Zone = z.infer<typeof Zone>;
