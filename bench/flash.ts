// FLASH warnings between two nodes on this machine: from the sender's HTTP request to the event on
// the receiver's floor. Both nodes are processes of their own, and both have committed it by then.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientOf, enrol, freePort, makeFolders, startNode, stopNode } from '@parley/cli';
import type { NodeProcess } from '@parley/cli';
import type { Body } from '../packages/protocol/src/index.ts';
import { percentile, printTable } from './figures.ts';

const WARNINGS = 200;
const WARM_UP = 20;
const PARTIES = [
  { party: 'coalition', name: 'Coalition' },
  { party: 'russia', name: 'Russia' },
] as const;

type Client = ReturnType<typeof clientOf>;

const root = mkdtempSync(join(tmpdir(), 'parley-bench-'));
await makeFolders({ parties: PARTIES }, root);
const nodes = await Promise.all(
  PARTIES.map(async ({ party }) =>
    startNode({
      folder: join(root, party),
      floorPort: await freePort(),
      seatLinks: [],
      clock: undefined,
    }),
  ),
);
const [sender, receiver] = await Promise.all(nodes.map(async (node) => seatOn(node)));
if (sender === undefined || receiver === undefined) throw new Error('two nodes were started');

const stopping = new AbortController();
const arrivedMs = new Map<string, number>();
let wake = (): void => {};
const listening = listen(receiver);
const [toEvent, toAnswer]: [number[], number[]] = [[], []];
for (let round = 0; round < WARM_UP + WARNINGS; round += 1) {
  const sentMs = performance.now();
  const said = await sender.call('say', {}, { body: warning(round) });
  const answeredMs = performance.now();
  if (!said.ok) throw new Error(said.refusal.fault);
  const id = `${said.value.ref.party}/${said.value.ref.index}`;
  while (!arrivedMs.has(id)) {
    await new Promise<void>((resume) => {
      wake = resume;
    });
  }
  if (round < WARM_UP) continue;
  toEvent.push((arrivedMs.get(id) ?? 0) - sentMs);
  toAnswer.push(answeredMs - sentMs);
}
stopping.abort();
await listening;
await Promise.all(nodes.map(async (node) => stopNode(node)));
rmSync(root, { recursive: true, force: true });

const row = (name: string, values: readonly number[]): Record<string, string> => ({
  [`${WARNINGS} FLASH warnings, one after another, milliseconds`]: name,
  p50: percentile(values, 0.5).toFixed(1),
  p99: percentile(values, 0.99).toFixed(1),
  max: Math.max(...values).toFixed(1),
});
printTable('FLASH warning between two nodes, both on this machine, durable on both', [
  row("request to the event on the other side's floor", toEvent),
  row('request to its answer (durable on the own side)', toAnswer),
]);

async function seatOn(node: NodeProcess): Promise<Client> {
  const seat = await enrol(node.serving.seatLinks[0]?.link ?? '', 'Watch 1', undefined);
  if (!seat.ok) throw new Error(seat.refusal.fault);
  return clientOf(seat.value);
}

/** Notes when each entry of the sender came to the receiver's floor. */
async function listen(client: Client): Promise<void> {
  try {
    for await (const { event } of client.events(0, stopping.signal)) {
      if (event.name !== 'entries') continue;
      const nowMs = performance.now();
      for (const { party, index } of event.value.rows) arrivedMs.set(`${party}/${index}`, nowMs);
      wake();
    }
  } catch (fault) {
    if (!stopping.signal.aborted) throw fault;
  }
}

function warning(round: number): Body {
  const startMs = Date.now();
  return {
    type: 'warning',
    status: 'test',
    hazard: 'aircraft-endangered',
    atRisk: 'civil-aircraft',
    request: 'turn-away',
    volumes: [
      {
        outline: {
          kind: 'circle',
          centre: { latE7: 352_600_000 + round * 1_000, lonE7: 401_500_000 },
          radiusCentimetres: 300_000,
        },
        band: { lower: { kind: 'surface' }, upper: { kind: 'unlimited' } },
        window: { startMs, endMs: startMs + 600_000 },
      },
    ],
    words: { text: `Warning ${round} of the bench.`, language: 'en' },
  };
}
