// Two paired nodes as processes of their own, for tests that kill, stop and restart them.
import type { TestContext } from 'node:test';
import { join } from 'node:path';

import { freePort, makeFolders, startNode, stopNode } from '../src/index.ts';
import type { NodeProcess } from '../src/index.ts';
import { folder } from './terminal.ts';
import type { SeatRole } from '@parley/protocol';

export type TestNode = {
  readonly party: string;
  readonly folder: string;
  readonly floorPort: number;
  process: NodeProcess;
};

const PARTIES = [
  { party: 'coalition', name: 'Coalition' },
  { party: 'russia', name: 'Russia' },
] as const;

/** Folders of two paired nodes under a temporary root; nothing runs yet. */
export async function pairedFolders(t: TestContext): Promise<string> {
  const root = folder(t);
  await makeFolders({ parties: PARTIES }, root);
  return root;
}

/** Both nodes, running; each prints links for two releasers, a watch and a commander. */
export async function startBoth(t: TestContext): Promise<readonly [TestNode, TestNode]> {
  const root = await pairedFolders(t);
  const starts = await Promise.allSettled(
    PARTIES.map(async ({ party }): Promise<TestNode> => {
      const node = { party, folder: join(root, party), floorPort: await freePort() };
      return { ...node, process: await startTestNode(node) };
    }),
  );
  const nodes = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  // A node that did not start must not leave the other one running.
  t.after(async () => {
    await Promise.all(nodes.map(async (node) => stopNode(node.process)));
  });
  const [coalition, russia] = nodes;
  if (coalition === undefined || russia === undefined) {
    throw new Error('two nodes were to start', { cause: starts });
  }
  return [coalition, russia];
}

export async function startTestNode(node: Omit<TestNode, 'process'>): Promise<NodeProcess> {
  const { folder: path, floorPort } = node;
  const seatLinks = ['releaser', 'watch', 'commander'] as const;
  return startNode({ folder: path, floorPort, seatLinks, clock: undefined });
}

/** The n-th one-time link of a role that a node printed at its start. */
export function linkOf(node: TestNode, role: SeatRole, nth = 0): string {
  const links = node.process.serving.seatLinks.filter((link) => link.role === role);
  const link = links[nth]?.link;
  if (link === undefined) throw new Error(`${node.party} printed no such link`);
  return link;
}
