// `npm run demo` in a fresh clone: from the command to both floors ready, with the page's build.
// The packages are copied from this checkout, so npm's download is not in the figure.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { printTable } from './figures.ts';

const ROOT = join(import.meta.dirname, '..');
const FLOORS = 2;

const clone = mkdtempSync(join(tmpdir(), 'parley-clone-'));
const cloned = spawnSync('git', ['clone', '--quiet', ROOT, clone], { stdio: 'inherit' });
if (cloned.status !== 0) throw new Error('the repository could not be cloned');
for (const folder of ['node_modules', ...globSync('packages/*/node_modules', { cwd: ROOT })]) {
  cpSync(join(ROOT, folder), join(clone, folder), { recursive: true, verbatimSymlinks: true });
}
// What was compiled here would be found compiled there.
rmSync(join(clone, 'packages/cli/node_modules/.cache'), { recursive: true, force: true });

const startMs = performance.now();
const demo = spawn('npm', ['run', 'demo'], {
  cwd: clone,
  stdio: ['ignore', 'pipe', 'inherit'],
  detached: true,
});
let floors = 0;
let readyMs = 0;
for await (const line of createInterface({ input: demo.stdout })) {
  if (line.startsWith('Floor of ')) floors += 1;
  if (floors < FLOORS) continue;
  readyMs = performance.now() - startMs;
  break;
}
if (readyMs === 0 || demo.pid === undefined) throw new Error('the demo ended before it was ready');
// npm, the demo and its nodes are one group of processes, as under a terminal.
process.kill(-demo.pid, 'SIGINT');
await once(demo, 'exit');
rmSync(clone, { recursive: true, force: true });

printTable('npm run demo from a fresh clone, packages in place', [
  { seconds: 'from the command to both floors ready', 'one run': (readyMs / 1_000).toFixed(1) },
]);
