// The names that the records have in the folder of a report: the longest copy of each party's
// record, and beside it every other copy that was given.
import type { PartyId } from '@parley/protocol';
import type { ReportedRecord } from './read-records.ts';

/** A file of the evidence: whose record it is, its path in the folder, its text. */
export type EvidenceFile = {
  readonly party: PartyId;
  readonly file: string;
  readonly text: string;
};

/** "evidence/north.record", and "evidence/north.2.record" for a second copy; by party. */
export function evidenceFiles(records: readonly ReportedRecord[]): EvidenceFile[] {
  return records.flatMap(({ party, copies }) =>
    copies.map(({ text }, nth) => {
      return { party, file: fileOfCopy(party, nth), text };
    }),
  );
}

/** The name of the nth copy of a party's record, the longest first. */
export function fileOfCopy(party: PartyId, nth: number): string {
  return `evidence/${nth === 0 ? party : `${party}.${nth + 1}`}.record`;
}
