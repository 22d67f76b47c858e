// The vertices of one shape as directions from the Earth's centre, with long edges cut. Near the
// first vertex the sine and cosine of an angle come from those of the first and a short series:
// four functions a vertex would be half of what it costs to enter a volume.
import type { Position } from '@parley/geo';
import geodesicLibrary from 'geographiclib-geodesic';
import { STAGE_VERTICES_MAX } from './core/layout.ts';

/** Longer edges are cut, metres. */
const EDGE_METRES_MAX = 100_000;
const SEMI_MAJOR_METRES = 6378137;
const ECCENTRICITY_SQUARED = 0.0066943799901413165;
const RADIANS_PER_E7 = Math.PI / 180e7;
/** Up to here (255 km) the series are right to 1e-16. */
const NEAR_RADIANS = 0.04;

const wgs84 = geodesicLibrary.Geodesic.WGS84;

/** x, y, z of each vertex; a unit long to 1 %. */
export const directions = new Float64Array(3 * (STAGE_VERTICES_MAX + 1));
let count = 0;
let longestSquare = 0;
/** The first vertex: its angles in radians, their sines and cosines. */
const first = { lat: 0, latSine: 0, latCosine: 1, lon: 0, lonSine: 0, lonCosine: 1 };

/** The number of vertices taken. */
export function verticesTaken(): number {
  return count;
}

/** The square of the longest edge taken, metres, from above. */
export function longestEdgeSquare(): number {
  return longestSquare;
}

export function takeNone(): void {
  count = 0;
  longestSquare = 0;
}

/** Takes a line of vertices; false when there are too many. */
export function takeLine(vertices: readonly Position[]): boolean {
  let before: Position | undefined;
  for (const vertex of vertices) {
    if (!takePlace(vertex)) return false;
    if (before !== undefined && !endEdge(before, vertex)) return false;
    before = vertex;
  }
  return true;
}

/** Takes a ring, its first vertex again at its end. */
export function takeRing(vertices: readonly Position[]): boolean {
  const start = vertices[0];
  const end = vertices.at(-1);
  if (start === undefined || end === undefined) throw new Error('bug: a ring without vertices');
  return takeLine(vertices) && takePlace(start) && endEdge(end, start);
}

/** Takes a vertex. */
export function takePlace({ latE7, lonE7 }: Position): boolean {
  if (count >= STAGE_VERTICES_MAX) return false;
  takeAngles(latE7 * RADIANS_PER_E7, lonE7 * RADIANS_PER_E7);
  return true;
}

/** Looks at the edge to the vertex that was taken last, and cuts it where it is long. */
function endEdge(from: Position, to: Position): boolean {
  const end = 3 * (count - 1);
  const dx = (directions[end] ?? 0) - (directions[end - 3] ?? 0);
  const dy = (directions[end + 1] ?? 0) - (directions[end - 2] ?? 0);
  const dz = (directions[end + 2] ?? 0) - (directions[end - 1] ?? 0);
  // Directions are a unit long to 1 %.
  const square = (dx * dx + dy * dy + dz * dz) * SEMI_MAJOR_METRES ** 2 * 1.03;
  if (square <= EDGE_METRES_MAX ** 2) {
    if (square > longestSquare) longestSquare = square;
    return true;
  }
  count -= 1;
  longestSquare = Math.max(longestSquare, EDGE_METRES_MAX ** 2);
  const line = wgs84.InverseLine(
    from.latE7 / 1e7,
    from.lonE7 / 1e7,
    to.latE7 / 1e7,
    to.lonE7 / 1e7,
  );
  const pieces = Math.ceil(line.s13 / EDGE_METRES_MAX);
  if (count + pieces > STAGE_VERTICES_MAX) return false;
  for (let i = 1; i < pieces; i++) {
    const { lat2 = 0, lon2 = 0 } = line.Position((line.s13 * i) / pieces);
    takeAngles((lat2 * Math.PI) / 180, (lon2 * Math.PI) / 180);
  }
  return takePlace(to);
}

function takeAngles(lat: number, lon: number): void {
  if (count === 0) takeFirst(lat, lon);
  const north = lat - first.lat;
  const east = lon - first.lon;
  const isNear = Math.abs(north) < NEAR_RADIANS && Math.abs(east) < NEAR_RADIANS;
  if (!isNear) {
    put(Math.sin(lat), Math.cos(lat), Math.sin(lon), Math.cos(lon));
    return;
  }
  const northSine = shortSine(north);
  const northCosine = shortCosine(north);
  const eastSine = shortSine(east);
  const eastCosine = shortCosine(east);
  put(
    first.latSine * northCosine + first.latCosine * northSine,
    first.latCosine * northCosine - first.latSine * northSine,
    first.lonSine * eastCosine + first.lonCosine * eastSine,
    first.lonCosine * eastCosine - first.lonSine * eastSine,
  );
}

function takeFirst(lat: number, lon: number): void {
  first.lat = lat;
  first.latSine = Math.sin(lat);
  first.latCosine = Math.cos(lat);
  first.lon = lon;
  first.lonSine = Math.sin(lon);
  first.lonCosine = Math.cos(lon);
}

function put(latSine: number, latCosine: number, lonSine: number, lonCosine: number): void {
  const at = 3 * count;
  directions[at] = latCosine * lonCosine;
  directions[at + 1] = latCosine * lonSine;
  directions[at + 2] = (1 - ECCENTRICITY_SQUARED) * latSine;
  count += 1;
}

function shortSine(x: number): number {
  const square = x * x;
  return x * (1 - square * (1 / 6) * (1 - square * (1 / 20) * (1 - square * (1 / 42))));
}

function shortCosine(x: number): number {
  const square = x * x;
  return 1 - square * 0.5 * (1 - square * (1 / 12) * (1 - square * (1 / 30)));
}
