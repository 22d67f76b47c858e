// Single entries of one or more records as one text: each record's signed head, each entry with its
// inclusion proof, and a claim that whoever reads it has to hold against them. Checked offline.

import { hashFromBase64, toBase64 } from './base64.ts';
import type { CanonicalValue } from './canonical.ts';
import { readUnverified } from './checkpoint.ts';
import type { Checkpoint } from './checkpoint-text.ts';
import { readVerifierKey } from './key.ts';
import type { VerifierKey } from './key.ts';
import {
  evidenceCharactersMax,
  evidenceEntriesMax,
  evidenceRecordsMax,
  noteSignaturesMax,
  proofHashesMax,
} from './limits.ts';
import { leafHash } from './merkle.ts';
import type { Hash } from './merkle.ts';
import { verifyInclusion } from './merkle-proof.ts';
import { assert, checked, refused } from './reading.ts';
import type { Checked } from './reading.ts';
import {
  entryMembers,
  entryOf,
  noteSignedBy,
  readMembers,
  rowText,
  verifySigners,
} from './rows.ts';
import type { Members, SignedHead } from './rows.ts';

/** The head of a record: `vkey` and `cosigners` are the keys that the file itself names. */
export type EvidenceRecord = SignedHead & {
  readonly vkey: string;
  readonly cosigners: readonly string[];
};

/**
 * An entry that stands on a record. `record` is its place among the records, from 0. `stated` is a
 * second inclusion proof, under a head that another entry states: whose, the claim decides, and
 * nothing has looked at it here.
 */
export type EvidenceEntry = {
  readonly record: number;
  readonly index: number;
  readonly bytes: Uint8Array;
  readonly leaf: Hash;
  readonly stated: readonly Hash[] | undefined;
};

/** `claim` is what the file says of itself; the ledger does not know what it means. */
export type Evidence = {
  readonly claim: Members;
  readonly records: readonly EvidenceRecord[];
  readonly entries: readonly EvidenceEntry[];
};

const version = 1;

/** An entry to be proven: `proof` is under its record's checkpoint, `stated` under another head. */
export type EntryToProve = {
  readonly record: number;
  readonly index: number;
  readonly bytes: Uint8Array;
  readonly proof: readonly Hash[];
  readonly stated?: readonly Hash[];
};

/**
 * The text of evidence: a row with the claim, one for each record, one for each entry, all ending
 * in a newline. A signature that is named and missing, or too much of anything, throws as a bug.
 */
export function evidenceText(args: {
  claim: Members;
  records: readonly {
    readonly key: VerifierKey;
    readonly cosigners: readonly VerifierKey[];
    readonly checkpoint: string;
  }[];
  entries: readonly EntryToProve[];
}): string {
  const { claim, records, entries } = args;
  assert(records.length <= evidenceRecordsMax, 'the evidence speaks of too many records');
  assert(entries.length <= evidenceEntriesMax, 'the evidence proves too many entries');
  const rows = [
    rowText(headMembers(claim, records.length, entries.length)),
    ...records.map(({ key, cosigners, checkpoint }) =>
      rowText({
        vkey: key.vkey,
        cosigners: cosigners.map(({ vkey }) => vkey),
        checkpoint: noteSignedBy(checkpoint, [key, ...cosigners]),
      }),
    ),
    ...entries.map(entryRow),
  ];
  return rows.map((row) => `${row}\n`).join('');
}

/**
 * Verifies evidence against the keys it names: every record's key signed its head, every listed
 * cosigner cosigned it, every entry stands under its head. What the claim says of them is for the
 * caller. Refuses: oversize, malformed-evidence, malformed-key, not-these-signers, not-included,
 * and as verifyCheckpoint and verifyCosignature.
 */
export function verifyEvidence(text: string): Checked<Evidence> {
  if (text.length > evidenceCharactersMax) {
    return refused('oversize', `Evidence has at most ${evidenceCharactersMax} characters.`);
  }
  const rows = text.split('\n');
  if (rows.pop() !== '') return malformed('it does not end in a newline');
  const head = readHead(rows[0] ?? '');
  if (head === undefined) return malformed('its first line is not the head of evidence');
  const { claim, recordCount, entryCount } = head;
  if (rows.length !== 1 + recordCount + entryCount) {
    return malformed(`it does not have ${1 + recordCount + entryCount} lines`);
  }
  const records: UnverifiedRecord[] = [];
  for (let at = 0; at < recordCount; at++) {
    const record = readRecord(rows[1 + at] ?? '', 2 + at);
    if (!record.ok) return record;
    records.push(record.value);
  }
  if (new Set(records.map(({ origin }) => origin)).size !== records.length) {
    return malformed('it has a record twice');
  }
  const entries: EvidenceEntry[] = [];
  for (let at = 0; at < entryCount; at++) {
    const line = 1 + recordCount + at;
    const entry = readProven(rows[line] ?? '', line + 1, records);
    if (!entry.ok) return entry;
    entries.push(entry.value);
  }
  // Signatures last: they cost the most, and what is altered elsewhere is found before.
  const signed: EvidenceRecord[] = [];
  for (const { vkey, cosigners, checkpoint } of records) {
    const verified = verifySigners(checkpoint, [vkey, ...cosigners]);
    if (!verified.ok) return verified;
    signed.push({ ...verified.value, vkey, cosigners });
  }
  return checked({ claim, records: signed, entries });
}

