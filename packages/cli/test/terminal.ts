// The command line as a test drives it: in this process with its lines collected, or as a process.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { cli } from '../src/index.ts';

export const PROGRAM = fileURLToPath(new URL('../bin/parley.js', import.meta.url));

export type Ran = { readonly code: number; readonly out: string; readonly err: string };

/** Runs one command in this process. */
export async function parley(...args: readonly string[]): Promise<Ran> {
  return parleyWith('', ...args);
}

/** Runs one command in this process with a text on standard input. */
export async function parleyWith(input: string, ...args: readonly string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const lines = input === '' ? [] : input.split('\n');
  const code = await cli(args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    readInput: async () => Promise.resolve(input),
    askSecret: async () => Promise.resolve(lines.shift()),
    stop: new AbortController().signal,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** Runs one command as a process, to its end. */
export async function parleyProcess(...args: readonly string[]): Promise<Ran> {
  const child = start(args);
  const [out, err] = [text(child.stdout), text(child.stderr)];
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code: code ?? -1, out: await out, err: await err };
}

/** Starts a command as a process. */
export function start(args: readonly string[]): ChildProcess & {
  readonly stdout: NonNullable<ChildProcess['stdout']>;
  readonly stderr: NonNullable<ChildProcess['stderr']>;
} {
  return spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** A folder that is removed after the test. */
export function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'parley-cli-'));
  t.after(() => {
    rmSync(path, { recursive: true, force: true });
  });
  return path;
}
