// The geoid against PROJ with the published grid of EGM96 (15 minutes, egm96_15.gtx): in the cells,
// on the nodes themselves, at the poles and on the seam.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { geoidUndulationMetres } from '../src/index.ts';
import type { Position } from '../src/index.ts';
import { ask, at, everywhere, line, numbersFrom, numbersIn, worst } from './oracle.ts';

const MISSING = 'cs2cs is not installed: apt-get install proj-bin';
const NO_GRID = 'PROJ has no EGM96 grid: apt-get install proj-data';

/** Nodes of the grid, a third of them on the poles and on the seam at 180 degrees. */
function nodes(count: number, seed: number): Position[] {
  const next = numbersFrom(seed);
  return Array.from({ length: count }, (_, i) => {
    const [row, column] = [Math.floor(721 * next()), Math.floor(1441 * next())];
    const edge = i % 3 === 0;
    const lat = edge && next() < 0.5 ? (next() < 0.5 ? -90 : 90) : row / 4 - 90;
    const lon = edge && Math.abs(lat) < 90 ? (next() < 0.5 ? -180 : 180) : column / 4 - 180;
    return at(lat, lon);
  });
}

test('the geoid lies where PROJ puts it, within 5 cm, at 36,000 positions', (t) => {
  const positions = [...everywhere(20_000, 6), ...nodes(6000, 7)];
  const input = positions.map((position) => `${line(position)} 0`);
  const theirs = ask('cs2cs', ['-f', '%.6f', 'EPSG:4979', 'EPSG:9707'], input);
  if (theirs === undefined) return t.skip(MISSING);
  if (theirs.some((answer) => answer.includes('*'))) return t.skip(NO_GRID);
  const seen = worst();
  for (const [i, position] of positions.entries()) {
    const undulation = -numbersIn(theirs[i])[2];
    seen.note(Math.abs(geoidUndulationMetres(position) - undulation), line(position));
  }
  t.diagnostic(seen.text('m'));
  assert.ok(seen.difference() < 0.05, seen.text('m'));
  assert.ok(seen.count() > 30_000);
});

/** Latitude, longitude, metres above the ellipsoid, tolerance: the ends of NGA's WW15MGH.GRD. */
const POLES = [
  [90, 0, 13.606, 0.006],
  [-90, 0, -29.534, 0.006],
] as const;
/** NGA's test output for its F477 and INTPT programs. INTPT lays a spline where we are bilinear. */
const NGA = [
  [38.628155, -90.220845, -31.628, 0.06],
  [-14.621217, -54.978886, -2.969, 0.06],
  [46.874319, 102.448729, -43.575, 0.06],
  [-23.617446, 133.874712, 15.871, 0.06],
  [38.625473, -0.0005, 50.066, 0.06],
  [-0.466744, 0.0023, 17.329, 0.06],
] as const;

for (const [lat, lon, metres, tolerance] of [...POLES, ...NGA]) {
  test(`the geoid at ${lat}, ${lon} is ${metres} m above the ellipsoid, as NGA has it`, () => {
    const ours = geoidUndulationMetres(at(lat, lon));
    assert.ok(Math.abs(ours - metres) < tolerance, String(ours));
  });
}
