// Cuts the rings of all areas where borders meet, so that a border is kept once and is the same for
// both its sides; then straightens it within a tolerance.

/** @typedef {import('./read-map.mjs').Point} Point */

const DEGREE_METRES = 111_195;

/**
 * The arcs of rings and, for each ring, the places of its arcs. An arc ends where three borders
 * meet, or is a whole ring.
 * @param {readonly (readonly Point[])[]} rings closed: the first point is also the last
 * @returns {{ arcs: (readonly Point[])[], ringArcs: number[][] }}
 */
export function cutRings(rings) {
  const meetings = meetingPoints(rings);
  /** @type {Map<string, number>} */
  const known = new Map();
  /** @type {(readonly Point[])[]} */
  const arcs = [];
  const ringArcs = rings.map((ring) =>
    piecesOf(ring, meetings).map((piece) => {
      const name = nameOf(piece);
      const place = known.get(name) ?? arcs.length;
      if (place === arcs.length) {
        known.set(name, place);
        arcs.push(piece);
      }
      return place;
    }),
  );
  return { arcs, ringArcs };
}

/**
 * Douglas and Peucker's line: every point left out is within `toleranceMetres` of the line kept
 * (flat, with the longitudes of its own latitude). A closed arc keeps at least a triangle.
 * @param {readonly Point[]} arc
 * @param {number} toleranceMetres
 * @returns {Point[]}
 */
export function straightened(arc, toleranceMetres) {
  if (arc.length < 3 || toleranceMetres === 0) return [...arc];
  const kept = new Set([0, arc.length - 1]);
  /** @type {[number, number][]} */
  const open = [[0, arc.length - 1]];
  const closed = keyOf(pointAt(arc, 0)) === keyOf(pointAt(arc, arc.length - 1));
  if (closed) {
    const far = farthest(arc, 0, arc.length - 1);
    const [from, to] = [farthest(arc, 0, far.at), farthest(arc, far.at, arc.length - 1)];
    const third = from.metres > to.metres ? from.at : to.at;
    const cuts = [0, ...[far.at, third].sort((a, b) => a - b), arc.length - 1];
    for (const at of cuts) kept.add(at);
    open.splice(
      0,
      1,
      ...cuts.slice(1).map((end, i) => /** @type {[number, number]} */ ([cuts[i], end])),
    );
  }
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const { at, metres } = farthest(arc, ...span);
    if (metres <= toleranceMetres) continue;
    kept.add(at);
    open.push([span[0], at], [at, span[1]]);
  }
  return arc.filter((_, i) => kept.has(i));
}

/**
 * The area of a ring on a sphere, in square kilometres; its edges are straight in longitude and the
 * sine of latitude.
 * @param {readonly Point[]} ring closed
 * @returns {number}
 */
export function areaOf(ring) {
  const sum = ring.slice(1).reduce((total, [lon, lat], i) => {
    const [lonBefore, latBefore] = pointAt(ring, i);
    const heights = Math.sin(radians(lat)) + Math.sin(radians(latBefore));
    return total + (radians(lon - lonBefore) * heights) / 2;
  }, 0);
  return Math.abs(sum) * 6371 ** 2;
}

/**
 * The points where not all rings go on to the same neighbours.
 * @param {readonly (readonly Point[])[]} rings
 * @returns {Set<string>}
 */
function meetingPoints(rings) {
  /** @type {Map<string, string>} */
  const neighbours = new Map();
  /** @type {Set<string>} */
  const meetings = new Set();
  for (const ring of rings) {
    const keys = ring.slice(1).map(keyOf);
    for (const [i, key] of keys.entries()) {
      const around = [keys.at(i - 1) ?? '', keys[(i + 1) % keys.length] ?? ''].sort().join(' ');
      const seen = neighbours.get(key);
      if (seen === undefined) neighbours.set(key, around);
      else if (seen !== around) meetings.add(key);
    }
  }
  return meetings;
}

/**
 * A ring cut at its meeting points, or turned so that it starts at its least point.
 * @param {readonly Point[]} ring
 * @param {ReadonlySet<string>} meetings
 * @returns {Point[][]}
 */
function piecesOf(ring, meetings) {
  const open = ring.slice(1);
  const keys = open.map(keyOf);
  const cut = keys.findIndex((key) => meetings.has(key));
  const least = keys.reduce((best, key, i) => (key < (keys[best] ?? '') ? i : best), 0);
  const start = cut === -1 ? least : cut;
  const turned = [...open.slice(start), ...open.slice(0, start + 1)];
  /** @type {Point[][]} */
  const pieces = [];
  for (const point of turned) {
    pieces.at(-1)?.push(point);
    if (pieces.length === 0 || meetings.has(keyOf(point))) pieces.push([point]);
  }
  return pieces.filter((piece) => piece.length > 1);
}

/**
 * The same for an arc and for the arc backwards.
 * @param {readonly Point[]} piece
 * @returns {string}
 */
function nameOf(piece) {
  const keys = piece.map(keyOf);
  const [there, back] = [keys.join(' '), keys.reverse().join(' ')];
  return there < back ? there : back;
}

/**
 * @param {readonly Point[]} arc
 * @param {number} first
 * @param {number} last
 * @returns {{ at: number, metres: number }}
 */
function farthest(arc, first, last) {
  const [lonA, latA] = pointAt(arc, first);
  const [lonB, latB] = pointAt(arc, last);
  const shrink = Math.cos(radians((latA + latB) / 2));
  const [x, y] = [(lonB - lonA) * shrink, latB - latA];
  let best = { at: first, metres: -1 };
  for (let i = first + 1; i < last; i += 1) {
    const [lon, lat] = pointAt(arc, i);
    const [px, py] = [(lon - lonA) * shrink, lat - latA];
    const along = Math.min(1, Math.max(0, (px * x + py * y) / (x * x + y * y || 1)));
    const metres = Math.hypot(px - along * x, py - along * y) * DEGREE_METRES;
    if (metres > best.metres) best = { at: i, metres };
  }
  return best;
}

/**
 * @param {readonly Point[]} line
 * @param {number} i
 * @returns {Point}
 */
function pointAt(line, i) {
  const point = line[i];
  if (point === undefined) throw new Error(`a line has no point ${i}`);
  return point;
}

/** @type {(point: Point) => string} */
const keyOf = ([lon, lat]) => `${lon},${lat}`;
/** @type {(degrees: number) => number} */
const radians = (degrees) => (degrees * Math.PI) / 180;
