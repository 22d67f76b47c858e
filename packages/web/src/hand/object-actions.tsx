// What can be done with an object of any type: theirs is read, answered by what its type asks, told
// on among ourselves; ours is followed, confirmed or withdrawn.
import type { Ladder, LineObject } from '@parley/engine';
import { phrase, Response } from '@parley/protocol';
import { cancelForm } from '../draft/draft-form.ts';
import { writeForm } from '../draft/kept-form.ts';
import { useActions, useFloor } from '../floor/hooks.ts';
import { useKeys } from '../keys/keys.ts';
import { DisseminatedAction } from './disseminated-action.tsx';
import { DraftButton } from './draft-button.tsx';
import { OnwardActions } from './onward-actions.tsx';
import { PositionActions } from './position-actions.tsx';
import { SayButton } from './say-button.tsx';

/** The actions of an object whose type has none of its own. */
export function ObjectActions({ object }: { readonly object: LineObject }) {
  const { session } = useFloor();
  const ladder = object.ladders.get(session.party);
  if (object.state !== 'in-force') return undefined;
  return (
    <section aria-label="Actions">
      {ladder === undefined ? (
        <OwnWithdrawal object={object} />
      ) : (
        <TheirSteps object={object} ladder={ladder} />
      )}
    </section>
  );
}

/** What every object of the line allows besides the steps of its type. */
export function CommonActions({ object }: { readonly object: LineObject }) {
  const { session } = useFloor();
  const { body, ref, author, state } = object;
  if (state !== 'in-force' || body.type === 'line-check' || body.type === 'channel-state') {
    return undefined;
  }
  const own = author === session.party;
  return (
    <section aria-label="Further actions" className="hand-more">
      {own && body.type === 'notice' && body.kind === 'movement' && (
        <DraftButton type="progress" about={ref} asked>
          Say how far it has got
        </DraftButton>
      )}
      {own && body.type === 'notice' && body.kind === 'protected-object' && (
        <DraftButton type="removal" about={ref}>
          Take it off the list
        </DraftButton>
      )}
      {own && <ConfirmActions object={object} />}
      {!own && <DisseminatedAction object={object} />}
      <OnwardActions object={object} />
    </section>
  );
}

function TheirSteps(props: { readonly object: LineObject; readonly ladder: Ladder }) {
  const { object, ladder } = props;
  const unread = ladder.read === undefined;
  return (
    <>
      {unread && (
        <div className="button-row">
          <SayButton
            body={{ type: 'read', ref: object.ref }}
            code="KeyA"
            keyName="A"
            className="asked"
          >
            Read
          </SayButton>
        </div>
      )}
      <AskedByType object={object} ladder={ladder} />
    </>
  );
}

function AskedByType({ object, ladder }: { readonly object: LineObject; readonly ladder: Ladder }) {
  const { body, ref } = object;
  switch (body.type) {
    case 'declaration':
    case 'statement':
    case 'contact':
      return <PositionActions object={object} />;
    case 'proposal':
      return <ResponseActions object={object} ladder={ladder} />;
    case 'incident':
      return (
        <div className="button-row">
          <DraftButton type="counter-statement" about={ref} asked={ladder.countered === undefined}>
            Give our account
          </DraftButton>
        </div>
      );
    default:
      return undefined;
  }
}

// Agreed and denied are final. Each response is drafted, and released by another seat.
function ResponseActions(props: { readonly object: LineObject; readonly ladder: Ladder }) {
  const { object, ladder } = props;
  const before = ladder.responded?.statement.result;
  if (before === 'agreed' || before === 'denied') return undefined;
  return (
    <fieldset className="button-row" aria-label="Respond">
      {Response.shape.result.options.map((result) => (
        <DraftButton
          key={result}
          type="response"
          about={object.ref}
          known={{ result, ...KNOWN[result] }}
          asked={result === 'agreed'}
        >
          {phrase(`response.${result}`)}
        </DraftButton>
      ))}
    </fieldset>
  );
}

const KNOWN = {
  agreed: {},
  denied: { reason: 'not-stated' },
  alternative: { alternative: '' },
  'under-consideration': { offices: ['', ''] },
} as const;

function ConfirmActions({ object }: { readonly object: LineObject }) {
  const { body, ref, confirmed } = object;
  const urgent =
    body.type === 'warning' || body.type === 'accident' || body.type === 'search-and-rescue';
  if (!urgent || confirmed !== undefined) return undefined;
  return (
    <fieldset className="button-row" aria-label="Second officer">
      {(['confirmed', 'not-confirmed'] as const).map((result) => (
        <SayButton key={result} body={{ type: 'confirmation', ref, result }}>
          {phrase(`confirmation.${result}`)}
        </SayButton>
      ))}
    </fieldset>
  );
}

function OwnWithdrawal({ object }: { readonly object: LineObject }) {
  const { newDraft } = useActions();
  const withdrawable = object.body.type !== 'channel-state';
  const cancel = (): void => void newDraft(writeForm(cancelForm(object.ref)));
  useKeys(withdrawable ? { KeyX: cancel } : {});
  if (!withdrawable) return undefined;
  return (
    <div className="button-row">
      <button type="button" className="button" onClick={cancel}>
        Cancel it <kbd className="key">X</kbd>
      </button>
    </div>
  );
}
