// Drafts as the floor sees them: with the reviews of the body that they have now, and what is open.
import { createHash } from 'node:crypto';
import { pendingOffices, reviewState } from '@parley/engine';
import { bodyBytes, HashHex } from '@parley/protocol';
import type { Body, Draft, KeptDraft, Office } from '@parley/protocol';
import type { FloorStore } from './store.ts';

/** Every draft of a node, as its floor is told it. */
export function draftViews(store: FloorStore): Draft[] {
  const offices = store.offices();
  return store.drafts().map((kept) => draftView(kept, offices));
}

/** One draft: the reviews of another body than it has now are not there. */
export function draftView(kept: KeptDraft, offices: readonly Office[]): Draft {
  const { body } = kept;
  if (body === undefined) return { ...kept, state: 'editing', reviews: [], pending: [] };
  const bodyHash = hashOf(body);
  const reviews = (kept.reviews ?? []).filter((review) => review.bodyHash === bodyHash);
  const pending = pendingOffices(offices, body, reviews);
  const state = kept.state === 'editing' ? 'editing' : reviewState(pending, reviews);
  return { ...kept, state, bodyHash, reviews, pending };
}

function hashOf(body: Body): HashHex {
  return HashHex.parse(createHash('sha256').update(bodyBytes(body)).digest('hex'));
}
