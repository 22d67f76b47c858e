// The end of the editor: ready for release, release by another officer, back to editing, discard.
import { mayRelease } from '@parley/engine';
import type { Picture } from '@parley/engine';
import type { Body, Draft, Outcome, Ref, SeatRole } from '@parley/protocol';
import { objectIdOf } from '@parley/protocol';
import { useState } from 'react';
import { anotherReleaser } from '../floor/actions.ts';
import { useActions, useFloor, useSelection } from '../floor/hooks.ts';
import type { Selection } from '../floor/floor-state.ts';
import { HoldButton } from '../keys/hold-button.tsx';

/** While a draft is written: hand it over for release, or discard it. */
export function ReadyBar(props: {
  readonly draft: Draft;
  readonly body: Outcome<Body>;
  readonly allowed: boolean;
  readonly formText: string;
  readonly flush: () => Promise<void>;
}) {
  const { saveDraft, releaseDraft } = useActions();
  const { session, picture } = useFloor();
  const { select } = useSelection();
  const [refusal, setRefusal] = useState<string>();
  const { draft, body, formText } = props;
  const ready = async (): Promise<Draft | undefined> => {
    if (!body.ok) return undefined;
    await props.flush();
    const reply = await saveDraft(draft.id, { state: 'ready', form: formText, body: body.value });
    setRefusal(reply.ok ? undefined : reply.sentence);
    return reply.ok ? reply.value : undefined;
  };
  // One officer says it alone: handed over and released in one act.
  const { seat } = session;
  const alone = body.ok && mayRelease(body.value, seat, seat.name).ok;
  const sayNow = async (): Promise<void> => {
    const bodyHash = (await ready())?.bodyHash;
    if (!body.ok || bodyHash === undefined) return;
    const reply = await releaseDraft(draft.id, { bodyHash });
    if (reply.ok) select(shownAfter(picture, body.value, reply.value.ref));
    else setRefusal(reply.sentence);
  };
  const may = body.ok && props.allowed;
  return (
    <footer className="draft-end">
      <div className="draft-buttons">
        {alone ? (
          <HoldButton className="asked" disabled={!may} onHeld={() => void sayNow()}>
            Say it now
          </HoldButton>
        ) : (
          <button
            type="button"
            className="button asked"
            disabled={!may}
            onClick={() => void ready()}
          >
            Ready for release
          </button>
        )}
        <Discard draft={draft} />
      </div>
      {refusal !== undefined && <p className="refusal">{refusal}</p>}
    </footer>
  );
}

/** When a draft is ready: another officer releases it, holding the button for a second. */
export function ReleaseBar({ draft }: { readonly draft: Draft }) {
  const { session, seats, picture } = useFloor();
  const { releaseDraft, saveDraft } = useActions();
  const { select } = useSelection();
  const [refusal, setRefusal] = useState<string>();
  const own = session.seat.name;
  const { body, bodyHash, drafter, pending } = draft;
  const cleared = body !== undefined && pending.length === 0;
  const may = cleared && mayRelease(body, session.seat, drafter).ok;
  const mayNot = may ? undefined : whyNot(session.seat, draft, anotherReleaser(seats, own));
  const release = async (): Promise<void> => {
    if (bodyHash === undefined) return;
    const reply = await releaseDraft(draft.id, { bodyHash });
    if (reply.ok) select(shownAfter(picture, body, reply.value.ref));
    else setRefusal(reply.sentence);
  };
  const editAgain = async (): Promise<void> => {
    const reply = await saveDraft(draft.id, { state: 'editing', form: draft.form });
    setRefusal(reply.ok ? undefined : reply.sentence);
  };
  return (
    <footer className="draft-end">
      {mayNot !== undefined && <p className="draft-may-not">{mayNot}</p>}
      <div className="draft-buttons">
        {mayNot === undefined && (
          // A draft that changes under the finger is another one: the hold begins anew.
          <HoldButton key={bodyHash} className="asked" onHeld={() => void release()}>
            Release
          </HoldButton>
        )}
        {draft.form !== '' && (
          <button type="button" className="button" onClick={() => void editAgain()}>
            Edit again
          </button>
        )}
        <Discard draft={draft} />
      </div>
      {mayNot === undefined && draft.form !== '' && draft.drafter !== own && (
        <p className="quiet">
          Editing it makes you its drafter; then another releaser has to release it.
        </p>
      )}
      {refusal !== undefined && <p className="refusal">{refusal}</p>}
    </footer>
  );
}

/** What is in hand after a release: what was said, or the object that it is about. */
function shownAfter(picture: Picture, body: Body | undefined, said: Ref): Selection {
  if (body?.type === 'zone') return { kind: 'none' };
  const about = body !== undefined && 'ref' in body ? body.ref : said;
  const passedOn = picture.onward.get(objectIdOf(about))?.statement.ref;
  return { kind: 'object', id: objectIdOf(passedOn ?? about) };
}

function Discard({ draft }: { readonly draft: Draft }) {
  const { deleteDraft } = useActions();
  const { select } = useSelection();
  const [refusal, setRefusal] = useState<string>();
  const discard = async (): Promise<void> => {
    const reply = await deleteDraft(draft.id);
    if (reply.ok) select({ kind: 'none' });
    else setRefusal(reply.sentence);
  };
  return (
    <>
      <HoldButton onHeld={() => void discard()}>Discard</HoldButton>
      {refusal !== undefined && <span className="refusal">{refusal}</span>}
    </>
  );
}

function whyNot(
  seat: { readonly name: string; readonly role: SeatRole },
  draft: Draft,
  another: string,
): string | undefined {
  const [office] = draft.pending;
  if (office !== undefined) return `Cannot release: ${office} has not cleared it.`;
  if (draft.body === undefined) return undefined;
  const allowed = mayRelease(draft.body, seat, draft.drafter);
  if (allowed.ok) return undefined;
  if (allowed.refusal.code === 'drafter-may-not-release') return another;
  const who = another.slice(another.indexOf('.') + 1).trim();
  return `Cannot release: this seat has the role ${seat.role}. ${who}`;
}
