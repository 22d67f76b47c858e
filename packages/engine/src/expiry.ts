// What is over is not told as if it were to come. Accidents, warnings, calls for help and incidents
// are told whenever they are known.
import { accept, refuse } from '@parley/protocol';
import type { Body, Outcome } from '@parley/protocol';
import { standsThere } from './lead.ts';

/**
 * Accepts what still has time to run at `nowMs`: a notice with a window that has not ended, a
 * declaration that has not expired, a question or proposal with time left to answer it. Refuses the
 * others as `expired`. Objects that stand where they are have no end.
 */
export function unexpired(body: Body, nowMs: number): Outcome<Body> {
  const end = endOf(body);
  if (end === undefined || end.ms > nowMs) return accept(body);
  const fault = `it ended ${Math.round((nowMs - end.ms) / 1_000)} s ago`;
  return refuse('expired', end.field, fault, 'a time that is still to come');
}

function endOf(body: Body): { readonly field: string; readonly ms: number } | undefined {
  switch (body.type) {
    case 'notice': {
      if (standsThere(body)) return undefined;
      return { field: 'volumes', ms: Math.max(...body.volumes.map(({ window }) => window.endMs)) };
    }
    case 'declaration':
      return { field: 'expiresMs', ms: body.expiresMs };
    case 'question':
    case 'proposal':
      return { field: 'answerByMs', ms: body.answerByMs };
    default:
      return undefined;
  }
}
