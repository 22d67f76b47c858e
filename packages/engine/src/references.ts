// The entries that a body means: on record, by their own hashes, and seen by who names them.
// What an entry had not seen never decides whether it can be used, so order of arrival does not.
import { accept, refuse } from '@parley/protocol';
import type { Body, Outcome, PartyId, Ref, SeenHead } from '@parley/protocol';
import type { Picture } from './picture.ts';

/**
 * Accepts when every party named in `seen` is a member and every entry that `body` means is on its
 * record and, when it is another party's, under a head in `seen`. Without `seen` (no entry yet) the
 * author sees the whole picture. Refuses as unknown-party or unknown-reference.
 */
export function usableReferences(
  picture: Picture,
  author: PartyId,
  body: Body,
  seen: readonly SeenHead[] | undefined,
): Outcome<Body> {
  for (const [at, head] of (seen ?? []).entries()) {
    const member = memberNamed(picture, `seen[${at}].party`, head.party);
    if (!member.ok) return member;
  }
  for (const [field, ref] of references(body)) {
    // In this order: what was not seen is refused in the same words whether it is here or not.
    const inSight = seenReference(picture, author, field, ref, seen);
    if (!inSight.ok) return inSight;
    const known = knownReference(picture, field, ref);
    if (!known.ok) return known;
  }
  return accept(body);
}

// A reference is told by its form, wherever in a body it stands; a receipt is one by itself.
function references(body: Body): [string, Ref][] {
  if (body.type === 'received') return [['', body]];
  return within(body, '');
}

function within(value: unknown, path: string): [string, Ref][] {
  if (Array.isArray(value)) {
    return value.flatMap((item, at) => within(item, `${path}[${at}]`));
  }
  if (typeof value !== 'object' || value === null) return [];
  if (isRef(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) =>
    WITHOUT.has(key) ? [] : within(inner, path === '' ? key : `${path}.${key}`),
  );
}

// Geometry names no entry, and is long.
const WITHOUT: ReadonlySet<string> = new Set(['volumes', 'impactVolumes', 'corridor', 'outline']);

function isRef(value: object): value is Ref {
  return 'leaf' in value && 'index' in value && 'party' in value;
}

function memberNamed(picture: Picture, field: string, party: PartyId): Outcome<PartyId> {
  if (picture.leaves.has(party)) return accept(party);
  return noMember(picture, field, party);
}

function noMember(picture: Picture, field: string, party: PartyId): ReturnType<typeof refuse> {
  return refuse('unknown-party', field, `"${party}" is no member`, picture.members.join(', '));
}

function knownReference(picture: Picture, field: string, ref: Ref): Outcome<Ref> {
  const leaves = picture.leaves.get(ref.party) ?? [];
  const leaf = leaves[ref.index];
  if (leaf === undefined) {
    const right = `an index below ${leaves.length}`;
    const fault = `${ref.index} is not on record`;
    return refuse('unknown-reference', nameIn(field, 'index'), fault, right);
  }
  if (leaf !== ref.leaf) {
    const fault = `entry ${ref.index} of ${ref.party} has another leaf hash`;
    return refuse('unknown-reference', nameIn(field, 'leaf'), fault, leaf);
  }
  return accept(ref);
}

// An entry of another record is meant only by one who had seen it, by his own entry's heads.
function seenReference(
  picture: Picture,
  author: PartyId,
  field: string,
  ref: Ref,
  seen: readonly SeenHead[] | undefined,
): Outcome<Ref> {
  if (!picture.leaves.has(ref.party)) return noMember(picture, nameIn(field, 'party'), ref.party);
  if (seen === undefined || ref.party === author) return accept(ref);
  const size = seen.find(({ party }) => party === ref.party)?.size ?? 0;
  if (ref.index < size) return accept(ref);
  const fault = `its author had seen ${size} entries of ${ref.party}, not entry ${ref.index}`;
  const right = `a head of ${ref.party} in seen with a size above ${ref.index}`;
  return refuse('unknown-reference', nameIn(field, 'index'), fault, right);
}

function nameIn(field: string, name: string): string {
  return field === '' ? name : `${field}.${name}`;
}
