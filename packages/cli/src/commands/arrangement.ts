// parley arrangement: the arrangement as a document and as data, its versions compared, and what
// two people say of it: propose, counter-propose, respond, sign.
import {
  arrangementDocument,
  compareArrangements,
  documentHtml,
  documentMarkdown,
} from '@parley/engine';
import { readInstant } from '@parley/geo';
import { accept, objectIdOf, readBody, refuse } from '@parley/protocol';
import type { Arrangement, Body, Outcome, Ref } from '@parley/protocol';
import { documentText, changeLines } from '../arrangement-lines.ts';
import { readArrangement, versionNamed } from '../arrangement-file.ts';
import { namedIn } from '../form/body-form.ts';
import { DONE, refused, whenOk, wrongUsage } from '../command.ts';
import type { Command, Ending, Given, Terminal } from '../command.ts';
import { keepDraft } from '../seat/keep-draft.ts';
import type { View } from '../seat/view.ts';
import { withView } from '../seat/with-view.ts';

type Verb = {
  /** How many words follow the verb. */
  readonly words: number;
  readonly run: (words: readonly string[], given: Given, terminal: Terminal) => Promise<Ending>;
};

const VERBS: ReadonlyMap<string, Verb> = new Map([
  ['show', { words: 0, run: show }],
  ['compare', { words: 2, run: compare }],
  ['check', { words: 1, run: check }],
  ['propose', { words: 1, run: propose }],
  ['counter', { words: 2, run: counter }],
  ['respond', { words: 2, run: respond }],
  ['sign', { words: 1, run: sign }],
]);

export const ARRANGEMENT: Command = {
  name: 'arrangement',
  usage:
    'show [--version N] [--format text|markdown|html|json] | compare A B | check FILE\n' +
    '  | propose FILE --answer-by TIME [--title TEXT] | counter ID FILE --answer-by TIME\n' +
    '  | respond ID agreed|denied|alternative | sign VERSION|FILE    [--seat FILE]',
  summary: 'Reads, compares, proposes and signs the arrangement between the members',
  details:
    'show                prints the arrangement in force, or the version that is named\n' +
    'compare A B         tells clause by clause what changes from A to B; each is a version\n' +
    '                    that stands on the line, or a FILE of JSON\n' +
    'check FILE          says whether a file is an arrangement, and if not, where and why\n' +
    'propose FILE        proposes a version to the other side\n' +
    'counter ID FILE     proposes another version in place of their proposal ID\n' +
    'respond ID CODE     agreed, denied, or alternative, after our counter was released\n' +
    'sign VERSION|FILE   puts our signature under a version; it is in force when all have\n' +
    'The last four make a draft: another seat, a releaser, must release it. To agree is not to\n' +
    'sign. The protocol and docs/arrangement.md say what a file holds.',
  options: {
    version: { type: 'string' },
    format: { type: 'string' },
    'answer-by': { type: 'string' },
    title: { type: 'string' },
    seat: { type: 'string' },
  },
  words: [1, 3],
  run: async (given, terminal) => {
    const [name = '', ...words] = given.words;
    const verb = VERBS.get(name);
    if (verb === undefined) {
      return wrongUsage(`"${name}" is none of ${[...VERBS.keys()].join(', ')}`);
    }
    if (words.length !== verb.words) {
      return wrongUsage(`${name} takes ${verb.words} more words, not ${words.length}`);
    }
    return verb.run(words, given, terminal);
  },
};

async function show(_: readonly string[], given: Given, { out }: Terminal): Promise<Ending> {
  const format = given.text('format') ?? 'text';
  if (!['text', 'markdown', 'html', 'json'].includes(format)) {
    return wrongUsage(`--format: "${format}" is none of text, markdown, html, json`);
  }
  return withView(given, async (view) => {
    const { picture, session } = view;
    const version = given.text('version') ?? String(picture.arrangement?.version ?? '');
    if (version === '') {
      const fault = 'none is in force';
      return refused(refuse('not-found', 'version', fault, 'a version with --version').refusal);
    }
    return whenOk(versionNamed(version, picture), (signing) => {
      const { arrangement } = signing;
      const document = arrangementDocument({ arrangement, members: session.members, signing });
      if (format === 'json') out(JSON.stringify(arrangement, undefined, 2));
      if (format === 'markdown') out(documentMarkdown(document).trimEnd());
      if (format === 'html') out(documentHtml(document).trimEnd());
      if (format === 'text') for (const line of documentText(document)) out(line);
      return DONE;
    });
  });
}

