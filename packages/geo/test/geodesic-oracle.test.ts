// Distances and directions against GeodSolve, unrounded and within a micrometre: over the globe, in
// the theatre, and where geodesics are hard: antipodal, meridional, equatorial, tiny and polar.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { direct, directDegrees, inverse } from '../src/shape/geodesic.ts';
import type { Position } from '../src/index.ts';
import { ask, at, everywhere, line, metresApart, numbersFrom, numbersIn, worst } from './oracle.ts';

const MISSING = 'GeodSolve is not installed: apt-get install geographiclib-tools';
const MICROMETRE = 1e-6;

type Pair = readonly [Position, Position];

/** Pairs that series and starting values find hardest (Karney 2013, section 7). */
function hardPairs(count: number, seed: number): Pair[] {
  const next = numbersFrom(seed);
  const lat = (): number => 180 * next() - 90;
  const lon = (): number => 360 * next() - 180;
  const small = (): number => (next() < 0.2 ? 0 : (2 * next() - 1) * 10 ** -Math.floor(8 * next()));
  const within = (value: number): number => Math.max(-90, Math.min(90, value));
  const opposite = (degrees: number): number => (degrees > 0 ? degrees - 180 : degrees + 180);
  const kinds: readonly (() => Pair)[] = [
    // Antipodal, exactly and nearly.
    () => {
      const [y, x] = [lat(), lon()];
      const end = Math.max(-180, Math.min(180, opposite(x) + small()));
      return [at(y, x), at(within(-y + small()), end)];
    },
    // Along one meridian, and over a pole.
    () => {
      const x = lon();
      return [at(lat(), x), at(lat(), next() < 0.5 ? x : opposite(x))];
    },
    // Along the equator: beyond 179.4 degrees the shortest way leaves it.
    () => [at(0, lon()), at(0, lon())],
    () => {
      const x = -180 * next();
      return [at(0, x), at(small() * 1e-2, Math.min(180, x + 179.3 + 0.7 * next()))];
    },
    // Centimetres to kilometres.
    () => {
      const [y, x] = [lat(), 359 * next() - 179.5];
      return [at(y, x), at(within(y + small() / 100), x + small() / 100)];
    },
    // At the poles and near them.
    () => [
      at(next() < 0.5 ? 90 : 90 - Math.abs(small()), lon()),
      at(next() < 0.5 ? -90 : 90 - Math.abs(small()), lon()),
    ],
  ];
  return Array.from({ length: count }, (_, i) => kinds[i % kinds.length]?.() ?? [ORIGIN, ORIGIN]);
}

const ORIGIN = at(0, 0);

function pairsOf(): Pair[] {
  const ends = everywhere(14_000, 9).toReversed();
  const plain = everywhere(14_000, 8).map((start, i): Pair => [start, ends[i] ?? ORIGIN]);
  return [...plain, ...hardPairs(12_000, 15)];
}

test('33,000 distances agree with GeodSolve within a micrometre', (t) => {
  const pairs = pairsOf();
  const lines = pairs.map(([a, b]) => `${line(a)} ${line(b)}`);
  const theirs = ask('GeodSolve', ['-i', '-p', '10'], lines);
  if (theirs === undefined) return t.skip(MISSING);
  const seen = worst();
  for (const [i, [a, b]] of pairs.entries()) {
    const ours = inverse(a, b).distanceMetres;
    seen.note(Math.abs(ours - numbersIn(theirs[i])[2]), lines[i] ?? '');
  }
  t.diagnostic(seen.text('m'));
  assert.ok(seen.difference() < MICROMETRE, seen.text('m'));
});

test('33,000 directions lead GeodSolve to the end, within a micrometre', (t) => {
  const pairs = pairsOf();
  const ways = pairs.map(([a, b]) => inverse(a, b));
  const lines = pairs.map(([a], i) => {
    const { azimuthDegrees = NaN, distanceMetres = NaN } = ways[i] ?? {};
    return `${line(a)} ${azimuthDegrees.toFixed(15)} ${distanceMetres.toFixed(10)}`;
  });
  const theirs = ask('GeodSolve', ['-p', '10'], lines);
  if (theirs === undefined) return t.skip(MISSING);
  const seen = worst();
  for (const [i, [a, b]] of pairs.entries()) {
    const [latDegrees, lonDegrees] = numbersIn(theirs[i]);
    const end = { latDegrees: b.latE7 / 1e7, lonDegrees: b.lonE7 / 1e7 };
    seen.note(metresApart(end, { latDegrees, lonDegrees }), `${line(a)} ${line(b)}`);
    const { azimuthDegrees = NaN } = ways[i] ?? {};
    assert.ok(azimuthDegrees >= 0 && azimuthDegrees < 360, String(azimuthDegrees));
  }
  t.diagnostic(seen.text('m'));
  assert.ok(seen.difference() < MICROMETRE, seen.text('m'));
});

test('30,000 ends agree with GeodSolve within a micrometre, and rounded to 1e-7 degree', (t) => {
  const next = numbersFrom(10);
  const ways = everywhere(20_000, 11).map((from, i) => {
    const cardinal = i % 8 === 0;
    const azimuth = cardinal ? 90 * Math.floor(4 * next()) : 360 * next();
    // From a tenth of a millimetre to twice round the earth.
    return { from, azimuth, metres: 10 ** (-4 + 11.9 * next()) };
  });
  const lines = ways.map(({ from, azimuth, metres }) => `${line(from)} ${azimuth} ${metres}`);
  const theirs = ask('GeodSolve', ['-p', '10'], lines);
  if (theirs === undefined) return t.skip(MISSING);
  const seen = worst();
  for (const [i, { from, azimuth, metres }] of ways.entries()) {
    const [latDegrees, lonDegrees] = numbersIn(theirs[i]);
    const their = { latDegrees, lonDegrees };
    seen.note(metresApart(directDegrees(from, azimuth, metres), their), lines[i] ?? '');
    const { latE7, lonE7 } = direct(from, azimuth, metres);
    // Half a unit of 1e-7 degree is 5.6 mm in each direction.
    const rounded = metresApart({ latDegrees: latE7 / 1e7, lonDegrees: lonE7 / 1e7 }, their);
    assert.ok(rounded < 0.008, `${lines[i]}: ${rounded}`);
  }
  t.diagnostic(seen.text('m'));
  assert.ok(seen.difference() < MICROMETRE, seen.text('m'));
});
