// Borders as arcs, unpacked when first needed: whether a point is inside a set of them, and the
// nearest point on them. Edges are straight in degrees, as the maps that they come from draw them.
import { present } from '../reading/present.ts';
import type { Position } from '../position/position.ts';

/** The nearest point found, and how far it is in a straight line through the earth, metres. */
export type Nearest = { readonly metres: number; readonly lat: number; readonly lon: number };

/** A set of arcs that bounds an area: a point is inside when a ray crosses them an odd time. */
export type Shape = readonly Arc[];

type Box = readonly [west: number, south: number, east: number, north: number];
export type Arc = {
  /** Longitude and latitude in turn, degrees. */
  readonly points: Float64Array;
  readonly box: Box;
  /** No country lies on its other side. */
  readonly isCoast: boolean;
  /** Made when the first distance is measured. */
  runs?: readonly Run[];
};
/** Some edges after one another, with a ball round them that saves looking at them. */
type Run = {
  readonly points: Float64Array;
  readonly vectors: Float64Array;
  readonly centre: Vector;
  readonly radius: number;
};
export type Vector = readonly [x: number, y: number, z: number];

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map(Array.from(LETTERS, (letter, value) => [letter, value]));
/** An edge is measured in steps of this: a chord is then within 8 m of what is straight in degrees. */
const STEP_DEGREES = 0.25;
const RUN_EDGES_MAX = 32;
/** WGS-84: semi-major axis in metres, first eccentricity squared (NGA.STND.0036). */
const AXIS_METRES = 6_378_137;
const ECCENTRICITY_SQUARED = 0.00669437999014;

/** Integers packed as Base64 VLQ (ECMA-426), each number less the one `stride` before. */
export function unpacked(text: string, stride: number): number[] {
  const numbers: number[] = [];
  let [number, shift] = [0, 0];
  for (const letter of text) {
    const value = present(VALUES.get(letter));
    number += (value & 31) * 2 ** shift;
    shift += 5;
    if (value > 31) continue;
    const step = number % 2 === 1 ? -(number - 1) / 2 : number / 2;
    numbers.push(step + (numbers[numbers.length - stride] ?? 0));
    [number, shift] = [0, 0];
  }
  return numbers;
}

export function arcOf(packed: string, unitsPerDegree: number, isCoast: boolean): Arc {
  const points = Float64Array.from(unpacked(packed, 2), (units) => units / unitsPerDegree);
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 2) {
    const [lon, lat] = [present(points[i]), present(points[i + 1])];
    [west, south] = [Math.min(west, lon), Math.min(south, lat)];
    [east, north] = [Math.max(east, lon), Math.max(north, lat)];
  }
  return { points, box: [west, south, east, north], isCoast };
}

/** Whether a ray to the east crosses the shape an odd number of times. Degrees. */
export function isInside(shape: Shape, lat: number, lon: number): boolean {
  let inside = false;
  for (const { points, box } of shape) {
    if (lat < box[1] || lat >= box[3] || lon >= box[2]) continue;
    const last = points.length - 2;
    if (lon < box[0]) {
      // All of the arc is east of the point: only its ends decide.
      if (present(points[1]) > lat !== present(points[last + 1]) > lat) inside = !inside;
      continue;
    }
    for (let i = 0; i < last; i += 2) {
      const [lonA, latA] = [present(points[i]), present(points[i + 1])];
      const [lonB, latB] = [present(points[i + 2]), present(points[i + 3])];
      if (latA > lat === latB > lat) continue;
      if (lon < lonA + ((lat - latA) / (latB - latA)) * (lonB - lonA)) inside = !inside;
    }
  }
  return inside;
}

/**
 * The point of the shape nearest to the position, measured through the earth, if it is nearer than
 * `limitMetres`. Map edges at 180 degrees and at the south pole are no borders and do not count.
 */
export function nearestOn(shape: Shape, from: Vector, limitMetres: number): Nearest | undefined {
  const runs = shape
    .flatMap(runsOf)
    .map((run) => ({ run, least: distanceBetween(run.centre, from) - run.radius }))
    .filter(({ least }) => least < limitMetres)
    .sort((a, b) => a.least - b.least);
  let nearest: Nearest | undefined;
  for (const { run, least } of runs) {
    const limit = nearest?.metres ?? limitMetres;
    if (least >= limit) break;
    nearest = nearestInRun(run, from, limit) ?? nearest;
  }
  return nearest;
}

