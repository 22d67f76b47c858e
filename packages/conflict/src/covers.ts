// Whether one volume lies wholly within another: in time, in height, on the ground.
import { ellipsoidalInterval } from '@parley/geo';
import type { AltitudeInterval, HeightBound, Position } from '@parley/geo';
import { arcChord, closestApproach } from './arcs.ts';
import { deepBorderPoint, insideArea, outsidePoint, TOUCH_METRES } from './area.ts';
import { geodesicMetres } from './earth.ts';
import type { Vector } from './earth.ts';
import { widened } from './extent.ts';
import { compareFootprints, footprintOf } from './footprint.ts';
import type { Footprint } from './footprint.ts';
import { holdsWindow } from './time.ts';
import { pointOf } from './trace.ts';
import type { Trace } from './trace.ts';
import { middleAndRim, onOneScale } from './vertical.ts';
import type { Volume } from './volume.ts';

/**
 * Whether `outer` holds all of `inner`; shared borders count as inside. Volumes must have no fault
 * (`volumeFaults`); buffers do not count. Limits on one scale are compared as stated; of limits on
 * different scales, or uncertain ones, it is enough that they may fit, so that `false` is certain.
 * On the ground within TOUCH_METRES; a corridor is known to hold itself and circles alone.
 */
export function covers(outer: Volume, inner: Volume): boolean {
  if (!holdsWindow(outer.window, inner.window)) return false;
  const footprint = footprintOf(inner.outline);
  const around = middleAndRim(inner.outline);
  // As far as each band may be off, in favour of fitting.
  const more = outer.band.uncertaintyCentimetres ?? 0;
  const less = inner.band.uncertaintyCentimetres ?? 0;
  const [wide, narrow] = [widened(outer.band, more, more), widened(inner.band, -less, -less)];
  return (
    mayReach(narrow.lower, wide.lower, around) &&
    mayReach(wide.upper, narrow.upper, around) &&
    holds(footprintOf(outer.outline), footprint)
  );
}

/** Whether `upper` may be at the height of `lower`, or above it. */
function mayReach(upper: HeightBound, lower: HeightBound, around: readonly Position[]): boolean {
  if (lower.kind === 'surface' || upper.kind === 'unlimited') return true;
  if (lower.kind === 'unlimited') return false;
  if (upper.kind === 'surface') return lower.reference === 'AGL' && lower.centimetres <= 0;
  if (onOneScale(upper, lower)) return upper.centimetres >= lower.centimetres;
  const span = (bound: HeightBound): AltitudeInterval =>
    ellipsoidalInterval({ lower: bound, upper: bound }, around);
  return span(upper).upperCentimetres >= span(lower).lowerCentimetres;
}

function holds(outer: Footprint, inner: Footprint): boolean {
  if (compareFootprints(outer, inner) === 0) return true;
  switch (outer.core) {
    case 'point': {
      const centre = pointOf(outer.trace, 0);
      const room = outer.widthMetres - inner.widthMetres + TOUCH_METRES;
      return pointsOf(inner.trace).every((point) => geodesicMetres(centre, point) <= room);
    }
    case 'area':
      return areaHolds(outer, inner);
    case 'line': {
      if (inner.core !== 'point') return false;
      const room = outer.widthMetres - inner.widthMetres + TOUCH_METRES;
      const centre = pointOf(inner.trace, 0);
      return arcsOf(outer.trace).some((arc) => arcChord(outer.trace, arc, centre) <= room);
    }
  }
}

function areaHolds(area: Footprint, inner: Footprint): boolean {
  if (inner.core === 'area') {
    if (outsidePoint(inner, area) !== undefined) return false;
    // A hole of the one may lie within the other, whose border then says nothing of it.
    return area.rings.length === 1 || deepBorderPoint(area, inner) === undefined;
  }
  if (!insideArea(area, pointOf(inner.trace, 0))) return false;
  // Nearer to the border than its own width, the shape reaches over it.
  const found = closestApproach(inner.trace, area.trace, inner.widthMetres - TOUCH_METRES);
  return found === undefined;
}

function pointsOf(trace: Trace): Vector[] {
  return Array.from({ length: trace.arcs + 1 }, (_, at) => pointOf(trace, at));
}

function arcsOf(trace: Trace): number[] {
  return Array.from({ length: trace.arcs }, (_, at) => at);
}
