// Who may have what of a draft (DOMAIN 3.9). The one function that decides it: what it gives is all
// that may enter a line, and neither that nor a refusal depends on what was held back.
import { accept, Body, fieldsOf, refuse } from '@parley/protocol';
import type { Field, FieldForm, Marking, Outcome, PartyId } from '@parley/protocol';

/** A body and who may have it; a portion is meant by its JSON pointer (RFC 6901). */
export type Marked = Marking & { readonly body: Body };

/** What may be said: a body of its own, and the pointers of what the original had besides. */
export type Released = { readonly body: Body; readonly removed: readonly string[] };

/** The marking of a draft that has none: the members of its line, and nobody beyond it. */
export function defaultMarking(members: readonly PartyId[]): Marking {
  return { releasableTo: [...members], portions: [] };
}

/**
 * The part of `marked` that every one of `members` may have; `self` may have its own. Portions that
 * some member may not have are left out. Refuses as `not-releasable` when a member may not have the
 * body at all, or when a portion is one that the body cannot be without; as `malformed` when a
 * pointer means no field. No refusal quotes a value.
 */
export function releaseTo(
  members: readonly PartyId[],
  self: PartyId,
  marked: Marked,
): Outcome<Released> {
  const others = members.filter((member) => member !== self);
  const lacking = others.find((member) => !marked.releasableTo.includes(member));
  if (lacking !== undefined) {
    const right = 'a marking that names every member of the line';
    return refuse('not-releasable', 'marking.releasableTo', `${lacking} may not have it`, right);
  }
  const withheld = outermost(
    marked.portions
      .filter(({ releasableTo }) => others.some((member) => !releasableTo.includes(member)))
      .map(({ path }) => path),
  );
  const removed: string[] = [];
  for (const path of withheld) {
    const found = portionAt(marked.body, path);
    if (!found.ok) return found;
    if (found.value) removed.push(path);
  }
  return parsed(without(marked.body, '', new Set(removed)), removed);
}

/** The pointers that lie under no other of them, each once, in one order whatever theirs was. */
function outermost(paths: readonly string[]): string[] {
  const every = [...new Set(paths)].toSorted();
  return every.filter((path) => !every.some((other) => path.startsWith(`${other}/`)));
}

/** Whether the body has the portion at `path`. Refuses one that must be there, or means nothing. */
function portionAt(body: Body, path: string): Outcome<boolean> {
  if (isCounted(body, path)) return refuseMandatory(path);
  let form: FieldForm = { kind: 'group', fields: fieldsOf(body) };
  let value: unknown = body;
  let optional = false;
  for (const step of stepsOf(path)) {
    const next = stepInto(form, step);
    if (next === 'whole') return refuseMandatory(path);
    if (next === undefined) {
      const right = 'a pointer to a field of this body, such as /words';
      return refuse('malformed', 'marking.portions', `${path} means no field`, right);
    }
    if (value !== undefined) value = innerOf(value, step);
    form = next.form;
    optional = next.optional;
  }
  if (!optional) return refuseMandatory(path);
  return accept(value !== undefined);
}

/** Legs name the volumes of a movement by their number, and its progress names the legs. */
function isCounted(body: Body, path: string): boolean {
  const isMovement = body.type === 'notice' && body.kind === 'movement';
  return isMovement && /^\/(?:volumes|legs)\/\d+$/.test(path);
}

function refuseMandatory(path: string): ReturnType<typeof refuse> {
  const fault = 'it is mandatory, and a member may not have it';
  return refuse('not-releasable', path, fault, 'a body without it, or another line');
}

/** The field or item that a step goes to; `whole` for what is only ever there as a whole. */
function stepInto(
  form: FieldForm,
  step: string,
): Pick<Field, 'optional' | 'form'> | 'whole' | undefined {
  if (form.kind === 'group') return form.fields.find(({ name }) => name === step);
  if (form.kind !== 'list') return 'whole';
  return /^(?:0|[1-9]\d{0,5})$/.test(step) ? { optional: true, form: form.item } : undefined;
}

function stepsOf(path: string): string[] {
  const steps = path.split('/').slice(1);
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function innerOf(value: unknown, step: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return new Map<string, unknown>(Object.entries(value)).get(step);
}

function without(value: unknown, path: string, removed: ReadonlySet<string>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .map(([step, inner]: [string, unknown]) => ({ step, inner, at: `${path}/${step}` }))
    .filter(({ at }) => !removed.has(at))
    .map(({ step, inner, at }) => [step, without(inner, at, removed)] as const);
  return Array.isArray(value) ? kept.map(([, inner]) => inner) : Object.fromEntries(kept);
}

/** A list may be left with too few items: then one of its items was mandatory after all. */
function parsed(value: unknown, removed: readonly string[]): Outcome<Released> {
  const body = Body.safeParse(value);
  if (body.success) return accept({ body: body.data, removed });
  return refuseMandatory(`/${body.error.issues[0]?.path.map(String).join('/') ?? ''}`);
}
