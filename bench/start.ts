// The start of a node with 100,000 entries on record: from the process's start to its address, its
// page and the last entry of its stream. The node is killed each time, so nothing is warm but the
// file cache and Node's compiled code.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientOf, enrol, freePort, startNode } from '@parley/cli';
import { percentile, printTable } from './figures.ts';
import { longRecord } from './long-record.ts';

const ENTRIES = Number(process.argv[2] ?? 100_000);
const ROUNDS = 5;

const root = mkdtempSync(join(tmpdir(), 'parley-bench-'));
const folder = await longRecord(root, ENTRIES);
const spans = {
  serving: [] as number[],
  page: [] as number[],
  first: [] as number[],
  all: [] as number[],
};
for (let round = 0; round < ROUNDS; round += 1) {
  const startMs = performance.now();
  const seatLinks = ['watch'] as const;
  const floorPort = await freePort();
  const node = await startNode({ folder, floorPort, seatLinks, clock: undefined });
  spans.serving.push(performance.now() - startMs);
  const page = await fetch(node.serving.floor);
  await page.arrayBuffer();
  spans.page.push(performance.now() - startMs);
  const link = node.serving.seatLinks.at(-1)?.link ?? '';
  const seat = await enrol(link, `Watch ${round}`, undefined);
  if (!seat.ok) throw new Error(seat.refusal.fault);
  const rows = await streamed(clientOf(seat.value), startMs);
  // Our own signature under the arrangement is there already; nothing else is said at a start.
  if (rows !== ENTRIES) throw new Error(`${rows} entries came, not ${ENTRIES}`);
  node.signal('SIGKILL');
  await node.ended;
}
rmSync(root, { recursive: true, force: true });

const row = (name: string, values: readonly number[]): Record<string, string> => ({
  [`${ENTRIES} entries on record, ${ROUNDS} starts, seconds`]: name,
  median: (percentile(values, 0.5) / 1_000).toFixed(2),
  max: (Math.max(...values) / 1_000).toFixed(2),
});
printTable('Start of a node with a long record', [
  row('until it prints its address', spans.serving),
  row('until its page is served', spans.page),
  row('until the first entries are on a floor', spans.first),
  row('until all entries are on a floor', spans.all),
]);

/** Reads the stream until it has caught up; gives the number of entries. */
async function streamed(client: ReturnType<typeof clientOf>, startMs: number): Promise<number> {
  const stopping = new AbortController();
  let rows = 0;
  for await (const { event } of client.events(0, stopping.signal)) {
    if (event.name === 'entries') {
      if (rows === 0) spans.first.push(performance.now() - startMs);
      rows += event.value.rows.length;
    }
    if (event.name === 'caughtUp') break;
  }
  spans.all.push(performance.now() - startMs);
  return rows;
}
