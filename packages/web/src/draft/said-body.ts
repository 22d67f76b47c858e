// Makes the body of a form of any type from what was typed, field by field of its schema, or names
// the field at fault by the same path that the schema and the line use: "legs[0].etdMs".
import { readHeight, readPosition } from '@parley/geo';
import type { Reading } from '@parley/geo';
import { accept, readBody, refuse } from '@parley/protocol';
import type { Body, Field, FieldForm, Outcome } from '@parley/protocol';
import { readDuration, readExtent, readTime, readWhole } from './read-field.ts';
import { groupIn, listIn, refOf, sayableOf, textIn, volumeIn } from './said-form.ts';
import type { SaidForm, Typed, TypedGroup } from './said-form.ts';
import { outlineOf, textOf, volumeOf } from './volume-of.ts';

/** The body at `nowMs`. Refuses as bodyOf does. */
export function saidBody(form: SaidForm, nowMs: number): Outcome<Body> {
  const said = sayableOf(form.type, form.variant);
  if (said === undefined) {
    return refuse('malformed', 'type', `"${form.type}" is not known here`, 'a type of this line');
  }
  const values = group(said.fields, form.values, '', nowMs);
  return values.ok ? readBody(values.value) : values;
}

function group(
  fields: readonly Field[],
  values: TypedGroup,
  path: string,
  nowMs: number,
): Outcome<object> {
  const made: Record<string, unknown> = {};
  for (const { name, form, optional } of fields) {
    if (form.kind === 'fixed') {
      made[name] = form.value;
      continue;
    }
    const typed = values[name];
    if (optional && (typed === undefined || isNothing(form, typed))) continue;
    const value = valueOf(form, name, typed, path === '' ? name : `${path}.${name}`, nowMs);
    if (!value.ok) return value;
    made[name] = value.value;
  }
  return accept(made);
}

// Optional words of which none were typed were not said.
function isNothing(form: FieldForm, typed: Typed): boolean {
  return form.kind === 'words' && textIn(groupIn(typed)['text']).trim() === '';
}

function valueOf(
  form: FieldForm,
  name: string,
  typed: Typed | undefined,
  path: string,
  nowMs: number,
): Outcome<unknown> {
  const text = textIn(typed);
  switch (form.kind) {
    case 'list':
      return list(form.item, name, listIn(typed), path, nowMs);
    case 'group':
      return group(form.fields, groupIn(typed), path, nowMs);
    case 'words': {
      const words = groupIn(typed);
      const said = filled(`${path}.text`, textIn(words['text']), 'what is said, in words');
      if (!said.ok) return said;
      return accept({ text: said.value, language: textIn(words['language']).trim() });
    }
    case 'volume':
      return volumeOf(volumeIn(typed), path, nowMs);
    case 'outline':
      return outlineOf(volumeIn(typed), path);
    case 'flag':
      return accept(text === 'yes');
    case 'reference': {
      const ref = refOf(text);
      return ref === undefined
        ? refuse('malformed', path, 'nothing is chosen', 'an entry of this line')
        : accept(ref);
    }
    case 'time':
    case 'duration':
    case 'number':
    case 'height':
    case 'position':
      return textOf<unknown>(path, text, readingOf(form, name, text, nowMs));
    default:
      return filled(path, text, 'a short text');
  }
}

/** How the text of a field is read; its name tells the unit of a number. */
export function readingOf(
  form: FieldForm,
  name: string,
  text: string,
  nowMs: number,
): Reading<unknown> {
  switch (form.kind) {
    case 'time':
      return readTime(text, nowMs);
    case 'duration':
      return readDuration(text);
    case 'number':
      if (name.endsWith('Centimetres')) return readExtent(text);
      return readWhole(text, form.minimum, form.maximum);
    case 'height':
      return readHeight(text);
    case 'position': {
      const reading = readPosition(text);
      return reading.ok ? { ok: true, value: reading.value.position } : reading;
    }
    default:
      return { ok: true, value: text };
  }
}

function list(
  item: FieldForm,
  name: string,
  items: readonly Typed[],
  path: string,
  nowMs: number,
): Outcome<unknown> {
  const made: unknown[] = [];
  for (const [at, typed] of items.entries()) {
    const value = valueOf(item, name, typed, `${path}[${at}]`, nowMs);
    if (!value.ok) return value;
    made.push(value.value);
  }
  return accept(made);
}

function filled(path: string, text: string, right: string): Outcome<string> {
  const trimmed = text.trim();
  return trimmed === '' ? refuse('malformed', path, 'nothing is entered', right) : accept(trimmed);
}
