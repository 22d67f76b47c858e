// Findings within a geometry: what two statements of the same thing make of one another, and what a
// slip leaves in the corners of one area. Each names what was read, what was measured, and by how
// much they differ. A sensible shape has none.
import { fromWgs84, toWgs84 } from '../grid/datum.ts';
import type { Datum, Degrees } from '../grid/datum.ts';
import { ellipsoidalInterval } from '../height/altitude-interval.ts';
import type { AltitudeInterval } from '../height/altitude-interval.ts';
import { onOneScale, writeBand } from '../height/height.ts';
import type { AltitudeBand, HeightBound } from '../height/height.ts';
import { writeBearing, writeDistance } from '../place/place-words.ts';
import type { Position } from '../position/position.ts';
import { writePosition } from '../position/write-position.ts';
import { inverse } from '../shape/geodesic.ts';
import type { Slip } from './finding.ts';

/** Two positions given for one point, by two sides or in two forms, and what they show. */
export type SlipFinding = {
  readonly code: 'datum-slip' | 'axes-swapped' | 'positions-differ';
  readonly differsMetres: number;
  /** From the first to the second, true, 0 to below 360. */
  readonly bearingDegrees: number;
  /** The mistake that would give just this difference, when one is known. */
  readonly asIf?: string;
  readonly sentence: string;
};

/** A corner that does not belong to the others. */
export type VertexFinding = {
  readonly code: 'vertex-far-off';
  /** From 0. */
  readonly vertex: number;
  readonly position: Position;
  /** From the nearest other corner. */
  readonly differsMetres: number;
  /** The widest distance between any two of the others. */
  readonly othersMetres: number;
  readonly sentence: string;
};

/** Two statements of one band that cannot both be true. */
export type BandFinding = {
  readonly code: 'altitudes-disagree';
  readonly limit: 'lower' | 'upper';
  /** The least by which they differ, whatever the pressure and the ground. */
  readonly differsMetres: number;
  readonly sentence: string;
};

/** How near a difference must come to what a wrong datum makes of the place. */
const SLIP_METRES = 15;
/** 5,500 m is written as 18,000 ft, which is 14 m less. */
const ROUNDED_METRES = 30;
const FAR_TIMES = 8;
const FAR_METRES = 3000;
/** Beyond this many corners a shape is a trace, and its own steps say nothing. */
const CORNERS_MAX = 200;

type Mistake = {
  readonly slip: Slip;
  readonly asIf: string;
  readonly of: (lat: number, lon: number) => Degrees;
};

const NAMES: Readonly<Record<Datum, string>> = { SK42: 'SK-42', PZ90: 'PZ-90.11' };
const MISTAKES: readonly Mistake[] = (['SK42', 'PZ90'] as const).flatMap((datum) => [
  {
    slip: `${datum}-as-WGS84` as const,
    asIf: `${NAMES[datum]} degrees had been taken for WGS-84`,
    of: (lat, lon) => fromWgs84(datum, lat, lon),
  },
  {
    slip: `WGS84-as-${datum}` as const,
    asIf: `WGS-84 degrees had been taken for ${NAMES[datum]}`,
    of: (lat, lon) => toWgs84(datum, lat, lon),
  },
]);

/**
 * What two positions for one point show when they differ by more than `toleranceMetres`: the mark
 * of a wrong datum (100 to 150 m around Syria; within 15 m of what that datum makes of the place),
 * latitude and longitude exchanged, or a plain difference. Undefined when they agree.
 */
export function slipFinding(
  one: Position,
  other: Position,
  toleranceMetres: number,
): SlipFinding | undefined {
  const { distanceMetres, azimuthDegrees } = inverse(one, other);
  if (distanceMetres <= toleranceMetres) return undefined;
  const apart = `${writePosition(one, 'DD')} and ${writePosition(other, 'DD')} are`;
  const far =
    distanceMetres < 1000 ? `${distanceMetres.toFixed(0)} m` : writeDistance(distanceMetres);
  const measured = `${apart} ${far} apart, bearing ${writeBearing(azimuthDegrees)} degrees`;
  const common = { differsMetres: distanceMetres, bearingDegrees: azimuthDegrees };
  const mistake = MISTAKES.find((known) => missMetres(known, one, other) <= slipMetres(known, one));
  if (mistake !== undefined) {
    const { asIf } = mistake;
    return { code: 'datum-slip', ...common, asIf, sentence: `${measured}, as if ${asIf}.` };
  }
  const swapped = { latE7: other.lonE7, lonE7: other.latE7 };
  const isPosition = Math.abs(swapped.latE7) <= 900_000_000;
  if (isPosition && inverse(one, swapped).distanceMetres <= Math.max(1000, toleranceMetres)) {
    const asIf = 'latitude and longitude had been exchanged';
    return { code: 'axes-swapped', ...common, asIf, sentence: `${measured}, as if ${asIf}.` };
  }
  return { code: 'positions-differ', ...common, sentence: `${measured}.` };
}

