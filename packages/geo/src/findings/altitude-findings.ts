// Heights of the words against the bands. References that cannot be compared are taken as wide as
// they may be, so that a finding is certain; a height without one is first read in the band's own.
import { EARTH_CEILING_CENTIMETRES, ellipsoidalInterval } from '../height/altitude-interval.ts';
import type { AltitudeBand, HeightBound, HeightReference } from '../height/height.ts';
import type { Position } from '../position/position.ts';
import { saidBands } from './altitude-words.ts';
import type { SaidBand, SaidHeight } from './altitude-words.ts';
import type { AltitudeFinding, Described, Unworded } from './finding.ts';
import type { Prose } from './prose.ts';
import type { Ground } from './seen.ts';
import type { Taken } from './taken.ts';

/** Metres written as feet, and the other way round, are rounded to the hundred. */
const ROUNDED_METRES = 50;
const SAME_UNIT_METRES = 10;
const HEDGED_SHARE = 0.1;
const HEDGED_METRES = 150;
const SURFACE_METRES = 300;

/** "Flights above FL320 are not affected", "climb is not planned": heights of something else. */
const RELEASED = new RegExp(
  String.raw`(?<!\p{L})(?:(?:not|un) ?(?:affected|planned|restricted|foreseen)|` +
    String.raw`permitted|allowed|remains? open|stays? open|available|разреш\p{L}+|` +
    String.raw`открыт\p{L}*|не (?:затраг|огранич|планир|предусм)\p{L}*|без ` +
    String.raw`ограничений)(?!\p{L})`,
  'iu',
);

/** What one statement makes of one band. */
type Fault = {
  readonly limit: 'lower' | 'upper';
  readonly metres: number;
  /** Whether it may be true all the same: inside of the band, or not above something higher. */
  readonly inside: boolean;
};

/** The heights of `prose` that no band of `volumes` has. */
export function altitudeFindings(
  prose: Prose,
  volumes: readonly Described[],
  grounds: readonly Ground[],
  taken: Taken,
): Unworded<AltitudeFinding>[] {
  const bands = saidBands(prose.text).filter(
    ({ from, to }) =>
      !taken.holds(from, to) && !prose.isAside(from) && !RELEASED.test(prose.sentence(from)),
  );
  const faults = bands.map((said) =>
    volumes.map(({ band }, i) => faultOf(said, band, grounds[i]?.boundary ?? [])),
  );
  const isWhole = faults.some(
    (each, i) => bands[i]?.point === undefined && each.includes(undefined),
  );
  return bands.flatMap((said, i) => {
    const each = faults[i] ?? [];
    taken.add(said.from, said.to);
    if (each.length === 0 || each.includes(undefined)) return [];
    const known = each.filter((fault) => fault !== undefined);
    // Part of what another statement gives in full: "FL180-240, refuelling FL200-220".
    if (isWhole && said.lower?.kind !== 'surface' && known.some(({ inside }) => inside)) return [];
    const least = known.reduce((a, b) => (b.metres < a.metres ? b : a));
    const volume = volumes[each.indexOf(least)];
    if (volume === undefined) return [];
    return [
      {
        code: 'altitude-differs',
        at: said.from,
        said: prose.text.slice(said.from, said.to),
        saidLower: said.lowerText,
        saidUpper: said.upperText,
        limit: least.limit,
        band: volume.band,
        differsMetres: least.metres,
      } as const,
    ];
  });
}

