// Runs an independent program over many lines at once, and makes the points to run it on.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Position } from '../src/index.ts';

/** The program's lines of output, one for each line of input, or undefined when not installed. */
export function ask(
  program: string,
  args: readonly string[],
  lines: readonly string[],
): string[] | undefined {
  const run = spawnSync(program, args, { input: `${lines.join('\n')}\n`, maxBuffer: 1e9 });
  if (run.error !== undefined) return undefined;
  const answers = run.stdout.toString().trimEnd().split('\n');
  if (answers.length !== lines.length) {
    throw new Error(
      `${program} gave ${answers.length} lines for ${lines.length}: ${run.stderr.toString()}`,
    );
  }
  return answers;
}

/** `ask` of a C++ program beside the tests, on GeographicLib; undefined when it cannot be made. */
export function askLibrary(source: string, lines: readonly string[]): string[] | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'parley-oracle-'));
  try {
    const program = join(folder, 'oracle');
    const words = ['-O1', join(import.meta.dirname, source), '-lGeographicLib', '-o', program];
    const made = spawnSync('g++', words);
    return made.status === 0 ? ask(program, [], lines) : undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The first three numbers of an answer; NaN for what is missing. */
export function numbersIn(answer: string | undefined): [number, number, number] {
  const [first, second, third] = (answer ?? '').trim().split(/\s+/).map(Number);
  return [first ?? NaN, second ?? NaN, third ?? NaN];
}

/** A position from degrees, rounded to 1e-7. */
export function at(lat: number, lon: number): Position {
  return { latE7: Math.round(lat * 1e7) + 0, lonE7: Math.round(lon * 1e7) + 0 };
}

/** "lat lon" in degrees with seven decimals, as the oracles read it. */
export function line({ latE7, lonE7 }: Position): string {
  return `${(latE7 / 1e7).toFixed(7)} ${(lonE7 / 1e7).toFixed(7)}`;
}

/** A repeatable source of numbers from 0 to below 1 (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Poles, the antimeridian, band and zone borders, the corners of Norway and Svalbard. */
const CORNERS = (
  '90 0, -90 0, 90 180, -90 -180, 0 0, 0 180, 0 -180, 84 10, 83.9999999 10, -80 10, ' +
  '-80.0000001 10, 72 9, 72 21, 56 3, 64 3, 63.9999999 2.9999999, 72 33, 72 0, 84 42'
)
  .split(', ')
  .map((corner) => at(numbersIn(corner)[0], numbersIn(corner)[1]));

/** The whole globe, with the caps, all borders, Norway and Svalbard searched well. */
export function globe(count: number, seed: number): Position[] {
  const next = numbersFrom(seed);
  const between = (low: number, high: number): number => low + (high - low) * next();
  const near = (value: number): number => value + between(-1e-5, 1e-5);
  const kinds: readonly (() => Position)[] = [
    () => at(between(-90, 90), between(-180, 180)),
    () => at(between(-80, 84), near(6 * Math.floor(between(-29, 30)))),
    () => at(near(8 * Math.floor(between(-9, 10))), between(-180, 180)),
    () => at(between(83.9, 90), between(-180, 180)),
    () => at(between(-90, -79.9), between(-180, 180)),
    () => at(between(55, 65), between(-1, 13)),
    () => at(between(71, 84), between(-1, 43)),
    () => at(between(-84, 84), between(179.9, 180)),
    () => at(between(-84, 84), between(-180, -179.9)),
  ];
  return [
    ...CORNERS,
    ...Array.from({ length: count }, (_, i) => kinds[i % kinds.length]?.() ?? at(0, 0)),
  ];
}

/** Syria and around it, half of them at borders: of zones (36, 42 E), bands (32, 40 N), cells. */
export function theatre(count: number, seed: number): Position[] {
  const next = numbersFrom(seed);
  const near = (value: number): number => value + Math.round(20 * next() - 10) * 1e-7;
  const within = (low: number, high: number): number => low + (high - low) * next();
  const lat = (): number => within(30, 40.5);
  const lon = (): number => within(33, 45);
  const twelfth = (value: number): number => near(Math.round(12 * value) / 12);
  const kinds: readonly (() => Position)[] = [
    () => at(lat(), lon()),
    () => at(lat(), near(36 + 6 * Math.floor(2 * next()))),
    () => at(lat(), lon()),
    () => at(near(32 + 8 * Math.floor(2 * next())), lon()),
    () => at(lat(), lon()),
    () => at(twelfth(lat()), twelfth(lon())),
  ];
  return Array.from({ length: count }, (_, i) => kinds[i % kinds.length]?.() ?? at(0, 0));
}

/** The whole globe and, half as many again, the theatre. */
export function everywhere(count: number, seed: number): Position[] {
  return [...globe(count, seed), ...theatre(count / 2, seed + 1000)];
}

/** Metres in a degree of a meridian, nearly: for measuring what is a millimetre or less. */
const METRES_PER_DEGREE = 111_320;

export type Degrees = { readonly latDegrees: number; readonly lonDegrees: number };

/** The distance between two places that lie close together; right at the poles too. */
export function metresApart(a: Degrees, b: Degrees): number {
  const turn = ((((a.lonDegrees - b.lonDegrees + 180) % 360) + 360) % 360) - 180;
  const east = turn * Math.cos((a.latDegrees * Math.PI) / 180);
  return METRES_PER_DEGREE * Math.hypot(a.latDegrees - b.latDegrees, east);
}

/** Keeps the greatest difference seen, and where. */
export function worst(): {
  readonly note: (difference: number, where: string) => void;
  readonly difference: () => number;
  readonly count: () => number;
  readonly text: (unit: string) => string;
} {
  let [most, place, count] = [0, 'nowhere', 0];
  return {
    note: (difference, where) => {
      count += 1;
      // What is no number is worse than any difference.
      const value = Number.isNaN(difference) ? Infinity : difference;
      if (value > most) [most, place] = [value, where];
    },
    difference: () => most,
    count: () => count,
    text: (unit) => `${count} compared, worst ${most.toPrecision(3)} ${unit} at ${place}`,
  };
}
