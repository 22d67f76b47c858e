// Changes the exact test in every small way, one at a time (Stryker), and counts which changes its
// tests by literal cases notice; the random ones, which take minutes when they fail, are not asked.
// Half an hour on two cores: `node packages/conflict/tools/mutation.ts [file ...]`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PACKAGE = join(import.meta.dirname, '..');
const STRYKER = '@stryker-mutator/core@10.1.1';
/** The files that say whether two volumes are in conflict, and how near they come. */
const EXACT = ['conflict-between', 'time', 'vertical', 'lateral', 'area', 'arcs'];
/** The quick ones first: a change that one notices is not shown to those after it. */
const TESTS = [
  ['conflict-between', 'held-shapes', 'time', 'margins'],
  ['edges', 'explain', 'covers'],
];

const chosen = process.argv.slice(2);
const mutated = chosen.length > 0 ? chosen : EXACT.map((name) => `src/${name}.ts`);
const folder = mkdtempSync(join(tmpdir(), 'parley-mutation-'));
try {
  const config = join(folder, 'stryker.config.json');
  writeFileSync(config, JSON.stringify(settings()));
  const { status } = spawnSync('npx', ['--yes', STRYKER, 'run', config], {
    cwd: PACKAGE,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true });
}

function settings(): object {
  const runs = TESTS.map((names) => {
    const files = names.map((name) => `test/${name}.test.ts`).join(' ');
    return `${process.execPath} --test ${files}`;
  });
  return {
    testRunner: 'command',
    commandRunner: { command: runs.join(' && ') },
    mutate: mutated,
    // The words of messages are held where they matter to somebody.
    mutator: { excludedMutations: ['StringLiteral'] },
    concurrency: 2,
    coverageAnalysis: 'off',
    checkers: [],
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    tempDirName: join(folder, 'sandboxes'),
    timeoutFactor: 2,
    timeoutMS: 10_000,
    ignoreStatic: false,
    allowEmpty: false,
  };
}
