// A middle for every outline, good enough to hang a label on and to measure a place text from.
import { direct, inverse, walk } from './geodesic.ts';
import type { Outline } from './outline.ts';
import type { Position } from '../position/position.ts';
import { present } from '../reading/present.ts';

const ROUNDS = 3;

/**
 * A circle's centre; a polygon's centre of area; the middle of a corridor's line by length. Works
 * across the antimeridian and over the poles, because a polygon is measured by azimuths and
 * distances from a point inside its reach, never by longitude. A hollow polygon's centre may lie
 * outside of it.
 */
export function centreOf(outline: Outline): Position {
  switch (outline.kind) {
    case 'circle':
      return outline.centre;
    case 'corridor':
      return middleOfLine(outline.line);
    case 'polygon':
      return centreOfRing(outline.ring);
  }
}

function middleOfLine(line: readonly Position[]): Position {
  const edges = line.slice(1).map((end, i) => walk(present(line[i]), end));
  let left = edges.reduce((sum, edge) => sum + edge.lengthMetres, 0) / 2;
  for (const edge of edges) {
    if (left <= edge.lengthMetres) return edge.at(left).position;
    left -= edge.lengthMetres;
  }
  return present(line[line.length - 1]);
}

/** The planar centre in an azimuthal equidistant chart, which is then laid round that centre. */
function centreOfRing(ring: readonly Position[]): Position {
  let centre = middleDirection(ring);
  for (let round = 0; round < ROUNDS; round += 1) {
    const chart = ring.map((vertex) => {
      const { distanceMetres, azimuthDegrees } = inverse(centre, vertex);
      const azimuth = (azimuthDegrees * Math.PI) / 180;
      return { x: distanceMetres * Math.sin(azimuth), y: distanceMetres * Math.cos(azimuth) };
    });
    const { x, y } = planarCentre(chart);
    centre = direct(centre, (Math.atan2(x, y) * 180) / Math.PI, Math.hypot(x, y));
  }
  return centre;
}

function planarCentre(ring: readonly { readonly x: number; readonly y: number }[]): {
  readonly x: number;
  readonly y: number;
} {
  let [area, x, y] = [0, 0, 0];
  for (const [i, b] of ring.entries()) {
    const a = present(ring.at(i - 1));
    const cross = a.x * b.y - b.x * a.y;
    area += cross / 2;
    x += ((a.x + b.x) * cross) / 6;
    y += ((a.y + b.y) * cross) / 6;
  }
  // A ring without area has no centre of area: the middle of its vertices serves.
  if (Math.abs(area) < 1) {
    const sum = ring.reduce((s, p) => ({ x: s.x + p.x, y: s.y + p.y }), { x: 0, y: 0 });
    return { x: sum.x / ring.length, y: sum.y / ring.length };
  }
  return { x: x / area, y: y / area };
}

/** The direction of the sum of the vertices' unit vectors: a start inside the ring's reach. */
function middleDirection(ring: readonly Position[]): Position {
  let [x, y, z] = [0, 0, 0];
  for (const { latE7, lonE7 } of ring) {
    const [lat, lon] = [(latE7 * Math.PI) / 1.8e9, (lonE7 * Math.PI) / 1.8e9];
    x += Math.cos(lat) * Math.cos(lon);
    y += Math.cos(lat) * Math.sin(lon);
    z += Math.sin(lat);
  }
  const across = Math.hypot(x, y);
  if (Math.hypot(across, z) < 1e-9) return present(ring[0]);
  const degrees = 1.8e9 / Math.PI;
  return {
    latE7: Math.round(Math.atan2(z, across) * degrees) + 0,
    lonE7: Math.round(Math.atan2(y, x) * degrees) + 0,
  };
}
