// What can be done with a notice: theirs is read, read back, answered with a position, asked about;
// ours is corrected or cancelled, by a new draft that another seat releases.
import type { Ladder, LineObject } from '@parley/engine';
import type { Notice } from '@parley/protocol';
import { useState } from 'react';
import { cancelForm, correctionForm, questionForm } from '../draft/draft-form.ts';
import { useActions, useClock, useFloor } from '../floor/hooks.ts';
import { useKeys } from '../keys/keys.ts';
import { PositionActions } from './position-actions.tsx';
import { ReadBackDialog } from './read-back-dialog.tsx';
import { SayButton } from './say-button.tsx';

type Props = { readonly object: LineObject; readonly body: Notice };

/** The actions of a notice; none once it is no longer in force. */
export function NoticeActions({ object, body }: Props) {
  const { session } = useFloor();
  if (object.state !== 'in-force') return undefined;
  const ladder = object.ladders.get(session.party);
  if (ladder === undefined) return <OwnActions object={object} body={body} />;
  return <TheirActions object={object} ladder={ladder} />;
}

function TheirActions({
  object,
  ladder,
}: {
  readonly object: LineObject;
  readonly ladder: Ladder;
}) {
  const { newDraft } = useActions();
  const now = useClock();
  const [readingBack, setReadingBack] = useState(false);
  const status = 'status' in object.body ? object.body.status : 'actual';
  const ask = (): void => void newDraft(JSON.stringify(questionForm(object.ref, status, now())));
  const readBack = (): void => setReadingBack(true);
  const unread = ladder.read === undefined;
  useKeys({ KeyQ: ask, KeyB: readBack });
  return (
    <section aria-label="Actions">
      <div className="button-row">
        {unread && (
          <SayButton
            body={{ type: 'read', ref: object.ref }}
            code="KeyA"
            keyName="A"
            className="asked"
          >
            Read
          </SayButton>
        )}
        <button type="button" className={unread ? 'button' : 'button asked'} onClick={readBack}>
          Read back <kbd className="key">B</kbd>
        </button>
        <button type="button" className="button" onClick={ask}>
          Ask <kbd className="key">Q</kbd>
        </button>
      </div>
      <PositionActions object={object} />
      {readingBack && <ReadBackDialog object={object} close={() => setReadingBack(false)} />}
    </section>
  );
}

function OwnActions({ object, body }: Props) {
  const { newDraft } = useActions();
  const correct = (): void => {
    if (body.kind !== 'air-activity') return;
    void newDraft(JSON.stringify(correctionForm({ ...object, body })));
  };
  const cancel = (): void => void newDraft(JSON.stringify(cancelForm(object.ref)));
  // A protected object is not cancelled: it is removed, by two people, below.
  const cancellable = body.kind !== 'protected-object';
  const correctable = body.kind === 'air-activity';
  useKeys({ ...(correctable && { KeyE: correct }), ...(cancellable && { KeyX: cancel }) });
  return (
    <section aria-label="Actions">
      <div className="button-row">
        {correctable && (
          <button type="button" className="button" onClick={correct}>
            Correct <kbd className="key">E</kbd>
          </button>
        )}
        {cancellable && (
          <button type="button" className="button" onClick={cancel}>
            Cancel it <kbd className="key">X</kbd>
          </button>
        )}
      </div>
    </section>
  );
}
