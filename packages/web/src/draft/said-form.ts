// What a message that has no editor of its own is while it is written: texts by the fields of its
// schema, as they were typed. One form for every type, so that no type is left without an editor.
import { writeInstant } from '@parley/geo';
import { isPhraseCode, objectIdOf, phrase, Ref, SAYABLE } from '@parley/protocol';
import type { BodyType, Field, FieldForm, PhraseCode, Sayable } from '@parley/protocol';
import type { VolumeForm } from './draft-form.ts';

/** A text, a list, or a group by names. What is left out of a group was not added. */
export type Typed = string | readonly Typed[] | TypedGroup;
export type TypedGroup = { readonly [name: string]: Typed };

export type SaidForm = {
  readonly kind: 'said';
  readonly type: BodyType;
  /** The kind or matter; '' for a type that has none. */
  readonly variant: string;
  readonly values: TypedGroup;
};

/** What a form is of; undefined for what cannot be said on this line. */
export function sayableOf(type: string, variant: string): Sayable | undefined {
  return SAYABLE.find((one) => one.type === type && (one.variant?.value ?? '') === variant);
}

/** An empty form, with `known` already filled in: `{ ref: typedRef(object.ref) }`. */
export function saidForm(
  said: Sayable,
  nowMs: number,
  replay: boolean,
  known: TypedGroup = {},
): SaidForm {
  const usual = replay ? 'exercise' : 'actual';
  const values = blankGroup(said.fields, nowMs);
  const status = 'status' in values ? { status: usual } : {};
  const variant = said.variant?.value ?? '';
  return { kind: 'said', type: said.type, variant, values: { ...values, ...status, ...known } };
}

/** A value of `form` of which nothing is known yet. */
export function blankOf(form: FieldForm, nowMs: number): Typed {
  switch (form.kind) {
    case 'code':
      return form.prefix === 'precedence' ? 'PRIORITY' : (form.codes[0] ?? '');
    case 'flag':
      return 'no';
    case 'language':
      return 'en';
    case 'time':
      return writeInstant(Math.floor(nowMs / 60_000) * 60_000);
    case 'words':
      return { text: '', language: 'en' };
    case 'list':
      return STARTS_WITH_ONE.has(form.item.kind) ? [blankOf(form.item, nowMs)] : [];
    case 'group':
      return blankGroup(form.fields, nowMs);
    case 'volume':
    case 'outline':
      return typedVolume(undefined, nowMs);
    default:
      return '';
  }
}

const STARTS_WITH_ONE: ReadonlySet<FieldForm['kind']> = new Set(['volume', 'group', 'language']);
const HOUR_MS = 3_600_000;

function blankGroup(fields: readonly Field[], nowMs: number): TypedGroup {
  const asked = fields.filter(({ optional, form }) => !optional && form.kind !== 'fixed');
  return Object.fromEntries(
    asked.map(({ name, form }) => [name, blankOf(form, nowMs + (LATER.has(name) ? HOUR_MS : 0))]),
  );
}

/** Times that lie ahead: an hour from now is proposed. */
const LATER: ReadonlySet<string> = new Set(['answerByMs', 'etdMs', 'etaMs', 'reviewMs']);

/** A reference as the form holds it, and back. */
export function typedRef({ party, index, leaf }: Ref): string {
  return `${party}/${index} ${leaf}`;
}

/** The reference that a text holds; undefined while none is chosen. */
export function refOf(text: string): Ref | undefined {
  const [id = '', leaf] = text.split(' ', 2);
  const [party, index] = id.split('/', 2);
  const ref = Ref.safeParse({ party, index: Number(index), leaf });
  return ref.success ? ref.data : undefined;
}

/** A volume's texts as a group; without one, an hour from now for an hour. */
export function typedVolume(volume: VolumeForm | undefined, nowMs: number): TypedGroup {
  const startMs = Math.ceil((nowMs + HOUR_MS) / 300_000) * 300_000;
  if (volume !== undefined) return { ...volume, drawn: volume.drawn ? 'yes' : '' };
  const [start, end] = [writeInstant(startMs), writeInstant(startMs + HOUR_MS)];
  return { shape: 'polygon', points: '', extent: '', drawn: '', lower: '', upper: '', start, end };
}

/** The volume that a group holds. */
export function volumeIn(value: Typed | undefined): VolumeForm {
  const group = groupIn(value);
  const text = (name: string): string => textIn(group[name]);
  const shape = SHAPES.find((one) => one === text('shape')) ?? 'polygon';
  return {
    shape,
    points: text('points'),
    extent: text('extent'),
    drawn: text('drawn') === 'yes',
    lower: text('lower'),
    upper: text('upper'),
    start: text('start'),
    end: text('end'),
  };
}

const SHAPES = ['polygon', 'circle', 'corridor'] as const;

/** The text that a value is; '' for a list or a group. */
export function textIn(value: Typed | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** The items of a list; none for a text or a group. */
export function listIn(value: Typed | undefined): readonly Typed[] {
  return isList(value) ? value : [];
}

/** The fields of a group; none for a text or a list. */
export function groupIn(value: Typed | undefined): TypedGroup {
  return typeof value === 'object' && !isList(value) ? value : {};
}

function isList(value: Typed | undefined): value is readonly Typed[] {
  return Array.isArray(value);
}

/** Texts, lists and groups of what was kept; everything else is left out. */
export function typedOf(value: unknown): Typed | undefined {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown) => {
      const typed = typedOf(item);
      return typed === undefined ? [] : [typed];
    });
  }
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]: [string, unknown]) => {
      const typed = typedOf(item);
      return typed === undefined ? [] : [[name, typed]];
    }),
  );
}

/** What a type and variant are called: "Movement", "Talks". */
export function saidName(type: string, variant: string): string {
  const codes = [`type.${type}.${variant}`, `type.${type}`];
  const known = codes.find((code): code is PhraseCode => isPhraseCode(code));
  return known === undefined ? type : phrase(known);
}

/** What a form is called in lists: its title, or what it is and what it is about. */
export function saidTitle({ type, variant, values }: SaidForm): string {
  const title = textIn(values['title']).trim();
  if (title !== '') return title;
  const ref = refOf(textIn(values['ref']));
  const name = saidName(type, variant);
  return ref === undefined ? name : `${name}: ${objectIdOf(ref)}`;
}
