export type { Position } from './position.ts';
export type { AltitudeBand, Height, HeightBound, HeightReference, HeightUnit } from './height.ts';
export type { TimeWindow } from './time.ts';
export type { Outline } from './outline.ts';
