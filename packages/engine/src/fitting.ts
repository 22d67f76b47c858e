// What fits what: per type of body, the object it is about, whose it is, what was said before.
// Total: every body in every state is accepted or refused by name.
import { accept, objectIdOf, refuse } from '@parley/protocol';
import type {
  Answer,
  Arrangement,
  Body,
  BodyType,
  Confirmation,
  Contact,
  Notice,
  OnwardRelease,
  Outcome,
  PartyId,
  PositionTaken,
  Received,
  Ref,
  Response,
  Zone,
} from '@parley/protocol';
import type { LineObject, Picture } from './picture.ts';
import { changedKey } from './key-change.ts';

/** Urgent messages that one officer releases alone. */
export const URGENT: readonly BodyType[] = ['warning', 'accident', 'search-and-rescue'];
const CANCELLABLE: readonly BodyType[] = [
  'notice',
  'question',
  'warning',
  'accident',
  'search-and-rescue',
  'declaration',
  'proposal',
  'statement',
  'contact',
  'incident',
];
const READABLE: readonly BodyType[] = [...CANCELLABLE, 'channel-state', 'line-check'];
/** What states something, and so can be the answer to a question. */
const STATING: readonly BodyType[] = [
  'notice',
  'declaration',
  'proposal',
  'statement',
  'contact',
  'incident',
];
const WITH_VOLUMES: readonly BodyType[] = [...URGENT, 'notice', 'declaration', 'proposal'];

/** Accepts a body that fits the picture, or refuses naming the field. */
export function fitting(picture: Picture, author: PartyId, body: Body): Outcome<unknown> {
  switch (body.type) {
    case 'arrangement':
      return newerArrangement(picture, author, body);
    case 'zone':
      return newerZone(picture, author, body);
    case 'key-change':
      return changedKey(body);
    case 'received':
      return fittingReceipt(author, body);
    case 'notice':
      return fittingNotice(picture, author, body);
    case 'declaration':
    case 'proposal':
    case 'statement':
    case 'incident':
      return supersedable(picture, author, body);
    case 'contact':
      return fittingContact(picture, author, body);
    case 'removal':
    case 'progress':
    case 'cancel':
    case 'confirmation':
      return fittingOwn(picture, author, body);
    case 'onward-release':
      return fittingRelease(picture, author, body);
    case 'onward-receipt':
      return fittingOnwardReceipt(picture, author, body.ref);
    default:
      return fittingStep(picture, author, body);
  }
}

/** Steps of the ladder: they are about an object of another party. */
function fittingStep(picture: Picture, author: PartyId, body: Body): Outcome<unknown> {
  switch (body.type) {
    case 'read':
      return foreign(picture, author, body.ref, READABLE);
    case 'read-back':
      return foreign(picture, author, body.ref, WITH_VOLUMES);
    case 'disseminated':
      return foreign(picture, author, body.ref, CANCELLABLE);
    case 'position':
      return fittingPosition(picture, author, body);
    case 'warning-answer':
      return foreign(picture, author, body.ref, URGENT);
    case 'answer':
      return fittingAnswer(picture, author, body);
    case 'response':
      return fittingResponse(picture, author, body);
    case 'counter-statement':
      return foreign(picture, author, body.ref, ['incident']);
    case 'line-check-answer':
      return foreign(picture, author, body.ref, ['line-check']);
    default:
      return accept(body);
  }
}

function fittingNotice(picture: Picture, author: PartyId, notice: Notice): Outcome<unknown> {
  if (notice.kind === 'movement') {
    for (const [at, leg] of notice.legs.entries()) {
      if (leg.volume >= notice.volumes.length) {
        const fault = `there are ${notice.volumes.length} volumes`;
        return refuse('out-of-limit', `legs[${at}].volume`, fault, 'the index of one of them');
      }
      const beforeMs = notice.legs[at - 1]?.etaMs ?? 0;
      if (leg.etaMs > leg.etdMs && leg.etdMs >= beforeMs) continue;
      const right = 'an arrival after it, and each leg after the one before';
      return refuse('malformed', `legs[${at}].etdMs`, 'the times do not follow', right);
    }
  }
  return supersedable(picture, author, notice);
}

type Supersedable = Extract<Body, { supersedes?: Ref | undefined }>;

