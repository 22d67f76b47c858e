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
  Signed,
  Step,
  Unusable,
} from './picture.ts';
export { admissible } from './admissible.ts';
export { clausesOf, NOT_AGREED } from './arrangement/clauses.ts';
export type { ClauseItem, ClauseText } from './arrangement/clauses.ts';
export { compareArrangements } from './arrangement/compare.ts';
export type { ChangeKind, ClauseChange, ItemChange } from './arrangement/compare.ts';
export { arrangementDocument } from './arrangement/document.ts';
export type { ArrangementDocument } from './arrangement/document.ts';
export { documentHtml, documentMarkdown } from './arrangement/render.ts';
export { arrangementText, signingState } from './arrangement/signing.ts';
export type { SigningState } from './arrangement/signing.ts';
export { volumesOf } from './volumes.ts';
export { channelOf } from './channel.ts';
export { minimaBetween, separationClass } from './conflicts.ts';
export { mayRelease, needsFourEyes } from './authority.ts';
export type { Role, SeatIdentity } from './authority.ts';
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
