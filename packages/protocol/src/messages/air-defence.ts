import { z } from 'zod';
import { CivilAviation } from './civil-aviation.ts';
import { coded } from './codes.ts';
import { NOTICE } from './notice.ts';

/**
 * Readiness of air defence over an area, and no more: no position, system or parameter has a
 * field. What it means for civil aviation is not left out (PS752, AZAL 8243).
 */
export const AirDefence = z
  .strictObject({
    ...NOTICE,
    kind: z.literal('air-defence'),
    state: coded('air-defence', ['readiness-raised', 'active', 'ended']),
    reason: coded('air-defence-reason', ['threat-reported', 'exercise', 'standing', 'not-stated']),
    civilAviation: CivilAviation,
  })
  .meta({ id: 'AirDefence', description: 'Air-defence activity over an area' });
export type AirDefence = z.infer<typeof AirDefence>;
