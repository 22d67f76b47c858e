// parley say: what one officer may say alone about an object of the line.
import { refuse } from '@parley/protocol';
import type { Outcome } from '@parley/protocol';
import { bodyOf, namedIn } from '../form/body-form.ts';
import { refused, whenOk } from '../command.ts';
import type { Command, Given } from '../command.ts';
import { sayOrDraft } from '../seat/keep-draft.ts';
import { withView } from '../seat/with-view.ts';
import { wordsGiven } from '../volume-options.ts';

export const SAY: Command = {
  name: 'say',
  usage: 'STEP ID [CODE] [--words TEXT] [--at TIME] [--form FORM] [--seat FILE]',
  summary: 'Acknowledges or answers an object: read, read-back, position, answer and others',
  details:
    'read ID                 a human opened it; for a warning: a seat took it\n' +
    'read-back ID            repeats what was understood [--form MGRS] [--disputes]\n' +
    'position ID CODE        noted, no-objection, conflict, objection, contested, agreed,\n' +
    '                        denied\n' +
    'warning-answer ID CODE  action-taken, working, not-us, cannot\n' +
    'answer ID CODE          answered, see-notice, promised, cannot-say, declined\n' +
    '                        (by two seats)\n' +
    'response ID CODE        agreed, denied, alternative, under-consideration (by two seats)\n' +
    'counter-statement ID CODE  agrees, differs, denies, investigating; --words is the account\n' +
    'disseminated ID LEVEL   headquarters, air-defence-sector, executing-level,\n' +
    '                        air-traffic-control [--at TIME]\n' +
    'progress ID STATE       departed, at-waypoint, delayed, halted, deviating, arrived,\n' +
    '                        turned-back [--at TIME]\n' +
    'confirmation ID CODE    confirmed, not-confirmed: the second officer on a warning of ours\n' +
    'onward-receipt ID CODE  acknowledged, no-answer, refused: of whom it was passed on to\n' +
    'cancel ID CODE          completed, withdrawn, issued-in-error (by two seats)\n' +
    'removal ID CODE         closed, moved, listed-in-error, asked-by-its-staff (by two seats)\n' +
    'line-check              asks whether a human is there\n' +
    'line-check-answer ID    a human is',
  options: {
    words: { type: 'string' },
    language: { type: 'string' },
    form: { type: 'string' },
    disputes: { type: 'boolean' },
    notice: { type: 'string' },
    alternative: { type: 'string' },
    office: { type: 'string', multiple: true },
    reason: { type: 'string' },
    promised: { type: 'string' },
    at: { type: 'string' },
    seat: { type: 'string' },
  },
  words: [1, 3],
  run: async (given, terminal) => {
    const form = formOf(given);
    if (!form.ok) return refused(form.refusal);
    return withView(given, async (view) => {
      const timed = withTime(form.value, view.nowMs());
      const body = bodyOf(timed, namedIn(view.picture), view.picture);
      return whenOk(body, async (said) => sayOrDraft(view, said, terminal));
    });
  },
};

/** The field that holds the code of a step. */
const CODE_FIELDS: Readonly<Record<string, string | undefined>> = {
  read: undefined,
  'read-back': undefined,
  position: 'position',
  'warning-answer': 'result',
  answer: 'result',
  response: 'result',
  'counter-statement': 'result',
  disseminated: 'level',
  progress: 'state',
  confirmation: 'result',
  'onward-receipt': 'result',
  cancel: 'reason',
  removal: 'reason',
  'line-check': undefined,
  'line-check-answer': undefined,
};

function formOf(given: Given): Outcome<{ readonly type: string }> {
  const [step = '', id, code] = given.words;
  if (!Object.hasOwn(CODE_FIELDS, step)) {
    const right = Object.keys(CODE_FIELDS).join(', ');
    return refuse('malformed', 'step', `"${step}" is no step`, `one of ${right}`);
  }
  if ((step === 'line-check') !== (id === undefined)) {
    const fault = id === undefined ? 'the object is not named' : `${step} names no object`;
    return refuse('malformed', 'id', fault, step === 'line-check' ? 'nothing' : 'coalition/12');
  }
  const field = CODE_FIELDS[step];
  if ((field === undefined) !== (code === undefined)) {
    const fault = code === undefined ? 'the code is missing' : `${step} takes no code`;
    return refuse('malformed', field ?? 'code', fault, 'as parley help say lists them');
  }
  const readBack = {
    form: given.text('form') ?? 'MGRS',
    officer: given.has('disputes') ? 'disputes' : 'confirms',
  };
  return {
    ok: true,
    value: {
      type: step,
      ...(id === undefined ? {} : { ref: id }),
      ...(field === undefined ? {} : { [field]: code }),
      ...(step === 'read-back' ? readBack : {}),
      ...moreGiven(step, given),
    },
  };
}

/** Steps that say when something happened; it is now unless --at says otherwise. */
const TIME_FIELDS: Readonly<Record<string, string>> = {
  disseminated: 'reachedMs',
  progress: 'atMs',
  'onward-receipt': 'atMs',
};

function withTime(form: { readonly type: string }, nowMs: number): object {
  const time = TIME_FIELDS[form.type];
  return time === undefined ? form : { [time]: nowMs, ...form };
}

function moreGiven(step: string, given: Given): object {
  const time = TIME_FIELDS[step];
  const offices = given.texts('office');
  const more: Record<string, unknown> = { ...wordsGiven(given) };
  for (const option of ['notice', 'alternative', 'reason', 'promised']) {
    const text = given.text(option);
    if (text !== undefined) more[option] = text;
  }
  if (offices.length > 0) more['offices'] = offices;
  const at = given.text('at');
  if (time !== undefined && at !== undefined) more[time] = at;
  if (step === 'counter-statement') {
    more['account'] = more['words'];
    delete more['words'];
  }
  return more;
}
