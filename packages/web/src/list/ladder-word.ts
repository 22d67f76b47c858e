// How far an object has got, in one word or two: what its slowest addressee has stated, or that it
// is over. Silence is told as such.
import type { Ladder, LineObject } from '@parley/engine';
import { phrase } from '@parley/protocol';
import { isEnded } from '../floor/shown.ts';
import { isUrgent } from '../words/urgent.ts';

/** `rank` orders what waits before what is done: the list sorts by it. */
export type LadderWord = { readonly word: string; readonly rank: number };

/** The state of an object at `nowMs`. With several addressees the one that is least far counts. */
export function ladderWord(object: LineObject, nowMs: number): LadderWord {
  if (object.state === 'superseded') return { word: 'Superseded', rank: 91 };
  if (object.state === 'cancelled') return { word: 'Cancelled', rank: 92 };
  const steps = [...object.ladders.values()].map((ladder) => stepWord(object, ladder));
  const slowest = steps.toSorted((a, b) => a.rank - b.rank)[0] ?? { word: 'Recorded', rank: 80 };
  if (object.body.type === 'notice' && isEnded(object, nowMs)) {
    return { word: `Over · ${slowest.word.toLowerCase()}`, rank: 90 };
  }
  return slowest;
}

function stepWord(object: LineObject, ladder: Ladder): LadderWord {
  if (ladder.complied !== undefined) {
    return { word: phrase(`warning-answer.${ladder.complied.statement.result}`), rank: 70 };
  }
  if (ladder.answered !== undefined) return { word: 'Answered', rank: 70 };
  if (ladder.responded !== undefined) {
    return { word: phrase(`response.${ladder.responded.statement.result}`), rank: 65 };
  }
  if (ladder.countered !== undefined) {
    return { word: phrase(`counter.${ladder.countered.statement.result}`), rank: 65 };
  }
  if (ladder.position !== undefined) {
    return { word: phrase(`position.${ladder.position.statement.position}`), rank: 60 };
  }
  if (ladder.readBack !== undefined) return readBackWord(ladder.readBack);
  if (ladder.read !== undefined) {
    return { word: isUrgent(object) ? 'Taken' : 'Read', rank: 20 };
  }
  if (ladder.received !== undefined) return { word: 'Received, not read', rank: 10 };
  return { word: 'Not received', rank: 0 };
}

function readBackWord({ comparison, statement }: NonNullable<Ladder['readBack']>): LadderWord {
  if (statement.officer === 'disputes') return { word: 'Read back, disputed', rank: 30 };
  if (comparison.result === 'mismatch') return { word: 'Read back, mismatch', rank: 31 };
  return { word: 'Read back, match', rank: 40 };
}
