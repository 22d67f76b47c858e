// The seats of this floor, an invitation for another, the local clocks, and leaving the seat.
import { useState } from 'react';
import { useActions, useCell, useFloor, useNow } from '../floor/hooks.ts';
import type { Reply } from '../floor/hooks.ts';
import { Fixed } from '../words/fixed.tsx';
import { minuteText } from '../words/time-text.ts';
import { FloorDialog } from './floor-dialog.tsx';
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
        {seats.map(({ name, role, online }) => (
          <li key={name}>
            <span className={online ? 'dot alive' : 'dot'} aria-hidden="true" />
            {name} <span className="quiet">{role}</span>
            <span className="quiet seat-presence">{online ? 'on watch' : 'not here'}</span>
          </li>
        ))}
      </ul>
      {session.seat.role === 'releaser' ? (
        <Invite />
      ) : (
        <p className="quiet">A releaser can invite another seat.</p>
      )}
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

type Invitation = { readonly link: string; readonly expiresMs: number };

function Invite() {
  const { invite } = useActions();
  const nowMs = useNow(1);
  const [made, setMade] = useState<Reply<Invitation>>();
  const make = async (role: 'watch' | 'releaser'): Promise<void> => setMade(await invite(role));
  return (
    <section aria-label="Invite">
      <h2 className="section-head">Invite another seat</h2>
      <div className="button-row">
        <button type="button" className="button" onClick={() => void make('watch')}>
          Invite a watch seat
        </button>
        <button type="button" className="button" onClick={() => void make('releaser')}>
          Invite a releaser
        </button>
      </div>
      {made?.ok && (
        <>
          <input
            className="invite-link fixed"
            readOnly
            aria-label="Invitation link"
            value={made.value.link}
            onFocus={(event) => event.target.select()}
          />
          <p className="quiet">
            Works once, until <Fixed>{minuteText(made.value.expiresMs, nowMs)}</Fixed>. Give it only
            to the one who takes the seat.
          </p>
        </>
      )}
      {made?.ok === false && <p className="refusal">{made.sentence}</p>}
    </section>
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
