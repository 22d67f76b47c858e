// Bodies of every type that can be said, made from the fields of their schemas. Where a body means
// an entry it holds a pick, a number; `meaning` turns picks into references to what is on record.
import fc from 'fast-check';
import { signerKey } from '@parley/ledger';
import { Body, SAYABLE } from '@parley/protocol';
import type {
  Arrangement,
  BodyType,
  Field,
  FieldForm,
  PartyId,
  Ref,
  Sayable,
  Zone,
} from '@parley/protocol';
import { arrangement, eastward, HOUR, RENDERED, T0 } from './bodies.ts';
import { zone } from './more-bodies.ts';

/** An entry that stands on a record: what a reference may be to. */
export type Standing = { readonly ref: Ref; readonly type: BodyType; readonly kind: string };

/** A body whose references are picks. */
export type Draft = { readonly type: BodyType; readonly [field: string]: unknown };

const VOLUME = fc.nat({ max: 2 }).map((east) => eastward(east * 600_000));
const WORDS = fc.constant({ text: 'Understood.', language: 'en' });
const PICK = fc.nat().map((pick) => ({ pick }));
/** Texts that have a form of their own. */
const TEXTS: Readonly<Record<string, string>> = {
  firs: 'OSTT',
  notam: 'A0123/16',
  squawk: '7700',
};

const FORMS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  label: fc.constant('Centre'),
  language: fc.constant('en'),
  words: WORDS,
  flag: fc.boolean(),
  hash: fc.constant('a'.repeat(64)),
  party: fc.constantFrom('north', 'south', 'west', 'elsewhere'),
  duration: fc.integer({ min: 1_000, max: 60_000 }),
  reference: PICK,
  volume: VOLUME,
  outline: VOLUME.map(({ outline }) => outline),
  height: fc.constantFrom(
    { kind: 'surface' },
    { kind: 'unlimited' },
    ...(['STD', 'AGL', 'AMSL', 'QNH'] as const).map((reference) => {
      return { kind: 'height', centimetres: 731_520, unit: 'ft', reference };
    }),
  ),
  position: fc.constant({ latE7: 352_600_000, lonE7: 401_500_000 }),
};

function valueOf(name: string, form: FieldForm): fc.Arbitrary<unknown> {
  switch (form.kind) {
    case 'code':
      // Mostly of one status, and of one third party: what differs in them hardly meets.
      if (name === 'status') return fc.constantFrom('exercise', 'exercise', 'exercise', 'actual');
      if (form.codes.includes('ally')) return fc.constantFrom('ally', 'ally', 'ally', 'relief');
      return fc.constantFrom(...form.codes);
    case 'fixed':
      return fc.constant(form.value);
    case 'text':
      return fc.constant(TEXTS[name] ?? 'text');
    case 'time':
      // Legs mostly arrive after they depart.
      return fc.integer({ min: 0, max: 6 }).map((hours) => {
        return T0 + hours * HOUR + (name === 'etaMs' ? 5 * HOUR : 0);
      });
    case 'number':
      if (name === 'volume') return fc.constantFrom(0, 0, 0, 2);
      return fc.integer({ min: form.minimum, max: Math.min(form.maximum, form.minimum + 2) });
    case 'list':
      return fc.array(valueOf(name, form.item), {
        minLength: name === 'between' ? 2 : 1,
        maxLength: 2,
      });
    case 'group':
      return groupOf(form.fields);
    default: {
      const found = FORMS[form.kind];
      if (found === undefined) throw new Error(`no values are known for ${form.kind}`);
      return found;
    }
  }
}

const RARE = [
  'addressees',
  'notice',
  'alternative',
  'alternativeTo',
  'supersedes',
  'promisedMs',
  'offices',
  'reason',
];

function groupOf(fields: readonly Field[]): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const required = fields.filter(({ optional }) => !optional).map(({ name }) => name);
  const values = Object.fromEntries(fields.map(({ name, form }) => [name, valueOf(name, form)]));
  // What is mostly refused for one of these fields is said with it more rarely.
  for (const rare of RARE) {
    if (values[rare] !== undefined && !required.includes(rare)) {
      values[rare] = fc.oneof(
        { weight: 4, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: values[rare] },
      );
    }
  }
  return fc.record(values, { requiredKeys: required });
}

/** The first version has no clause that may be left out, the others have all that are held. */
export function arrangementOf(version: number): Arrangement {
  if (version === 1) return arrangement(1);
  const near = { lateralCentimetres: 185_200, verticalCentimetres: 152_400 };
  return arrangement(version, {
    minimumLeadMs: version * HOUR,
    definitions: [
      { term: 'overhead', ...near },
      { term: 'near-protected-object', ...near },
    ],
    languages: version === 2 ? ['ru'] : ['en'],
    lineChecks: { minutesOfDay: [860, 870], answerWithinMs: version * 60_000 },
    subjects: { covers: [], leavesOut: ['exercises'], areas: [{ name: 'East', outline: FAR }] },
    suspension: { noticeMs: HOUR, resumption: { text: 'x', language: 'en' }, resumedByTwo: true },
  });
}

