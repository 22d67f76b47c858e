// What `parley help` prints.
import { COMMANDS, TOOLS } from './commands.ts';

/** All commands, one a line. */
export function overview(): string {
  const all = [...COMMANDS, ...TOOLS];
  const width = Math.max(...all.map(({ name }) => name.length));
  const line = ({ name, summary }: { name: string; summary: string }): string =>
    `  ${name.padEnd(width)}  ${summary}`;
  return [
    'parley: the line between parties that share a sky but not their trust.',
    '',
    ...COMMANDS.map(line),
    '',
    'Tools that need no node:',
    ...TOOLS.map(line),
    '',
    '"parley help COMMAND" says more.',
    'Exit codes: 0 done, 1 refused or a check failed, 2 wrong usage, 70 the disk failed.',
  ].join('\n');
}

/** Usage and details of one command, or undefined if there is none of that name. */
export function helpOf(name: string): string | undefined {
  const found = [...COMMANDS, ...TOOLS].find((one) => one.name === name);
  if (found === undefined) return undefined;
  const { usage, summary, details } = found;
  return [`parley ${name} ${usage}`.trimEnd(), '', `${summary}.`, '', details].join('\n').trimEnd();
}
