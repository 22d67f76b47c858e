// The `parley` command finds the pinned Node when an older one starts it, and is transparent.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { ROOT } from './stages.ts';

const OLD_NODE = oldNode();
const SKIP =
  OLD_NODE === undefined ? 'no Node older than 26 on the search path to start it' : false;

test('on Node 26 the command runs at once, with its words and exit code', (t) => {
  const outcome = spawnSync(process.execPath, [commandIn(t, false), 'a', 'b c']);
  assert.equal(outcome.stdout.toString(), `${process.version} a|b c\n`);
  assert.equal(outcome.status, 7);
});

test('on an older Node the command runs on the pinned one', { skip: SKIP }, (t) => {
  const outcome = spawnSync(OLD_NODE ?? '', [commandIn(t, true), 'a', 'b c']);
  assert.equal(outcome.stdout.toString(), `${process.version} a|b c\n`);
  assert.equal(outcome.status, 7);
});

test('a signal reaches the pinned Node, and its end is passed back', { skip: SKIP }, async (t) => {
  const child = spawn(OLD_NODE ?? '', [commandIn(t, true), 'wait'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  assert.deepEqual(await once(child, 'exit'), [42, null]);
});

test('without a pinned Node the command says what to do', { skip: SKIP }, (t) => {
  const outcome = spawnSync(OLD_NODE ?? '', [commandIn(t, false)]);
  const said = outcome.stderr.toString();
  assert.match(said, /^parley needs Node 26 and this is v\d+\.\d+\.\d+: run "node setup\.mjs"/);
  assert.equal(said.trimEnd().split('\n').length, 1);
  assert.equal(outcome.status, 1);
});

/** The command beside a main.ts of the test's own; with `pinned`, above it a node_modules. */
function commandIn(t: TestContext, pinned: boolean): string {
  const root = mkdtempSync(join(tmpdir(), 'parley-command-'));
  t.after(() => rmSync(root, { recursive: true }));
  for (const folder of ['bin', 'src', 'node_modules/.bin']) {
    mkdirSync(join(root, folder), { recursive: true });
  }
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  const main = `
    const words: string[] = process.argv.slice(2);
    process.exitCode = 7;
    if (words[0] === 'wait') {
      process.on('SIGTERM', () => process.exit(42));
      setInterval(() => {}, 1000);
    }
    console.log(process.version + ' ' + words.join('|'));`;
  writeFileSync(join(root, 'src/main.ts'), main);
  if (pinned) symlinkSync(process.execPath, join(root, 'node_modules/.bin/node'));
  const command = join(root, 'bin/parley.js');
  copyFileSync(join(ROOT, 'packages/cli/bin/parley.js'), command);
  return command;
}

/** A Node on the search path that is older than 26, if there is one. */
function oldNode(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders
    .map((folder) => join(folder, 'node'))
    .find((file) => {
      const answer = spawnSync(file, ['--version']);
      return answer.status === 0 && Number(/^v(\d+)/.exec(answer.stdout.toString())?.[1]) < 26;
    });
}
