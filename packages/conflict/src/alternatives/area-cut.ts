// The smallest cut that frees: an area loses what lies beyond a straight line in one of 16
// directions, a circle or an ellipse shrinks about its centre, a corridor ends earlier or is
// narrower. Within each of these families less is free wherever more is, so the cut is found by
// halves; the one that leaves most is taken. Every volume in conflict is cut, the others stay.
import type { Position } from '@parley/geo';
import { direct, inverse } from '@parley/geo';
import { chartAbout } from '../chart.ts';
import type { ChartPoint } from '../chart.ts';
import { conflictBetween } from '../conflict-between.ts';
import { surfacePosition, surfaceVector } from '../earth.ts';
import { footprintOf } from '../footprint.ts';
import { volumeFaults } from '../volume-faults.ts';
import type { Area, Shape, Volume } from '../volume.ts';
import { isFree, neighboursOf, ruledOut } from './alternative.ts';
import type { Question, Searched } from './alternative.ts';
import { DIRECTIONS } from './lateral-move.ts';

/** Cuts are found to a five-hundredth of the shape. */
const HALVINGS = 9;

/** What is left of an outline for a part from 0 (all) to 1 (nothing), and its share of the area. */
type Family = (cut: number) => { readonly outline: Shape; readonly share: number } | undefined;

/** The cut that leaves most of each area in conflict. */
export function areaCut(question: Question): Searched {
  const { volumes, minima, bounds } = question;
  const kind = 'cut';
  if (bounds.cutShare === 0) return ruledOut(kind);
  const neighbours = neighboursOf(question, volumes, minima);
  let shareLeft = 1;
  const cut: Volume[] = [];
  for (const [asked, volume] of volumes.entries()) {
    const near = neighbours.filter((neighbour) => neighbour.asked === asked);
    if (near.length === 0) {
      cut.push(volume);
      continue;
    }
    const clears = (outline: Shape): boolean =>
      near.every(({ other }) => !conflictBetween({ ...volume, outline }, other, minima));
    const best = bestOf(volume, familiesOf(volume.outline), clears);
    if (best === undefined || best.share < 1 - bounds.cutShare) {
      return { kind, reason: 'none within bounds' };
    }
    shareLeft = Math.min(shareLeft, best.share);
    cut.push({ ...volume, outline: best.outline });
  }
  if (!isFree(question, cut)) throw new Error('bug: what is left is not free');
  return { kind, shareLeft, volumes: cut };
}

function bestOf(
  volume: Volume,
  families: readonly Family[],
  clears: (outline: Shape) => boolean,
): { readonly outline: Shape; readonly share: number } | undefined {
  let best: { readonly outline: Shape; readonly share: number } | undefined;
  for (const family of families) {
    let [low, high] = [0, 1];
    for (let i = 0; i < HALVINGS; i++) {
      const middle = (low + high) / 2;
      const left = family(middle);
      if (left === undefined) {
        high = middle;
        continue;
      }
      if (left.share <= (best?.share ?? 0)) {
        // Less than another family leaves already.
        high = middle;
        continue;
      }
      const usable = volumeFaults({ ...volume, outline: left.outline }).length === 0;
      if (usable && clears(left.outline)) {
        best = left;
        high = middle;
      } else low = middle;
    }
  }
  return best;
}

function familiesOf(outline: Shape): Family[] {
  switch (outline.kind) {
    case 'circle':
      return [
        (cut) => {
          const radiusCentimetres = Math.floor(outline.radiusCentimetres * (1 - cut));
          return { outline: { ...outline, radiusCentimetres }, share: (1 - cut) ** 2 };
        },
      ];
    case 'corridor':
      return [
        (cut) => {
          const halfWidthCentimetres = Math.floor(outline.halfWidthCentimetres * (1 - cut));
          return { outline: { ...outline, halfWidthCentimetres }, share: 1 - cut };
        },
        (cut) => shortened(outline, outline.line, cut),
        (cut) => shortened(outline, outline.line.toReversed(), cut),
      ];
    case 'ellipse':
      return [
        (cut) => {
          const semiMajorCentimetres = Math.floor(outline.semiMajorCentimetres * (1 - cut));
          const semiMinorCentimetres = Math.floor(outline.semiMinorCentimetres * (1 - cut));
          const smaller = { ...outline, semiMajorCentimetres, semiMinorCentimetres };
          return { outline: smaller, share: (1 - cut) ** 2 };
        },
      ];
    case 'polygon':
      // A line through a hole would open it: areas with holes stay whole.
      if ((outline.holes ?? []).length > 0) return [];
      return Array.from({ length: DIRECTIONS }, (_, i) =>
        beyondLine(outline, (2 * Math.PI * i) / DIRECTIONS),
      );
  }
}

/** A corridor whose line ends earlier. */
function shortened(
  outline: Extract<Shape, { kind: 'corridor' }>,
  line: readonly Position[],
  cut: number,
): { outline: Shape; share: number } {
  const legs = line.slice(1).map((to, i) => ({ from: line[i] ?? to, to }));
  const lengths = legs.map(({ from, to }) => inverse(from, to).distanceMetres);
  let left = lengths.reduce((sum, length) => sum + length, 0) * (1 - cut);
  const kept = line.slice(0, 1);
  for (const [i, { from, to }] of legs.entries()) {
    const length = lengths[i] ?? 0;
    if (left >= length) kept.push(to);
    else if (left > 0) kept.push(direct(from, inverse(from, to).azimuthDegrees, left));
    left -= length;
  }
  return { outline: { ...outline, line: kept }, share: 1 - cut };
}

/** An area without what lies beyond a line across it, square to a direction in its chart. */
function beyondLine(outline: Area, angle: number): Family {
  const chart = chartAbout(footprintOf(outline).centre);
  const ring = outline.ring.map((position) => chart.to(surfaceVector(position)));
  const along = ([x, y]: ChartPoint): number => x * Math.cos(angle) + y * Math.sin(angle);
  const [low, high] = [Math.min(...ring.map(along)), Math.max(...ring.map(along))];
  const whole = planeArea(ring);
  return (cut) => {
    const limit = high - cut * (high - low);
    const left = ring.flatMap((from, i): ChartPoint[] => {
      const to = ring[(i + 1) % ring.length] ?? from;
      const [a, b] = [along(from), along(to)];
      const kept = a <= limit ? [from] : [];
      if (a <= limit === b <= limit) return kept;
      const t = (limit - a) / (b - a);
      return [...kept, [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])]];
    });
    if (left.length < 3) return undefined;
    const positions = left.map((point) => surfacePosition(chart.from(point)));
    return { outline: { ...outline, ring: positions }, share: planeArea(left) / whole };
  };
}

/** The area of a ring in a chart, square metres: good for shares. */
function planeArea(ring: readonly ChartPoint[]): number {
  let twice = 0;
  for (const [i, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
    twice += x * nextY - nextX * y;
  }
  return Math.abs(twice) / 2;
}
