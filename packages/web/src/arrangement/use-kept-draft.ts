// A body that needs two people and no editor: it goes straight to the drafts.
import type { Body } from '@parley/protocol';
import { useState } from 'react';
import { useActions } from '../floor/hooks.ts';

/** Keeps a body as a draft that is ready for another seat to release, and says what came of it. */
export function useKeptDraft(): {
  readonly keep: (body: Body) => void;
  readonly told: string | undefined;
} {
  const { saveDraft } = useActions();
  const [told, setTold] = useState<string>();
  const keep = async (body: Body): Promise<void> => {
    const reply = await saveDraft(crypto.randomUUID(), { state: 'ready', form: '', body });
    setTold(reply.ok ? 'It is under Drafts: another releaser must release it.' : reply.sentence);
  };
  return { keep: (body) => void keep(body), told };
}
