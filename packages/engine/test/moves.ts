// Records of honest members, made from drafts, and their folding in any causal order.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Body, Entry, PartyId } from '@parley/protocol';
import { emptyPicture, isCausallyReady } from '../src/index.ts';
import type { EntryRow, Picture } from '../src/index.ts';
import { kindOf, meaning } from './any-body.ts';
import type { Draft, Standing } from './any-body.ts';
import { NORTH, SOUTH, T0, WEST } from './bodies.ts';
import { foldRow, LINE, rowFor } from './scribe.ts';

export const PARTIES = [NORTH, SOUTH, WEST];

/** One party says something after hearing more, or nothing more, of the others. */
export type Move = {
  readonly who: number;
  readonly hears: readonly number[];
  readonly draft: Draft;
};

/** A draft said by anyone, after hearing up to six more entries of each other. */
export function moveOf(draft: fc.Arbitrary<Draft>): fc.Arbitrary<Move> {
  const more = fc.nat({ max: 6 });
  return fc.record({ who: fc.nat({ max: 2 }), hears: fc.tuple(more, more, more), draft });
}

/** Up to sixty of them. */
export function movesOf(draft: fc.Arbitrary<Draft>): fc.Arbitrary<Move[]> {
  return fc.array(moveOf(draft), { minLength: 1, maxLength: 60, size: 'max' });
}

export type Said = { readonly row: EntryRow; readonly body: Body };

/** The records of members who mean only what they have seen, in order; one a second, or slower. */
export function write(
  moves: readonly Move[],
  members: readonly PartyId[],
  everyMs = 1_000,
): Said[] {
  const sizes = new Map(members.map((party) => [party, 0]));
  const seen = new Map(members.map((party) => [party, new Map<PartyId, number>()]));
  const said: Said[] = [];
  const standing: Standing[] = [];
  for (const [at, { who, hears, draft }] of moves.entries()) {
    const party = members[who % members.length] ?? NORTH;
    const heads = seen.get(party) ?? new Map<PartyId, number>();
    for (const [place, other] of members.entries()) {
      const size = Math.min(sizes.get(other) ?? 0, (heads.get(other) ?? 0) + (hears[place] ?? 0));
      if (other !== party && size > 0) heads.set(other, size);
    }
    const known = standing.filter(
      ({ ref }) => ref.party === party || ref.index < (heads.get(ref.party) ?? 0),
    );
    const body = meaning(draft, party, known);
    if (body === undefined) continue;
    const index = sizes.get(party) ?? 0;
    const listed = [...heads]
      .map(([other, size]) => ({ party: other, size, root: '0'.repeat(64) }))
      .toSorted((a, b) => (a.party < b.party ? -1 : 1)) as Entry['seen'];
    const row = rowFor(party, index, body, { seen: listed, releasedMs: T0 + at * everyMs });
    assert.equal(row.entry.ok, true, JSON.stringify(row.entry));
    sizes.set(party, index + 1);
    said.push({ row, body });
    standing.push({ ref: row.ref, type: body.type, kind: kindOf(body) });
  }
  return said;
}

/** Folds records in some causal order: `choices` picks among those whose next entry is ready. */
export function foldSomehow(
  said: readonly Said[],
  members: readonly PartyId[],
  choices: readonly number[],
): Picture {
  const picture = emptyPicture(LINE, members);
  const queues = members.map((party) => said.filter(({ row }) => row.ref.party === party));
  for (let at = 0; at < said.length; at++) {
    const ready = queues.filter(([next]) => {
      return next?.row.entry.ok === true && isCausallyReady(next.row.entry.value, picture.folded);
    });
    const choice = choices[at % choices.length] ?? 0;
    const next = ready[choice % Math.max(ready.length, 1)]?.shift();
    assert(next !== undefined, 'honest records can always be folded to their end');
    foldRow(picture, next.row);
  }
  return picture;
}
