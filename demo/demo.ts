// `npm run demo`: the parties of a case on this machine, each with a node and a floor of its own,
// and cases of record played between them while the floors stay usable: the talks of 2015, then
// Deir ez-Zor. `-- --scenario NAME` plays another; `-- --check` checks them instead.

import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
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
const SCENARIOS = join(ROOT, 'scenarios');
const USUAL = ['talks-2015', 'deir-ez-zor-2016'];
const RESTART_AFTER_MS = 5_000;
const CLOSING_MS = 300;
/** What to look at in a case, by its name. */
const CASE_LINES: Readonly<Record<string, readonly string[]>> = {
  'talks-2015': [
    '  The talks of 2015 begin at once and take five minutes. Press T on a floor: what has been',
    '  offered and who considers it, what was asked and stays unanswered, what each side says is',
    '  at the airfield. It goes on while you look. M has the memorandum, as far as it has got.',
  ],
  'deir-ez-zor-2016': [
    '  Deir ez-Zor 2016 takes five minutes. Take the notice in hand on the Russian floor: its',
    '  words and its area differ. At 13:29Z, have the floor of the coalition in sight: a warning',
    '  takes the screen, and one key (A) takes the warning.',
  ],
};

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
      scenario: { type: 'string' },
      // Nothing is ever opened by itself; the flag is there for those who expect it.
      'no-browser': { type: 'boolean', default: false },
    },
  });
  const names = values.scenario === undefined ? USUAL : [values.scenario];
  const unknown = names.find((name) => !existsSync(scenarioFile(name)));
  if (unknown !== undefined) {
    const known = readdirSync(SCENARIOS).map((file) => file.replace(/\.json$/, ''));
    tellError(`scenario: there is no "${unknown}"; right would be one of ${known.join(', ')}.`);
    return 1;
  }
  const scenarios = names.map(scenarioNamed);
  if (values.check) {
    const asks = { readInput: async () => '', askSecret: async () => undefined };
    const terminal = { out: tell, err: tellError, ...asks, stop };
    const endings: number[] = [];
    for (const scenario of scenarios) endings.push((await checkScenario(scenario, terminal)).code);
    return Math.max(...endings);
  }
  if (scenarios.some(isHeld)) {
    tellError('A demo runs in .demo already: stop that one first.');
    return 1;
  }
  await buildPage(tell);
  if (!values.keep) rmSync(FOLDER, { recursive: true, force: true });
  await show(scenarios, values.keep, stop);
  return 0;
}

function scenarioFile(name: string): string {
  return join(SCENARIOS, `${name}.json`);
}

function scenarioNamed(name: string): Scenario {
  const scenario = readScenario(JSON.parse(readFileSync(scenarioFile(name), 'utf8')));
  if (!scenario.ok) throw new Error(plainSentence(scenario.refusal));
  return scenario.value;
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

async function show(
  scenarios: readonly Scenario[],
  keep: boolean,
  stop: AbortSignal,
): Promise<void> {
  const [first] = scenarios;
  if (first === undefined) throw new Error('a demo plays at least one case');
  // What was played and kept is not played again: its cast has its seats already.
  const seats = keep ? [] : castOf(scenarios);
  const lastMs = scenarios.at(-1)?.steps.at(-1)?.at ?? first.clockStart;
  const startMs = keep ? lastMs : first.clockStart;
  const clock = { startMs, anchorMs: Date.now(), rate: 1 };
  const stage = await openStage({ ...first, seats }, FOLDER, clock, ['watch', 'releaser']);
  const watching = stage.nodes.map(async (node) => keepRunning(stage, node, stop));
  const caseLines = keep ? [] : scenarios.flatMap(({ name }) => CASE_LINES[name] ?? []);
  for (const line of guide(stage, caseLines)) tell(line);
  for (const node of stage.nodes) for (const line of floorLines(node)) tell(line);
  for (const scenario of keep ? [] : scenarios) {
    tell('');
    for (const line of headLines(scenario)) tell(line);
    if (scenario !== first) {
      stage.setClock({ startMs: scenario.clockStart, anchorMs: Date.now(), rate: 1 });
    }
    for await (const report of playScenario(scenario, stage, 'running', stop)) {
      for (const line of stepLines(report, false)) tell(line);
    }
    if (stop.aborted) break;
  }
  if (!stop.aborted) {
    // What has been played in a hurry goes on at the pace of a real watch.
    const { startMs: fromMs, anchorMs, rate } = stage.clock();
    const nowMs = Math.round(fromMs + (Date.now() - anchorMs) * rate);
    stage.setClock({ startMs: nowMs, anchorMs: Date.now(), rate: 1 });
    tell('');
    const state = keep ? 'The floors run again.' : 'The cases have ended; the floors go on.';
    tell(`${state} Stop with Ctrl-C.`);
    await stopped(stop);
  }
  tell('Stopping the nodes. What is on record is kept in .demo: npm run demo -- --keep');
  await stage.close();
  await Promise.all(watching);
}

/** The seats of all cases, each once: they are played on the same nodes, one after another. */
function castOf(scenarios: readonly Scenario[]): Scenario['seats'] {
  const cast = scenarios.flatMap(({ seats }) => seats);
  return cast.filter(
    (seat, at) =>
      cast.findIndex(({ party, name }) => party === seat.party && name === seat.name) === at,
  );
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

function guide({ nodes }: Stage, caseLines: readonly string[]): string[] {
  const kills = nodes.map(({ name, process: { pid } }) => `${name}: kill -9 ${pid}`).join(', ');
  return [
    '',
    'What to do:',
    '  Open one link of each floor, each in a window of its own, and give the seat any name.',
    ...caseLines,
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
