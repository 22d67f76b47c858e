// The review chain: which offices of a party must clear a message before it is released, and how
// far it has got (DOMAIN 3.5). A review counts for the exact body that it was given on.
import type { Body, Draft, Office, Review } from '@parley/protocol';

/** The offices that must clear a body, in their order. */
export function officesFor(offices: readonly Office[], body: Body): string[] {
  // That it is being considered says nothing yet: it need not wait for those who consider it.
  if (body.type === 'response' && body.result === 'under-consideration') return [];
  return offices.filter(({ types }) => types.includes(body.type)).map(({ name }) => name);
}

/** The offices that have not cleared a body, in order; `reviews` are of this body, oldest first. */
export function pendingOffices(
  offices: readonly Office[],
  body: Body,
  reviews: readonly Review[],
): string[] {
  return officesFor(offices, body).filter((name) => newest(reviews, name) !== 'cleared');
}

/** How far a complete body has got on its way to release. */
export function reviewState(
  pending: readonly string[],
  reviews: readonly Review[],
): Exclude<Draft['state'], 'editing'> {
  const said = pending.map((name) => newest(reviews, name));
  if (said.includes('returned')) return 'returned';
  if (said.includes('held')) return 'held';
  return pending.length === 0 ? 'ready' : 'in-review';
}

function newest(reviews: readonly Review[], name: string): Review['result'] | undefined {
  return reviews.findLast(({ office }) => office === name)?.result;
}
