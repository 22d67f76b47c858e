#!/usr/bin/env node
// Starts the command line on Node 26: in this process if it is one, else in the pinned Node that
// the install put into node_modules, with the same standard streams, signals and exit code.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NODE_MAJOR = 26;
const own = fileURLToPath(import.meta.url);

if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) {
  delete process.env.PARLEY_REEXEC;
  await import('../src/main.ts');
} else {
  const pinned = pinnedNode(dirname(own));
  if (pinned === undefined) {
    process.stderr.write(
      `parley needs Node ${NODE_MAJOR} and this is ${process.version}: run "node setup.mjs" in ` +
        `Parley's folder, which installs it there, or install Node ${NODE_MAJOR} yourself.\n`,
    );
    process.exitCode = 1;
  } else {
    passOn(pinned);
  }
}

/** The nearest node_modules/.bin/node above `folder`, if there is one. */
function pinnedNode(folder) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  for (let at = folder; ; at = dirname(at)) {
    const candidate = join(at, 'node_modules', '.bin', name);
    if (existsSync(candidate)) return candidate;
    if (dirname(at) === at) return undefined;
  }
}

/** A child that would start itself again without end is told by PARLEY_REEXEC that it is one. */
function passOn(pinned) {
  if (process.env.PARLEY_REEXEC === '1') {
    process.stderr.write(
      `parley needs Node ${NODE_MAJOR}, but ${pinned} is ${process.version}: ` +
        `run "node setup.mjs" in Parley's folder.\n`,
    );
    process.exitCode = 1;
    return;
  }
  const child = spawn(pinned, [own, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, PARLEY_REEXEC: '1' },
  });
  // A terminal sends its interrupt and its hang-up to the child as well: once is enough.
  for (const signal of ['SIGINT', 'SIGHUP']) {
    process.on(signal, () => process.stdin.isTTY || child.kill(signal));
  }
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('error', (fault) => {
    process.stderr.write(`parley could not start ${pinned}: ${fault.message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
}
