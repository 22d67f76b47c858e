// Ports of this machine for nodes that are made and started by a program: the demo, tests, benches.
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Outside of the range from which the kernel gives ports to outgoing connections (it starts at
 * 32768): a node that is started again must find its port as it left it.
 */
const FIRST = 15_000;
const BLOCK = 50;
const BLOCKS = 340;

// A link's port is written on a card long before anything listens there. Processes that prepare
// nodes at the same time therefore draw from blocks of their own, each port once.
let drawn = 0;

/** `wanted` if nothing listens there on 127.0.0.1, else the next port that is free. */
export async function freePort(wanted = nextPort()): Promise<number> {
  for (let port = wanted, tries = 0; tries < BLOCK; port = nextPort(), tries += 1) {
    if (await isFree(port)) return port;
  }
  throw new Error(`${BLOCK} ports of this machine were tried, and something listens at each`);
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}

function nextPort(): number {
  const port = FIRST + (process.pid % BLOCKS) * BLOCK + (drawn % BLOCK);
  drawn += 1;
  return port;
}
