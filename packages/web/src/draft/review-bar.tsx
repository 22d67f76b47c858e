// The reviews of a draft: who has cleared this body, who has not yet, and the buttons of an office.
import type { Draft, ReviewInput } from '@parley/protocol';
import { useState } from 'react';
import { useActions, useFloor } from '../floor/hooks.ts';

const RESULTS: Readonly<Record<ReviewInput['result'], string>> = {
  cleared: 'Clear it',
  returned: 'Return it',
  held: 'Hold it',
};

/** Nothing where no office has a say. */
export function ReviewBar({ draft }: { readonly draft: Draft }) {
  const { session } = useFloor();
  const { reviewDraft } = useActions();
  const [refusal, setRefusal] = useState<string>();
  const { reviews, pending, bodyHash } = draft;
  if (bodyHash === undefined || (reviews.length === 0 && pending.length === 0)) return undefined;
  const { name, office } = session.seat;
  const review = async (result: ReviewInput['result']): Promise<void> => {
    const reply = await reviewDraft(draft.id, { bodyHash, result });
    setRefusal(reply.ok ? undefined : reply.sentence);
  };
  const asked = office !== undefined && pending[0] === office && draft.drafter !== name;
  return (
    <section aria-label="Reviews">
      <ul className="seat-list">
        {reviews.map(({ office: by, seat, result, atMs, words }) => (
          <li key={`${by} ${atMs}`}>
            {by}: <b>{result}</b> by {seat} {words !== undefined && <bdi>“{words}”</bdi>}
          </li>
        ))}
        {pending.map((by) => (
          <li key={by} className="quiet">
            {by}: has not cleared it
          </li>
        ))}
      </ul>
      {asked && (
        <div className="draft-buttons">
          {(['cleared', 'returned', 'held'] as const).map((result) => (
            <button
              key={result}
              type="button"
              className="button"
              onClick={() => void review(result)}
            >
              {RESULTS[result]}
            </button>
          ))}
        </div>
      )}
      {refusal !== undefined && <p className="refusal">{refusal}</p>}
    </section>
  );
}
