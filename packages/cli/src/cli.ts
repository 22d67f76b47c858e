// The command line: finds the command, reads its options, runs it, and writes how it ended.
import { parseArgs } from 'node:util';
import { StorageFailed } from '@parley/node';
import { COMMANDS, TOOLS } from './commands.ts';
import type { Command, Ending, Given, Terminal } from './command.ts';
import { wrongUsage } from './command.ts';
import { helpOf, overview } from './help.ts';
import { FloorSilent } from './seat/floor-fetch.ts';

/**
 * Runs `parley ...args`. Gives the exit code: 0 done, 1 refused or a check failed, 2 wrong usage,
 * 70 the disk failed. Only a bug throws.
 */
export async function cli(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    return help(rest[0], terminal);
  }
  if (rest.includes('--help')) return help(name, terminal);
  const tool = TOOLS.find((one) => one.name === name);
  if (tool !== undefined) return tool.run(rest, terminal.out, terminal.err);
  const command = COMMANDS.find((one) => one.name === name);
  if (command === undefined) {
    terminal.err(`parley: there is no command "${name}"; "parley help" lists them.`);
    return 2;
  }
  const { code, sentence } = await runCommand(command, rest, terminal);
  if (sentence !== undefined) terminal.err(`parley ${name}: ${sentence}`);
  if (code === 2) terminal.err(`Usage: parley ${name} ${command.usage}`.trimEnd());
  return code;
}

async function runCommand(
  command: Command,
  args: readonly string[],
  terminal: Terminal,
): Promise<Ending> {
  const given = givenTo(command, args);
  if (typeof given === 'string') return wrongUsage(given);
  try {
    return await command.run(given, terminal);
  } catch (fault) {
    if (fault instanceof FloorSilent) return { code: 1, sentence: fault.message };
    if (fault instanceof StorageFailed) return { code: 70, sentence: fault.message };
    throw fault;
  }
}

/** The options as given, or the sentence that says what is wrong with them. */
function givenTo(command: Command, args: readonly string[]): Given | string {
  const [least, most] = command.words;
  try {
    const { values, positionals: words } = parseArgs({
      args: [...args],
      options: command.options,
      allowPositionals: true,
      strict: true,
    });
    if (words.length < least) return `it needs ${least === 1 ? 'a word' : `${least} words`} more`;
    if (words.length > most) return `"${words[most]}" is one word too many`;
    const text = (option: string): string | undefined => {
      const value = values[option];
      return typeof value === 'string' ? value : undefined;
    };
    const texts = (option: string): readonly string[] => {
      const value = values[option];
      return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
    };
    return { words, text, texts, has: (option) => values[option] !== undefined };
  } catch (fault) {
    // parseArgs tells wrong usage by exceptions with a code; their first sentence is for people.
    if (fault instanceof TypeError && 'code' in fault) {
      return fault.message.split(/\. |\n/)[0] ?? fault.message;
    }
    throw fault;
  }
}

function help(name: string | undefined, terminal: Terminal): number {
  if (name === undefined) {
    terminal.out(overview());
    return 0;
  }
  const text = helpOf(name);
  if (text === undefined) {
    terminal.err(`parley: there is no command "${name}"; "parley help" lists them.`);
    return 2;
  }
  terminal.out(text);
  return 0;
}
