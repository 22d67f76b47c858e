// The tools that everything rests on are the ones that were pinned, and the linter really refuses.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { PURE } from './package-rules.ts';
import { ROOT } from './stages.ts';

type Finding = { readonly code: string; readonly filename: string };

test('the tests run on Node 26', () => {
  assert.match(process.version, /^v26\./);
});

test('the SQLite inside is 3.51.3 or newer', () => {
  const database = new DatabaseSync(':memory:');
  const row = database.prepare('SELECT sqlite_version() AS version').get();
  database.close();
  const [major = 0, minor = 0, patch = 0] = String(row?.['version']).split('.').map(Number);
  assert.ok(major * 1_000_000 + minor * 1_000 + patch >= 3_051_003, String(row?.['version']));
});

test('the linter refuses what a pure package may not import or read', (t) => {
  const folder = lintFolder(t);
  for (const name of PURE) {
    write(
      join(folder, `packages/${name}/src/bad.ts`),
      `import { readFileSync } from 'node:fs';
       import { startNode } from '@parley/node';
       export const all = [readFileSync, startNode, Date.now(), Math.random(), fetch, setTimeout];`,
    );
  }
  const expected = PURE.flatMap((name) =>
    [
      'eslint(no-restricted-globals)',
      'eslint(no-restricted-globals)',
      'eslint(no-restricted-imports)',
      'eslint(no-restricted-imports)',
      'eslint(no-restricted-properties)',
      'eslint(no-restricted-properties)',
    ].map((code) => `packages/${name}/src/bad.ts ${code}`),
  );
  assert.deepEqual(lint(folder), expected.toSorted());
});

test('the linter lets a package import the layers below it', (t) => {
  const folder = lintFolder(t);
  write(
    join(folder, 'packages/engine/src/good.ts'),
    `import { inverse } from '@parley/geo';
     import { leafHash } from '@parley/ledger';
     export const both = [inverse, leafHash];`,
  );
  assert.deepEqual(lint(folder), []);
});

test('the linter refuses a promise that nobody waits for, and any', (t) => {
  const folder = lintFolder(t);
  write(
    join(folder, 'packages/node/src/bad.ts'),
    `export const anything: any = 1;
     export function forget(): void {
       Promise.resolve(1);
     }`,
  );
  assert.deepEqual(lint(folder), [
    'packages/node/src/bad.ts typescript(no-explicit-any)',
    'packages/node/src/bad.ts typescript(no-floating-promises)',
  ]);
});

test('the linter refuses a function of 71 lines and a file of 401', (t) => {
  const folder = lintFolder(t);
  const body = '  calls.push(1);\n'.repeat(69);
  const head = 'export const calls: number[] = [];\n';
  const path = join(folder, 'packages/node/src/long.ts');
  write(path, `${head}export function long(): void {\n${body}}\n`);
  assert.deepEqual(
    lint(folder),
    ['packages/node/src/long.ts eslint(max-lines-per-function)'],
    '71',
  );
  write(path, `${head}${'calls.push(1);\n'.repeat(400)}`);
  assert.deepEqual(lint(folder), ['packages/node/src/long.ts eslint(max-lines)'], '401');
});

/** A folder laid out like the repository, with its lint and compiler settings and no code. */
function lintFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-lint-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const file of ['.oxlintrc.json', 'tsconfig.json']) {
    copyFileSync(join(ROOT, file), join(folder, file));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Each finding as "path rule", sorted. */
function lint(folder: string): string[] {
  const tool = join(ROOT, 'node_modules', '.bin', 'oxlint');
  const words = ['--type-aware', '--deny-warnings', '--format=json'];
  const outcome = spawnSync(tool, words, { cwd: folder });
  const report = JSON.parse(outcome.stdout.toString()) as { diagnostics: Finding[] };
  assert.equal(outcome.status, report.diagnostics.length === 0 ? 0 : 1);
  return report.diagnostics.map(({ filename, code }) => `${filename} ${code}`).toSorted();
}
