// An independent answer to every lateral question, with other arithmetic than the package has:
// no vectors and no planes, only geodesic azimuths and lengths from GeographicLib.
import geodesicLibrary from 'geographiclib-geodesic';
import type { Position } from '@parley/geo';

const wgs84 = geodesicLibrary.Geodesic.WGS84;

export type Point = readonly [lat: number, lon: number];

export function degrees(p: Position): Point {
  return [p.latE7 / 1e7, p.lonE7 / 1e7];
}

export function metresBetween(a: Point, b: Point): number {
  return wgs84.Inverse(a[0], a[1], b[0], b[1]).s12 ?? NaN;
}

export function azimuthBetween(a: Point, b: Point): number {
  return wgs84.Inverse(a[0], a[1], b[0], b[1]).azi1 ?? NaN;
}

export function destination(from: Point, azimuth: number, metres: number): Point {
  const end = wgs84.Direct(from[0], from[1], azimuth, metres);
  return [end.lat2 ?? NaN, end.lon2 ?? NaN];
}

/** Points every `stepMetres` along the geodesics of a ring, vertices included. */
export function sampledRing(ring: readonly Point[], stepMetres: number): Point[] {
  return ring.flatMap((from, i) => {
    const to = ring[(i + 1) % ring.length] ?? from;
    const line = wgs84.InverseLine(from[0], from[1], to[0], to[1]);
    const steps = Math.max(1, Math.ceil(line.s13 / stepMetres));
    return Array.from({ length: steps }, (_, k): Point => {
      const p = line.Position((line.s13 * k) / steps);
      return [p.lat2 ?? NaN, p.lon2 ?? NaN];
    });
  });
}

/** Winding number about `p` of a ring that is sampled finely, by summed turns of azimuth. */
export function isInside(p: Point, samples: readonly Point[]): boolean {
  const azimuths = samples.map((s) => wgs84.Inverse(p[0], p[1], s[0], s[1]).azi1 ?? NaN);
  let turned = 0;
  for (const [i, azimuth] of azimuths.entries()) {
    const next = azimuths[(i + 1) % azimuths.length] ?? NaN;
    turned += ((((next - azimuth + 180) % 360) + 360) % 360) - 180;
  }
  return Math.abs(turned) > 180;
}

/** Distance from a point to the geodesic between two others, by golden section, to 0.1 mm. */
export function metresToEdge(p: Point, from: Point, to: Point): number {
  const line = wgs84.InverseLine(from[0], from[1], to[0], to[1]);
  const at = (s: number): number => {
    const q = line.Position(s);
    return metresBetween(p, [q.lat2 ?? NaN, q.lon2 ?? NaN]);
  };
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [0, line.s13];
  for (let i = 0; i < 70; i++) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)];
    if (at(left) < at(right)) high = right;
    else low = left;
  }
  return Math.min(at(0), at(line.s13), at((low + high) / 2));
}

export function metresToRing(p: Point, ring: readonly Point[]): number {
  return Math.min(
    ...ring.map((from, i) => metresToEdge(p, from, ring[(i + 1) % ring.length] ?? from)),
  );
}

/** Distance between two rings that do not cross: at a vertex of one of them. */
export function metresBetweenRings(a: readonly Point[], b: readonly Point[]): number {
  return Math.min(
    ...a.map((vertex) => metresToRing(vertex, b)),
    ...b.map((vertex) => metresToRing(vertex, a)),
  );
}
