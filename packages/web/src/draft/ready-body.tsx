// A draft that was made without the editor: it can be read, released and discarded, not edited.
import type { Body, Draft } from '@parley/protocol';
import { isPhraseCode, phrase } from '@parley/protocol';
import { Clauses } from '../arrangement/clauses.tsx';
import { useFloor } from '../floor/hooks.ts';
import { Leaving } from './leaving.tsx';
import { ReleaseBar } from './release-bar.tsx';

/** The draft, what will leave the node, and its release. */
export function ReadyBody({ draft, body }: { readonly draft: Draft; readonly body: Body }) {
  const { session } = useFloor();
  const drafter = draft.drafter === session.seat.name ? 'this seat' : draft.drafter;
  const arrangement = arrangementIn(body);
  return (
    <div className="draft">
      <header className="draft-head">
        <span className="draft-kind">Ready for release</span>
        <span className="quiet">drafted by {drafter}</span>
      </header>
      <h2 dir="auto">{bodyTitle(body)}</h2>
      <Leaving body={body} />
      {arrangement !== undefined && <Clauses arrangement={arrangement} />}
      <ReleaseBar draft={draft} />
    </div>
  );
}

/** What a body that is only read is called among the drafts. */
export function bodyTitle(body: Body): string {
  if (body.type === 'arrangement') return `Signature under version ${body.version}`;
  if (body.type === 'response') return `Response: ${phrase(`response.${body.result}`)}`;
  if ('title' in body && body.title !== undefined) return body.title;
  const code = `type.${body.type}`;
  return isPhraseCode(code) ? phrase(code) : body.type;
}

function arrangementIn(body: Body): Extract<Body, { type: 'arrangement' }> | undefined {
  if (body.type === 'arrangement') return body;
  return body.type === 'proposal' && body.matter === 'arrangement' ? body.arrangement : undefined;
}
