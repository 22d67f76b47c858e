// The history of a draft while it is edited: undo until release. Pure.
// Typing in one field is one step for every twelve changes, so that undo goes back by words.
import type { DraftForm } from './draft-form.ts';

export type FormHistory = {
  readonly past: readonly DraftForm[];
  readonly present: DraftForm;
  readonly future: readonly DraftForm[];
  /** The field that the last change was made in, and how many changes the last step holds. */
  readonly field: string;
  readonly changes: number;
};

const PAST_MAX = 200;
const CHANGES_OF_ONE_STEP = 12;

/** A history that begins with `form`. */
export function historyOf(form: DraftForm): FormHistory {
  return { past: [], present: form, future: [], field: '', changes: 0 };
}

/** The history after a change in `field`; an empty field makes a step of its own. */
export function changed(history: FormHistory, form: DraftForm, field: string): FormHistory {
  const goesOn = field !== '' && field === history.field && history.changes < CHANGES_OF_ONE_STEP;
  return {
    past: goesOn ? history.past : [...history.past, history.present].slice(-PAST_MAX),
    present: form,
    future: [],
    field,
    changes: goesOn ? history.changes + 1 : 1,
  };
}

/** One step back; the same history when there is none. */
export function undone(history: FormHistory): FormHistory {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  const future = [history.present, ...history.future];
  return { past: history.past.slice(0, -1), present: before, future, field: '', changes: 0 };
}

/** One step forward again; the same history when nothing was undone. */
export function redone(history: FormHistory): FormHistory {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  const past = [...history.past, history.present];
  return { past, present: next, future, field: '', changes: 0 };
}
