// The fields of the small drafts: a question, an answer, a cancellation.
import { writeDateTimeGroup, writeInstant } from '@parley/geo';
import { objectIdOf, phrase, QuestionCode, URGENT_WORDS_MAX } from '@parley/protocol';
import { useClock, useFloor } from '../floor/hooks.ts';
import { objectName, objectTitle } from '../words/object-words.ts';
import type { AnswerForm, CancelForm, QuestionForm } from './draft-form.ts';
import { ChoiceField, TextField, WordsField } from './field.tsx';
import { PRECEDENCES } from './notice-fields.tsx';
import { readTime } from './read-field.ts';

type Fields<F> = { readonly form: F; readonly change: (form: F, field: string) => void };

const CANCELS = (['completed', 'withdrawn', 'issued-in-error'] as const).map(
  (code) => [code, phrase(`cancel.${code}`)] as const,
);
const ANSWERS = (['answered', 'see-notice', 'cannot-say', 'declined'] as const).map(
  (code) => [code, phrase(`answer.${code}`)] as const,
);

/** The editor of a question: coded parts, words beside them, until when. */
export function QuestionFields({ form, change }: Fields<QuestionForm>) {
  const now = useClock();
  const urgent = form.precedence === 'FLASH' || form.precedence === 'IMMEDIATE';
  const toggle = (code: string): void => {
    const codes = form.codes.includes(code)
      ? form.codes.filter((kept) => kept !== code)
      : [...form.codes, code];
    change({ ...form, codes }, '');
  };
  return (
    <>
      <fieldset className="draft-codes">
        <legend>What is asked</legend>
        {QuestionCode.options.map((code) => (
          <label key={code}>
            <input
              type="checkbox"
              checked={form.codes.includes(code)}
              onChange={() => toggle(code)}
            />{' '}
            {phrase(`question.${code}`)}
          </label>
        ))}
      </fieldset>
      <ChoiceField
        label="Precedence"
        value={form.precedence}
        choices={PRECEDENCES}
        change={(precedence) => change({ ...form, precedence }, 'precedence')}
      />
      <TextField
        label="Answer by"
        value={form.answerBy}
        hint="14:30Z, 171430ZSEP16 or RFC 3339"
        reading={readTime(form.answerBy, now())}
        taken={(ms) => `${writeInstant(ms)} · ${writeDateTimeGroup(ms)}`}
        change={(answerBy) => change({ ...form, answerBy }, 'answerBy')}
      />
      <WordsField
        words={form.words}
        language={form.language}
        change={(spoken, field) => change({ ...form, ...spoken }, field)}
        {...(urgent && { wordsMax: URGENT_WORDS_MAX })}
      />
    </>
  );
}

/** The editor of an answer: its result, a notice of ours that it names, words. */
export function AnswerFields({ form, change }: Fields<AnswerForm>) {
  const { picture, session } = useFloor();
  const notices = [...picture.objects.values()].filter(
    ({ author, body }) => author === session.party && body.type === 'notice',
  );
  const name = (id: string): void => {
    const ref = notices.find((notice) => notice.id === id)?.ref;
    if (ref !== undefined) change({ ...form, notice: ref }, '');
  };
  return (
    <>
      <ChoiceField
        label="Answer"
        value={form.result}
        choices={ANSWERS}
        change={(result) => change({ ...form, result }, 'result')}
      />
      {form.result === 'see-notice' && (
        <ChoiceField
          label="Which notice of ours"
          value={form.notice === undefined ? '' : objectIdOf(form.notice)}
          choices={[
            ['', 'Choose one'],
            ...notices.map(
              (notice) => [notice.id, `${objectName(notice)} ${objectTitle(notice)}`] as const,
            ),
          ]}
          change={name}
        />
      )}
      <WordsField
        words={form.words}
        language={form.language}
        change={(spoken, field) => change({ ...form, ...spoken }, field)}
      />
    </>
  );
}

/** The editor of a cancellation: why, and words. */
export function CancelFields({ form, change }: Fields<CancelForm>) {
  return (
    <>
      <ChoiceField
        label="Why"
        value={form.reason}
        choices={CANCELS}
        change={(reason) => change({ ...form, reason }, 'reason')}
      />
      <WordsField
        words={form.words}
        language={form.language}
        change={(spoken, field) => change({ ...form, ...spoken }, field)}
      />
    </>
  );
}
