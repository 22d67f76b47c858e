// The record on a disk: durable appends with a checkpoint and a cosignature, beside the bare fsync
// and the bare signature of this machine; and the audit of a long record. Same run, medians.
import { generateKeyPairSync, sign } from 'node:crypto';
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rowOf } from '../packages/engine/src/index.ts';
import {
  cosign,
  leafHash,
  MerkleTree,
  signHead,
  withCosignature,
} from '../packages/ledger/src/index.ts';
import { auditFolder, defaultKey, openFolder, unlock } from '../packages/node/src/index.ts';
import type { NodeFolder } from '../packages/node/src/index.ts';
import type { Unlocked } from '../packages/node/src/secrets.ts';
import { openSqliteStore } from '../packages/node/src/sqlite-store.ts';
import { entryBytes } from '../packages/protocol/src/index.ts';
import type { SeenHead } from '../packages/protocol/src/index.ts';
import { makeFolders } from '../packages/cli/src/index.ts';
import { percentile, printTable } from './figures.ts';
import type { Row } from './figures.ts';
import { longRecord } from './long-record.ts';

const AUDITED = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = 200;
const root = mkdtempSync(join(tmpdir(), 'parley-bench-'));

/** Milliseconds of one turn, the median of many, after as many that are not counted. */
function median(turns: number, work: (turn: number) => void): number {
  for (let turn = 0; turn < turns; turn += 1) work(turn);
  const spans = Array.from({ length: turns }, (_, turn) => {
    const startMs = performance.now();
    work(turn);
    return performance.now() - startMs;
  });
  return percentile(spans, 0.5);
}

function bareFsync(): number {
  const file = openSync(join(root, 'bare'), 'w');
  const page = new Uint8Array(4_096);
  const ms = median(ROUNDS, () => {
    writeSync(file, page);
    fsyncSync(file);
  });
  closeSync(file);
  return ms;
}

function bareSignature(): number {
  const { privateKey } = generateKeyPairSync('ed25519');
  const message = new Uint8Array(200);
  return median(2_000, () => void sign(null, message, privateKey));
}

// As a node appends: rows and our signed head in one transaction; where a peer cosigns the head,
// its cosignature (made here too) in a second one, as it comes later.
async function appends(batch: number, isCosigned: boolean): Promise<number> {
  const home = join(root, `appends-${batch}-${isCosigned}`);
  const parties = ['coalition', 'russia'].map((party) => ({ party, name: party }));
  await makeFolders({ parties }, home);
  const [own, peer] = await Promise.all(
    parties.map(async ({ party }) => unlocked(join(home, party))),
  );
  if (own === undefined || peer === undefined) throw new Error('two folders were made');
  const { keys, card, line } = own;
  if (line === undefined) throw new Error('the folders are paired');
  const store = openSqliteStore(join(home, 'bench.db'));
  const tree = MerkleTree.of([]);
  const ms = median(ROUNDS, () => {
    const rows = Array.from({ length: batch }, () => {
      const index = tree.size;
      const seen: SeenHead[] = [];
      const head = {
        version: 1,
        line: line.line,
        party: card.party,
        index,
        seen,
      } as const;
      const by = { releasedMs: 1_474_113_600_000, draftedBy: 'Watch 1', releasedBy: 'Watch 1' };
      const bytes = entryBytes({ ...head, ...by, body: { type: 'line-check' } });
      tree.append(leafHash(bytes));
      return rowOf(line.line, card.party, index, bytes);
    });
    const head = { origin: keys.record.name, size: tree.size, rootHash: tree.root() };
    const note = signHead(head, keys.record, keys.recordMlDsa);
    const signed = [{ party: card.party, size: tree.size, note }];
    const stored = store.append(rows, { signed, cosigned: [] });
    if (!stored.ok) throw new Error(stored.refusal.fault);
    if (!isCosigned) return;
    const cosigned = withCosignature(note, cosign(note, peer.keys.witness, 1_474_113_600));
    const kept = store.saveCosigned({ party: card.party, size: tree.size, note: cosigned });
    if (!kept.ok) throw new Error(kept.refusal.fault);
  });
  store.close();
  return ms;
}

async function unlocked(path: string): Promise<NodeFolder & Unlocked> {
  const folder = openFolder(path);
  if (!folder.ok) throw new Error(folder.refusal.fault);
  const secrets = await unlock(folder.value, defaultKey(path));
  if (!secrets.ok) throw new Error(secrets.refusal.fault);
  return { ...folder.value, ...secrets.value };
}

async function auditRow(): Promise<Row> {
  const folder = await longRecord(join(root, 'long'), AUDITED);
  const startMs = performance.now();
  const audit = await auditFolder(folder);
  const seconds = (performance.now() - startMs) / 1_000;
  if (!audit.ok || audit.value.faults.length > 0) throw new Error('the record is sound');
  const rate = Math.round(AUDITED / seconds);
  return { figure: `audit of ${AUDITED} entries`, median: `${seconds.toFixed(1)} s`, rate };
}

const fsyncMs = bareFsync();
const rows: Row[] = [
  { figure: '4 KiB written and fsync', median: `${fsyncMs.toFixed(3)} ms`, rate: rateOf(fsyncMs) },
];
const signMs = bareSignature();
rows.push({
  figure: 'Ed25519 signature, node:crypto',
  median: `${signMs.toFixed(3)} ms`,
  rate: rateOf(signMs),
});
for (const [batch, isCosigned] of [
  [1, false],
  [1, true],
  [100, false],
  [100, true],
] as const) {
  const ms = await appends(batch, isCosigned);
  const ratio = (ms / fsyncMs).toFixed(1);
  const heads = isCosigned ? 'checkpoint, cosignature' : 'checkpoint';
  const figure = `append of ${batch}, ${heads}, durable (${ratio} x fsync)`;
  rows.push({ figure, median: `${ms.toFixed(3)} ms`, rate: rateOf(ms / batch) });
}
if (AUDITED > 0) rows.push(await auditRow());
rmSync(root, { recursive: true, force: true });
printTable('The record on a disk; rate: per second', rows);

function rateOf(ms: number): number {
  return Math.round(1_000 / ms);
}
