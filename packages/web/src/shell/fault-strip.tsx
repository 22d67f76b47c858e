// Faults of a peer or of this node: never in a corner, always with since when.
import { useFloor, useNow, usePartyName } from '../floor/hooks.ts';
import { Fixed } from '../words/fixed.tsx';
import { instantText } from '../words/time-text.ts';

/** One line for each fault; nothing while there is none. */
export function FaultStrip() {
  const { faults } = useFloor();
  const nameOf = usePartyName();
  const nowMs = useNow(0.2);
  if (faults.length === 0) return undefined;
  return (
    <ul className="fault-strip" role="alert">
      {faults.map(({ party, code, sentence, sinceMs }) => (
        <li key={`${party} ${code} ${sentence}`}>
          <b>{nameOf(party)}:</b> {sentence} Since <Fixed>{instantText(sinceMs, nowMs)}</Fixed>.
        </li>
      ))}
    </ul>
  );
}
