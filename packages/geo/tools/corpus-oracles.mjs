// What the corpus measures with: GeodSolve and GeoConvert of GeographicLib, cs2cs of PROJ.
import { spawnSync } from 'node:child_process';

function answer(program, words, input) {
  const run = spawnSync(program, words, { input: `${input}\n` });
  if (run.status !== 0) throw new Error(`${program}: ${run.stderr.toString()}`);
  return run.stdout.toString().trim();
}

/** Degrees of latitude and longitude at a distance (metres) and azimuth (degrees) from a point. */
export function reach([lat, lon], azimuth, metres) {
  const found = answer('GeodSolve', ['-p', '4'], `${lat} ${lon} ${azimuth} ${metres}`);
  return found.split(' ').slice(0, 2).map(Number);
}

/** Azimuth (0 to below 360) and metres from a point to another. */
export function from([lat, lon], [toLat, toLon]) {
  const found = answer('GeodSolve', ['-i', '-p', '1'], `${lat} ${lon} ${toLat} ${toLon}`);
  const [azimuth, , metres] = found.split(' ').map(Number);
  return [(azimuth + 360) % 360, metres];
}

/** The MGRS reference to 10 m, in the groups in which it is spoken. */
export function grid([lat, lon]) {
  const found = answer('GeoConvert', ['-m', '-p', '-1'], `${lat} ${lon}`);
  return found.replace(/^(\d+.)(..)(\d{4})(\d{4})$/, '$1 $2 $3 $4');
}

/** The degrees on SK-42 (GOST R 51794-2008) of a point in WGS-84. */
export function sk42([lat, lon]) {
  const words = '-f %.7f +proj=longlat +datum=WGS84 +to +proj=longlat +ellps=krass'.split(' ');
  const shift = '+towgs84=23.57,-140.95,-79.8,0,0.35,0.79,-0.22';
  const found = answer('cs2cs', [...words, shift], `${lon} ${lat}`);
  const [east, north] = found.split(/\s+/).map(Number);
  return [north, east];
}

/** A repeatable source of numbers from 0 to below 1 (mulberry32), and what is drawn from it. */
export function drawing(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (low, high) => low + Math.floor(next() * (high - low + 1));
  return { next, whole, pick: (list) => list[whole(0, list.length - 1)] };
}
