// The exported records that a report is made from: each verified, and the copies of one record held
// against each other. What does not verify is refused by the name of its file.
import { verifyExport } from '@parley/ledger';
import type { ExportedRecord } from '@parley/ledger';
import { rowOf } from '@parley/engine';
import type { EntryRow } from '@parley/engine';
import { accept, PartyId, readEntry, refuse } from '@parley/protocol';
import type { LineId, Outcome } from '@parley/protocol';
import { trustOf } from '@parley/evidence';
import type { TrustedKey } from '@parley/evidence';

/** An exported record, and the name that a person knows it by. */
export type RecordFile = { readonly name: string; readonly text: string };

/** A file of a record, and how many of its entries it has. */
export type Copy = RecordFile & { readonly size: number };

/** One party's record as the longest file has it. */
export type ReportedRecord = {
  readonly party: PartyId;
  readonly record: ExportedRecord;
  /** Where its key is trusted from: "the card of north"; undefined where nobody vouched for it. */
  readonly trusted: string | undefined;
  /** The longest first; all of them begin with the same bytes. */
  readonly copies: readonly [Copy, ...Copy[]];
  readonly rows: readonly EntryRow[];
};

export type ReportedRecords = {
  readonly line: LineId;
  /** In ascending order of party. */
  readonly records: readonly ReportedRecord[];
};

type Verified = Copy & {
  readonly party: PartyId;
  readonly record: ExportedRecord;
  readonly line: LineId | undefined;
};

/**
 * Verifies every file, and that they are of one line and one history. Refuses as the ledger does,
 * and what is of another line, of an unknown key where keys were given, or of two histories.
 */
export function readRecords(
  files: readonly RecordFile[],
  trusted: readonly TrustedKey[],
): Outcome<ReportedRecords> {
  const verified: Verified[] = [];
  for (const file of files) {
    const read = verifiedFile(file, trusted);
    if (!read.ok) return read;
    verified.push(read.value);
  }
  const first = verified.find(({ line }) => line !== undefined);
  if (first?.line === undefined) {
    const names = files.map(({ name }) => name).join(', ');
    return refuse('malformed', names, 'no entry in it can be read', 'a record with entries');
  }
  const { line } = first;
  const other = verified.find((one) => one.line !== undefined && one.line !== line);
  if (other !== undefined) {
    const fault = `it is of ${other.line}, and ${first.name} is of ${line}`;
    return refuse('not-this-record', other.name, fault, 'records of one line');
  }
  const records: ReportedRecord[] = [];
  for (const own of Map.groupBy(verified, ({ party }) => party).values()) {
    const merged = mergedCopies(own, line, trusted);
    if (!merged.ok) return merged;
    records.push(merged.value);
  }
  return accept({ line, records: records.toSorted((a, b) => (a.party < b.party ? -1 : 1)) });
}

function verifiedFile(file: RecordFile, trusted: readonly TrustedKey[]): Outcome<Verified> {
  const checked = verifyExport(file.text);
  if (!checked.ok) {
    const fault = checked.refusal.sentence.replace(/\.$/u, '');
    return refuse('malformed', file.name, fault, 'a record exactly as it was exported');
  }
  const record = checked.value;
  if (trusted.length > 0 && trustOf(trusted, record.vkey) === undefined) {
    const fault = `its key ${record.vkey} is not one of those that you gave`;
    return refuse('not-this-record', file.name, fault, 'a record of a party whose card you gave');
  }
  const party = PartyId.safeParse(record.origin.split('/')[0]);
  if (!party.success) {
    const fault = `its origin "${record.origin.slice(0, 60)}" names no party`;
    return refuse('malformed', file.name, fault, "a party's record");
  }
  return accept({ ...file, record, party: party.data, size: record.size, line: lineOf(record) });
}

function lineOf({ bytes }: ExportedRecord): LineId | undefined {
  for (const one of bytes) {
    const entry = readEntry(one);
    if (entry.ok) return entry.value.line;
  }
  return undefined;
}

function mergedCopies(
  copies: readonly Verified[],
  line: LineId,
  trusted: readonly TrustedKey[],
): Outcome<ReportedRecord> {
  // In an order of their own, whatever that in which they were given; what comes twice counts once.
  const distinct = [...new Map(copies.map((copy) => [copy.text, copy])).values()];
  const [longest, ...others] = distinct.toSorted(
    (a, b) => b.size - a.size || (a.text < b.text ? -1 : 1),
  );
  if (longest === undefined) throw new Error('a group has a member');
  const { record, party } = longest;
  const rowsOf = (copy: Verified): EntryRow[] =>
    copy.record.bytes.map((bytes, index) => rowOf(line, party, index, bytes));
  const rows = rowsOf(longest);
  for (const other of others) {
    const at = rowsOf(other).findIndex(({ ref }, index) => ref.leaf !== rows[index]?.ref.leaf);
    if (other.record.vkey === record.vkey && at < 0) continue;
    const fault =
      at < 0
        ? `it is signed by another key than ${longest.name}`
        : `its entry ${at} is another than that of ${longest.name}: ${party} has two histories`;
    return refuse('not-this-record', other.name, fault, 'copies of one record');
  }
  const held = ({ name, text, size }: Verified): Copy => ({ name, text, size });
  return accept({
    party,
    record,
    trusted: trustOf(trusted, record.vkey),
    copies: [held(longest), ...others.map(held)],
    rows,
  });
}
