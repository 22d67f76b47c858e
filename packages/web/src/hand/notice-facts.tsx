// A notice's facts in the reader's conventions: where, height, when, lead time, what is asked.
import type { LineObject } from '@parley/engine';
import type { Notice } from '@parley/protocol';
import { useFloor } from '../floor/hooks.ts';
import { Coded, PhraseNumbers } from '../words/coded.tsx';
import { Fixed } from '../words/fixed.tsx';
import { activityCodes, activityText } from '../words/object-words.ts';
import { durationText } from '../words/time-text.ts';
import { Volumes } from './body-facts.tsx';
import { FactList } from './fact-list.tsx';
import { MovementState } from './movement-state.tsx';
import { OriginalWords } from './original-words.tsx';

/** What stands in the head, above the other fields or below them. */
const SHOWN: ReadonlySet<string> = new Set([
  'volumes',
  'status',
  'precedence',
  'title',
  'activity',
  'firmness',
  'asked',
  'words',
  'asEntered',
]);

/** The facts of a notice. */
export function NoticeFacts(props: { readonly object: LineObject; readonly body: Notice }) {
  const { object, body } = props;
  return (
    <>
      <Volumes object={object} />
      <dl className="facts">
        <dt>Lead time</dt>
        <dd>
          <LeadTime object={object} />
        </dd>
        <dt>Activity</dt>
        <dd>
          {activityText(body)} <PhraseNumbers codes={activityCodes(body)} />
        </dd>
        <dt>Asked</dt>
        <dd>
          <b>
            <Coded code={`asked.${body.asked}`} />
          </b>
        </dd>
      </dl>
      {body.kind === 'movement' && <MovementState object={object} />}
      <FactList body={body} skip={SHOWN} />
      {body.words !== undefined && <OriginalWords words={body.words} />}
      {body.asEntered !== undefined && (
        <details className="as-entered">
          <summary>As entered by the drafter</summary>
          <pre className="fixed">{body.asEntered}</pre>
        </details>
      )}
    </>
  );
}

function LeadTime({ object }: { readonly object: LineObject }) {
  const { arrangement } = useFloor().picture;
  const leadMs = object.leadMs ?? 0;
  const minimumMs = arrangement?.minimumLeadMs;
  const agreed =
    minimumMs === undefined ? 'no agreed minimum' : `agreed ${durationText(minimumMs)}`;
  const late = minimumMs !== undefined && leadMs < minimumMs;
  const text = leadMs < 0 ? `told ${durationText(-leadMs)} after its start` : durationText(leadMs);
  return (
    <>
      <Fixed>{text}</Fixed> {late && <b className="late-word">LATE</b>}{' '}
      <span className="quiet">({agreed})</span>
    </>
  );
}
