// Grid convergence against GeoConvert (GeographicLib) and proj (PROJ), which share no code with us.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { gridConvergence, gridConvergenceDegrees } from '../src/bearing/grid-convergence.ts';
import { fromWgs84 } from '../src/grid/datum.ts';
import { ask, at, globe, line, numbersFrom, numbersIn } from './oracle.ts';

const NO_GEOCONVERT = 'GeoConvert is not installed: apt-get install geographiclib-tools';
const NO_PROJ = 'proj is not installed: apt-get install proj-bin';

function turnBetween(one: number, other: number): number {
  return Math.abs(((((one - other) % 360) + 540) % 360) - 180);
}

test('20,000 convergences of UTM and UPS over the globe are those of GeoConvert', (t) => {
  const positions = globe(20_000, 11);
  const theirs = ask('GeoConvert', ['-c', '-p', '9'], positions.map(line));
  if (theirs === undefined) return t.skip(NO_GEOCONVERT);
  let worst = 0;
  for (const [i, position] of positions.entries()) {
    const apart = turnBetween(gridConvergenceDegrees(position, 'UTM'), numbersIn(theirs[i])[0]);
    assert.ok(apart < 1e-9, `${line(position)}: ${apart}`);
    worst = Math.max(worst, apart);
  }
  t.diagnostic(`greatest difference ${worst} degrees`);
});

/** The convergences that `proj -V` prints, by numerical derivatives, to 1e-8 degree. */
function convergencesOfProj(meridian: number, lines: readonly string[]): number[] | undefined {
  const definition = `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +ellps=krass`;
  const run = spawnSync('proj', ['-V', ...definition.split(' ')], {
    input: `${lines.join('\n')}\n`,
    maxBuffer: 1e9,
  });
  if (run.error !== undefined) return undefined;
  return [...run.stdout.toString().matchAll(/^Convergence : .*\[ (\S+) \]$/gm)].map((found) =>
    Number(found[1]),
  );
}

test('4,000 convergences of SK-42 in four zones are those of proj', (t) => {
  const next = numbersFrom(42);
  for (const zone of [6, 7, 4, 31]) {
    const meridian = 6 * zone - 3;
    const positions = Array.from({ length: 1000 }, () => {
      const lat = zone === 6 || zone === 7 ? 32 + 6 * next() : -80 + 165 * next();
      return at(lat, meridian - 2.99 + 5.98 * next());
    });
    const lines = positions.map(({ latE7, lonE7 }) => {
      const { latDegrees, lonDegrees } = fromWgs84('SK42', latE7 / 1e7, lonE7 / 1e7);
      return `${lonDegrees.toFixed(10)} ${latDegrees.toFixed(10)}`;
    });
    const theirs = convergencesOfProj(meridian, lines);
    if (theirs === undefined) return t.skip(NO_PROJ);
    assert.equal(theirs.length, lines.length);
    for (const [i, position] of positions.entries()) {
      const apart = turnBetween(gridConvergenceDegrees(position, 'SK42'), theirs[i] ?? NaN);
      assert.ok(apart < 1e-6, `${lines[i]}: ${apart}`);
    }
  }
});

test('Deir ez-Zor has the convergence that GeoConvert gives, and names its zones', () => {
  const { degrees, zone } = gridConvergence(at(35.3359, 40.1408), 'UTM');
  assert.ok(Math.abs(degrees - 0.659_862_031_091_5) < 1e-12);
  assert.equal(zone, 'UTM zone 37N');
  assert.equal(gridConvergence(at(35.3359, 40.1408), 'SK42').zone, 'SK-42 zone 7');
  assert.equal(gridConvergence(at(-33, -60), 'UTM').zone, 'UTM zone 21S');
  assert.equal(gridConvergence(at(85, -60), 'UTM').zone, 'UPS north');
  assert.equal(gridConvergence(at(-85, -60), 'UTM').zone, 'UPS south');
});

test('grid north lies east of true north in the north-east of a zone, and west in its west', () => {
  assert.ok(gridConvergenceDegrees(at(35, 41), 'UTM') > 0);
  assert.ok(gridConvergenceDegrees(at(35, 37), 'UTM') < 0);
  assert.ok(gridConvergenceDegrees(at(-35, 41), 'UTM') < 0);
});

test('the convergence has a value at the poles and along the antimeridian', () => {
  assert.equal(gridConvergenceDegrees(at(90, 33), 'UTM'), 33);
  assert.equal(gridConvergenceDegrees(at(-90, 33), 'UTM'), -33);
  for (const lon of [180, -180, 179.999_999_9, -179.999_999_9]) {
    for (const lat of [90, 89.9999999, 60, 0, -60, -90]) {
      assert.ok(Number.isFinite(gridConvergenceDegrees(at(lat, lon), 'SK42')), `${lat} ${lon}`);
      assert.ok(Number.isFinite(gridConvergenceDegrees(at(lat, lon), 'UTM')), `${lat} ${lon}`);
    }
  }
});
