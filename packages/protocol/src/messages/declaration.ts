// Declarations: signed, scoped and expiring, so that they can be held against who made them.
import { z } from 'zod';
import { InstantMs, WireVolume } from '../geometry.ts';
import { Ref } from '../identity.ts';
import { COUNT_MAX, DEPLOYMENT_ITEMS_MAX, VOLUMES_MAX } from '../limits.ts';
import { coded } from './codes.ts';
import { ENVELOPE } from './envelope.ts';
import { Label, Words } from './words.ts';

const DECLARATION = {
  type: z.literal('declaration'),
  ...ENVELOPE,
  title: Label,
  basis: coded('basis', ['direct-knowledge', 'reported-to-us', 'assessed']),
  /** After it the declaration says nothing any more. */
  expiresMs: InstantMs,
  supersedes: Ref.optional(),
} as const;

/** Whose forces are meant. An observation of others is contestable, and theirs to answer. */
const Standing = coded('standing', ['our-own', 'observed']);

/** A kind and a number, as the declarer states them; no unit, no model. */
const Deployed = z.strictObject({
  kind: coded('deployed', [
    'personnel',
    'housing-units',
    'air-traffic-control-station',
    'vehicles',
    'armoured-vehicles',
    'artillery',
    'tanks',
    'aircraft',
    'helicopters',
    'unmanned-aircraft',
    'air-defence',
    'vessels',
    'other',
  ]),
  count: z.int().min(0).max(COUNT_MAX).optional(),
  accuracy: coded('accuracy', ['exact', 'about', 'at-least', 'not-stated']),
});

/** What is at a place. */
export const DeploymentDeclaration = z
  .strictObject({
    ...DECLARATION,
    matter: z.literal('deployment'),
    whose: Standing,
    volumes: z.array(WireVolume).min(1).max(VOLUMES_MAX),
    items: z.array(Deployed).min(1).max(DEPLOYMENT_ITEMS_MAX),
  })
  .meta({ id: 'DeploymentDeclaration', description: 'What is deployed at a place' });

/** None of ours in an area, and how far that reaches (Khasham, 2018). */
export const AbsenceDeclaration = z
  .strictObject({
    ...DECLARATION,
    matter: z.literal('absence'),
    reach: coded('reach', ['under-our-control', 'known-to-us', 'not-known-to-us']),
    volumes: z.array(WireVolume).min(1).max(VOLUMES_MAX),
  })
  .meta({ id: 'AbsenceDeclaration', description: 'No forces of ours in an area' });

/** What is meant to be done, by horizon. A horizon that is left out was not stated. */
export const IntentionsDeclaration = z
  .strictObject({
    ...DECLARATION,
    matter: z.literal('intentions'),
    horizons: z
      .array(
        z.strictObject({
          horizon: coded('horizon', ['short-term', 'medium-term', 'long-term']),
          intention: Words,
        }),
      )
      .min(1)
      .max(3),
  })
  .meta({ id: 'IntentionsDeclaration', description: 'Intentions by horizon' });

export const Declaration = z.discriminatedUnion('matter', [
  DeploymentDeclaration,
  AbsenceDeclaration,
  IntentionsDeclaration,
]);
export type Declaration = z.infer<typeof Declaration>;
