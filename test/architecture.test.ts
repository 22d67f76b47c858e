// The house rules that neither the compiler nor the linter can check, and a trial of each checker.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { lengthFaults, MAY_IMPORT, sourceFaults } from './package-rules.ts';
import type { Manifest } from './repository.ts';
import {
  documentedDependencies,
  documentedImports,
  manifestOf,
  packageNames,
  readFiles,
  unreachable,
} from './repository.ts';
import { ROOT } from './stages.ts';

const FOLDERS = ['.', ...packageNames().map((name) => `packages/${name}`)];

test('every package has a row in the table of who may import whom', () => {
  assert.deepEqual(packageNames().toSorted(), Object.keys(MAY_IMPORT).toSorted());
});

test('the table in ARCHITECTURE.md says what the tests enforce', () => {
  assert.deepEqual(documentedImports(), MAY_IMPORT);
});

test('no package.json declares a package of ours that its row does not allow', () => {
  const faults = packageNames().flatMap((name) => {
    const manifest = manifestOf(`packages/${name}`);
    // The floor is bundled, so all it uses is a development dependency.
    const declared = { ...manifest.dependencies, ...(name === 'web' && manifest.devDependencies) };
    return oursIn(declared)
      .filter((other) => MAY_IMPORT[name]?.includes(other) !== true)
      .map((other) => `${name} declares ${other}`);
  });
  assertNone(faults);
});

test('no arrow of the table points back', () => {
  const order = Object.keys(MAY_IMPORT);
  for (const [name, others] of Object.entries(MAY_IMPORT)) {
    for (const other of others) {
      assert.ok(order.indexOf(other) < order.indexOf(name), `${name} -> ${other}`);
    }
  }
});

test('no source file imports, reads or grows what it may not', () => {
  assertNone(readFiles('packages/*/src/**/*.{ts,tsx}').flatMap(sourceFaults));
});

test('no file outside the sources is too long, too wide or unfinished', () => {
  const files = readFiles(
    '*.mjs',
    '{test,bench,demo}/**/*.{ts,mjs,js}',
    'packages/*/{test,bin,tools}/**/*.{ts,tsx,js}',
  );
  assertNone(files.flatMap(lengthFaults));
});

test('every source file is used by its package', () => {
  const idle = packageNames().flatMap((name) => {
    const home = `packages/${name}/src`;
    const entries = ['index.ts', 'main.ts'].map((file) => `${home}/${file}`);
    const pages = readFiles(`packages/${name}/*.html`).flatMap(({ text }) =>
      [...text.matchAll(/src="(\/src\/[^"]+)"/g)].map(([, path]) => `packages/${name}${path}`),
    );
    const unused = unreachable(readFiles(`${home}/**/*.{ts,tsx}`), [...entries, ...pages]);
    return unused.filter((path) => !path.endsWith('.d.ts'));
  });
  assertNone(idle);
});

test('a package shows one face, its index', () => {
  for (const name of packageNames().filter((each) => each !== 'web')) {
    assert.deepEqual(manifestOf(`packages/${name}`).exports, { '.': './src/index.ts' }, name);
  }
});

test('every version is an exact pin', () => {
  const loose = FOLDERS.flatMap((folder) =>
    Object.entries(allDeclared(manifestOf(folder)))
      .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
      .map(([name, version]) => `${folder}: ${name} ${version}`),
  );
  assertNone(loose);
});

test('every dependency has its reason in ARCHITECTURE.md, and nothing else has one', () => {
  const declared = FOLDERS.flatMap((folder) => Object.keys(allDeclared(manifestOf(folder))));
  const outside = new Set(declared.filter((name) => !name.startsWith('@parley/')));
  assert.deepEqual(documentedDependencies().toSorted(), [...outside].toSorted());
});

test('every declared dependency of a package is imported by it', () => {
  const idle = packageNames().flatMap((name) => {
    const home = `packages/${name}`;
    const files = readFiles(`${home}/{src,test,tools}/**/*.{ts,tsx,css}`, `${home}/*.config.ts`);
    const declared = allDeclared(manifestOf(home));
    // What a dependency needs beside it (its peers) is declared for its sake.
    const peers = Object.keys(declared).flatMap((each) => peersOf(`${home}/node_modules/${each}`));
    const isUsed = (each: string): boolean =>
      peers.includes(each) || files.some(({ text }) => speaksOf(text, each));
    return Object.keys(declared)
      .filter((each) => !each.startsWith('@types/') && !isUsed(each))
      .map((each) => `${name} declares ${each} and does not use it`);
  });
  assertNone(idle);
});

test('an import that is not declared does not resolve', () => {
  assert.match(importFrom('packages/geo', 'hono'), /ERR_MODULE_NOT_FOUND/);
  assert.match(importFrom('packages/ledger', '@parley/engine'), /ERR_MODULE_NOT_FOUND/);
  assert.equal(importFrom('packages/node', 'hono'), '');
});

