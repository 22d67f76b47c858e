// What is compared: a shape on the ground, a band of altitudes and a window of time, with what it
// keeps around itself.
import type { AltitudeBand, Outline, Position, TimeWindow } from '@parley/geo';

/** An area whose edges are geodesics, without what lies in its holes. */
export type Area = {
  readonly kind: 'polygon';
  readonly ring: readonly Position[];
  /** Each inside the ring, none touching the ring or another. */
  readonly holes?: readonly (readonly Position[])[];
};

/**
 * All within an ellipse about the centre: seen from there, azimuth and geodesic distance are the
 * polar coordinates of a plane ellipse whose longer axis points to `azimuthMillidegrees` (true).
 */
export type Ellipse = {
  readonly kind: 'ellipse';
  readonly centre: Position;
  readonly semiMajorCentimetres: number;
  readonly semiMinorCentimetres: number;
  readonly azimuthMillidegrees: number;
};

/** A position that is known to within a radius is a circle. */
export type Shape = Area | Ellipse | Exclude<Outline, { kind: 'polygon' }>;

/** `uncertaintyCentimetres`: how far off each limit that is a height may be, either way. */
export type Band = AltitudeBand & { readonly uncertaintyCentimetres?: number };

/** A window that comes `times` in all, each beginning `everyMs` after the one before. */
export type Window = TimeWindow & {
  readonly repeats?: { readonly everyMs: number; readonly times: number };
};

/** What a volume keeps around itself, whoever comes near: minima are kept from its edge. */
export type Buffer = {
  readonly lateralCentimetres: number;
  readonly belowCentimetres: number;
  readonly aboveCentimetres: number;
  readonly beforeMs: number;
  readonly afterMs: number;
};

/** Shape x altitude band x time window: the unit of every conflict. */
export type Volume = {
  readonly outline: Shape;
  readonly band: Band;
  readonly window: Window;
  readonly buffer?: Buffer;
};

/** The least separation that two parties agreed. Volumes nearer than all three are in conflict. */
export type Minima = {
  readonly lateralCentimetres: number;
  readonly verticalCentimetres: number;
  readonly timeMs: number;
};
