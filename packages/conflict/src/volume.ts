import type { AltitudeBand, Outline, TimeWindow } from '@parley/geo';

/** Outline x altitude band x time window: the unit of every conflict. */
export type Volume = {
  readonly outline: Outline;
  readonly band: AltitudeBand;
  readonly window: TimeWindow;
};

/** The least separation that two parties agreed. Volumes nearer than all three are in conflict. */
export type Minima = {
  readonly lateralCentimetres: number;
  readonly verticalCentimetres: number;
  readonly timeMs: number;
};
