// Taking a seat: a one-time link, a name for the seat, and the way to its floor.
import './enrol.css';
import { floorClient } from '@parley/client';
import { refusalSentence } from '@parley/protocol';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

/** The form that takes a seat with the one-time token of the address. */
export function EnrolPage({ token }: { readonly token: string }) {
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const take = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const taken = await takeSeat(token, name.trim());
    if (taken.path !== undefined) return location.assign(taken.path);
    setRefusal(taken.sentence);
    setBusy(false);
  };
  return (
    <DoorPage title="Take a seat on this floor">
      <form onSubmit={(event) => void take(event)}>
        <label htmlFor="seat-name">What is this seat called?</label>
        <input
          id="seat-name"
          value={name}
          onChange={(event) => setName(event.target.value)}
          placeholder="Watch 1"
          maxLength={80}
          required
          autoComplete="off"
          aria-describedby="seat-name-why"
        />
        <p id="seat-name-why" className="quiet">
          The other side sees this name beside what the seat says. Name the duty, not a person.
        </p>
        <button type="submit" className="button asked" disabled={busy || name.trim() === ''}>
          Take the seat
        </button>
        {refusal !== undefined && (
          <p className="refusal" role="alert">
            {refusal}
          </p>
        )}
      </form>
    </DoorPage>
  );
}

/** A page outside of any floor. */
export function DoorPage(props: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <main className="door">
      <p className="door-name">◇ Parley</p>
      <h1>{props.title}</h1>
      {props.children}
    </main>
  );
}

async function takeSeat(
  token: string,
  name: string,
): Promise<{ readonly path?: string; readonly sentence?: string }> {
  const client = floorClient({ fetch: (url, init) => fetch(url, init), base: '', seat: '' });
  const outcome = await client.call('enrol', {}, { token, name }).catch(() => undefined);
  if (outcome === undefined) return { sentence: 'The node does not answer. Try again.' };
  if (outcome.ok) return { path: outcome.value.path };
  return { sentence: refusalSentence(outcome.refusal) };
}
