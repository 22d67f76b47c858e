// Rings for a flat map: longitudes run on across the antimeridian instead of jumping by 360.
import type { Position } from '@parley/geo';

/** Longitude and latitude in degrees; the longitude may lie beyond 180. */
export type LonLat = readonly [number, number];
export type Bounds = {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
};

/** The Mercator map ends here. */
const MAP_LATITUDE_MAX = 85.051;

/**
 * An open ring as a closed one whose neighbours are never more than 180 degrees of longitude apart.
 * A ring around a pole is led along the map's edge, so that it encloses the pole. Empty for fewer
 * than two positions.
 */
export function unwrappedRing(ring: readonly Position[]): LonLat[] {
  return unwrappedDegrees(ring.map(degreesOf));
}

/** The same for an open ring in degrees. */
export function unwrappedDegrees(ring: readonly LonLat[]): LonLat[] {
  const first = ring[0];
  if (first === undefined || ring.length < 2) return [];
  const open = runningOn([...ring, first]);
  const [start, end] = [open[0], open.at(-1)];
  if (start === undefined || end === undefined || Math.abs(end[0] - start[0]) < 180) return open;
  // Winding once around the globe: the pole on the side where the ring lies is inside.
  const sum = open.reduce((total, [, lat]) => total + lat, 0);
  const edge = sum < 0 ? -MAP_LATITUDE_MAX : MAP_LATITUDE_MAX;
  return [...open, [end[0], edge], [start[0], edge], start];
}

/** A line whose neighbours are never more than 180 degrees of longitude apart. */
export function unwrappedLine(line: readonly Position[]): LonLat[] {
  return runningOn(line.map(degreesOf));
}

function degreesOf({ latE7, lonE7 }: Position): LonLat {
  return [lonE7 / 1e7, latE7 / 1e7];
}

function runningOn(line: readonly LonLat[]): LonLat[] {
  let before: number | undefined;
  return line.map(([stated, lat]) => {
    const lon = before === undefined ? stated : nearestTurn(stated, before);
    before = lon;
    return [lon, lat];
  });
}

/** The box around all rings, each turned to lie nearest to the first; undefined for none. */
export function boundsOf(rings: readonly (readonly LonLat[])[]): Bounds | undefined {
  const reference = rings.find((ring) => ring.length > 0)?.[0]?.[0];
  if (reference === undefined) return undefined;
  let bounds: Bounds = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const ring of rings) {
    const start = ring[0]?.[0];
    if (start === undefined) continue;
    const shift = nearestTurn(start, reference) - start;
    for (const [lon, lat] of ring) {
      bounds = {
        west: Math.min(bounds.west, lon + shift),
        south: Math.min(bounds.south, lat),
        east: Math.max(bounds.east, lon + shift),
        north: Math.max(bounds.north, lat),
      };
    }
  }
  return bounds;
}

/** A longitude of the map as one of -180 to 180. */
export function wrappedDegrees(lon: number): number {
  const turned = nearestTurn(lon, 0);
  return turned === 180 && lon < 0 ? -180 : turned;
}

function nearestTurn(lon: number, reference: number): number {
  return lon - 360 * Math.round((lon - reference) / 360);
}
