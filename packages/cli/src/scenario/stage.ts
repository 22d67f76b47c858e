// Where a scenario is played: one real node a party, each a process with a folder of its own, all
// set to the same clock, and the seats of the cast on their floors.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultKey, freePort, initNode, pairNode, readCard } from '@parley/node';
import type { ClockSetting } from '@parley/node';
import type { Card, SeatRole } from '@parley/protocol';
import { plainSentence } from '../command.ts';
import { startNode, stopNode } from '../node-process.ts';
import type { NodeProcess } from '../node-process.ts';
import { clientOf, enrol } from '../seat/seat-file.ts';
import { openView } from '../seat/view.ts';
import type { View } from '../seat/view.ts';
import type { Scenario } from './schema.ts';

export type StagedNode = {
  readonly party: string;
  readonly name: string;
  readonly folder: string;
  readonly floorPort: number;
  readonly card: Card;
  process: NodeProcess;
  /** False after its plug was pulled, until it is started again. */
  running: boolean;
};

export type Stage = {
  readonly nodes: readonly StagedNode[];
  /** The view of a seat of the cast. */
  readonly seat: (party: string, name: string) => View;
  readonly viewsOf: (party: string) => readonly View[];
  /** Every seat of every node that runs. */
  readonly views: () => readonly View[];
  readonly clock: () => ClockSetting;
  /** Sets the clock of every node. */
  readonly setClock: (setting: ClockSetting) => void;
  /** Ends the process of a node as a cut of its power does. */
  readonly kill: (node: StagedNode) => Promise<void>;
  /** Starts the process of a node again, after it was killed. */
  readonly restart: (node: StagedNode) => Promise<void>;
  readonly close: () => Promise<void>;
};

type Role = SeatRole;
const FLOOR_PORT_FIRST = 8440;
const READY_MS = 20_000;

/**
 * Makes and starts a scenario's nodes under `root` (folders that exist already are used as they
 * are) and seats the cast. `more` are further one-time links that each node prints, for people.
 */
export async function openStage(
  scenario: Scenario,
  root: string,
  clock: ClockSetting,
  more: readonly Role[],
): Promise<Stage> {
  const made = await makeFolders(scenario, root);
  let setting = clock;
  const linksFor = (party: string): Role[] =>
    scenario.seats.filter((seat) => seat.party === party).map(({ role }) => role);
  const nodes = await Promise.all(
    made.map(async (folder, at): Promise<StagedNode> => {
      const floorPort = await freePort(FLOOR_PORT_FIRST + at);
      const seatLinks = [...linksFor(folder.party), ...more];
      const process = await startNode({ folder: folder.folder, floorPort, seatLinks, clock });
      return { ...folder, floorPort, process, running: true };
    }),
  );
  const views = await seatCast(scenario, nodes);
  const all = (): View[] => [...views.values()].flatMap((seats) => [...seats.values()]);
  await Promise.all(all().map(lineStands));
  return {
    nodes,
    seat: (party, name) => {
      const view = views.get(party)?.get(name);
      if (view === undefined) throw new Error(`${name} of ${party} is in the cast`);
      return view;
    },
    viewsOf: (party) => [...(views.get(party)?.values() ?? [])],
    views: () =>
      nodes
        .filter(({ running }) => running)
        .flatMap(({ party }) => [...(views.get(party)?.values() ?? [])]),
    clock: () => setting,
    setClock: (next) => {
      setting = next;
      for (const node of nodes) if (node.running) node.process.setClock(next);
    },
    kill: async (node) => {
      node.running = false;
      node.process.signal('SIGKILL');
      await node.process.ended;
    },
    restart: async (node) => {
      const { folder, floorPort } = node;
      node.process = await startNode({ folder, floorPort, seatLinks: more, clock: setting });
      node.process.setClock(setting);
      node.running = true;
    },
    close: async () => {
      for (const view of all()) view.close();
      const running = nodes.filter((node) => node.running);
      await Promise.all(running.map(async ({ process }) => stopNode(process)));
    },
  };
}

type Folder = Omit<StagedNode, 'process' | 'floorPort' | 'running'>;

/** Nodes made and paired in folders under `root`; what is there already is used as it is. */
export async function makeFolders(
  scenario: Pick<Scenario, 'parties'>,
  root: string,
): Promise<Folder[]> {
  mkdirSync(root, { recursive: true, mode: 0o700 });
  const folders: Folder[] = [];
  for (const { party, name } of scenario.parties) {
    const folder = join(root, party);
    if (!existsSync(join(folder, 'card.json'))) {
      const link = `https://127.0.0.1:${await freePort()}`;
      const key = defaultKey(folder);
      const node = await initNode({ folder, key, party, name, link, nowMs: Date.now() });
      if (!node.ok) throw new Error(plainSentence(node.refusal));
    }
    const card = readCard(readFileSync(join(folder, 'card.json'), 'utf8'));
    if (!card.ok) throw new Error(plainSentence(card.refusal));
    folders.push({ party, name, folder, card: card.value });
  }
  const cards = folders.map(({ card }) => card);
  for (const { folder } of folders) {
    const paired = pairNode(folder, cards);
    if (!paired.ok) throw new Error(plainSentence(paired.refusal));
  }
  return folders;
}

/** Every seat of the cast takes its own one-time link and opens its view. */
async function seatCast(
  scenario: Scenario,
  nodes: readonly StagedNode[],
): Promise<Map<string, Map<string, View>>> {
  const views = new Map<string, Map<string, View>>();
  for (const { party, process } of nodes) {
    const links = [...process.serving.seatLinks];
    const seats = new Map<string, View>();
    for (const { name, role } of scenario.seats.filter((seat) => seat.party === party)) {
      const [invitation] = links.splice(
        links.findIndex((link) => link.role === role),
        1,
      );
      const seat = await enrol(invitation?.link ?? '', name, undefined);
      if (!seat.ok) throw new Error(plainSentence(seat.refusal));
      const view = await openView(clientOf(seat.value));
      if (!view.ok) throw new Error(plainSentence(view.refusal));
      seats.set(name, view.value);
    }
    views.set(party, seats);
  }
  return views;
}

async function lineStands(view: View): Promise<void> {
  const stands = await view.until(() => {
    const alive = view.health().every(({ state }) => state === 'alive');
    return (alive && view.picture.arrangement !== undefined) || undefined;
  }, READY_MS);
  if (stands !== true) throw new Error(`the line of ${view.session.party} did not come to stand`);
}
