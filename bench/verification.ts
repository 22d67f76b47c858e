// What a node does with a peer's entries before the engine sees them: leaf hashes, the root, and
// one signature over each batch. It is apart from folding, and is stated apart.
import { acceptBatch, leafHash, MerkleTree, openMirror } from '../packages/ledger/src/index.ts';
import { signCheckpoint, signerKey } from '../packages/ledger/src/index.ts';
import type { Batch } from '../packages/ledger/src/index.ts';
import { percentile } from './figures.ts';
import type { Row } from './figures.ts';
import type { Stored } from './mixed-record.ts';

const BATCH_ENTRIES = 100;
const SINGLE_BATCHES = 500;

/** Verification of one party's record in batches of a hundred, and of entries one by one. */
export function verificationRows(stored: readonly Stored[]): Row[] {
  const record = stored.filter(({ party }) => party === stored[0]?.party);
  const entries = record.map(({ bytes }) => bytes);
  return [
    row(`verify a batch of ${BATCH_ENTRIES} entries`, entries, BATCH_ENTRIES),
    row('verify a batch of one entry', entries.slice(0, SINGLE_BATCHES), 1),
  ];
}

function row(figure: string, entries: readonly Uint8Array[], size: number): Row {
  const key = signerKey('north.example/line', 'ed25519', new Uint8Array(32).fill(7));
  const batches = batchesOf(entries, size, key);
  const opened = openMirror(key, [], '');
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  let mirror = opened.value;
  const spans = batches.map((batch) => {
    const startMs = performance.now();
    const accepted = acceptBatch(mirror, batch);
    const spanMs = performance.now() - startMs;
    if (!accepted.ok) throw new Error(accepted.refusal.sentence);
    mirror = accepted.value.mirror;
    return spanMs;
  });
  const median = percentile(spans, 0.5);
  const rate = `${Math.round((size / median) * 1_000).toLocaleString('en')} /s`;
  const worst = `${Math.max(...spans).toFixed(2)} ms`;
  return { figure, median: `${median.toFixed(2)} ms`, worst, CPU: '', rate };
}

function batchesOf(
  entries: readonly Uint8Array[],
  size: number,
  key: ReturnType<typeof signerKey>,
): Batch[] {
  const tree = MerkleTree.of([]);
  const batches: Batch[] = [];
  for (let firstIndex = 0; firstIndex < entries.length; firstIndex += size) {
    const part = entries.slice(firstIndex, firstIndex + size);
    for (const bytes of part) tree.append(leafHash(bytes));
    const head = { origin: key.name, size: tree.size, rootHash: tree.root() };
    batches.push({ firstIndex, entries: part, checkpoint: signCheckpoint(head, key) });
  }
  return batches;
}
