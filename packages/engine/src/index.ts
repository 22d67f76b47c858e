export { fold, foldUnreadable } from './fold.ts';
export { emptyPicture, minimaOf } from './picture.ts';
export type {
  ClassIndex,
  Ladder,
  LineObject,
  ObjectBody,
  Onward,
  Picture,
  PictureConflict,
  Recorded,
  Step,
  Unusable,
} from './picture.ts';
export { admissible } from './admissible.ts';
export { volumesOf } from './volumes.ts';
export { channelOf } from './channel.ts';
export { minimaBetween, separationClass } from './conflicts.ts';
export { mayRelease, needsFourEyes } from './authority.ts';
export type { Role, SeatIdentity } from './authority.ts';
export { carriable, lintBody } from './lint/lint-body.ts';
export { lintSentence } from './lint/lint-fault.ts';
export type { LintFault, LintRule } from './lint/lint-fault.ts';
export { defaultMarking, releaseTo } from './releasability.ts';
export type { Marked, Released } from './releasability.ts';
export { compareReadBack, renderVolumes } from './read-back.ts';
export type { ReadBackComparison } from './read-back.ts';
export { checkDraft } from './draft-check.ts';
export type { DraftCheck } from './draft-check.ts';
export {
  CONFIRM_WITHIN_MS,
  DEFAULT_ESCALATION,
  endMsOf,
  isCoordinated,
  mustAct,
  openTasks,
  precedenceOf,
} from './tasks.ts';
export type { AskedStep, Task } from './tasks.ts';
export { isCausallyReady, mergeOrder } from './merge-order.ts';
export { healthAt, heard, UNHEARD } from './liveness.ts';
export type { ClockReading, Health, HeardHeartbeat, Liveness } from './liveness.ts';
export type { Append, Effect, Input, Line, MirrorAdvance } from './line.ts';
export { CausalQueue, rowOf } from './causal-queue.ts';
export type { EntryRow, Placed } from './causal-queue.ts';
export { step } from './step.ts';
export { startLine } from './start.ts';
