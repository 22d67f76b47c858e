// A human asks whether a human is there; a human answers.
import type { LineObject } from '@parley/engine';
import { useFloor, useNow } from '../floor/hooks.ts';
import { Fixed } from '../words/fixed.tsx';
import { durationText, instantText } from '../words/time-text.ts';
import { SayButton } from './say-button.tsx';

/** When it was asked, and for how long there was no answer. */
export function LineCheckFacts({ object }: { readonly object: LineObject }) {
  const nowMs = useNow(1);
  const open = [...object.ladders.values()].some(({ answered }) => answered === undefined);
  return (
    <dl className="facts">
      <dt>Asked</dt>
      <dd>
        <Fixed>{instantText(object.releasedMs, nowMs)}</Fixed>
        {open && ` unanswered ${durationText(nowMs - object.releasedMs)}`}
      </dd>
    </dl>
  );
}

/** The answer, by whichever seat reads it. */
export function LineCheckActions({ object }: { readonly object: LineObject }) {
  const { session } = useFloor();
  const ladder = object.ladders.get(session.party);
  if (ladder === undefined || ladder.answered !== undefined) return undefined;
  return (
    <div className="button-row">
      <SayButton
        body={{ type: 'line-check-answer', ref: object.ref }}
        code="KeyA"
        keyName="A"
        className="asked"
      >
        We are here
      </SayButton>
    </div>
  );
}
