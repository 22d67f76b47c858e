// A point that moves along a leg, at one speed and with one rate of climb: when it first comes into
// a volume, or nearer to it than the minima. Distance changes no faster than the point moves, so a
// piece of the leg whose middle is farther off than half of the piece is free.
import type { Position } from '@parley/geo';
import { walk } from '@parley/geo';
import { windowOf } from './extent.ts';
import { footprintOf, reachOf } from './footprint.ts';
import type { Footprint } from './footprint.ts';
import { lateralApproach } from './lateral.ts';
import { occurrencesOf } from './time.ts';
import { ellipsoidalSpan } from './vertical.ts';
import type { Minima, Volume } from './volume.ts';

/** Where something is at an instant; its height is above the WGS-84 ellipsoid. */
export type Fix = {
  readonly position: Position;
  readonly heightCentimetres: number;
  readonly instantMs: number;
};

/** From one fix to a later one, along the geodesic between them. */
export type Leg = { readonly from: Fix; readonly to: Fix };

/** Pieces of a leg are not cut finer than this. */
const FINEST_METRES = 0.01;

type Part = readonly [from: number, to: number];

/**
 * The fix at which the moving point first comes nearer to the volume than all three minima at once,
 * or into it; undefined when it never does. Never late, and early by at most 3 cm of way.
 * The fixes must be in order of time, and the volume without fault.
 */
export function firstContact(leg: Leg, volume: Volume, minima: Minima): Fix | undefined {
  const heights = partInBand(leg, volume, minima.verticalCentimetres);
  if (heights === undefined) return undefined;
  const shape = reachOf(volume);
  for (const window of occurrencesOf(windowOf(volume))) {
    const times = partBetween(leg, window.startMs - minima.timeMs, window.endMs + minima.timeMs);
    if (times === undefined) continue;
    const part: Part = [Math.max(heights[0], times[0]), Math.min(heights[1], times[1])];
    if (part[0] > part[1]) continue;
    const at = firstNear(leg, part, shape, minima.lateralCentimetres);
    if (at !== undefined) return fixAt(leg, at);
  }
  return undefined;
}

/** The part of the leg, 0 to 1, flown from one instant until before another. */
function partBetween({ from, to }: Leg, startMs: number, endMs: number): Part | undefined {
  const [begin, end] = [from.instantMs, to.instantMs];
  if (end < startMs || begin >= endMs) return undefined;
  const span = Math.max(1, end - begin);
  return [Math.max(0, (startMs - begin) / span), Math.min(1, (endMs - 1 - begin) / span)];
}

/** The part of the leg in which its height is in the band, or nearer to it than the minimum. */
function partInBand({ from, to }: Leg, volume: Volume, minimum: number): Part | undefined {
  const span = ellipsoidalSpan(volume);
  const [low, high] = [span.lowerCentimetres - minimum, span.upperCentimetres + minimum];
  const [start, climb] = [from.heightCentimetres, to.heightCentimetres - from.heightCentimetres];
  const inside = (height: number): boolean =>
    minimum === 0 ? low <= height && height <= high : low < height && height < high;
  if (climb === 0) return inside(start) ? [0, 1] : undefined;
  const [first, last] = [(low - start) / climb, (high - start) / climb].toSorted((a, b) => a - b);
  const part: Part = [Math.max(0, first ?? 0), Math.min(1, last ?? 1)];
  return part[0] > part[1] ? undefined : part;
}

/** The least part of the leg within `part` at which the point is near the shape. */
function firstNear(leg: Leg, part: Part, shape: Footprint, minimum: number): number | undefined {
  const way = walk(leg.from.position, leg.to.position);
  const isNear = (at: number, centimetres: number): boolean => {
    const { position } = way.at(at * way.lengthMetres);
    const point = footprintOf({ kind: 'circle', centre: position, radiusCentimetres: 0 });
    return lateralApproach(point, shape, centimetres) !== undefined;
  };
  const search = ([from, to]: Part): number | undefined => {
    if (isNear(from, minimum)) return from;
    const metres = (to - from) * way.lengthMetres;
    const middle = (from + to) / 2;
    // Positions are rounded, by less than a centimetre.
    if (!isNear(middle, minimum + Math.ceil(50 * metres) + 1)) return undefined;
    if (metres <= FINEST_METRES) return from;
    return search([from, middle]) ?? search([middle, to]);
  };
  return search(part);
}

function fixAt({ from, to }: Leg, at: number): Fix {
  const way = walk(from.position, to.position);
  const climb = to.heightCentimetres - from.heightCentimetres;
  return {
    position: way.at(at * way.lengthMetres).position,
    heightCentimetres: Math.round(from.heightCentimetres + at * climb),
    instantMs: Math.ceil(from.instantMs + at * (to.instantMs - from.instantMs)),
  };
}

/** All that a leg may touch: as a volume for the index. */
export function hullOfLeg({ from, to }: Leg): Volume {
  const same =
    from.position.latE7 === to.position.latE7 && from.position.lonE7 === to.position.lonE7;
  const heights = [from.heightCentimetres, to.heightCentimetres];
  const limit = (centimetres: number) =>
    ({ kind: 'height', centimetres, unit: 'm', reference: 'HAE' }) as const;
  return {
    outline: same
      ? { kind: 'circle', centre: from.position, radiusCentimetres: 1 }
      : { kind: 'corridor', line: [from.position, to.position], halfWidthCentimetres: 1 },
    band: { lower: limit(Math.min(...heights)), upper: limit(Math.max(...heights)) },
    window: { startMs: from.instantMs, endMs: to.instantMs + 1 },
  };
}
