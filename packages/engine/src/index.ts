export { fold, foldUnreadable } from './fold.ts';
export { emptyPicture, minimaOf } from './picture.ts';
export type {
  ClassIndex,
  Ladder,
  LadderStatement,
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
export {
  bodyText,
  calledText,
  elapsed,
  NUMBERED,
  plainText,
  typeName,
  UNMARKED,
  valueText,
  volumeText,
} from './body-text.ts';
export type { Mark } from './body-text.ts';
export { clausesOf, NOT_AGREED } from './arrangement/clauses.ts';
export type { ClauseItem, ClauseText } from './arrangement/clauses.ts';
export { compareArrangements } from './arrangement/compare.ts';
export type { ChangeKind, ClauseChange, ItemChange } from './arrangement/compare.ts';
export { arrangementDocument } from './arrangement/document.ts';
export type { ArrangementDocument } from './arrangement/document.ts';
export { arrangementSpans } from './arrangement/in-force.ts';
export type { InForceSpan } from './arrangement/in-force.ts';
export { documentHtml, documentMarkdown } from './arrangement/render.ts';
export { arrangementText, signingState } from './arrangement/signing.ts';
export type { SigningState } from './arrangement/signing.ts';
export { volumesOf } from './volumes.ts';
export { channelOf } from './channel.ts';
export { minimaBetween, separationClass } from './conflicts.ts';
export {
  invitedBy,
  isSecondOfficer,
  mayDraft,
  mayRelease,
  needsFourEyes,
  ON_WATCH,
  releasingRoles,
} from './authority.ts';
export { refersTo } from './references.ts';
export { officesFor, pendingOffices, reviewState } from './review.ts';
export { exerciseMark, trafficStatus } from './traffic-status.ts';
export type { Role, SeatIdentity } from './authority.ts';
export { carriable, lintBody } from './lint/lint-body.ts';
export { lintSentence } from './lint/lint-fault.ts';
export type { LintFault, LintRule } from './lint/lint-fault.ts';
export { defaultMarking, releaseTo } from './releasability.ts';
export type { Marked, Released } from './releasability.ts';
export { compareReadBack, renderVolumes } from './read-back.ts';
export type { ReadBackComparison } from './read-back.ts';
export { checkDraft } from './draft-check.ts';
export { complianceFindings, complianceOf } from './compliance/compliance.ts';
export { complianceSentence } from './compliance/finding.ts';
export type { ComplianceCode, ComplianceFinding } from './compliance/finding.ts';
export { dueLineChecks } from './compliance/line-checks.ts';
export type { ScheduledCheck } from './compliance/line-checks.ts';
export { derivedStates } from './compliance/states.ts';
export type { DerivedState } from './compliance/states.ts';
export { incidentRegister } from './compliance/register.ts';
export type { GivenAccount, RegisterEntry } from './compliance/register.ts';
export { unexpired } from './expiry.ts';
export { leadMsOf, minimumLeadMsOf, quickEnough } from './lead.ts';
export type { DraftCheck } from './draft-check.ts';
export {
  CONFIRM_WITHIN_MS,
  DEFAULT_ESCALATION,
  endMsOf,
  isCoordinated,
  mustAct,
  openTasks,
  tasksOf,
  precedenceOf,
  precedenceOfBody,
  watchOrder,
} from './tasks.ts';
export type { AskedStep } from './asked-steps.ts';
export type { Task } from './tasks.ts';
export { isCausallyReady, mergeOrder } from './merge-order.ts';
export { healthAt, heard, UNHEARD } from './liveness.ts';
export type { ClockReading, Health, HeardHeartbeat, Liveness } from './liveness.ts';
export { changedKey } from './key-change.ts';
export type { Append, Effect, Input, Line, MirrorAdvance, OwnHead } from './line.ts';
export { CausalQueue, rowOf } from './causal-queue.ts';
export type { EntryRow, Placed } from './causal-queue.ts';
export { step } from './step.ts';
export { startLine } from './start.ts';
export { afterAction } from './report/after-action.ts';
export type {
  AfterAction,
  Beyond,
  ChannelWord,
  ChronologyEntry,
  Period,
} from './report/after-action.ts';
export type { Holding } from './report/holdings.ts';
export type { ObjectAccount, ReportStep, Said, StepName } from './report/account.ts';
export type { LatencyRow } from './report/latencies.ts';
