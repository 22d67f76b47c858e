// The present state of a floor as its pages are told it: health, heads, drafts, seats, faults.
import type {
  FloorEvent,
  FloorEventName,
  FloorHealth,
  FloorHeads,
  PartyId,
} from '@parley/protocol';
import { healthAt } from '@parley/engine';
import type { Health } from '@parley/engine';
import { draftViews } from './drafts.ts';
import type { Floor } from './floor.ts';
import type { LineRunner } from './line-runner.ts';

export type EventValue<N extends FloorEventName> = Extract<
  FloorEvent,
  { readonly name: N }
>['value'];

/** Events that state what is, and are sent anew after a reconnect. */
export type StateName = Exclude<FloorEventName, 'entries' | 'caughtUp'>;

/** Every state, read from the floor when it is told. */
export const STATES: { readonly [N in StateName]: (floor: Floor) => EventValue<N> } = {
  alive: ({ runner: { clock } }) => ({ nowMs: clock.nowMs(), clockRate: clock.rate }),
  health: ({ runner }) => ({ peers: peersHealth(runner) }),
  heads: ({ runner }) => floorHeads(runner),
  drafts: ({ runner }) => ({ drafts: draftViews(runner.store) }),
  seats: ({ seats }) => ({ seats: [...seats.views()] }),
  faults: ({ runner }) => ({
    faults: runner.faults().map(({ party, code, sentence, sinceMs, evidence }) => {
      return { party, code, sentence, sinceMs, hasEvidence: evidence !== '' };
    }),
  }),
};

function peersHealth(runner: LineRunner): FloorHealth[] {
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

function floorHeads(runner: LineRunner): FloorHeads {
  const { line } = runner;
  return {
    own: { size: line.own.size, root: line.own.root().toHex() },
    cosigned: [...runner.cosignedBy()].map(([party, head]) => ({ party, ...head })),
    mirrors: [...line.mirrors].map(([party, { tree }]) => ({ party, size: tree.size })),
  };
}
