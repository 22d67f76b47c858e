// The entries of the line that a field of a message may name: the nearest to hand first. What is
// offered here is only a convenience; the line itself refuses what does not fit.
import type { LineObject, Picture } from '@parley/engine';
import { objectIdOf, phrase } from '@parley/protocol';
import type { PartyId } from '@parley/protocol';
import { objectName, objectTitle } from '../words/object-words.ts';
import { typedRef } from './said-form.ts';
import type { SaidForm } from './said-form.ts';

type Choice = readonly [string, string];
type Fits = (object: LineObject, own: boolean) => boolean;

/** What `field` of `form` may name, as choices of a select: the newest first. */
export function referencesFor(
  picture: Picture,
  party: PartyId,
  form: SaidForm,
  field: string,
): Choice[] {
  if (form.type === 'onward-receipt' && field === 'ref') return releasesOf(picture, party);
  const fits = fitsOf(form, field);
  return [...picture.objects.values()]
    .filter((object) => fits(object, object.author === party))
    .toSorted((a, b) => b.releasedMs - a.releasedMs)
    .map((object) => [typedRef(object.ref), nameOf(object, object.author === party)]);
}

function releasesOf(picture: Picture, party: PartyId): Choice[] {
  return [...picture.onward.values()]
    .filter((onward) => onward.party === party && onward.receipt === undefined)
    .map(({ ref, statement }): Choice => {
      const about = objectIdOf(statement.ref);
      return [typedRef(ref), `${about} to ${statement.to}, ${phrase(`carrier.${statement.by}`)}`];
    });
}

function nameOf(object: LineObject, own: boolean): string {
  const whose = own ? 'ours' : object.author;
  return `${objectName(object)} (${whose}) ${objectTitle(object)}`.slice(0, 80);
}

const URGENT: ReadonlySet<string> = new Set(['warning', 'accident', 'search-and-rescue']);

function fitsOf({ type, variant }: SaidForm, field: string): Fits {
  switch (field) {
    case 'supersedes':
      return ({ state, body }, own) =>
        own && state === 'in-force' && body.type === type && hasVariant(body, variant);
    case 'alternativeTo':
      return ({ body }, own) => !own && body.type === 'proposal';
    case 'alternative':
      return ({ body }, own) => own && body.type === 'proposal';
    case 'ref':
      return REF_FITS[type] ?? (() => true);
    default:
      return () => true;
  }
}

const REF_FITS: Readonly<Record<string, Fits>> = {
  progress: (object, own) => own && isKind(object, 'movement'),
  removal: (object, own) => own && isKind(object, 'protected-object'),
  confirmation: ({ body, confirmed }, own) =>
    own && URGENT.has(body.type) && confirmed === undefined,
  response: ({ body }, own) => !own && body.type === 'proposal',
  'counter-statement': ({ body }, own) => !own && body.type === 'incident',
  disseminated: ({ body }, own) =>
    !own && body.type !== 'line-check' && body.type !== 'channel-state',
};

function isKind({ state, body }: LineObject, kind: string): boolean {
  return state === 'in-force' && body.type === 'notice' && body.kind === kind;
}

function hasVariant(body: LineObject['body'], variant: string): boolean {
  if ('matter' in body) return body.matter === variant;
  return body.type !== 'notice' || body.kind === variant;
}
