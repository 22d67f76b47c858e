// The floor's stream: everything from a position on, then live, and the present state beside it.
import { writeEvent } from '@parley/client';
import type { Health } from '@parley/engine';
import type { FloorEvent, FloorEventName, FloorHealth, FloorHeads, PartyId } from '@parley/protocol';
import { healthAt } from '@parley/engine';
import { cursorStream } from './cursor-stream.ts';
import type { Floor } from './floor.ts';
import type { LineRunner } from './line-runner.ts';

/** Rows of one event while catching up. */
const PAGE_ROWS = 256;

type EventValue<N extends FloorEventName> = Extract<FloorEvent, { readonly name: N }>['value'];

/** A stream for one page, from the rows after `position` on. `closed` runs when the page is gone. */
export function floorStream(
  floor: Floor,
  position: number,
  closed: () => void,
): ReadableStream<Uint8Array> {
  const { store, events, clock } = floor.runner;
  const dirty = new Set<FloorEventName>(['alive', 'health', 'heads', 'drafts', 'seats', 'faults']);
  let cursor = position;
  const caughtUpAt = store.headPosition();
  let toldCaughtUp = false;

  const state = (): string | undefined => {
    const [name] = dirty;
    if (name === undefined) return undefined;
    dirty.delete(name);
    return writeEvent({ id: undefined, event: name, data: JSON.stringify(valueOf(floor, name)) });
  };
  const entries = (): string | undefined => {
    const rows = store.read(cursor, PAGE_ROWS);
    const last = rows.at(-1);
    if (last === undefined) return undefined;
    cursor = last.position;
    const decoder = new TextDecoder();
    const value: EventValue<'entries'> = {
      rows: rows.map(({ ref, bytes }) => ({ ...ref, text: decoder.decode(bytes) })),
    };
    return writeEvent({ id: String(cursor), event: 'entries', data: JSON.stringify(value) });
  };
  const caughtUp = (): string | undefined => {
    if (toldCaughtUp || cursor < caughtUpAt) return undefined;
    toldCaughtUp = true;
    const value: EventValue<'caughtUp'> = { position: cursor };
    return writeEvent({ id: undefined, event: 'caughtUp', data: JSON.stringify(value) });
  };
  return cursorStream(
    {
      next: () => state() ?? entries() ?? caughtUp(),
      subscribe: (wake) => {
        const mark = (name: FloorEventName) => (): void => {
          dirty.add(name);
          wake();
        };
        const listeners = [
          [events, 'rows', wake],
          [events, 'health', mark('health')],
          [events, 'heads', mark('heads')],
          [events, 'faults', mark('faults')],
          [floor.events, 'drafts', mark('drafts')],
          [floor.events, 'seats', mark('seats')],
          [floor.events, 'alive', mark('alive')],
        ] as const;
        for (const [emitter, name, listener] of listeners) emitter.on(name as never, listener);
        return () => {
          for (const [emitter, name, listener] of listeners) emitter.off(name as never, listener);
        };
      },
    },
    closed,
  );

  function valueOf(source: Floor, name: FloorEventName): unknown {
    switch (name) {
      case 'alive':
        return { nowMs: clock.nowMs(), clockRate: clock.rate } satisfies EventValue<'alive'>;
      case 'health':
        return { peers: peersHealth(source.runner) } satisfies EventValue<'health'>;
      case 'heads':
        return floorHeads(source.runner);
      case 'drafts':
        return { drafts: [...store.drafts()] } satisfies EventValue<'drafts'>;
      case 'seats':
        return { seats: [...source.seats.views()] } satisfies EventValue<'seats'>;
      case 'faults':
        return {
          faults: store.faults().map(({ party, code, sentence, sinceMs }) => {
            return { party, code, sentence, sinceMs };
          }),
        } satisfies EventValue<'faults'>;
      case 'entries':
      case 'caughtUp':
        throw new Error('entries are not a state');
    }
  }
}

/** The health of every peer as the screens are told it. */
export function peersHealth(runner: LineRunner): FloorHealth[] {
  const monotonicMs = runner.clock.monotonicMs();
  return [...runner.line.liveness].map(([party, liveness]) =>
    floorHealth(party, healthAt(liveness, monotonicMs)),
  );
}

function floorHealth(party: PartyId, health: Health): FloorHealth {
  const { sinceMs, clockOffsetMs, ...rest } = health;
  return {
    party,
    ...rest,
    ...(sinceMs === undefined ? {} : { sinceMs }),
    ...(clockOffsetMs === undefined ? {} : { clockOffsetMs }),
  };
}

/** How far each record is proven. */
export function floorHeads(runner: LineRunner): FloorHeads {
  const { line } = runner;
  return {
    own: { size: line.own.size, root: line.own.root().toHex() },
    cosigned: [...runner.cosignedBy()].map(([party, head]) => ({ party, ...head })),
    mirrors: [...line.mirrors].map(([party, { tree }]) => ({ party, size: tree.size })),
  };
}
