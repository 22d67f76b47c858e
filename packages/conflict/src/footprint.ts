// The ground shape of a volume, prepared once for all comparisons: a core (area, line or point) as
// a trace, and the width around it. The order of vertices is normalised, so that the same outline
// written from another vertex, or the other way round, gives the same answers to the last bit.
import type { Outline, Position } from '@parley/geo';
import { onSurface } from './earth.ts';
import type { Vector } from './earth.ts';
import { ballAround, traceOf } from './trace.ts';
import type { Ball, Trace } from './trace.ts';

export type Footprint = {
  readonly kind: Outline['kind'];
  readonly vertices: readonly Position[];
  /** What lies within this distance of the core belongs to the shape: 0 for polygons. */
  readonly widthMetres: number;
  readonly trace: Trace;
  /** Holds the core and the width around it. */
  readonly ball: Ball;
  /** A point on the ground near the middle of the core. */
  readonly centre: Vector;
};

/** The footprint of an outline that has no fault. Outlines are immutable, so it is kept with it. */
export function footprintOf(outline: Outline): Footprint {
  const known = prepared.get(outline);
  if (known !== undefined) return known;
  const vertices = coreVertices(outline);
  const trace = traceOf(vertices, outline.kind === 'polygon');
  const core = ballAround(trace.points, 0, trace.arcs);
  const widthMetres = widthCentimetresOf(outline) / 100;
  const made: Footprint = {
    kind: outline.kind,
    vertices,
    widthMetres,
    trace,
    ball: { ...core, radius: core.radius + widthMetres },
    centre: onSurface(core.x, core.y, core.z),
  };
  prepared.set(outline, made);
  return made;
}

/** Total order of footprints: 0 only when they are the same shape. */
export function compareFootprints(a: Footprint, b: Footprint): number {
  if (a === b) return 0;
  if (a.kind !== b.kind) return a.kind < b.kind ? -1 : 1;
  const sizes = a.widthMetres - b.widthMetres || a.vertices.length - b.vertices.length;
  if (sizes !== 0) return sizes;
  for (let i = 0; i < a.vertices.length; i++) {
    const order = comparePositions(a.vertices[i], b.vertices[i]);
    if (order !== 0) return order;
  }
  return 0;
}

const prepared = new WeakMap<Outline, Footprint>();

function widthCentimetresOf(outline: Outline): number {
  if (outline.kind === 'circle') return outline.radiusCentimetres;
  return outline.kind === 'corridor' ? outline.halfWidthCentimetres : 0;
}

function coreVertices(outline: Outline): readonly Position[] {
  if (outline.kind === 'circle') return [outline.centre];
  if (outline.kind === 'corridor') {
    return normalLine(outline.line);
  }
  return normalRing(outline.ring);
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
