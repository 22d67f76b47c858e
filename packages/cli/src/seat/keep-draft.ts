// Keeps a body as a draft that is ready, for another seat to release.
import { randomUUID } from 'node:crypto';
import { checkDraft } from '@parley/engine';
import type { Body } from '@parley/protocol';
import { DONE, refused, whenOk } from '../command.ts';
import type { Ending, Terminal } from '../command.ts';
import { checkLines } from '../entry-lines.ts';
import type { View } from './view.ts';

const DRAFT_ID_LENGTH = 8;

/** Checks a body as the floor does, prints what it would run into, and keeps it; or refuses. */
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
