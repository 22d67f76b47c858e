// The hooks through which every part of the page reads the floor and acts on it. All of them must
// be used below <FloorProvider>. Values are stable between changes, so effects may depend on them.
import type { WrittenForm } from '@parley/geo';
import type { LineObject } from '@parley/engine';
import type { ObjectId, PartyId } from '@parley/protocol';
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { Actions } from './actions.ts';
import type { Cell } from './cell.ts';
import type { Filter, Floor, Selection, Shown, Side } from './floor-state.ts';
import type { FloorStore } from './floor-store.ts';
import type { View } from './view.ts';

export type { Actions, Reply } from './actions.ts';
export { isEnded, spanOf } from './shown.ts';

export type FloorContents = {
  readonly store: FloorStore;
  readonly view: View;
  readonly actions: Actions;
};
export const FloorContext = createContext<FloorContents | undefined>(undefined);
export const ShownContext = createContext<Shown>({ objects: [], conflicts: [] });

/** The floor as it is. `picture` is folded in place: depend on `revision` to see it change. */
export function useFloor(): Floor {
  return useCell(useContents().store.floor);
}

/** The node's time, milliseconds UTC, drawn anew `hz` times a second (1 for clocks, at most 10). */
export function useNow(hz: number): number {
  const { clock } = useContents().store;
  const read = useCallback((): number => {
    // A replayed clock may stand still (rate 0); then every instant is a step of its own.
    const stepMs = Math.max(1, (1_000 / hz) * clock.rate());
    return Math.floor(clock.nowMs() / stepMs) * stepMs;
  }, [clock, hz]);
  return useSyncExternalStore(onTick, read);
}

/** What `read` gives, looked at ten times a second and drawn anew when it has changed. */
export function useTicked<T>(read: () => T): T {
  return useSyncExternalStore(onTick, read);
}

/** The node's time at this moment, for a click: milliseconds UTC. */
export function useClock(): () => number {
  return useContents().store.clock.nowMs;
}

/** The thing in hand, and how to take another. */
export function useSelection(): {
  readonly selection: Selection;
  readonly select: (selection: Selection) => void;
  readonly selectObject: (id: ObjectId) => void;
} {
  const { selection } = useContents().view;
  const selectObject = useCallback(
    (id: ObjectId) => selection.set({ kind: 'object', id }),
    [selection],
  );
  return { selection: useCell(selection), select: selection.set, selectObject };
}

/** The one filter of map, bars and list. */
export function useFilter(): {
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
} {
  const { filter } = useContents().view;
  return { filter: useCell(filter), setFilter: filter.set };
}

/** What passes the filter now. Questions and line checks are among it and have no volumes. */
export function useShown(): Shown {
  return useContext(ShownContext);
}

/** How this seat reads positions: keys 1 to 6 and a click on a position change it. */
export function usePositionForm(): {
  readonly form: WrittenForm;
  readonly setForm: (form: WrittenForm) => void;
} {
  const { positionForm } = useContents().view;
  return { form: useCell(positionForm), setForm: positionForm.set };
}

/** What this seat can do. Every action resolves; a refusal is a sentence to show. */
export function useActions(): Actions {
  return useContents().actions;
}

/** Whose colour an object has. */
export function useSideOf(): (object: Pick<LineObject, 'author'>) => Side {
  const { session } = useFloor();
  return useCallback(
    ({ author }: Pick<LineObject, 'author'>) => (author === session.party ? 'ours' : 'theirs'),
    [session.party],
  );
}

/** The name of a member as people write it; the identifier for one who is no member. */
export function usePartyName(): (party: PartyId) => string {
  const { session } = useFloor();
  return useCallback(
    (party: PartyId) => session.members.find((member) => member.party === party)?.name ?? party,
    [session],
  );
}

/** The exact text of the entry that made an object, for evidence; undefined when not here. */
export function useEntryText(): (id: ObjectId) => string | undefined {
  return useContents().store.textOf;
}

/** The value of a cell, drawn anew when it changes. */
export function useCell<T>(value: Cell<T>): T {
  return useSyncExternalStore(value.subscribe, value.get);
}

function useContents(): FloorContents {
  const contents = useContext(FloorContext);
  if (contents === undefined) throw new Error('a floor hook is used outside of FloorProvider');
  return contents;
}

// One timer for every clock on the page, running only while something shows the time.
const TICK_MS = 100;
const tickers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function onTick(told: () => void): () => void {
  tickers.add(told);
  timer ??= setInterval(() => {
    for (const each of tickers) each();
  }, TICK_MS);
  return () => {
    tickers.delete(told);
    if (tickers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
