// Saying that it has reached a level of our own side, and when: never assumed, only stated.
import { writeInstant } from '@parley/geo';
import type { LineObject } from '@parley/engine';
import { Disseminated, phrase } from '@parley/protocol';
import { useState } from 'react';
import { readTime } from '../draft/read-field.ts';
import { useClock } from '../floor/hooks.ts';
import { SayButton } from './say-button.tsx';

type Level = Disseminated['level'];
const LEVELS = Disseminated.shape.level.options;

/** The level, the time it was reached, and the button that states it. */
export function DisseminatedAction({ object }: { readonly object: LineObject }) {
  const now = useClock();
  const [level, setLevel] = useState<Level>('executing-level');
  const [at, setAt] = useState(() => writeInstant(Math.floor(now() / 60_000) * 60_000));
  const reading = readTime(at, now());
  return (
    <fieldset className="button-row" aria-label="Disseminated">
      <select
        className="pill"
        aria-label="Level that has it"
        value={level}
        onChange={({ target }) =>
          setLevel(LEVELS.find((one) => one === target.value) ?? 'headquarters')
        }
      >
        {LEVELS.map((one) => (
          <option key={one} value={one}>
            {phrase(`dissemination.${one}`)}
          </option>
        ))}
      </select>
      <input
        className="pill fixed reached-at"
        aria-label="Reached at"
        value={at}
        onChange={({ target }) => setAt(target.value)}
      />
      {reading.ok ? (
        <SayButton
          body={{ type: 'disseminated', ref: object.ref, level, reachedMs: reading.value }}
        >
          Has it
        </SayButton>
      ) : (
        <p className="refusal">{reading.refusal.sentence}</p>
      )}
    </fieldset>
  );
}