function faultOf(
  said: SaidBand,
  band: AltitudeBand,
  around: readonly Position[],
): Fault | undefined {
  const gap = (height: SaidHeight, bound: HeightBound): number =>
    gapMetres(height, bound, said.hedged, around);
  if (said.point !== undefined) {
    const below = -gap(said.point, band.lower);
    const above = gap(said.point, band.upper);
    if (below > 0) return { limit: 'lower', metres: below, inside: false };
    return above > 0 ? { limit: 'upper', metres: above, inside: false } : undefined;
  }
  const low = said.lower === undefined ? 0 : gap(said.lower, band.lower);
  const high = said.upper === undefined ? 0 : gap(said.upper, band.upper);
  // Outside of the band whatever else is said: the words reach higher or lower than it does.
  if (said.lower !== undefined && said.upper !== undefined) {
    const inside = low >= 0 && high <= 0;
    // A range strictly within the band says where in it the work is.
    if (inside && low > 0 && high < 0) return undefined;
    if (low === 0 && high === 0) return undefined;
    const limit = Math.abs(low) > Math.abs(high) ? 'lower' : 'upper';
    return { limit, metres: Math.max(Math.abs(low), Math.abs(high)), inside };
  }
  if (said.upper !== undefined) {
    // The band reaches above what was said, or does not reach it though it was named as the limit.
    if (high < 0) return { limit: 'upper', metres: -high, inside: false };
    const { isLimit, isCeiling = false } = said;
    return high > 0 && (isLimit || isCeiling)
      ? { limit: 'upper', metres: high, inside: isCeiling }
      : undefined;
  }
  if (low > 0) return { limit: 'lower', metres: low, inside: false };
  return low < 0 && said.isLimit ? { limit: 'lower', metres: -low, inside: false } : undefined;
}

/** How far `said` lies above `bound` (below when negative), metres; 0 when they may be the same. */
function gapMetres(
  said: SaidHeight,
  bound: HeightBound,
  hedged: boolean,
  around: readonly Position[],
): number {
  if (said.kind === 'unlimited')
    return bound.kind === 'unlimited' ? 0 : EARTH_CEILING_CENTIMETRES / 100;
  if (bound.kind === 'unlimited') return -EARTH_CEILING_CENTIMETRES / 100;
  if (said.kind === 'surface') return bound.kind === 'surface' ? 0 : surfaceGap(bound.centimetres);
  if (bound.kind === 'surface') return -surfaceGap(Math.max(0, Math.max(...said.metres) * 100));
  const gaps = said.metres.flatMap((metres) =>
    readingsOf(said.reference, bound.reference).map((reference) => {
      const room = hedged ? Math.max(HEDGED_SHARE * metres, HEDGED_METRES) : 0;
      const rounding = said.unit === bound.unit ? SAME_UNIT_METRES : ROUNDED_METRES;
      return less(between(metres, reference, bound, around), Math.max(room, rounding));
    }),
  );
  return gaps.reduce((a, b) => (Math.abs(b) < Math.abs(a) ? b : a), Infinity);
}

/** The surface against a height: they may be one within the roughness of the ground. */
function surfaceGap(centimetres: number): number {
  const metres = centimetres / 100;
  return metres > SURFACE_METRES ? -metres : 0;
}

/** A height without a reference is on the band's own, or above the sea. */
function readingsOf(
  said: HeightReference | undefined,
  bound: HeightReference,
): readonly HeightReference[] {
  if (said !== undefined) return [said];
  return bound === 'AMSL' ? [bound] : [bound, 'AMSL'];
}

function between(
  metres: number,
  reference: HeightReference,
  bound: Extract<HeightBound, { readonly kind: 'height' }>,
  around: readonly Position[],
): number {
  if (reference === bound.reference) return metres - bound.centimetres / 100;
  const stated = { ...bound, reference, centimetres: Math.round(metres * 100) };
  const one = ellipsoidalInterval({ lower: stated, upper: stated }, around);
  const other = ellipsoidalInterval({ lower: bound, upper: bound }, around);
  if (one.lowerCentimetres > other.upperCentimetres) {
    return (one.lowerCentimetres - other.upperCentimetres) / 100;
  }
  const below = (other.lowerCentimetres - one.upperCentimetres) / 100;
  return below > 0 ? -below : 0;
}

/** Within `room` of nothing is nothing; more keeps its whole size. */
function less(gap: number, room: number): number {
  return Math.abs(gap) <= room ? 0 : gap;
}
