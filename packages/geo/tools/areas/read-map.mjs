// Reads areas and lines from a GeoPackage: the header of OGC 12-128r18, 2.1.3, then WKB (OGC 06-103r4).
// Mends what the map's makers cut off at the antimeridian and at the south pole.
import { DatabaseSync } from 'node:sqlite';

/** @typedef {readonly [lon: number, lat: number]} Point */
/** @typedef {{ points: Point[], hole: boolean }} Line */
/** @typedef {{ fid: number, iso: string, name: string, lines: Line[] }} Drawn */

/** The map was clipped at 179.9 degrees and at 89.9 south; what reaches that far goes on. */
const CLIPPED_LON = 179.8999;
const CLIPPED_LAT = -89.8999;

/**
 * Every area with its rings, holes among them, as closed lines in degrees; and every disputed line.
 * @param {string} path
 * @returns {{ countries: Drawn[], regions: Drawn[], disputed: Drawn[] }}
 */
export function readMap(path) {
  const map = new DatabaseSync(path, { readOnly: true });
  /** @type {(columns: string, table: string) => Drawn[]} */
  const rowsOf = (columns, table) =>
    map
      .prepare(`select fid, ${columns}, geom from ${table} order by fid`)
      .all()
      .map((row) => ({
        fid: Number(row['fid']),
        iso: String(row['iso'] ?? ''),
        name: String(row['name'] ?? ''),
        lines: linesOf(/** @type {Uint8Array} */ (row['geom'])),
      }));
  return {
    countries: rowsOf('iso_a2 as iso, NAME as name', 'countries'),
    regions: rowsOf('iso_a2 as iso, name', 'states_provinces'),
    disputed: rowsOf('adm0_a3_l as iso, name', 'disputed_borders'),
  };
}

/**
 * @param {Uint8Array} blob
 * @returns {Line[]}
 */
function linesOf(blob) {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const envelope = [0, 32, 48, 48, 64][(view.getUint8(3) >> 1) & 7] ?? 0;
  /** @type {Line[]} */
  const lines = [];
  let at = 8 + envelope;
  /** @type {() => number} */
  const count = () => view.getUint32((at += 4) - 4, true);
  const readLine = (hole = false) => {
    /** @type {Point[]} */
    const points = [];
    for (let left = count(); left > 0; left -= 1, at += 16) {
      points.push(mended(view.getFloat64(at, true), view.getFloat64(at + 8, true)));
    }
    lines.push({ points, hole });
  };
  const readRings = () => {
    const rings = count();
    for (let i = 0; i < rings; i += 1) readLine(i > 0);
  };
  const readShape = () => {
    if (view.getUint8(at) !== 1) throw new Error('the map has a shape that is not little-endian');
    at += 1;
    const kind = count();
    if (kind === 2) readLine();
    else if (kind === 3) readRings();
    else if (kind >= 4 && kind <= 6) for (let parts = count(); parts > 0; parts -= 1) readShape();
    else throw new Error(`the map has a shape of kind ${kind}`);
  };
  readShape();
  return lines;
}

/**
 * @param {number} lon
 * @param {number} lat
 * @returns {Point}
 */
function mended(lon, lat) {
  const x = Math.abs(lon) > CLIPPED_LON ? Math.sign(lon) * 180 : Math.round(lon * 1e6) / 1e6;
  return [x, lat < CLIPPED_LAT ? -90 : Math.round(lat * 1e6) / 1e6];
}
