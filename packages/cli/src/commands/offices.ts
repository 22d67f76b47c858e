// parley offices and parley review: what a party considers before anything of it is released.
import { BODIES, refuse, ReviewInput } from '@parley/protocol';
import type { BodyType, Office, Outcome } from '@parley/protocol';
import { DONE, refused, whenOk } from '../command.ts';
import type { Command } from '../command.ts';
import { clientOf, readSeat, seatPath } from '../seat/seat-file.ts';
import { withView } from '../seat/with-view.ts';

export const OFFICES: Command = {
  name: 'offices',
  usage: '[NAME=TYPE,... ...] [--none] [--seat FILE]',
  summary: 'Lists the offices that must clear a message before its release, or sets them',
  details:
    'Without words it lists. parley offices "Legal adviser=proposal,response" Plans=notice sets\n' +
    'all offices in the order in which they consider a draft; --none takes them all away. A\n' +
    'commander or an administrator sets them. What one officer says alone waits for no office.',
  options: { none: { type: 'boolean' }, seat: { type: 'string' } },
  words: [0, 16],
  run: async (given, { out }) => {
    const wanted = officesOf(given.words);
    if (!wanted.ok) return refused(wanted.refusal);
    return whenOk(readSeat(seatPath(given.text('seat'))), async (seat) => {
      const client = clientOf(seat);
      const lists = wanted.value.length === 0 && !given.has('none');
      const told = lists
        ? await client.call('offices', {}, undefined)
        : await client.call('setOffices', {}, { offices: wanted.value });
      return whenOk(told, ({ offices }) => {
        if (offices.length === 0) out('No office considers anything: a draft is ready at once.');
        for (const [at, { name, types }] of offices.entries()) {
          out(`${at + 1}. ${name}: ${types.join(', ')}`);
        }
        return DONE;
      });
    });
  },
};

function officesOf(words: readonly string[]): Outcome<Office[]> {
  const offices: Office[] = [];
  for (const word of words) {
    const [name = '', types = '', ...rest] = word.split('=');
    const read: BodyType[] = [];
    for (const type of types.split(',')) {
      if (!isType(type) || name === '' || rest.length > 0) {
        const right = `NAME=TYPE,... with types of ${Object.keys(BODIES).join(', ')}`;
        return refuse('malformed', 'offices', `"${word}"`, right);
      }
      read.push(type);
    }
    offices.push({ name, types: read });
  }
  return { ok: true, value: offices };
}

function isType(text: string): text is BodyType {
  return Object.hasOwn(BODIES, text);
}

export const REVIEW: Command = {
  name: 'review',
  usage: 'DRAFT cleared|returned|held [--words TEXT] [--seat FILE]',
  summary: "Says for this seat's office what it finds in a draft",
  details:
    'It counts for the exact body that the draft has now: any change voids it. The offices\n' +
    'review in their order, and nobody reviews what the same seat drafted.',
  options: { words: { type: 'string' }, seat: { type: 'string' } },
  words: [2, 2],
  run: async (given, { out }) => {
    const [id = '', said] = given.words;
    const result = ReviewInput.shape.result.safeParse(said);
    if (!result.success) {
      const right = ReviewInput.shape.result.options.join(', ');
      return refused(refuse('malformed', 'result', `"${said}"`, right).refusal);
    }
    return withView(given, async (view) => {
      const bodyHash = view.drafts().find((draft) => draft.id === id)?.bodyHash;
      if (bodyHash === undefined) {
        const right = 'a complete one that parley drafts lists';
        return refused(refuse('not-found', 'draft', `there is no draft ${id}`, right).refusal);
      }
      const words = given.text('words');
      const review = { bodyHash, result: result.data, ...(words === undefined ? {} : { words }) };
      const told = await view.client.call('reviewDraft', { id }, review);
      return whenOk(told, ({ state, pending }) => {
        const waits = pending.length === 0 ? '' : `, waits for ${pending.join(', ')}`;
        out(`Draft ${id} is ${state}${waits}.`);
        return DONE;
      });
    });
  },
};
