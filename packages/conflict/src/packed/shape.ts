// An outline as the core holds it: vertices in a chart, which is the central projection of the
// Earth's surface from its centre onto a face of a cube. There every plane through the centre is a
// straight line, and a geodesic of at most 100 km is within `bend` of one. What does not fit into
// charts has no shape here.
import type { Position } from '@parley/geo';
import geodesicLibrary from 'geographiclib-geodesic';
import { ellipseHull } from '../ellipse.ts';
import type { Volume } from '../volume.ts';
import {
  CHART_UNITS,
  FACES,
  GEOMETRY_HEAD,
  SHAPE_AREA,
  SHAPE_FUZZY,
  SHAPE_LINE,
  SHAPE_POINT,
  STAGE_GEOMETRY,
  STAGE_ROW,
  STAGE_VERTICES_MAX,
} from './core/layout.ts';
import type { Views } from './core/memory.ts';

/** Longer edges are cut, metres. */
const EDGE_METRES_MAX = 100_000;
/** A geodesic of L metres parts from the plane of its ends by less than this times L squared. */
const BEND_PER_SQUARE_METRE = 1.2e-10;
/** What the foot of a point on a straight edge may be off, per square of the edge's length. */
const FOOT_PER_SQUARE_METRE = 1e-10;
/** Rounding of a vertex, chart units; and the exact test's touch with room, metres. */
const ROUNDING_UNITS = 1;
const TOUCH_METRES = 0.0095;
const SEMI_MINOR_METRES = 6356752.3;
const SEMI_MAJOR_METRES = 6378137;
const ECCENTRICITY_SQUARED = 0.0066943799901413165;
/** Wider shapes than this (tangent of an angle; 950 km at a chart's middle) have no chart. */
const WIDTH_MAX = 0.15;
/** Farther from a chart's middle than this, nothing is put into it. */
const TANGENT_MAX = 3.9;
const RADIANS_PER_E7 = Math.PI / 180e7;

const wgs84 = geodesicLibrary.Geodesic.WGS84;

/** Directions of the vertices of the last shape: x, y, z each; unit length to 1 %. */
const directions = new Float64Array(3 * (STAGE_VERTICES_MAX + 1));
let count = 0;
let longestSquare = 0;
let kind: number = SHAPE_POINT;
let widthMetres = 0;
let smaller = false;

/**
 * Takes the shape of a volume in hand; the faces on which it has to be entered, or asked for, when
 * all that is within `reachMetres` of it matters. Undefined when it does not fit.
 */
export function facesOf(volume: Volume, reachMetres: number): number[] | undefined {
  if (!takeVertices(volume)) return undefined;
  const primary = faceAt(0);
  const reach = widthMetres + reachMetres;
  const box = boxOn(primary, reach);
  if (box === undefined || box.uHi - box.uLo > WIDTH_MAX * (2 + box.far * box.far))
    return undefined;
  if (box.vHi - box.vLo > WIDTH_MAX * (2 + box.far * box.far)) return undefined;
  if (box.uLo > -1 && box.uHi < 1 && box.vLo > -1 && box.vHi < 1) return [primary];
  const faces: number[] = [];
  for (let face = 0; face < FACES; face++) {
    const there = boxOn(face, reach);
    if (there === undefined) continue;
    if (there.uLo <= 1 && there.uHi >= -1 && there.vLo <= 1 && there.vHi >= -1) faces.push(face);
  }
  return faces;
}

/** Writes the box and the geometry of the shape in hand, on a face, to the stage. */
export function stageShape(views: Views, face: number, reachMetres: number): void {
  const box = boxOn(face, widthMetres + reachMetres);
  if (box === undefined) throw new Error('bug: a face on which the shape does not lie');
  const { i32, f32 } = views;
  const bend = BEND_PER_SQUARE_METRE * longestSquare;
  const stretch = (CHART_UNITS / SEMI_MINOR_METRES) * (1 + box.far * box.far) * 1.01;
  const blur = ROUNDING_UNITS + (bend + TOUCH_METRES) * stretch;
  const head = STAGE_GEOMETRY >> 2;
  // Single precision rounds by less than a part in ten million; widths go up to 500 km.
  f32[head] = blur * 1.000001;
  f32[head + 1] = (bend + FOOT_PER_SQUARE_METRE * longestSquare + widthMetres * 1e-7) * 1.000001;
  f32[head + 2] = widthMetres;
  i32[head + 3] = count;
  const row = STAGE_ROW >> 2;
  i32[row] = Math.floor(box.uLo * CHART_UNITS - blur);
  i32[row + 1] = Math.ceil(box.uHi * CHART_UNITS + blur);
  i32[row + 2] = Math.floor(box.vLo * CHART_UNITS - blur);
  i32[row + 3] = Math.ceil(box.vHi * CHART_UNITS + blur);
  const [first, second, third] = AXES[face] ?? [0, 1, 2];
  const sign = (face & 1) === 0 ? 1 : -1;
  let at = (STAGE_GEOMETRY + GEOMETRY_HEAD) >> 2;
  for (let i = 0; i < 3 * count; i += 3) {
    const scale = CHART_UNITS / (sign * (directions[i + first] ?? 0));
    i32[at++] = Math.round((directions[i + second] ?? 0) * scale);
    i32[at++] = Math.round((directions[i + third] ?? 0) * scale);
  }
}

/** What the shape in hand is, for ROW_KIND. */
export function shapeInHand(): number {
  return smaller ? kind | SHAPE_FUZZY : kind;
}

