// The lines around an area: whether a position is inside of them, how near they come and where.
// Works across the antimeridian and at the poles, because nearness is measured between vectors.
import { present } from '../reading/present.ts';
import type { Position } from '../position/position.ts';

export type Boundary = {
  /** Whether a position is inside, by the even-odd rule over all rings: a hole is outside. */
  readonly has: (position: Position) => boolean;
  /** The point of the lines nearest to a position, when it is nearer than `withinMetres`. */
  readonly nearest: (
    position: Position,
    withinMetres: number,
  ) => { readonly position: Position; readonly metres: number } | undefined;
  /** Degrees; of the parts that are at least a twentieth of the whole. East may be beyond 180. */
  readonly extent: () => Extent;
};

export type Extent = {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
};

/** Latitude and longitude in turn, degrees. */
type Line = Float64Array;

/** Some edges in a row: their ends as unit vectors, within `reach` of the first. */
type Stretch = { readonly vectors: Float64Array; readonly reach: number };

/** All of them, within `reach` of a point between them: most questions end at that. */
type Field = {
  readonly stretches: readonly Stretch[];
  readonly middle: readonly [x: number, y: number, z: number];
  readonly reach: number;
};

type Boxed = Extent & { readonly line: Line };

const DIGITS = new Map(
  Array.from(
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
    (letter, value) => [letter, value] as const,
  ),
);
/** The radius of a sphere as large as the earth; lengths on it are right to 0.6 %. */
const EARTH_METRES = 6_371_009;
/** A map's straight edge of this length leaves the great circle by 110 m at 60 degrees north. */
const EDGE_DEGREES_MAX = 1;
const STRETCH_EDGES = 24;
const MAIN_PART_SHARE = 0.05;
const RADIANS = Math.PI / 180;

/**
 * The boundary that `texts` describe, a ring or a line each: differences of latitude and longitude
 * in 1e-3 degree, in base64 VLQ (Source Map, ECMA-426, section 7). Nothing is decoded before the
 * first question.
 */
export function boundaryOf(texts: readonly string[]): Boundary {
  let boxed: readonly Boxed[] | undefined;
  let field: Field | undefined;
  let extent: Extent | undefined;
  let whole: Extent | undefined;
  const rings = (): readonly Boxed[] => (boxed ??= texts.map((text) => boxedOf(lineOf(text))));
  return {
    has: (position) => {
      const lat = position.latE7 / 1e7;
      const lon = Math.max(-179.999_999_9, Math.min(179.999_999_9, position.lonE7 / 1e7));
      whole ??= around(rings());
      if (isBeside(whole, lat, lon)) return false;
      let inside = false;
      for (const ring of rings()) if (crosses(ring, lat, lon)) inside = !inside;
      return inside;
    },
    nearest: (position, withinMetres) => {
      field ??= fieldOf(rings().flatMap(({ line }) => stretchesOf(line)));
      return nearestOf(field, position, withinMetres);
    },
    extent: () => (extent ??= mainExtent(rings())),
  };
}

function lineOf(text: string): Line {
  const degrees: number[] = [];
  let [lat, lon, value, scale] = [0, 0, 0, 1];
  let isLat = true;
  for (const letter of text) {
    const digit = present(DIGITS.get(letter));
    value += (digit % 32) * scale;
    scale *= 32;
    if (digit >= 32) continue;
    const step = value % 2 === 1 ? -(value - 1) / 2 : value / 2;
    if (isLat) lat += step;
    else degrees.push(lat / 1000, (lon += step) / 1000);
    [isLat, value, scale] = [!isLat, 0, 1];
  }
  return Float64Array.from(degrees);
}

function boxedOf(line: Line): Boxed {
  let [south, west, north, east] = [90, 180, -90, -180];
  for (let i = 0; i < line.length; i += 2) {
    const [lat, lon] = [present(line[i]), present(line[i + 1])];
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
    [west, east] = [Math.min(west, lon), Math.max(east, lon)];
  }
  return { line, south, west, north, east };
}

