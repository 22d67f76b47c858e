// A version as JSON, from a file or typed, checked as it is typed, and proposed to the other side.
import { accept, readBody, refusalSentence, refuse } from '@parley/protocol';
import type { Arrangement, Outcome, Ref } from '@parley/protocol';
import { useState } from 'react';
import { useClock } from '../floor/hooks.ts';
import { HoldButton } from '../keys/hold-button.tsx';
import { Comparison } from './clauses.tsx';
import { useKeptDraft } from './use-kept-draft.ts';

const DAY_MS = 86_400_000;
const DAYS = [1, 3, 7, 30] as const;

type Props = {
  readonly from: Arrangement;
  readonly inPlaceOf: Ref | undefined;
  /** The text so far; '' to begin with `from` under the next number. */
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly discard: () => void;
};

/** The editor of a proposal; `inPlaceOf` is their proposal to which it is the alternative. */
export function ProposalEditor(props: Props) {
  const { from, inPlaceOf, setText } = props;
  const next = { ...from, version: from.version + 1 };
  const text = props.text === '' ? JSON.stringify(next, undefined, 2) : props.text;
  const read = readArrangementText(text);
  return (
    <section className="arrangement-editor" aria-label="Proposal">
      <label>
        From a file{' '}
        <input
          type="file"
          accept=".json,application/json"
          onChange={({ target }) => void target.files?.[0]?.text().then(setText)}
        />
      </label>
      <label>
        The version as JSON
        <textarea
          value={text}
          spellCheck={false}
          dir="ltr"
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      {!read.ok && <p className="refusal">{refusalSentence(read.refusal)}</p>}
      {read.ok && <Comparison before={from} after={read.value} />}
      <ProposalEnd
        arrangement={read.ok ? read.value : undefined}
        inPlaceOf={inPlaceOf}
        discard={props.discard}
      />
    </section>
  );
}

/** By when an answer is asked; propose what can be read; discard the text. */
function ProposalEnd(props: {
  readonly arrangement: Arrangement | undefined;
  readonly inPlaceOf: Ref | undefined;
  readonly discard: () => void;
}) {
  const { arrangement, inPlaceOf } = props;
  const [days, setDays] = useState<number>(7);
  const now = useClock();
  const { keep, told } = useKeptDraft();
  const propose = (version: Arrangement): void =>
    keep({
      type: 'proposal',
      matter: 'arrangement',
      precedence: 'ROUTINE',
      status: 'actual',
      title: `Version ${version.version} of the arrangement`,
      answerByMs: Math.round(now() + days * DAY_MS),
      ...(inPlaceOf === undefined ? {} : { alternativeTo: inPlaceOf }),
      arrangement: version,
    });
  return (
    <>
      <label>
        Answer within{' '}
        <select value={days} onChange={({ target }) => setDays(Number(target.value))}>
          {DAYS.map((count) => (
            <option key={count} value={count}>
              {count === 1 ? '1 day' : `${count} days`}
            </option>
          ))}
        </select>
      </label>
      <div className="arrangement-actions">
        <button
          type="button"
          className="button asked"
          disabled={arrangement === undefined}
          onClick={() => arrangement !== undefined && propose(arrangement)}
        >
          Propose
        </button>
        <HoldButton layer="dialog" onHeld={props.discard}>
          Discard this text
        </HoldButton>
      </div>
      <p className="quiet">
        The text is kept in this tab until it is released or discarded; Escape only puts it aside.
      </p>
      {told !== undefined && <output>{told}</output>}
    </>
  );
}

/** The arrangement in a text of JSON. Refuses naming the field. */
export function readArrangementText(text: string): Outcome<Arrangement> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : 'it cannot be read';
    return refuse('malformed', '', reason, 'JSON');
  }
  const body = readBody(value);
  if (!body.ok) return body;
  if (body.value.type === 'arrangement') return accept(body.value);
  return refuse('wrong-kind', 'type', `found "${body.value.type}"`, '"arrangement"');
}
