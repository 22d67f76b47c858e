// What a warning will say on the other side's screens, checked as it will be before it leaves.
import { checkDraft, lintSentence } from '@parley/engine';
import { centreOf, writePosition } from '@parley/geo';
import { phrase, refusalSentence } from '@parley/protocol';
import type { Outcome, Warning } from '@parley/protocol';
import { useFloor } from '../floor/hooks.ts';
import { HoldButton } from '../keys/hold-button.tsx';
import { Fixed } from '../words/fixed.tsx';
import { hazardText } from '../words/object-words.ts';
import { warningOf } from './warning-form.ts';
import type { WarningForm } from './warning-form.ts';

/** The rendering that leaves, and the button that sends it. */
export function WarnPreview(props: {
  readonly form: WarningForm;
  readonly nowMs: number;
  readonly send: (body: Warning) => void;
}) {
  const { picture, session } = useFloor();
  const made: Outcome<Warning> = warningOf(props.form, props.nowMs);
  if (!made.ok) return <Refused sentence={refusalSentence(made.refusal)} />;
  const body = made.value;
  const check = checkDraft(picture, session.party, body, props.nowMs);
  if (check.refusal !== undefined) return <Refused sentence={refusalSentence(check.refusal)} />;
  return (
    <>
      <section className="warn-preview" aria-label="What will leave">
        <h3 className="section-head">Their screens will say</h3>
        <p>
          {body.status !== 'actual' && (
            <span className="exercise">{body.status.toUpperCase()}</span>
          )}{' '}
          <b>{hazardText(body)}.</b> Asked: {phrase(`request.${body.request}`)}.
        </p>
        {body.volumes.map(({ outline }, at) => (
          <p key={at}>
            {check.places[at]?.text} <Fixed>{writePosition(centreOf(outline), 'MGRS')}</Fixed>{' '}
            <Fixed>{writePosition(centreOf(outline), 'DD')}</Fixed>
          </p>
        ))}
        {check.lint.map((fault) => (
          <p key={`${fault.field} ${fault.quoted}`} className="finding">
            <b>A line does not carry this; a warning leaves all the same.</b>{' '}
            <bdi>{lintSentence(fault)}</bdi>
          </p>
        ))}
        {[...new Set(check.findings.map(({ sentence }) => sentence))].map((sentence) => (
          <p key={sentence} className="finding">
            <b>Text and geometry differ.</b> {sentence}
          </p>
        ))}
      </section>
      <HoldButton layer="dialog" className="grave" onHeld={() => props.send(body)}>
        Send FLASH warning
      </HoldButton>
    </>
  );
}

function Refused({ sentence }: { readonly sentence: string }) {
  return (
    <>
      <p className="refusal">{sentence}</p>
      <button type="button" className="button grave" disabled>
        Send FLASH warning
      </button>
    </>
  );
}
