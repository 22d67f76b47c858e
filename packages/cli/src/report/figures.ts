// What can be counted: lead times, latencies, what is open at the end.
import { elapsed } from '@parley/engine';
import type { LatencyRow, ObjectAccount } from '@parley/engine';
import type { Task } from '@parley/engine';
import { writeInstant } from '@parley/geo';
import { phrase } from '@parley/protocol';
import { cell, heading, paragraph, peer, plain, strong } from './document.ts';
import type { Block, Cell, Column } from './document.ts';
import { COLUMNS, HEADINGS, LATENCIES_NOTE, LEADS_NOTE, NONE, STEPS } from './labels.ts';

/** A heading and a table, or a heading and "None.". */
export function tableBlocks(
  title: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  note?: string,
): Block[] {
  if (rows.length === 0) return [heading(2, title), paragraph(NONE)];
  return [
    heading(2, title),
    ...(note === undefined ? [] : [paragraph(note)]),
    { kind: 'table', columns, rows },
  ];
}

/** The lead of every notice against its minimum. */
export function leadBlocks(objects: readonly ObjectAccount[]): Block[] {
  const rows = objects.flatMap(({ name, body, author, toldMs, lead }): Cell[][] => {
    if (lead === undefined) return [];
    const { leadMs, minimumMs } = lead;
    const isShort = minimumMs !== undefined && leadMs < minimumMs;
    const held =
      minimumMs === undefined
        ? plain('nothing was agreed')
        : isShort
          ? strong(`SHORT by ${elapsed(minimumMs - leadMs)}`)
          : plain('kept');
    const title = 'title' in body && body.title !== undefined ? [plain(' '), peer(body.title)] : [];
    return [
      [
        cell(strong(name), ...title),
        cell(author),
        cell(writeInstant(toldMs)),
        cell(writeInstant(toldMs + leadMs)),
        cell(leadMs < 0 ? strong(`${elapsed(-leadMs)} after its start`) : elapsed(leadMs)),
        cell(minimumMs === undefined ? '–' : elapsed(minimumMs)),
        cell(held),
      ],
    ];
  });
  const columns = [
    { title: 'Notice', share: 20 },
    { title: COLUMNS.party, share: 11 },
    { title: 'Told (UTC)', share: 17 },
    { title: 'First start (UTC)', share: 17 },
    { title: 'Lead', share: 12 },
    { title: 'Minimum', share: 11 },
    { title: 'Held', share: 12 },
  ];
  return tableBlocks(HEADINGS.leads, columns, rows, LEADS_NOTE);
}

/** Median and worst of each step, by party and precedence. */
export function latencyBlocks(latencies: readonly LatencyRow[]): Block[] {
  const span = (ms: number | undefined): string => (ms === undefined ? '–' : elapsed(ms));
  const rows = latencies.map(
    ({ party, precedence, step, count, unsaid, medianMs, p95Ms, worstMs }) => [
      cell(precedence),
      cell(party),
      cell(STEPS[step]),
      cell(String(count)),
      cell(unsaid > 0 ? strong(String(unsaid)) : '0'),
      cell(span(medianMs)),
      cell(span(p95Ms)),
      cell(span(worstMs)),
    ],
  );
  const columns = [
    { title: 'Precedence', share: 15 },
    { title: COLUMNS.party, share: 13 },
    { title: 'Step', share: 21 },
    { title: 'Taken', share: 9 },
    { title: 'No statement', share: 12 },
    { title: 'Median', share: 12 },
    { title: '95 %', share: 12 },
    { title: 'Worst', share: 12 },
  ];
  return tableBlocks(HEADINGS.latencies, columns, rows, LATENCIES_NOTE);
}

/** What was open at the end, the overdue first. */
export function openBlocks(tasks: readonly Task[]): Block[] {
  const rows = tasks
    .toSorted((a, b) => Number(b.overdue) - Number(a.overdue) || a.dueMs - b.dueMs)
    .map(({ object, party, step, precedence, sinceMs, dueMs, overdue }) => [
      cell(strong(object)),
      cell(party),
      cell(phrase(`step.${step}`)),
      cell(precedence),
      cell(writeInstant(sinceMs)),
      cell(overdue ? strong(`OVERDUE since ${writeInstant(dueMs)}`) : `by ${writeInstant(dueMs)}`),
    ]);
  const columns = [
    { title: COLUMNS.object, share: 15 },
    { title: 'Asked of', share: 12 },
    { title: 'What is asked', share: 23 },
    { title: 'Precedence', share: 14 },
    { title: 'Told (UTC)', share: 17 },
    { title: 'Due (UTC)', share: 19 },
  ];
  return tableBlocks(HEADINGS.open, columns, rows);
}
