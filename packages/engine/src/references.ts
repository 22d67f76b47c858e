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
  for (let at = 0; at < (seen?.length ?? 0); at += 1) {
    const party = seen?.[at]?.party;
    if (party === undefined || picture.leaves.has(party)) continue;
    return noMember(picture, `seen[${at}].party`, party);
  }
  const usable = (ref: Ref, field: string): Refused | undefined =>
    // In this order: what was not seen is refused in the same words whether it is here or not.
    unseen(picture, author, field, ref, seen) ?? unknownReference(picture, field, ref);
  // A receipt is a reference by itself.
  const refused = body.type === 'received' ? usable(body, '') : firstWithin(body, '', usable);
  return refused ?? accept(body);
}

/** Whether `body` means this entry, in whatever field. A receipt means what it names. */
export function refersTo(body: Body, { party, index, leaf }: Ref): boolean {
  const isIt = (ref: Ref): true | undefined =>
    ref.party === party && ref.index === index && ref.leaf === leaf ? true : undefined;
  return (body.type === 'received' ? isIt(body) : firstWithin(body, '', isIt)) === true;
}

type Refused = ReturnType<typeof refuse>;

// What `test` says of the first reference of which it says anything. A reference is told by its
// form, wherever in a body it stands. No list of them is made: most bodies mean one entry, or none.
function firstWithin<T>(
  value: object,
  path: string,
  test: (ref: Ref, field: string) => T | undefined,
): T | undefined {
  if (isRef(value)) return test(value, path);
  const isList = Array.isArray(value);
  for (const key of Object.keys(value)) {
    const inner = (value as Readonly<Record<string, unknown>>)[key];
    if (typeof inner !== 'object' || inner === null || WITHOUT.has(key)) continue;
    const place = isList ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    const found = firstWithin(inner, place, test);
    if (found !== undefined) return found;
  }
  return undefined;
}

// Geometry names no entry, and is long.
const WITHOUT: ReadonlySet<string> = new Set(['volumes', 'impactVolumes', 'corridor', 'outline']);

function isRef(value: object): value is Ref {
  return 'leaf' in value && 'index' in value && 'party' in value;
}

function noMember(picture: Picture, field: string, party: PartyId): Refused {
  return refuse('unknown-party', field, `"${party}" is no member`, picture.members.join(', '));
}

function unknownReference(picture: Picture, field: string, ref: Ref): Refused | undefined {
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
  return undefined;
}

// An entry of another record is meant only by one who had seen it, by his own entry's heads.
function unseen(
  picture: Picture,
  author: PartyId,
  field: string,
  ref: Ref,
  seen: readonly SeenHead[] | undefined,
): Refused | undefined {
  if (!picture.leaves.has(ref.party)) return noMember(picture, nameIn(field, 'party'), ref.party);
  if (seen === undefined || ref.party === author) return undefined;
  const size = seen.find(({ party }) => party === ref.party)?.size ?? 0;
  if (ref.index < size) return undefined;
  const fault = `its author had seen ${size} entries of ${ref.party}, not entry ${ref.index}`;
  const right = `a head of ${ref.party} in seen with a size above ${ref.index}`;
  return refuse('unknown-reference', nameIn(field, 'index'), fault, right);
}

function nameIn(field: string, name: string): string {
  return field === '' ? name : `${field}.${name}`;
}
