// What every object of a line says about itself besides its matter (DOMAIN 3.2).
import { z } from 'zod';
import { PartyId } from '../identity.ts';
import { MEMBERS_MAX, ONWARD_MAX } from '../limits.ts';
import { Precedence } from '../precedence.ts';
import { coded } from './codes.ts';
import { Label, TrafficStatus, Words } from './words.ts';

/** What kind of third party something may be passed on to. */
export const ThirdParty = coded('third-party', ['ally', 'proxy', 'air-traffic-control', 'relief']);

/**
 * Leave to pass it on: to whom, what for, and whether a receipt must come back. Without leave
 * nothing goes further than the line.
 */
export const OnwardLeave = z
  .strictObject({
    to: Label,
    kind: ThirdParty,
    purpose: coded('purpose', ['separation', 'instruction', 'civil-traffic', 'relief']),
    mustAcknowledge: z.boolean(),
  })
  .meta({ id: 'OnwardLeave', description: 'Leave to pass it on to a third party' });
export type OnwardLeave = z.infer<typeof OnwardLeave>;

/** Who must act, and who is only told. Without it every other member must act. */
export const Addressees = z
  .strictObject({
    action: z.array(PartyId).min(1).max(MEMBERS_MAX),
    info: z.array(PartyId).max(MEMBERS_MAX),
  })
  .meta({ id: 'Addressees', description: 'Action and information addressees' });
export type Addressees = z.infer<typeof Addressees>;

/** A role that answers, where, and when that was last tried out. Never a person. */
export const CallBack = z
  .strictObject({ role: Label, number: Label })
  .meta({ id: 'CallBack', description: 'A role and where it answers' });

/** Fields of every object that has a precedence of its own. */
export const ENVELOPE = {
  precedence: Precedence,
  status: TrafficStatus,
  addressees: Addressees.optional(),
  onward: z.array(OnwardLeave).max(ONWARD_MAX).optional(),
  words: Words.optional(),
} as const;
