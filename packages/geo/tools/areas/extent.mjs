// The extent that "north" and "east" of an area are measured in: of its main parts only, so that
// Spitsbergen and Bouvet do not make the whole of Norway its south.
import { areaOf } from './borders.mjs';

/** A part counts from this share of the largest on; from the second on however far it lies. */
const PART_SHARE_MIN = 0.05;
const FAR_PART_SHARE_MIN = 0.2;
const FAR_DEGREES = 3;

/**
 * West, south, east, north in degrees; east is above 180 for an area across the antimeridian.
 * @param {readonly (readonly import('./read-map.mjs').Point[])[]} rings
 * @returns {[number, number, number, number]}
 */
export function mainExtent(rings) {
  const parts = rings
    .map((ring) => ({ box: boxOf(ring, 0), wrapped: boxOf(ring, 360), size: areaOf(ring) }))
    .sort((a, b) => b.size - a.size);
  const largest = parts[0];
  if (largest === undefined) throw new Error('an area without rings has no extent');
  const main = parts.filter((part) => {
    const share = part.size / largest.size;
    const gap = Math.min(gapOf(part.box, largest.box), gapOf(part.wrapped, largest.wrapped));
    return share >= FAR_PART_SHARE_MIN || (share >= PART_SHARE_MIN && gap <= FAR_DEGREES);
  });
  const straight = around(main.map(({ box }) => box));
  const wrapped = around(main.map((part) => part.wrapped));
  return wrapped[2] - wrapped[0] < straight[2] - straight[0] ? wrapped : straight;
}

/**
 * The same of all its parts, within -180 to 180.
 * @param {readonly (readonly import('./read-map.mjs').Point[])[]} rings
 * @returns {[number, number, number, number]}
 */
export function wholeExtent(rings) {
  return around(rings.map((ring) => boxOf(ring, 0)));
}

/**
 * @param {readonly import('./read-map.mjs').Point[]} ring
 * @param {number} turn added to western longitudes
 * @returns {[number, number, number, number]}
 */
function boxOf(ring, turn) {
  const boxes = ring.map(([lon, lat]) => {
    const x = lon < 0 ? lon + turn : lon;
    return /** @type {[number, number, number, number]} */ ([x, lat, x, lat]);
  });
  return around(boxes);
}

/**
 * @param {readonly (readonly [number, number, number, number])[]} boxes
 * @returns {[number, number, number, number]}
 */
function around(boxes) {
  /** @type {[number, number, number, number]} */
  const start = [Infinity, Infinity, -Infinity, -Infinity];
  return boxes.reduce(
    (all, box) => [
      Math.min(all[0], box[0]),
      Math.min(all[1], box[1]),
      Math.max(all[2], box[2]),
      Math.max(all[3], box[3]),
    ],
    start,
  );
}

/** @type {(a: readonly number[], b: readonly number[]) => number} */
function gapOf([west = 0, south = 0, east = 0, north = 0], [w = 0, s = 0, e = 0, n = 0]) {
  return Math.max(0, w - east, west - e, s - north, south - n);
}
