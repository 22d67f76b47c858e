// Both accounts side by side: each entry in the column of its author, and beside it what the record
// of the other side shows about holding it. What only one side holds is marked.
import type { ChronologyEntry } from '@parley/engine';
import { writeInstant } from '@parley/geo';
import { objectIdOf } from '@parley/protocol';
import type { PartyId } from '@parley/protocol';
import { plain, strong, textOf } from './document.ts';
import type { Block, Cell, Text } from './document.ts';
import { fileOfCopy } from './evidence-names.ts';
import { tableBlocks } from './figures.ts';
import { headline, summaryTexts } from './entry-text.ts';
import { ACCOUNTS_NOTE, COLUMNS, HEADINGS } from './labels.ts';
import type { ReportedRecord } from './read-records.ts';

/** A heading and the table of all entries but receipts. */
export function accountsBlocks(
  entries: readonly ChronologyEntry[],
  parties: readonly PartyId[],
  records: readonly ReportedRecord[],
): Block[] {
  const told = entries.filter(({ entry }) => entry.body.type !== 'received');
  const columns = [
    { title: COLUMNS.when, share: 11 },
    ...parties.map((party) => ({ title: `Record of ${party}`, share: 80 / parties.length })),
  ];
  const rows = told.map((row) => [
    { texts: [textOf(writeInstant(row.entry.releasedMs))] },
    ...parties.map((party) =>
      party === row.ref.party ? toldCell(row, records) : heldCell(row, party, records),
    ),
  ]);
  return tableBlocks(HEADINGS.accounts, columns, rows, ACCOUNTS_NOTE);
}

function toldCell(
  { name, entry, ref, facts, status }: ChronologyEntry,
  records: readonly ReportedRecord[],
) {
  const lacking = shorterCopies(ref, records);
  const texts: Text[] = [headline(name, entry.body, status), ...summaryTexts(facts)];
  const by = entry.releasedBy === 'node' ? [] : [textOf(`Released by ${entry.releasedBy}`)];
  if (lacking === '') return { texts: [...texts, ...by] };
  return { texts: [[strong(`NOT IN ${lacking}`)], ...texts, ...by], marked: true as const };
}

// A copy of the record that ends before this entry.
function shorterCopies(ref: ChronologyEntry['ref'], records: readonly ReportedRecord[]): string {
  const own = records.find(({ party }) => party === ref.party);
  const names = own?.copies.flatMap(({ size }, nth) =>
    ref.index < size ? [] : [fileOfCopy(own.party, nth)],
  );
  return (names ?? []).join(', ');
}

function heldCell(
  { ref, heldBy }: ChronologyEntry,
  party: PartyId,
  records: readonly ReportedRecord[],
): Cell {
  const held = heldBy.get(party);
  if (held !== undefined) {
    const at = writeInstant(held.atMs);
    const by = objectIdOf(held.ref);
    const text =
      held.by === 'receipt' ? `Received ${at} (${by})` : `Held at ${at}: named as seen in ${by}`;
    return { texts: [textOf(text)] };
  }
  const author = records.find((record) => record.party === ref.party);
  const cosigned = author?.record.cosigned.find(({ name }) => name.split('/')[0] === party);
  if (cosigned !== undefined) {
    const at = writeInstant(cosigned.timeSeconds * 1_000);
    return { texts: [textOf(`Held at ${at}: cosigned by its witness`)] };
  }
  if (records.every((record) => record.party !== party)) {
    return { texts: [textOf('Its record is not in this report')] };
  }
  return {
    texts: [
      [strong(`ONLY IN THE RECORD OF ${ref.party}`)],
      [plain(`Nothing in that of ${party} shows that it had this.`)],
    ],
    marked: true,
  };
}
