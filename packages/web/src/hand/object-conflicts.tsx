// The conflicts that the object in hand is part of: red, hatched, and one click from both sides.
import { minimaOf } from '@parley/engine';
import type { LineObject } from '@parley/engine';
import { useFloor, useNow, usePartyName, useSelection } from '../floor/hooks.ts';
import { conflictClock, separationText } from '../tasks/task-words.ts';
import { Fixed } from '../words/fixed.tsx';
import { objectName } from '../words/object-words.ts';

/** One line for each conflict of an object; nothing while it has none. */
export function ObjectConflicts({ object }: { readonly object: LineObject }) {
  const { picture } = useFloor();
  const { select } = useSelection();
  const nameOf = usePartyName();
  const nowMs = useNow(1);
  const own = [...picture.conflicts.values()].filter(
    ({ a, b }) => a === object.id || b === object.id,
  );
  return own.map((conflict) => {
    const other = picture.objects.get(conflict.a === object.id ? conflict.b : conflict.a);
    if (other === undefined) return undefined;
    return (
      <button
        key={conflict.id}
        type="button"
        className="card conflict in-hand"
        onClick={() => select({ kind: 'conflict', id: conflict.id })}
      >
        <span className="card-head">
          <span className="hatch" aria-hidden="true" />
          <b>
            Conflict with {nameOf(other.author)} <Fixed>{objectName(other)}</Fixed>
          </b>
          <Fixed className="card-clock">{conflictClock(conflict, nowMs).text}</Fixed>
        </span>
        <span>{separationText(conflict, minimaOf(picture))}</span>
      </button>
    );
  });
}
