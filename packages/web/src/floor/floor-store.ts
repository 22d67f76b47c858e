// The page's state of its floor: kept from the node's stream, told to React in whole snapshots.
// It never goes back in silence: a node that holds less than it showed before is a fault.
import { emptyPicture } from '@parley/engine';
import type { FloorEvent, FloorFault, ObjectId, Session } from '@parley/protocol';
import { cell } from './cell.ts';
import type { Cell } from './cell.ts';
import type { Connection, Floor } from './floor-state.ts';
import { rowFolder } from './fold-rows.ts';
import { nodeClock } from './node-clock.ts';
import type { NodeClock } from './node-clock.ts';

export type FloorStore = {
  readonly floor: Cell<Floor>;
  readonly clock: NodeClock;
  /** Where in the node's stream this page has got. */
  readonly position: () => number;
  readonly take: (event: FloorEvent, position: number | undefined) => void;
  readonly connection: (connection: Connection) => void;
  /** The exact text of the entry that made an object. */
  readonly textOf: (id: ObjectId) => string | undefined;
};

/** Snapshots are told at most this often: a long catch-up must not draw thousands of times. */
const TELL_EVERY_MS = 16;

/** An empty floor for a session. `later` runs a function after a time, as setTimeout does. */
export function floorStore(
  session: Session,
  steadyMs: () => number,
  later: (run: () => void, afterMs: number) => void,
): FloorStore {
  const picture = emptyPicture(
    session.line,
    session.members.map(({ party }) => party),
  );
  const rows = rowFolder(picture);
  const clock = nodeClock(session.nowMs, steadyMs);
  const ownFaults: FloorFault[] = [];
  let position = 0;
  let told = true;
  let next = emptyFloor(session, picture);
  const floor = cell(next);
  const change = (changes: Partial<Floor>): void => {
    next = { ...next, ...changes };
    if (!told) return;
    told = false;
    later(() => {
      told = true;
      floor.set(next);
    }, TELL_EVERY_MS);
  };
  const fault = (party: FloorFault['party'], code: string, sentence: string): void => {
    ownFaults.push({ party, code, sentence, sinceMs: clock.nowMs(), hasEvidence: false });
    change({ faults: [...nodeFaults(next.faults), ...ownFaults] });
  };
  return {
    floor,
    clock,
    position: () => position,
    textOf: rows.textOf,
    connection: (connection) => change({ connection }),
    take: (event, at) => {
      switch (event.name) {
        case 'entries':
          for (const { party, sentence } of rows.take(event.value.rows)) {
            fault(party, PAGE_FAULT, sentence);
          }
          position = at ?? position;
          return change({ revision: next.revision + 1 });
        case 'caughtUp':
          if (event.value.position < position) fault(session.party, PAGE_FAULT, WENT_BACK);
          return change({ caughtUp: true });
        case 'health':
          return change({ peers: event.value.peers });
        case 'heads':
          return change({ heads: event.value });
        case 'drafts':
          return change({ drafts: event.value.drafts });
        case 'seats':
          return change({ seats: event.value.seats });
        case 'faults':
          return change({ faults: [...event.value.faults, ...ownFaults] });
        case 'alive':
          clock.set(event.value.nowMs, event.value.clockRate);
          if (event.value.clockRate === next.clockRate) return undefined;
          return change({ clockRate: event.value.clockRate });
      }
    },
  };
}

/** The code of faults that this page found itself. */
const PAGE_FAULT = 'found-by-this-page';
const WENT_BACK =
  'The node now holds fewer entries than it showed before. Keep this page open and tell whoever ' +
  'looks after the node.';

function nodeFaults(faults: readonly FloorFault[]): FloorFault[] {
  return faults.filter(({ code }) => code !== PAGE_FAULT);
}

function emptyFloor(session: Session, picture: Floor['picture']): Floor {
  return {
    session,
    picture,
    revision: 0,
    connection: { state: 'connecting' },
    caughtUp: false,
    peers: [],
    heads: undefined,
    drafts: [],
    seats: [],
    faults: [],
    clockRate: 1,
  };
}
