// What a seat sees: its stream, held open and resumed, folded into the picture here.
import { EventEmitter } from 'node:events';
import type { FloorClient } from '@parley/client';
import { emptyPicture } from '@parley/engine';
import type { Picture, Recorded } from '@parley/engine';
import { accept } from '@parley/protocol';
import type { Draft, FloorEvent, FloorHealth, Outcome, SeatView, Session } from '@parley/protocol';
import { FloorSilent } from './floor-fetch.ts';
import { rowFolder } from './row-folder.ts';

export type ViewEvents = {
  /** Entries in the order in which they were folded. `live`: they came after the first catch-up. */
  entries: [recorded: readonly Recorded[], live: boolean];
  health: [peers: readonly FloorHealth[]];
  /** The stream to our own node was cut, or stands again. */
  blind: [blind: boolean];
  /** After every event of the stream. */
  change: [];
};

export type View = {
  readonly session: Session;
  readonly client: FloorClient;
  readonly picture: Picture;
  readonly events: EventEmitter<ViewEvents>;
  readonly health: () => readonly FloorHealth[];
  /** Every entry folded so far, in the order in which they were folded. */
  readonly recorded: () => readonly Recorded[];
  /** The exact bytes of an entry; undefined where there is none. */
  readonly bytesOf: (party: string, index: number) => Uint8Array | undefined;
  readonly drafts: () => readonly Draft[];
  readonly seats: () => readonly SeatView[];
  /** The node's clock, carried on by a steady one of this machine. */
  readonly nowMs: () => number;
  /** The first thing that `wanted` gives, now or after a change; undefined after `withinMs`. */
  readonly until: <T>(wanted: () => T | undefined, withinMs: number) => Promise<T | undefined>;
  readonly close: () => void;
};

const RETRY_MS = 300;
const CATCH_UP_MS = 60_000;

/** Opens the view of a seat and waits until it has caught up. Throws FloorSilent. */
export async function openView(client: FloorClient): Promise<Outcome<View>> {
  const session = await client.call('session', {}, undefined);
  if (!session.ok) return session;
  const { view, caughtUp } = startView(client, session.value);
  const ready = await view.until(() => caughtUp() || undefined, CATCH_UP_MS);
  if (ready === true) return accept(view);
  view.close();
  throw new FloorSilent('the node sent no complete stream within a minute.');
}

/** What the stream has told so far. */
type Known = {
  position: number;
  caughtUp: boolean;
  readonly recorded: Recorded[];
  readonly texts: Map<string, string>;
  health: readonly FloorHealth[];
  drafts: readonly Draft[];
  seats: readonly SeatView[];
  clock: { readonly nowMs: number; readonly rate: number; readonly atMs: number };
};

function startView(
  client: FloorClient,
  session: Session,
): { readonly view: View; readonly caughtUp: () => boolean } {
  const members = session.members.map(({ party }) => party);
  const picture = emptyPicture(session.line, members);
  const events = new EventEmitter<ViewEvents>();
  events.setMaxListeners(1_000);
  const stopping = new AbortController();
  const known: Known = {
    position: 0,
    caughtUp: false,
    recorded: [],
    texts: new Map(),
    health: [],
    drafts: [],
    seats: [],
    clock: { nowMs: session.nowMs, rate: 1, atMs: performance.now() },
  };
  void hold(client, known, taker(known, rowFolder(picture), events), events, stopping.signal);
  const view: View = {
    session,
    client,
    picture,
    events,
    health: () => known.health,
    recorded: () => known.recorded,
    bytesOf: (party, index) => {
      const text = known.texts.get(`${party}/${index}`);
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    drafts: () => known.drafts,
    seats: () => known.seats,
    nowMs: () => {
      const { nowMs, rate, atMs } = known.clock;
      return Math.round(nowMs + (performance.now() - atMs) * rate);
    },
    until: async (wanted, withinMs) => untilWanted(events, wanted, withinMs),
    close: () => {
      stopping.abort();
    },
  };
  return { view, caughtUp: () => known.caughtUp };
}

/** Takes each event of the stream into what is known, and tells who listens. */
function taker(
  known: Known,
  foldRows: ReturnType<typeof rowFolder>,
  events: EventEmitter<ViewEvents>,
): (event: FloorEvent) => void {
  return (event) => {
    switch (event.name) {
      case 'entries': {
        const { rows } = event.value;
        const folded = foldRows(rows);
        for (const { party, index, text } of rows) known.texts.set(`${party}/${index}`, text);
        known.recorded.push(...folded);
        events.emit('entries', folded, known.caughtUp);
        break;
      }
      case 'caughtUp':
        known.caughtUp = true;
        break;
      case 'health':
        known.health = event.value.peers;
        events.emit('health', known.health);
        break;
      case 'drafts':
        known.drafts = event.value.drafts;
        break;
      case 'seats':
        known.seats = event.value.seats;
        break;
      case 'alive': {
        const { nowMs, clockRate: rate } = event.value;
        known.clock = { nowMs, rate, atMs: performance.now() };
        break;
      }
      case 'heads':
      case 'faults':
        break;
    }
    events.emit('change');
  };
}

/** Keeps the stream open, resuming after the last position, until `signal` is aborted. */
async function hold(
  client: FloorClient,
  known: { position: number },
  take: (event: FloorEvent) => void,
  events: EventEmitter<ViewEvents>,
  signal: AbortSignal,
): Promise<void> {
  let blind = false;
  const see = (now: boolean): void => {
    if (blind !== now) events.emit('blind', now);
    blind = now;
  };
  while (!signal.aborted) {
    try {
      for await (const { event, position } of client.events(known.position, signal)) {
        see(false);
        known.position = position ?? known.position;
        take(event);
      }
    } catch (fault) {
      if (!isCut(fault)) throw fault;
    }
    if (signal.aborted) return;
    see(true);
    await new Promise((resume) => setTimeout(resume, RETRY_MS));
  }
}

// A stream that is cut rejects with one of these; anything else is a bug and is thrown.
function isCut(fault: unknown): boolean {
  if (fault instanceof FloorSilent || fault instanceof DOMException) return true;
  return fault instanceof Error && ('code' in fault || /aborted|terminated/.test(fault.message));
}

async function untilWanted<T>(
  events: EventEmitter<ViewEvents>,
  wanted: () => T | undefined,
  withinMs: number,
): Promise<T | undefined> {
  const first = wanted();
  if (first !== undefined) return first;
  const { promise, resolve } = Promise.withResolvers<T | undefined>();
  const look = (): void => {
    const found = wanted();
    if (found !== undefined) resolve(found);
  };
  const timer = setTimeout(() => {
    resolve(wanted());
  }, withinMs);
  events.on('change', look);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    events.off('change', look);
  }
}
