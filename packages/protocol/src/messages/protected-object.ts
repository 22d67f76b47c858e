import { z } from 'zod';
import { InstantMs } from '../geometry.ts';
import { HashHex, Ref } from '../identity.ts';
import { PHOTOGRAPHS_MAX, RADIUS_CENTIMETRES_MAX } from '../limits.ts';
import { coded } from './codes.ts';
import { NOTICE } from './notice.ts';
import { Label, Words } from './words.ts';

/**
 * Adds one object that must not be struck. Its volumes are its footprint. Adding and removing are
 * two messages, never one; that an object is not listed removes no protection.
 */
export const ProtectedObject = z
  .strictObject({
    ...NOTICE,
    kind: z.literal('protected-object'),
    category: coded('protected', [
      'medical',
      'water',
      'power',
      'school',
      'camp',
      'cultural',
      'united-nations',
      'red-cross',
      'relief',
      'other-civilian',
    ]),
    function: Label,
    precisionCentimetres: z.int().min(1).max(RADIUS_CENTIMETRES_MAX),
    verification: coded('verification', [
      'unverified',
      'by-notifier',
      'by-second-source',
      'on-site',
    ]),
    verifiedBy: Label.optional(),
    verifiedMs: InstantMs.optional(),
    /** After it the entry is stale until it is confirmed by a new version. */
    reviewMs: InstantMs,
    /** How closely the notifier chose to show it. */
    exposure: coded('exposure', ['exact', 'footprint', 'area-only']),
    photographs: z.array(HashHex).max(PHOTOGRAPHS_MAX).optional(),
  })
  .meta({ id: 'ProtectedObject', description: 'Adds one object that must not be struck' });
export type ProtectedObject = z.infer<typeof ProtectedObject>;

/** Takes a protected object of one's own off the list: an explicit act of two people. */
export const Removal = z
  .strictObject({
    type: z.literal('removal'),
    ref: Ref,
    reason: coded('removal', ['closed', 'moved', 'listed-in-error', 'asked-by-its-staff']),
    words: Words.optional(),
  })
  .meta({ id: 'Removal', description: 'Takes a protected object off the list' });
export type Removal = z.infer<typeof Removal>;