/** Earth-centred coordinates of a point of the WGS-84 ellipsoid, metres. */
export function vectorOf(lat: number, lon: number): Vector {
  const [phi, lambda] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180];
  const sine = Math.sin(phi);
  const normal = AXIS_METRES / Math.sqrt(1 - ECCENTRICITY_SQUARED * sine * sine);
  const across = normal * Math.cos(phi);
  const z = normal * (1 - ECCENTRICITY_SQUARED) * sine;
  return [across * Math.cos(lambda), across * Math.sin(lambda), z];
}

/** Latitude and longitude in degrees; longitude -180 to below 180. */
export function degreesOf({ latE7, lonE7 }: Position): readonly [lat: number, lon: number] {
  return [latE7 / 1e7, lonE7 === 1_800_000_000 ? -180 : lonE7 / 1e7];
}

function distanceBetween(a: Vector, b: Vector): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function runsOf(arc: Arc): readonly Run[] {
  arc.runs ??= runsAlong(arc.points);
  return arc.runs;
}

function runsAlong(points: Float64Array): Run[] {
  const runs: Run[] = [];
  let run: number[] = [];
  const close = (): void => {
    if (run.length > 2) runs.push(runOf(Float64Array.from(run)));
    run = [];
  };
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [lonA, latA] = [present(points[i]), present(points[i + 1])];
    const [lonB, latB] = [present(points[i + 2]), present(points[i + 3])];
    const isSeam = (Math.abs(lonA) === 180 && lonA === lonB) || (latA === -90 && latB === -90);
    if (isSeam) {
      close();
      continue;
    }
    if (run.length === 0) run.push(lonA, latA);
    const steps = Math.ceil(Math.max(Math.abs(lonB - lonA), Math.abs(latB - latA)) / STEP_DEGREES);
    for (let step = 1; step <= steps; step += 1) {
      const part = step / steps;
      run.push(lonA + (lonB - lonA) * part, latA + (latB - latA) * part);
      if (run.length <= 2 * RUN_EDGES_MAX) continue;
      const end = run.slice(-2);
      close();
      run.push(...end);
    }
  }
  close();
  return runs;
}

function runOf(points: Float64Array): Run {
  const vectors: number[] = [];
  for (let i = 0; i < points.length; i += 2) {
    vectors.push(...vectorOf(present(points[i + 1]), present(points[i])));
  }
  const each = (k: number): number[] => vectors.filter((_, i) => i % 3 === k);
  const middle = (k: number): number => (Math.min(...each(k)) + Math.max(...each(k))) / 2;
  const centre: Vector = [middle(0), middle(1), middle(2)];
  let radius = 0;
  for (let i = 0; i < vectors.length; i += 3) {
    const [x, y, z] = [present(vectors[i]), present(vectors[i + 1]), present(vectors[i + 2])];
    radius = Math.max(radius, distanceBetween(centre, [x, y, z]));
  }
  return { points, vectors: Float64Array.from(vectors), centre, radius };
}

function nearestInRun(run: Run, from: Vector, limitMetres: number): Nearest | undefined {
  const { points, vectors } = run;
  let [best, edge, share] = [limitMetres * limitMetres, -1, 0];
  for (let i = 0; 3 * i + 5 < vectors.length; i += 1) {
    const [x, y, z] = [0, 1, 2].map((k) => present(vectors[3 * i + k])) as [number, number, number];
    const [dx, dy, dz] = [
      present(vectors[3 * i + 3]) - x,
      present(vectors[3 * i + 4]) - y,
      present(vectors[3 * i + 5]) - z,
    ];
    const [px, py, pz] = [from[0] - x, from[1] - y, from[2] - z];
    const squared = dx * dx + dy * dy + dz * dz;
    const along = squared === 0 ? 0 : (px * dx + py * dy + pz * dz) / squared;
    const t = Math.min(1, Math.max(0, along));
    const off = (px - t * dx) ** 2 + (py - t * dy) ** 2 + (pz - t * dz) ** 2;
    if (off < best) [best, edge, share] = [off, i, t];
  }
  if (edge === -1) return undefined;
  const between = (k: number): number => {
    const [a, b] = [present(points[2 * edge + k]), present(points[2 * edge + k + 2])];
    return a + (b - a) * share;
  };
  return { metres: Math.sqrt(best), lon: between(0), lat: between(1) };
}
