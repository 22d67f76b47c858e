// Public statements with what they say of each other; calls and meetings with how they came.
import { phrase } from '@parley/protocol';
import type { Statement } from '@parley/protocol';
import { usePartyName } from '../floor/hooks.ts';
import { Fixed } from '../words/fixed.tsx';
import { objectTitle } from '../words/object-words.ts';
import { dayText, minuteText } from '../words/time-text.ts';
import { isDispute } from './statements.ts';
import type { Met, Related, Said } from './statements.ts';
import { listed, Name, TalkRow, TalkSection } from './talk-row.tsx';
import type { Take } from './talk-row.tsx';

/** The section of public statements. */
export function StatementList(props: {
  readonly statements: readonly Said[];
  readonly take: Take;
  readonly nowMs: number;
}) {
  const { statements, take, nowMs } = props;
  return (
    <TalkSection title="Said in public" count={statements.length} empty="No statement is kept.">
      <ul>
        {statements.map(({ object, body, says, saidOfIt, disputed }) => (
          <TalkRow
            key={object.id}
            object={object}
            title={speakerText(body)}
            take={take}
            nowMs={nowMs}
            open={disputed}
          >
            <blockquote lang={body.said.language} dir="auto">
              {body.said.text}
            </blockquote>
            <p className="quiet">
              {phrase(`certainty.${body.certainty}`)} · {phrase(`said-to.${body.saidTo}`)}{' '}
              <Fixed>{dayText(body.saidMs, nowMs)}</Fixed> · <bdi>{body.source.title}</bdi>
            </p>
            {says.map((related) => (
              <p key={`${related.relation} ${related.object.id}`} className="talk-related">
                <RelationWord relation={related.relation} />
                <Other related={related} take={take} />
              </p>
            ))}
            {saidOfIt.map((related) => (
              <p key={`${related.relation} by ${related.object.id}`} className="talk-related">
                <RelationWord relation={related.relation} />
                <span className="quiet">this:</span>
                <Other related={related} take={take} />
              </p>
            ))}
          </TalkRow>
        ))}
      </ul>
    </TalkSection>
  );
}

function speakerText({ speaker }: Statement): string {
  if (speaker === undefined) return 'Speaker not named';
  const { name, office } = speaker;
  return name === undefined ? office : `${name}, ${office}`;
}

function RelationWord({ relation }: { readonly relation: Related['relation'] }) {
  const word = phrase(`relation.${relation}`);
  if (!isDispute(relation)) return <b>{word}</b>;
  return <b className="talk-differs">≠ {word}</b>;
}

function Other({ related, take }: { readonly related: Related; readonly take: Take }) {
  const nameOf = usePartyName();
  const { object } = related;
  return (
    <button type="button" className="link" onClick={() => take(object.id)}>
      <Name object={object} /> of {nameOf(object.author)}: <bdi>{objectTitle(object)}</bdi>
    </button>
  );
}

function formText({ form, level }: Met['body']): string {
  return `${phrase(`contact.${form}`)}, ${phrase(`level.${level}`).toLowerCase()}`;
}

/** The section of calls and meetings. */
export function ContactList(props: {
  readonly contacts: readonly Met[];
  readonly take: Take;
  readonly nowMs: number;
}) {
  const { contacts, take, nowMs } = props;
  return (
    <TalkSection
      title="Calls and meetings"
      count={contacts.length}
      empty="No call or meeting is on record."
    >
      <ul>
        {contacts.map(({ object, body, was, unsettled }) => (
          <TalkRow
            key={object.id}
            object={object}
            title={formText(body)}
            take={take}
            nowMs={nowMs}
            open={unsettled}
          >
            <p>
              <b className={body.state === 'held' ? 'talk-done' : 'talk-waits'}>
                {phrase(`contact-state.${body.state}`)}
              </b>{' '}
              <Fixed>{minuteText(body.startMs, nowMs)}</Fixed>
              {body.place !== undefined && (
                <>
                  , <bdi>{body.place}</bdi>
                </>
              )}
              {body.subjects.length > 0 && (
                <>
                  : <bdi>{listed(body.subjects)}</bdi>
                </>
              )}
            </p>
            {unsettled && (
              <p className="talk-waits">
                Its time has passed, and nobody has said that it was held.
              </p>
            )}
            {was.map(({ state, sinceMs }) => (
              <p key={sinceMs} className="quiet">
                Before: {phrase(`contact-state.${state}`).toLowerCase()}, told{' '}
                <Fixed>{minuteText(sinceMs, nowMs)}</Fixed>
              </p>
            ))}
          </TalkRow>
        ))}
      </ul>
    </TalkSection>
  );
}
