// GARS and GEOREF against GeographicLib's classes, which no command of its tools offers: written
// and read at every precision, on the borders of cells and at the poles.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPosition, writePosition } from '../src/index.ts';
import type { Position } from '../src/index.ts';
import { askLibrary, at, everywhere, line, numbersFrom, numbersIn } from './oracle.ts';

const MISSING = 'GeographicLib cannot be compiled: apt-get install g++ libgeographiclib-dev';

/** On the very borders of GARS cells and GEOREF minutes, where those are whole 1e-7 degrees. */
function borders(count: number, seed: number): Position[] {
  const next = numbersFrom(seed);
  return Array.from({ length: count }, () =>
    at(Math.floor(721 * next()) / 4 - 90, Math.floor(1441 * next()) / 4 - 180),
  );
}

/** A name cut to a random precision, sometimes with a letter or digit that may be wrong. */
function cut(name: string, lengths: readonly number[], next: () => number): string {
  const length = lengths[Math.floor(next() * lengths.length)] ?? name.length;
  const letters = name.slice(0, 4);
  const half = (name.length - 4) / 2;
  const kept = (length - 4) / 2;
  const short =
    name.length === 14
      ? `${letters}${name.slice(4, 4 + kept)}${name.slice(4 + half, 4 + half + kept)}`
      : name.slice(0, length);
  if (next() < 0.8) return short;
  const where = Math.floor(next() * short.length);
  const wrong = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.charAt(Math.floor(next() * 36));
  return `${short.slice(0, where)}${wrong}${short.slice(where + 1)}`;
}

test('35,000 positions are written and read in GARS and GEOREF as GeographicLib has it', (t) => {
  const next = numbersFrom(61);
  const positions = [...everywhere(20_000, 60), ...borders(5000, 62)];
  const gars = positions.map((position) => writePosition(position, 'GARS'));
  const georef = positions.map((position) => writePosition(position, 'GEOREF'));
  const texts = positions.map((_, i) =>
    i % 2 === 0
      ? `G ${cut(gars[i] ?? '', [5, 6, 7], next)}`
      : `F ${cut(georef[i] ?? '', [8, 10, 12, 14], next)}`,
  );
  const written = positions.map((position) => `W ${line(position)}`);
  const backs = georef.map((name) => `F ${name}`);
  const theirs = askLibrary('cells-oracle.cpp', [...written, ...backs, ...texts]);
  if (theirs === undefined) return t.skip(MISSING);
  const count = positions.length;
  let bordering = 0;
  for (const [i, position] of positions.entries()) {
    const where = line(position);
    const [theirGars = '', theirGeoref = '']: string[] = theirs[i]?.split(' ') ?? [];
    assert.equal(gars[i], theirGars, where);
    assertHolds(numbersIn(theirs[count + i]), position, georef[i] ?? '');
    if (isOnBorder(position)) bordering += 1;
    else assert.equal(georef[i], theirGeoref, where);
  }
  const misread = texts.flatMap((text, i) => differenceOf(text, theirs[2 * count + i] ?? '') ?? []);
  t.diagnostic(`${count} written (${bordering} on a border of GEOREF), ${count} read`);
  assert.deepEqual(misread, []);
});

/**
 * On a border GeographicLib multiplies in floating point and may name the cell below, and at 180 E
 * it writes a NUL for the first letter (2.1.2); there our name is judged by its cell alone.
 */
function isOnBorder({ latE7, lonE7 }: Position): boolean {
  return latE7 % 500 === 0 || lonE7 % 500 === 0;
}

/** Checks that a cell of 0.001 minute, by its middle, holds a position: its south-west included. */
function assertHolds([lat, lon]: [number, number, number], of: Position, name: string): void {
  const half = 1 / 120_000;
  const turned = of.lonE7 === 1_800_000_000 ? -180 : of.lonE7 / 1e7;
  const [up, right] = [of.latE7 / 1e7 - (lat - half), turned - (lon - half)];
  const isPole = of.latE7 === 900_000_000;
  assert.ok(up > -1e-9 && (isPole || up < 2 * half - 1e-9), `${line(of)} ${name}`);
  assert.ok(right > -1e-9 && right < 2 * half - 1e-9, `${line(of)} ${name}`);
}

function differenceOf(asked: string, theirs: string): string | undefined {
  const text = `${asked.startsWith('G') ? 'GARS' : 'GEOREF'} ${asked.slice(2)}`;
  const reading = readPosition(text);
  if (theirs.startsWith('ERROR') || !reading.ok) {
    return theirs.startsWith('ERROR') && !reading.ok ? undefined : `${text}: ${theirs}`;
  }
  const { latE7, lonE7 } = reading.value.position;
  const [lat, lon] = numbersIn(theirs);
  const apart = Math.max(Math.abs(latE7 / 1e7 - lat), Math.abs(lonE7 / 1e7 - lon));
  return apart <= 0.50001e-7 ? undefined : `${text}: ${latE7} ${lonE7}, ${theirs}`;
}
