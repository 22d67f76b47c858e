// Messages as people write them in files and on the command line, turned into bodies: positions in
// any form, heights as "FL180", times as RFC 3339, other objects by name. What a field is, its own
// schema says; every body ends in that schema again, and here only words become numbers.
import { readHeight, readInstant, readPosition } from '@parley/geo';
import { renderVolumes, volumesOf } from '@parley/engine';
import type { Picture } from '@parley/engine';
import {
  accept,
  BODIES,
  fieldsOf,
  PositionFormCode,
  readBody,
  refuse,
  SAYABLE,
} from '@parley/protocol';
import type { Body, BodyType, Field, FieldForm, ObjectId, Outcome, Ref } from '@parley/protocol';
import { readDuration } from './duration.ts';
import { distance, isFields, outlineForm, read, volumeForm } from './volume-form.ts';
import type { Fields } from './volume-form.ts';

/** Finds the entry that a name means; undefined for an unknown one. */
export type Named = (name: string) => Ref | undefined;

/** Objects of a picture by their names, such as "coalition/12"; and what was passed on. */
export function namedIn(picture: Picture): Named {
  return (name) =>
    picture.objects.get(name as ObjectId)?.ref ?? picture.onward.get(name as ObjectId)?.ref;
}

/**
 * A body from its readable form. Of a field `answerByMs` the readable one is `answerBy` with a time
 * or a duration, of `radiusCentimetres` it is `radius` with a distance; references are names;
 * `words` may be a text, in the language of the form's `language`; volumes have `area`, `circle`
 * and `radius`, or `corridor` and `halfWidth`, and `lower`, `upper`, `start`, `end`. A read-back
 * without volumes gets this node's own rendering. What has the protocol's form already is left as
 * it is. Refuses naming the field.
 */
export function bodyOf(form: unknown, named: Named, picture: Picture): Outcome<Body> {
  if (!isFields(form)) return refuse('malformed', '', 'the message is no JSON object', 'an object');
  const { language, ...given } = form;
  const { type } = given;
  if (typeof type !== 'string' || !isBodyType(type)) {
    const right = Object.keys(BODIES).join(', ');
    return refuse('malformed', 'type', `found ${JSON.stringify(type) ?? 'nothing'}`, right);
  }
  const full = {
    ...given,
    type,
    ...(type === 'notice' && { kind: given['kind'] ?? 'air-activity' }),
  };
  const known = fieldsKnown(full);
  if (!known.ok) return known;
  const context = { named, language: typeof language === 'string' ? language : 'en' };
  const rendered = type === 'read-back' && !('volumes' in full);
  const complete = rendered ? { ...full, volumes: rendering(full, named, picture) } : full;
  const made = groupForm(known.value, complete, '', context);
  return made.ok ? readBody(made.value) : made;
}

function isBodyType(type: string): type is BodyType {
  return Object.hasOwn(BODIES, type);
}

function fieldsKnown(form: Fields & { readonly type: BodyType }): Outcome<readonly Field[]> {
  const variants = SAYABLE.filter(({ type }) => type === form.type);
  const field = variants[0]?.variant?.field;
  const known = variants.map(({ variant }) => variant?.value);
  if (field === undefined || known.includes(String(form[field]))) return accept(fieldsOf(form));
  const found = JSON.stringify(form[field]) ?? 'nothing';
  return refuse('malformed', field, `found ${found}`, known.join(', '));
}

function rendering(form: Fields, named: Named, picture: Picture): unknown {
  const ref = named(String(form['ref']));
  const object = ref && picture.objects.get(`${ref.party}/${ref.index}`);
  const meant = object === undefined ? [] : volumesOf(object.body);
  // A form that does not exist is refused by the schema, with the ones that do.
  const written = PositionFormCode.safeParse(form['form']);
  return renderVolumes(meant, written.success ? written.data : 'DD');
}

type Context = { readonly named: Named; readonly language: string };

function groupForm(
  fields: readonly Field[],
  form: Fields,
  path: string,
  context: Context,
): Outcome<Fields> {
  const body: Record<string, unknown> = { ...form };
  for (const { name, optional, form: shape } of fields) {
    if (shape.kind === 'fixed' && !optional) body[name] ??= shape.value;
    const written = writtenName(name, form);
    if (written === undefined) continue;
    const at = path === '' ? written : `${path}.${written}`;
    const value = valueForm(shape, form[written], written === name, at, context);
    if (!value.ok) return value;
    if (written !== name) delete body[written];
    body[name] = value.value;
  }
  return accept(body);
}

/** The name under which a field was given: its own, or without the unit at its end. */
function writtenName(name: string, form: Fields): string | undefined {
  if (form[name] !== undefined) return name;
  const bare = name.replace(/(Ms|Centimetres)$/, '');
  return form[bare] === undefined ? undefined : bare;
}

function valueForm(
  form: FieldForm,
  value: unknown,
  isOwnName: boolean,
  at: string,
  context: Context,
): Outcome<unknown> {
  // What is not written as a text has the protocol's own form already, or is refused by its schema.
  switch (form.kind) {
    case 'words':
      if (typeof value !== 'string') return accept(value);
      return accept({ text: value, language: context.language });
    case 'reference':
      return typeof value === 'string' ? reference(value, at, context) : accept(value);
    case 'time':
      return typeof value === 'string' ? read(value, at, readInstant) : accept(value);
    case 'duration':
      return typeof value === 'string' ? readDuration(value, at) : accept(value);
    case 'number':
      return typeof value === 'string' && !isOwnName ? distance(value, at) : accept(value);
    case 'height':
      return typeof value === 'string' ? read(value, at, readHeight) : accept(value);
    case 'position': {
      if (typeof value !== 'string') return accept(value);
      const reading = read(value, at, readPosition);
      return reading.ok ? accept(reading.value.position) : reading;
    }
    case 'outline':
      return isFields(value) && !('kind' in value) ? outlineForm(value, at) : accept(value);
    case 'volume':
      return volumeForm(value, at);
    case 'group':
      return isFields(value) ? groupForm(form.fields, value, at, context) : accept(value);
    case 'list':
      return Array.isArray(value) ? listForm(form.item, value, at, context) : accept(value);
    default:
      return accept(value);
  }
}

function listForm(
  item: FieldForm,
  values: readonly unknown[],
  at: string,
  context: Context,
): Outcome<unknown[]> {
  const made: unknown[] = [];
  for (const [index, value] of values.entries()) {
    const one = valueForm(item, value, true, `${at}[${index}]`, context);
    if (!one.ok) return one;
    made.push(one.value);
  }
  return accept(made);
}

function reference(name: string, at: string, { named }: Context): Outcome<Ref> {
  const ref = named(name);
  if (ref !== undefined) return accept(ref);
  const right = 'an object of the line, such as coalition/12';
  return refuse('unknown-reference', at, `"${name}" is not on this line`, right);
}
