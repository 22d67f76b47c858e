// Makes the evidence of a statement out of whole records: the entries that it takes, and no more.
import { evidenceText, keysOf, leafHash, MerkleTree } from '@parley/ledger';
import type { EntryToProve, ExportedRecord, Hash } from '@parley/ledger';
import { accept, HashHex, readEntry, refuse } from '@parley/protocol';
import type { Entry, Outcome, PartyId } from '@parley/protocol';
import { refersTo } from '@parley/engine';
import type { EntryName, Statement } from './statement.ts';

/** Of what a party said of one entry, the first so many are proven: enough for every step. */
export const ANSWERS_MAX = 16;

/** A record with its tree, and whose it is: the party that its readable entries name. */
type Source = {
  readonly party: PartyId;
  readonly record: ExportedRecord;
  readonly tree: MerkleTree;
};

/** An entry that was looked up, readable or not. */
type Place = { readonly source: Source; readonly index: number; readonly stated?: readonly Hash[] };

/**
 * The evidence of `claim` from records that `verifyExport` has accepted, one a party. Refuses as
 * `not-found` what is not on record (the entry, a receipt, an answer), as `unknown-party` a party
 * without a record here, and as `root-mismatch` records that contradict each other.
 */
export function makeEvidence(
  claim: Statement,
  records: readonly ExportedRecord[],
): Outcome<string> {
  const sources = records.flatMap(sourceOf);
  const author = sources.find(({ party }) => party === claim.of.party);
  if (author === undefined) return noRecord(claim.of.party, sources);
  if (claim.of.index >= author.record.size) {
    const fault = `the record of ${author.party} has ${author.record.size} entries`;
    return refuse('not-found', 'of', fault, `an index below ${author.record.size}`);
  }
  const said: Place = { source: author, index: claim.of.index };
  if (claim.statement === 'said') return accept(textOf(claim, [author], [said]));
  const by = sources.find(({ party }) => party === claim.by);
  if (by === undefined) return noRecord(claim.by, sources);
  if (by === author) {
    const fault = `${claim.by} is the author itself`;
    return refuse('not-to-self', 'by', fault, 'the party that received it or answered');
  }
  const entries =
    claim.statement === 'answered'
      ? answered(said, by)
      : claim.statement === 'received'
        ? received(said, by)
        : timed(said, by);
  return entries.ok ? accept(textOf(claim, [author, by], entries.value)) : entries;
}

function sourceOf(record: ExportedRecord): Source[] {
  const party = partyOf(record);
  if (party === undefined) return [];
  return [{ party, record, tree: MerkleTree.of(record.bytes.map(leafHash)) }];
}

/** Whose record it is, by the first of its entries that can be read; undefined when none can. */
export function partyOf({ bytes }: ExportedRecord): PartyId | undefined {
  for (const each of bytes) {
    const entry = readEntry(each);
    if (entry.ok) return entry.value.party;
  }
  return undefined;
}

function noRecord(party: PartyId, sources: readonly Source[]): Outcome<never> {
  const have = sources.map((source) => source.party).join(', ');
  return refuse('unknown-party', 'party', `no record of ${party} is given`, have || 'a record');
}

/** The entry as the receiver's first receipt of it states it, and that receipt. */
function received(said: Place, by: Source): Outcome<readonly Place[]> {
  const { party } = said.source;
  const receipt = entriesOf(by).find(
    ({ entry: { body } }) =>
      body.type === 'received' && body.party === party && body.index >= said.index,
  );
  if (receipt?.entry.body.type !== 'received') {
    const fault = `${by.party} has not receipted ${party}/${said.index}`;
    return refuse('not-found', 'by', fault, 'an entry under a receipt on the record of the other');
  }
  const { size, root } = receipt.entry.body;
  const stated = statedProof(said.source, said.index, size, root);
  if (!stated.ok) return stated;
  return accept([
    { ...said, stated: stated.value },
    { source: by, index: receipt.index },
  ]);
}

/** The newest entry of `by` that the author had seen, the entry, and the first receipt of it. */
function timed(said: Place, by: Source): Outcome<readonly Place[]> {
  const after = received(said, by);
  if (!after.ok) return after;
  const entry = readEntry(said.source.record.bytes[said.index] ?? new Uint8Array());
  const seen = entry.ok ? entry.value.seen.find(({ party }) => party === by.party) : undefined;
  if (seen === undefined || seen.size === 0) return after;
  const index = seen.size - 1;
  const stated = statedProof(by, index, seen.size, seen.root);
  if (!stated.ok) return stated;
  return accept([{ source: by, index, stated: stated.value }, ...after.value]);
}

function answered(said: Place, by: Source): Outcome<readonly Place[]> {
  const leaf = HashHex.parse(said.source.tree.leaf(said.index).toHex());
  const ref = { party: said.source.party, index: said.index, leaf };
  const answers = entriesOf(by).filter(
    ({ entry: { body } }) => body.type !== 'received' && refersTo(body, ref),
  );
  if (answers.length === 0) {
    const fault = `${by.party} has said nothing of ${ref.party}/${ref.index}`;
    return refuse('not-found', 'by', fault, 'an entry that was answered');
  }
  const first = answers.slice(0, ANSWERS_MAX).map(({ index }) => ({ source: by, index }));
  return accept([said, ...first]);
}

function entriesOf({ record }: Source): { readonly index: number; readonly entry: Entry }[] {
  return record.bytes.flatMap((bytes, index) => {
    const entry = readEntry(bytes);
    return entry.ok ? [{ index, entry: entry.value }] : [];
  });
}

/** The inclusion proof under a head that another party's entry states. */
function statedProof(
  { party, tree }: Source,
  index: number,
  size: number,
  root: string,
): Outcome<readonly Hash[]> {
  if (size <= tree.size && index < size && tree.root(size).toHex() === root) {
    return accept(tree.inclusionProof(index, size));
  }
  const fault = `another entry states a head of ${size} entries of ${party} that this is not`;
  return refuse('root-mismatch', 'records', fault, 'records that continue what the others saw');
}

function textOf(claim: Statement, sources: readonly Source[], places: readonly Place[]): string {
  // One file, small enough to print: the second, ML-DSA-44 signature stays with the whole record.
  const records = sources.map(({ record }) => {
    const { key, cosigners } = keysOf(record);
    const kept = cosigners.filter(({ type }) => type === 'cosignature-ed25519');
    return { key, cosigners: kept, checkpoint: record.checkpoint };
  });
  const entries = places.map(({ source, index, stated }): EntryToProve => ({
    record: sources.indexOf(source),
    index,
    bytes: source.record.bytes[index] ?? new Uint8Array(),
    proof: source.tree.inclusionProof(index),
    ...(stated === undefined ? {} : { stated }),
  }));
  return evidenceText({ claim, records, entries });
}

/** "coalition/12" read as an entry's place. Refuses as malformed. */
export function readEntryName(text: string): Outcome<EntryName> {
  const [, party = '', index = ''] = /^([a-z][a-z0-9-]{1,31})\/(0|[1-9]\d{0,14})$/.exec(text) ?? [];
  if (party === '') {
    const fault = `"${text.slice(0, 60)}" names no entry`;
    return refuse('malformed', 'entry', fault, 'PARTY/INDEX, such as coalition/12');
  }
  return accept({ party: party as PartyId, index: Number(index) });
}
