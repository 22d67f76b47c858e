// The smallest move on the ground: all volumes together, without turning, in one of 16 directions,
// to a distance that is a whole number of steps, then refined, and said to 10 m. Freedom is not the
// same for all distances beyond a free one: they are tried outwards, all directions at each.
import { direct, inverse } from '@parley/geo';
import type { Position } from '@parley/geo';
import geodesicLibrary from 'geographiclib-geodesic';
import { conflictBetween } from '../conflict-between.ts';
import { surfacePosition } from '../earth.ts';
import { footprintOf } from '../footprint.ts';
import type { Shape, Volume } from '../volume.ts';
import { isFree, neighboursOf, ruledOut } from './alternative.ts';
import type { Neighbour, Question, Searched } from './alternative.ts';

export const DIRECTIONS = 16;
/** Distances tried up to the bound. */
const STEPS = 50;
const SAID_METRES = 10;
const FINEST_METRES = 1;
/** Comparisons of two volumes in one search. */
const TESTS_MAX = 50_000;

/** The smallest move that was found, or that there is none. */
export function lateralMove(question: Question): Searched {
  const { minima, bounds, volumes } = question;
  const kind = 'moved';
  if (bounds.lateralMetres === 0) return ruledOut(kind);
  const reachCentimetres = minima.lateralCentimetres + Math.ceil(100 * bounds.lateralMetres);
  const wide = { ...minima, lateralCentimetres: reachCentimetres };
  const neighbours = neighboursOf(question, volumes, wide);
  const step = bounds.lateralMetres / STEPS;
  const pivot = footprintOf(outlineOf(volumes)).centre;
  const centre = surfacePosition(pivot);
  if (step * neighbours.length === 0) return { kind, reason: 'none within bounds' };
  let tests = 0;
  const tried = (azimuth: number, metres: number): readonly Volume[] | undefined => {
    tests += neighbours.length;
    const moved = volumes.map((volume) => movedFrom(volume, centre, azimuth, metres));
    return isClear(moved, neighbours, question) ? moved : undefined;
  };
  for (let at = step; at <= bounds.lateralMetres * 1.0000001; at += step) {
    let best: { metres: number; azimuthDegrees: number } | undefined;
    for (let i = 0; i < DIRECTIONS; i++) {
      const azimuthDegrees = (360 * i) / DIRECTIONS;
      if (tests > TESTS_MAX) return { kind, reason: 'too much to be tried' };
      if (tried(azimuthDegrees, at) === undefined) continue;
      const metres = refined((distance) => tried(azimuthDegrees, distance), at - step, at);
      if (best === undefined || metres < best.metres) best = { metres, azimuthDegrees };
    }
    if (best === undefined) continue;
    const { metres, azimuthDegrees } = best;
    const moved = volumes.map((volume) => movedFrom(volume, centre, azimuthDegrees, metres));
    if (!isFree(question, moved)) throw new Error(`bug: ${metres} m is not free`);
    return { kind, metres, azimuthDegrees, volumes: moved };
  }
  return { kind, reason: 'none within bounds' };
}

/** A free distance above `blocked` and at most `free`, by halves, to the finest step. */
function refined(
  tried: (metres: number) => readonly Volume[] | undefined,
  blocked: number,
  free: number,
): number {
  let [low, high] = [blocked, free];
  while (high - low > FINEST_METRES) {
    const middle = (low + high) / 2;
    if (tried(middle) === undefined) low = middle;
    else high = middle;
  }
  // Said in whole steps where those are free too.
  const whole = Math.ceil(high / SAID_METRES) * SAID_METRES;
  return whole <= free && tried(whole) !== undefined ? whole : high;
}

function isClear(
  moved: readonly Volume[],
  neighbours: readonly Neighbour[],
  { minima }: Question,
): boolean {
  return neighbours.every(({ asked, other }) => {
    const volume = moved[asked];
    return volume !== undefined && conflictBetween(volume, other, minima) === undefined;
  });
}

function outlineOf([first]: readonly Volume[]): Shape {
  if (first === undefined) throw new Error('bug: nothing to move');
  return first.outline;
}

/** A volume as it is when its surroundings' centre goes `metres` along a geodesic. */
function movedFrom(volume: Volume, centre: Position, azimuth: number, metres: number): Volume {
  const [lat, lon] = [centre.latE7 / 1e7, centre.lonE7 / 1e7];
  const way = geodesicLibrary.Geodesic.WGS84.Direct(lat, lon, azimuth, metres);
  const turn = (way.azi2 ?? azimuth) - azimuth;
  const to = direct(centre, azimuth, metres);
  const move = (position: Position): Position => {
    const { distanceMetres, azimuthDegrees } = inverse(centre, position);
    return direct(to, azimuthDegrees + turn, distanceMetres);
  };
  return { ...volume, outline: movedOutline(volume.outline, move) };
}

function movedOutline(outline: Shape, move: (position: Position) => Position): Shape {
  switch (outline.kind) {
    case 'circle':
      return { ...outline, centre: move(outline.centre) };
    case 'corridor':
      return { ...outline, line: outline.line.map(move) };
    case 'ellipse': {
      // North is elsewhere there: the axis goes along with a point on it.
      const { centre, azimuthMillidegrees, semiMajorCentimetres } = outline;
      const tip = direct(centre, azimuthMillidegrees / 1000, semiMajorCentimetres / 100);
      const to = move(centre);
      const azimuth = Math.round(inverse(to, move(tip)).azimuthDegrees * 1000);
      return { ...outline, centre: to, azimuthMillidegrees: azimuth % 360_000 };
    }
    case 'polygon': {
      const ring = outline.ring.map(move);
      if (outline.holes === undefined) return { ...outline, ring };
      return { ...outline, ring, holes: outline.holes.map((hole) => hole.map(move)) };
    }
  }
}
