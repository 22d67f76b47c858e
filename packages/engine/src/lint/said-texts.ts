// Every text of a body that a person wrote, found by the schema, so that no field is forgotten.
import { fieldsOf } from '@parley/protocol';
import type { Body, Field, FieldForm } from '@parley/protocol';

/** One text: its path, the name of its field, and its characters made plain for the patterns. */
export type SaidText = { readonly field: string; readonly name: string; readonly text: string };

/**
 * The texts of `body` in the order of its schema. A read-back's renderings are left out: they
 * repeat a geometry, and the nodes compare them with it.
 */
export function saidTexts(body: Body): SaidText[] {
  const fields = fieldsOf(body);
  const written =
    body.type === 'read-back' ? fields.filter(({ name }) => name !== 'volumes') : fields;
  return ofFields(written, body, '');
}

function ofFields(fields: readonly Field[], value: object, path: string): SaidText[] {
  const held = new Map<string, unknown>(Object.entries(value));
  return fields.flatMap(({ name, form }) => {
    const inner = held.get(name);
    return inner === undefined ? [] : ofValue(name, form, inner, `${path}${name}`);
  });
}

function ofValue(name: string, form: FieldForm, value: unknown, field: string): SaidText[] {
  if (form.kind === 'list' && Array.isArray(value)) {
    return value.flatMap((item: unknown, at) => ofValue(name, form.item, item, `${field}[${at}]`));
  }
  if (typeof value === 'object' && value !== null) {
    if (form.kind === 'group') return ofFields(form.fields, value, `${field}.`);
    if (form.kind !== 'words' || !('text' in value)) return [];
    return [{ field: `${field}.text`, name, text: plainOf(String(value.text)) }];
  }
  if (form.kind !== 'label' && form.kind !== 'text') return [];
  return [{ field, name, text: plainOf(String(value)) }];
}

const ARABIC_ZEROS = [0x06_60, 0x06_f0] as const;

/** Without format characters and vowel points; any dash, space and digit as the plain one. */
export function plainOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}|[\u0591-\u05BD\u064B-\u0652\u0640]/gu, '')
    .replace(/\p{Pd}|\u2212/gu, '-')
    .replace(/\s/gu, ' ')
    .replace(/\u066B/gu, '.')
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/gu, (digit) => {
      const code = digit.charCodeAt(0);
      const zero = code >= ARABIC_ZEROS[1] ? ARABIC_ZEROS[1] : ARABIC_ZEROS[0];
      return String(code - zero);
    });
}
