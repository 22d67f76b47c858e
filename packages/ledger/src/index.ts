// Records that nobody can rewrite unseen: canonical entries, Merkle proofs, signed checkpoints,
// cosignatures, mirrors of other parties' records, and evidence that stands without this software.

export type { Checked, LedgerCode, LedgerRefusal } from './reading.ts';
export * from './limits.ts';
export { canonicalBytes, readCanonical } from './canonical.ts';
export type { CanonicalValue } from './canonical.ts';
export { emptyRoot, leafHash, MerkleTree } from './merkle.ts';
export type { Hash } from './merkle.ts';
export { verifyConsistency, verifyInclusion } from './merkle-proof.ts';
export { deviceKey, readVerifierKey, shortKey, signerKey } from './key.ts';
export type { KeyType, SeededKey, SignerKey, VerifierKey } from './key.ts';
export { isBy, readNote, signNote, verifyNote } from './note.ts';
export type { Note, NoteSignature } from './note.ts';
export { checkpointText, readCheckpoint } from './checkpoint-text.ts';
export type { Checkpoint } from './checkpoint-text.ts';
export { signCheckpoint, verifyCheckpoint } from './checkpoint.ts';
export { cosign, signHead, verifyCosignature, withCosignature } from './cosignature.ts';
export { acceptBatch, openMirror } from './mirror.ts';
export type { Accepted, Batch, Head, Mirror } from './mirror.ts';
export { forkEvidenceText, verifyForkEvidence } from './fork.ts';
export type { ForkEvidence } from './fork.ts';
export { entryProofText, readCosigned, verifyEntryProof } from './proof.ts';
export type { Cosigned, ProvenEntry } from './proof.ts';
export { readPolicy, verifyWithPolicy } from './policy.ts';
export type { Policy, PolicyLog, PolicyWitness } from './policy.ts';
export { addCheckpointText, judgeCheckpoint, readAddCheckpoint } from './witness.ts';
export type { AddCheckpoint, WitnessVerdict } from './witness.ts';
export { evidenceText, keysOf, verifyEvidence } from './evidence.ts';
export type { EntryToProve, Evidence, EvidenceEntry, EvidenceRecord } from './evidence.ts';
export { exportRecord, verifyExport } from './record.ts';
export type { ExportedRecord } from './record.ts';
export {
  bundleBytes,
  bundledEntryBytesMax,
  readBundle,
  readTilePath,
  tileBytes,
  tilePath,
  tilesOf,
  verifyTiles,
} from './tiles.ts';
export type { Tile } from './tiles.ts';
