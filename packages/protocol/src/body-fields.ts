// What the fields of a message are, read from its schema: one table from which command line, page
// and report each make their own form and their own display, so that none of them knows a type.
import { z } from 'zod';
import { BODIES } from './body.ts';
import type { BodyType } from './body.ts';
import { HeightLimit, InstantMs, OutlineShape, PositionE7, WireVolume } from './geometry.ts';
import { HashHex, PartyId, Ref } from './identity.ts';
import { CODED } from './messages/codes.ts';
import { Label, LanguageTag, Words } from './messages/words.ts';
import { Precedence } from './precedence.ts';

/** What kind of value a field holds, and so how it is written, read and shown. */
export type FieldForm =
  | { readonly kind: 'code'; readonly prefix: string; readonly codes: readonly string[] }
  | { readonly kind: 'label' | 'text' | 'language' | 'words' | 'flag' | 'hash' | 'party' }
  | { readonly kind: 'time' | 'duration' | 'reference' }
  /** A whole number; the unit is part of the field's name. */
  | { readonly kind: 'number'; readonly minimum: number; readonly maximum: number }
  | { readonly kind: 'volume' | 'outline' | 'height' | 'position' }
  | { readonly kind: 'fixed'; readonly value: string | boolean }
  | { readonly kind: 'list'; readonly item: FieldForm }
  | { readonly kind: 'group'; readonly fields: readonly Field[] };

/** One field. Its label in the phrase book is `field.NAME`. */
export type Field = { readonly name: string; readonly optional: boolean; readonly form: FieldForm };

/** One thing that can be said: a type, and where there are several, a kind or matter of it. */
export type Sayable = {
  readonly type: BodyType;
  /** The field that tells the variants of the type apart, and this variant's value of it. */
  readonly variant: { readonly field: 'kind' | 'matter'; readonly value: string } | undefined;
  readonly fields: readonly Field[];
};

const NAMED = new Map<z.ZodType, FieldForm>([
  [Label, { kind: 'label' }],
  [LanguageTag, { kind: 'language' }],
  [Words, { kind: 'words' }],
  [Ref, { kind: 'reference' }],
  [InstantMs, { kind: 'time' }],
  [PartyId, { kind: 'party' }],
  [HashHex, { kind: 'hash' }],
  [WireVolume, { kind: 'volume' }],
  [OutlineShape, { kind: 'outline' }],
  [HeightLimit, { kind: 'height' }],
  [PositionE7, { kind: 'position' }],
  [Precedence, { kind: 'code', prefix: 'precedence', codes: Precedence.options }],
]);

/** Everything that can be said on a line, in the order of the union. */
export const SAYABLE: readonly Sayable[] = Object.entries(BODIES).flatMap(([type, schema]) =>
  sayables(type as BodyType, schema),
);

/** The fields of a body: by its type, and by its kind or matter. Throws for what is no body. */
export function fieldsOf(body: { readonly type: BodyType }): readonly Field[] {
  const found = SAYABLE.find(({ type, variant }) => {
    if (type !== body.type) return false;
    return variant === undefined || valueOf(body, variant.field) === variant.value;
  });
  if (found === undefined) throw new Error(`no fields are known of a ${body.type}`);
  return found.fields;
}

function valueOf(body: object, field: string): unknown {
  return (body as Readonly<Record<string, unknown>>)[field];
}

function sayables(type: BodyType, schema: z.ZodType): Sayable[] {
  if (schema instanceof z.ZodObject) {
    return [{ type, variant: undefined, fields: objectFields(schema) }];
  }
  if (!(schema instanceof z.ZodDiscriminatedUnion)) throw new Error(`${type} is no object`);
  const field = schema.def.discriminator;
  if (field !== 'kind' && field !== 'matter') throw new Error(`${type} has variants by ${field}`);
  return schema.options.map((option): Sayable => {
    if (!(option instanceof z.ZodObject)) throw new Error(`a variant of ${type} is no object`);
    const literal: unknown = option.shape[field];
    if (!(literal instanceof z.ZodLiteral)) throw new Error(`${type}.${field} is not fixed`);
    return { type, variant: { field, value: String(literal.value) }, fields: objectFields(option) };
  });
}

function objectFields(schema: z.ZodObject): Field[] {
  return Object.entries(schema.shape).map(([name, inner]) => {
    const optional = inner instanceof z.ZodOptional || inner instanceof z.ZodExactOptional;
    const held = optional ? (inner.def.innerType as z.ZodType) : (inner as z.ZodType);
    return { name, optional, form: formOf(name, held) };
  });
}

function formOf(name: string, schema: z.ZodType): FieldForm {
  const named = NAMED.get(schema);
  if (named !== undefined) return named;
  if (schema instanceof z.ZodEnum) {
    const prefix = CODED.get(schema)?.prefix;
    if (prefix === undefined) throw new Error(`the codes of ${name} have no phrases`);
    return { kind: 'code', prefix, codes: schema.options.map(String) };
  }
  if (schema instanceof z.ZodLiteral) {
    const { value } = schema;
    return { kind: 'fixed', value: typeof value === 'boolean' ? value : String(value) };
  }
  if (schema instanceof z.ZodArray) {
    const item = formOf(name, schema.element as z.ZodType);
    return { kind: 'list', item };
  }
  if (schema instanceof z.ZodObject) return { kind: 'group', fields: objectFields(schema) };
  if (schema instanceof z.ZodBoolean) return { kind: 'flag' };
  if (schema instanceof z.ZodNumber) {
    if (name.endsWith('Ms')) return { kind: 'duration' };
    const { minValue, maxValue } = schema;
    return { kind: 'number', minimum: minValue ?? 0, maximum: maxValue ?? Number.MAX_SAFE_INTEGER };
  }
  if (schema instanceof z.ZodString) return { kind: 'text' };
  throw new Error(`no form is known for ${name}`);
}
