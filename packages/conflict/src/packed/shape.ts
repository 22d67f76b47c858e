// An outline as the core holds it: vertices in a chart, which is the central projection of the
// Earth's surface from its centre onto a face of a cube. There every plane through the centre is a
// straight line, and a geodesic of at most 100 km is within `bend` of one. What does not fit into
// charts has no shape here.
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
import {
  directions,
  longestEdgeSquare,
  takeLine,
  takeNone,
  takePlace,
  takeRing,
  verticesTaken,
} from './directions.ts';

/** A geodesic of L metres parts from the plane of its ends by less than this times L squared. */
const BEND_PER_SQUARE_METRE = 1.2e-10;
/** What the foot of a point on a straight edge may be off, per square of the edge's length. */
const FOOT_PER_SQUARE_METRE = 1e-10;
/** Rounding of a vertex, chart units; and the exact test's touch with room, metres. */
const ROUNDING_UNITS = 1;
const TOUCH_METRES = 0.0095;
const SEMI_MINOR_METRES = 6356752.3;
/** Wider shapes than this (tangent of an angle; 950 km at a chart's middle) have no chart. */
const WIDTH_MAX = 0.15;
/** Farther from a chart's middle than this, nothing is put into it. */
const TANGENT_MAX = 3.9;

/** u and v of each vertex of the shape in hand, tangents, where they were projected last. */
const projected = new Float64Array(2 * (STAGE_VERTICES_MAX + 1));
let boxed: Box | undefined;
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
  const reach = widthMetres + reachMetres;
  const box = boxed?.face === face && boxed.reach === reach ? boxed : boxOn(face, reach);
  if (box === undefined) throw new Error('bug: a face on which the shape does not lie');
  const { i32, f32 } = views;
  const longestSquare = longestEdgeSquare();
  const bend = BEND_PER_SQUARE_METRE * longestSquare;
  const stretch = (CHART_UNITS / SEMI_MINOR_METRES) * (1 + box.far * box.far) * 1.01;
  const blur = ROUNDING_UNITS + (bend + TOUCH_METRES) * stretch;
  const head = STAGE_GEOMETRY >> 2;
  // Single precision rounds by less than a part in ten million; widths go up to 500 km.
  f32[head] = blur * 1.000001;
  f32[head + 1] = (bend + FOOT_PER_SQUARE_METRE * longestSquare + widthMetres * 1e-7) * 1.000001;
  f32[head + 2] = widthMetres;
  i32[head + 3] = verticesTaken();
  const row = STAGE_ROW >> 2;
  i32[row] = Math.floor(box.uLo * CHART_UNITS - blur);
  i32[row + 1] = Math.ceil(box.uHi * CHART_UNITS + blur);
  i32[row + 2] = Math.floor(box.vLo * CHART_UNITS - blur);
  i32[row + 3] = Math.ceil(box.vHi * CHART_UNITS + blur);
  const first = (STAGE_GEOMETRY + GEOMETRY_HEAD) >> 2;
  const size = 2 * verticesTaken();
  for (let i = 0; i < size; i++) {
    const units = (projected[i] ?? 0) * CHART_UNITS;
    // What is stored loses its fraction: this rounds, and is quicker than Math.round.
    i32[first + i] = units < 0 ? units - 0.5 : units + 0.5;
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
  readonly face: number;
  readonly reach: number;
  readonly uLo: number;
  readonly uHi: number;
  readonly vLo: number;
  readonly vHi: number;
  readonly far: number;
};

/** Projects the shape in hand to a face; its box there, or undefined where it is not well in it. */
function boxOn(face: number, reach: number): Box | undefined {
  boxed = undefined;
  const [first, second, third] = AXES[face] ?? [0, 1, 2];
  const sign = (face & 1) === 0 ? 1 : -1;
  const count = verticesTaken();
  let [uLo, uHi, vLo, vHi, square] = [Infinity, -Infinity, Infinity, -Infinity, 0];
  for (let i = 0; i < count; i++) {
    const forward = sign * (directions[3 * i + first] ?? 0);
    if (forward < 0.2) return undefined;
    const perForward = 1 / forward;
    const u = (directions[3 * i + second] ?? 0) * perForward;
    const v = (directions[3 * i + third] ?? 0) * perForward;
    projected[2 * i] = u;
    projected[2 * i + 1] = v;
    if (u < uLo) uLo = u;
    if (u > uHi) uHi = u;
    if (v < vLo) vLo = v;
    if (v > vHi) vHi = v;
    if (u * u + v * v > square) square = u * u + v * v;
  }
  const far = Math.sqrt(square);
  const room = tangentRoom(far, reach);
  if (!(far + room < TANGENT_MAX)) return undefined;
  boxed = { face, reach, uLo: uLo - room, uHi: uHi + room, vLo: vLo - room, vHi: vHi + room, far };
  return boxed;
}

/** How far in tangents something within `metres` of a vertex can lie from it. */
export function tangentRoom(far: number, metres: number): number {
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

/** How far from its core a volume asks, metres. */
export function reachMetresOf(volume: Volume, lateralCentimetres: number): number {
  return (lateralCentimetres + widthAsideOf(volume)) / 100;
}

/**
 * Whether the core holds more than the volume is: a hull without holes and curves, and all the time
 * from the first window to the last. Its misses are certain then, and its hits are not.
 */
function isHull(volume: Volume): boolean {
  const { outline, window } = volume;
  const holes = outline.kind === 'polygon' ? (outline.holes?.length ?? 0) : 0;
  return (
    outline.kind === 'ellipse' ||
    holes > 0 ||
    window.repeats !== undefined ||
    widthAsideOf(volume) > 0
  );
}

/** Takes the vertices of a volume; false when there are too many. */
function takeVertices(volume: Volume): boolean {
  const { outline, buffer } = volume;
  smaller = isHull(volume);
  const aside = (buffer?.lateralCentimetres ?? 0) / 100;
  widthMetres = 0;
  boxed = undefined;
  takeNone();
  switch (outline.kind) {
    case 'circle':
      kind = SHAPE_POINT;
      widthMetres = outline.radiusCentimetres / 100 + aside;
      return takePlace(outline.centre);
    case 'corridor':
      kind = SHAPE_LINE;
      widthMetres = outline.halfWidthCentimetres / 100 + aside;
      return takeLine(outline.line);
    case 'polygon':
      kind = SHAPE_AREA;
      return takeRing(outline.ring);
    case 'ellipse':
      kind = SHAPE_AREA;
      return takeRing(ellipseHull(outline));
  }
}
