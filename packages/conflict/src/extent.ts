// How far a volume reaches in height and time with its uncertainty and its buffer: what the tests
// compare. On the ground the buffer is part of the footprint's width.
import type { AltitudeBand, HeightBound, TimeWindow } from '@parley/geo';
import type { Band, Volume, Window } from './volume.ts';

/** The band with its limits moved outward by their uncertainty and the buffer. */
export function bandOf({ band, buffer }: Volume): AltitudeBand {
  const uncertainty = band.uncertaintyCentimetres ?? 0;
  if (uncertainty === 0 && buffer === undefined) return band;
  const [below, above] = [buffer?.belowCentimetres ?? 0, buffer?.aboveCentimetres ?? 0];
  return widened(band, uncertainty + below, uncertainty + above);
}

/** A band with its limits moved outward; those that are no heights stay. */
export function widened(
  { lower, upper }: Band,
  belowCentimetres: number,
  aboveCentimetres: number,
): AltitudeBand {
  return { lower: moved(lower, -belowCentimetres), upper: moved(upper, aboveCentimetres) };
}

/** The window with what is kept before and after it, each time that it comes. */
export function windowOf({ window, buffer }: Volume): Window {
  if (buffer === undefined) return window;
  const { startMs, endMs } = window;
  return { ...window, startMs: startMs - buffer.beforeMs, endMs: endMs + buffer.afterMs };
}

/** From the first start to the last end of a window. */
export function hullOf({ startMs, endMs, repeats }: Window): TimeWindow {
  if (repeats === undefined) return { startMs, endMs };
  return { startMs, endMs: endMs + (repeats.times - 1) * repeats.everyMs };
}

function moved(bound: HeightBound, byCentimetres: number): HeightBound {
  if (bound.kind !== 'height') return bound;
  return { ...bound, centimetres: bound.centimetres + byCentimetres };
}