/** Whether a ray to the east crosses the ring an odd number of times. */
function crosses({ line, ...box }: Boxed, lat: number, lon: number): boolean {
  if (isBeside(box, lat, lon)) return false;
  let odd = false;
  for (let i = 2; i < line.length; i += 2) {
    const [aLat, bLat] = [line[i - 2] ?? 0, line[i] ?? 0];
    if (aLat > lat === bLat > lat) continue;
    const [aLon, bLon] = [line[i - 1] ?? 0, line[i + 1] ?? 0];
    if (lon < aLon + ((lat - aLat) / (bLat - aLat)) * (bLon - aLon)) odd = !odd;
  }
  return odd;
}

function isBeside({ south, west, north, east }: Extent, lat: number, lon: number): boolean {
  return lat < south || lat > north || lon < west || lon > east;
}

function around(boxes: readonly Extent[]): Extent {
  return {
    south: Math.min(...boxes.map(({ south }) => south)),
    west: Math.min(...boxes.map(({ west }) => west)),
    north: Math.max(...boxes.map(({ north }) => north)),
    east: Math.max(...boxes.map(({ east }) => east)),
  };
}

/** Edges along the antimeridian and at the pole are where the map is cut, and bound nothing. */
function stretchesOf(line: Line): Stretch[] {
  const found: Stretch[] = [];
  let vectors: number[] = [];
  const close = (): void => {
    if (vectors.length > 3) found.push(stretchOf(vectors));
    vectors = vectors.slice(-3);
  };
  for (let i = 0; i < line.length; i += 2) {
    const [lat, lon] = [present(line[i]), present(line[i + 1])];
    const [fromLat, fromLon] = [line[i - 2] ?? lat, line[i - 1] ?? lon];
    const isCut = i > 0 && ((Math.abs(lon) === 180 && lon === fromLon) || lat + fromLat === -180);
    if (isCut) {
      close();
      vectors = [];
    }
    const pieces = isCut ? 1 : Math.ceil(longer(lat - fromLat, lon - fromLon) / EDGE_DEGREES_MAX);
    for (let piece = 1; piece <= Math.max(1, pieces); piece += 1) {
      const share = piece / Math.max(1, pieces);
      const [atLat, atLon] = [fromLat + (lat - fromLat) * share, fromLon + (lon - fromLon) * share];
      vectors.push(...(isCut ? vectorOf(lat, lon) : vectorOf(atLat, atLon)));
      if (vectors.length > 3 * STRETCH_EDGES) close();
    }
  }
  close();
  return found;
}

function longer(a: number, b: number): number {
  return Math.max(Math.abs(a), Math.abs(b));
}

function stretchOf(numbers: readonly number[]): Stretch {
  const vectors = Float64Array.from(numbers);
  const [x, y, z] = [vectors[0] ?? 0, vectors[1] ?? 0, vectors[2] ?? 0];
  let reach = 0;
  for (let i = 3; i < vectors.length; i += 3) {
    const [dx, dy] = [(vectors[i] ?? 0) - x, (vectors[i + 1] ?? 0) - y];
    reach = Math.max(reach, Math.hypot(dx, dy, (vectors[i + 2] ?? 0) - z));
  }
  return { vectors, reach };
}

function fieldOf(stretches: readonly Stretch[]): Field {
  const starts = stretches.map(({ vectors }) => [
    vectors[0] ?? 0,
    vectors[1] ?? 0,
    vectors[2] ?? 0,
  ]);
  const mean = (axis: number): number =>
    starts.reduce((sum, start) => sum + (start[axis] ?? 0), 0) / Math.max(1, starts.length);
  const [x, y, z] = [mean(0), mean(1), mean(2)];
  let reach = 0;
  for (const [i, stretch] of stretches.entries()) {
    const [sx = 0, sy = 0, sz = 0] = starts[i] ?? [];
    reach = Math.max(reach, Math.hypot(sx - x, sy - y, sz - z) + stretch.reach);
  }
  return { stretches, middle: [x, y, z], reach };
}