/** For each face the axes that point forward, along u, and along v. */
const AXES: readonly (readonly [number, number, number])[] = [
  [0, 1, 2],
  [0, 1, 2],
  [1, 2, 0],
  [1, 2, 0],
  [2, 0, 1],
  [2, 0, 1],
];

/** Tangents in a chart, the width around included; `far`: the farthest vertex from its middle. */
type Box = {
  readonly uLo: number;
  readonly uHi: number;
  readonly vLo: number;
  readonly vHi: number;
  readonly far: number;
};

/** The box of the shape in hand on a face, or undefined where it is not well in the chart. */
function boxOn(face: number, reachMetres: number): Box | undefined {
  const [first, second, third] = AXES[face] ?? [0, 1, 2];
  const sign = (face & 1) === 0 ? 1 : -1;
  let [uLo, uHi, vLo, vHi, far] = [Infinity, -Infinity, Infinity, -Infinity, 0];
  for (let i = 0; i < 3 * count; i += 3) {
    const forward = sign * (directions[i + first] ?? 0);
    if (forward < 0.2) return undefined;
    const u = (directions[i + second] ?? 0) / forward;
    const v = (directions[i + third] ?? 0) / forward;
    if (u < uLo) uLo = u;
    if (u > uHi) uHi = u;
    if (v < vLo) vLo = v;
    if (v > vHi) vHi = v;
    const square = u * u + v * v;
    if (square > far) far = square;
  }
  far = Math.sqrt(far);
  const room = tangentRoom(far, reachMetres);
  if (!(far + room < TANGENT_MAX)) return undefined;
  return { uLo: uLo - room, uHi: uHi + room, vLo: vLo - room, vHi: vHi + room, far };
}

/** How far in tangents something within `metres` of a vertex can lie from it. */
function tangentRoom(far: number, metres: number): number {
  if (metres === 0) return 0;
  const angle = metres / SEMI_MINOR_METRES;
  const turn = angle * (1 + angle * angle);
  const left = 1 - far * turn;
  return left > 0.1 ? (far + turn) / left - far : Infinity;
}

function faceAt(i: number): number {
  const [x, y, z] = [directions[i] ?? 0, directions[i + 1] ?? 0, directions[i + 2] ?? 0];
  const [ax, ay, az] = [Math.abs(x), Math.abs(y), Math.abs(z)];
  if (ax >= ay && ax >= az) return x > 0 ? 0 : 1;
  if (ay >= az) return y > 0 ? 2 : 3;
  return z > 0 ? 4 : 5;
}

/**
 * What an area keeps around itself, centimetres: the core has no areas of a width. It holds areas
 * without it, so whoever asks must reach that much farther.
 */
export function widthAsideOf({ outline, buffer }: Volume): number {
  if (outline.kind === 'circle' || outline.kind === 'corridor') return 0;
  return buffer?.lateralCentimetres ?? 0;
}

/**
 * Whether the core holds more than the volume is: a hull without holes and curves, and all the time
 * from the first window to the last. Its misses are certain then, and its hits are not.
 */
function isHull(volume: Volume): boolean {
  const { outline, window } = volume;
  const shape = outline.kind === 'ellipse' || (outline.kind === 'polygon' && outline.holes);
  return Boolean(shape) || window.repeats !== undefined || widthAsideOf(volume) > 0;
}

/** Fills `directions`; false when there are too many vertices. */
function takeVertices(volume: Volume): boolean {
  const { outline, buffer } = volume;
  smaller = isHull(volume);
  const aside = (buffer?.lateralCentimetres ?? 0) / 100;
  [count, longestSquare, widthMetres] = [0, 0, 0];
  switch (outline.kind) {
    case 'circle':
      kind = SHAPE_POINT;
      widthMetres = outline.radiusCentimetres / 100 + aside;
      return push(outline.centre);
    case 'corridor':
      kind = SHAPE_LINE;
      widthMetres = outline.halfWidthCentimetres / 100 + aside;
      return pushLine(outline.line);
    case 'polygon':
      kind = SHAPE_AREA;
      return pushLine(outline.ring) && pushEdge(outline.ring.at(-1), outline.ring[0]);
    case 'ellipse': {
      kind = SHAPE_AREA;
      const hull = ellipseHull(outline);
      return pushLine(hull) && pushEdge(hull.at(-1), hull[0]);
    }
  }
}

function pushLine(vertices: readonly Position[]): boolean {
  let before: Position | undefined;
  for (const vertex of vertices) {
    if (!pushEdge(before, vertex)) return false;
    before = vertex;
  }
  return true;
}

/** The next vertex, and the points that cut the edge to it where it is long. */
function pushEdge(from: Position | undefined, to: Position | undefined): boolean {
  if (to === undefined || !push(to)) return false;
  if (from === undefined) return true;
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
    pushAngles((lat2 * Math.PI) / 180, (lon2 * Math.PI) / 180);
  }
  return push(to);
}

function push({ latE7, lonE7 }: Position): boolean {
  if (count >= STAGE_VERTICES_MAX) return false;
  pushAngles(latE7 * RADIANS_PER_E7, lonE7 * RADIANS_PER_E7);
  return true;
}

function pushAngles(lat: number, lon: number): void {
  const flat = Math.cos(lat);
  const at = 3 * count;
  directions[at] = flat * Math.cos(lon);
  directions[at + 1] = flat * Math.sin(lon);
  directions[at + 2] = (1 - ECCENTRICITY_SQUARED) * Math.sin(lat);
  count += 1;
}
