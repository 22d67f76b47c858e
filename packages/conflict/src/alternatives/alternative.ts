// What an alternative is, how far it may go, and what it costs.
import type { VolumeIndexReader, Entered } from '../volume-index.ts';
import type { Minima, Volume } from '../volume.ts';

/** How far an alternative may depart from what was planned; 0 rules a kind out. */
export type Bounds = {
  readonly timeMs: number;
  readonly altitudeCentimetres: number;
  readonly lateralMetres: number;
  /** The part of each area that may be cut away, 0 to below 1. */
  readonly cutShare: number;
};

/** A day, 10,000 ft, 50 km, half of the area. */
export const DEFAULT_BOUNDS: Bounds = {
  timeMs: 86_400_000,
  altitudeCentimetres: 304_800,
  lateralMetres: 50_000,
  cutShare: 0.5,
};

/**
 * What a departure costs, in a unit of no name: alternatives are ranked by it alone. By default an
 * hour counts as much as 2,000 ft, 10 km, or a tenth of the area. That is a convention of Parley's,
 * to be stated wherever a ranking is shown; a party that thinks otherwise gives its own.
 */
export type Costs = {
  readonly perHour: number;
  readonly perThousandFeet: number;
  readonly perTenKilometres: number;
  readonly perTenthOfArea: number;
};

export const DEFAULT_COSTS: Costs = {
  perHour: 1,
  perThousandFeet: 0.5,
  perTenKilometres: 1,
  perTenthOfArea: 1,
};

/** A way to free all volumes that were asked about, and the volumes as they would then be. */
export type Alternative = Change & { readonly volumes: readonly Volume[]; readonly cost: number };

export type Change =
  | { readonly kind: 'later' | 'earlier'; readonly shiftMs: number }
  | { readonly kind: 'higher' | 'lower'; readonly shiftCentimetres: number }
  | { readonly kind: 'moved'; readonly metres: number; readonly azimuthDegrees: number }
  | { readonly kind: 'cut'; readonly shareLeft: number };

export type AlternativeKind = Change['kind'];

/** Why there is no alternative of a kind. */
export type NoAlternative = {
  readonly kind: AlternativeKind;
  readonly reason: 'none within bounds' | 'nothing that can be moved' | 'too much to be tried';
};

export type Alternatives = {
  /** The volumes that stand in the way, of the accepted items. None: nothing needs to change. */
  readonly conflicts: number;
  /** By cost, then by kind. Each is free of every accepted item, by the exact test. */
  readonly found: readonly Alternative[];
  readonly none: readonly NoAlternative[];
};

/** The question: these volumes among those. `accept` decides which items count. */
export type Question = {
  readonly volumes: readonly Volume[];
  readonly minima: Minima;
  readonly among: VolumeIndexReader;
  readonly accept?: ((item: Entered) => boolean) | undefined;
  readonly bounds: Bounds;
};

/** What one search gives. */
export type Searched = (Change & { readonly volumes: readonly Volume[] }) | NoAlternative;

/** A queried volume, by its number, and a volume that is in conflict with it. */
export type Neighbour = { readonly asked: number; readonly other: Volume };

/** The volumes of accepted items in conflict with the given ones. */
export function neighboursOf(
  { among, accept }: Question,
  volumes: readonly Volume[],
  minima: Minima,
): Neighbour[] {
  return among.pairs(volumes, minima, accept).map(({ item, volumeIndex, queryVolumeIndex }) => {
    const other = item.volumes[volumeIndex];
    if (other === undefined) throw new Error('bug: a pair without its volume');
    return { asked: queryVolumeIndex, other };
  });
}

/** What is said of a kind whose bound is 0. */
export function ruledOut(kind: AlternativeKind): NoAlternative {
  return { kind, reason: 'none within bounds' };
}

/** Whether no accepted item is in conflict with the volumes. */
export function isFree(question: Question, volumes: readonly Volume[]): boolean {
  return question.among.pairs(volumes, question.minima, question.accept).length === 0;
}
