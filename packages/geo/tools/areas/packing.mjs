// Packs lists of integers as Base64 VLQ, the way source maps do (ECMA-426, 4.2).

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * Points in integers of a part of a degree; a point that rounds to the one before is left out.
 * @param {readonly import('./read-map.mjs').Point[]} points
 * @param {number} unitsPerDegree
 * @returns {string}
 */
export function packedArc(points, unitsPerDegree) {
  let [lonBefore, latBefore] = [0, 0];
  let text = '';
  for (const [i, [lonDegrees, latDegrees]] of points.entries()) {
    const lon = Math.round(lonDegrees * unitsPerDegree);
    const lat = Math.round(latDegrees * unitsPerDegree);
    if (i > 0 && lon === lonBefore && lat === latBefore) continue;
    text += packed(lon - lonBefore) + packed(lat - latBefore);
    [lonBefore, latBefore] = [lon, lat];
  }
  return text;
}

/**
 * @param {readonly number[]} numbers
 * @returns {string}
 */
export function packedList(numbers) {
  return numbers.map((number, i) => packed(number - (numbers[i - 1] ?? 0))).join('');
}

/**
 * @param {number} number
 * @returns {string}
 */
function packed(number) {
  let left = number < 0 ? (-number << 1) | 1 : number << 1;
  let text = '';
  do {
    const digit = left & 31;
    left >>= 5;
    text += LETTERS[left > 0 ? digit | 32 : digit];
  } while (left > 0);
  return text;
}
