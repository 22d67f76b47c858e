// The handover of the watch: give it to another seat, or take what was given to this one.
import { ON_WATCH } from '@parley/engine';
import { openHandover, ownHandovers } from '@parley/protocol';
import type { HandoverGiven } from '@parley/protocol';
import { useEffect, useState } from 'react';
import { useActions, useFloor, useNow } from '../floor/hooks.ts';
import { Fixed } from '../words/fixed.tsx';
import { minuteText } from '../words/time-text.ts';

/** Nothing for seats that stand no watch. */
export function Handover() {
  const { session } = useFloor();
  if (!ON_WATCH.includes(session.seat.role)) return undefined;
  return (
    <section aria-label="Handover">
      <h2 className="section-head">Handover of the watch</h2>
      <Take />
      <Give />
    </section>
  );
}

function Take() {
  const { session } = useFloor();
  const { handovers, takeHandover } = useActions();
  const nowMs = useNow(1);
  const [given, setGiven] = useState<HandoverGiven>();
  const [refusal, setRefusal] = useState<string>();
  useEffect(() => {
    const read = async (): Promise<void> => {
      const reply = await handovers();
      if (reply.ok) setGiven(openHandover(ownHandovers(reply.value.notes), session.seat.name));
      else setRefusal(reply.sentence);
    };
    void read();
  }, [handovers, session.seat.name]);
  const take = async (): Promise<void> => {
    const reply = await takeHandover();
    setRefusal(reply.ok ? undefined : reply.sentence);
    if (reply.ok) setGiven(undefined);
  };
  return (
    <>
      {given !== undefined && (
        <div className="button-row">
          <p>
            {given.from} gave you the watch at <Fixed>{minuteText(given.atMs, nowMs)}</Fixed>. Open:
            tasks {given.tasksOpen}, drafts {given.drafts.length}. {given.notes}
          </p>
          <button type="button" className="button asked" onClick={() => void take()}>
            Take the watch
          </button>
        </div>
      )}
      {refusal !== undefined && <p className="refusal">{refusal}</p>}
    </>
  );
}

function Give() {
  const { session, seats } = useFloor();
  const { giveHandover } = useActions();
  const others = seats.filter(
    ({ name, role }) => name !== session.seat.name && ON_WATCH.includes(role),
  );
  const [to, setTo] = useState('');
  const [told, setTold] = useState<string>();
  const name = to === '' ? (others[0]?.name ?? '') : to;
  const give = async (): Promise<void> => {
    const reply = await giveHandover(name);
    setTold(reply.ok ? `Given to ${name}, who has yet to take it.` : reply.sentence);
  };
  if (others.length === 0) return <p className="quiet">No other seat can take the watch yet.</p>;
  return (
    <div className="button-row">
      <select
        className="pill"
        aria-label="Give the watch to"
        value={name}
        onChange={(event) => setTo(event.target.value)}
      >
        {others.map((seat) => (
          <option key={seat.name}>{seat.name}</option>
        ))}
      </select>
      <button type="button" className="button" onClick={() => void give()}>
        Give the watch
      </button>
      {told !== undefined && <p className="quiet">{told}</p>}
    </div>
  );
}
