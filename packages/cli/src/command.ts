// What a command is: its usage, its options, and what it does with them. No command prints its own
// errors: it ends with a code and a sentence, and one place writes that.
import type { parseArgs } from 'node:util';
import type { Outcome, Refusal } from '@parley/protocol';

export type Terminal = {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Everything on standard input, as text. */
  readonly readInput: () => Promise<string>;
  /**
   * Asks for a secret, which is not shown while it is typed; from standard input, where that is no
   * terminal, its next line. undefined when there is none.
   */
  readonly askSecret: (question: string) => Promise<string | undefined>;
  /** Aborted when the person or the system asks to stop (SIGINT, SIGTERM, SIGHUP). */
  readonly stop: AbortSignal;
};

/** 0 done, 1 refused or a check failed, 2 wrong usage, 70 the disk failed. */
export type Ending = { readonly code: 0 | 1 | 2 | 70; readonly sentence?: string };

/** The options and words that were given. */
export type Given = {
  readonly words: readonly string[];
  readonly text: (option: string) => string | undefined;
  readonly texts: (option: string) => readonly string[];
  readonly has: (option: string) => boolean;
};

export type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

export type Command = {
  readonly name: string;
  /** After the name, as in a manual: "--party ID [--folder DIR]". */
  readonly usage: string;
  readonly summary: string;
  /** What a person must know before using it; printed by `parley help NAME`. */
  readonly details: string;
  readonly options: Options;
  /** How many words besides the options it takes: least and most. */
  readonly words: readonly [least: number, most: number];
  readonly run: (given: Given, terminal: Terminal) => Promise<Ending>;
};

export const DONE: Ending = { code: 0 };

export function wrongUsage(sentence: string): Ending {
  return { code: 2, sentence };
}

/** Ends with the refusal as one sentence: the field, the fault, what would be right. */
export function refused(refusal: Refusal): Ending {
  return { code: 1, sentence: plainSentence(refusal) };
}

/** "party: found "X"; right would be 2 to 32 of a-z." */
export function plainSentence({ field, fault, right }: Refusal): string {
  const place = field === '' ? '' : `${field}: `;
  const end = right === '' ? '' : `; right would be ${right.replace(/^(?:must be|expected) /, '')}`;
  return `${place}${fault}${end}.`;
}

/** Runs `next` with the value of an outcome, or ends with its refusal. */
export async function whenOk<T>(
  outcome: Outcome<T>,
  next: (value: T) => Ending | Promise<Ending>,
): Promise<Ending> {
  return outcome.ok ? next(outcome.value) : refused(outcome.refusal);
}
