// Whether a body may stand on a record at this point: references, ownership, kinds, geometry.
// The same test for our own commands (refused) and for a peer's entries (kept, marked unusable).
import { volumeFaults } from '@parley/conflict';
import { accept, objectIdOf, refuse, URGENT_WORDS_MAX, WINDOW_MS_MAX } from '@parley/protocol';
import type {
  Answer,
  Arrangement,
  Body,
  Outcome,
  PartyId,
  Received,
  Ref,
  SeenHead,
  WireVolume,
} from '@parley/protocol';
import type { LineObject, Picture } from './picture.ts';
import { usableReferences } from './references.ts';

/**
 * Accepts `body` by `author` on the line as `picture` shows it, or refuses naming the field. `seen`
 * are the heads that the body's entry names; a body that is no entry yet has none, and its author
 * sees the whole picture. Nothing that an entry has not seen decides whether it can be used: so the
 * answer is the same in whatever causal order the records arrive.
 */
export function admissible(
  picture: Picture,
  author: PartyId,
  body: Body,
  seen?: readonly SeenHead[],
): Outcome<Body> {
  const outcomes = [
    usableReferences(picture, author, body, seen),
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
    case 'arrangement':
      return newerArrangement(picture, author, body);
    case 'received':
      return fittingReceipt(author, body);
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
      return fittingAnswer(picture, author, body);
    case 'line-check-answer':
      return foreign(picture, author, body.ref, ['line-check']);
    default:
      return accept(body);
  }
}

function fittingAnswer(picture: Picture, author: PartyId, answer: Answer): Outcome<unknown> {
  const question = foreign(picture, author, answer.ref, ['question']);
  if (!question.ok || answer.notice === undefined) return question;
  return objectMeant(picture, answer.notice, 'notice', ['notice']);
}

// One text a version and party, or what is in force would depend on the order of arrival.
function newerArrangement(
  picture: Picture,
  author: PartyId,
  { version }: Arrangement,
): Outcome<unknown> {
  const signed = picture.arrangements.get(author)?.statement.version ?? 0;
  if (version > signed) return accept(version);
  const fault = `${author} has signed version ${signed} already`;
  return refuse('already-said', 'version', fault, `a version above ${signed}`);
}

function fittingReceipt(author: PartyId, receipt: Received): Outcome<unknown> {
  if (receipt.party === author) {
    return refuse('not-to-self', 'party', `${author} receipts its own record`, 'another party');
  }
  if (receipt.size > receipt.index) return accept(receipt);
  const fault = `the checkpoint has ${receipt.size} entries`;
  return refuse('out-of-limit', 'size', fault, `more than the index, ${receipt.index}`);
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
