// Where two shapes overlap on the ground: the middle and the size of what both hold. Lines are laid
// across a chart about a point of both; on each line a shape holds some spans, and what both hold
// is where their spans meet. First over all that both reach, then over what was found, finer.
import type { Position } from '@parley/geo';
import { chartAbout } from './chart.ts';
import type { Chart, ChartPoint } from './chart.ts';
import { surfacePosition } from './earth.ts';
import type { Vector } from './earth.ts';
import type { Footprint } from './footprint.ts';
import { pointOf, VOID } from './trace.ts';

export type OverlapPlace = {
  /** The middle of what both hold; it may lie outside of a bent overlap. */
  readonly centre: Position;
  /** Good to one part in 100; 0 for a sliver that no line meets. */
  readonly areaSquareMetres: number;
};

const LINES = 400;
const PASSES = 4;
/** Corners of a half circle around the end of a leg. */
const HALF_CIRCLE = 24;
const EARTH_METRES = 6_371_000;

type Span = readonly [from: number, to: number];
/** A ring or several, of which a point is inside when it is inside of an odd number. */
type Piece = readonly (readonly ChartPoint[])[];

/** What two overlapping shapes both hold; `shared`: a point of both. */
export function overlapPlace(a: Footprint, b: Footprint, shared: Vector): OverlapPlace {
  const chart = chartAbout(shared);
  const [piecesA, piecesB] = [piecesOf(a, chart), piecesOf(b, chart)];
  let [low, high] = sharedHeights(piecesA, piecesB);
  let found = { area: 0, x: 0, y: 0, low, high };
  for (let pass = 0; pass < PASSES; pass++) {
    found = laidAcross(piecesA, piecesB, low, high);
    if (found.area === 0) break;
    [low, high] = [found.low, found.high];
  }
  if (found.area === 0) return { centre: surfacePosition(shared), areaSquareMetres: 0 };
  const centre = chart.from([found.x / found.area, found.y / found.area]);
  return { centre: surfacePosition(centre), areaSquareMetres: found.area };
}

/** The area of what both hold, its moments, and the heights between which it lies. */
function laidAcross(a: readonly Piece[], b: readonly Piece[], low: number, high: number) {
  const step = (high - low) / LINES;
  const found = { area: 0, x: 0, y: 0, low: high, high: low };
  for (let i = 0; i < LINES; i++) {
    const y = low + (i + 0.5) * step;
    for (const [from, to] of common(spansAt(a, y), spansAt(b, y))) {
      const part = (to - from) * step * areaFactor((from + to) / 2, y);
      found.area += part;
      found.x += (part * (from + to)) / 2;
      found.y += part * y;
      found.low = Math.min(found.low, y - step);
      found.high = Math.max(found.high, y + step);
    }
  }
  return { ...found, low: Math.max(low, found.low), high: Math.min(high, found.high) };
}

/** A gnomonic chart shows a place at angle t from its middle larger by 1 / cos(t) cubed. */
function areaFactor(x: number, y: number): number {
  const tangent = (x * x + y * y) / EARTH_METRES ** 2;
  return (1 + tangent) ** -1.5;
}

function sharedHeights(a: readonly Piece[], b: readonly Piece[]): Span {
  const [[lowA, highA], [lowB, highB]] = [heightsOf(a), heightsOf(b)];
  return [Math.max(lowA, lowB), Math.min(highA, highB)];
}

function heightsOf(pieces: readonly Piece[]): Span {
  let [low, high] = [Infinity, -Infinity];
  for (const [, y] of pieces.flat(2)) [low, high] = [Math.min(low, y), Math.max(high, y)];
  return [low, high];
}

/** The spans of a line that a shape holds: of all of its pieces together, apart and in order. */
function spansAt(pieces: readonly Piece[], y: number): Span[] {
  const spans = pieces.flatMap((piece) => {
    const xs = piece.flatMap((ring) => crossingsAt(ring, y)).sort((p, q) => p - q);
    return xs.flatMap((x, i): Span[] => (i % 2 === 0 ? [[x, xs[i + 1] ?? x]] : []));
  });
  const joined: Span[] = [];
  for (const [from, to] of spans.sort((p, q) => p[0] - q[0])) {
    const last = joined.at(-1);
    if (last === undefined || from > last[1]) joined.push([from, to]);
    else joined[joined.length - 1] = [last[0], Math.max(last[1], to)];
  }
  return joined;
}

function crossingsAt(ring: readonly ChartPoint[], y: number): number[] {
  return ring.flatMap(([x1, y1], i): number[] => {
    const [x2, y2] = ring[(i + 1) % ring.length] ?? [x1, y1];
    return y1 > y === y2 > y ? [] : [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)];
  });
}

/** What lies in both of two lists of spans, each apart and in order. */
function common(a: readonly Span[], b: readonly Span[]): Span[] {
  return a.flatMap(([fromA, toA]) =>
    b.flatMap(([fromB, toB]): Span[] => {
      const [from, to] = [Math.max(fromA, fromB), Math.min(toA, toB)];
      return from < to ? [[from, to]] : [];
    }),
  );
}

/** An area and what is around its border, or the legs of a line with what is around them. */
function piecesOf(shape: Footprint, chart: Chart): Piece[] {
  const { trace, core, widthMetres } = shape;
  const points = Array.from({ length: trace.arcs + 1 }, (_, i) => chart.to(pointOf(trace, i)));
  const pieces: Piece[] = [];
  if (core === 'area') pieces.push(ringsAmong(points, trace.ringOf));
  if (widthMetres === 0) return pieces;
  for (let i = 0; i < trace.arcs; i++) {
    const [from, to] = [points[i], points[i + 1]];
    if (trace.ringOf[i] === VOID || from === undefined || to === undefined) continue;
    pieces.push([around(from, to, widthMetres)]);
  }
  return pieces;
}

function ringsAmong(points: readonly ChartPoint[], ringOf: Int32Array): ChartPoint[][] {
  const rings: ChartPoint[][] = [];
  for (const [arc, ring] of ringOf.entries()) {
    const point = points[arc];
    if (ring === VOID || point === undefined) continue;
    (rings[ring] ??= []).push(point);
  }
  return rings;
}

/** All within a distance of a leg, as a ring: two half circles and what joins them. */
function around([x1, y1]: ChartPoint, [x2, y2]: ChartPoint, metres: number): ChartPoint[] {
  const along = Math.atan2(y2 - y1, x2 - x1);
  const half = (x: number, y: number, from: number): ChartPoint[] => {
    // Wider by what the corners of a ring cut off, so that the area is right.
    const reach = metres * Math.sqrt(Math.PI / HALF_CIRCLE / Math.sin(Math.PI / HALF_CIRCLE));
    return Array.from({ length: HALF_CIRCLE + 1 }, (_, i) => {
      const turn = from + (Math.PI * i) / HALF_CIRCLE;
      return [x + reach * Math.cos(turn), y + reach * Math.sin(turn)];
    });
  };
  return [...half(x2, y2, along - Math.PI / 2), ...half(x1, y1, along + Math.PI / 2)];
}
