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
  geoidRangeWithin,
  intervalOverGeoid,
  geoidUndulationMetres,
} from './height/altitude-interval.ts';
export type { TimeWindow } from './time/time.ts';
export { windowFault, writeDateTimeGroup, writeInstant } from './time/time.ts';
export type {
  InstantForm,
  InstantOutcome,
  InstantReading,
  InstantRefusal,
} from './time/read-instant-as.ts';
export { readInstant, readInstantAs } from './time/read-instant-as.ts';
export { readWindow } from './time/read-window.ts';
export type { InstantText } from './time/write-instants.ts';
export { instantText, instantTexts } from './time/write-instants.ts';
export { writeInstantIn, zoneNamed, zoneOffsetMinutes } from './time/zone.ts';
export type { Recurrence, Weekday } from './time/recurrence.ts';
export { readRecurrence, writeRecurrence } from './time/recurrence.ts';
export { expandWindows } from './time/expand-windows.ts';
export type { RecurrenceEnd } from './time/recurrence-ends.ts';
export type { SunEvent, SunTime } from './time/sun.ts';
export { SUN_MARGIN_DEGREES, sunTimeNear } from './time/sun.ts';
export type { Datum, DatumFacts } from './grid/datum.ts';
export { datumFacts, fromWgs84, toWgs84 } from './grid/datum.ts';
export type { Outline } from './shape/outline.ts';
export { direct, directDegrees, inverse, walk } from './shape/geodesic.ts';
export { centreOf } from './shape/centre.ts';
export { outlinePoints } from './shape/outline-points.ts';
export type { Place } from './place/gazetteer.ts';
export { findPlaces, nearestPlace } from './place/gazetteer.ts';
export type { PlaceText } from './place/place-text.ts';
export { outlinePlaceText, placeText } from './place/place-text.ts';
export type {
  Described,
  Finding,
  ShapeFinding,
  Slip,
  TextFinding,
  World,
} from './findings/finding.ts';
export { findPositions } from './findings/position-phrase.ts';
export type { SaidPosition } from './findings/position-phrase.ts';
export { findingsOf } from './findings/findings-of.ts';
export { geometryFindings } from './findings/volume-findings.ts';
export { sentenceOf } from './findings/sentence.ts';
export { builtInWorld } from './findings/built-in-world.ts';
export type { BandFinding, SlipFinding, VertexFinding } from './findings/geometry-findings.ts';
export { bandFindings, slipFinding, vertexFinding } from './findings/geometry-findings.ts';
export type { Gazetteer, Place as GazetteerPlace, PlaceMatch } from './place/gazetteer-port.ts';
export type { Area, AreaAtlas, AreaShare } from './place/area-port.ts';
export type { AreaTable } from './place/atlas.ts';
export { atlasOf, builtInAtlas } from './place/atlas.ts';
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
export type { KnownAir } from './height/height-range.ts';
export type { HeightText } from './height/height-texts.ts';
export { heightTexts } from './height/height-texts.ts';
export { heightText } from './height/height-text.ts';
export { bandIn } from './height/band-in.ts';
export type { GroundRange, TerrainModel } from './height/terrain-port.ts';
export { isaHeightMetres, isaPressureHectopascals } from './height/atmosphere.ts';
export type {
  Rendering,
  RenderingComparison,
  RenderingDifference,
  RenderingTolerance,
} from './findings/read-back.ts';
export { compareRenderings } from './findings/read-back.ts';
export { roomMetres } from './findings/rendered-vertices.ts';
export { readGazetteer } from './place/read-gazetteer.ts';
export { builtInPlaces } from './place/built-in.ts';
export { renderPlaceText } from './place/place-words.ts';
