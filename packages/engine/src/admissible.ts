// Whether a body may stand on a record at this point: references, ownership, kinds, geometry.
// The same test for our own commands (refused) and for a peer's entries (kept, marked unusable).
import { volumeFaults } from '@parley/conflict';
import { accept, objectIdOf, refuse, URGENT_WORDS_MAX, WINDOW_MS_MAX } from '@parley/protocol';
import type { Body, Outcome, PartyId, Ref, WireVolume } from '@parley/protocol';
import type { LineObject, Picture } from './picture.ts';

/** Accepts `body` by `author` on the line as `picture` shows it, or refuses naming the field. */
export function admissible(picture: Picture, author: PartyId, body: Body): Outcome<Body> {
  const outcomes = [
    ...references(body).map(([field, ref]) => knownReference(picture, field, ref)),
    ...volumesOf(body).map((volume, at) => usableVolume(volume, `volumes[${at}]`)),
    briefEnough(body),
    fitting(picture, author, body),
  ];
  return outcomes.find((outcome) => !outcome.ok) ?? accept(body);
}

/** The volumes of a body; none for kinds that have none. */
export function volumesOf(body: Body): readonly WireVolume[] {
  return body.type === 'notice' || body.type === 'warning' ? body.volumes : [];
}

function references(body: Body): [string, Ref][] {
  const found: [string, Ref | undefined][] = [];
  if ('ref' in body) found.push(['ref', body.ref]);
  if ('about' in body) found.push(['about', body.about]);
  if (body.type === 'notice') found.push(['supersedes', body.supersedes]);
  if (body.type === 'answer') found.push(['notice', body.notice]);
  return found.filter((pair): pair is [string, Ref] => pair[1] !== undefined);
}

function knownReference(picture: Picture, field: string, ref: Ref): Outcome<unknown> {
  const leaves = picture.leaves.get(ref.party);
  if (leaves === undefined) {
    const members = picture.members.join(', ');
    return refuse('unknown-party', `${field}.party`, `"${ref.party}" is no member`, members);
  }
  const leaf = leaves[ref.index];
  if (leaf === undefined) {
    const right = `an index below ${leaves.length}`;
    return refuse('unknown-reference', `${field}.index`, `${ref.index} is not on record`, right);
  }
  if (leaf !== ref.leaf) {
    const fault = `entry ${ref.index} of ${ref.party} has another leaf hash`;
    return refuse('unknown-reference', `${field}.leaf`, fault, leaf);
  }
  return accept(ref);
}

function usableVolume(volume: WireVolume, field: string): Outcome<WireVolume> {
  const fault = volumeFaults(volume)[0];
  if (fault !== undefined) {
    return refuse('geometry', `${field}.${fault.field}`, fault.fault, fault.right);
  }
  const { startMs, endMs } = volume.window;
  if (endMs - startMs > WINDOW_MS_MAX) {
    const days = Math.round((endMs - startMs) / 86_400_000);
    return refuse('out-of-limit', `${field}.window`, `it lasts ${days} days`, 'at most 366 days');
  }
  return accept(volume);
}

function briefEnough(body: Body): Outcome<Body> {
  const precedence = body.type === 'warning' ? 'FLASH' : 'precedence' in body && body.precedence;
  if (precedence !== 'FLASH' && precedence !== 'IMMEDIATE') return accept(body);
  const text = 'words' in body ? (body.words?.text ?? '') : '';
  const count = text.split(/\s+/u).filter((word) => word !== '').length;
  if (count <= URGENT_WORDS_MAX) return accept(body);
  const right = `at most ${URGENT_WORDS_MAX} words`;
  return refuse('too-long-for-precedence', 'words.text', `it has ${count} words`, right);
}

function fitting(picture: Picture, author: PartyId, body: Body): Outcome<unknown> {
  switch (body.type) {
    case 'notice':
      return body.supersedes === undefined
        ? accept(body)
        : ownInForce(picture, author, body.supersedes, 'supersedes', ['notice']);
    case 'cancel':
      return ownInForce(picture, author, body.ref, 'ref', ['notice', 'question', 'warning']);
    case 'read':
      return foreign(picture, author, body.ref, ['notice', 'warning', 'question', 'line-check']);
    case 'read-back':
      return foreign(picture, author, body.ref, ['notice', 'warning']);
    case 'position':
      return foreign(picture, author, body.ref, ['notice']);
    case 'warning-answer':
      return foreign(picture, author, body.ref, ['warning']);
    case 'answer':
      return foreign(picture, author, body.ref, ['question']);
    case 'line-check-answer':
      return foreign(picture, author, body.ref, ['line-check']);
    default:
      return accept(body);
  }
}

function objectMeant(
  picture: Picture,
  ref: Ref,
  field: string,
  kinds: readonly string[],
): Outcome<LineObject> {
  const object = picture.objects.get(objectIdOf(ref));
  if (object !== undefined && kinds.includes(object.body.type)) return accept(object);
  const found = object === undefined ? 'not an object of the line' : `a ${object.body.type}`;
  return refuse('wrong-kind', field, `${objectIdOf(ref)} is ${found}`, kinds.join(' or '));
}

function ownInForce(
  picture: Picture,
  author: PartyId,
  ref: Ref,
  field: string,
  kinds: readonly string[],
): Outcome<LineObject> {
  const meant = objectMeant(picture, ref, field, kinds);
  if (!meant.ok) return meant;
  const { id, state } = meant.value;
  if (meant.value.author !== author) {
    return refuse('not-yours', field, `${id} is of ${meant.value.author}`, `one of ${author}`);
  }
  if (state === 'in-force') return meant;
  return refuse('no-longer-in-force', field, `${id} is ${state}`, 'an object in force');
}

function foreign(
  picture: Picture,
  author: PartyId,
  ref: Ref,
  kinds: readonly string[],
): Outcome<LineObject> {
  const meant = objectMeant(picture, ref, 'ref', kinds);
  if (meant.ok && meant.value.author === author) {
    return refuse(
      'not-to-self',
      'ref',
      `${meant.value.id} is of ${author} itself`,
      'one of theirs',
    );
  }
  return meant;
}
