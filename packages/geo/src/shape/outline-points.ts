// Points along the true boundary of an outline, close enough together to draw it anywhere.
import { fullCircle, inverse, turnBetween, direct, walk } from './geodesic.ts';
import type { Outline } from './outline.ts';
import { distanceToLine } from './outline-range.ts';
import type { Position } from '../position/position.ts';
import { present } from '../reading/present.ts';

const POINTS_MAX = 100_000;
const ARC_STEP_DEGREES_MAX = 15;

/**
 * The boundary as an open ring of positions, at most `stepMetres` apart along edges, sides and
 * arcs (arcs at least every 15 degrees). Polygons keep their vertices and order. A corridor's ring
 * runs up its right side, round its end and down its left side; where a bend folds a side over the
 * corridor itself, the points inside are left out. Throws when `stepMetres` is not above 0, or so
 * small that there would be more than 100,000 points.
 */
export function outlinePoints(outline: Outline, stepMetres: number): Position[] {
  if (!(stepMetres > 0)) throw new RangeError(`stepMetres ${stepMetres} is not above 0`);
  switch (outline.kind) {
    case 'circle':
      return arc(outline.centre, outline.radiusCentimetres / 100, 0, 360, stepMetres).slice(0, -1);
    case 'polygon':
      return outline.ring.flatMap((vertex, i) => {
        const next = present(outline.ring[(i + 1) % outline.ring.length]);
        return edgePoints(vertex, next, stepMetres)
          .map((at) => at.position)
          .slice(0, -1);
      });
    case 'corridor':
      return corridorPoints(outline.line, outline.halfWidthCentimetres / 100, stepMetres);
  }
}

type Waypoint = { readonly position: Position; readonly azimuthDegrees: number };

/** From `a` to `b`, both included, with the azimuth of the edge at each. */
function edgePoints(a: Position, b: Position, stepMetres: number): Waypoint[] {
  const edge = walk(a, b);
  const count = pieces(edge.lengthMetres, stepMetres);
  return Array.from({ length: count + 1 }, (_, i) => {
    const at = edge.at((edge.lengthMetres * i) / count);
    // The ends are the vertices themselves, not their neighbours by rounding.
    if (i === 0) return { ...at, position: a };
    return i === count ? { ...at, position: b } : at;
  });
}

/** From `fromDegrees` on for `turnDegrees`, clockwise when positive, both ends included. */
function arc(
  centre: Position,
  radiusMetres: number,
  fromDegrees: number,
  turnDegrees: number,
  stepMetres: number,
): Position[] {
  const turn = Math.abs(turnDegrees);
  const lengthMetres = (turn * Math.PI * radiusMetres) / 180;
  const count = Math.max(pieces(lengthMetres, stepMetres), Math.ceil(turn / ARC_STEP_DEGREES_MAX));
  return Array.from({ length: count + 1 }, (_, i) =>
    direct(centre, fullCircle(fromDegrees + (turnDegrees * i) / count), radiusMetres),
  );
}

function corridorPoints(line: readonly Position[], radius: number, stepMetres: number): Position[] {
  if (line.length < 2) return arc(present(line[0]), radius, 0, 360, stepMetres).slice(0, -1);
  const back = line.toReversed();
  const ring = [...rightSide(line, radius, stepMetres), ...rightSide(back, radius, stepMetres)];
  // A centimetre inside the half-width is rounding; more means the side runs inside the corridor.
  return ring.filter((position) => distanceToLine(position, line) > radius - 0.02);
}

/** The side to the right of a line as one walks it, with the round end at its last vertex. */
function rightSide(line: readonly Position[], radius: number, stepMetres: number): Position[] {
  const points: Position[] = [];
  for (let i = 1; i < line.length; i += 1) {
    const edge = edgePoints(present(line[i - 1]), present(line[i]), stepMetres);
    for (const at of edge) points.push(direct(at.position, at.azimuthDegrees + 90, radius));
    const next = line[i + 1];
    const arrival = present(edge[edge.length - 1]);
    const right = arrival.azimuthDegrees + 90;
    if (next === undefined) {
      points.push(...arc(present(line[i]), radius, right, -180, stepMetres).slice(1, -1));
      continue;
    }
    // Only a turn to the left opens a gap on the right side, which an arc closes.
    const turn = turnBetween(
      arrival.azimuthDegrees,
      inverse(present(line[i]), next).azimuthDegrees,
    );
    if (turn < 0)
      points.push(...arc(present(line[i]), radius, right, turn, stepMetres).slice(1, -1));
  }
  return points;
}

function pieces(lengthMetres: number, stepMetres: number): number {
  const count = Math.max(1, Math.ceil(lengthMetres / stepMetres));
  if (count > POINTS_MAX) throw new RangeError(`stepMetres ${stepMetres} gives ${count} points`);
  return count;
}
