// parley replay: plays a scenario on real nodes, to be checked or to be read.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DONE, refused, whenOk } from '../command.ts';
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
  usage: 'FILE [--check]',
  summary: 'Plays a scenario on real nodes, step by step, beside what happened on the day',
  details:
    'Starts a node for each party in a temporary folder, as processes of their own. With\n' +
    '--check the clock stands still at each step and everything is held against the literal\n' +
    'expectations of FILE; the exit code says whether all of it held. Without, it runs at a\n' +
    'watchable speed.',
  options: { check: { type: 'boolean' } },
  words: [1, 1],
  run: async (given, terminal) => {
    const text = readText(given.words[0] ?? '');
    if (!text.ok) return refused(text.refusal);
    const value = readJson(text.value, given.words[0] ?? '');
    if (!value.ok) return refused(value.refusal);
    return whenOk(readScenario(value.value), async (scenario) =>
      given.has('check') ? checkScenario(scenario, terminal) : play(scenario, terminal),
    );
  },
};

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

async function play(scenario: Scenario, terminal: Terminal): Promise<Ending> {
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