// A version takes the place of one of its own kind and of its own traffic: a drill cannot end the
// real thing.
function supersedable(picture: Picture, author: PartyId, body: Supersedable): Outcome<unknown> {
  if (body.supersedes === undefined) return accept(body);
  const meant = ownInForce(picture, author, body.supersedes, 'supersedes', [body.type]);
  if (!meant.ok) return meant;
  const old = meant.value.body;
  const same = variantOf(old) === variantOf(body) && 'status' in old && old.status === body.status;
  if (same) return meant;
  const fault = `${meant.value.id} is ${variantOf(old)} of status ${'status' in old && old.status}`;
  return refuse('wrong-kind', 'supersedes', fault, `${variantOf(body)} of status ${body.status}`);
}

function variantOf(body: Body): string {
  if (body.type === 'notice') return `${body.type} ${body.kind}`;
  return 'matter' in body ? `${body.type} ${body.matter}` : body.type;
}

function fittingContact(picture: Picture, author: PartyId, contact: Contact): Outcome<unknown> {
  if (contact.endMs !== undefined && contact.endMs < contact.startMs) {
    return refuse('malformed', 'endMs', 'it ends before it starts', 'a time after startMs');
  }
  return supersedable(picture, author, contact);
}

type AboutOwn = Extract<Body, { type: 'removal' | 'progress' | 'cancel' | 'confirmation' }>;

function fittingOwn(picture: Picture, author: PartyId, body: AboutOwn): Outcome<unknown> {
  switch (body.type) {
    case 'cancel': {
      const meant = ownInForce(picture, author, body.ref, 'ref', CANCELLABLE);
      if (!meant.ok || kindOf(meant.value) !== 'protected-object') return meant;
      const fault = `${meant.value.id} is a protected object`;
      return refuse('wrong-kind', 'ref', fault, 'a removal, which two people release');
    }
    case 'removal':
      return ofKind(ownInForce(picture, author, body.ref, 'ref', ['notice']), 'protected-object');
    case 'progress':
      return ofKind(ownInForce(picture, author, body.ref, 'ref', ['notice']), 'movement');
    case 'confirmation':
      return fittingConfirmation(picture, author, body);
  }
}

function fittingConfirmation(
  picture: Picture,
  author: PartyId,
  body: Confirmation,
): Outcome<unknown> {
  const meant = own(picture, author, body.ref, 'ref', URGENT);
  if (!meant.ok || meant.value.confirmed === undefined) return meant;
  const fault = `${meant.value.id} was confirmed by ${meant.value.confirmed.seat}`;
  return refuse('already-said', 'ref', fault, 'one that was not confirmed yet');
}

function kindOf(object: LineObject): string | undefined {
  return object.body.type === 'notice' ? object.body.kind : undefined;
}

function ofKind(meant: Outcome<LineObject>, kind: Notice['kind']): Outcome<LineObject> {
  if (!meant.ok || kindOf(meant.value) === kind) return meant;
  const fault = `${meant.value.id} is of kind ${kindOf(meant.value)}`;
  return refuse('wrong-kind', 'ref', fault, `a notice of kind ${kind}`);
}

function fittingPosition(picture: Picture, author: PartyId, body: PositionTaken): Outcome<unknown> {
  const meant = foreign(picture, author, body.ref, [
    'notice',
    'declaration',
    'statement',
    'contact',
  ]);
  if (!meant.ok) return meant;
  return alternativeNamed(picture, author, body.position === 'alternative', body.alternative, [
    'notice',
    'proposal',
  ]);
}

function fittingResponse(picture: Picture, author: PartyId, body: Response): Outcome<unknown> {
  const meant = foreign(picture, author, body.ref, ['proposal']);
  if (!meant.ok) return meant;
  const before = meant.value.ladders.get(author)?.responded?.statement.result;
  if (before === 'agreed' || before === 'denied') {
    const fault = `${author} has ${before} ${meant.value.id}`;
    return refuse('already-said', 'ref', fault, 'a new proposal');
  }
  if (body.reason !== undefined && body.result !== 'denied') {
    return refuse('malformed', 'reason', `the result is ${body.result}`, 'a reason with denied');
  }
  if (body.offices !== undefined && body.result !== 'under-consideration') {
    const fault = `the result is ${body.result}`;
    return refuse('malformed', 'offices', fault, 'offices with under-consideration');
  }
  const isAlternative = body.result === 'alternative';
  return alternativeNamed(picture, author, isAlternative, body.alternative, ['proposal']);
}

