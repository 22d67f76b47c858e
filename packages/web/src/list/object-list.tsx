// The list: the same things as map and bars, one a row, for reading rather than looking.
import './list.css';
import { useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useFloor, useNow, usePartyName, useSelection, useShown } from '../floor/hooks.ts';
import { Fixed } from '../words/fixed.tsx';
import { PrecedenceTag } from '../words/precedence-tag.tsx';
import { listRows } from './list-rows.ts';
import type { Column, ListRow, Order } from './list-rows.ts';

const COLUMNS: readonly (readonly [Column, string])[] = [
  ['name', 'No.'],
  ['conflicts', 'Conf.'],
  ['party', 'Party'],
  ['precedence', 'Precedence'],
  ['title', 'What'],
  ['state', 'State'],
  ['window', 'When'],
  ['band', 'Height'],
  ['where', 'Where'],
];
const STATE_HZ = 0.2;

/** All that passes the filter. A head sorts; arrows go through the rows; Enter takes one. */
export function ObjectList() {
  const [order, setOrder] = useState<Order>({ by: 'window', descending: true });
  const { session } = useFloor();
  const { selection, selectObject } = useSelection();
  const nameOf = usePartyName();
  const shown = useShown();
  const nowMs = useNow(STATE_HZ);
  const rows = useMemo(
    () => listRows({ shown, own: session.party, nameOf, nowMs, order }),
    [shown, session.party, nameOf, nowMs, order],
  );
  const chosenId = selection.kind === 'object' ? selection.id : undefined;
  const stop = Math.max(
    0,
    rows.findIndex(({ object }) => object.id === chosenId),
  );
  const sortBy = (by: Column): void =>
    setOrder((now) => ({ by, descending: now.by === by && !now.descending }));
  if (rows.length === 0) {
    return (
      <p className="list-empty quiet">Nothing passes the filter. The chips on the map set it.</p>
    );
  }
  return (
    <div className="list-scroll">
      <table className="list" aria-label="All that passes the filter">
        <thead>
          <tr>
            {COLUMNS.map(([column, word]) => (
              <Head key={column} column={column} word={word} order={order} sortBy={sortBy} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Row
              key={row.object.id}
              row={row}
              chosen={row.object.id === chosenId}
              tabIndex={at === stop ? 0 : -1}
              take={() => selectObject(row.object.id)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head(props: {
  readonly column: Column;
  readonly word: string;
  readonly order: Order;
  readonly sortBy: (column: Column) => void;
}) {
  const { column, word, order } = props;
  const sorted = order.by === column;
  const direction = order.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={sorted ? direction : 'none'}>
      <button type="button" onClick={() => props.sortBy(column)}>
        {word}
        <span aria-hidden="true">{sorted && (order.descending ? ' ▾' : ' ▴')}</span>
      </button>
    </th>
  );
}

function Row(props: {
  readonly row: ListRow;
  readonly chosen: boolean;
  readonly tabIndex: number;
  readonly take: () => void;
}) {
  const { row, chosen, take } = props;
  return (
    <tr aria-current={chosen} className={row.stateRank >= 90 ? `${row.side} ended` : row.side}>
      <th scope="row">
        <button
          type="button"
          className="list-take"
          aria-label={`${row.name} ${row.title}`}
          tabIndex={props.tabIndex}
          onClick={take}
          onKeyDown={moveFocus}
        >
          <Fixed>{row.name}</Fixed>
        </button>
      </th>
      <td>{row.conflicts > 0 && <ConflictMark count={row.conflicts} />}</td>
      <td>{row.party}</td>
      <td>
        <PrecedenceTag precedence={row.precedence} />
      </td>
      <td dir="auto" className="list-title" title={row.title}>
        {row.title}
      </td>
      <td>{row.state}</td>
      <td>
        <Fixed>{row.window}</Fixed>
      </td>
      <td>
        <Fixed>{row.band}</Fixed>
      </td>
      <td title={row.place}>
        <Fixed className="quiet">{row.where}</Fixed>
      </td>
    </tr>
  );
}

function ConflictMark({ count }: { readonly count: number }) {
  return (
    <span className="list-conflict" title={count === 1 ? 'In conflict' : `${count} conflicts`}>
      <i aria-hidden="true" /> {count}
    </span>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.code];
  const table = event.currentTarget.closest('table');
  if (step === undefined || table === null) return;
  event.preventDefault();
  event.stopPropagation();
  const rows = [...table.querySelectorAll<HTMLElement>('.list-take')];
  const at = rows.indexOf(event.currentTarget);
  rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.focus();
}
