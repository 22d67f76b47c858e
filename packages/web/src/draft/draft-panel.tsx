// The draft in hand: written here, kept on the node as it is typed, checked as it is typed,
// released by another officer than its drafter.
import './draft.css';
import type { Draft } from '@parley/protocol';
import { useEffect, useMemo, useRef } from 'react';
import type { RefObject } from 'react';
import { useClock, useFloor, useSelection } from '../floor/hooks.ts';
import { Fixed } from '../words/fixed.tsx';
import { instantText } from '../words/time-text.ts';
import { bodyOf } from './body-of.ts';
import { CheckView } from './check-view.tsx';
import { titleOf } from './draft-form.ts';
import type { DraftForm } from './draft-form.ts';
import { readForm, writeForm } from './kept-form.ts';
import { Leaving } from './leaving.tsx';
import { NoticeFields } from './notice-fields.tsx';
import { AnswerFields, CancelFields, QuestionFields } from './other-fields.tsx';
import { ReadyBody } from './ready-body.tsx';
import { ReadyBar, ReleaseBar } from './release-bar.tsx';
import { ReviewBar } from './review-bar.tsx';
import { stateWords } from './state-words.ts';
import { SaidFields } from './said-fields.tsx';
import { saidName } from './said-form.ts';
import { useDraftCheck } from './use-draft-check.ts';
import type { DraftView } from './use-draft-check.ts';
import { useKeptForm } from './use-kept-form.ts';
import type { Saving } from './use-kept-form.ts';

/** The editor of the draft that is selected. */
export function DraftPanel() {
  const { drafts, caughtUp } = useFloor();
  const { selection } = useSelection();
  const id = selection.kind === 'draft' ? selection.id : undefined;
  const draft = drafts.find((one) => one.id === id);
  const first = useMemo(() => draft && readForm(draft.form), [draft]);
  if (draft === undefined) {
    return (
      <p className="draft-none quiet">
        {caughtUp ? 'This draft is no longer here: it was released or discarded.' : 'Reading it.'}
      </p>
    );
  }
  if (first === undefined && draft.state === 'ready' && draft.body !== undefined) {
    return <ReadyBody key={draft.id} draft={draft} body={draft.body} />;
  }
  if (first === undefined) {
    return <p className="draft-none quiet">This draft was written by another editor.</p>;
  }
  if (draft.state !== 'editing') return <ReadyDraft key={draft.id} draft={draft} form={first} />;
  return <DraftEditor key={draft.id} draft={draft} first={first} />;
}

function DraftEditor({ draft, first }: { readonly draft: Draft; readonly first: DraftForm }) {
  const { form, change, undo, redo, saving, flush } = useKeptForm(draft, first);
  const view = useDraftCheck(form);
  const now = useClock();
  const panel = useRef<HTMLFormElement>(null);
  useUndoKeys(panel, undo, redo);
  // What is on the screen is handed over, not what was checked a moment ago.
  const body = bodyOf(form, now());
  return (
    <form ref={panel} className="draft" aria-label="Draft" onSubmit={stay}>
      <header className="draft-head">
        <span className="draft-kind">{kindWords(form)}</span>
        <SavingText saving={saving} draft={draft} />
        <button type="button" className="button" disabled={undo === undefined} onClick={undo}>
          Undo
        </button>
      </header>
      <h2>{titleOf(form)}</h2>
      <Fields form={form} change={change} view={view} />
      <CheckView view={view} />
      {body.ok && <Leaving body={body.value} />}
      <ReadyBar
        draft={draft}
        body={body}
        allowed={view.refusal === undefined}
        formText={writeForm(form)}
        flush={flush}
      />
    </form>
  );
}

function ReadyDraft({ draft, form }: { readonly draft: Draft; readonly form: DraftForm }) {
  const view = useDraftCheck(form);
  const { session } = useFloor();
  const drafter = draft.drafter === session.seat.name ? 'this seat' : draft.drafter;
  return (
    <div className="draft">
      <header className="draft-head">
        <span className="draft-kind">
          {kindWords(form)} · {stateWords(draft)}
        </span>
        <span className="quiet">drafted by {drafter}</span>
      </header>
      <h2>{titleOf(form)}</h2>
      <CheckView view={view} />
      {draft.body !== undefined && <Leaving body={draft.body} />}
      <ReviewBar draft={draft} />
      <ReleaseBar draft={draft} />
    </div>
  );
}

const KIND_WORDS: Readonly<Record<Exclude<DraftForm['kind'], 'said'>, string>> = {
  notice: 'Draft notice',
  question: 'Draft question',
  answer: 'Draft answer',
  cancel: 'Draft cancellation',
};

function kindWords(form: DraftForm): string {
  if (form.kind !== 'said') return KIND_WORDS[form.kind];
  return `Draft · ${saidName(form.type, form.variant)}`;
}

function Fields(props: {
  readonly form: DraftForm;
  readonly change: (form: DraftForm, field: string) => void;
  readonly view: DraftView;
}) {
  const { form, change, view } = props;
  switch (form.kind) {
    case 'notice':
      return <NoticeFields form={form} change={change} view={view} />;
    case 'question':
      return <QuestionFields form={form} change={change} />;
    case 'answer':
      return <AnswerFields form={form} change={change} />;
    case 'cancel':
      return <CancelFields form={form} change={change} />;
    case 'said':
      return <SaidFields form={form} change={change} view={view} />;
  }
}

function SavingText({ saving, draft }: { readonly saving: Saving; readonly draft: Draft }) {
  if (typeof saving === 'object') {
    return <span className="draft-refused">Not saved. {saving.refusal}</span>;
  }
  if (saving === 'saving') return <span className="quiet">saving</span>;
  return (
    <span className="quiet">
      saved on the node <Fixed>{instantText(draft.savedMs, draft.savedMs)}</Fixed>
    </span>
  );
}

type Step = (() => void) | undefined;

/** Ctrl-Z and Ctrl-Shift-Z inside of the panel, in place of the browser's own undo of one field. */
function useUndoKeys(panel: RefObject<HTMLElement | null>, undo: Step, redo: Step): void {
  const steps = useRef({ undo, redo });
  useEffect(() => {
    steps.current = { undo, redo };
  });
  useEffect(() => {
    const element = panel.current;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.code !== 'KeyZ' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      (event.shiftKey ? steps.current.redo : steps.current.undo)?.();
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [panel]);
}

function stay(event: { preventDefault: () => void }): void {
  event.preventDefault();
}
