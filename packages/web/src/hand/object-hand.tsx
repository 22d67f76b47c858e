// An object in hand: what it is, its facts, its ladder, what can be done with it, its history.
import { precedenceOf } from '@parley/engine';
import type { LineObject } from '@parley/engine';
import { isEnded, useFloor, useNow, usePartyName } from '../floor/hooks.ts';
import { PhraseNumbers } from '../words/coded.tsx';
import { Fixed } from '../words/fixed.tsx';
import { objectName, objectTitle, titleCodes } from '../words/object-words.ts';
import { PrecedenceTag } from '../words/precedence-tag.tsx';
import { BodyFacts } from './body-facts.tsx';
import { Evidence } from './evidence.tsx';
import { HistoryList } from './history-list.tsx';
import { Ladders } from './ladder.tsx';
import { LineCheckActions, LineCheckFacts } from './line-check-hand.tsx';
import { NoticeActions } from './notice-actions.tsx';
import { NoticeFacts } from './notice-facts.tsx';
import { CommonActions, ObjectActions } from './object-actions.tsx';
import { ObjectConflicts } from './object-conflicts.tsx';
import { OnwardList } from './onward-list.tsx';
import { QuestionActions, QuestionFacts } from './question-hand.tsx';
import { WarningActions, WarningFacts } from './warning-hand.tsx';

/** The panel of one object. */
export function ObjectHand({ object }: { readonly object: LineObject }) {
  return (
    <article className="hand-body" aria-labelledby="hand-title">
      <ObjectHead object={object} />
      <Findings object={object} />
      <ObjectConflicts object={object} />
      <Facts object={object} />
      <Ladders object={object} />
      <OnwardList object={object} />
      <HistoryList object={object} />
      <Evidence object={object} />
      {object.body.type === 'notice' && (
        <p className="quiet fixed-sentence">
          A notice is not a permission, nor a promise of safety; its absence removes no protection.
        </p>
      )}
      <div className="hand-actions">
        <ActionsOf object={object} />
        <CommonActions object={object} />
      </div>
    </article>
  );
}

function ObjectHead({ object }: { readonly object: LineObject }) {
  const { session, picture } = useFloor();
  const nameOf = usePartyName();
  const { body, releasedBy, supersededBy } = object;
  const others = picture.members.filter((party) => party !== object.author);
  const status = 'status' in body ? body.status : 'actual';
  const numbered = titleCodes(object);
  return (
    <header>
      <div className="hand-head">
        {status !== 'actual' && <span className="exercise">{status.toUpperCase()}</span>}
        <PrecedenceTag precedence={precedenceOf(object)} />
        <Fixed>{objectName(object)}</Fixed>
        <span className="pill hand-state">
          <StateWord object={object} />
        </span>
      </div>
      <h2 id="hand-title" dir="auto">
        {objectTitle(object)}
      </h2>
      {numbered.length > 0 && <PhraseNumbers codes={numbered} />}
      <p className={object.author === session.party ? 'quiet whose ours' : 'quiet whose theirs'}>
        From {nameOf(object.author)}, {releasedBy} · to {others.map(nameOf).join(', ')}
      </p>
      {supersededBy !== undefined && (
        <p className="finding">
          Superseded by <Fixed>{supersededBy}</Fixed>. Read that one.
        </p>
      )}
    </header>
  );
}

/** What stands open until it is answered. */
const ASKS: ReadonlySet<string> = new Set(['question', 'line-check', 'proposal', 'incident']);

function StateWord({ object }: { readonly object: LineObject }) {
  const ended = isEnded(object, useNow(1));
  const { state, body } = object;
  const inForce = ASKS.has(body.type) ? 'Open' : 'In force';
  if (state === 'superseded') return 'Superseded';
  if (state === 'cancelled') return 'Cancelled';
  if (state === 'removed') return 'Removed from the list';
  if (!ended) return inForce;
  return body.type === 'notice' ? 'Over' : 'Answered';
}

function Findings({ object }: { readonly object: LineObject }) {
  if (object.findings.length === 0) return undefined;
  // Distance and direction may both differ; one sentence says both.
  const sentences = [...new Set(object.findings.map(({ sentence }) => sentence))];
  return (
    <div className="finding" role="note">
      {sentences.map((sentence) => (
        <p key={sentence}>
          <span aria-hidden="true">▲ </span>
          <b>Text and geometry differ.</b> {sentence}
        </p>
      ))}
    </div>
  );
}

function Facts({ object }: { readonly object: LineObject }) {
  const { body } = object;
  switch (body.type) {
    case 'notice':
      return <NoticeFacts object={object} body={body} />;
    case 'warning':
      return <WarningFacts object={object} body={body} />;
    case 'question':
      return <QuestionFacts object={object} body={body} />;
    case 'line-check':
      return <LineCheckFacts object={object} />;
    default:
      return <BodyFacts object={object} body={body} />;
  }
}

function ActionsOf({ object }: { readonly object: LineObject }) {
  const { body } = object;
  switch (body.type) {
    case 'notice':
      return <NoticeActions object={object} body={body} />;
    case 'warning':
    case 'accident':
    case 'search-and-rescue':
      return <WarningActions object={object} />;
    case 'question':
      return <QuestionActions object={object} />;
    case 'line-check':
      return <LineCheckActions object={object} />;
    default:
      return <ObjectActions object={object} />;
  }
}
