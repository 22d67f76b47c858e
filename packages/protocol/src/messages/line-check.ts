import { z } from 'zod';
import { Ref } from '../identity.ts';

/** A human asks whether a human is there. Separate from the machines' heartbeat. */
export const LineCheck = z
  .strictObject({ type: z.literal('line-check') })
  .meta({ id: 'LineCheck', description: 'Human line check' });
export type LineCheck = z.infer<typeof LineCheck>;

/** A human of the other party answers a line check. */
export const LineCheckAnswer = z
  .strictObject({ type: z.literal('line-check-answer'), ref: Ref })
  .meta({ id: 'LineCheckAnswer', description: 'Answer to a human line check' });
export type LineCheckAnswer = z.infer<typeof LineCheckAnswer>;
