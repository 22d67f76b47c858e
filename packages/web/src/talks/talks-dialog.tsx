// The talks since the first day of the line, on one page. Everything here takes its object in hand.
import './talks.css';
import type { ObjectId, PartyId } from '@parley/protocol';
import { useMemo, useState } from 'react';
import { useFloor, useNow, useSelection } from '../floor/hooks.ts';
import { FloorDialog } from '../shell/floor-dialog.tsx';
import { Fixed } from '../words/fixed.tsx';
import { durationText, longDateText } from '../words/time-text.ts';
import { DeclaredTables } from './declared-tables.tsx';
import { MemorandumList } from './memorandum-list.tsx';
import { OfferList } from './offer-list.tsx';
import { QuestionList } from './question-list.tsx';
import { ContactList, StatementList } from './said-lists.tsx';
import { talksOf, UNFILTERED } from './talks.ts';
import type { Talks, TalksFilter } from './talks.ts';

const WIDTH = 1_400;
const HZ = 0.2;

/** The overview; `openArrangement` puts the dialog of the arrangement in its place. */
export function TalksDialog(props: {
  readonly close: () => void;
  readonly openArrangement: () => void;
}) {
  const { close, openArrangement } = props;
  const { picture, revision, drafts } = useFloor();
  const { selectObject } = useSelection();
  const [filter, setFilter] = useState<TalksFilter>(UNFILTERED);
  const nowMs = useNow(HZ);
  // The picture is folded in place: its revision says that it has changed.
  const { talks } = useMemo(
    () => ({ revision, talks: talksOf({ picture, drafts, filter, nowMs }) }),
    [picture, revision, drafts, filter, nowMs],
  );
  const take = (id: ObjectId): void => {
    selectObject(id);
    close();
  };
  const common = { take, nowMs };
  return (
    <FloorDialog title="The talks" close={close} size={WIDTH}>
      <div className="talks-top">
        <Summary talks={talks} nowMs={nowMs} />
        <Filters filter={filter} setFilter={setFilter} />
      </div>
      <div className="talks-grid">
        <div>
          <OfferList offers={talks.offers} {...common} />
          <QuestionList questions={talks.questions} {...common} />
        </div>
        <div>
          <MemorandumList
            memorandum={talks.memorandum}
            openArrangement={openArrangement}
            {...common}
          />
          <DeclaredTables places={talks.places} intentions={talks.intentions} {...common} />
        </div>
        <div>
          <StatementList statements={talks.statements} {...common} />
          <ContactList contacts={talks.contacts} {...common} />
        </div>
      </div>
    </FloorDialog>
  );
}

function Summary({ talks, nowMs }: { readonly talks: Talks; readonly nowMs: number }) {
  const { sinceMs, offers, questions } = talks;
  if (sinceMs === undefined) return <p>Nothing was said on this line yet.</p>;
  const openOffers = offers.filter(({ open }) => open).length;
  const unanswered = questions.filter(({ open }) => open);
  const oldest = unanswered[0];
  return (
    <p>
      Since <Fixed>{longDateText(sinceMs)}</Fixed>, {durationText(nowMs - sinceMs)}.{' '}
      <Count name="Offers open" open={openOffers} of={offers.length} />{' '}
      <Count name="Questions unanswered" open={unanswered.length} of={questions.length} />
      {oldest !== undefined && (
        <b className="talk-waits"> The oldest: {durationText(nowMs - oldest.object.releasedMs)}.</b>
      )}
    </p>
  );
}

function Count(props: { readonly name: string; readonly open: number; readonly of: number }) {
  return (
    <>
      {props.name}: <b>{props.open}</b> of {props.of}.
    </>
  );
}

function Filters(props: {
  readonly filter: TalksFilter;
  readonly setFilter: (filter: TalksFilter) => void;
}) {
  const { filter, setFilter } = props;
  const { members } = useFloor().session;
  return (
    <form className="talks-filters" onSubmit={(event) => event.preventDefault()}>
      <label>
        Said by{' '}
        <select
          value={filter.party}
          onChange={({ target }) =>
            setFilter({ ...filter, party: target.value as PartyId | 'all' })
          }
        >
          <option value="all">all parties</option>
          {members.map(({ party, name }) => (
            <option key={party} value={party}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        With the words{' '}
        <input
          type="search"
          value={filter.text}
          onChange={({ target }) => setFilter({ ...filter, text: target.value })}
        />
      </label>
    </form>
  );
}