/** On the sphere: the nearest point is found by its chord, which orders as the arc does. */
function nearestOf(
  { stretches, middle, reach: whole }: Field,
  position: Position,
  withinMetres: number,
): { readonly position: Position; readonly metres: number } | undefined {
  const [x, y, z] = vectorOf(position.latE7 / 1e7, position.lonE7 / 1e7);
  const halfAngle = Math.min(Math.PI / 2, withinMetres / EARTH_METRES / 2);
  let least = 2 * Math.sin(halfAngle);
  const [mx, my, mz] = [middle[0] - x, middle[1] - y, middle[2] - z];
  if (Math.sqrt(mx * mx + my * my + mz * mz) - whole > least) return undefined;
  let found: readonly [number, number, number] | undefined;
  for (const { vectors, reach } of stretches) {
    const [fx, fy, fz] = [(vectors[0] ?? 0) - x, (vectors[1] ?? 0) - y, (vectors[2] ?? 0) - z];
    if (Math.sqrt(fx * fx + fy * fy + fz * fz) - reach > least) continue;
    let [ax, ay, az] = [fx, fy, fz];
    for (let i = 3; i < vectors.length; i += 3) {
      const bx = (vectors[i] ?? 0) - x;
      const by = (vectors[i + 1] ?? 0) - y;
      const bz = (vectors[i + 2] ?? 0) - z;
      const [dx, dy, dz] = [bx - ax, by - ay, bz - az];
      const square = dx * dx + dy * dy + dz * dz;
      const along = square === 0 ? 0 : -(ax * dx + ay * dy + az * dz) / square;
      const share = along < 0 ? 0 : along > 1 ? 1 : along;
      const [px, py, pz] = [ax + share * dx, ay + share * dy, az + share * dz];
      const chord = Math.sqrt(px * px + py * py + pz * pz);
      if (chord <= least) {
        least = chord;
        found = [px + x, py + y, pz + z];
      }
      [ax, ay, az] = [bx, by, bz];
    }
  }
  if (found === undefined) return undefined;
  const metres = 2 * EARTH_METRES * Math.asin(Math.min(1, least / 2));
  return { position: positionAt(found), metres };
}

function vectorOf(lat: number, lon: number): [number, number, number] {
  const [phi, lambda] = [lat * RADIANS, lon * RADIANS];
  const narrow = Math.cos(phi);
  return [narrow * Math.cos(lambda), narrow * Math.sin(lambda), Math.sin(phi)];
}

function positionAt([x, y, z]: readonly [number, number, number]): Position {
  const lat = Math.atan2(z, Math.hypot(x, y)) / RADIANS;
  const lon = Math.atan2(y, x) / RADIANS;
  return { latE7: Math.round(lat * 1e7) + 0, lonE7: Math.round(lon * 1e7) + 0 };
}

/** Parts are taken to the side of the greatest one, so that Fiji is not as wide as the world. */
function mainExtent(rings: readonly Boxed[]): Extent {
  const areas = rings.map(({ line }) => Math.abs(flatArea(line)));
  const whole = areas.reduce((sum, area) => sum + area, 0);
  const main = rings.filter((_, i) => (areas[i] ?? 0) >= MAIN_PART_SHARE * whole);
  const greatest = present(rings[areas.indexOf(Math.max(...areas))]);
  const anchor = (greatest.west + greatest.east) / 2;
  const shifted = main.map((ring) => {
    const shift = 360 * Math.round((anchor - (ring.west + ring.east) / 2) / 360);
    return { ...ring, west: ring.west + shift, east: ring.east + shift };
  });
  return around(shifted);
}

/** The shoelace sum, with longitudes shortened by the cosine of the latitude; square degrees. */
function flatArea(line: Line): number {
  let sum = 0;
  for (let i = 2; i < line.length; i += 2) {
    const [aLat, aLon] = [line[i - 2] ?? 0, line[i - 1] ?? 0];
    const [bLat, bLon] = [line[i] ?? 0, line[i + 1] ?? 0];
    sum += (bLon - aLon) * (Math.sin(aLat * RADIANS) + Math.sin(bLat * RADIANS));
  }
  return sum / 2;
}
