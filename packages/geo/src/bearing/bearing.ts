// A bearing as people state it: an angle with the north that it is counted from and its unit.
import type { ReadRefusal } from '../reading/reading.ts';
import type { BearingGrid } from './grid-convergence.ts';

/** What a bearing is counted from, clockwise. */
export type BearingNorth = 'true' | 'magnetic' | 'grid';

/**
 * Degrees, 360 to the circle; mils of NATO, 6400; mils of Russia and the Warsaw Pact, 6000, which
 * are divisions of the aiming circle ("деления угломера"), written 37-33 for 3733.
 */
export type BearingUnit = 'degrees' | 'mils6400' | 'mils6000';

/** A bearing as somebody wrote it. */
export type BearingReading = {
  readonly north: BearingNorth;
  readonly unit: BearingUnit;
  /** The grid that a grid bearing names; most do not. */
  readonly grid?: BearingGrid;
  /** 0 to below 360, clockwise from its own north, whatever the unit. */
  readonly degrees: number;
  /** The size of the last digit stated, in degrees. */
  readonly precisionDegrees: number;
  /** The text, unchanged. */
  readonly asEntered: string;
};

/** A refusal; when the text leaves out a north or a unit, every bearing that it can mean. */
export type BearingRefusal = ReadRefusal & { readonly candidates?: readonly BearingReading[] };

export type BearingOutcome =
  | { readonly ok: true; readonly value: BearingReading }
  | { readonly ok: false; readonly refusal: BearingRefusal };

export const NORTHS: readonly BearingNorth[] = ['true', 'magnetic', 'grid'];

/** How many of a unit make the circle. */
export const IN_CIRCLE: Readonly<Record<BearingUnit, number>> = {
  degrees: 360,
  mils6400: 6400,
  mils6000: 6000,
};

/** Degrees from 0 to below 360 in the same direction, never -0. */
export function wholeTurn(degrees: number): number {
  const turned = ((degrees % 360) + 360) % 360;
  return turned === 360 ? 0 : turned;
}
