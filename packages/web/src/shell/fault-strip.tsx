// Faults of a peer or of this node: never in a corner, always with since when.
import type { FloorFault } from '@parley/protocol';
import { useState } from 'react';
import { download } from '../floor/download.ts';
import { useActions, useFloor, useNow, usePartyName } from '../floor/hooks.ts';
import { Fixed } from '../words/fixed.tsx';
import { instantText } from '../words/time-text.ts';

/** One line for each fault; nothing while there is none. */
export function FaultStrip() {
  const { faults } = useFloor();
  if (faults.length === 0) return undefined;
  return (
    <div role="alert">
      <ul className="fault-strip">
        {faults.map((fault) => (
          <li key={`${fault.party} ${fault.code} ${fault.sentence}`}>
            <FaultLine fault={fault} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function FaultLine({ fault }: { readonly fault: FloorFault }) {
  const { party, code, sentence, sinceMs, hasEvidence } = fault;
  const { alarmEvidence } = useActions();
  const nameOf = usePartyName();
  const nowMs = useNow(0.2);
  const [refusal, setRefusal] = useState<string>();
  const save = async (): Promise<void> => {
    const reply = await alarmEvidence(party, code);
    setRefusal(reply.ok ? undefined : reply.sentence);
    if (reply.ok) download(`${code}-${party}.evidence`, reply.value);
  };
  return (
    <>
      <b>{nameOf(party)}:</b> {sentence} Since <Fixed>{instantText(sinceMs, nowMs)}</Fixed>.{' '}
      {hasEvidence && (
        <button type="button" className="button" onClick={() => void save()}>
          Save the evidence
        </button>
      )}
      {refusal !== undefined && <span className="refusal"> {refusal}</span>}
    </>
  );
}
