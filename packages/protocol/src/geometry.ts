// Volumes on the wire: integers of 1e-7 degree, centimetres, milliseconds UTC (DESIGN: Records).
import { z } from 'zod';
import {
  HEIGHT_CENTIMETRES_MAX,
  HEIGHT_CENTIMETRES_MIN,
  RADIUS_CENTIMETRES_MAX,
  SETTING_DECIHECTOPASCALS_MAX,
  SETTING_DECIHECTOPASCALS_MIN,
  TIME_MS_MAX,
  VERTICES_MAX,
} from './limits.ts';

export const InstantMs = z
  .int()
  .min(0)
  .max(TIME_MS_MAX)
  .meta({ id: 'InstantMs', description: 'Milliseconds UTC since 1970-01-01' });

export const PositionE7 = z
  .strictObject({
    latE7: z.int().min(-900_000_000).max(900_000_000),
    lonE7: z.int().min(-1_800_000_000).max(1_800_000_000),
  })
  .meta({ id: 'Position', description: 'WGS-84 latitude and longitude, 1e-7 degree' });

const Extent = z.int().min(1).max(RADIUS_CENTIMETRES_MAX);

export const OutlineShape = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('polygon'),
      ring: z.array(PositionE7).min(3).max(VERTICES_MAX),
    }),
    z.strictObject({ kind: z.literal('circle'), centre: PositionE7, radiusCentimetres: Extent }),
    z.strictObject({
      kind: z.literal('corridor'),
      line: z.array(PositionE7).min(2).max(VERTICES_MAX),
      halfWidthCentimetres: Extent,
    }),
  ])
  .meta({ id: 'Outline', description: 'Shape on the ground; edges are WGS-84 geodesics' });

export const HeightLimit = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('height'),
      centimetres: z.int().min(HEIGHT_CENTIMETRES_MIN).max(HEIGHT_CENTIMETRES_MAX),
      unit: z.enum(['m', 'ft', 'FL']),
      reference: z.enum(['HAE', 'AMSL', 'AGL', 'STD', 'QNH', 'QFE']),
      settingDecihectopascals: z
        .int()
        .min(SETTING_DECIHECTOPASCALS_MIN)
        .max(SETTING_DECIHECTOPASCALS_MAX)
        .meta({ description: 'With QNH and QFE alone: what the altimeter is set to, if stated' })
        .exactOptional(),
      excluded: z.literal(true).exactOptional(),
    }),
    z.strictObject({ kind: z.literal('surface') }),
    z.strictObject({ kind: z.literal('unlimited') }),
  ])
  .meta({ id: 'HeightBound', description: 'A height as stated, the surface, or unlimited' });

export const WireVolume = z
  .strictObject({
    outline: OutlineShape,
    band: z.strictObject({ lower: HeightLimit, upper: HeightLimit }),
    window: z.strictObject({ startMs: InstantMs, endMs: InstantMs }),
  })
  .meta({ id: 'Volume', description: 'Outline x altitude band x time window' });
export type WireVolume = z.infer<typeof WireVolume>;
