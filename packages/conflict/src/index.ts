// The public face of conflict: volumes, the exact 4D test, the live index, the join.
export type { Area, Band, Buffer, Ellipse, Minima, Shape, Volume, Window } from './volume.ts';
export type { VolumeFault } from './volume-faults.ts';
export { volumeFaults } from './volume-faults.ts';
export type { Conflict, Separation } from './conflict-between.ts';
export { conflictBetween } from './conflict-between.ts';
export type { Explanation } from './explain.ts';
export { explainConflict } from './explain.ts';
export { covers } from './covers.ts';
export type { Fix, Leg } from './track.ts';
export { firstContact } from './track.ts';
export type {
  Contact,
  Entered,
  Hit,
  Pair,
  VolumeIndexReader,
  VolumeIndexSnapshot,
} from './volume-index.ts';
export { VolumeIndex } from './volume-index.ts';
export type { JoinedPair } from './join.ts';
export { joinConflicts } from './join.ts';
export {
  EXTENT_METRES_MAX,
  LENGTH_METRES_MAX,
  MARGIN_CENTIMETRES_MAX,
  MARGIN_MS_MAX,
  REPEATS_MAX,
  REPEAT_MS_MAX,
  VERTICES_MAX,
  WIDTH_CENTIMETRES_MAX,
} from './limits.ts';
export type {
  Alternative,
  AlternativeKind,
  Alternatives,
  Bounds,
  Costs,
  NoAlternative,
} from './alternatives/alternative.ts';
export { DEFAULT_BOUNDS, DEFAULT_COSTS } from './alternatives/alternative.ts';
export type { AlternativesAsked } from './alternatives/alternatives.ts';
export { alternativesFor } from './alternatives/alternatives.ts';
