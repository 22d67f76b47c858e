// Within the geometry: a corner or a volume that does not belong to the others, what mistake would
// have put it there, and two bands over one place that cannot both be meant.
import { writeBand } from '../height/height.ts';
import type { AltitudeBand } from '../height/height.ts';
import { centreOf } from '../shape/centre.ts';
import { inverse } from '../shape/geodesic.ts';
import type { Position } from '../position/position.ts';
import type { Described, ShapeFinding, Slip, Unworded } from './finding.ts';
import { bandFindings, slipOf, vertexFinding } from './geometry-findings.ts';
import { cornersOf } from './position-findings.ts';
import { sentenceOf } from './sentence.ts';

const VOLUMES_MAX = 100;
const FINDINGS_MAX = 50;
const SAME_METRES = 2;
/**
 * A volume this many times farther off than the others from one another, and this
 * far, is alone.
 */
const ALONE_TIMES = 8;
const ALONE_METRES = 100_000;
const BACK_SHARE = 1;

/**
 * What `volumes` show of themselves: a corner kilometres off the others, by exchanged axes or a
 * wrong hemisphere where that puts it back; a volume far off the others that its axes exchanged
 * would put among them; a volume that lies off another, corner for corner, by just a wrong datum;
 * two bands over one outline and time that share an end and differ in the other, or overlap. Reads
 * 100 volumes; gives at most 50 findings, by volume.
 */
export function geometryFindings(volumes: readonly Described[]): readonly ShapeFinding[] {
  const described = volumes.slice(0, VOLUMES_MAX);
  const found = described.flatMap((one, volume) => [
    ...vertexFindings(one, volume),
    ...aloneFindings(described, volume),
    ...described.slice(0, volume).flatMap((other, i) => pairFindings(other, i, one, volume)),
  ]);
  return found
    .slice(0, FINDINGS_MAX)
    .map((finding) => ({ ...finding, sentence: sentenceOf(finding, 'en') }));
}

type Found = Unworded<ShapeFinding>;

function vertexFindings({ outline }: Described, volume: number): Found[] {
  const corners = cornersOf(outline);
  const far = vertexFinding(corners);
  if (far === undefined) return [];
  const { vertex, position, differsMetres, othersMetres } = far;
  const others = corners.filter((_, i) => i !== vertex);
  const common = { volume, vertex, position, differsMetres, othersMetres };
  const slip = mirrors(position).find(([, back]) =>
    others.some((one) => inverse(one, back).distanceMetres <= Math.max(othersMetres, SAME_METRES)),
  )?.[0];
  if (slip === undefined) return [{ code: 'vertex-far-off', ...common }];
  return [{ code: slip === 'axes' ? 'vertex-swapped' : 'vertex-far-off', ...common, slip }];
}

/** Where a position would be without each mistake that moves it across the globe. */
function mirrors({ latE7, lonE7 }: Position): (readonly [Slip, Position])[] {
  const found: (readonly [Slip, Position])[] = [];
  if (Math.abs(lonE7) <= 900_000_000) found.push(['axes', { latE7: lonE7, lonE7: latE7 }]);
  found.push(['hemisphere', { latE7, lonE7: -lonE7 }], ['hemisphere', { latE7: -latE7, lonE7 }]);
  return found;
}

/**
 * One volume apart from at least two others, or from one, that a mistake undone
 * puts among them.
 */
function aloneFindings(volumes: readonly Described[], volume: number): Found[] {
  const one = volumes[volume];
  const others = volumes.filter((_, i) => i !== volume).map(({ outline }) => centreOf(outline));
  // Of two volumes that are apart either may be the wrong one: the second is named.
  if (one === undefined || others.length === 0 || (others.length === 1 && volume === 0)) return [];
  const centre = centreOf(one.outline);
  const apart = others.map((other) => inverse(centre, other).distanceMetres);
  const differsMetres = Math.min(...apart);
  const spread = Math.max(
    ...others.map((a) => Math.max(...others.map((b) => inverse(a, b).distanceMetres))),
  );
  const room = Math.max(ALONE_METRES, spread);
  if (differsMetres <= Math.max(ALONE_METRES, ALONE_TIMES * spread)) return [];
  const mistake = mirrors(centre).find(([, back]) =>
    others.some((other) => inverse(back, other).distanceMetres <= BACK_SHARE * room),
  );
  if (mistake === undefined) return [];
  const other = apart.indexOf(differsMetres);
  const index = other < volume ? other : other + 1;
  return [
    {
      code: 'volume-swapped',
      volume,
      other: index,
      position: centre,
      differsMetres,
      slip: mistake[0],
    },
  ];
}

function pairFindings(one: Described, other: number, two: Described, volume: number): Found[] {
  const [a, b] = [marksOf(one), marksOf(two)];
  if (one.outline.kind !== two.outline.kind || a.length !== b.length) return [];
  const apart = a.map((mark, i) => {
    const partner = b[i];
    return partner === undefined ? Infinity : inverse(mark, partner).distanceMetres;
  });
  const most = Math.max(...apart);
  if (most <= SAME_METRES) return sameOutline(one, two) ? bandsOf(one, other, two, volume) : [];
  const slips = a.map((mark, i) => {
    const partner = b[i];
    return partner === undefined ? undefined : slipOf(mark, partner, SAME_METRES);
  });
  const [slip] = slips;
  if (slip === undefined || slips.some((each) => each !== slip)) return [];
  return [{ code: 'volume-shifted', volume, other, differsMetres: most, slip }];
}

function marksOf({ outline }: Described): readonly Position[] {
  return outline.kind === 'circle' ? [outline.centre] : cornersOf(outline);
}

function sameOutline({ outline: a }: Described, { outline: b }: Described): boolean {
  if (a.kind === 'circle' && b.kind === 'circle')
    return a.radiusCentimetres === b.radiusCentimetres;
  if (a.kind === 'corridor' && b.kind === 'corridor') {
    return a.halfWidthCentimetres === b.halfWidthCentimetres;
  }
  return true;
}

/**
 * Layers that touch are two volumes; bands that overlap over one place and time
 * are two statements.
 */
function bandsOf(one: Described, other: number, two: Described, volume: number): Found[] {
  const together = one.window.startMs < two.window.endMs && two.window.startMs < one.window.endMs;
  if (!together || !overlap(one.band, two.band)) return [];
  return bandFindings(one.band, two.band, marksOf(one)).map(({ limit, differsMetres }) => ({
    ...({ code: 'bands-disagree', volume, other, limit, differsMetres } as const),
    bands: [one.band, two.band] as const,
  }));
}

/** Whether the inner parts of two bands of like references certainly meet. */
function overlap(a: AltitudeBand, b: AltitudeBand): boolean {
  if (writeBand(a) === writeBand(b)) return false;
  const [lowA, highA, lowB, highB] = [a.lower, a.upper, b.lower, b.upper].map((bound) => {
    if (bound.kind === 'surface') return -Infinity;
    return bound.kind === 'unlimited' ? Infinity : bound.centimetres;
  });
  if (lowA === undefined || highA === undefined || lowB === undefined || highB === undefined) {
    return false;
  }
  return Math.max(lowA, lowB) < Math.min(highA, highB);
}
