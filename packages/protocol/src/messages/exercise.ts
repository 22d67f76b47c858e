import { z } from 'zod';
import { WireVolume } from '../geometry.ts';
import { VOLUMES_MAX } from '../limits.ts';
import { CivilAviation } from './civil-aviation.ts';
import { coded } from './codes.ts';
import { NOTICE } from './notice.ts';
import { Label } from './words.ts';

/** An exercise, a firing or a launch: where it is held, and where what is fired may come down. */
export const Exercise = z
  .strictObject({
    ...NOTICE,
    kind: z.literal('exercise'),
    form: coded('exercise', ['exercise', 'firing', 'launch']),
    designation: Label,
    purpose: coded('exercise-purpose', ['training', 'test', 'readiness-check', 'demonstration']),
    commandLevel: coded('command-level', ['local', 'regional', 'national', 'multinational']),
    liveFire: z.boolean(),
    impactVolumes: z.array(WireVolume).max(VOLUMES_MAX).optional(),
    civilAviation: CivilAviation.optional(),
  })
  .meta({ id: 'Exercise', description: 'Exercise, firing or launch' });
export type Exercise = z.infer<typeof Exercise>;
