// Every bound of this package. Whoever sends more is refused by name, before any work is done.

/** The deepest nesting of arrays and objects in an entry. */
export const canonicalDepthMax = 32;

/** The largest entry of a record, bytes. */
export const entryBytesMax = 1_048_576;

/** The most entries a batch may bring. */
export const batchEntriesMax = 10_000;

/** The most bytes the entries of one batch may have together. */
export const batchBytesMax = 67_108_864;

/** The most leaves a tree in memory may hold. */
export const treeLeavesMax = 67_108_864;

/** The longest key name (and so origin), bytes of UTF-8: what tlog-cosignature can carry. */
export const keyNameBytesMax = 255;

/** The most signature lines in a note; signed-note asks verifiers for at least 16. */
export const noteSignaturesMax = 64;

/** The largest signature in a note, bytes; ML-DSA-87 has 4 627. */
export const signatureBytesMax = 8_192;

/** The longest note, UTF-16 code units. */
export const noteCharactersMax = 786_432;

/** The most hashes in an inclusion proof; a consistency proof has at most twice as many. */
export const proofHashesMax = 63;

/** The most opaque extra bytes an exported proof may carry. */
export const proofExtraBytesMax = 1_048_576;

/** The longest exported record, UTF-16 code units. */
export const recordCharactersMax = 268_435_456;

/** The most records that an evidence file may speak of. */
export const evidenceRecordsMax = 16;

/** The most entries that an evidence file may prove. */
export const evidenceEntriesMax = 64;

/** The longest evidence file, UTF-16 code units. */
export const evidenceCharactersMax = 16_777_216;

/** The longest policy, UTF-16 code units: a witness with an ML-DSA-44 key takes some 1,800. */
export const policyCharactersMax = 1_048_576;

/** The most lines of a policy. */
export const policyLinesMax = 4_096;

/** The longest add-checkpoint request, UTF-16 code units. */
export const addCheckpointCharactersMax = 262_144;
