// The floor's stream: everything from a position on, then live, and the present state beside it.
import { writeEvent } from '@parley/client';
import type { FloorEventName } from '@parley/protocol';
import { cursorStream } from './cursor-stream.ts';
import { STATES } from './floor-state-events.ts';
import type { EventValue, StateName } from './floor-state-events.ts';
import type { Floor } from './floor.ts';

/** Rows of one event while catching up. */
const PAGE_ROWS = 256;

/** A stream for one page, from the rows after `position` on. `closed` runs when it is gone. */
export function floorStream(
  floor: Floor,
  position: number,
  closed: () => void,
): ReadableStream<Uint8Array> {
  const { store } = floor.runner;
  const caughtUpAt = store.headPosition();
  const untold = new Set<StateName>(Object.keys(STATES) as StateName[]);
  let cursor = position;
  let toldCaughtUp = false;

  const state = (): string | undefined => {
    const [name] = untold;
    if (name === undefined) return undefined;
    untold.delete(name);
    return eventText(name, STATES[name](floor), undefined);
  };
  const entries = (): string | undefined => {
    const rows = store.read(cursor, PAGE_ROWS);
    const last = rows.at(-1);
    if (last === undefined) return undefined;
    cursor = last.position;
    const decoder = new TextDecoder();
    const told = rows.map(({ ref, bytes }) => ({ ...ref, text: decoder.decode(bytes) }));
    return eventText('entries', { rows: told }, cursor);
  };
  const caughtUp = (): string | undefined => {
    if (toldCaughtUp || cursor < caughtUpAt) return undefined;
    toldCaughtUp = true;
    return eventText('caughtUp', { position: cursor }, undefined);
  };
  return cursorStream(
    {
      next: () => state() ?? entries() ?? caughtUp(),
      subscribe: (wake) => subscribe(floor, untold, wake),
    },
    closed,
  );
}

function eventText<N extends FloorEventName>(
  name: N,
  value: EventValue<N>,
  position: number | undefined,
): string {
  const id = position === undefined ? undefined : String(position);
  return writeEvent({ id, event: name, data: JSON.stringify(value) });
}

function subscribe(floor: Floor, untold: Set<StateName>, wake: () => void): () => void {
  const { events } = floor.runner;
  const stops: (() => void)[] = [];
  const mark = (name: StateName) => (): void => {
    untold.add(name);
    wake();
  };
  for (const name of ['health', 'heads', 'faults'] as const) {
    const marked = mark(name);
    events.on(name, marked);
    stops.push(() => events.off(name, marked));
  }
  for (const name of ['drafts', 'seats', 'alive'] as const) {
    const marked = mark(name);
    floor.events.on(name, marked);
    stops.push(() => floor.events.off(name, marked));
  }
  events.on('rows', wake);
  stops.push(() => events.off('rows', wake));
  return () => {
    for (const stop of stops) stop();
  };
}
