// The form of one draft: its history here, its newest state on the node. Every change is saved
// shortly after it; what another seat saves meanwhile is taken up.
import type { Draft } from '@parley/protocol';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useActions } from '../floor/hooks.ts';
import type { DraftForm } from './draft-form.ts';
import { changed, historyOf, redone, undone } from './form-history.ts';
import type { FormHistory } from './form-history.ts';
import { readForm, writeForm } from './kept-form.ts';

const SAVE_AFTER_MS = 350;
/** A text that the node did not answer for is sent again, the newest one only. */
const SAVE_AGAIN_AFTER_MS = 2_000;

/** 'saved', 'saving', or why it could not be saved. */
export type Saving = 'saved' | 'saving' | { readonly refusal: string };
export type KeptForm = {
  readonly form: DraftForm;
  readonly change: (form: DraftForm, field: string) => void;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
  readonly saving: Saving;
  /** Saves what is not saved yet, at once. */
  readonly flush: () => Promise<void>;
};

/** The form that `draft` holds, `first` being its decoded state when the editor opened. */
export function useKeptForm(draft: Draft, first: DraftForm): KeptForm {
  const [history, setHistory] = useState<FormHistory>(() => historyOf(first));
  const { saving, save, flush, sent } = useSaves(draft.id, draft.form);
  const newest = useRef(history.present);
  useEffect(() => {
    if (newest.current === history.present) return;
    newest.current = history.present;
    save(writeForm(history.present));
  }, [history.present, save]);
  useEffect(() => {
    // A text that this page never sent was saved elsewhere: by another seat or another window.
    if (saving !== 'saved' || sent.has(draft.form)) return;
    const elsewhere = readForm(draft.form);
    if (elsewhere === undefined) return;
    sent.add(draft.form);
    newest.current = elsewhere;
    setHistory((now) => changed(now, elsewhere, ''));
  }, [draft.form, saving, sent]);
  return {
    form: history.present,
    change: useCallback((form, field) => setHistory((now) => changed(now, form, field)), []),
    undo: history.past.length > 0 ? () => setHistory(undone) : undefined,
    redo: history.future.length > 0 ? () => setHistory(redone) : undefined,
    saving,
    flush,
  };
}

function useSaves(id: string, opened: string) {
  const { saveDraft } = useActions();
  const [saving, setSaving] = useState<Saving>('saved');
  const [sent] = useState(() => new Set([opened]));
  const waiting = useRef<string>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<void>>(Promise.resolve());
  const flushAgain = useRef<() => Promise<void>>(undefined);
  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    const before = running.current;
    const saveWaiting = async (): Promise<void> => {
      // One save after the other, so that an older text never overtakes a newer one.
      await before;
      const form = waiting.current;
      if (form === undefined) return;
      waiting.current = undefined;
      sent.add(form);
      const reply = await saveDraft(id, { state: 'editing', form });
      if (!reply.ok && reply.code === 'unanswered') {
        waiting.current ??= form;
        timer.current = setTimeout(() => void flushAgain.current?.(), SAVE_AGAIN_AFTER_MS);
      } else if (waiting.current !== undefined) return;
      setSaving(reply.ok ? 'saved' : { refusal: reply.sentence });
    };
    running.current = saveWaiting();
    return running.current;
  }, [id, saveDraft, sent]);
  useEffect(() => {
    flushAgain.current = flush;
  }, [flush]);
  const save = useCallback(
    (form: string) => {
      waiting.current = form;
      setSaving('saving');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), SAVE_AFTER_MS);
    },
    [flush],
  );
  useEffect(() => {
    const leave = (): void => void flush();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [flush]);
  return { saving, save, flush, sent };
}
