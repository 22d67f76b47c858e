import { z } from 'zod';
import {
  LATERAL_MINIMUM_CENTIMETRES_MAX,
  TIME_MINIMUM_MS_MAX,
  VERTICAL_MINIMUM_CENTIMETRES_MAX,
  WORDS_LENGTH_MAX,
} from '../limits.ts';

const Deadline = z
  .int()
  .min(1_000)
  .max(30 * 86_400_000);
const Deadlines = z.strictObject({ readMs: Deadline, readBackMs: Deadline, positionMs: Deadline });

/**
 * The memorandum as data. In force is the newest version that every member put on its own record,
 * byte for byte the same; a member signs each version once at most.
 */
export const Arrangement = z
  .strictObject({
    type: z.literal('arrangement'),
    version: z.int().min(1).max(1_000_000),
    scope: z.string().min(1).max(WORDS_LENGTH_MAX),
    minima: z.strictObject({
      lateralCentimetres: z.int().min(0).max(LATERAL_MINIMUM_CENTIMETRES_MAX),
      verticalCentimetres: z.int().min(0).max(VERTICAL_MINIMUM_CENTIMETRES_MAX),
      timeMs: z.int().min(0).max(TIME_MINIMUM_MS_MAX),
    }),
    minimumLeadMs: z
      .int()
      .min(0)
      .max(30 * 86_400_000),
    deadlines: z.strictObject({
      FLASH: Deadlines,
      IMMEDIATE: Deadlines,
      PRIORITY: Deadlines,
      ROUTINE: Deadlines,
    }),
  })
  .meta({ id: 'Arrangement', description: 'The memorandum of understanding as data' });
export type Arrangement = z.infer<typeof Arrangement>;

const minutes = (count: number): number => count * 60_000;

/**
 * The arrangement that `parley pair` proposes: 5 km, 300 m, no time buffer, 30 minutes of lead, and
 * handling times after doctrine (FLASH read in 60 s; IMMEDIATE 5 min; PRIORITY 30 min, position in
 * 3 h; ROUTINE 6 h, position in 24 h).
 */
export const DEFAULT_ARRANGEMENT: Arrangement = {
  type: 'arrangement',
  version: 1,
  scope: 'Safety of flight between the members of this line. No targets, no intelligence.',
  minima: { lateralCentimetres: 500_000, verticalCentimetres: 30_000, timeMs: 0 },
  minimumLeadMs: minutes(30),
  deadlines: {
    FLASH: { readMs: 60_000, readBackMs: 120_000, positionMs: minutes(10) },
    IMMEDIATE: { readMs: minutes(5), readBackMs: minutes(10), positionMs: minutes(30) },
    PRIORITY: { readMs: minutes(30), readBackMs: minutes(60), positionMs: minutes(180) },
    ROUTINE: { readMs: minutes(360), readBackMs: minutes(720), positionMs: minutes(1440) },
  },
};
