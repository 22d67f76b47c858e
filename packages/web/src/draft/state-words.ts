// How far a draft has got, in words.
import type { Draft } from '@parley/protocol';

/** "waits for Legal adviser"; "ready for release". */
export function stateWords({ state, pending }: Draft): string {
  const office = pending[0] ?? '';
  switch (state) {
    case 'editing':
      return 'being written';
    case 'in-review':
      return `waits for ${office}`;
    case 'returned':
      return `returned by an office, waits for ${office}`;
    case 'held':
      return `held by an office, waits for ${office}`;
    case 'ready':
      return 'ready for release';
  }
}
