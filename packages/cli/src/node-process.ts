// A node as a process of its own, started as a person would start it: with `parley serve`.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { ClockSetting } from '@parley/node';
import { writeInstant } from '@parley/geo';
import type { Serving } from './commands/serve.ts';
import type { SeatRole } from '@parley/protocol';

const PROGRAM = fileURLToPath(new URL('../bin/parley.js', import.meta.url));
const START_MS = 60_000;

export type NodeProcess = {
  readonly serving: Serving;
  readonly pid: number;
  /** How the process ended, once it has. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
  /** Sets the replay clock anew; only for a node that was started with one. */
  readonly setClock: (setting: ClockSetting) => void;
  readonly signal: (signal: 'SIGTERM' | 'SIGKILL' | 'SIGSTOP' | 'SIGCONT') => void;
};

/** Starts a node and waits until it serves. Throws with the node's own sentence if it does not. */
export async function startNode(args: {
  readonly folder: string;
  readonly floorHost?: string;
  readonly floorPort: number;
  readonly seatLinks: readonly SeatRole[];
  readonly clock: ClockSetting | undefined;
}): Promise<NodeProcess> {
  const { folder, floorPort, seatLinks, clock } = args;
  const words = ['serve', '--json', '--folder', folder, '--floor-port', String(floorPort)];
  if (args.floorHost !== undefined) words.push('--floor-host', args.floorHost);
  if (seatLinks.length > 0) words.push('--seat-links', seatLinks.join(','));
  if (clock !== undefined) words.push(...clockWords(clock));
  const child = spawn(process.execPath, [PROGRAM, ...words], { stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = endOf(child);
  const said = text(child.stderr);
  const first = await firstLine(child, ended);
  if (first === undefined) {
    child.kill('SIGKILL');
    throw new Error(`the node in ${folder} did not start: ${(await said).trim()}`);
  }
  const serving = JSON.parse(first) as Serving;
  // A node that was killed takes no more settings; that is seen by `ended`, not here.
  child.stdin.on('error', () => undefined);
  return {
    serving,
    pid: serving.pid,
    ended,
    setClock: ({ startMs, anchorMs, rate }) => {
      child.stdin.write(`${startMs} ${anchorMs} ${rate}\n`);
    },
    signal: (name) => {
      child.kill(name);
    },
  };
}

/** Asks a node to stop and waits until it has. Gives its exit code. */
export async function stopNode(node: NodeProcess): Promise<number | null> {
  node.signal('SIGTERM');
  return (await node.ended).code;
}

function clockWords({ startMs, anchorMs, rate }: ClockSetting): string[] {
  const start = writeInstant(Math.round(startMs)).replace(' ', 'T');
  const numbers = ['--clock-anchor', String(anchorMs), '--clock-rate', String(rate)];
  return ['--clock-start', start, ...numbers, '--clock-input'];
}

async function endOf(
  child: ChildProcess,
): Promise<{ readonly code: number | null; readonly signal: string | null }> {
  const { promise, resolve } = Promise.withResolvers<{
    readonly code: number | null;
    readonly signal: string | null;
  }>();
  child.once('exit', (code, signal) => {
    resolve({ code, signal });
  });
  return promise;
}

async function firstLine(
  child: ChildProcess,
  ended: Promise<unknown>,
): Promise<string | undefined> {
  if (child.stdout === null) throw new Error('the standard output is a pipe');
  const lines = createInterface({ input: child.stdout });
  const timer = new AbortController();
  const line = once(lines, 'line', { signal: timer.signal }).then(
    ([first]) => String(first),
    () => undefined,
  );
  const late = setTimeout(() => {
    timer.abort();
  }, START_MS);
  const found = await Promise.race([line, ended.then(() => undefined)]);
  clearTimeout(late);
  return found;
}
