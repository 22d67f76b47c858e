// What every bench prints: the machine that it ran on, and its figures as a table.
import { cpus, totalmem } from 'node:os';

export type Row = Readonly<Record<string, string | number>>;

/** CPU, cores, memory, Node and SQLite, in one line. */
export function machineLine(): string {
  const [cpu] = cpus();
  const memoryGiB = Math.round(totalmem() / 2 ** 30);
  const { node, sqlite } = process.versions;
  const kind = `${cpu?.model.trim() ?? 'unknown CPU'}, ${cpus().length} cores, ${memoryGiB} GiB`;
  return `${kind}; ${process.platform}; Node ${node}, SQLite ${sqlite}`;
}

/** The value below which a fraction of the values lies: nearest rank, of values in any order. */
export function percentile(values: readonly number[], fraction: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(fraction * sorted.length) - 1)];
  if (value === undefined) throw new Error('a percentile needs values');
  return value;
}

/** Prints rows as a Markdown table, after a title and the machine. */
export function printTable(title: string, rows: readonly Row[]): void {
  const [first] = rows;
  if (first === undefined) throw new Error('a table has rows');
  const names = Object.keys(first);
  const lines = rows.map((row) => `| ${names.map((name) => row[name]).join(' | ')} |`);
  const head = [`| ${names.join(' | ')} |`, `| ${names.map(() => '---').join(' | ')} |`];
  console.log([title, machineLine(), '', ...head, ...lines].join('\n'));
}
