// The ground shape of a volume, prepared once for all comparisons: a core (area, line or point) as
// a trace, and the width around it. The order of vertices is normalised, so that the same outline
// written from another vertex, or the other way round, gives the same answers to the last bit.
import type { Position } from '@parley/geo';
import { onSurface } from './earth.ts';
import type { Vector } from './earth.ts';
import { ellipseRing } from './ellipse.ts';
import { ballAround, traceOf } from './trace.ts';
import type { Ball, Trace } from './trace.ts';
import type { Shape, Volume } from './volume.ts';

export type Footprint = {
  readonly core: 'area' | 'line' | 'point';
  /** Of an area the border, then its holes; else the line, or the point alone. */
  readonly rings: readonly (readonly Position[])[];
  /** What lies within this distance of the core belongs to the shape. */
  readonly widthMetres: number;
  readonly trace: Trace;
  /** Holds the core and the width around it. */
  readonly ball: Ball;
  /** A point on the ground near the middle of the core. */
  readonly centre: Vector;
};

/** The footprint of an outline that has no fault. Outlines are immutable, so it is kept with it. */
export function footprintOf(outline: Shape): Footprint {
  const known = prepared.get(outline);
  if (known !== undefined) return known;
  const core = coreOf(outline);
  const rings = ringsOf(outline);
  const trace = traceOf(rings, core === 'area');
  const inner = ballAround(trace.points, 0, trace.arcs);
  const widthMetres = widthCentimetresOf(outline) / 100;
  const made: Footprint = {
    core,
    rings,
    widthMetres,
    trace,
    ball: { ...inner, radius: inner.radius + widthMetres },
    centre: onSurface(inner.x, inner.y, inner.z),
  };
  prepared.set(outline, made);
  return made;
}

/** The footprint of a volume with its buffer around it. */
export function reachOf({ outline, buffer }: Volume): Footprint {
  const bare = footprintOf(outline);
  if (buffer === undefined || buffer.lateralCentimetres === 0) return bare;
  const metres = buffer.lateralCentimetres / 100;
  const ball = { ...bare.ball, radius: bare.ball.radius + metres };
  return { ...bare, widthMetres: bare.widthMetres + metres, ball };
}

/** Total order of footprints: 0 only when they are the same shape. */
export function compareFootprints(a: Footprint, b: Footprint): number {
  if (a === b) return 0;
  if (a.core !== b.core) return a.core < b.core ? -1 : 1;
  const sizes = a.widthMetres - b.widthMetres || a.rings.length - b.rings.length;
  if (sizes !== 0) return sizes;
  for (const [i, ring] of a.rings.entries()) {
    const order = compareRings(ring, b.rings[i] ?? []);
    if (order !== 0) return order;
  }
  return 0;
}

function compareRings(a: readonly Position[], b: readonly Position[]): number {
  if (a.length !== b.length) return a.length - b.length;
  for (const [i, vertex] of a.entries()) {
    const order = comparePositions(vertex, b[i]);
    if (order !== 0) return order;
  }
  return 0;
}

const prepared = new WeakMap<Shape, Footprint>();

function coreOf({ kind }: Shape): Footprint['core'] {
  if (kind === 'circle') return 'point';
  return kind === 'corridor' ? 'line' : 'area';
}

function widthCentimetresOf(outline: Shape): number {
  if (outline.kind === 'circle') return outline.radiusCentimetres;
  return outline.kind === 'corridor' ? outline.halfWidthCentimetres : 0;
}

function ringsOf(outline: Shape): readonly (readonly Position[])[] {
  switch (outline.kind) {
    case 'circle':
      return [[outline.centre]];
    case 'corridor':
      return [normalLine(outline.line)];
    case 'ellipse':
      return [normalRing(ellipseRing(outline))];
    case 'polygon': {
      const holes = (outline.holes ?? []).map(normalRing);
      return [normalRing(outline.ring), ...holes.toSorted(compareRings)];
    }
  }
}

function normalLine(line: readonly Position[]): readonly Position[] {
  for (let i = 0; i < line.length; i++) {
    const order = comparePositions(line[i], line[line.length - 1 - i]);
    if (order !== 0) return order < 0 ? line : line.toReversed();
  }
  return line;
}

/** The ring from its least vertex on, towards the lesser of that vertex's neighbours. */
function normalRing(ring: readonly Position[]): readonly Position[] {
  let least = 0;
  for (let i = 1; i < ring.length; i++) {
    if (comparePositions(ring[i], ring[least]) < 0) least = i;
  }
  const turned = [...ring.slice(least), ...ring.slice(0, least)];
  if (comparePositions(turned[1], turned.at(-1)) <= 0) return turned;
  return [...turned.slice(0, 1), ...turned.slice(1).toReversed()];
}

function comparePositions(a: Position | undefined, b: Position | undefined): number {
  if (a === undefined || b === undefined) throw new Error('bug: an outline without vertices');
  return a.latE7 - b.latE7 || a.lonE7 - b.lonE7;
}
