// The geometry of the mini map: an azimuthal equidistant chart around the middle, so that distances
// and bearings from it are true. Pure: positions in, pixels out.
import { centreOf, inverse, nearestPlace, outlinePoints } from '@parley/geo';
import type { Outline, Place, Position } from '@parley/geo';
import { traceStepMetres } from './trace-step.ts';

export type ChartPoint = { readonly x: number; readonly y: number };
export type MiniChart = {
  /** Closed outlines as SVG path data, one for each outline given. */
  readonly paths: readonly string[];
  readonly place: { readonly at: ChartPoint; readonly name: Place };
  /** A round distance and how long it is on the chart. */
  readonly scale: { readonly metres: number; readonly pixels: number };
};

const MARGIN = 0.14;
const EXTENT_METRES_MIN = 500;
/** A place further off than this many extents would shrink the area to a dot: it stays outside. */
const PLACE_EXTENTS_MAX = 4;

/** The outlines and their nearest place on a chart of `size`, north up; undefined for none. */
export function miniChart(
  outlines: readonly Outline[],
  size: { readonly width: number; readonly height: number },
): MiniChart | undefined {
  const [first] = outlines;
  if (first === undefined) return undefined;
  const origin = centreOf(first);
  const place = nearestPlace(origin);
  const rings = outlines.map((outline) =>
    outlinePoints(outline, traceStepMetres(outline)).map((point) => fromOrigin(origin, point)),
  );
  const placeAt = fromOrigin(origin, place.position);
  const reach = reachOf(rings.flat());
  const near = Math.hypot(placeAt.x, placeAt.y) <= PLACE_EXTENTS_MAX * reach;
  const { middle, half } = boxOf([...rings.flat(), ...(near ? [placeAt] : [])]);
  const pixelsPerMetre = Math.min(size.width / half.x, size.height / half.y) * (0.5 - MARGIN);
  const onChart = ({ x, y }: ChartPoint): ChartPoint => ({
    x: size.width / 2 + (x - middle.x) * pixelsPerMetre,
    y: size.height / 2 + (y - middle.y) * pixelsPerMetre,
  });
  const metres = roundMetres((size.width * 0.3) / pixelsPerMetre);
  return {
    paths: rings.map((ring) => pathOf(ring.map(onChart))),
    place: { at: onChart(placeAt), name: place },
    scale: { metres, pixels: metres * pixelsPerMetre },
  };
}

/** Metres east and south of the origin. */
function fromOrigin(origin: Position, position: Position): ChartPoint {
  const { distanceMetres, azimuthDegrees } = inverse(origin, position);
  const azimuth = (azimuthDegrees * Math.PI) / 180;
  return { x: distanceMetres * Math.sin(azimuth), y: -distanceMetres * Math.cos(azimuth) };
}

function reachOf(points: readonly ChartPoint[]): number {
  return points.reduce((most, { x, y }) => Math.max(most, Math.hypot(x, y)), EXTENT_METRES_MIN);
}

function boxOf(points: readonly ChartPoint[]): { middle: ChartPoint; half: ChartPoint } {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const spanOf = (values: readonly number[]) => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return { middle: (low + high) / 2, half: Math.max(EXTENT_METRES_MIN, (high - low) / 2) };
  };
  const [x, y] = [spanOf(xs), spanOf(ys)];
  return { middle: { x: x.middle, y: y.middle }, half: { x: x.half, y: y.half } };
}

/** The greatest of 1, 2 or 5 times a power of ten that is not above `metres`. */
function roundMetres(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres));
  const step = [5, 2, 1].find((factor) => factor * power <= metres) ?? 1;
  return step * power;
}

function pathOf(points: readonly ChartPoint[]): string {
  const steps = points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  return steps.length === 0 ? '' : `M${steps.join('L')}Z`;
}
