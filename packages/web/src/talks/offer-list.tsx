// What has been offered: to whom, what it would cover, who considers it since when.
import { phrase } from '@parley/protocol';
import type { Proposal } from '@parley/protocol';
import { usePartyName } from '../floor/hooks.ts';
import { Fixed } from '../words/fixed.tsx';
import { minuteText } from '../words/time-text.ts';
import { objectTitle } from '../words/object-words.ts';
import type { Offer, Reaction } from './offers.ts';
import { Due, listed, Name, Since, TalkRow, TalkSection } from './talk-row.tsx';
import type { Take } from './talk-row.tsx';

type Scope = NonNullable<Extract<Proposal, { matter: 'talks' }>['scope']>;

/** The section of offers. */
export function OfferList(props: {
  readonly offers: readonly Offer[];
  readonly take: Take;
  readonly nowMs: number;
}) {
  const { offers, take, nowMs } = props;
  return (
    <TalkSection
      title="Offered"
      count={offers.length}
      empty="Nobody has offered anything: talks are offered by S."
    >
      <ul>
        {offers.map((offer) => (
          <OfferRow key={offer.object.id} offer={offer} take={take} nowMs={nowMs} />
        ))}
      </ul>
    </TalkSection>
  );
}

function OfferRow(props: { readonly offer: Offer; readonly take: Take; readonly nowMs: number }) {
  const { offer, take, nowMs } = props;
  const { object, body, open } = offer;
  const scope = body.matter === 'talks' ? body.scope : undefined;
  return (
    <TalkRow object={object} title={objectTitle(object)} take={take} nowMs={nowMs} open={open}>
      <p className="quiet">
        {phrase(`type.proposal.${body.matter}`)}
        {body.matter === 'talks' && `, ${phrase(`level.${body.level}`).toLowerCase()}`}
        {open && (
          <>
            {' · answer '}
            <Due dueMs={body.answerByMs} overdue={offer.overdue} nowMs={nowMs} />
          </>
        )}
      </p>
      {scope !== undefined && <ScopeLines scope={scope} />}
      {offer.reactions.map((reaction) => (
        <ReactionLine key={reaction.party} reaction={reaction} nowMs={nowMs} />
      ))}
      {offer.alternatives.map((other) => (
        <p key={other.id}>
          In its place:{' '}
          <button type="button" className="link" onClick={() => take(other.id)}>
            <bdi>{objectTitle(other)}</bdi> <Name object={other} />
          </button>
        </p>
      ))}
    </TalkRow>
  );
}

function ReactionLine({
  reaction,
  nowMs,
}: {
  readonly reaction: Reaction;
  readonly nowMs: number;
}) {
  const nameOf = usePartyName();
  const { party, result, offices, sinceMs, read, reason } = reaction;
  if (result === 'silent') {
    return (
      <p>
        {nameOf(party)}: <b className="talk-waits">unanswered</b>{' '}
        <Since ms={sinceMs} nowMs={nowMs} />, {read ? 'read' : 'not read yet'}
      </p>
    );
  }
  const waits = result === 'under-consideration';
  return (
    <p>
      {nameOf(party)}:{' '}
      <b className={waits ? 'talk-waits' : 'talk-done'}>{phrase(`response.${result}`)}</b>
      {offices.length > 0 && (
        <>
          {' by '}
          <bdi>{listed(offices)}</bdi>
        </>
      )}
      {waits && ', '}
      {waits && <Since ms={sinceMs} nowMs={nowMs} />}
      {!waits && <Fixed> {minuteText(sinceMs, nowMs)}</Fixed>}
      {reason !== undefined && `: ${phrase(`denial.${reason}`)}`}
    </p>
  );
}

/** What talks cover, what they leave out, and what is still open between the sides. */
export function ScopeLines({ scope }: { readonly scope: Scope }) {
  const named = (subjects: Scope['covers']): string =>
    subjects.length === 0
      ? 'nothing stated'
      : listed(subjects.map((subject) => phrase(`subject.${subject}`)));
  return (
    <dl className="talk-scope">
      <dt>Covers</dt>
      <dd>{named(scope.covers)}</dd>
      <dt>Leaves out</dt>
      <dd>{named(scope.leavesOut)}</dd>
      {scope.open !== undefined && (
        <>
          <dt>Still open</dt>
          <dd className="talk-waits">{named(scope.open)}</dd>
        </>
      )}
    </dl>
  );
}
