// The floor's page, built when it is missing or older than anything that it is made of.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const WEB = join(ROOT, 'packages/web');
const SOURCES = [
  'packages/web/{index.html,package.json,vite.config.ts}',
  'packages/web/{src,public}/**/*',
  'packages/{client,conflict,engine,geo,ledger,protocol}/src/**/*',
];

/** Builds the page if it must be. Throws with the builder's own words when that fails. */
export async function buildPage(tell: (line: string) => void): Promise<void> {
  const built = statSync(join(WEB, 'dist/index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const newest = Math.max(
    ...globSync(SOURCES, { cwd: ROOT }).map((file) => statSync(join(ROOT, file)).mtimeMs),
  );
  if (built >= newest) return;
  tell('Building the page of the floor.');
  const builder = join(WEB, 'node_modules/vite/bin/vite.js');
  const child = spawn(process.execPath, [builder, 'build', '--logLevel', 'error'], {
    cwd: WEB,
    stdio: ['ignore', 2, 2],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error('the page of the floor could not be built; see above');
}
