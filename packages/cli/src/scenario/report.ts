// How a played step reads on a terminal: the time, what happened, beside what happened on the day.
import { writeInstant } from '@parley/geo';
import type { Held } from './expect.ts';
import type { StepReport } from './play.ts';
import type { Scenario, Step } from './schema.ts';

const STANDING = {
  'of-record': '',
  contested: ' (contested)',
  derived: ' (derived)',
} as const;

/** The head of a played scenario: its title, what is contested, what was made up. */
export function headLines(scenario: Scenario): string[] {
  const { title, summary, contested, constructed } = scenario;
  return [
    title,
    summary,
    ...contested.map(
      ({ point, versions }) => `Contested: ${point}: ${versions.map(versionText).join(' / ')}`,
    ),
    ...constructed.map((text) => `Made up to be played: ${text}`),
    ...scenario.sources.map((source, at) => `[${at}] ${source}`),
    '',
  ];
}

/** One step: ok or FAILED with what was expected and found, then the two accounts. */
export function stepLines(report: StepReport, checked: boolean): string[] {
  const { step, ok, held } = report;
  const failed = held.filter((one) => !one.ok);
  const count = checked ? ` (${held.length} ${held.length === 1 ? 'check' : 'checks'})` : '';
  const word = ok ? 'ok    ' : 'FAILED';
  return [
    `${writeInstant(step.at)}  ${word}  ${actor(step)}${step.title}${count}`,
    ...failed.map(failureLine),
    ...accountLines(step),
  ];
}

/** What the line of the day did and what Parley does, one line each, where the step says so. */
export function accountLines({ lineOfTheDay, parley }: Step): string[] {
  const indent = ' '.repeat(22);
  const day =
    lineOfTheDay === undefined
      ? []
      : [
          `${indent}The line of the day${STANDING[lineOfTheDay.standing]}: ` +
            `${lineOfTheDay.did} ${cited(lineOfTheDay.sources)}`,
        ];
  return [...day, ...(parley === undefined ? [] : [`${indent}Parley: ${parley}`])];
}

/** The summary: how many steps and checks held. */
export function summaryLine(name: string, reports: readonly StepReport[], total: number): string {
  const checks = reports.flatMap(({ held }) => held);
  const wrong = checks.filter(({ ok }) => !ok).length;
  const steps = reports.filter(({ ok }) => ok).length;
  const left = total - reports.length;
  const unplayed = left === 0 ? '' : `, ${left} not played`;
  const held = `${checks.length} checks, ${wrong} failed`;
  return `${name}: ${steps} of ${total} steps as expected${unplayed}, ${held}`;
}

function failureLine({ expected, found }: Held): string {
  return `${' '.repeat(22)}expected ${expected}; found ${found}`;
}

function actor({ party, seat }: Step): string {
  return party === undefined || seat === undefined ? '' : `${seat} (${party}): `;
}

function versionText(version: { says: string; sources: readonly number[] }): string {
  return `${version.says} ${cited(version.sources)}`.trimEnd();
}

function cited(sources: readonly number[]): string {
  return sources.map((source) => `[${source}]`).join('');
}
