// One conflict: which two, how near against what was agreed, and when.
import { minimaOf } from '@parley/engine';
import type { PictureConflict } from '@parley/engine';
import { useFloor, usePartyName, useSelection } from '../floor/hooks.ts';
import { Fixed } from '../words/fixed.tsx';
import { objectName } from '../words/object-words.ts';
import { conflictClock, separationText } from './task-words.ts';

/** The card of a conflict. */
export function ConflictCard(props: {
  readonly conflict: PictureConflict;
  readonly nowMs: number;
}) {
  const { conflict, nowMs } = props;
  const { picture, session } = useFloor();
  const { selection, select } = useSelection();
  const nameOf = usePartyName();
  const names = [conflict.a, conflict.b].map((id) => {
    const object = picture.objects.get(id);
    if (object === undefined) return id;
    const whose = object.author === session.party ? '' : `${nameOf(object.author)} `;
    return `${whose}${objectName(object)}`;
  });
  const clock = conflictClock(conflict, nowMs);
  return (
    <button
      type="button"
      className="card conflict"
      aria-pressed={selection.kind === 'conflict' && selection.id === conflict.id}
      onClick={() => select({ kind: 'conflict', id: conflict.id })}
    >
      <span className="card-head">
        <span className="hatch" aria-hidden="true" />
        <b>{names.join(' × ')}</b>
        <Fixed className={clock.late ? 'card-clock late' : 'card-clock'}>{clock.text}</Fixed>
      </span>
      <span>{separationText(conflict, minimaOf(picture))}</span>
    </button>
  );
}
