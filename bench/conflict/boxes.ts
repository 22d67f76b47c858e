// What the peers index of a volume: its box in degrees, metres and seconds. Boxes have room for the
// bulge of geodesic edges, so that no peer misses a pair; the exact test is the same for all.
import type { Position } from '../../packages/geo/src/index.ts';
import type { Volume } from '../../packages/conflict/src/index.ts';

export type Box = {
  readonly id: number;
  readonly minLon: number;
  readonly maxLon: number;
  readonly minLat: number;
  readonly maxLat: number;
  readonly lower: number;
  readonly upper: number;
  readonly start: number;
  readonly end: number;
};

/** An edge of 100 km at 44 degrees bulges by 190 m. */
const ROOM_DEGREES = 0.002;
const START_MS = 1_790_000_000_000;

/** The box of a volume of `realisticVolumes`: an area, heights above mean sea level. */
export function boxOf({ outline, band, window }: Volume, id: number): Box {
  const ring = ringOf(outline);
  const [lats, lons] = [ring.map(({ latE7 }) => latE7 / 1e7), ring.map(({ lonE7 }) => lonE7 / 1e7)];
  if (band.lower.kind !== 'height' || band.upper.kind !== 'height') throw new Error('no heights');
  return {
    id,
    minLon: Math.min(...lons) - ROOM_DEGREES,
    maxLon: Math.max(...lons) + ROOM_DEGREES,
    minLat: Math.min(...lats) - ROOM_DEGREES,
    maxLat: Math.max(...lats) + ROOM_DEGREES,
    lower: band.lower.centimetres,
    upper: band.upper.centimetres,
    start: window.startMs - START_MS,
    end: window.endMs - START_MS,
  };
}

export function ringOf(outline: Volume['outline']): readonly Position[] {
  if (outline.kind !== 'polygon') throw new Error('the data has areas alone');
  return outline.ring;
}

/** Whether two boxes share height and time; touching is not sharing. */
export function sharesHeightAndTime(a: Box, b: Box): boolean {
  return a.lower < b.upper && b.lower < a.upper && a.start < b.end && b.start < a.end;
}
