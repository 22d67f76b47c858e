import { z } from 'zod';
import { coded } from './codes.ts';
import { TrafficStatus, Words } from './words.ts';

/** What a suspension may reach. Warnings, accidents and calls for help have no code here. */
export const Suspendable = coded('suspendable', [
  'notices',
  'questions',
  'proposals',
  'statements',
  'contacts',
  'incidents',
  'declarations',
]);
export type Suspendable = z.infer<typeof Suspendable>;

/**
 * What a party says of its end of the channel. SUSPENDED names its scope, its reason and what it
 * would take to resume; whatever it says, warnings, accidents, calls for help and everything that
 * acknowledges stay open.
 */
export const ChannelState = z
  .strictObject({
    type: z.literal('channel-state'),
    status: TrafficStatus,
    state: coded('channel', ['open', 'degraded', 'suspended', 'closed']),
    scope: z.array(Suspendable).max(7),
    reason: coded('channel-reason', [
      'technical',
      'maintenance',
      'staffing',
      'political-decision',
      'after-incident',
      'resumed',
    ]),
    resumption: Words.optional(),
    words: Words.optional(),
  })
  .meta({ id: 'ChannelState', description: 'What a party says of its end of the channel' });
export type ChannelState = z.infer<typeof ChannelState>;
