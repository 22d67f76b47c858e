// What was said on one object, by whom, how long after it was told; and what was not said.
import { factsOf } from '@parley/protocol';
import type {
  Body,
  BodyType,
  Fact,
  ObjectId,
  PartyId,
  Precedence,
  Ref,
  TrafficStatus,
} from '@parley/protocol';
import type { Finding } from '@parley/geo';
import { arrangementAt } from '../arrangement/in-force.ts';
import { minimumLeadMsOf } from '../lead.ts';
import type { Ladder, LineObject, ObjectBody, Picture, Step } from '../picture.ts';
import type { ReadBackComparison } from '../read-back.ts';
import { mustAct, precedenceOf } from '../tasks.ts';

/** What can be said on an object; the first nine are of an addressee, the rest of its author. */
export type StepName =
  | 'received'
  | 'read'
  | 'read-back'
  | 'disseminated'
  | 'position'
  | 'action'
  | 'answer'
  | 'response'
  | 'counter-statement'
  | 'progress'
  | 'confirmation'
  | 'withdrawal';

/** One statement: when by its author's clock, and how long after the object was told. */
export type Said = {
  readonly ref: Ref;
  readonly seat: string;
  readonly atMs: number;
  /** Less what the clocks were measured to differ by, where that was measured. */
  readonly afterMs: number;
  /** The clock of the object's author minus the receiver's; receipts only. */
  readonly clockOffsetMs?: number;
  /** What the statement says; a receipt and a READ say nothing more. */
  readonly facts: readonly Fact[];
  /** Of a read-back: whether it is what was sent. */
  readonly comparison?: ReadBackComparison;
};

/** A step and every statement of it; empty means no statement. */
export type ReportStep = { readonly step: StepName; readonly said: readonly Said[] };

export type AddresseeAccount = {
  readonly party: PartyId;
  /** Whether it had to act, or was only told. */
  readonly mustAct: boolean;
  readonly steps: readonly ReportStep[];
};

export type ObjectAccount = {
  readonly name: ObjectId;
  readonly told: Ref;
  readonly author: PartyId;
  readonly toldMs: number;
  readonly draftedBy: string;
  readonly releasedBy: string;
  readonly body: ObjectBody;
  readonly facts: readonly Fact[];
  readonly status: TrafficStatus;
  readonly precedence: Precedence;
  readonly state: LineObject['state'];
  readonly supersededBy: ObjectId | undefined;
  readonly findings: readonly Finding[];
  /** Of a notice: its lead, and the least that what was agreed when it was told asks for. */
  readonly lead: { readonly leadMs: number; readonly minimumMs: number | undefined } | undefined;
  readonly own: readonly ReportStep[];
  readonly addressees: readonly AddresseeAccount[];
};

/** Both sides' account of an object, as the picture has it. */
export function accountOf(picture: Picture, object: LineObject): ObjectAccount {
  const { body, ref, author, releasedMs, draftedBy, releasedBy, state, findings } = object;
  return {
    name: object.id,
    told: ref,
    author,
    toldMs: releasedMs,
    draftedBy,
    releasedBy,
    body,
    facts: factsOf(body),
    status: 'status' in body ? body.status : 'actual',
    precedence: precedenceOf(object),
    state,
    supersededBy: object.supersededBy,
    findings,
    lead: leadOf(picture, object),
    own: ownSteps(object),
    addressees: [...object.ladders].map(([party, ladder]) => ({
      party,
      mustAct: mustAct(object, party),
      steps: addresseeSteps(object, ladder),
    })),
  };
}

// A protected object stands where it stands: nobody has to tell it ahead.
function leadOf(picture: Picture, { body, leadMs, releasedMs }: LineObject): ObjectAccount['lead'] {
  if (body.type !== 'notice' || body.kind === 'protected-object') return undefined;
  if (leadMs === undefined) return undefined;
  const agreed = arrangementAt(picture, releasedMs);
  return { leadMs, minimumMs: agreed === undefined ? undefined : minimumLeadMsOf(agreed, body) };
}

type Statement = Step & { readonly statement?: Body };

// What is asked of an addressee is listed even if nobody said it; the rest where it was said.
const ASKED: Readonly<Partial<Record<BodyType, readonly StepName[]>>> = {
  notice: ['read-back', 'disseminated', 'position'],
  warning: ['action'],
  accident: ['action'],
  'search-and-rescue': ['action'],
  question: ['answer'],
  'line-check': ['answer'],
  declaration: ['position'],
  proposal: ['response'],
  incident: ['counter-statement'],
};

function addresseeSteps({ body, releasedMs }: LineObject, ladder: Ladder): ReportStep[] {
  const offsetMs = ladder.received?.clockOffsetMs ?? 0;
  const all: readonly (readonly [StepName, readonly (Statement | undefined)[]])[] = [
    ['received', [ladder.received]],
    ['read', [ladder.read]],
    ['read-back', [ladder.readBack]],
    ['disseminated', ladder.disseminated ?? []],
    ['position', [ladder.position]],
    ['action', [ladder.complied]],
    ['answer', [ladder.answered]],
    ['response', [ladder.responded]],
    ['counter-statement', [ladder.countered]],
  ];
  const asked: readonly StepName[] = ['received', 'read', ...(ASKED[body.type] ?? [])];
  return all
    .map(([step, steps]) => ({
      step,
      said: steps.flatMap((one) =>
        one === undefined ? [] : [saidOf(one, releasedMs - offsetMs, ladder, step)],
      ),
    }))
    .filter(({ step, said }) => said.length > 0 || asked.includes(step));
}

function ownSteps({ body, releasedMs, progress, confirmed, cancelled }: LineObject): ReportStep[] {
  const urgent = ASKED[body.type]?.includes('action') === true;
  const all: readonly (readonly [StepName, readonly (Statement | undefined)[]])[] = [
    ['progress', progress],
    ['confirmation', [confirmed]],
    ['withdrawal', [cancelled]],
  ];
  return all
    .map(([step, steps]) => ({
      step,
      said: steps.flatMap((one) => (one === undefined ? [] : [saidOf(one, releasedMs)])),
    }))
    .filter(({ step, said }) => said.length > 0 || (urgent && step === 'confirmation'));
}

function saidOf(one: Statement, toldMs: number, ladder?: Ladder, step?: StepName): Said {
  const { ref, seat, atMs, statement } = one;
  const { clockOffsetMs } = ladder?.received ?? {};
  const comparison = ladder?.readBack?.comparison;
  return {
    ref,
    seat,
    atMs,
    afterMs: atMs - toldMs,
    facts: statement === undefined ? [] : factsOf(statement).filter(({ name }) => name !== 'ref'),
    ...(step === 'received' && clockOffsetMs !== undefined ? { clockOffsetMs } : {}),
    ...(step === 'read-back' && comparison !== undefined ? { comparison } : {}),
  };
}
