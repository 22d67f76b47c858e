// Faults of a peer or of this node: never in a corner, always with since when.
import { useFloor, useNow, usePartyName } from '../floor/hooks.ts';
import { Fixed } from '../words/fixed.tsx';
import { instantText } from '../words/time-text.ts';

/** One line for each fault; nothing while there is none. */
export function FaultStrip() {
  const { faults, picture } = useFloor();
  const nameOf = usePartyName();
  const nowMs = useNow(0.2);
  const unusable = picture.unusable.length;
  if (faults.length === 0 && unusable === 0) return undefined;
  return (
    <ul className="fault-strip" role="alert">
      {faults.map(({ party, code, sentence, sinceMs }) => (
        <li key={`${party} ${code} ${sentence}`}>
          <b>{nameOf(party)}:</b> {sentence} Since <Fixed>{instantText(sinceMs, nowMs)}</Fixed>.
        </li>
      ))}
      {unusable > 0 && <UnusableEntries />}
    </ul>
  );
}

function UnusableEntries() {
  const { picture } = useFloor();
  const nameOf = usePartyName();
  const last = picture.unusable.at(-1);
  if (last === undefined) return undefined;
  const count = picture.unusable.length;
  return (
    <li>
      {count === 1 ? 'One entry stands' : `${count} entries stand`} on record, correctly signed, and
      cannot be used. The newest is <Fixed>{last.ref.index}</Fixed> of {nameOf(last.ref.party)}:{' '}
      {last.refusal.fault}.
    </li>
  );
}
