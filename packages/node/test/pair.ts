// Two real nodes on this machine, paired, each with its own folder, ports and keys; and seats on
// their floors, as a browser would hold them. For tests of this package and of the page.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { floorClient } from '@parley/client';
import type { Fetch, FloorClient } from '@parley/client';
import { DEFAULT_ARRANGEMENT } from '@parley/protocol';
import type { Arrangement, FloorEvent, SeatRole } from '@parley/protocol';
import {
  defaultKey,
  freePort,
  initNode,
  pairNode,
  readCard,
  serveNode,
  systemClock,
} from '../src/index.ts';
import type { Clock, RunningNode, Token } from '../src/index.ts';

export type Side = 'coalition' | 'russia';
export type TestNode = {
  readonly folder: string;
  readonly party: Side;
  running: RunningNode;
  /** Stops the node if it runs and starts it anew on the same ports and folder. */
  readonly restart: (rejoin?: boolean) => Promise<void>;
};

export type Pair = {
  readonly coalition: TestNode;
  readonly russia: TestNode;
  readonly stop: () => Promise<void>;
};

export type PairOptions = {
  readonly clocks?: Partial<Record<Side, Clock>>;
  readonly arrangement?: Arrangement;
  readonly pageFolder?: string;
  /** Holds the record key of the coalition. */
  readonly token?: Token;
  /** An empty folder to work in; a new temporary one by default. */
  readonly root?: string;
};

const PAGE_FOLDER = new URL('../../web/dist', import.meta.url).pathname;

/** Two paired nodes that have heard each other. */
export async function startPair(options: PairOptions = {}): Promise<Pair> {
  const root = options.root ?? mkdtempSync(join(tmpdir(), 'parley-pair-'));
  const sides: readonly Side[] = ['coalition', 'russia'];
  const linkPorts = await Promise.all(sides.map(async () => freePort()));
  const cards = await Promise.all(
    sides.map(async (party, at) => {
      const made = await initNode({
        folder: join(root, party),
        party,
        name: party === 'coalition' ? 'Coalition' : 'Russia',
        link: `https://127.0.0.1:${linkPorts[at]}`,
        key: defaultKey(join(root, party)),
        token: party === 'coalition' ? options.token : undefined,
        nowMs: Date.now(),
      });
      if (!made.ok) throw new Error(JSON.stringify(made.refusal));
      const card = readCard(readFileSync(made.value.cardPath, 'utf8'));
      if (!card.ok) throw new Error(JSON.stringify(card.refusal));
      return card.value;
    }),
  );
  for (const party of sides) {
    const paired = pairNode(join(root, party), cards, options.arrangement ?? DEFAULT_ARRANGEMENT);
    if (!paired.ok) throw new Error(JSON.stringify(paired.refusal));
  }
  const [coalition, russia] = await Promise.all(
    sides.map(async (party, at) => testNode(root, party, linkPorts[at] ?? 0, options)),
  );
  if (coalition === undefined || russia === undefined) throw new Error('two sides were started');
  const pair: Pair = {
    coalition,
    russia,
    stop: async () => {
      await Promise.all([coalition.running.stop(), russia.running.stop()]);
      if (options.root === undefined) rmSync(root, { recursive: true, force: true });
    },
  };
  try {
    await Promise.all([arrangementInForce(coalition.running), arrangementInForce(russia.running)]);
  } catch (error) {
    await pair.stop();
    throw error;
  }
  return pair;
}

async function testNode(
  root: string,
  party: Side,
  linkPort: number,
  options: PairOptions,
): Promise<TestNode> {
  const folder = join(root, party);
  const start = async (floorPort: number, rejoin = false): Promise<RunningNode> => {
    const served = await serveNode({
      folder,
      rejoin,
      key: defaultKey(folder),
      floorHost: '127.0.0.1',
      floorPort,
      linkHost: '127.0.0.1',
      linkPort,
      pageFolder: options.pageFolder ?? PAGE_FOLDER,
      clock: options.clocks?.[party] ?? systemClock(),
      random: () => 0,
    });
    if (!served.ok) throw new Error(JSON.stringify(served.refusal));
    return served.value;
  };
  const node: TestNode = {
    folder,
    party,
    running: await start(await freePort()),
    restart: async (rejoin = false) => {
      const port = Number(new URL(node.running.floorOrigin).port);
      await node.running.stop().catch(() => undefined);
      node.running = await start(port, rejoin);
    },
  };
  return node;
}

async function arrangementInForce(node: RunningNode): Promise<void> {
  while (node.runner.line.picture.arrangement === undefined) {
    await once(node.runner.events, 'rows', { signal: AbortSignal.timeout(10_000) });
  }
}

export type TestSeat = {
  readonly client: FloorClient;
  readonly path: string;
  readonly cookie: string;
  /** Reads the stream from the start until `wanted` gives something; fails after 10 s. */
  readonly until: <T>(wanted: (event: FloorEvent) => T | undefined) => Promise<T>;
};

/** Enrols a seat at a node, over HTTP, with a one-time link. */
export async function enrolSeat(
  node: RunningNode,
  name: string,
  role: SeatRole,
  link = node.seatLink(role),
): Promise<TestSeat> {
  const token = new URL(link).hash.slice(1);
  const answer = await fetch(`${node.floorOrigin}/enrol`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, name }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  const { path } = (await answer.json()) as { path: string };
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const seat = path.split('/')[2] ?? '';
  const withCookie: Fetch = async (url, init) => {
    const headers = new Headers(init.headers);
    headers.set('cookie', cookie);
    return fetch(url, { ...init, headers });
  };
  const client = floorClient({ fetch: withCookie, base: node.floorOrigin, seat });
  return {
    client,
    path,
    cookie,
    until: async (wanted) => {
      const signal = AbortSignal.timeout(10_000);
      for await (const { event } of client.events(0, signal)) {
        const found = wanted(event);
        if (found !== undefined) return found;
      }
      throw new Error('the stream ended');
    },
  };
}
