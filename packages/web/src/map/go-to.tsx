// "Go to coordinate": a field that reads a position in any form, says what it took it for, shows it
// in every other form, and moves the map there. A refusal names the character.
import { placeText, readPosition, writePosition } from '@parley/geo';
import type { Position } from '@parley/geo';
import { useEffect, useId, useRef, useState } from 'react';
import { usePositionForm } from '../floor/hooks.ts';
import { Fixed } from '../words/fixed.tsx';
import { AllForms, Candidates, ReadAs } from '../words/read-as.tsx';
import { copyText } from './copy-text.ts';
import { useTheatre } from './middle.ts';

/** Calls `go` with the position on Enter; `close` on Escape. */
export function GoTo(props: {
  readonly go: (position: Position) => void;
  readonly close: () => void;
  readonly say: (sentence: string) => void;
}) {
  const { go, close, say } = props;
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const theatre = useTheatre();
  const { form } = usePositionForm();
  useEffect(() => field.current?.focus(), []);
  const reading = text.trim() === '' ? undefined : readPosition(text, theatre);
  return (
    <form
      className="map-go-to"
      onSubmit={(event) => {
        event.preventDefault();
        if (reading?.ok === true) go(reading.value.position);
      }}
    >
      <label htmlFor={id}>Go to coordinate</label>
      <input
        id={id}
        ref={field}
        className="fixed"
        dir="auto"
        value={text}
        placeholder="35.3359, 40.1408 or 37S FV 0367 1089"
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-read`}
        aria-invalid={reading?.ok === false}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.code !== 'Escape') return;
          event.stopPropagation();
          close();
        }}
      />
      <output id={`${id}-read`}>
        {reading?.ok === true && (
          <>
            <Fixed>{writePosition(reading.value.position, form)}</Fixed>{' '}
            <ReadAs reading={reading.value} />
            <br />
            <span dir="auto">{placeText(reading.value.position).text}</span>
          </>
        )}
        {reading?.ok === false && <span className="map-refusal">{reading.refusal.sentence}</span>}
      </output>
      {reading?.ok === false && (
        <Candidates
          refusal={reading.refusal}
          choose={({ position }) => setText(writePosition(position, 'DD'))}
        />
      )}
      {reading?.ok === true && (
        <AllForms reading={reading.value} copy={(written) => copyText(written, say)} />
      )}
    </form>
  );
}
