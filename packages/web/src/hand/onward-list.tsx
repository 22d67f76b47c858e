// To whom it was passed on, by whom and how, and what came back.
import type { LineObject } from '@parley/engine';
import { phrase } from '@parley/protocol';
import { useNow, usePartyName } from '../floor/hooks.ts';
import { Coded } from '../words/coded.tsx';
import { Fixed } from '../words/fixed.tsx';
import { instantText } from '../words/time-text.ts';

/** Every onward release of an object with its receipt; nothing while there is none. */
export function OnwardList({ object }: { readonly object: LineObject }) {
  const nameOf = usePartyName();
  const nowMs = useNow(0.2);
  if (object.onward.length === 0) return undefined;
  return (
    <section aria-label="Passed on">
      <h3 className="section-head">
        Passed on <span>{object.onward.length}</span>
      </h3>
      <ul className="ladder">
        {object.onward.map(({ ref, party, statement, receipt }) => (
          <li key={`${party} ${ref.index}`} className={receipt === undefined ? 'open' : 'done'}>
            <span className="rung" aria-hidden="true" />
            <span dir="auto">{statement.to}</span>
            <span className="rung-text">
              by {nameOf(party)}, {phrase(`carrier.${statement.by}`).toLowerCase()},{' '}
              <Fixed>{instantText(statement.sentMs, nowMs)}</Fixed>.{' '}
              {receipt === undefined ? (
                'No receipt.'
              ) : (
                <>
                  <Coded code={`onward.${receipt.statement.result}`} />
                  {receipt.statement.role !== undefined && `, ${receipt.statement.role}`}{' '}
                  <Fixed>{instantText(receipt.statement.atMs, nowMs)}</Fixed>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
