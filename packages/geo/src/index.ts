// The public face of geo: what the rest of Parley, and anybody who wants it alone, may import.
export type { ReadRefusal, Reading } from './reading.ts';
export type { Position, PositionForm, PositionReading, PositionText } from './position.ts';
export { positionOf } from './position.ts';
export { readPosition } from './read-position.ts';
export { positionTexts, writePosition } from './write-position.ts';
export type { AltitudeBand, Height, HeightBound, HeightReference, HeightUnit } from './height.ts';
export { bandFault, heightIn, heightOf, writeBand, writeHeight } from './height.ts';
export { readHeight } from './read-height.ts';
export type { AltitudeInterval } from './altitude-interval.ts';
export {
  EARTH_CEILING_CENTIMETRES,
  EARTH_FLOOR_CENTIMETRES,
  ellipsoidalInterval,
  geoidUndulationMetres,
} from './altitude-interval.ts';
export type { TimeWindow } from './time.ts';
export { windowFault, writeDateTimeGroup, writeInstant } from './time.ts';
export { readInstant } from './read-instant.ts';
export type { Outline } from './outline.ts';
export { direct, inverse } from './geodesic.ts';
export { centreOf } from './centre.ts';
export { outlinePoints } from './outline-points.ts';
export type { Place } from './gazetteer.ts';
export { findPlaces, nearestPlace } from './gazetteer.ts';
export type { PlaceText } from './place-text.ts';
export { outlinePlaceText, placeText } from './place-text.ts';
export type { TextFinding } from './text-findings.ts';
export { textFindings } from './text-findings.ts';
