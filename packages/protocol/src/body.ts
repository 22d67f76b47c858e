// Everything that may stand on a record: one union of all that a line carries (DOMAIN 3.4).
import { z } from 'zod';
import { Arrangement } from './messages/arrangement.ts';
import { ChannelState } from './messages/channel-state.ts';
import { Declaration } from './messages/declaration.ts';
import { Accident, SearchAndRescue } from './messages/emergency.ts';
import { CounterStatement, Incident } from './messages/incident.ts';
import {
  Disseminated,
  OnwardReceipt,
  OnwardRelease,
  PositionTaken,
  Read,
  ReadBack,
  Received,
} from './messages/ladder.ts';
import { KeyChange } from './messages/key-change.ts';
import { LineCheck, LineCheckAnswer } from './messages/line-check.ts';
import { Progress } from './messages/movement.ts';
import { Cancel } from './messages/notice.ts';
import { Notice } from './messages/notices.ts';
import { Proposal, Response } from './messages/proposal.ts';
import { Removal } from './messages/protected-object.ts';
import { Answer, Question } from './messages/question.ts';
import { Contact, Statement } from './messages/statement.ts';
import { Confirmation, Warning, WarningAnswer } from './messages/warning.ts';
import { Zone } from './messages/zone.ts';
import { wireFault } from './wire-form.ts';

/** Each type of body; those of several kinds have a schema for each (`kind` or `matter`). */
export const BODIES = {
  arrangement: Arrangement,
  zone: Zone,
  notice: Notice,
  progress: Progress,
  removal: Removal,
  cancel: Cancel,
  warning: Warning,
  accident: Accident,
  'search-and-rescue': SearchAndRescue,
  'warning-answer': WarningAnswer,
  confirmation: Confirmation,
  question: Question,
  answer: Answer,
  declaration: Declaration,
  proposal: Proposal,
  response: Response,
  statement: Statement,
  contact: Contact,
  incident: Incident,
  'counter-statement': CounterStatement,
  'channel-state': ChannelState,
  'line-check': LineCheck,
  'line-check-answer': LineCheckAnswer,
  'key-change': KeyChange,
  received: Received,
  read: Read,
  'read-back': ReadBack,
  disseminated: Disseminated,
  'onward-release': OnwardRelease,
  'onward-receipt': OnwardReceipt,
  position: PositionTaken,
} as const;

export const Body = z
  .discriminatedUnion('type', [
    Arrangement,
    Zone,
    Notice,
    Progress,
    Removal,
    Cancel,
    Warning,
    Accident,
    SearchAndRescue,
    WarningAnswer,
    Confirmation,
    Question,
    Answer,
    Declaration,
    Proposal,
    Response,
    Statement,
    Contact,
    Incident,
    CounterStatement,
    ChannelState,
    LineCheck,
    LineCheckAnswer,
    KeyChange,
    Received,
    Read,
    ReadBack,
    Disseminated,
    OnwardRelease,
    OnwardReceipt,
    PositionTaken,
  ])
  .superRefine((body, context) => {
    const fault = wireFault(body);
    if (fault === undefined) return;
    context.addIssue({ code: 'custom', path: [...fault.path], message: fault.right });
  });
export type Body = z.infer<typeof Body>;
export type BodyType = Body['type'];