test('the checker finds each fault in a file made of faults', () => {
  const text = [
    "import { readFileSync } from 'node:fs';",
    "import type { Line } from '@parley/engine';",
    "import { between } from '@parley/conflict/src/between.ts';",
    "export * from '../../ledger/src/note.ts';",
    'export const now = (): number => Date.now();',
    'export const today = new Date();',
    'export const chance = Math.random();',
    'setTimeout(() => crypto.randomUUID(), 1);',
    `// ${'todo'.toUpperCase()}: later`,
    `export const wide = '${'w '.repeat(45)}';`,
  ].join('\n');
  assert.deepEqual(sourceFaults({ path: 'packages/geo/src/bad.ts', text }), [
    'packages/geo/src/bad.ts:9 says that something is unfinished',
    'packages/geo/src/bad.ts:10 has 113 characters',
    'packages/geo/src/bad.ts imports node:fs, but geo is pure',
    'packages/geo/src/bad.ts imports @parley/engine, which geo may not',
    'packages/geo/src/bad.ts imports @parley/conflict/src/between.ts, past the public face',
    'packages/geo/src/bad.ts imports ../../ledger/src/note.ts, outside its package',
    'packages/geo/src/bad.ts reads the clock (Date.now)',
    'packages/geo/src/bad.ts reads the clock (new Date without an argument)',
    'packages/geo/src/bad.ts draws randomness (Math.random)',
    'packages/geo/src/bad.ts uses the global crypto',
    'packages/geo/src/bad.ts reaches outside (fetch or a timer)',
  ]);
});

test('the checker finds a file of 401 lines and lets one of 400 pass', () => {
  const path = 'packages/node/src/long.ts';
  assert.deepEqual(sourceFaults({ path, text: 'f();\n'.repeat(401) }), [`${path} has 401 lines`]);
  assert.deepEqual(sourceFaults({ path, text: 'f();\n'.repeat(400) }), []);
});

test('the checker finds a name that says nothing', () => {
  const called = (path: string): string[] => sourceFaults({ path, text: '' });
  assert.deepEqual(called('packages/node/src/string-utils.ts'), [
    'packages/node/src/string-utils.ts is called utils, which says nothing',
  ]);
  assert.deepEqual(called('packages/web/src/data/map.ts'), [
    'packages/web/src/data/map.ts is called data, which says nothing',
  ]);
  assert.deepEqual(called('packages/node/src/data-folder.ts'), []);
});

test('the checker lets a pure file pass that only speaks of the clock', () => {
  const text = [
    '// Date.now() is never read: see https://example.org/clock.',
    "import { z } from 'zod';",
    "import { inverse } from '@parley/geo';",
    'export const at = (ms: number): Date => new Date(ms);',
  ].join('\n');
  assert.deepEqual(sourceFaults({ path: 'packages/engine/src/good.ts', text }), []);
});

test('a file that nothing imports is found, through every kind of import', () => {
  const files = [
    { path: 'p/src/index.ts', text: "export { a } from './a.ts';\nimport './b.ts';" },
    { path: 'p/src/a.ts', text: "const w = new Worker(new URL('./w.ts', import.meta.url));" },
    { path: 'p/src/b.ts', text: "const c = await import('./c.ts');" },
    { path: 'p/src/c.ts', text: "import type {\n  D,\n} from './d/d.ts';" },
    { path: 'p/src/d/d.ts', text: "// import './alone.ts'" },
    { path: 'p/src/w.ts', text: '' },
    { path: 'p/src/d/alone.ts', text: '' },
  ];
  assert.deepEqual(unreachable(files, ['p/src/index.ts']), ['p/src/d/alone.ts']);
});

/** Fails with one fault a line. */
function assertNone(faults: readonly string[]): void {
  if (faults.length > 0) assert.fail(faults.join('\n'));
}

function allDeclared(manifest: Manifest): Record<string, string> {
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  return { ...dependencies, ...devDependencies, ...optionalDependencies };
}

function peersOf(folder: string): string[] {
  return Object.keys(manifestOf(folder).peerDependencies ?? {});
}

/** True if `text` has the module `name`, or a path in it, as a string or a part of one. */
function speaksOf(text: string, name: string): boolean {
  return ["'", '/', '"'].some((before) =>
    ["'", '/', '"'].some((after) => text.includes(`${before}${name}${after}`)),
  );
}

function oursIn(declared: Record<string, string>): string[] {
  const names = Object.keys(declared).filter((name) => name.startsWith('@parley/'));
  return names.map((name) => name.slice('@parley/'.length));
}

/** What Node says on standard error when code in `folder` imports `specifier`. */
function importFrom(folder: string, specifier: string): string {
  assert.ok(existsSync(join(ROOT, folder)));
  const words = ['--input-type=module', '--eval', `import '${specifier}';`];
  return spawnSync(process.execPath, words, { cwd: join(ROOT, folder) }).stderr.toString();
}
