// How far apart two altitude bands are. Bands stated in one reference (on QNH and QFE, on one
// stated setting) are compared in it, to the centimetre. Otherwise both are put above the
// ellipsoid, where conversion only ever widens them.
import { ellipsoidalInterval } from '@parley/geo';
import type { AltitudeBand, AltitudeInterval, Height, HeightBound, Position } from '@parley/geo';
import { axesAt, chordMetres, onSurface, surfacePosition, surfaceVector } from './earth.ts';
import { bandOf } from './extent.ts';
import type { Shape, Volume } from './volume.ts';

export type VerticalApproach = { readonly overlap: boolean; readonly gapCentimetres: number };

/** Stands for "no limit" when bands are compared in the reference that they share. */
const UNLIMITED_CENTIMETRES = 1e12;

/** The vertical approach of two volumes. */
export function verticalApproach(a: Volume, b: Volume): VerticalApproach {
  const [bandA, bandB] = [bandOf(a), bandOf(b)];
  return sharedReference(bandA, bandB)
    ? compareStated(bandA, bandB)
    : compareSpans(ellipsoidalSpan(a), ellipsoidalSpan(b));
}

/** As stated; two spans that share one altitude alone do not meet where a band excludes it. */
function compareStated(a: AltitudeBand, b: AltitudeBand): VerticalApproach {
  const [spanA, spanB] = [statedSpan(a), statedSpan(b)];
  const approach = compareSpans(spanA, spanB);
  const from = Math.max(spanA.lowerCentimetres, spanB.lowerCentimetres);
  const to = Math.min(spanA.upperCentimetres, spanB.upperCentimetres);
  const shunned = [a.lower, a.upper, b.lower, b.upper].some(
    (bound) => bound.kind === 'height' && bound.excluded === true && bound.centimetres === from,
  );
  return from === to && shunned ? { ...approach, overlap: false } : approach;
}

/** The altitudes above the ellipsoid that a volume may reach: exact for HAE, else widened. */
export function ellipsoidalSpan(volume: Volume): AltitudeInterval {
  const known = spans.get(volume);
  if (known !== undefined) return known;
  const span = ellipsoidalInterval(bandOf(volume), middleAndRim(volume.outline));
  spans.set(volume, span);
  return span;
}

/**
 * Two closed spans overlap when they share more than one altitude. A span of one altitude ("at
 * FL180") overlaps every span that holds it, ends included.
 */
export function compareSpans(a: AltitudeInterval, b: AltitudeInterval): VerticalApproach {
  const from = Math.max(a.lowerCentimetres, b.lowerCentimetres);
  const to = Math.min(a.upperCentimetres, b.upperCentimetres);
  const single =
    a.lowerCentimetres === a.upperCentimetres || b.lowerCentimetres === b.upperCentimetres;
  return { overlap: from < to || (single && from === to), gapCentimetres: Math.max(0, from - to) };
}

const spans = new WeakMap<Volume, AltitudeInterval>();

/** Whether both bands can be compared as stated. A band up to the surface depends on the ground. */
function sharedReference(a: AltitudeBand, b: AltitudeBand): boolean {
  const odd = [a, b].some((x) => x.upper.kind === 'surface' || x.lower.kind === 'unlimited');
  const stated = [a.lower, a.upper, b.lower, b.upper].filter((bound) => bound.kind === 'height');
  const [first] = stated;
  return !odd && (first === undefined || stated.every((height) => onOneScale(first, height)));
}

/** Two settings that nobody stated may differ, so nothing is compared on them. */
export function onOneScale(a: Height, b: Height): boolean {
  if (a.reference !== b.reference || a.settingDecihectopascals !== b.settingDecihectopascals) {
    return false;
  }
  const needsSetting = a.reference === 'QNH' || a.reference === 'QFE';
  return !needsSetting || a.settingDecihectopascals !== undefined;
}

function statedSpan(band: AltitudeBand): AltitudeInterval {
  return {
    lowerCentimetres: statedCentimetres(band.lower),
    upperCentimetres: statedCentimetres(band.upper),
  };
}

function statedCentimetres(bound: HeightBound): number {
  if (bound.kind === 'height') return bound.centimetres;
  return bound.kind === 'surface' ? -UNLIMITED_CENTIMETRES : UNLIMITED_CENTIMETRES;
}

/**
 * The middle of a shape, and a place farther from it than any of the shape's points. The middle is
 * that of the box around the vertices, which does not depend on their order; edges between places
 * within a distance of it are within that distance too.
 */
export function middleAndRim(outline: Shape): Position[] {
  const points = verticesOf(outline).map(surfaceVector);
  const middle = (axis: 0 | 1 | 2): number => {
    const along = points.map((point) => point[axis]);
    return (Math.min(...along) + Math.max(...along)) / 2;
  };
  const centre = onSurface(middle(0), middle(1), middle(2));
  const far = Math.max(...points.map((point) => chordMetres(centre, point)));
  const [east] = axesAt(centre);
  const reach = 1.1 * (far + extentMetresOf(outline));
  const rim = onSurface(
    centre[0] + reach * east[0],
    centre[1] + reach * east[1],
    centre[2] + reach * east[2],
  );
  return [surfacePosition(centre), surfacePosition(rim)];
}

function verticesOf(outline: Shape): readonly Position[] {
  if (outline.kind === 'polygon') return outline.ring;
  return outline.kind === 'corridor' ? outline.line : [outline.centre];
}

function extentMetresOf(outline: Shape): number {
  switch (outline.kind) {
    case 'circle':
      return outline.radiusCentimetres / 100;
    case 'corridor':
      return outline.halfWidthCentimetres / 100;
    case 'ellipse':
      return outline.semiMajorCentimetres / 100;
    case 'polygon':
      return 0;
  }
}
