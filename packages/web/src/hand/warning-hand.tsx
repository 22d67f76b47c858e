// A warning in hand: the hazard, what is asked, since when, who took it and what was done.
import type { LineObject } from '@parley/engine';
import { phrase, WarningAnswer } from '@parley/protocol';
import type { Warning } from '@parley/protocol';
import { useFloor, useNow, usePartyName } from '../floor/hooks.ts';
import { Coded } from '../words/coded.tsx';
import { Fixed } from '../words/fixed.tsx';
import { clockText, durationText, instantText } from '../words/time-text.ts';
import { OriginalWords } from './original-words.tsx';
import { SayButton } from './say-button.tsx';
import { VolumeFacts } from './volume-facts.tsx';

export const WARNING_ANSWERS = WarningAnswer.shape.result.options;

/** The facts of a warning. */
export function WarningFacts(props: { readonly object: LineObject; readonly body: Warning }) {
  const { object, body } = props;
  const nowMs = useNow(1);
  return (
    <>
      <dl className="facts">
        <dt>Asked</dt>
        <dd>
          <b>
            <Coded code={`request.${body.request}`} />
          </b>
          {body.requestByMs !== undefined && (
            <>
              {' '}
              by <Fixed>{instantText(body.requestByMs, nowMs)}</Fixed>
            </>
          )}
        </dd>
        <dt>Sent</dt>
        <dd>
          <Fixed>{instantText(object.releasedMs, nowMs)}</Fixed>{' '}
          <WarningClock object={object} nowMs={nowMs} />
        </dd>
        {body.callBack !== undefined && (
          <>
            <dt>Call back</dt>
            <dd>
              {body.callBack.role} <Fixed>{body.callBack.number}</Fixed>
            </dd>
          </>
        )}
      </dl>
      {body.volumes.map((volume, at) => (
        <VolumeFacts
          key={`${object.id} ${at}`}
          volume={volume}
          name={body.volumes.length === 1 ? '' : `Volume ${at + 1}`}
        />
      ))}
      {body.words !== undefined && <OriginalWords words={body.words} />}
    </>
  );
}

/** Since when a warning is not taken, or how long it took, for each addressee. */
export function WarningClock(props: { readonly object: LineObject; readonly nowMs: number }) {
  const { object, nowMs } = props;
  const nameOf = usePartyName();
  return [...object.ladders].map(([party, { read }]) => {
    if (read === undefined) {
      return (
        <b key={party} className="late-word">
          not taken by {nameOf(party)} for <Fixed>{clockText(nowMs - object.releasedMs)}</Fixed>
        </b>
      );
    }
    const afterMs = read.atMs - object.releasedMs;
    return (
      <span key={party}>
        taken by {nameOf(party)} after {durationText(afterMs)}
      </span>
    );
  });
}

/** Theirs: take it, then say what was done. Ours: it stands until it is answered. */
export function WarningActions({ object }: { readonly object: LineObject }) {
  const { session } = useFloor();
  const ladder = object.ladders.get(session.party);
  if (object.state !== 'in-force' || ladder === undefined) return undefined;
  return (
    <section aria-label="Actions" className="button-row">
      {ladder.read === undefined && (
        <SayButton body={{ type: 'read', ref: object.ref }} code="KeyA" keyName="A">
          Take it
        </SayButton>
      )}
      {WARNING_ANSWERS.map((result) => (
        <SayButton key={result} body={{ type: 'warning-answer', ref: object.ref, result }}>
          {phrase(`warning-answer.${result}`)}
        </SayButton>
      ))}
    </section>
  );
}
