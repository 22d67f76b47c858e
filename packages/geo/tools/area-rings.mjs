// Rings out of GeoPackage geometry, and into the text of areas.json. Rings that the data set cuts
// 0.1 degree short of the antimeridian or the pole are drawn out to it.

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const CUT_LON_DEGREES = 179.895;
const CUT_LAT_DEGREES = -89.895;
/** @typedef {readonly (readonly [number, number])[]} Ring latitude and longitude, degrees */

/**
 * The parts of a geometry, each of rings (a line is a part of one).
 * @param {Uint8Array} blob GeoPackage binary, little-endian
 * @returns {Ring[][]}
 */
export function partsOf(blob) {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const envelope = (view.getUint8(3) >> 1) & 7;
  let at = 8 + [0, 32, 48, 48, 64][envelope];
  const count = () => view.getUint32((at += 4) - 4, true);
  const number = () => view.getFloat64((at += 8) - 8, true);
  const points = () =>
    Array.from({ length: count() }, () => {
      const lon = number();
      const lat = number();
      const isCut = Math.abs(lon) > CUT_LON_DEGREES;
      return [lat < CUT_LAT_DEGREES ? -90 : lat, isCut ? Math.sign(lon) * 180 : lon];
    });
  const read = () => {
    if (view.getUint8(at) !== 1) throw new Error('big-endian geometry');
    at += 1;
    const type = count() % 1000;
    if (type === 2) return [[points()]];
    if (type === 3) return [Array.from({ length: count() }, points)];
    if (type < 5 || type > 6) throw new Error(`geometry of type ${type}`);
    return Array.from({ length: count() }, read).flat();
  };
  return read();
}

/**
 * Douglas and Peucker (1973), longitudes shortened by the cosine; a closed ring is cut at the point
 * farthest from its first.
 * @param {Ring} points
 * @param {number} toleranceDegrees of latitude; 0 keeps every point
 * @returns {Ring}
 */
export function simplified(points, toleranceDegrees) {
  if (toleranceDegrees === 0 || points.length < 5) return points;
  const narrow = Math.cos((points[0][0] * Math.PI) / 180);
  const apart = ([aLat, aLon], [bLat, bLon]) => Math.hypot(aLat - bLat, (aLon - bLon) * narrow);
  const kept = new Set([0, points.length - 1]);
  const stack = [];
  if (apart(points[0], points.at(-1)) < 1e-9) {
    const far = indexOfMost(points, 0, points.length - 1, (point) => apart(point, points[0]));
    kept.add(far.index);
    stack.push([0, far.index], [far.index, points.length - 1]);
    if (far.most < 4 * toleranceDegrees) return points;
  } else stack.push([0, points.length - 1]);
  while (stack.length > 0) {
    const [from, to] = stack.pop();
    const far = indexOfMost(points, from, to, (point) =>
      fromSegment(point, points[from], points[to]),
    );
    if (far.most <= toleranceDegrees) continue;
    kept.add(far.index);
    stack.push([from, far.index], [far.index, to]);
  }
  return points.filter((_, i) => kept.has(i));
}

/**
 * @param {Ring} points
 * @param {number} from
 * @param {number} to
 * @param {(point: readonly [number, number]) => number} measure
 * @returns {{ index: number, most: number }}
 */
function indexOfMost(points, from, to, measure) {
  let best = { index: from, most: 0 };
  for (let i = from + 1; i < to; i += 1) {
    const most = measure(points[i]);
    if (most > best.most) best = { index: i, most };
  }
  return best;
}

/**
 * @param {readonly [number, number]} point
 * @param {readonly [number, number]} a
 * @param {readonly [number, number]} b
 * @returns {number} degrees of latitude
 */
function fromSegment([lat, lon], [aLat, aLon], [bLat, bLon]) {
  const narrow = Math.cos((lat * Math.PI) / 180);
  const [x, y, dx, dy] = [(lon - aLon) * narrow, lat - aLat, (bLon - aLon) * narrow, bLat - aLat];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, (x * dx + y * dy) / square));
  return Math.hypot(x - share * dx, y - share * dy);
}

/**
 * Differences in 1e-3 degree as base64 VLQ; '' for a ring that rounds to fewer than two points.
 * @param {Ring} points
 * @returns {string}
 */
export function ringText(points) {
  let [lat, lon, text, count] = [0, 0, '', 0];
  for (const [latDegrees, lonDegrees] of points) {
    const [nextLat, nextLon] = [Math.round(latDegrees * 1000), Math.round(lonDegrees * 1000)];
    if (count > 0 && nextLat === lat && nextLon === lon) continue;
    text += vlq(nextLat - lat) + vlq(nextLon - lon);
    [lat, lon, count] = [nextLat, nextLon, count + 1];
  }
  return count < 2 ? '' : text;
}

/**
 * @param {number} value
 * @returns {string}
 */
function vlq(value) {
  let left = value < 0 ? -value * 2 + 1 : value * 2;
  let text = '';
  do {
    const digit = left % 32;
    left = Math.floor(left / 32);
    text += LETTERS[left > 0 ? digit + 32 : digit];
  } while (left > 0);
  return text;
}
