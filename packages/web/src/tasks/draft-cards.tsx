// Drafts of this floor: those that wait for their release, and those still being written.
import { useFloor, useActions, useClock, useSelection } from '../floor/hooks.ts';
import { emptyNoticeForm, titleOf } from '../draft/draft-form.ts';
import { bodyTitle } from '../draft/ready-body.tsx';
import { readForm } from '../draft/kept-form.ts';
import { stateWords } from '../draft/state-words.ts';
import { Group } from './group.tsx';

/** The drafts, ready ones first; nothing while there is none. */
export function DraftCards() {
  const { drafts, session } = useFloor();
  const { selection, select } = useSelection();
  if (drafts.length === 0) return undefined;
  const sorted = drafts.toSorted(
    (a, b) => Number(b.state === 'ready') - Number(a.state === 'ready') || b.savedMs - a.savedMs,
  );
  return (
    <Group title="Drafts" count={drafts.length}>
      {sorted.map((draft) => {
        const { id, drafter, state, form, body } = draft;
        const read = readForm(form);
        const unread = body === undefined ? 'Draft' : bodyTitle(body);
        const told = capital(state === 'ready' ? 'waits for release' : stateWords(draft));
        const whose = drafter === session.seat.name ? 'this seat' : drafter;
        return (
          <button
            key={id}
            type="button"
            className={state === 'ready' ? 'card ready' : 'card'}
            aria-pressed={selection.kind === 'draft' && selection.id === id}
            onClick={() => select({ kind: 'draft', id })}
          >
            <span className="card-head">
              <b>{read === undefined ? unread : titleOf(read)}</b>
            </span>
            <span className="quiet">
              {told} · drafted by {whose}
            </span>
          </button>
        );
      })}
    </Group>
  );
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** Begins a notice; the draft is on the node from the first moment. */
export function NewDraftButton() {
  const { newDraft } = useActions();
  const { session } = useFloor();
  const now = useClock();
  return (
    <button
      type="button"
      className="button asked"
      onClick={() => void newDraft(JSON.stringify(emptyNoticeForm(now(), session.replay)))}
    >
      New notice <kbd className="key">D</kbd>
    </button>
  );
}
