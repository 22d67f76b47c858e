// Writes entries of honest parties straight into a picture, without keys or links.
import assert from 'node:assert/strict';
import { entryBytes, LineId, objectIdOf } from '@parley/protocol';
import type { Body, Entry, HashHex, PartyId, Ref } from '@parley/protocol';
import { emptyPicture, fold, foldUnreadable, rowOf } from '../src/index.ts';
import type { EntryRow, Ladder, LineObject, Picture } from '../src/index.ts';
import { NORTH, SOUTH, T0 } from './bodies.ts';

export const LINE = LineId.parse('line-00112233445566aa');
const ROOT = '0'.repeat(64) as HashHex;

export type Scribe = {
  readonly picture: Picture;
  /** Writes and folds the next entry of `party`, who has seen all that stands so far. */
  readonly put: (party: PartyId, body: Body, changes?: Partial<Entry>) => Ref;
  /** The code and field by which the newest unusable entry was refused. */
  readonly refused: () => string;
  readonly object: (ref: Ref) => LineObject;
  readonly ladder: (ref: Ref, party: PartyId) => Ladder;
};

export function scribe(members: readonly PartyId[] = [NORTH, SOUTH]): Scribe {
  const picture = emptyPicture(LINE, members);
  const object = (ref: Ref): LineObject => {
    const found = picture.objects.get(objectIdOf(ref));
    assert(found !== undefined, `${objectIdOf(ref)} is no object`);
    return found;
  };
  return {
    picture,
    put: (party, body, changes = {}) => {
      const index = picture.folded.get(party) ?? 0;
      const row = rowFor(party, index, body, { seen: seenBy(picture, party), ...changes });
      foldRow(picture, row);
      return row.ref;
    },
    refused: () => {
      const last = picture.unusable.at(-1)?.refusal;
      return last === undefined ? 'nothing' : `${last.code} ${last.field}`;
    },
    object,
    ladder: (ref, party) => {
      const ladder = object(ref).ladders.get(party);
      assert(ladder !== undefined, `${party} is no addressee`);
      return ladder;
    },
  };
}

/** The row of one entry; nothing seen, released at T0, unless `changes` say otherwise. */
export function rowFor(
  party: PartyId,
  index: number,
  body: Body,
  changes: Partial<Entry> = {},
): EntryRow {
  const entry = { version: 1 as const, line: LINE, party, index, seen: [], releasedMs: T0 };
  const bytes = entryBytes({ ...entry, draftedBy: 'A', releasedBy: 'B', body, ...changes });
  return rowOf(LINE, party, index, bytes);
}

export function foldRow(picture: Picture, { ref, entry }: EntryRow): void {
  if (entry.ok) fold(picture, { entry: entry.value, ref });
  else foldUnreadable(picture, ref, entry.refusal);
}

export function seenBy(picture: Picture, party: PartyId): Entry['seen'] {
  return [...picture.folded]
    .filter(([other, size]) => other !== party && size > 0)
    .map(([other, size]) => ({ party: other, size, root: ROOT }));
}