function alternativeNamed(
  picture: Picture,
  author: PartyId,
  isAsked: boolean,
  ref: Ref | undefined,
  kinds: readonly BodyType[],
): Outcome<unknown> {
  if (ref === undefined && !isAsked) return accept(ref);
  if (ref === undefined || !isAsked) {
    const fault = isAsked ? 'found nothing' : 'no alternative is proposed';
    const right = isAsked ? `a ${kinds.join(' or ')} of one's own` : 'nothing';
    return refuse('malformed', 'alternative', fault, right);
  }
  return own(picture, author, ref, 'alternative', kinds);
}

function fittingAnswer(picture: Picture, author: PartyId, answer: Answer): Outcome<unknown> {
  const question = foreign(picture, author, answer.ref, ['question']);
  if (!question.ok) return question;
  if ((answer.result === 'promised') !== (answer.promisedMs !== undefined)) {
    const fault = answer.promisedMs === undefined ? 'found nothing' : `it is ${answer.result}`;
    return refuse('malformed', 'promisedMs', fault, 'a time with promised, and with it alone');
  }
  if (answer.notice === undefined) return question;
  return objectMeant(picture, answer.notice, 'notice', STATING);
}

// What its author gave no leave for goes no further; one's own words are one's own to pass on.
function fittingRelease(picture: Picture, author: PartyId, body: OnwardRelease): Outcome<unknown> {
  const meant = objectMeant(picture, body.ref, 'ref', CANCELLABLE);
  if (!meant.ok || meant.value.author === author) return meant;
  const said = meant.value.body;
  const leaves = 'onward' in said ? (said.onward ?? []) : [];
  if (leaves.some(({ to, kind }) => to === body.to && kind === body.kind)) return meant;
  const given = leaves.map(({ to, kind }) => `${to} (${kind})`).join(', ') || 'nobody';
  const fault = `${meant.value.id} may not be passed on to ${body.to} (${body.kind})`;
  return refuse('not-releasable', 'to', fault, given);
}

function fittingOnwardReceipt(picture: Picture, author: PartyId, ref: Ref): Outcome<unknown> {
  const release = picture.onward.get(objectIdOf(ref));
  if (release === undefined) {
    const fault = `${objectIdOf(ref)} passed nothing on`;
    return refuse('wrong-kind', 'ref', fault, 'an onward release');
  }
  if (release.party === author) return accept(release);
  return refuse('not-yours', 'ref', `it is of ${release.party}`, `one of ${author}`);
}

// One text a version and party, or what is in force would depend on the order of arrival.
function newerArrangement(
  picture: Picture,
  author: PartyId,
  { version }: Arrangement,
): Outcome<unknown> {
  const signed = picture.arrangements.get(author)?.statement.version ?? 0;
  return newer(author, version, signed);
}

function newerZone(picture: Picture, author: PartyId, { name, version }: Zone): Outcome<unknown> {
  return newer(author, version, picture.zonesSigned.get(`${name} ${author}`) ?? 0);
}

function newer(author: PartyId, version: number, signed: number): Outcome<unknown> {
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
  kinds: readonly BodyType[],
): Outcome<LineObject> {
  const object = picture.objects.get(objectIdOf(ref));
  if (object !== undefined && kinds.includes(object.body.type)) return accept(object);
  const found = object === undefined ? 'not an object of the line' : `a ${object.body.type}`;
  return refuse('wrong-kind', field, `${objectIdOf(ref)} is ${found}`, kinds.join(' or '));
}

function own(
  picture: Picture,
  author: PartyId,
  ref: Ref,
  field: string,
  kinds: readonly BodyType[],
): Outcome<LineObject> {
  const meant = objectMeant(picture, ref, field, kinds);
  if (!meant.ok || meant.value.author === author) return meant;
  const { id } = meant.value;
  return refuse('not-yours', field, `${id} is of ${meant.value.author}`, `one of ${author}`);
}

function ownInForce(
  picture: Picture,
  author: PartyId,
  ref: Ref,
  field: string,
  kinds: readonly BodyType[],
): Outcome<LineObject> {
  const meant = own(picture, author, ref, field, kinds);
  if (!meant.ok || meant.value.state === 'in-force') return meant;
  const { id, state } = meant.value;
  return refuse('no-longer-in-force', field, `${id} is ${state}`, 'an object in force');
}

function foreign(
  picture: Picture,
  author: PartyId,
  ref: Ref,
  kinds: readonly BodyType[],
): Outcome<LineObject> {
  const meant = objectMeant(picture, ref, 'ref', kinds);
  if (meant.ok && meant.value.author === author) {
    const fault = `${meant.value.id} is of ${author} itself`;
    return refuse('not-to-self', 'ref', fault, 'one of theirs');
  }
  return meant;
}
