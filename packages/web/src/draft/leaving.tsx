// What will leave the node, to whom, as the other side will read it: nothing more, nothing less.
import { renderVolumes, volumesOf } from '@parley/engine';
import { phrase } from '@parley/protocol';
import type { Body, WireVolume } from '@parley/protocol';
import { useFloor } from '../floor/hooks.ts';
import { FactList } from '../hand/fact-list.tsx';
import { distanceText } from '../words/distance-text.ts';
import { Fixed } from '../words/fixed.tsx';
import { activityText, questionText } from '../words/object-words.ts';
import { saidName } from './said-form.ts';

/** The rendering of a body that waits to leave. */
export function Leaving({ body }: { readonly body: Body }) {
  const { session } = useFloor();
  const others = session.members.filter(({ party }) => party !== session.party);
  return (
    <section className="draft-leaving" aria-label="What will leave this node">
      <h3 className="section-head">Will leave this node</h3>
      <p>
        To <b>{others.map(({ name }) => name).join(', ')}</b>, signed by this node, for good.
      </p>
      <p>{said(body)}</p>
      {volumesOf(body).map((volume, at) => (
        <Rendered key={at} volume={volume} />
      ))}
      {!isTold(body) && <FactList body={body} skip={RENDERED} />}
      {isTold(body) && 'words' in body && body.words !== undefined && (
        <blockquote dir="auto" lang={body.words.language}>
          {body.words.text} <span className="quiet">({body.words.language}, verbatim)</span>
        </blockquote>
      )}
    </section>
  );
}

// These say all of themselves in one sentence and their words; every other type says its fields.
function isTold(body: Body): boolean {
  if (body.type === 'notice') return body.kind === 'air-activity';
  return body.type === 'question' || body.type === 'answer' || body.type === 'cancel';
}

const RENDERED: ReadonlySet<string> = new Set(['volumes']);

function variantOf(body: Body): string {
  return 'matter' in body ? body.matter : '';
}

function Rendered({ volume }: { readonly volume: WireVolume }) {
  const [grid] = renderVolumes([volume], 'MGRS');
  const [degrees] = renderVolumes([volume], 'DD');
  if (grid === undefined || degrees === undefined) return undefined;
  const extent = grid.extentCentimetres;
  const { kind } = volume.outline;
  return (
    <div className="draft-rendered">
      <ol>
        {grid.points.map((point, at) => (
          <li key={at}>
            <Fixed>{point}</Fixed> <Fixed className="quiet">{degrees.points[at]}</Fixed>
          </li>
        ))}
      </ol>
      {extent !== undefined && (
        <p>
          {kind === 'circle' ? 'Radius' : 'Half-width'} <Fixed>{distanceText(extent)}</Fixed>
        </p>
      )}
      <p>
        <Fixed>
          {grid.lower} – {grid.upper}
        </Fixed>
      </p>
      <p>
        <Fixed>{grid.start}</Fixed> to <Fixed>{grid.end}</Fixed>
      </p>
    </div>
  );
}

function said(body: Body): string {
  switch (body.type) {
    case 'notice': {
      if (body.kind !== 'air-activity') return `${saidName(body.type, body.kind)}.`;
      const { asked, precedence, status, title } = body;
      const what = activityText(body);
      const title2 = `${precedence}, ${status.toUpperCase()}: ${title}.`;
      return `${title2} ${what}. Asked: ${phrase(`asked.${asked}`)}.`;
    }
    case 'question':
      return `${body.precedence}: ${questionText(body)}`;
    case 'answer':
      return phrase(`answer.${body.result}`);
    case 'cancel':
      return phrase(`cancel.${body.reason}`);
    case 'arrangement':
      return `Our signature under version ${body.version} of the arrangement.`;
    case 'proposal':
      return `${body.precedence}: proposal. ${body.title}.`;
    case 'response':
      return phrase(`response.${body.result}`);
    default:
      return `${saidName(body.type, variantOf(body))}.`;
  }
}
