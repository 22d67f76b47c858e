// "Go to coordinate": a field that reads a position in any form, says what it took it for, and
// moves the map there. A refusal names the character.
import { placeText, readPosition, writePosition } from '@parley/geo';
import type { Position } from '@parley/geo';
import { useEffect, useId, useRef, useState } from 'react';
import { usePositionForm } from '../floor/hooks.ts';
import { Fixed } from '../words/fixed.tsx';

/** Calls `go` with the position on Enter; `close` on Escape. */
export function GoTo(props: {
  readonly go: (position: Position) => void;
  readonly close: () => void;
}) {
  const { go, close } = props;
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);
  const reading = text.trim() === '' ? undefined : readPosition(text);
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
        value={text}
        placeholder="35.3359, 40.1408 or 37S FV 0367 1089"
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
          <Taken position={reading.value.position} as={reading.value.form} />
        )}
        {reading?.ok === false && <span className="map-refusal">{reading.refusal.sentence}</span>}
      </output>
    </form>
  );
}

function Taken({ position, as }: { readonly position: Position; readonly as: string }) {
  const { form } = usePositionForm();
  return (
    <span className="quiet">
      read as {as}: <Fixed>{writePosition(position, form)}</Fixed>, {placeText(position).text}
    </span>
  );
}
