// How far an open step has climbed, and who is called at that level by the arrangement.
import type { Task } from '@parley/engine';
import type { Arrangement, PartyId } from '@parley/protocol';
import { useFloor, usePartyName } from '../floor/hooks.ts';
import { Fixed } from '../words/fixed.tsx';

type Contact = NonNullable<Arrangement['contacts']>[number];

/** The role that is called for `party` at `level`; undefined where none was agreed. */
export function contactAt(
  arrangement: Arrangement | undefined,
  party: PartyId,
  level: number,
): Contact | undefined {
  return arrangement?.contacts?.find((one) => one.party === party && one.level === level);
}

/** "Level 2: Duty general, +7 495 ..."; nothing while the step is still with the watch. */
export function Escalation({ task }: { readonly task: Task }) {
  const { picture } = useFloor();
  const nameOf = usePartyName();
  if (task.level === 0) return undefined;
  const contact = contactAt(picture.arrangement, task.party, task.level);
  return (
    <span className="escalation">
      <b>Level {task.level}</b>
      {contact === undefined ? (
        ', no contact agreed'
      ) : (
        <>
          {' of '}
          {nameOf(task.party)}: call <bdi>{contact.role}</bdi> <Fixed>{contact.number}</Fixed>
          {contact.frequencyKilohertz !== undefined && (
            <Fixed> {contact.frequencyKilohertz} kHz</Fixed>
          )}
        </>
      )}
    </span>
  );
}
