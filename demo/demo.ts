// `npm run demo`: two parties on this machine, each with a node and a floor of its own, and a case
// of record played between them while both floors stay usable. `-- --check` checks it instead.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import {
  checkScenario,
  headLines,
  openStage,
  plainSentence,
  playScenario,
  readScenario,
  stepLines,
} from '@parley/cli';
import type { Scenario, Stage, StagedNode } from '@parley/cli';
import { buildPage } from './page.ts';

const ROOT = join(import.meta.dirname, '..');
const FOLDER = join(ROOT, '.demo');
const SCENARIO = join(ROOT, 'scenarios/deir-ez-zor-2016.json');
const RESTART_AFTER_MS = 5_000;
const CLOSING_MS = 300;
const CASE_LINES = [
  '  The case begins in half a minute and takes five. Before 13:29Z, have a window in sight:',
  '  the warning takes the screen, and one key takes the warning.',
];

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    stopping.abort();
  });
}
process.exitCode = await demo(process.argv.slice(2), stopping.signal);

async function demo(args: readonly string[], stop: AbortSignal): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      check: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      // Nothing is ever opened by itself; the flag is there for those who expect it.
      'no-browser': { type: 'boolean', default: false },
    },
  });
  const scenario = readScenario(JSON.parse(readFileSync(SCENARIO, 'utf8')));
  if (!scenario.ok) throw new Error(plainSentence(scenario.refusal));
  if (values.check) {
    const terminal = { out: tell, err: tellError, readInput: async () => '', stop };
    return (await checkScenario(scenario.value, terminal)).code;
  }
  if (isHeld(scenario.value)) {
    tellError('A demo runs in .demo already: stop that one first.');
    return 1;
  }
  await buildPage(tell);
  if (!values.keep) rmSync(FOLDER, { recursive: true, force: true });
  await show(scenario.value, values.keep, stop);
  return 0;
}

/** Whether a node runs in the demo's folder: its store is then locked. */
function isHeld({ parties }: Scenario): boolean {
  return parties.some(({ party }) => {
    const path = join(FOLDER, party, 'parley.db');
    if (!existsSync(path)) return false;
    const store = new DatabaseSync(path);
    try {
      store.exec('BEGIN EXCLUSIVE; ROLLBACK');
      return false;
    } catch {
      return true;
    } finally {
      store.close();
    }
  });
}

async function show(scenario: Scenario, keep: boolean, stop: AbortSignal): Promise<void> {
  // What was played and kept is not played again: its cast has its seats already.
  const played = keep ? { ...scenario, seats: [], steps: [] } : scenario;
  const lastMs = scenario.steps.at(-1)?.at ?? scenario.clockStart;
  const startMs = keep ? lastMs : scenario.clockStart;
  const clock = { startMs, anchorMs: Date.now(), rate: 1 };
  const stage = await openStage(played, FOLDER, clock, ['watch', 'releaser']);
  const watching = stage.nodes.map(async (node) => keepRunning(stage, node, stop));
  for (const line of headLines(scenario)) tell(line);
  for (const line of guide(stage, keep)) tell(line);
  for (const node of stage.nodes) for (const line of floorLines(node)) tell(line);
  tell('');
  for await (const report of playScenario(played, stage, 'running', stop)) {
    for (const line of stepLines(report, false)) tell(line);
  }
  if (!stop.aborted) {
    // What has been played in a hurry goes on at the pace of a real watch.
    const { startMs: fromMs, anchorMs, rate } = stage.clock();
    const nowMs = Math.round(fromMs + (Date.now() - anchorMs) * rate);
    stage.setClock({ startMs: nowMs, anchorMs: Date.now(), rate: 1 });
    tell('');
    const state = keep ? 'Both floors run again.' : 'The case has ended; the floors go on.';
    tell(`${state} Stop with Ctrl-C.`);
    await stopped(stop);
  }
  tell('Stopping both nodes. What is on record is kept in .demo: npm run demo -- --keep');
  await stage.close();
  await Promise.all(watching);
}

/** Starts a node again whenever its process has ended, until the demo itself is stopped. */
async function keepRunning(stage: Stage, node: StagedNode, stop: AbortSignal): Promise<void> {
  for (;;) {
    const { code, signal } = await node.process.ended;
    // Ctrl-C reaches the nodes and us at once, in any order.
    await pause(CLOSING_MS, stop);
    if (stop.aborted) return;
    tell(`*** The node of ${node.name} has ended (${signal ?? code}). It starts again in 5 s.`);
    await pause(RESTART_AFTER_MS, stop);
    if (stop.aborted) return;
    try {
      await stage.restart(node);
    } catch (fault) {
      tellError(`*** ${fault instanceof Error ? fault.message : 'it did not start'}`);
      return;
    }
    tell(
      `*** The node of ${node.name} runs again, process ${node.process.pid}; seats stay signed in.`,
    );
    for (const line of floorLines(node)) tell(line);
  }
}

function floorLines({ name, process: { serving } }: StagedNode): string[] {
  const links = serving.seatLinks.slice(-2);
  return [
    `Floor of ${name}: ${serving.floor}`,
    ...links.map(({ role, link }) => `  one-time link, ${role.padEnd(8)}  ${link}`),
  ];
}

function guide({ nodes }: Stage, keep: boolean): string[] {
  const kills = nodes.map(({ name, process: { pid } }) => `${name}: kill -9 ${pid}`).join(', ');
  return [
    '',
    'What to do:',
    '  Open one link of each floor, each in a window of its own, and give the seat any name.',
    ...(keep ? [] : CASE_LINES),
    '  Post a notice of your own: draft it on a watch seat (35.26 N 40.15 E is near the case),',
    '  release it on the releaser seat of the same floor, and see it on the other one. Post a',
    '  second one over it from the other floor: both floors show the conflict.',
    `  Pull a plug (${kills}); the node starts again by itself and everything is there.`,
    '',
  ];
}

async function pause(ms: number, stop: AbortSignal): Promise<void> {
  await new Promise((resume) => {
    const timer = setTimeout(resume, ms);
    stop.addEventListener('abort', () => {
      clearTimeout(timer);
      resume(undefined);
    });
  });
}

async function stopped(stop: AbortSignal): Promise<void> {
  if (stop.aborted) return;
  await new Promise((resolve) => {
    stop.addEventListener('abort', resolve);
  });
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

function tellError(line: string): void {
  process.stderr.write(`${line}\n`);
}
