// The editor's fields: a label, a control, and beside it what the text was taken for, or the
// character at fault. A field that is still empty only says what it takes.
import type { Reading } from '@parley/geo';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { Fixed } from '../words/fixed.tsx';

/** A one-line text. `taken` says what a reading means; `hint` what belongs here. */
export function TextField<T>(props: {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly hint: string;
  readonly reading?: Reading<T>;
  readonly taken?: (value: T) => string;
  readonly settle?: () => void;
  readonly children?: ReactNode;
  readonly free?: boolean;
}) {
  const id = useId();
  const { reading, value } = props;
  const empty = value.trim() === '';
  return (
    <div className="draft-field">
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        value={value}
        dir="auto"
        className={props.free === true ? undefined : 'fixed'}
        placeholder={props.hint}
        autoComplete="off"
        spellCheck={props.free === true}
        aria-describedby={`${id}-read`}
        aria-invalid={!empty && reading?.ok === false}
        onChange={(event) => props.change(event.target.value)}
        onBlur={props.settle}
      />
      {props.children}
      {!empty && reading !== undefined && (
        <ReadingText id={`${id}-read`} reading={reading} value={value} taken={props.taken} />
      )}
    </div>
  );
}

/** One of a few words. */
export function ChoiceField(props: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [string, string])[];
  readonly change: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className="draft-field">
      <label htmlFor={id}>{props.label}</label>
      <select id={id} value={props.value} onChange={(event) => props.change(event.target.value)}>
        {props.choices.map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Free text and its language. `wordsMax`: how many words the precedence allows. */
export function WordsField(props: {
  readonly words: string;
  readonly language: string;
  readonly change: (spoken: { words?: string; language?: string }, field: string) => void;
  readonly wordsMax?: number;
  readonly label?: string;
}) {
  const id = useId();
  const count = props.words.split(/\s+/u).filter((word) => word !== '').length;
  const over = props.wordsMax !== undefined && count > props.wordsMax;
  return (
    <div className="draft-field">
      <div className="draft-label-row">
        <label htmlFor={id} title="Sent as they are, never translated by a machine">
          {props.label ?? 'Words'}, sent verbatim
        </label>
        <label className="draft-language-label">
          language
          <input
            className="fixed draft-language"
            list={`${id}-languages`}
            value={props.language}
            onChange={(event) => props.change({ language: event.target.value }, 'language')}
          />
        </label>
        <datalist id={`${id}-languages`}>
          {['en', 'ru', 'ar', 'he', 'tr'].map((tag) => (
            <option key={tag} value={tag}>
              {tag}
            </option>
          ))}
        </datalist>
      </div>
      <textarea
        id={id}
        rows={3}
        dir="auto"
        lang={props.language}
        value={props.words}
        onChange={(event) => props.change({ words: event.target.value }, 'words')}
      />
      {props.wordsMax !== undefined && (
        <span className={over ? 'draft-refused' : 'quiet'}>
          {count} of at most {props.wordsMax} words
        </span>
      )}
    </div>
  );
}

function ReadingText<T>(props: {
  readonly id: string;
  readonly reading: Reading<T>;
  readonly value: string;
  readonly taken: ((value: T) => string) | undefined;
}) {
  const { id, reading, value, taken } = props;
  if (!reading.ok) {
    return (
      <span id={id} className="draft-refused">
        {reading.refusal.sentence}
      </span>
    );
  }
  const meant = taken?.(reading.value) ?? '';
  return (
    <span id={id} className="quiet" hidden={meant === value.trim()}>
      <Fixed>{meant}</Fixed>
    </span>
  );
}
