// Opens the floor of one seat and gives it to everything below: store, view, actions, shown.
import { floorClient } from '@parley/client';
import type { FloorClient } from '@parley/client';
import type { Session } from '@parley/protocol';
import { useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { floorActions } from './actions.ts';
import { holdConnection, openSession } from './connect.ts';
import type { Shown } from './floor-state.ts';
import { floorStore } from './floor-store.ts';
import { FloorContext, ShownContext, useCell, useFloor, useNow } from './hooks.ts';
import type { FloorContents } from './hooks.ts';
import { shownOf } from './shown.ts';
import { fragmentOf, selectionOf, viewOf } from './view.ts';

const steadyMs = (): number => performance.now();

/**
 * The floor of `seat`. While the node has not answered yet, `opening` is shown (told whether it
 * was asked in vain); when it does not know this browser's session, `signedOut` is.
 */
export function FloorProvider(props: {
  readonly seat: string;
  readonly children: ReactNode;
  readonly opening: (unanswered: boolean) => ReactNode;
  readonly signedOut: ReactNode;
}) {
  const { seat } = props;
  const [contents, setContents] = useState<FloorContents | 'signed-out' | undefined>(undefined);
  const [unanswered, setUnanswered] = useState(false);
  useEffect(() => {
    const leave = new AbortController();
    const open = async (): Promise<void> => {
      const client = floorClient({ fetch: (url, init) => fetch(url, init), base: '', seat });
      const session = await openSession(client, leave.signal, () => setUnanswered(true));
      if (leave.signal.aborted) return;
      if (session === undefined) return setContents('signed-out');
      const opened = contentsOf(client, session);
      setContents(opened);
      const signedOut = (): void => setContents('signed-out');
      const { signal } = leave;
      await holdConnection({ client, store: opened.store, steadyMs, signal, signedOut });
    };
    void open();
    return () => leave.abort();
  }, [seat]);
  if (contents === undefined) return props.opening(unanswered);
  if (contents === 'signed-out') return props.signedOut;
  return (
    <FloorContext value={contents}>
      <KeptSelection contents={contents} />
      <ShownProvider contents={contents}>{props.children}</ShownProvider>
    </FloorContext>
  );
}

function contentsOf(client: FloorClient, session: Session): FloorContents {
  const store = floorStore(session, steadyMs, (run, afterMs) => void setTimeout(run, afterMs));
  const view = viewOf(
    session.members.map(({ party }) => party),
    location.hash,
  );
  const actions = floorActions({
    client,
    ownSeat: session.seat.name,
    seats: () => store.floor.get().seats,
    drafted: (draft) => {
      // The node tells every page of its drafts in a moment; the drafter's own need not wait.
      const others = store.floor.get().drafts.filter(({ id }) => id !== draft.id);
      store.take({ name: 'drafts', value: { drafts: [...others, draft] } }, undefined);
      view.selection.set({ kind: 'draft', id: draft.id });
    },
  });
  return { store, view, actions };
}

function KeptSelection({ contents }: { readonly contents: FloorContents }) {
  const { selection } = contents.view;
  const chosen = useCell(selection);
  useEffect(() => {
    const fragment = fragmentOf(chosen);
    if (fragment === location.hash) return;
    history.replaceState(null, '', `${location.pathname}${fragment}`);
  }, [chosen]);
  useEffect(() => {
    const follow = (): void => selection.set(selectionOf(location.hash));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [selection]);
  return undefined;
}

const SHOWN_HZ = 0.5;

function ShownProvider(props: { readonly contents: FloorContents; readonly children: ReactNode }) {
  const floor = useFloor();
  const filter = useCell(props.contents.view.filter);
  const nowMs = useNow(SHOWN_HZ);
  const { picture, revision } = floor;
  const computed = useMemo(
    () => ({ revision, shown: shownOf(picture, filter, nowMs) }),
    [picture, revision, filter, nowMs],
  );
  // Time alone seldom changes what is shown: then the earlier value stays, and nothing is redrawn.
  const [kept, setKept] = useState(computed);
  const same = kept.revision === revision && isSame(kept.shown, computed.shown);
  if (!same) setKept(computed);
  const { shown } = same ? kept : computed;
  return <ShownContext value={shown}>{props.children}</ShownContext>;
}

function isSame(a: Shown, b: Shown): boolean {
  return (
    a.objects.length === b.objects.length &&
    a.conflicts.length === b.conflicts.length &&
    a.objects.every((object, at) => object === b.objects[at]) &&
    a.conflicts.every((conflict, at) => conflict === b.conflicts[at])
  );
}
