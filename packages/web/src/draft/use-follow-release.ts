// A draft that is gone because it was released: what it became is taken in hand.
import { bodyBytes } from '@parley/protocol';
import type { Body } from '@parley/protocol';
import { useEffect, useRef } from 'react';
import { useFloor, useSelection } from '../floor/hooks.ts';

/** Follows the draft in hand into the object of ours that says the same, once it is on record. */
export function useFollowRelease(): void {
  const { picture, revision, session, drafts } = useFloor();
  const { selection, selectObject } = useSelection();
  const id = selection.kind === 'draft' ? selection.id : undefined;
  const last = useRef<{ readonly id: string; readonly body: Body | undefined }>(undefined);
  useEffect(() => {
    const draft = drafts.find((one) => one.id === id);
    if (draft !== undefined) {
      last.current = { id: draft.id, body: draft.body };
      return;
    }
    const body = last.current?.id === id ? last.current?.body : undefined;
    if (body === undefined) return;
    const said = bodyBytes(body).toHex();
    const became = [...picture.objects.values()].findLast(
      (object) => object.author === session.party && bodyBytes(object.body).toHex() === said,
    );
    if (became !== undefined) selectObject(became.id);
  }, [id, drafts, picture, revision, session, selectObject]);
}