const FAR = eastward(3_000_000).outline;

/** One version for each rule of a zone. */
export function zoneOf(version: number): Zone {
  const rules = ['entry-by-agreement', 'no-entry', 'entry-by-notice'] as const;
  return zone(version, { rule: rules[version - 1] ?? 'no-entry' });
}

/** A witness key: sound for one of the roles, and refused for the other. */
const WITNESS = signerKey('north/w', 'cosignature-ed25519', new Uint8Array(32).fill(9)).vkey;

function keyChangeOf(role: string): object {
  return { type: 'key-change', role, key: WITNESS, reason: 'rotation' };
}

/** What all must sign alike is said in few texts; a receipt and a read-back are whole. */
const WHOLE: Partial<Record<BodyType, fc.Arbitrary<object>>> = {
  arrangement: fc.integer({ min: 1, max: 3 }).map(arrangementOf),
  zone: fc.integer({ min: 1, max: 3 }).map(zoneOf),
  'key-change': fc.constantFrom(...['witness', 'heartbeat'].map((role) => keyChangeOf(role))),
  received: PICK.map((of) => ({ type: 'received', of, receivedMs: T0 })),
  'read-back': PICK.map((ref) => {
    return { type: 'read-back', ref, form: 'DD', officer: 'confirms', volumes: [RENDERED] };
  }),
};

function draftOf({ type, fields }: Sayable): fc.Arbitrary<Draft> {
  return (WHOLE[type] ?? groupOf(fields)).map((values) => ({ ...values, type }));
}

/** Any body that can be said: each type and each of its kinds as often as another. */
export const ANY_DRAFT: fc.Arbitrary<Draft> = fc.oneof(...SAYABLE.map(draftOf));

/** Bodies of these types alone, which then meet one another more often. */
export function draftsOf(types: readonly BodyType[]): fc.Arbitrary<Draft> {
  return fc.oneof(...SAYABLE.filter(({ type }) => types.includes(type)).map(draftOf));
}

/** What a step is mostly said of, so that records are not made of refusals alone. */
const MEANT: Partial<Record<BodyType, readonly string[]>> = {
  progress: ['movement'],
  removal: ['protected-object'],
  'warning-answer': ['warning', 'accident', 'search-and-rescue'],
  confirmation: ['warning', 'accident', 'search-and-rescue'],
  answer: ['question'],
  response: ['proposal'],
  'counter-statement': ['incident'],
  'line-check-answer': ['line-check'],
  'onward-receipt': ['onward-release'],
};
const OWN: ReadonlySet<BodyType> = new Set([
  'progress',
  'removal',
  'cancel',
  'confirmation',
  'onward-receipt',
]);

/**
 * The body that a draft amounts to when `author` says it, with its picks among `known`: one in
 * four among all of them, the others among what fits. Undefined when there is nothing to mean.
 */
export function meaning(
  draft: Draft,
  author: PartyId,
  known: readonly Standing[],
): Body | undefined {
  const choose: Choose = (field, pick) => {
    const inOwn = OWN.has(draft.type) || (field !== 'ref' && field !== 'of');
    const kinds = field === 'ref' ? MEANT[draft.type] : undefined;
    const fit = known.filter(({ ref, kind, type }) => {
      if ((ref.party === author) !== inOwn) return false;
      return field === 'supersedes'
        ? kind === kindOf(draft)
        : (kinds?.includes(kind) ?? isSaid(type));
    });
    const among = pick % 4 === 0 ? known : fit;
    return among[Math.floor(pick / 4) % Math.max(among.length, 1)]?.ref;
  };
  const filled = fill(draft, 'body', choose);
  if (filled === LOST) return undefined;
  const { of, ...body } = filled as Record<string, unknown> & { of?: Ref };
  const said = of === undefined ? body : { ...body, ...of, size: of.index + 1, root: of.leaf };
  return Body.parse(said);
}

function isSaid(type: BodyType): boolean {
  return type !== 'received' && type !== 'read';
}

/** The type of a body, or the kind of a notice. */
export function kindOf(body: { readonly type: BodyType; readonly kind?: unknown }): string {
  return body.type === 'notice' ? String(body.kind) : body.type;
}

const LOST = Symbol('nothing to mean');

type Choose = (field: string, pick: number) => Ref | undefined;

// LOST when a pick in it has nothing to mean.
function fill(value: unknown, field: string, choose: Choose): unknown {
  if (Array.isArray(value)) {
    const items: unknown[] = value.map((item: unknown) => fill(item, field, choose));
    return items.includes(LOST) ? LOST : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  if ('pick' in value) return choose(field, Number(value.pick)) ?? LOST;
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [
    key,
    fill(inner, key, choose),
  ]);
  return entries.some(([, inner]) => inner === LOST) ? LOST : Object.fromEntries(entries);
}
