// A message as facts to be shown: its fields by their labels, in the order of the schema. The same
// for command line, page and report, so that no type can be forgotten by one of them.
import { fieldsOf } from './body-fields.ts';
import type { Field, FieldForm } from './body-fields.ts';
import type { Body } from './body.ts';

/** One value and how to show it; a group has facts of its own. */
export type Fact = {
  /** The name of the field; its label is the phrase `field.NAME`. */
  readonly name: string;
  readonly depth: number;
  readonly form: Exclude<FieldForm, { kind: 'list' | 'group' | 'fixed' }> | { kind: 'heading' };
  /** What the form says it is; a heading has none. */
  readonly value: unknown;
};

/** The facts of a body, without what tells its type. Fields that are absent give none. */
export function factsOf(body: Body): Fact[] {
  return fieldFacts(fieldsOf(body), body, 0);
}

function fieldFacts(fields: readonly Field[], value: object, depth: number): Fact[] {
  const held = new Map<string, unknown>(Object.entries(value));
  return fields.flatMap(({ name, form }) => {
    const inner = held.get(name);
    return inner === undefined ? [] : valueFacts(name, form, inner, depth);
  });
}

function valueFacts(name: string, form: FieldForm, value: unknown, depth: number): Fact[] {
  switch (form.kind) {
    case 'fixed':
      return [];
    case 'list': {
      if (!Array.isArray(value)) throw new Error(`${name} is a list`);
      return value.flatMap((item: unknown) => valueFacts(name, form.item, item, depth));
    }
    case 'group': {
      if (typeof value !== 'object' || value === null) throw new Error(`${name} is a group`);
      const heading: Fact = { name, depth, form: { kind: 'heading' }, value: undefined };
      return [heading, ...fieldFacts(form.fields, value, depth + 1)];
    }
    default:
      return [{ name, depth, form, value }];
  }
}
