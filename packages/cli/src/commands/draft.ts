// parley draft: a message of any type from a file. parley fields: what each type has.
import { isPhraseCode, phrase, refuse, SAYABLE } from '@parley/protocol';
import type { Field, FieldForm, Sayable } from '@parley/protocol';
import { bodyOf, namedIn } from '../form/body-form.ts';
import { DONE, refused, whenOk } from '../command.ts';
import type { Command } from '../command.ts';
import { keepDraft, sayOrDraft } from '../seat/keep-draft.ts';
import { withView } from '../seat/with-view.ts';
import { formIn } from './notice.ts';

export const DRAFT: Command = {
  name: 'draft',
  usage: 'FILE | - [--say] [--seat FILE]',
  summary: 'Drafts a message of any type from a file; with --say, says what one officer may',
  details:
    'FILE (- for standard input) is JSON with "type" and the fields that `parley fields TYPE`\n' +
    'lists. Positions, heights, times, durations and distances may be written as people write\n' +
    'them: a field ...Ms then loses its Ms, a field ...Centimetres its unit; other objects are\n' +
    'named like coalition/12; words may be a plain text with "language" beside them.',
  options: { say: { type: 'boolean' }, seat: { type: 'string' } },
  words: [1, 1],
  run: async (given, terminal) => {
    const form = await formIn(given.words[0] ?? '', terminal);
    if (!form.ok) return refused(form.refusal);
    return withView(given, async (view) => {
      const body = bodyOf(form.value, namedIn(view.picture), view.picture);
      return whenOk(body, async (made) =>
        given.has('say') ? sayOrDraft(view, made, terminal) : keepDraft(view, made, terminal),
      );
    });
  },
};

export const FIELDS: Command = {
  name: 'fields',
  usage: '[TYPE]',
  summary: 'Lists every type of message, or the fields of one and what each may hold',
  details: 'TYPE is as it is listed without one: "warning", "notice.movement", "proposal.talks".',
  options: {},
  words: [0, 1],
  run: async (given, { out }) => {
    const [asked] = given.words;
    const found = SAYABLE.filter((one) => asked === undefined || nameOf(one) === asked);
    if (found.length === 0) {
      const right = SAYABLE.map(nameOf).join(', ');
      return refused(refuse('not-found', 'TYPE', `"${asked}" is no type`, right).refusal);
    }
    for (const one of found) {
      out(`${nameOf(one).padEnd(26)} ${label(`type.${nameOf(one)}`)}`);
      if (asked !== undefined) for (const line of fieldLines(one.fields, 1)) out(line);
    }
    return Promise.resolve(DONE);
  },
};

function nameOf({ type, variant }: Sayable): string {
  return variant === undefined ? type : `${type}.${variant.value}`;
}

function label(code: string): string {
  return isPhraseCode(code) ? phrase(code) : code;
}

function fieldLines(fields: readonly Field[], depth: number): string[] {
  return fields.flatMap(({ name, optional, form }) => {
    const indent = '  '.repeat(depth);
    const may = optional ? ' (may be left out)' : '';
    const head = `${indent}${name.padEnd(24)} ${label(`field.${name}`)}${may}: ${formText(form)}`;
    const inner = form.kind === 'list' ? form.item : form;
    return [head, ...(inner.kind === 'group' ? fieldLines(inner.fields, depth + 1) : [])];
  });
}

function formText(form: FieldForm): string {
  switch (form.kind) {
    case 'code':
      return form.codes.join(' | ');
    case 'fixed':
      return String(form.value);
    case 'list':
      return `list of ${formText(form.item)}`;
    case 'number':
      return `number from ${form.minimum} to ${form.maximum}`;
    default:
      return form.kind;
  }
}
