// A key of the party is another from here on: said by its node, on its own record.
import { z } from 'zod';
import { Vkey } from '../vkey.ts';
import { coded } from './codes.ts';

/**
 * From this entry on `key` (a C2SP verifier key) has this role, and the one before it has none.
 * What the key before it signed under earlier entries stands. A witness key of the reason `lost`
 * takes the place of one that no longer knows what it cosigned.
 */
export const KeyChange = z
  .strictObject({
    type: z.literal('key-change'),
    role: coded('key-role', ['witness', 'heartbeat']),
    key: Vkey,
    reason: coded('key-reason', ['rotation', 'exposed', 'lost']),
  })
  .meta({ id: 'KeyChange', description: 'A key of the party is another from here on' });
export type KeyChange = z.infer<typeof KeyChange>;
