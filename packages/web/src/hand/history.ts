// The history of an object: every statement about it that stands on a record, in time order.
import type { LineObject } from '@parley/engine';
import { phrase } from '@parley/protocol';
import type { FloorHeads, PartyId, Ref } from '@parley/protocol';

/** One line of history: when by its author's clock, in words, and the entry that says so. */
export type HistoryRow = {
  readonly atMs: number;
  readonly text: string;
  readonly ref: Ref;
};

/** What happened to `object`, the earliest first. */
export function historyOf(object: LineObject, nameOf: (party: PartyId) => string): HistoryRow[] {
  const rows: HistoryRow[] = [
    { atMs: object.releasedMs, text: releasedText(object, nameOf(object.author)), ref: object.ref },
  ];
  for (const [party, ladder] of object.ladders) {
    const add = (step: { atMs: number; ref: Ref } | undefined, text: string): void => {
      if (step === undefined) return;
      rows.push({ atMs: step.atMs, text: `${text} by ${nameOf(party)}`, ref: step.ref });
    };
    const { readBack, position, complied, answered } = ladder;
    const { responded, countered, disseminated } = ladder;
    add(ladder.received, 'received');
    if (ladder.read !== undefined) add(ladder.read, `read (${ladder.read.seat})`);
    if (readBack !== undefined) add(readBack, `read back, ${readBack.comparison.result},`);
    if (position !== undefined) {
      add(position, `position “${phrase(`position.${position.statement.position}`)}”`);
    }
    if (complied !== undefined) {
      add(complied, `“${phrase(`warning-answer.${complied.statement.result}`)}”`);
    }
    if (answered !== undefined) add(answered, 'answered');
    if (responded !== undefined) {
      add(responded, `“${phrase(`response.${responded.statement.result}`)}”`);
    }
    if (countered !== undefined) {
      add(countered, `“${phrase(`counter.${countered.statement.result}`)}”`);
    }
    for (const reached of disseminated ?? []) {
      add(reached, `has it at: ${phrase(`dissemination.${reached.statement.level}`)}`);
    }
  }
  const { cancelled } = object;
  if (cancelled !== undefined) {
    const { statement } = cancelled;
    const reason =
      statement.type === 'cancel'
        ? phrase(`cancel.${statement.reason}`)
        : phrase(`removal.${statement.reason}`);
    const text = `${object.state}, ${reason.toLowerCase()}, by ${nameOf(object.author)}`;
    rows.push({ atMs: cancelled.atMs, text, ref: cancelled.ref });
  }
  return rows.toSorted((a, b) => a.atMs - b.atMs || a.ref.index - b.ref.index);
}

/** How far an entry is proven: ours by those who cosigned it, theirs once held and verified. */
export function proofText(
  ref: Ref,
  own: PartyId,
  heads: FloorHeads | undefined,
  nameOf: (party: PartyId) => string,
): string {
  if (ref.party !== own) {
    const held = heads?.mirrors.some(({ party, size }) => party === ref.party && size > ref.index);
    return held === true ? 'verified' : '';
  }
  const by = (heads?.cosigned ?? []).filter(({ size }) => size > ref.index);
  if (by.length === 0) return 'not cosigned yet';
  return `cosigned by ${by.map(({ party }) => nameOf(party)).join(', ')}`;
}

function releasedText({ draftedBy, releasedBy }: LineObject, author: string): string {
  if (draftedBy === releasedBy) return `said by ${releasedBy} of ${author}`;
  return `drafted by ${draftedBy}, released by ${releasedBy} of ${author}`;
}
