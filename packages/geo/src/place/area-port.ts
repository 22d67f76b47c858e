// What an atlas of named areas is to the rest of geo. An area is drawn as its data set draws it;
// whom it belongs to is no part of this, and a deployment brings its own atlas where it must.
import type { Position } from '../position/position.ts';
import type { Language } from '../words/language.ts';

/** A country, or one of its first-order regions (a governorate, a province, an oblast). */
export type Area = {
  readonly kind: 'country' | 'region';
  /** "SY" for a country, "SY/Latakia" for a region; unique within its atlas. */
  readonly id: string;
  /** The English name. */
  readonly name: string;
  readonly names?: Readonly<Partial<Record<Language, string>>>;
  readonly aliases?: readonly string[];
  /** ISO 3166-1 alpha-2 of the country, or of the one that the region is drawn in. */
  readonly country: string;
};

/** Where a position lies in an area's own extent; from -1 to 1 inside of it, more outside. */
export type AreaShare = {
  /** 0 is the middle of its area, 1 as far east as it reaches, -1 as far west. */
  readonly eastShare: number;
  /** 0 is the middle of its area, 1 as far north as it reaches, -1 as far south. */
  readonly northShare: number;
};

export type AreaAtlas = {
  /** Names the data set, its version and how far its lines may be off. */
  readonly title: string;
  /**
   * The country and the region of a position. Each is given only when everything within
   * `clearMetres`, and within the data set's own uncertainty, lies in it and no disputed line does.
   */
  readonly at: (
    position: Position,
    clearMetres: number,
  ) => { readonly country?: Area; readonly region?: Area };
  /** The areas of a name or alias, in any of its scripts; spelling forgiven as for places. */
  readonly find: (name: string) => readonly Area[];
  /** The distance from a position to the nearest point of an area, metres; 0 inside. */
  readonly distanceMetres: (area: Area, position: Position) => number;
  /** Where the position lies in the extent of the area. */
  readonly shareOf: (area: Area, position: Position) => AreaShare;
};
