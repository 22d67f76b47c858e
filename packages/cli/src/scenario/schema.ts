// The form of a scenario: a failure of record as data, for the demo, the checks and the tests.
// What the line of the day did and what is done here are kept apart in every step.
import { SeatRole } from '@parley/protocol';
import type { Outcome } from '@parley/protocol';
import {
  amount,
  anything,
  each,
  fields,
  flag,
  instant,
  list,
  oneOf,
  optional,
  readShape,
  text,
  wrong,
} from './shape.ts';
import type { Shape } from './shape.ts';

type Read<S> = S extends Shape<infer T> ? T : never;

/**
 * What the line of the day did. `of-record`: the sources say so. `contested`: the parties differ.
 * `derived`: computed from what the sources say, by the rule that `did` states.
 */
const lineOfTheDay = fields({
  did: text,
  sources: list(amount),
  standing: oneOf('of-record', 'contested', 'derived'),
});

const ladderStep = oneOf(
  'received',
  'read',
  'readBack',
  'disseminated',
  'position',
  'complied',
  'answered',
  'responded',
  'countered',
);

const ladder = fields({
  party: text,
  has: optional(list(ladderStep)),
  lacks: optional(list(ladderStep)),
  /** What the comparison of the read-back with the geometry gave. */
  readBack: optional(oneOf('match', 'mismatch')),
  position: optional(text),
  /** What was said to a warning, a question, a proposal or an incident. */
  result: optional(text),
  /** The levels that it is said to have reached, in order. */
  reached: optional(list(text)),
  readBy: optional(text),
  readAfterSeconds: optional(amount),
  compliedAfterSeconds: optional(amount),
});

/** What must hold on every seat of the party `on` after a step. All fields that are given. */
const expectation = fields({
  on: text,
  object: optional(text),
  state: optional(oneOf('in-force', 'superseded', 'cancelled', 'removed')),
  /** Of a movement: whether the executing level has it everywhere, and how far it has got. */
  coordinated: optional(flag),
  progress: optional(text),
  /** Of an urgent message: what the second officer said. */
  confirmed: optional(text),
  /** To whom it was passed on, in order, and what that one said; "" where nothing came back. */
  onward: optional(list(fields({ to: text, receipt: optional(text) }))),
  /** Each text must be part of the sentence of one finding; [] means that there is none at all. */
  findings: optional(list(text)),
  leadMinutes: optional(amount),
  ladder: optional(ladder),
  /** How many pairs of notices are in conflict. */
  conflicts: optional(amount),
  task: optional(
    fields({
      object: text,
      party: text,
      step: text,
      dueAt: instant,
      overdue: optional(flag),
      /** How many levels it has climbed. */
      level: optional(amount),
    }),
  ),
  /** Each text must be part of one sentence on what does not fit the arrangement; [] is none. */
  compliance: optional(list(text)),
  /** The version of the arrangement in force. */
  arrangement: optional(amount),
  /** What of a party's end of the channel holds, in exercise traffic. */
  channel: optional(fields({ of: text, state: text })),
  /** How many entries stand on the records and cannot be used. */
  unusable: optional(amount),
  noTask: optional(fields({ object: text, party: text })),
  health: optional(fields({ of: text, state: text, staffed: flag })),
  /** The exported record of a party verifies, is cosigned by these, and holds exactly this. */
  record: optional(
    fields({ party: text, cosignedBy: list(text), says: each(amount), never: list(text) }),
  ),
});
export type Expectation = Read<typeof expectation>;

const step = fields({
  label: text,
  at: instant,
  title: text,
  lineOfTheDay: optional(lineOfTheDay),
  /** What Parley does here, in words. Assumed human reaction times are named as such. */
  parley: optional(text),
  party: optional(text),
  seat: optional(text),
  /** One of: say a message at once; keep it as a draft; release the draft of that label. */
  say: optional(anything),
  draft: optional(anything),
  release: optional(text),
  /** Pulls the plug of the party's node, or starts it again. */
  node: optional(oneOf('kill', 'start')),
  /** The code of the refusal that must come. */
  refused: optional(text),
  /** The field that this refusal names. */
  refusedField: optional(text),
  /** How fast the clock runs from here on where the case is watched. */
  rate: optional(amount),
  /** Where it is watched: real seconds before this step, after which the clock jumps to `at`. */
  pauseSeconds: optional(amount),
  expect: optional(list(expectation)),
});
export type Step = Read<typeof step>;

const scenario = fields({
  scenario: oneOf(1),
  name: text,
  title: text,
  summary: text,
  sources: list(text),
  /** Points on which the parties differ, each with every version. */
  contested: list(
    fields({ point: text, versions: list(fields({ says: text, sources: list(amount) })) }),
  ),
  /** What was made up so that the case can be played. */
  constructed: list(text),
  clockStart: instant,
  parties: list(fields({ party: text, name: text })),
  seats: list(fields({ party: text, name: text, role: oneOf(...SeatRole.options) })),
  steps: list(step),
});
export type Scenario = Read<typeof scenario>;

/** A scenario from a JSON value. Refuses naming the field, also where steps do not fit together. */
export function readScenario(value: unknown): Outcome<Scenario> {
  return readShape((given, at) => {
    const read = scenario(given, at);
    checkParties(read);
    checkSources(read);
    read.steps.forEach((one, index) => {
      checkStep(read, one, index);
    });
    return read;
  }, value);
}

function checkParties({ parties, seats }: Scenario): void {
  if (parties.length < 2) wrong('parties', parties.length, 'at least two parties');
  seats.forEach(({ party }, at) => {
    if (!parties.some((one) => one.party === party)) wrong(`seats[${at}].party`, party, 'a party');
  });
}

function checkSources({ sources, contested, steps }: Scenario): void {
  const used = [
    ...contested.flatMap(({ versions }) => versions.flatMap((version) => version.sources)),
    ...steps.flatMap((one) => one.lineOfTheDay?.sources ?? []),
  ];
  const strange = used.find((index) => sources[index] === undefined);
  if (strange !== undefined) wrong('sources', strange, `an index below ${sources.length}`);
}

function checkStep(
  { steps, seats, parties, clockStart }: Scenario,
  one: Step,
  index: number,
): void {
  const at = `steps[${index}]`;
  const before = steps.slice(0, index);
  if (before.some(({ label }) => label === one.label)) {
    wrong(`${at}.label`, one.label, 'a label of its own');
  }
  if (one.at < (before.at(-1)?.at ?? clockStart)) {
    wrong(`${at}.at`, one.at, 'a time that is not before the step above it');
  }
  const acts = [one.say, one.draft, one.release].filter((act) => act !== undefined);
  const all = one.node === undefined ? acts : [...acts, one.node];
  if (all.length > 1) wrong(at, one.label, 'one of say, draft, release and node');
  const seat = seats.find(({ party, name }) => party === one.party && name === one.seat);
  if (acts.length === 1 && seat === undefined) wrong(`${at}.seat`, one.seat, 'a seat of the party');
  const draft = before.find(({ label }) => label === one.release)?.draft;
  if (one.release !== undefined && draft === undefined) {
    wrong(`${at}.release`, one.release, 'the label of a draft above');
  }
  for (const { on } of one.expect ?? []) {
    if (!parties.some(({ party }) => party === on)) wrong(`${at}.expect.on`, on, 'a party');
  }
}
