// parley drafts and parley release: the second pair of eyes.
import { checkDraft } from '@parley/engine';
import { objectIdOf, refuse } from '@parley/protocol';
import { DONE, refused, whenOk } from '../command.ts';
import type { Command } from '../command.ts';
import { checkLines, draftLine, HASH_SHOWN } from '../entry-lines.ts';
import { withView } from '../seat/with-view.ts';

export const DRAFTS: Command = {
  name: 'drafts',
  usage: '[--seat FILE]',
  summary: 'Lists the drafts of this node, with what each would run into',
  details: 'Drafts never leave the node. A draft in editing cannot be released yet.',
  options: { seat: { type: 'string' } },
  words: [0, 0],
  run: async (given, { out }) =>
    withView(given, async (view) => {
      if (view.drafts().length === 0) out('There are no drafts.');
      for (const draft of view.drafts()) {
        out(draftLine(draft, view.picture));
        for (const { office, seat, result, words } of draft.reviews) {
          out(`  ${office}: ${result} by ${seat}${words === undefined ? '' : ` "${words}"`}`);
        }
        const { body } = draft;
        if (body === undefined) continue;
        const check = checkDraft(view.picture, view.session.party, body, view.nowMs());
        for (const line of checkLines(check, body)) out(`  ${line}`);
      }
      return DONE;
    }),
};

export const RELEASE: Command = {
  name: 'release',
  usage: 'DRAFT [--body HASH] [--seat FILE]',
  summary: 'Releases a draft of another seat to the line',
  details:
    'The draft is checked again and printed first; exactly that is released, or nothing if it\n' +
    'has been changed meanwhile. --body is the beginning of the hash that parley drafts showed\n' +
    'of it: it is refused when the draft has another body by now. The drafter may not release;\n' +
    'the seat must have the role releaser (commander for what binds the party), and every\n' +
    'office must have cleared it. Once released it is on record and cannot be taken back, only\n' +
    'superseded or cancelled.',
  options: { seat: { type: 'string' }, body: { type: 'string' } },
  words: [1, 1],
  run: async (given, { out }) =>
    withView(given, async (view) => {
      const id = given.words[0] ?? '';
      const draft = view.drafts().find((one) => one.id === id);
      if (draft === undefined) {
        const right = 'one that parley drafts lists';
        return refused(refuse('not-found', 'draft', `there is no draft ${id}`, right).refusal);
      }
      const { body, bodyHash } = draft;
      if (body === undefined || bodyHash === undefined) {
        return refused(refuse('malformed', 'draft', `${id} has no body yet`, 'a draft').refusal);
      }
      const seen = given.text('body');
      if (seen !== undefined && !(seen.length >= HASH_SHOWN && bodyHash.startsWith(seen))) {
        const fault = `found "${seen}", and the draft has ${bodyHash.slice(0, HASH_SHOWN)} now`;
        const right = `the first ${HASH_SHOWN} digits or more, as parley drafts shows them`;
        return refused(refuse('draft-changed', 'body', fault, right).refusal);
      }
      out(draftLine(draft, view.picture));
      const check = checkDraft(view.picture, view.session.party, body, view.nowMs());
      for (const line of checkLines(check, body)) out(line);
      const released = await view.client.call('releaseDraft', { id }, { bodyHash });
      return whenOk(released, ({ ref }) => {
        out(`Released as ${objectIdOf(ref)}.`);
        return DONE;
      });
    }),
};
