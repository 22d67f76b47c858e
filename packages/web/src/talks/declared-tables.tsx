// What each side declares of a place, column beside column, and what each says it means to do.
import { phrase } from '@parley/protocol';
import { usePartyName, useSideOf } from '../floor/hooks.ts';
import { Fixed } from '../words/fixed.tsx';
import { dayText } from '../words/time-text.ts';
import type { DeclaredColumn, DeclaredPlace, Intentions } from './declared.ts';
import { Name, TalkSection } from './talk-row.tsx';
import type { Take } from './talk-row.tsx';

type Item = NonNullable<DeclaredPlace['rows'][number]['cells'][number]>;

/** The section of declarations: a table a place, and one of intentions. */
export function DeclaredTables(props: {
  readonly places: readonly DeclaredPlace[];
  readonly intentions: readonly Intentions[];
  readonly take: Take;
  readonly nowMs: number;
}) {
  const { places, intentions, take, nowMs } = props;
  const tables = places.length + (intentions.length > 0 ? 1 : 0);
  return (
    <TalkSection title="Declared" count={tables} empty="Nobody has declared anything of a place.">
      {places.map((place) => (
        <PlaceTable key={place.name} place={place} take={take} nowMs={nowMs} />
      ))}
      {intentions.length > 0 && <IntentionsTable intentions={intentions} take={take} />}
    </TalkSection>
  );
}

function PlaceTable(props: {
  readonly place: DeclaredPlace;
  readonly take: Take;
  readonly nowMs: number;
}) {
  const { place, take, nowMs } = props;
  return (
    <table className="talk-table">
      <caption>
        At or near <bdi>{place.name}</bdi>
      </caption>
      <thead>
        <tr>
          <th scope="col">Kind</th>
          {place.columns.map((column) => (
            <ColumnHead key={column.object.id} column={column} take={take} nowMs={nowMs} />
          ))}
        </tr>
      </thead>
      <tbody>
        {place.rows.map(({ kind, cells, differs }) => (
          <tr key={kind} className={differs ? 'differs' : undefined}>
            <th scope="row">
              {phrase(`deployed.${kind}`)}
              {differs && <b className="talk-differs"> ≠ differs</b>}
            </th>
            {cells.map((cell, at) => (
              <td key={place.columns[at]?.object.id}>
                {cell === undefined ? <span className="quiet">nothing stated</span> : counted(cell)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ColumnHead(props: {
  readonly column: DeclaredColumn;
  readonly take: Take;
  readonly nowMs: number;
}) {
  const { column, take, nowMs } = props;
  const nameOf = usePartyName();
  const side = useSideOf()(column.object);
  const { object, body, expired, positions } = column;
  const whose = body.matter === 'absence' ? `reach.${body.reach}` : `standing.${body.whose}`;
  return (
    <th scope="col" className={`talk-column ${side}`}>
      <button type="button" className="talk-take" onClick={() => take(object.id)}>
        <b className="talk-party">{nameOf(object.author)}</b> <Name object={object} />
      </button>
      <span>{phrase(whose as 'standing.observed')}</span>
      <span className="quiet">{phrase(`basis.${body.basis}`)}</span>
      <span className="quiet">
        <Fixed>{dayText(object.releasedMs, nowMs)}</Fixed>
        {expired ? ', expired ' : ' to '}
        <Fixed>{dayText(body.expiresMs, nowMs)}</Fixed>
      </span>
      {positions.map(({ party, position }) => (
        <span key={party} className={position === 'contested' ? 'talk-waits' : 'quiet'}>
          {nameOf(party)}: {phrase(`position.${position}`)}
        </span>
      ))}
    </th>
  );
}

function counted({ count, accuracy }: Item): string {
  const word = phrase(`accuracy.${accuracy}`);
  if (count === undefined) return phrase('accuracy.not-stated').toLowerCase();
  return accuracy === 'exact' || accuracy === 'not-stated'
    ? String(count)
    : `${word.toLowerCase()} ${count}`;
}

function IntentionsTable(props: {
  readonly intentions: readonly Intentions[];
  readonly take: Take;
}) {
  const { intentions, take } = props;
  const nameOf = usePartyName();
  const horizons = intentions[0]?.horizons ?? [];
  return (
    <table className="talk-table">
      <caption>Intentions, by horizon</caption>
      <thead>
        <tr>
          <th scope="col">Party</th>
          {horizons.map(({ horizon }) => (
            <th key={horizon} scope="col">
              {phrase(`horizon.${horizon}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {intentions.map(({ party, object, horizons: stated }) => (
          <tr key={party}>
            <th scope="row">
              {object === undefined ? (
                nameOf(party)
              ) : (
                <button type="button" className="talk-take" onClick={() => take(object.id)}>
                  {nameOf(party)} <Name object={object} />
                </button>
              )}
            </th>
            {stated.map(({ horizon, said }) => (
              <td key={horizon}>
                {said === undefined ? (
                  <span className="talk-waits">not stated</span>
                ) : (
                  <span dir="auto" lang={said.language}>
                    {said.text}
                  </span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
