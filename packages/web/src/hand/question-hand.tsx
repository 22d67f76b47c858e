// A question in hand, and its answer. An answer is drafted here and released by another seat.
import type { LineObject } from '@parley/engine';
import type { Question } from '@parley/protocol';
import { answerForm, cancelForm } from '../draft/draft-form.ts';
import { useActions, useFloor, useNow, usePartyName } from '../floor/hooks.ts';
import { useKeys } from '../keys/keys.ts';
import { Coded } from '../words/coded.tsx';
import { Fixed } from '../words/fixed.tsx';
import { durationText, minuteText } from '../words/time-text.ts';
import { ObjectLink } from './object-link.tsx';
import { OriginalWords } from './original-words.tsx';
import { SayButton } from './say-button.tsx';

/** The facts of a question. */
export function QuestionFacts(props: { readonly object: LineObject; readonly body: Question }) {
  const { object, body } = props;
  const nowMs = useNow(1);
  const answered = [...object.ladders.values()].every((ladder) => ladder.answered !== undefined);
  return (
    <>
      <dl className="facts">
        <dt>Asks</dt>
        <dd>
          {body.codes.map((code) => (
            <div key={code}>
              <Coded code={`question.${code}`} />
            </div>
          ))}
        </dd>
        {body.about !== undefined && (
          <>
            <dt>About</dt>
            <dd>
              <ObjectLink about={body.about} />
            </dd>
          </>
        )}
        <dt>Answer by</dt>
        <dd>
          <Fixed>{minuteText(body.answerByMs, nowMs)}</Fixed>
        </dd>
        {!answered && (
          <>
            <dt>Unanswered</dt>
            <dd>
              <Fixed>{durationText(nowMs - object.releasedMs)}</Fixed>
            </dd>
          </>
        )}
      </dl>
      {body.words !== undefined && <OriginalWords words={body.words} />}
      <Answers object={object} />
    </>
  );
}

function Answers({ object }: { readonly object: LineObject }) {
  const nameOf = usePartyName();
  return [...object.ladders].map(([party, { answered }]) => {
    if (answered === undefined || answered.statement.type !== 'answer') return undefined;
    const { result, notice, words } = answered.statement;
    return (
      <section key={party} aria-label={`Answer of ${nameOf(party)}`}>
        <h3 className="section-head">Answer · {nameOf(party)}</h3>
        <p>
          <Coded code={`answer.${result}`} />
        </p>
        {notice !== undefined && <ObjectLink about={notice} />}
        {words !== undefined && <OriginalWords words={words} />}
      </section>
    );
  });
}

/** Theirs: read and answer. Ours: cancel while it is open. */
export function QuestionActions({ object }: { readonly object: LineObject }) {
  const { session } = useFloor();
  const { newDraft } = useActions();
  const ladder = object.ladders.get(session.party);
  const open = object.state === 'in-force' && ladder?.answered === undefined;
  const answer = (): void => void newDraft(JSON.stringify(answerForm(object.ref)));
  const cancel = (): void => void newDraft(JSON.stringify(cancelForm(object.ref)));
  useKeys(!open ? {} : ladder === undefined ? { KeyX: cancel } : { KeyE: answer });
  if (!open) return undefined;
  if (ladder === undefined) {
    return (
      <div className="button-row">
        <button type="button" className="button" onClick={cancel}>
          Cancel it <kbd className="key">X</kbd>
        </button>
      </div>
    );
  }
  return (
    <div className="button-row">
      {ladder.read === undefined && (
        <SayButton
          body={{ type: 'read', ref: object.ref }}
          code="KeyA"
          keyName="A"
          className="asked"
        >
          Read
        </SayButton>
      )}
      <button type="button" className="button" onClick={answer}>
        Answer <kbd className="key">E</kbd>
      </button>
    </div>
  );
}
