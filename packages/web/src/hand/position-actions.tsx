// The POSITION step: an officer with the role of releaser states it alone. Noted is not agreement.
import { releasingRoles } from '@parley/engine';
import type { LineObject } from '@parley/engine';
import { phrase, PositionTaken } from '@parley/protocol';
import { useState } from 'react';
import { useFloor, usePartyName } from '../floor/hooks.ts';
import { SayButton } from './say-button.tsx';

type Position = PositionTaken['position'];
const POSITIONS = PositionTaken.shape.position.options;

/** The choice of a position and the button that states it. */
export function PositionActions({ object }: { readonly object: LineObject }) {
  const { session } = useFloor();
  const nameOf = usePartyName();
  const [position, setPosition] = useState<Position>('noted');
  if (!releasingRoles('position').includes(session.seat.role)) {
    return <p className="quiet">A releaser of this floor states our position.</p>;
  }
  return (
    <div className="button-row">
      <select
        className="pill"
        aria-label="Our position"
        value={position}
        onChange={(event) =>
          setPosition(POSITIONS.find((one) => one === event.target.value) ?? 'noted')
        }
      >
        {POSITIONS.map((one) => (
          <option key={one} value={one}>
            {phrase(`position.${one}`)}
          </option>
        ))}
      </select>
      <SayButton body={{ type: 'position', ref: object.ref, position }}>
        State it to {nameOf(object.author)}
      </SayButton>
    </div>
  );
}
