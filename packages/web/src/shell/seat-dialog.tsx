// The seats of this floor, an invitation for another, the handover of the watch, the local clocks,
// and leaving the seat.
import { useState } from 'react';
import { useActions, useCell, useFloor } from '../floor/hooks.ts';
import { roleName } from '../words/role-words.ts';
import { FloorDialog } from './floor-dialog.tsx';
import { Handover } from './handover.tsx';
import { Invite } from './invite.tsx';
import { ourZone, theirZone, ZONES } from './zones.ts';

/** The dialog behind the seat's name. */
export function SeatDialog({ close }: { readonly close: () => void }) {
  const { seats, session } = useFloor();
  const { signOut } = useActions();
  const [refusal, setRefusal] = useState<string>();
  const leave = async (): Promise<void> => {
    const left = await signOut();
    if (left.ok) location.assign('/');
    else setRefusal(left.sentence);
  };
  return (
    <FloorDialog title={`${session.seat.name} at ${ownName(session)}`} close={close}>
      <h2 className="section-head">Seats of this floor</h2>
      <ul className="seat-list">
        {seats.map(({ name, role, office, online }) => (
          <li key={name}>
            <span className={online ? 'dot alive' : 'dot'} aria-hidden="true" />
            {name}{' '}
            <span className="quiet">
              {roleName(role)}
              {office !== undefined && `, ${office}`}
            </span>
            <span className="quiet seat-presence">{online ? 'on watch' : 'not here'}</span>
          </li>
        ))}
      </ul>
      <Invite />
      <Handover />
      <h2 className="section-head">Local clocks</h2>
      <div className="zone-fields">
        <ZoneField label="Ours" zone={ourZone} />
        <ZoneField label="Theirs" zone={theirZone} />
      </div>
      <button type="button" className="button" onClick={() => void leave()}>
        Leave this seat
      </button>
      {refusal !== undefined && <p className="refusal">{refusal}</p>}
    </FloorDialog>
  );
}

function ZoneField(props: { readonly label: string; readonly zone: typeof ourZone }) {
  return (
    <label>
      {props.label}{' '}
      <select
        className="pill"
        value={useCell(props.zone)}
        onChange={(event) => props.zone.set(event.target.value)}
      >
        <option value="">no clock</option>
        <option value="UTC">UTC</option>
        {ZONES.filter((zone) => zone !== 'UTC').map((zone) => (
          <option key={zone} value={zone}>
            {zone}
          </option>
        ))}
      </select>
    </label>
  );
}

function ownName(session: ReturnType<typeof useFloor>['session']): string {
  return session.members.find(({ party }) => party === session.party)?.name ?? session.party;
}
