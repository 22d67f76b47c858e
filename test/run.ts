// `npm test`: format, lint and types, then every test file; a failure stops nothing that follows.
// The last line on standard output is always `N passed, N failed, N skipped`, and the exit code is
// 0 only if nothing failed. With words, only the test files whose path starts with one of them run.
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import { finished } from 'node:stream/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { provideOracles } from './oracles.ts';
import { ROOT, runStage, STAGE_NAMES } from './stages.ts';

type Tally = { passed: number; failed: number; readonly skipped: string[] };
type Outcome = {
  readonly name: string;
  readonly file?: string | undefined;
  readonly skip?: string | boolean | undefined;
  readonly todo?: string | boolean | undefined;
};

const FILE_TIMEOUT_MS = 5 * 60_000;
const TEST_FILES = ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'];

await main(process.argv.slice(2));

async function main(wanted: readonly string[]): Promise<void> {
  const tally: Tally = { passed: 0, failed: 0, skipped: [] };
  provideOracles();
  const brokenStages = wanted.length > 0 ? [] : STAGE_NAMES.filter((stage) => !announced(stage));
  const files = testFiles(wanted);
  if (files.length === 0) {
    console.error(`No test file's path starts with ${wanted.join(' or ')}.`);
    tally.failed += 1;
  } else {
    await runTests(files, tally);
  }
  for (const stage of brokenStages) console.log(`failed: ${stage} (its findings are at the top)`);
  for (const sentence of tally.skipped) console.log(`skipped: ${sentence}`);
  tally.failed += brokenStages.length;
  const { passed, failed, skipped } = tally;
  console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
  process.exitCode = failed === 0 ? 0 : 1;
}

function announced(stage: (typeof STAGE_NAMES)[number]): boolean {
  console.log(`== ${stage}`);
  return runStage(stage);
}

function testFiles(wanted: readonly string[]): string[] {
  const all = globSync(TEST_FILES, { cwd: ROOT, exclude: ['**/node_modules/**'] }).toSorted();
  const starts = wanted.map((word) => relative(ROOT, word.replace(/\/+$/, '')) || '.');
  if (starts.length === 0) return all;
  return all.filter((file) => starts.some((start) => start === '.' || file.startsWith(start)));
}

/** Runs each file in a process of its own and adds what happened to the tally. */
async function runTests(files: readonly string[], tally: Tally): Promise<void> {
  console.log(`== tests, ${files.length} files`);
  const events = run({
    files: [...files],
    cwd: ROOT,
    concurrency: availableParallelism(),
    timeout: FILE_TIMEOUT_MS,
  });
  const note = ({ name, file, skip, todo }: Outcome): void => {
    const reason = skip ?? todo;
    if (reason === undefined || reason === false) return;
    const place = file === undefined ? '' : `${relative(ROOT, file)}: `;
    tally.skipped.push(`${place}${name} (${reasonText(reason)})`);
  };
  events.on('test:pass', note);
  events.on('test:fail', note);
  events.on('test:summary', ({ file, counts, success }) => {
    if (file !== undefined) return;
    const failed = counts.tests - counts.passed - counts.skipped - counts.todo;
    tally.passed += counts.passed;
    // A suite whose own hook fails is no test, yet nothing passed there.
    tally.failed += failed === 0 && !success ? 1 : failed;
  });
  const report = events.compose(spec);
  report.pipe(process.stdout, { end: false });
  await finished(report);
}

function reasonText(reason: string | true): string {
  return reason === true || reason === '' ? 'no reason given' : reason;
}
