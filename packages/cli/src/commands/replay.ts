// parley replay: plays a scenario on real nodes, to be checked or to be read.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from '@parley/protocol';
import { DONE, refused, wrongUsage } from '../command.ts';
import type { Command, Ending, Terminal } from '../command.ts';
import { readJson, readText } from '../file-text.ts';
import { playScenario } from '../scenario/play.ts';
import type { StepReport } from '../scenario/play.ts';
import { headLines, stepLines, summaryLine } from '../scenario/report.ts';
import { readScenario } from '../scenario/schema.ts';
import type { Scenario } from '../scenario/schema.ts';
import { openStage } from '../scenario/stage.ts';

const RATE_FIRST = 10;

export const REPLAY: Command = {
  name: 'replay',
  usage: 'FILE | --check FILE...',
  summary: 'Plays a scenario on real nodes, step by step, beside what happened on the day',
  details:
    'Starts a node for each party in a temporary folder, as processes of their own. With\n' +
    '--check the clock stands still at each step and everything is held against the literal\n' +
    'expectations of each FILE; the exit code says whether all of it held. Without, it runs at\n' +
    'a watchable speed.',
  options: { check: { type: 'boolean' } },
  words: [1, 100],
  run: async (given, terminal) => {
    if (!given.has('check') && given.words.length > 1) {
      return wrongUsage('it plays one FILE at a time; several only with --check');
    }
    // All are read before the first is played: a fault in the last is no surprise an hour later.
    const scenarios: Scenario[] = [];
    for (const file of given.words) {
      const scenario = scenarioIn(file);
      if (!scenario.ok) return refused(scenario.refusal);
      scenarios.push(scenario.value);
    }
    if (!given.has('check')) return play(scenarios, terminal);
    let code: Ending['code'] = 0;
    for (const scenario of scenarios) {
      const ending = await checkScenario(scenario, terminal);
      if (ending.code !== 0) code = ending.code;
    }
    return { code };
  },
};

function scenarioIn(file: string): Outcome<Scenario> {
  const text = readText(file);
  if (!text.ok) return text;
  const value = readJson(text.value, file);
  if (!value.ok) return value;
  return readScenario(value.value);
}

/** Plays with a stepped clock and holds every expectation. Ends with 0 only if all of them held. */
export async function checkScenario(scenario: Scenario, terminal: Terminal): Promise<Ending> {
  const root = mkdtempSync(join(tmpdir(), 'parley-replay-'));
  const clock = { startMs: scenario.clockStart, anchorMs: Date.now(), rate: 0 };
  try {
    const stage = await openStage(scenario, root, clock, []);
    const reports: StepReport[] = [];
    try {
      for await (const report of playScenario(scenario, stage, 'stepped', terminal.stop)) {
        reports.push(report);
        for (const line of stepLines(report, true)) terminal.out(line);
      }
    } finally {
      await stage.close();
    }
    terminal.out(summaryLine(scenario.name, reports, scenario.steps.length));
    const all = reports.length === scenario.steps.length && reports.every(({ ok }) => ok);
    return { code: all ? 0 : 1 };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function play([scenario]: readonly Scenario[], terminal: Terminal): Promise<Ending> {
  if (scenario === undefined) throw new Error('the command takes at least one file');
  const root = mkdtempSync(join(tmpdir(), 'parley-replay-'));
  const clock = { startMs: scenario.clockStart, anchorMs: Date.now(), rate: RATE_FIRST };
  try {
    const stage = await openStage(scenario, root, clock, ['watch']);
    for (const line of headLines(scenario)) terminal.out(line);
    for (const { name, process } of stage.nodes) {
      terminal.out(`Floor of ${name}: ${process.serving.seatLinks.at(-1)?.link}`);
    }
    try {
      for await (const report of playScenario(scenario, stage, 'running', terminal.stop)) {
        for (const line of stepLines(report, false)) terminal.out(line);
      }
    } finally {
      await stage.close();
    }
    return DONE;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
