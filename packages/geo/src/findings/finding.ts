// What a finding is: something in the words, or within the geometry, that the geometry contradicts.
// Each keeps what was read, what was measured and by how much they differ, as numbers with units.
import type { AltitudeBand } from '../height/height.ts';
import type { Area, AreaAtlas } from '../place/area-port.ts';
import type { Gazetteer, Place } from '../place/gazetteer-port.ts';
import type { Position } from '../position/position.ts';
import type { Outline } from '../shape/outline.ts';
import type { TimeWindow } from '../time/time.ts';

/** The names that words may use: places and areas, of this package or of a deployment. */
export type World = { readonly gazetteer: Gazetteer; readonly atlas: AreaAtlas };

/** A volume: where, how high and when. */
export type Described = {
  readonly outline: Outline;
  readonly band: AltitudeBand;
  readonly window: TimeWindow;
};

/** Where a finding stands in the words. */
export type InText = {
  /** Index of the first character (UTF-16, from 0). */
  readonly at: number;
  /** As written. */
  readonly said: string;
  /** In English; `sentenceOf` gives it in other languages. */
  readonly sentence: string;
};

/** An area as seen from a place: true bearings, 0 to below 360, to its centre. */
export type Measured = {
  readonly nearestMetres: number;
  readonly farthestMetres: number;
  readonly measuredBearingDegrees: number;
};

export type SaidBound = 'exact' | 'within' | 'beyond';

/** A distance from a place: `bound` says whether the far or the near end alone was stated. */
export type DistanceFinding = InText &
  Measured & {
    readonly code: 'distance-differs';
    readonly place: Place;
    readonly saidLeastMetres: number;
    readonly saidGreatestMetres: number;
    readonly bound: SaidBound;
    /** How far the distance said lies outside of the area's own range. */
    readonly differsMetres: number;
    /** Another place, which the words do not name, from which all of the phrase would be right. */
    readonly fits?: Place;
  };

export type DirectionFinding = InText &
  Measured & {
    readonly code: 'direction-differs';
    readonly place: Place;
    readonly saidBearingDegrees: number;
    /** The angle between the direction said and the nearest edge of the area. */
    readonly differsDegrees: number;
    readonly fits?: Place;
  };

/** "near Palmyra", "over Latakia", "in Iraq", and the area is nowhere near. */
export type PlaceFinding = InText &
  Measured & {
    readonly code: 'place-differs';
    readonly named: Place | Area;
    /** How far off the words still fit. */
    readonly allowedMetres: number;
    readonly differsMetres: number;
  };

/** "northern Syria" for a place in its west. Shares as in `AreaShare`. */
export type PartFinding = InText & {
  readonly code: 'part-differs';
  readonly area: Area;
  /** The part as a bearing from the middle of the area; undefined for the middle itself. */
  readonly saidBearingDegrees: number | undefined;
  readonly eastShare: number;
  readonly northShare: number;
  /** The direction from the middle in which the place lies, shares taken as map units. */
  readonly measuredBearingDegrees: number;
  /** Between the two directions; 0 when the middle was said. */
  readonly differsDegrees: number;
};

/** Heights as stated: `undefined` where the words leave one end open. */
export type AltitudeFinding = InText & {
  readonly code: 'altitude-differs';
  readonly saidLower: string | undefined;
  readonly saidUpper: string | undefined;
  /** The limit that differs most. */
  readonly limit: 'lower' | 'upper';
  readonly band: AltitudeBand;
  readonly differsMetres: number;
};

export type TimeFinding = InText & {
  readonly code: 'time-differs';
  /** As it was understood: "2016-09-18", "13:55Z", "15:55 – 16:56 local". */
  readonly saidTime: string;
  /** The nearest window. */
  readonly window: TimeWindow;
  readonly differsMs: number;
};

/** A position or a grid of the words. Distances and bearing are measured from it. */
export type PositionFinding = InText &
  Measured & {
    readonly code: 'position-outside' | 'datum-slip' | 'axes-swapped';
    readonly position: Position;
    readonly differsMetres: number;
    /** The mistake that would give just this difference. */
    readonly slip?: Slip;
  };

/** Which mistake: degrees of one datum taken for another, axes or a hemisphere exchanged. */
export type Slip =
  | 'SK42-as-WGS84'
  | 'WGS84-as-SK42'
  | 'PZ90-as-WGS84'
  | 'WGS84-as-PZ90'
  | 'axes'
  | 'hemisphere';

export type TextFinding =
  | DistanceFinding
  | DirectionFinding
  | PlaceFinding
  | PartFinding
  | AltitudeFinding
  | TimeFinding
  | PositionFinding;

/**
 * Within the geometry. `volume` is the index of the one at fault, `other` what it
 * was held against.
 */
export type ShapeFinding = {
  readonly code:
    | 'vertex-far-off'
    | 'vertex-swapped'
    | 'volume-swapped'
    | 'volume-shifted'
    | 'bands-disagree';
  readonly volume: number;
  readonly other?: number;
  /** From 0. */
  readonly vertex?: number;
  readonly position?: Position;
  readonly limit?: 'lower' | 'upper';
  readonly bands?: readonly [AltitudeBand, AltitudeBand];
  readonly differsMetres: number;
  /** Of the other corners: the widest distance between any two of them. */
  readonly othersMetres?: number;
  readonly slip?: Slip;
  readonly sentence: string;
};

export type Finding = TextFinding | ShapeFinding;

/** A finding before its sentence is made. */
export type Unworded<T extends Finding> = T extends Finding ? Omit<T, 'sentence'> : never;
