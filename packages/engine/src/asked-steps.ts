// What an object asks of an addressee: its steps in their order (SPEC 7.5), each with its deadline
// and what did it. The clocks of today and the findings on the past both go by these.
import type { Arrangement, Precedence } from '@parley/protocol';
import type { Ladder, LadderStatement, LineObject, Step } from './picture.ts';

/** The step that is asked. `confirm` is asked of the author, all others of an addressee. */
export type AskedStep =
  | 'take'
  | 'act'
  | 'read'
  | 'read-back'
  | 'disseminate'
  | 'position'
  | 'answer'
  | 'respond'
  | 'account'
  | 'confirm';

/** A step, until when it is asked, and the first statement that did it; undefined while open. */
export type Asked = {
  readonly step: AskedStep;
  readonly dueMs: number;
  readonly done: Step | undefined;
};

type Said = Step & { readonly statement: LadderStatement };

/** Every step that is asked of who has this ladder, in the order in which they are asked. */
export function askedOf(
  { body, releasedMs: toldMs }: LineObject,
  ladder: Ladder,
  limits: Arrangement['deadlines'][Precedence],
): Asked[] {
  const said = ladder.said ?? [];
  const first = (type: LadderStatement['type']): Step | undefined =>
    said.find(({ statement }) => statement.type === type);
  const [readMs, readBackMs] = [toldMs + limits.readMs, toldMs + limits.readBackMs];
  const read: Asked = { step: 'read', dueMs: readMs, done: ladder.read };
  const position = (): Asked => {
    return { step: 'position', dueMs: toldMs + limits.positionMs, done: first('position') };
  };
  switch (body.type) {
    case 'line-check':
      return [{ step: 'answer', dueMs: readMs, done: first('line-check-answer') }];
    case 'warning':
    case 'accident':
    case 'search-and-rescue':
      return [
        { ...read, step: 'take' },
        { step: 'act', dueMs: readBackMs, done: first('warning-answer') },
      ];
    case 'question':
      return [read, ...answers(body.answerByMs, said)];
    case 'proposal':
      return [read, { step: 'respond', dueMs: body.answerByMs, done: settled(said) }];
    case 'incident':
      return [read, { step: 'account', dueMs: body.answerByMs, done: settled(said) }];
    case 'notice': {
      const isFast = body.precedence === 'FLASH' || body.precedence === 'IMMEDIATE';
      const back: Asked = { step: 'read-back', dueMs: readBackMs, done: first('read-back') };
      return [read, ...(isFast ? [back] : []), ...dissemination(body, said), position()];
    }
    case 'declaration':
      return [read, position()];
    default:
      return [read];
  }
}

// What settles the matter: the first such statement, unless the newest has opened it again.
function settled(said: readonly Said[]): Step | undefined {
  const newest = said.findLast(({ statement }) => leavesOpen(statement) !== undefined);
  if (newest === undefined || leavesOpen(newest.statement) === true) return undefined;
  return said.find(({ statement }) => leavesOpen(statement) === false);
}

/** Whether a response or an account leaves its matter open; undefined for other statements. */
function leavesOpen(statement: LadderStatement): boolean | undefined {
  if (statement.type === 'response') return statement.result === 'under-consideration';
  if (statement.type === 'counter-statement') return statement.result === 'investigating';
  return undefined;
}

// A promise moves the clock and does not stop it.
function answers(answerByMs: number, said: readonly Said[]): Asked[] {
  const asked: Asked[] = [];
  let dueMs: number | undefined = answerByMs;
  for (const { statement, ...step } of said) {
    if (statement.type !== 'answer') continue;
    if (dueMs !== undefined) asked.push({ step: 'answer', dueMs, done: step });
    dueMs = statement.promisedMs;
  }
  if (dueMs !== undefined) asked.push({ step: 'answer', dueMs, done: undefined });
  return asked;
}

// A movement must be with those who would act before it starts (World Central Kitchen, 2024).
function dissemination(
  body: Extract<LineObject['body'], { type: 'notice' }>,
  said: readonly Said[],
): Asked[] {
  if (body.kind !== 'movement') return [];
  const done = said.find(
    ({ statement }) => statement.type === 'disseminated' && statement.level === 'executing-level',
  );
  return [{ step: 'disseminate', dueMs: Math.min(...body.legs.map(({ etdMs }) => etdMs)), done }];
}