type UnverifiedRecord = Checkpoint & {
  readonly vkey: string;
  readonly cosigners: readonly string[];
  readonly checkpoint: string;
};

function headMembers(claim: Members, records: number, entries: number): Members {
  return { parley: 'evidence', version, claim, records, entries };
}

function readHead(
  row: string,
): { claim: Members; recordCount: number; entryCount: number } | undefined {
  const members = readMembers(row);
  const { claim, records, entries } = members ?? {};
  if (typeof claim !== 'object' || Array.isArray(claim)) return undefined;
  if (!isCount(records, evidenceRecordsMax) || !isCount(entries, evidenceEntriesMax)) {
    return undefined;
  }
  const said = claim as Members;
  if (rowText(headMembers(said, records, entries)) !== row) return undefined;
  return { claim: said, recordCount: records, entryCount: entries };
}

function readRecord(row: string, line: number): Checked<UnverifiedRecord> {
  const members = readMembers(row);
  const { vkey, cosigners, checkpoint } = members ?? {};
  const isRecord =
    Object.keys(members ?? {}).length === 3 &&
    typeof vkey === 'string' &&
    typeof checkpoint === 'string' &&
    isTexts(cosigners, noteSignaturesMax - 1);
  if (!isRecord) return malformed(`line ${line} is not a record's vkey, cosigners and checkpoint`);
  const claimed = readUnverified(checkpoint);
  return claimed.ok ? checked({ ...claimed.value, vkey, cosigners, checkpoint }) : claimed;
}

function entryRow({ record, index, bytes, proof, stated }: EntryToProve): string {
  assert(proof.length <= proofHashesMax, `a proof has at most ${proofHashesMax} hashes`);
  return rowText({
    ...entryMembers(bytes),
    record,
    index,
    proof: proof.map(toBase64),
    ...(stated === undefined ? {} : { stated: stated.map(toBase64) }),
  });
}

function readProven(
  row: string,
  line: number,
  records: readonly Checkpoint[],
): Checked<EvidenceEntry> {
  const members = readMembers(row);
  const bytes = members && entryOf(members);
  const { record, index } = members ?? {};
  const proof = readHashes(members?.['proof']);
  const stated = members?.['stated'] === undefined ? undefined : readHashes(members['stated']);
  const under = typeof record === 'number' ? records[record] : undefined;
  const isEntry =
    bytes !== undefined &&
    typeof record === 'number' &&
    typeof index === 'number' &&
    proof !== undefined &&
    under !== undefined;
  if (!isEntry || entryRow({ record, index, bytes, proof, ...(stated && { stated }) }) !== row) {
    return malformed(`line ${line} is not an entry with its record, index and proof`);
  }
  const leaf = leafHash(bytes);
  if (!verifyInclusion({ leaf, index, size: under.size, root: under.rootHash, proof })) {
    return refused(
      'not-included',
      `The entry of line ${line} is not number ${index} of ${under.origin}.`,
    );
  }
  return checked({ record, index, bytes, leaf, stated });
}

function readHashes(value: CanonicalValue | undefined): Hash[] | undefined {
  if (!isTexts(value, proofHashesMax)) return undefined;
  const hashes = value.map(hashFromBase64);
  return hashes.every((hash) => hash !== undefined) ? hashes : undefined;
}

function isTexts(value: CanonicalValue | undefined, most: number): value is readonly string[] {
  if (!Array.isArray(value) || value.length > most) return false;
  return (value as readonly CanonicalValue[]).every((each) => typeof each === 'string');
}

function isCount(value: CanonicalValue | undefined, most: number): value is number {
  return typeof value === 'number' && value >= 0 && value <= most;
}

function malformed(fault: string) {
  return refused('malformed-evidence', `This is not evidence: ${fault}.`);
}

/** The keys that a file names, read; what is no key is a bug of the caller, who verified it. */
export function keysOf({ vkey, cosigners }: Pick<EvidenceRecord, 'vkey' | 'cosigners'>): {
  readonly key: VerifierKey;
  readonly cosigners: readonly VerifierKey[];
} {
  const read = (text: string): VerifierKey => {
    const key = readVerifierKey(text);
    assert(key.ok, `${text} was read before`);
    return key.value;
  };
  return { key: read(vkey), cosigners: cosigners.map(read) };
}