async function compare(
  [a = '', b = '']: readonly string[],
  given: Given,
  { out }: Terminal,
): Promise<Ending> {
  const told = (before: Arrangement, after: Arrangement): Ending => {
    for (const line of changeLines(compareArrangements(before, after))) out(line);
    return DONE;
  };
  if (!isVersion(a) && !isVersion(b)) {
    return whenOk(readArrangement(a), (before) =>
      whenOk(readArrangement(b), (after) => told(before, after)),
    );
  }
  return withView(given, (view) =>
    whenOk(meant(a, view), (before) => whenOk(meant(b, view), (after) => told(before, after))),
  );
}

async function check([file = '']: readonly string[], _: Given, { out }: Terminal): Promise<Ending> {
  return whenOk(readArrangement(file), ({ version }) => {
    out(`${file} is an arrangement, version ${version}.`);
    return DONE;
  });
}

async function propose(
  [file = '']: readonly string[],
  given: Given,
  terminal: Terminal,
): Promise<Ending> {
  const proposal = proposalOf(file, given, undefined);
  return whenOk(proposal, (body) => withView(given, (view) => keepDraft(view, body, terminal)));
}

async function counter(
  [id = '', file = '']: readonly string[],
  given: Given,
  terminal: Terminal,
): Promise<Ending> {
  return withView(given, (view) =>
    whenOk(named(id, view), (ref) =>
      whenOk(proposalOf(file, given, ref), (body) => keepDraft(view, body, terminal)),
    ),
  );
}

async function respond(
  [id = '', result = '']: readonly string[],
  given: Given,
  terminal: Terminal,
): Promise<Ending> {
  if (!['agreed', 'denied', 'alternative'].includes(result)) {
    return wrongUsage(`"${result}" is none of agreed, denied, alternative`);
  }
  return withView(given, (view) =>
    whenOk(named(id, view), (ref) => {
      const alternative = result === 'alternative' ? counterTo(ref, view) : undefined;
      const put = alternative === undefined ? {} : { alternative };
      const response = readBody({ type: 'response', ref, result, ...put });
      return whenOk(response, (body) => keepDraft(view, body, terminal));
    }),
  );
}

async function sign(
  [name = '']: readonly string[],
  given: Given,
  terminal: Terminal,
): Promise<Ending> {
  return withView(given, (view) =>
    whenOk(meant(name, view), (arrangement) => keepDraft(view, arrangement, terminal)),
  );
}

function proposalOf(file: string, given: Given, alternativeTo: Ref | undefined): Outcome<Body> {
  const arrangement = readArrangement(file);
  if (!arrangement.ok) return arrangement;
  const by = given.text('answer-by');
  const answerBy = by === undefined ? undefined : readInstant(by);
  if (answerBy?.ok !== true) {
    const fault = by === undefined ? 'it is missing' : `found "${by}"`;
    return refuse('malformed', '--answer-by', fault, 'a time, as 2026-09-17T12:55:00Z');
  }
  const { version } = arrangement.value;
  return readBody({
    type: 'proposal',
    matter: 'arrangement',
    precedence: 'ROUTINE',
    status: 'actual',
    title: given.text('title') ?? `Version ${version} of the arrangement`,
    answerByMs: answerBy.value,
    arrangement: arrangement.value,
    ...(alternativeTo === undefined ? {} : { alternativeTo }),
  });
}

function named(id: string, view: View): Outcome<Ref> {
  const ref = namedIn(view.picture)(id);
  if (ref !== undefined) return accept(ref);
  return refuse('not-found', 'id', `there is no ${id} on the line`, 'a proposal, as russia/12');
}

/** Our newest proposal in force that stands in place of theirs. */
function counterTo(ref: Ref, { picture, session }: View): Ref | undefined {
  const id = objectIdOf(ref);
  return picture.byAuthor.get(session.party)?.findLast(({ body, state }) => {
    if (state !== 'in-force' || body.type !== 'proposal') return false;
    return body.alternativeTo !== undefined && objectIdOf(body.alternativeTo) === id;
  })?.ref;
}

function meant(name: string, { picture }: View): Outcome<Arrangement> {
  if (!isVersion(name)) return readArrangement(name);
  const signing = versionNamed(name, picture);
  return signing.ok ? accept(signing.value.arrangement) : signing;
}

function isVersion(name: string): boolean {
  return /^\d+$/u.test(name);
}
