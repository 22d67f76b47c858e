// Makes the body that would be released from what was typed, or says which field is at fault, with
// the character. Pure: the same form at the same time gives the same body.
import { readBody, refuse } from '@parley/protocol';
import type { Body, Outcome, WireVolume } from '@parley/protocol';
import type { DraftForm, NoticeForm, VolumeForm } from './draft-form.ts';
import { readTime } from './read-field.ts';
import { saidBody } from './said-body.ts';
import { textOf, volumeOf } from './volume-of.ts';

const AS_ENTERED_MAX = 4_000;

/**
 * The body of a form at `nowMs` (only "13:55Z" needs it: that is today's). Refuses as `malformed`
 * or `out-of-limit`, naming the field: "volumes[0].lower", "volumes[1].points[3]", "title".
 */
export function bodyOf(form: DraftForm, nowMs: number): Outcome<Body> {
  switch (form.kind) {
    case 'notice':
      return noticeBody(form, nowMs);
    case 'question': {
      const answerBy = textOf('answerBy', form.answerBy, readTime(form.answerBy, nowMs));
      if (!answerBy.ok) return answerBy;
      const { precedence, status, codes, about } = form;
      const question = { type: 'question', precedence, status, codes, answerByMs: answerBy.value };
      return readBody({ ...question, ...wordsOf(form), ...(about && { about }) });
    }
    case 'said':
      return saidBody(form, nowMs);
    case 'answer': {
      const { ref, result, notice } = form;
      const named = result === 'see-notice' && notice !== undefined ? { notice } : {};
      return readBody({ type: 'answer', ref, result, ...wordsOf(form), ...named });
    }
    case 'cancel':
      return readBody({
        type: 'cancel',
        ref: form.ref,
        reason: form.reason,
        ...wordsOf(form),
      });
  }
}

function noticeBody(form: NoticeForm, nowMs: number): Outcome<Body> {
  if (form.title.trim() === '') {
    return refuse('malformed', 'title', 'nothing is entered', 'a few words that name the activity');
  }
  const volumes: WireVolume[] = [];
  for (const [at, volume] of form.volumes.entries()) {
    const made = volumeOf(volume, `volumes[${at}]`, nowMs);
    if (!made.ok) return made;
    volumes.push(made.value);
  }
  const { activity, asked, precedence, firmness, status, supersedes } = form;
  return readBody({
    type: 'notice',
    kind: 'air-activity',
    precedence,
    status,
    activity,
    asked,
    firmness,
    title: form.title.trim(),
    volumes,
    ...wordsOf(form),
    ...asEntered(form.volumes),
    ...(supersedes && { supersedes }),
  });
}

function wordsOf(form: { readonly words: string; readonly language: string }) {
  const text = form.words.trim();
  return text === '' ? {} : { words: { text, language: form.language.trim() } };
}

// What was typed or pasted travels with the geometry that was made of it, when it is short enough.
function asEntered(volumes: readonly VolumeForm[]) {
  const typed = volumes.filter(({ drawn }) => !drawn).map(({ points }) => points.trim());
  const text = typed.join('\n\n');
  return text === '' || text.length > AS_ENTERED_MAX ? {} : { asEntered: text };
}
