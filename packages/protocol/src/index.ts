export * from './limits.ts';
export { accept, problemOf, refusalSentence, REFUSALS, refuse } from './refusals.ts';
export type { Outcome, Problem, Refusal, RefusalCode } from './refusals.ts';
export { EntryIndex, HashHex, LineId, objectIdOf, PartyId, Ref } from './identity.ts';
export type { ObjectId } from './identity.ts';
export { HeightLimit, InstantMs, OutlineShape, PositionE7, WireVolume } from './geometry.ts';
export { comparePrecedence, Precedence, PRECEDENCE_ORDER } from './precedence.ts';
export { CODED } from './messages/codes.ts';
export { Label, LanguageTag, TrafficStatus, Words } from './messages/words.ts';
export { Addressees, CallBack, OnwardLeave, ThirdParty } from './messages/envelope.ts';
export { CivilAviation } from './messages/civil-aviation.ts';
export { AirActivity, Cancel } from './messages/notice.ts';
export { Identification, Leg, Movement, Progress } from './messages/movement.ts';
export { ProtectedObject, Removal } from './messages/protected-object.ts';
export { Exercise } from './messages/exercise.ts';
export { AirDefence } from './messages/air-defence.ts';
export { Notice } from './messages/notices.ts';
export type { NoticeKind } from './messages/notices.ts';
export { Confirmation, Warning, WarningAnswer } from './messages/warning.ts';
export { Accident, SearchAndRescue } from './messages/emergency.ts';
export { Answer, Question, QuestionCode } from './messages/question.ts';
export { Declaration } from './messages/declaration.ts';
export { Proposal, Response } from './messages/proposal.ts';
export { Contact, Statement } from './messages/statement.ts';
export { CounterStatement, Incident } from './messages/incident.ts';
export { ChannelState, Suspendable } from './messages/channel-state.ts';
export {
  Disseminated,
  OnwardReceipt,
  OnwardRelease,
  PositionFormCode,
  PositionTaken,
  Read,
  ReadBack,
  Received,
  RenderedVolume,
} from './messages/ladder.ts';
export { KeyChange } from './messages/key-change.ts';
export { LineCheck, LineCheckAnswer } from './messages/line-check.ts';
export {
  Arrangement,
  Clause,
  ContactRole,
  DEFAULT_ARRANGEMENT,
  Scope,
  Separation,
  SeparationClass,
  Subject,
} from './messages/arrangement.ts';
export { Zone } from './messages/zone.ts';
export { BODIES, Body } from './body.ts';
export { factsOf } from './body-facts.ts';
export type { Fact } from './body-facts.ts';
export { fieldsOf, SAYABLE } from './body-fields.ts';
export type { Field, FieldForm, Sayable } from './body-fields.ts';
export type { BodyType } from './body.ts';
export { bodyBytes, Entry, entryBytes, readBody, readEntry, SeenHead } from './entry.ts';
export { Card, Heartbeat, LinkBatch } from './link.ts';
export * from './floor.ts';
export { Office, Offices, Review, ReviewInput } from './office.ts';
export {
  handoverNote,
  HandoverLog,
  HandoverRow,
  hashOfLast,
  openHandover,
  ownHandovers,
  readHandovers,
} from './handover.ts';
export type { HandoverGiven } from './handover.ts';
export { refusalsOf, ROUTES } from './routes.ts';
export type { Route, RouteName } from './routes.ts';
export { isPhraseCode, phrase } from './phrases/phrase.ts';
export { directionOf, isLanguage, LANGUAGES } from './phrases/language.ts';
export type { Language } from './phrases/language.ts';
export { phraseBook } from './phrases/phrase-book.ts';
export { PHRASE_CODES, phraseNumber, phraseOfNumber } from './phrases/numbers.ts';
export type { PhraseCode } from './phrases/tables.ts';
export { faultOf } from './schema-fault.ts';
export { contractFiles } from './contract-files.ts';
