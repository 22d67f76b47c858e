// The ladder of each addressee: which steps were stated, when, and which were not.
import type { Ladder, LineObject } from '@parley/engine';
import { phrase } from '@parley/protocol';
import type { PartyId } from '@parley/protocol';
import type { ReactNode } from 'react';
import { usePartyName } from '../floor/hooks.ts';
import { useOpenSteps } from '../floor/open-steps.ts';
import { Fixed } from '../words/fixed.tsx';
import { durationText, instantText, minuteText } from '../words/time-text.ts';

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
  { body, releasedMs }: LineObject,
  ladder: Ladder,
  nowMs: number,
  dueAt: (step: string) => string | undefined,
): Rung[] {
  const rungs: Rung[] = [receivedRung(ladder, releasedMs, nowMs)];
  const readName = body.type === 'warning' ? 'Taken' : 'Read';
  const readDue = dueAt('read') ?? dueAt('take');
  if (body.type !== 'line-check') rungs.push(readRung(readName, ladder, nowMs, readDue));
  switch (body.type) {
    case 'notice':
      rungs.push(readBackRung(ladder, dueAt('read-back')));
      rungs.push({ name: 'Disseminated', mark: 'open', text: 'no statement' });
      rungs.push(positionRung(ladder, nowMs, dueAt('position')));
      break;
    case 'warning':
      rungs.push(compliedRung(ladder, nowMs, dueAt('act')));
      break;
    default:
      rungs.push(answeredRung(ladder, nowMs, dueAt('answer')));
  }
  return rungs;
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
      {phrase(`position.${statement.position}`)} <Fixed>{minuteText(atMs, nowMs)}</Fixed>
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
      {phrase(`warning-answer.${complied.statement.result}`)}{' '}
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
