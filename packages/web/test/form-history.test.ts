import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyNoticeForm } from '../src/draft/draft-form.ts';
import type { NoticeForm } from '../src/draft/draft-form.ts';
import { changed, historyOf, redone, undone } from '../src/draft/form-history.ts';
import type { FormHistory } from '../src/draft/form-history.ts';

const titled = (title: string): NoticeForm => ({ ...emptyNoticeForm(0), title });

test('typing in one field is undone by words, twelve letters at a time', () => {
  const text = 'Orbit near Deir ez-Zor';
  let history = historyOf(titled(''));
  for (let end = 1; end <= text.length; end += 1) {
    history = changed(history, titled(text.slice(0, end)), 'title');
  }
  assert.deepEqual(titlesBack(history), ['Orbit near Deir ez-Zor', 'Orbit near D', '']);
});

test('changes in different fields are steps of their own', () => {
  const typed = changed(historyOf(titled('')), titled('A'), 'title');
  const worded = changed(typed, { ...titled('A'), words: 'x' }, 'words');
  assert.deepEqual(undone(worded).present, titled('A'));
  assert.deepEqual(undone(undone(worded)).present, titled(''));
});

test('what was undone can be had again until something else is changed', () => {
  const history = changed(historyOf(titled('')), titled('A'), '');
  assert.deepEqual(redone(undone(history)).present, titled('A'));
  const other = changed(undone(history), titled('B'), '');
  assert.deepEqual(redone(other).present, titled('B'));
});

test('at either end of the history nothing happens', () => {
  const history = historyOf(titled('A'));
  assert.equal(undone(history), history);
  assert.equal(redone(history), history);
});

function titlesBack(history: FormHistory): string[] {
  const { present, past } = history;
  const title = present.kind === 'notice' ? present.title : '';
  return past.length === 0 ? [title] : [title, ...titlesBack(undone(history))];
}
