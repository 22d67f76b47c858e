// The history of an object with each entry's place on record and how far it is proven.
import type { LineObject } from '@parley/engine';
import { useFloor, useNow, usePartyName } from '../floor/hooks.ts';
import { Fixed } from '../words/fixed.tsx';
import { instantText } from '../words/time-text.ts';
import { historyOf, proofText } from './history.ts';

/** The list of what happened to an object. */
export function HistoryList({ object }: { readonly object: LineObject }) {
  const { heads, session } = useFloor();
  const nameOf = usePartyName();
  const nowMs = useNow(0.2);
  return (
    <section aria-label="History">
      <h3 className="section-head">History</h3>
      <ol className="history">
        {historyOf(object, nameOf).map(({ atMs, text, ref }) => (
          <li key={`${ref.party} ${ref.index} ${text}`}>
            <Fixed>{instantText(atMs, nowMs)}</Fixed> {text}
            <span className="quiet">
              entry <Fixed>{ref.index}</Fixed> of {nameOf(ref.party)}, leaf{' '}
              <Fixed>{ref.leaf.slice(0, 8)}</Fixed> {proofText(ref, session.party, heads, nameOf)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
