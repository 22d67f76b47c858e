// The clauses of an arrangement, and what changes in them from one version to another.
import './arrangement.css';
import { clausesOf, compareArrangements, NOT_AGREED } from '@parley/engine';
import type { ItemChange } from '@parley/engine';
import type { Arrangement } from '@parley/protocol';

/** Every clause in plain English. */
export function Clauses({ arrangement }: { readonly arrangement: Arrangement }) {
  return (
    <div className="arrangement-clauses">
      {clausesOf(arrangement).map(({ number, heading, items }) => (
        <section key={number}>
          <h3>
            {number}. {heading}
          </h3>
          {items.length === 0 && <p className="quiet">{NOT_AGREED}</p>}
          <ul>
            {items.map(({ key, text }) => (
              <li key={key} dir="auto">
                {text}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** What changes from `before` to `after`: clauses that change, each value that goes or comes. */
export function Comparison(props: { readonly before: Arrangement; readonly after: Arrangement }) {
  const { before, after } = props;
  const all = compareArrangements(before, after);
  const changed = all.filter(({ change }) => change !== 'unchanged');
  return (
    <section
      className="arrangement-clauses"
      aria-label={`What changes from version ${before.version}`}
    >
      <h2 className="section-head">What changes from version {before.version}</h2>
      {changed.length === 0 && <p>No clause changes.</p>}
      {changed.map(({ number, heading, change, items }) => (
        <section key={number}>
          <h3>
            {number}. {heading}: {change}
          </h3>
          {items.map((item) => (
            <Change key={item.key} item={item} />
          ))}
        </section>
      ))}
      <p className="quiet">Clauses unchanged: {all.length - changed.length}</p>
    </section>
  );
}

function Change({ item: { change, before, after } }: { readonly item: ItemChange }) {
  if (change === 'unchanged') return undefined;
  return (
    <p>
      {before !== undefined && <del dir="auto">{before}</del>}
      {after !== undefined && <ins dir="auto">{after}</ins>}
    </p>
  );
}
