// An invitation for another seat: a one-time link, for each role that this seat may invite.
import { invitedBy } from '@parley/engine';
import type { SeatRole } from '@parley/protocol';
import { useEffect, useState } from 'react';
import { useActions, useFloor, useNow } from '../floor/hooks.ts';
import type { Reply } from '../floor/hooks.ts';
import { Fixed } from '../words/fixed.tsx';
import { seatOfRole } from '../words/role-words.ts';
import { minuteText } from '../words/time-text.ts';

type Invitation = { readonly link: string; readonly expiresMs: number };

/** The buttons, and the link that was made; or who else invites. */
export function Invite() {
  const { session } = useFloor();
  const { invite, offices } = useActions();
  const nowMs = useNow(1);
  const [made, setMade] = useState<Reply<Invitation>>();
  const [names, setNames] = useState<readonly string[]>([]);
  const [office, setOffice] = useState('');
  const roles = invitedBy(session.seat.role);
  useEffect(() => {
    const read = async (): Promise<void> => {
      const reply = await offices();
      if (reply.ok) setNames(reply.value.offices.map(({ name }) => name));
    };
    void read();
  }, [offices]);
  const make = async (role: SeatRole): Promise<void> => setMade(await invite(role, office));
  if (roles.length === 0) return <p className="quiet">A releaser can invite another seat.</p>;
  return (
    <section aria-label="Invite">
      <h2 className="section-head">Invite another seat</h2>
      {names.length > 0 && (
        <select
          className="pill"
          aria-label="Office"
          value={office}
          onChange={(event) => setOffice(event.target.value)}
        >
          <option value="">of no office</option>
          {names.map((name) => (
            <option key={name} value={name}>
              reviews for {name}
            </option>
          ))}
        </select>
      )}
      <div className="button-row">
        {roles.map((role) => (
          <button key={role} type="button" className="button" onClick={() => void make(role)}>
            Invite {seatOfRole(role)}
          </button>
        ))}
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
