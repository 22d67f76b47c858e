// A message on its way out: said at once where one officer may, else kept for another to release.
import { randomUUID } from 'node:crypto';
import { checkDraft, needsFourEyes } from '@parley/engine';
import { objectIdOf } from '@parley/protocol';
import type { Body } from '@parley/protocol';
import { DONE, refused, whenOk } from '../command.ts';
import type { Ending, Terminal } from '../command.ts';
import { checkLines } from '../entry-lines.ts';
import type { View } from './view.ts';

const DRAFT_ID_LENGTH = 8;

/** Checks a message as the floor does, prints what was found, and keeps it as a ready draft. */
export async function keepDraft(view: View, body: Body, { out }: Terminal): Promise<Ending> {
  const { session, picture, client } = view;
  const check = checkDraft(picture, session.party, body, view.nowMs());
  if (check.refusal !== undefined) return refused(check.refusal);
  for (const line of checkLines(check, body)) out(line);
  const id = randomUUID().slice(0, DRAFT_ID_LENGTH);
  const saved = await client.call('saveDraft', { id }, { state: 'ready', form: '', body });
  return whenOk(saved, () => {
    out(`Draft ${id} is ready. Another seat must release it: parley release ${id}`);
    return DONE;
  });
}

/** Says a message at once where one officer may say it alone, else keeps it as a ready draft. */
export async function sayOrDraft(view: View, body: Body, terminal: Terminal): Promise<Ending> {
  if (needsFourEyes(body.type)) return keepDraft(view, body, terminal);
  return whenOk(await view.client.call('say', {}, { body }), ({ ref }) => {
    terminal.out(`Said as ${objectIdOf(ref)}.`);
    return DONE;
  });
}
