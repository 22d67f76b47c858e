// The ladder of each addressee: which steps were stated, when, and which were not.
import type { Ladder, LineObject } from '@parley/engine';
import type { PartyId } from '@parley/protocol';
import type { ReactNode } from 'react';
import { usePartyName } from '../floor/hooks.ts';
import { useOpenSteps } from '../floor/open-steps.ts';
import { Coded } from '../words/coded.tsx';
import { Fixed } from '../words/fixed.tsx';
import { durationText, instantText, minuteText } from '../words/time-text.ts';
import { isUrgent } from '../words/urgent.ts';
import { ObjectLink } from './object-link.tsx';

type Mark = 'done' | 'found' | 'open';
type Rung = { readonly name: string; readonly mark: Mark; readonly text: ReactNode };

/** The ladders of an object, one for each party that it is addressed to. */
export function Ladders({ object }: { readonly object: LineObject }) {
  const nameOf = usePartyName();
  return [...object.ladders].map(([party, ladder]) => (
    <section key={party} aria-label={`Ladder of ${nameOf(party)}`}>
      <h3 className="section-head">
        Ladder · {nameOf(party)} <span>Signed</span>
      </h3>
      <OneLadder object={object} party={party} ladder={ladder} />
    </section>
  ));
}

function OneLadder(props: {
  readonly object: LineObject;
  readonly party: PartyId;
  readonly ladder: Ladder;
}) {
  const { object, party, ladder } = props;
  const { tasks, nowMs } = useOpenSteps();
  const task = tasks.find((open) => open.object === object.id && open.party === party);
  const due = task === undefined ? undefined : dueText(task.dueMs, nowMs);
  const dueAt = (step: string): string | undefined => (task?.step === step ? due : undefined);
  const rungs = rungsOf(object, ladder, nowMs, dueAt);
  return (
    <ul className="ladder">
      {rungs.map(({ name, mark, text }) => (
        <li key={name} className={mark}>
          <span className="rung" aria-hidden="true" />
          <span>{name}</span>
          <span className="rung-text">{text}</span>
        </li>
      ))}
    </ul>
  );
}

function rungsOf(
  object: LineObject,
  ladder: Ladder,
  nowMs: number,
  dueAt: (step: string) => string | undefined,
): Rung[] {
  const { body, releasedMs } = object;
  const rungs: Rung[] = [receivedRung(ladder, releasedMs, nowMs)];
  const urgent = isUrgent(object);
  const readDue = dueAt('read') ?? dueAt('take');
  if (body.type !== 'line-check') {
    rungs.push(readRung(urgent ? 'Taken' : 'Read', ladder, nowMs, readDue));
  }
  if (body.type === 'notice') rungs.push(readBackRung(ladder, dueAt('read-back')));
  if (body.type !== 'line-check' && body.type !== 'channel-state') {
    rungs.push(disseminatedRung(ladder, nowMs, dueAt('disseminate')));
  }
  const last = lastRung(body.type, ladder, nowMs, dueAt);
  return last === undefined ? rungs : [...rungs, last];
}

/** What its type asks for at the end. */
function lastRung(
  type: LineObject['body']['type'],
  ladder: Ladder,
  nowMs: number,
  dueAt: (step: string) => string | undefined,
): Rung | undefined {
  switch (type) {
    case 'notice':
    case 'declaration':
    case 'statement':
    case 'contact':
      return positionRung(ladder, nowMs, dueAt('position'));
    case 'warning':
    case 'accident':
    case 'search-and-rescue':
      return compliedRung(ladder, nowMs, dueAt('act'));
    case 'question':
    case 'line-check':
      return answeredRung(ladder, nowMs, dueAt('answer'));
    case 'proposal':
      return respondedRung(ladder, nowMs, dueAt('respond'));
    case 'incident':
      return accountRung(ladder, nowMs, dueAt('account'));
    case 'channel-state':
      return undefined;
  }
}

function disseminatedRung(
  { disseminated = [] }: Ladder,
  nowMs: number,
  due: string | undefined,
): Rung {
  const name = 'Disseminated';
  if (disseminated.length === 0) return { name, mark: 'open', text: due ?? 'no statement' };
  const text = (
    <>
      {disseminated.map(({ ref, statement }) => (
        <span key={ref.index} className="rung-line">
          <Coded code={`dissemination.${statement.level}`} />{' '}
          <Fixed>{instantText(statement.reachedMs, nowMs)}</Fixed>
        </span>
      ))}
      {due !== undefined && <span className="rung-line">executing level {due}</span>}
    </>
  );
  return { name, mark: due === undefined ? 'done' : 'open', text };
}