/**
 * The wrong datum whose mark the difference between two positions is, when both are known to
 * `precisionMetres`: within 15 m and that of what the datum makes of the place, and larger by half
 * than what the digits leave open.
 */
export function slipOf(one: Position, other: Position, precisionMetres: number): Slip | undefined {
  return MISTAKES.find((known) => {
    const size = inverse(one, moved(known.of, one)).distanceMetres;
    if (size < 1.5 * precisionMetres) return false;
    return missMetres(known, one, other) <= Math.min(SLIP_METRES + precisionMetres / 2, size / 4);
  })?.slip;
}

/**
 * The corner that lies far off the others: farther from every other corner than 8 times the widest
 * distance among them, and than 3 km. Rings and lines of 4 to 200 corners; undefined for others,
 * and when more than one corner is far.
 */
export function vertexFinding(corners: readonly Position[]): VertexFinding | undefined {
  if (corners.length < 4 || corners.length > CORNERS_MAX) return undefined;
  for (const [vertex, position] of corners.entries()) {
    const others = corners.toSpliced(vertex, 1);
    const nearest = Math.min(...others.map((one) => inverse(position, one).distanceMetres));
    if (nearest <= FAR_METRES) continue;
    const othersMetres = widest(others);
    if (nearest <= FAR_TIMES * othersMetres) continue;
    const corner = `Corner ${vertex + 1}, ${writePosition(position, 'DD')},`;
    const sentence =
      `${corner} lies ${writeDistance(nearest)} from the nearest other corner. ` +
      `The others lie within ${writeDistance(othersMetres)} of one another.`;
    const code = 'vertex-far-off';
    return { code, vertex, position, differsMetres: nearest, othersMetres, sentence };
  }
  return undefined;
}

/**
 * Where two statements of one band over `around` cannot both be true. Limits of one reference are
 * compared as stated, and those in metres and feet may be rounded by 30 m; of two references each
 * is taken as wide as it may be (pressure, temperature, ground, geoid): a finding is certain.
 */
export function bandFindings(
  one: AltitudeBand,
  other: AltitudeBand,
  around: readonly Position[],
): BandFinding[] {
  return (['lower', 'upper'] as const).flatMap((limit) => {
    const gap = gapMetres(one[limit], other[limit], around);
    if (gap <= 0) return [];
    const sentence =
      `The ${limit} limits of ${writeBand(one)} and ${writeBand(other)} cannot both be true: ` +
      `they differ by at least ${Math.floor(gap)} m.`;
    return [{ code: 'altitudes-disagree' as const, limit, differsMetres: gap, sentence }];
  });
}

/** How far `other` lies from where the mistake would have put `one`. */
function missMetres({ of }: Mistake, one: Position, other: Position): number {
  return inverse(moved(of, one), other).distanceMetres;
}

/** A mistake that moves a place by centimetres has no mark of its own. */
function slipMetres({ of }: Mistake, one: Position): number {
  return Math.min(SLIP_METRES, inverse(one, moved(of, one)).distanceMetres / 4);
}

function moved(of: Mistake['of'], { latE7, lonE7 }: Position): Position {
  const { latDegrees, lonDegrees } = of(latE7 / 1e7, lonE7 / 1e7);
  return { latE7: Math.round(latDegrees * 1e7), lonE7: Math.round(lonDegrees * 1e7) };
}

function widest(points: readonly Position[]): number {
  let metres = 0;
  for (const [at, one] of points.entries()) {
    for (const other of points.slice(at + 1)) {
      metres = Math.max(metres, inverse(one, other).distanceMetres);
    }
  }
  return metres;
}

/** The least distance between two limits, metres; 0 when they may be the same. */
function gapMetres(a: HeightBound, b: HeightBound, around: readonly Position[]): number {
  if (a.kind === 'unlimited' && b.kind === 'unlimited') return 0;
  if (a.kind === 'height' && b.kind === 'height' && onOneScale(a, b)) {
    const metres = Math.abs(a.centimetres - b.centimetres) / 100;
    return a.unit === b.unit || metres > ROUNDED_METRES ? metres : 0;
  }
  const [one, other] = [spanOf(a, around), spanOf(b, around)];
  const gap = Math.max(
    one.lowerCentimetres - other.upperCentimetres,
    other.lowerCentimetres - one.upperCentimetres,
  );
  return Math.max(0, gap / 100);
}

/** Everything that one limit may mean: as a band of its own it is widened both ways. */
function spanOf(bound: HeightBound, around: readonly Position[]): AltitudeInterval {
  return ellipsoidalInterval({ lower: bound, upper: bound }, around);
}
