// Every refusal that a node gives, in one table: code, sentence, HTTP status. A refusal is a value,
// never an exception. Outside it is RFC 9457 application/problem+json.

export const REFUSALS = {
  malformed: { status: 400, sentence: 'The message is not in the form that the protocol demands.' },
  'out-of-limit': { status: 400, sentence: 'A value lies outside the limits of the protocol.' },
  oversize: { status: 413, sentence: 'The message is larger than the protocol allows.' },
  geometry: { status: 422, sentence: 'The volume cannot be used as it stands.' },
  'not-signed-in': { status: 401, sentence: 'This seat is not signed in.' },
  'link-used': { status: 410, sentence: 'This link was used already, or has expired.' },
  'role-lacking': { status: 403, sentence: 'The role of this seat does not allow this.' },
  'drafter-may-not-release': {
    status: 403,
    sentence: 'The drafter may not release. Ask another releaser.',
  },
  'second-officer': {
    status: 403,
    sentence: 'A second officer has to do this: one person is not enough.',
  },
  'review-pending': {
    status: 409,
    sentence: 'An office of this node has not cleared it yet.',
  },
  'draft-changed': {
    status: 409,
    sentence: 'The draft was changed since this seat saw it.',
  },
  'not-found': { status: 404, sentence: 'There is no such thing here.' },
  'unknown-party': { status: 404, sentence: 'This party is not a member of the line.' },
  'unknown-reference': {
    status: 422,
    sentence: 'The message refers to an entry that is not on this line.',
  },
  'not-yours': { status: 403, sentence: 'Only the author of an object may change it.' },
  'not-to-self': { status: 422, sentence: 'A party does not answer itself.' },
  'wrong-kind': { status: 422, sentence: 'The entry referred to is not of a kind that this fits.' },
  'no-longer-in-force': {
    status: 409,
    sentence: 'The object was superseded or cancelled already.',
  },
  'already-said': { status: 409, sentence: 'This was said already and stands on the record.' },
  suspended: {
    status: 409,
    sentence: 'This is suspended on the line. Warnings, accidents and calls for help are not.',
  },
  'not-releasable': {
    status: 403,
    sentence: 'Its author gave no leave to pass it on to this addressee.',
  },
  'too-slow-for-lead': {
    status: 422,
    sentence: 'It starts before it would be read at this precedence.',
  },
  expired: { status: 422, sentence: 'Its time is over before it is told.' },
  'too-long-for-precedence': {
    status: 422,
    sentence: 'FLASH and IMMEDIATE messages carry at most 200 words.',
  },
  'must-not-be-carried': {
    status: 422,
    sentence: 'A line carries no targets, no weapons and no names of units.',
  },
  'replay-not-actual': {
    status: 422,
    sentence: 'This node replays a case. Nothing that is said on it may be taken for real.',
  },
  'wrongly-signed': { status: 403, sentence: 'A signature does not verify.' },
  'not-this-record': { status: 422, sentence: 'The entry belongs to another record.' },
  'not-canonical': { status: 422, sentence: 'The bytes are not in canonical form (RFC 8785).' },
  gap: { status: 409, sentence: 'Entries are missing before this one.' },
  fork: { status: 409, sentence: 'Two different histories were signed for one record.' },
  'root-mismatch': { status: 422, sentence: 'The entries do not give the root that was signed.' },
  'seen-mismatch': {
    status: 422,
    sentence: 'The entry names a head of a record that the record never had.',
  },
  rollback: {
    status: 409,
    sentence: 'A record is shorter than it was: its node was restored from an old copy.',
  },
  withheld: { status: 409, sentence: 'Entries that exist are not handed over.' },
  replayed: { status: 409, sentence: 'A heartbeat came that is older than the one before it.' },
  'back-dated': {
    status: 422,
    sentence: 'The time of an entry contradicts what its author had seen, or when it came.',
  },
  'two-nodes': {
    status: 409,
    sentence: 'Two nodes speak with the keys of one. Nothing more is said by this one.',
  },
  'behind-own-record': {
    status: 409,
    sentence: 'The other side holds more of our record than this node. It is taken back first.',
  },
  'not-witnessed': {
    status: 409,
    sentence: 'An independent witness does not cosign our record.',
  },
  'witness-retired': {
    status: 409,
    sentence: 'This node lost what it had witnessed. Its witness key signs nothing any more.',
  },
  'token-failed': {
    status: 503,
    sentence: 'The token that holds the key of our record did not sign. Nothing was recorded.',
  },
  'storage-full': {
    status: 507,
    sentence: 'The disk is full. Nothing was recorded; everything recorded before is kept.',
  },
  'storage-failed': {
    status: 500,
    sentence: 'The disk failed. The node stops so that nothing false is shown.',
  },
  'too-many': { status: 429, sentence: 'A limit of this node is reached.' },
  'wrong-origin': { status: 403, sentence: 'The request comes from another page than the floor.' },
} as const satisfies Record<string, { status: number; sentence: string }>;

export type RefusalCode = keyof typeof REFUSALS;

/** What was refused and why: the field, the fault of its value, and what would be right. */
export type Refusal = {
  readonly code: RefusalCode;
  readonly field: string;
  readonly fault: string;
  readonly right: string;
};

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

/** A refusal as an outcome. `field` may be '' when the whole message is meant. */
export function refuse(
  code: RefusalCode,
  field: string,
  fault: string,
  right: string,
): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { code, field, fault, right } };
}

/** A value as an outcome. */
export function accept<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** The refusal as one or more sentences for a person. */
export function refusalSentence(refusal: Refusal): string {
  const place = refusal.field === '' ? '' : `${refusal.field}: `;
  const right = refusal.right === '' ? '' : ` Right would be: ${refusal.right}.`;
  // A fault that is a sentence already has its full stop.
  const fault = refusal.fault.replace(/\.$/, '');
  return `${REFUSALS[refusal.code].sentence} ${place}${fault}.${right}`;
}

/** RFC 9457 problem details of a refusal. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: RefusalCode;
  readonly field: string;
  readonly fault: string;
  readonly right: string;
};

/** The refusal as RFC 9457 problem details. `type` is a URN that names the code. */
export function problemOf(refusal: Refusal): Problem {
  const { status, sentence } = REFUSALS[refusal.code];
  return {
    type: `urn:parley:refusal:${refusal.code}`,
    title: sentence,
    status,
    detail: refusalSentence(refusal),
    ...refusal,
  };
}
