// parley notice: checks a notice as the floor does, and keeps it as a draft that is ready.
import { accept } from '@parley/protocol';
import type { Outcome } from '@parley/protocol';
import { bodyOf, namedIn } from '../body-form.ts';
import { refused, whenOk, wrongUsage } from '../command.ts';
import type { Command, Given, Terminal } from '../command.ts';
import { readJson, readText } from '../file-text.ts';
import { keepDraft } from '../seat/keep-draft.ts';
import { withView } from '../seat/with-view.ts';
import { AREA_OPTIONS, AREA_USAGE, statusOf, volumesGiven, wordsGiven } from '../volume-options.ts';

export const NOTICE: Command = {
  name: 'notice',
  usage:
    `FILE | - | --title TEXT ${AREA_USAGE} --lower H --upper H --start TIME --end TIME\n` +
    '  [--activity CODE] [--asked avoid|note] [--precedence P] [--firmness CODE] [--words TEXT]\n' +
    '  [--supersedes ID] [--exercise | --test] [--seat FILE]',
  summary: 'Drafts a notice and checks it against its words and the notices of others',
  details:
    'A position is written in any form ("35.26 N 40.15 E", "37S FV 05643 02457"), a height as\n' +
    'FL180, "18000 ft AMSL", "5500 m HAE", SFC or UNL, a time as 2016-09-17T12:55:00Z or\n' +
    '171255ZSEP16. FILE (- for standard input) holds the same as JSON, in the form of the\n' +
    'scenarios. What is printed was computed from the geometry: findings are where the words\n' +
    'contradict it. Another seat with the role releaser must release the draft.',
  options: {
    ...AREA_OPTIONS,
    title: { type: 'string' },
    activity: { type: 'string' },
    asked: { type: 'string' },
    precedence: { type: 'string' },
    firmness: { type: 'string' },
    supersedes: { type: 'string' },
    seat: { type: 'string' },
  },
  words: [0, 1],
  run: async (given, terminal) => {
    const [file] = given.words;
    if (file === undefined && given.text('title') === undefined) {
      return wrongUsage('it needs a FILE, or --title and the other options');
    }
    const form = file === undefined ? accept(formOf(given)) : await formIn(file, terminal);
    if (!form.ok) return refused(form.refusal);
    return withView(given, async (view) => {
      const body = bodyOf(form.value, namedIn(view.picture), view.picture);
      return whenOk(body, async (notice) => keepDraft(view, notice, terminal));
    });
  },
};

/** The JSON value of a file, or of standard input for "-". */
export async function formIn(file: string, { readInput }: Terminal): Promise<Outcome<unknown>> {
  const text = file === '-' ? accept(await readInput()) : readText(file);
  return text.ok ? readJson(text.value, file) : text;
}

function formOf(given: Given): unknown {
  const supersedes = given.text('supersedes');
  return {
    type: 'notice',
    precedence: given.text('precedence') ?? 'PRIORITY',
    status: statusOf(given),
    activity: given.text('activity') ?? 'other',
    asked: given.text('asked') ?? 'avoid',
    firmness: given.text('firmness') ?? 'planned',
    title: given.text('title'),
    volumes: volumesGiven(given),
    ...wordsGiven(given),
    ...(supersedes === undefined ? {} : { supersedes }),
  };
}