function respondedRung({ responded }: Ladder, nowMs: number, due: string | undefined): Rung {
  const name = 'Responded';
  if (responded === undefined) return { name, mark: 'open', text: due ?? 'no statement' };
  const { result, reason, offices, alternative, words } = responded.statement;
  const text = (
    <>
      <Coded code={`response.${result}`} />
      {reason !== undefined && (
        <>
          : <Coded code={`denial.${reason}`} />
        </>
      )}
      {offices !== undefined && offices.length > 0 && <bdi>: {offices.join(', ')}</bdi>}{' '}
      <Fixed>{instantText(responded.atMs, nowMs)}</Fixed>
      {alternative !== undefined && <ObjectLink about={alternative} />}
      {words !== undefined && (
        <q dir="auto" lang={words.language}>
          {words.text}
        </q>
      )}
      {due !== undefined && <span className="rung-line">{due}</span>}
    </>
  );
  return { name, mark: result === 'under-consideration' ? 'open' : 'done', text };
}

function accountRung({ countered }: Ladder, nowMs: number, due: string | undefined): Rung {
  const name = 'Account';
  if (countered === undefined) return { name, mark: 'open', text: due ?? 'no statement' };
  const { result, account } = countered.statement;
  const text = (
    <>
      <Coded code={`counter.${result}`} /> <Fixed>{instantText(countered.atMs, nowMs)}</Fixed>
      <q dir="auto" lang={account.language}>
        {account.text}
      </q>
    </>
  );
  return { name, mark: result === 'investigating' ? 'open' : 'done', text };
}

function receivedRung({ received }: Ladder, releasedMs: number, nowMs: number): Rung {
  if (received === undefined) return { name: 'Received', mark: 'open', text: 'not received yet' };
  const took = ((received.atMs - releasedMs) / 1_000).toFixed(1);
  const text = (
    <Fixed>
      {instantText(received.atMs, nowMs)} · {took} s
    </Fixed>
  );
  return { name: 'Received', mark: 'done', text };
}

function readRung(name: string, { read }: Ladder, nowMs: number, due: string | undefined): Rung {
  if (read === undefined) return { name, mark: 'open', text: due ?? 'no statement' };
  return { name, mark: 'done', text: <At atMs={read.atMs} nowMs={nowMs} by={read.seat} /> };
}

function readBackRung({ readBack }: Ladder, due: string | undefined): Rung {
  const name = 'Read-back';
  if (readBack === undefined) return { name, mark: 'open', text: due ?? 'no statement' };
  const { comparison } = readBack;
  if (comparison.result === 'match') return { name, mark: 'done', text: 'match' };
  const text = <span className="mismatch">mismatch: {comparison.differences.join('; ')}</span>;
  return { name, mark: 'found', text };
}

function positionRung({ position }: Ladder, nowMs: number, due: string | undefined): Rung {
  const name = 'Position';
  if (position === undefined) return { name, mark: 'open', text: due ?? 'no statement' };
  const { statement, atMs } = position;
  const text = (
    <>
      <Coded code={`position.${statement.position}`} /> <Fixed>{minuteText(atMs, nowMs)}</Fixed>
      {statement.words !== undefined && (
        <q lang={statement.words.language} dir="auto">
          {statement.words.text}
        </q>
      )}
    </>
  );
  return { name, mark: 'done', text };
}

function compliedRung({ complied }: Ladder, nowMs: number, due: string | undefined): Rung {
  const name = 'What was done';
  if (complied === undefined) return { name, mark: 'open', text: due ?? 'no statement' };
  const text = (
    <>
      <Coded code={`warning-answer.${complied.statement.result}`} />{' '}
      <At atMs={complied.atMs} nowMs={nowMs} by={complied.seat} />
    </>
  );
  return { name, mark: 'done', text };
}

function answeredRung({ answered }: Ladder, nowMs: number, due: string | undefined): Rung {
  const name = 'Answered';
  if (answered === undefined) return { name, mark: 'open', text: due ?? 'no statement' };
  return { name, mark: 'done', text: <At atMs={answered.atMs} nowMs={nowMs} by={answered.seat} /> };
}

function At(props: { readonly atMs: number; readonly nowMs: number; readonly by: string }) {
  return (
    <>
      <Fixed>{instantText(props.atMs, props.nowMs)}</Fixed> · <bdi>{props.by}</bdi>
    </>
  );
}

function dueText(dueMs: number, nowMs: number): string {
  const late = nowMs > dueMs ? `, overdue ${durationText(nowMs - dueMs)}` : '';
  return `due ${minuteText(dueMs, nowMs)}${late}`;
}
