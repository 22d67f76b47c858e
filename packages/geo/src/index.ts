// The public face of geo: what the rest of Parley, and anybody who wants it alone, may import.
export type { ReadRefusal, Reading } from './reading/reading.ts';
export type {
  Position,
  PositionForm,
  PositionOutcome,
  PositionReading,
  PositionRefusal,
  PositionText,
  Theatre,
  WrittenForm,
} from './position/position.ts';
export { positionOf } from './position/position.ts';
export { readPosition } from './position/read-position.ts';
export { positionTexts, writePosition } from './position/write-position.ts';
export type {
  AltitudeBand,
  Height,
  HeightBound,
  HeightReference,
  HeightUnit,
} from './height/height.ts';
export { bandFault, heightIn, heightOf, writeBand, writeHeight } from './height/height.ts';
export { readHeight } from './height/read-height.ts';
export type { AltitudeInterval } from './height/altitude-interval.ts';
export {
  EARTH_CEILING_CENTIMETRES,
  EARTH_FLOOR_CENTIMETRES,
  ellipsoidalInterval,
  geoidUndulationMetres,
} from './height/altitude-interval.ts';
export type { TimeWindow } from './time/time.ts';
export { windowFault, writeDateTimeGroup, writeInstant } from './time/time.ts';
export { readInstant } from './time/read-instant.ts';
export { writeInstantIn, zoneNamed, zoneOffsetMinutes } from './time/zone.ts';
export type { Recurrence, Weekday } from './time/recurrence.ts';
export { expandWindows, readRecurrence, writeRecurrence } from './time/recurrence.ts';
export type { Datum, DatumFacts } from './grid/datum.ts';
export { datumFacts, fromWgs84, toWgs84 } from './grid/datum.ts';
export type { Outline } from './shape/outline.ts';
export { direct, inverse } from './shape/geodesic.ts';
export { centreOf } from './shape/centre.ts';
export { outlinePoints } from './shape/outline-points.ts';
export type { Place } from './place/gazetteer.ts';
export { findPlaces, nearestPlace } from './place/gazetteer.ts';
export type { PlaceText } from './place/place-text.ts';
export { outlinePlaceText, placeText } from './place/place-text.ts';
export type { TextFinding } from './findings/text-findings.ts';
export { textFindings } from './findings/text-findings.ts';
export type { LevelFinding } from './findings/level-findings.ts';
export { levelFindings } from './findings/level-findings.ts';
export type { BandFinding, SlipFinding, VertexFinding } from './findings/geometry-findings.ts';
export { bandFindings, slipFinding, vertexFinding } from './findings/geometry-findings.ts';
export type { Gazetteer, Place as GazetteerPlace, PlaceMatch } from './place/gazetteer-port.ts';
export type { Area, AreaAtlas, AreaShare } from './place/area-port.ts';
export type { Language } from './words/language.ts';
export { builtInTowns } from './place/built-in.ts';
export { gazetteerOf } from './place/gazetteer-of.ts';
export type {
  BearingNorth,
  BearingOutcome,
  BearingReading,
  BearingRefusal,
  BearingUnit,
} from './bearing/bearing.ts';
export { readBearing } from './bearing/read-bearing.ts';
export type { Declination } from './bearing/declination.ts';
export { declination, magneticModelFault } from './bearing/declination.ts';
export type { BearingGrid, GridConvergence } from './bearing/grid-convergence.ts';
export { gridConvergence, gridConvergenceDegrees } from './bearing/grid-convergence.ts';
export type { TurnedBearing } from './bearing/true-bearing.ts';
export { bearingFrom, trueBearing } from './bearing/true-bearing.ts';
export type { BearingForm, BearingText } from './bearing/write-bearing.ts';
export { bearingTexts } from './bearing/write-bearing.ts';
