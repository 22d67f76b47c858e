// parley say: what one officer may say alone about an object of the line.
import { objectIdOf, refuse } from '@parley/protocol';
import type { Outcome } from '@parley/protocol';
import { randomUUID } from 'node:crypto';
import { needsFourEyes } from '@parley/engine';
import { bodyOf, namedIn } from '../body-form.ts';
import { DONE, refused, whenOk } from '../command.ts';
import type { Command, Given } from '../command.ts';
import { withView } from '../seat/with-view.ts';
import { wordsGiven } from '../volume-options.ts';

export const SAY: Command = {
  name: 'say',
  usage: 'STEP ID [CODE] [--words TEXT] [--form FORM] [--seat FILE]',
  summary: 'Acknowledges or answers an object: read, read-back, position, answer and others',
  details:
    'read ID                 a human opened it; for a warning: a seat took it\n' +
    'read-back ID            repeats what was understood [--form MGRS] [--disputes]\n' +
    'position ID CODE        noted, no-objection, conflict, objection, contested, agreed,\n' +
    '                        denied\n' +
    'warning-answer ID CODE  action-taken, working, not-us, cannot\n' +
    'answer ID CODE          answered, see-notice, cannot-say, declined (by two seats)\n' +
    'cancel ID CODE          completed, withdrawn, issued-in-error (by two seats)\n' +
    'line-check              asks whether a human is there\n' +
    'line-check-answer ID    a human is',
  options: {
    words: { type: 'string' },
    language: { type: 'string' },
    form: { type: 'string' },
    disputes: { type: 'boolean' },
    notice: { type: 'string' },
    seat: { type: 'string' },
  },
  words: [1, 3],
  run: async (given, { out }) => {
    const form = formOf(given);
    if (!form.ok) return refused(form.refusal);
    return withView(given, async (view) => {
      const body = bodyOf(form.value, namedIn(view.picture), view.picture);
      return whenOk(body, async (said) => {
        if (needsFourEyes(said.type)) {
          const id = randomUUID().slice(0, 8);
          const draft = { state: 'ready', form: '', body: said } as const;
          return whenOk(await view.client.call('saveDraft', { id }, draft), () => {
            out(`Draft ${id} is ready. Another seat must release it: parley release ${id}`);
            return DONE;
          });
        }
        return whenOk(await view.client.call('say', {}, { body: said }), ({ ref }) => {
          out(`Said as ${objectIdOf(ref)}.`);
          return DONE;
        });
      });
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
  cancel: 'reason',
  'line-check': undefined,
  'line-check-answer': undefined,
};

function formOf(given: Given): Outcome<object> {
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
  const notice = given.text('notice');
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
      ...(notice === undefined ? {} : { notice }),
      ...wordsGiven(given),
    },
  };
}
