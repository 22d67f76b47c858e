// The numbers of the period at a glance, one column a traffic status: a drill is never counted
// among what was real.
import type { AfterAction } from '@parley/engine';
import type { TrafficStatus } from '@parley/protocol';
import { cell, strong } from './document.ts';
import type { Block } from './document.ts';
import { tableBlocks } from './figures.ts';
import { HEADINGS } from './labels.ts';

const STATUSES = ['actual', 'exercise', 'test'] as const;

/** A heading and the table of counts. */
export function glanceBlocks(report: AfterAction): Block[] {
  const rows = ROWS.map(([title, count]) => [
    cell(title),
    ...STATUSES.map((status) => countCell(count(ofStatus(report, status)))),
  ]);
  const columns = [
    { title: 'What', share: 52 },
    { title: 'Actual', share: 16 },
    { title: 'EXERCISE', share: 16 },
    { title: 'TEST', share: 16 },
  ];
  return tableBlocks(HEADINGS.glance, columns, rows);
}

function countCell(count: number) {
  return count === 0 ? cell('0') : cell(strong(String(count)));
}

/** Of the report, what is of one status; what is about no object is actual. */
export function ofStatus(report: AfterAction, status: TrafficStatus) {
  const isOf = (one: { readonly status: TrafficStatus }): boolean => one.status === status;
  const { statuses } = report;
  const about = (name: (typeof report.findings)[number]['object']): boolean =>
    (name === undefined ? 'actual' : (statuses.get(name) ?? 'actual')) === status;
  return {
    chronology: report.chronology.filter(isOf),
    objects: report.objects.filter(isOf),
    latencies: report.latencies.filter(isOf),
    unanswered: report.unanswered.filter(({ object }) => about(object)),
    findings: report.findings.filter(({ object }) => about(object)),
    conflicts: report.conflicts.filter(({ a }) => about(a)),
    channel: report.channel.filter(({ statement }) => isOf(statement)),
  };
}

export type OfStatus = ReturnType<typeof ofStatus>;

const ROWS: readonly (readonly [string, (of: OfStatus) => number])[] = [
  ['Entries in the period, receipts left out', ({ chronology }) => saidOf(chronology)],
  ['Messages that had to be acknowledged', ({ objects }) => objects.length],
  ['Steps that nobody has taken at the end', ({ unanswered }) => unanswered.length],
  ['Of these, overdue', ({ unanswered }) => unanswered.filter(({ overdue }) => overdue).length],
  ['Findings: what did not fit the arrangement', ({ findings }) => findings.length],
  ['Messages whose words contradict their geometry', ({ objects }) => contradicted(objects)],
  ['Conflicts between notices at the end', ({ conflicts }) => conflicts.length],
  ['Incidents', ({ objects }) => objects.filter(({ body }) => body.type === 'incident').length],
];

function saidOf(chronology: OfStatus['chronology']): number {
  return chronology.filter(({ entry }) => entry.body.type !== 'received').length;
}

function contradicted(objects: OfStatus['objects']): number {
  return objects.filter(({ findings }) => findings.length > 0).length;
}
