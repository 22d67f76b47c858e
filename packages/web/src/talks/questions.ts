// What was asked, of whom, and since when it stays unanswered. Pure.
import { mustAct } from '@parley/engine';
import type { LineObject } from '@parley/engine';
import type { Answer, PartyId, Question } from '@parley/protocol';

/** A question to one side: asked of several, it is a row for each of them. */
export type Asked = {
  readonly object: LineObject;
  readonly body: Question;
  readonly of: PartyId;
  readonly read: boolean;
  /** What was said to it last. A promise leaves it open and moves its clock. */
  readonly result: Answer['result'] | 'silent';
  /** When that was said; undefined while nothing was. */
  readonly resultMs: number | undefined;
  readonly dueMs: number;
  readonly open: boolean;
  readonly overdue: boolean;
};

/** Unanswered ones first, the oldest before all others; then what was answered, newest first. */
export function questionsOf(objects: readonly LineObject[], nowMs: number): Asked[] {
  const asked = objects.flatMap((object) => {
    const { body } = object;
    if (object.state !== 'in-force' || body.type !== 'question') return [];
    return [...object.ladders]
      .filter(([party]) => mustAct(object, party))
      .map(([party]) => askedOf(object, body, party, nowMs));
  });
  return asked.toSorted((a, b) => {
    if (a.open !== b.open) return a.open ? -1 : 1;
    const byAge = a.object.releasedMs - b.object.releasedMs;
    return a.open ? byAge : -byAge;
  });
}

function askedOf(object: LineObject, body: Question, of: PartyId, nowMs: number): Asked {
  const { read, answered } = object.ladders.get(of) ?? {};
  const statement = answered?.statement.type === 'answer' ? answered.statement : undefined;
  const open = statement === undefined || statement.result === 'promised';
  const dueMs = statement?.promisedMs ?? body.answerByMs;
  return {
    object,
    body,
    of,
    read: read !== undefined,
    result: statement?.result ?? 'silent',
    resultMs: answered?.atMs,
    dueMs,
    open,
    overdue: open && nowMs > dueMs,
  };
}
