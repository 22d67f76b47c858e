// How near and how far an outline is from a position, and whether it holds it. Exact to centimetres
// for outlines smaller than a hemisphere.
import { fullCircle, inverse, turnBetween, walk } from './geodesic.ts';
import type { Outline } from './outline.ts';
import type { Position } from '../position/position.ts';
import { present } from '../reading/present.ts';

export type DistanceRange = {
  /** 0 when the position lies in the outline. */
  readonly nearestMetres: number;
  readonly farthestMetres: number;
};

const EARTH_RADIUS_METRES = 6_371_009;
const QUARTER_METRES = 10_000_000;
const STEPS_MAX = 12;
const CLOSE_ENOUGH_METRES = 0.001;

/** The nearest and farthest geodesic distance from a position to the points of an outline. */
export function distanceRange(from: Position, outline: Outline): DistanceRange {
  switch (outline.kind) {
    case 'circle': {
      const { distanceMetres } = inverse(from, outline.centre);
      return buffered(distanceMetres, distanceMetres, outline.radiusCentimetres / 100);
    }
    case 'corridor': {
      const nearest = distanceToLine(from, outline.line);
      return buffered(nearest, farthest(from, outline.line), outline.halfWidthCentimetres / 100);
    }
    case 'polygon': {
      const far = farthest(from, outline.ring);
      if (ringHolds(outline.ring, from)) return { nearestMetres: 0, farthestMetres: far };
      const closed = [...outline.ring, present(outline.ring[0])];
      return { nearestMetres: distanceToLine(from, closed), farthestMetres: far };
    }
  }
}

/** The distance from a position to the nearest point of a line of geodesics, in metres. */
export function distanceToLine(from: Position, line: readonly Position[]): number {
  let nearest = inverse(from, present(line[0])).distanceMetres;
  for (let i = 1; i < line.length; i += 1) {
    nearest = Math.min(
      nearest,
      distanceToEdge(from, present(line[i - 1]), present(line[i]), nearest),
    );
  }
  return nearest;
}

/** Whether a ring winds round a position; the position is in the smaller of the two areas. */
export function ringHolds(ring: readonly Position[], position: Position): boolean {
  const ways = ring.map((vertex) => inverse(position, vertex));
  // Seen from the far side of the earth a ring winds just as well, but all of it is far away.
  if (ways.every((way) => way.distanceMetres > QUARTER_METRES)) return false;
  if (ways.some((way) => way.distanceMetres === 0)) return true;
  let turned = 0;
  for (const [i, way] of ways.entries()) {
    turned += turnBetween(present(ways.at(i - 1)).azimuthDegrees, way.azimuthDegrees);
  }
  return Math.abs(turned) > 180;
}

/**
 * The spread of a boundary's bearings as seen from a position outside of it: the turns from
 * `middleDegrees` to its left edge (0 or less) and to its right edge (0 or more).
 */
export function bearingSpread(
  from: Position,
  middleDegrees: number,
  boundary: readonly Position[],
): { readonly leftDegrees: number; readonly rightDegrees: number } {
  let [left, right] = [0, 0];
  for (const position of boundary) {
    const turn = turnBetween(fullCircle(middleDegrees), inverse(from, position).azimuthDegrees);
    left = Math.min(left, turn);
    right = Math.max(right, turn);
  }
  return { leftDegrees: left, rightDegrees: right };
}

function buffered(nearest: number, far: number, radius: number): DistanceRange {
  return { nearestMetres: Math.max(0, nearest - radius), farthestMetres: far + radius };
}

/** On areas smaller than a hemisphere the farthest point is a vertex. */
function farthest(from: Position, vertices: readonly Position[]): number {
  return Math.max(...vertices.map((vertex) => inverse(from, vertex).distanceMetres));
}

/**
 * The distance to one edge, or `atMost` when it cannot be nearer than that. The foot of the
 * perpendicular is found by spherical steps along the edge (Napier's rule), which converge fast
 * because each starts where the last one ended.
 */
function distanceToEdge(from: Position, a: Position, b: Position, atMost: number): number {
  const toA = inverse(a, from);
  const edge = walk(a, b);
  if (toA.distanceMetres - edge.lengthMetres > atMost) return atMost;
  let along = 0;
  let way = toA;
  let azimuth = edge.at(0).azimuthDegrees;
  for (let step = 0; step < STEPS_MAX; step += 1) {
    const angle = way.distanceMetres / EARTH_RADIUS_METRES;
    const beside = ((way.azimuthDegrees - azimuth) * Math.PI) / 180;
    const ahead = Math.atan2(Math.sin(angle) * Math.cos(beside), Math.cos(angle));
    const next = along + ahead * EARTH_RADIUS_METRES;
    const clamped = Math.min(edge.lengthMetres, Math.max(0, next));
    if (Math.abs(clamped - along) < CLOSE_ENOUGH_METRES) break;
    along = clamped;
    const foot = edge.at(along);
    azimuth = foot.azimuthDegrees;
    way = inverse(foot.position, from);
  }
  return way.distanceMetres;
}
