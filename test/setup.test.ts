// Set-up: once per lockfile, never two at a time, and again after one that did not finish.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { ROOT } from './stages.ts';

type Outcome =
  | { readonly ok: true; readonly installed: boolean }
  | { readonly ok: false; readonly sentence: string };
type SetUp = (root: string, install: () => Promise<string | undefined>) => Promise<Outcome>;

const { setUp } = (await import(pathToFileURL(join(ROOT, 'setup.mjs')).href)) as { setUp: SetUp };

test('a second set-up finds everything installed', async (t) => {
  const root = fixture(t);
  const install = counted(root);
  assert.deepEqual(await setUp(root, install), { ok: true, installed: true });
  assert.deepEqual(await setUp(root, install), { ok: true, installed: false });
  assert.equal(install.calls, 1);
});

test('another lockfile is installed anew', async (t) => {
  const root = fixture(t);
  const install = counted(root);
  await setUp(root, install);
  writeFileSync(join(root, 'package-lock.json'), '{"lockfileVersion":3,"packages":{}}');
  assert.deepEqual(await setUp(root, install), { ok: true, installed: true });
  assert.equal(install.calls, 2);
});

test('an install that fails says why and is done again', async (t) => {
  const root = fixture(t);
  mkdirSync(join(root, 'node_modules'));
  const failed = await setUp(root, () => Promise.resolve('The disk is full.'));
  assert.deepEqual(failed, { ok: false, sentence: 'The disk is full.' });
  assert.deepEqual(await setUp(root, counted(root)), { ok: true, installed: true });
});

test('an interrupted install over a finished one is not taken for finished', async (t) => {
  const root = fixture(t);
  const lockfile = join(root, 'package-lock.json');
  await setUp(root, counted(root));
  writeFileSync(lockfile, '{"lockfileVersion":2}');
  await assert.rejects(
    setUp(root, () => Promise.reject(new Error('power cut'))),
    /power cut/,
  );
  writeFileSync(lockfile, '{"lockfileVersion":3}');
  assert.deepEqual(await setUp(root, counted(root)), { ok: true, installed: true });
});

test('of two set-ups at once one installs and the other waits for it', async (t) => {
  const root = fixture(t);
  const install = counted(root);
  const outcomes = await Promise.all([setUp(root, install), setUp(root, install)]);
  assert.equal(install.calls, 1);
  assert.equal(outcomes.filter((each) => each.ok && each.installed).length, 1);
  assert.deepEqual(readdirSync(root).toSorted(), ['node_modules', 'package-lock.json']);
});

type Install = { (): Promise<undefined>; calls: number };

/** An install that makes node_modules and counts how often it was asked to. */
function counted(root: string): Install {
  const install = (): Promise<undefined> => {
    install.calls += 1;
    if (!existsSync(join(root, 'node_modules'))) mkdirSync(join(root, 'node_modules'));
    return Promise.resolve(undefined);
  };
  install.calls = 0;
  return install;
}

function fixture(t: TestContext): string {
  const root = mkdtempSync(join(tmpdir(), 'parley-setup-'));
  t.after(() => rmSync(root, { recursive: true }));
  writeFileSync(join(root, 'package-lock.json'), '{"lockfileVersion":3}');
  return root;
}
