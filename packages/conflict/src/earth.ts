// The WGS-84 surface as vectors from the Earth's centre, in metres (ECEF: x to 0 N 0 E, z to the
// north pole). Everything lateral in this package works on these, so neither the antimeridian nor
// a pole is a special case. A geodesic is cut into arcs short enough that the plane through the
// Earth's centre and both ends holds the geodesic to a millimetre (ARC_METRES_MAX).
import geodesicLibrary from 'geographiclib-geodesic';
import type { Position } from '@parley/geo';

export type Vector = readonly [x: number, y: number, z: number];

/** WGS-84: semi-major axis, flattening, semi-minor axis (NIMA TR8350.2). */
export const SEMI_MAJOR_METRES = 6378137;
const FLATTENING = 1 / 298.257223563;
const SEMI_MINOR_METRES = SEMI_MAJOR_METRES * (1 - FLATTENING);
const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);

/** Longest arc that stands for a piece of geodesic. At 4 km the two part by less than 1 mm. */
export const ARC_METRES_MAX = 4000;

const wgs84 = geodesicLibrary.Geodesic.WGS84;

/** The point on the ellipsoid at a position. */
export function surfaceVector(position: Position): Vector {
  return vectorAt(position.latE7 / 1e7, position.lonE7 / 1e7);
}

/** The position (to 1e-7 degree) of a point on the ellipsoid. */
export function surfacePosition(v: Vector): Position {
  const { lat, lon } = degreesOf(v);
  return { latE7: Math.round(lat * 1e7) + 0, lonE7: Math.round(lon * 1e7) + 0 };
}

/** The point of the ellipsoid on the ray from the Earth's centre through `v`. */
export function onSurface(x: number, y: number, z: number): Vector {
  const flat = (x * x + y * y) / (SEMI_MAJOR_METRES * SEMI_MAJOR_METRES);
  const k = 1 / Math.sqrt(flat + (z * z) / (SEMI_MINOR_METRES * SEMI_MINOR_METRES));
  return [x * k, y * k, z * k];
}

/** Length of the geodesic between two points of the ellipsoid, metres (Karney 2013). */
export function geodesicMetres(a: Vector, b: Vector): number {
  const p = degreesOf(a);
  const q = degreesOf(b);
  const solved = wgs84.Inverse(p.lat, p.lon, q.lat, q.lon, geodesicLibrary.Geodesic.DISTANCE);
  return solved.s12 ?? 0;
}

/** The point `metres` from `from` along the geodesic towards `to`; `from` itself when they meet. */
export function towards(from: Vector, to: Vector, metres: number): Vector {
  if (metres === 0) return from;
  const p = degreesOf(from);
  const q = degreesOf(to);
  const line = wgs84.InverseLine(p.lat, p.lon, q.lat, q.lon);
  const at = line.Position(metres);
  return vectorAt(at.lat2 ?? p.lat, at.lon2 ?? p.lon);
}

/** Points that cut the geodesic from `a` to `b` into equal arcs, without `a`, with `b`. */
export function arcEnds(a: Position, b: Position): Vector[] {
  const end = surfaceVector(b);
  if (chordMetres(surfaceVector(a), end) < ARC_METRES_MAX * 0.999) return [end];
  const line = wgs84.InverseLine(a.latE7 / 1e7, a.lonE7 / 1e7, b.latE7 / 1e7, b.lonE7 / 1e7);
  const arcs = Math.ceil(line.s13 / ARC_METRES_MAX);
  const points: Vector[] = [];
  for (let i = 1; i < arcs; i++) {
    const at = line.Position((line.s13 * i) / arcs);
    points.push(vectorAt(at.lat2 ?? 0, at.lon2 ?? 0));
  }
  points.push(end);
  return points;
}

/** Straight distance through the Earth, metres: never more than the geodesic. */
export function chordMetres(a: Vector, b: Vector): number {
  const [x, y, z] = [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
  return Math.sqrt(x * x + y * y + z * z);
}

/** Two unit vectors, at right angles to `v` and to each other. */
export function axesAt(v: Vector): readonly [Vector, Vector] {
  const flat = Math.hypot(v[0], v[1]);
  const east: Vector = flat < 1 ? [1, 0, 0] : [-v[1] / flat, v[0] / flat, 0];
  const [x, y, z] = [
    v[1] * east[2] - v[2] * east[1],
    v[2] * east[0] - v[0] * east[2],
    v[0] * east[1] - v[1] * east[0],
  ];
  const length = Math.hypot(x, y, z);
  return [east, [x / length, y / length, z / length]];
}

function vectorAt(latDegrees: number, lonDegrees: number): Vector {
  const lat = (latDegrees * Math.PI) / 180;
  const lon = (lonDegrees * Math.PI) / 180;
  const sinLat = Math.sin(lat);
  const normal = SEMI_MAJOR_METRES / Math.sqrt(1 - ECCENTRICITY_SQUARED * sinLat * sinLat);
  const flat = Math.abs(latDegrees) === 90 ? 0 : normal * Math.cos(lat);
  const z = normal * (1 - ECCENTRICITY_SQUARED) * sinLat;
  return [flat * Math.cos(lon), flat * Math.sin(lon), z];
}

function degreesOf(v: Vector): { lat: number; lon: number } {
  const flat = Math.hypot(v[0], v[1]);
  const lat = Math.atan2(v[2], flat * (1 - ECCENTRICITY_SQUARED));
  return { lat: (lat * 180) / Math.PI, lon: (Math.atan2(v[1], v[0]) * 180) / Math.PI };
}
