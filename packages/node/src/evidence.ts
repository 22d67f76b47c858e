// What an investigator takes away: a whole record, or one entry with its proof, for offline use.
import { isBy, readNote, verifyCosignature, withCosignature } from '@parley/ledger';
import type { entryProofText, exportRecord, MerkleTree, VerifierKey } from '@parley/ledger';
import { accept, refuse } from '@parley/protocol';
import type { Outcome } from '@parley/protocol';
import type { Member } from './member.ts';
import type { LineRunner } from './line-runner.ts';

type ExportArguments = Parameters<typeof exportRecord>[0];
type ProofArguments = Parameters<typeof entryProofText>[0];

/** The newest cosigned head of a member's record, else its newest signed one, and its tree. */
function headOf(
  runner: LineRunner,
  member: Member,
): Outcome<{ size: number; note: string; tree: MerkleTree; cosigned: boolean }> {
  const { store, line } = runner;
  const tree = member.party === line.self ? line.own : line.mirrors.get(member.party)?.tree;
  const cosigned = store.cosigned(member.party);
  const head = cosigned ?? store.checkpoint(member.party);
  if (tree === undefined || head === undefined) {
    return refuse('not-found', 'party', `nothing is on record of ${member.party}`, 'an entry');
  }
  return accept({ size: head.size, note: head.note, tree, cosigned: cosigned !== undefined });
}

/** Everything that exportRecord needs for a member's record up to its newest cosigned head. */
export function exportOf(runner: LineRunner, member: Member): Outcome<ExportArguments> {
  const head = headOf(runner, member);
  if (!head.ok) return head;
  const { size, note, cosigned } = head.value;
  const independent = member.party === runner.line.self ? witnessedAt(runner, size) : [];
  const members = cosigned ? cosignersOf(runner, member, note) : [];
  return accept({
    key: member.record,
    cosigners: [member.recordMlDsa, ...members, ...independent.map(({ key }) => key)],
    entries: entriesOf(runner, member, size),
    checkpoint: independent.reduce((all, { line }) => withCosignature(all, line), note),
  });
}

/** Everything that entryProofText needs for one entry. */
export function proofOf(
  runner: LineRunner,
  member: Member,
  index: number,
): Outcome<ProofArguments> {
  const head = headOf(runner, member);
  if (!head.ok) return head;
  const { size, note, tree } = head.value;
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) {
    return refuse('not-found', 'index', `entry ${index} is not under a head yet`, `below ${size}`);
  }
  return accept({ index, proof: tree.inclusionProof(index, size), checkpoint: note });
}

type Independent = { readonly key: VerifierKey; readonly line: string };

/** Cosignatures of independent witnesses on our head of just this size. */
function witnessedAt({ store, witnesses }: LineRunner, size: number): Independent[] {
  return witnesses.flatMap((key) => {
    const held = store.witnessed(key.vkey);
    const note = held?.size === size ? readNote(held.note) : undefined;
    const line =
      note?.ok === true ? note.value.signatures.find((found) => isBy(found, key)) : undefined;
    return line === undefined ? [] : [{ key, line: line.line }];
  });
}

// Only keys that did cosign this head may be named in the file.
function cosignersOf(runner: LineRunner, member: Member, note: string): VerifierKey[] {
  return [...runner.members.values()]
    .filter(({ party }) => party !== member.party)
    .map(({ witness }) => witness)
    .filter((witness) => verifyCosignature(note, witness).ok);
}

function* entriesOf(runner: LineRunner, member: Member, size: number): Generator<Uint8Array> {
  const page = 1_000;
  for (let from = 0; from < size; from += page) {
    const rows = runner.store.record(member.party, from, Math.min(page, size - from));
    for (const { bytes } of rows) yield bytes;
  }
}
