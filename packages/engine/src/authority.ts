// Who may draft, say alone and release what: one table. The drafter is not the releaser, except
// for what one officer must be able to say at once (four eyes, DOMAIN 3.9).
import { accept, objectIdOf, refuse, SeatRole } from '@parley/protocol';
import type { Body, BodyType, Outcome } from '@parley/protocol';
import type { Picture } from './picture.ts';

export type Role = SeatRole;
export type SeatIdentity = { readonly name: string; readonly role: Role };

/** `alone`: drafter and releaser may be one. `release`: only what another seat has drafted. */
type Authority = {
  readonly draft: readonly Role[];
  readonly alone: readonly Role[];
  readonly release: readonly Role[];
};

const DRAFTING: readonly Role[] = ['drafter', 'watch', 'releaser', 'commander', 'legal'];
/** Who stands the watch: alone where seconds count, handed over from seat to seat. */
export const ON_WATCH: readonly Role[] = ['watch', 'releaser', 'commander'];
const RELEASING: readonly Role[] = ['releaser', 'commander'];

/** One officer of the watch, at once. */
const WATCH: Authority = { draft: DRAFTING, alone: ON_WATCH, release: [] };
/** One officer who may speak for the party. */
const OFFICER: Authority = { draft: DRAFTING, alone: RELEASING, release: [] };
const FOUR_EYES: Authority = { draft: DRAFTING, alone: [], release: RELEASING };
/** What binds the party, or closes and opens the channel. */
const COMMAND: Authority = { draft: DRAFTING, alone: [], release: ['commander'] };
const NODE: Authority = { draft: [], alone: [], release: [] };

const AUTHORITY: Readonly<Record<BodyType, Authority>> = {
  warning: WATCH,
  accident: WATCH,
  'search-and-rescue': WATCH,
  'warning-answer': WATCH,
  confirmation: WATCH,
  read: WATCH,
  'read-back': WATCH,
  disseminated: WATCH,
  progress: WATCH,
  'onward-receipt': WATCH,
  'line-check': WATCH,
  'line-check-answer': WATCH,
  position: OFFICER,
  'onward-release': OFFICER,
  notice: FOUR_EYES,
  removal: FOUR_EYES,
  cancel: FOUR_EYES,
  question: FOUR_EYES,
  answer: FOUR_EYES,
  declaration: FOUR_EYES,
  statement: FOUR_EYES,
  contact: FOUR_EYES,
  incident: FOUR_EYES,
  'counter-statement': FOUR_EYES,
  'channel-state': COMMAND,
  arrangement: COMMAND,
  zone: COMMAND,
  proposal: COMMAND,
  response: COMMAND,
  received: NODE,
  'key-change': NODE,
};

/** Which seats a role may invite. A releaser makes no seat that may do more than itself. */
const INVITES: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  releaser: ['drafter', 'watch', 'releaser', 'legal', 'auditor'],
  commander: SeatRole.options,
  administrator: SeatRole.options,
};

/** Whether a body of this type must be drafted by one seat and released by another. */
export function needsFourEyes(type: BodyType): boolean {
  return AUTHORITY[type].release.length > 0;
}

/** The roles that may release a body of this type, alone or drafted by another seat. */
export function releasingRoles(type: BodyType): readonly Role[] {
  return [...AUTHORITY[type].alone, ...AUTHORITY[type].release];
}

/** The roles that a seat of this role may invite; none for most. */
export function invitedBy(role: Role): readonly Role[] {
  return INVITES[role] ?? [];
}

/** Whether a seat of this role may keep a draft of this type; without a type: any draft at all. */
export function mayDraft(role: Role, type?: BodyType): boolean {
  return (type === undefined ? DRAFTING : AUTHORITY[type].draft).includes(role);
}

/** Accepts when `seat` may release `body`, drafted by the seat named `draftedBy`. */
export function mayRelease(body: Body, seat: SeatIdentity, draftedBy: string): Outcome<Body> {
  const { alone, release } = AUTHORITY[body.type];
  if (alone.includes(seat.role)) return accept(body);
  const roles = releasingRoles(body.type);
  if (roles.length === 0) {
    const right = 'a message of the watch';
    return refuse('role-lacking', 'type', `"${body.type}" is written by the node alone`, right);
  }
  if (!release.includes(seat.role)) {
    const fault = `${seat.name} has the role ${seat.role}`;
    return refuse('role-lacking', 'role', fault, `a seat with the role ${roles.join(' or ')}`);
  }
  if (seat.name === draftedBy) {
    const fault = `${seat.name} drafted it`;
    const right = `another seat as ${roles.join(' or ')}`;
    return refuse('drafter-may-not-release', 'draftedBy', fault, right);
  }
  return accept(body);
}

/**
 * Refuses a confirmation by the officer who released the urgent message: the second look is another
 * person's (DOMAIN 3.7). Everything else is accepted.
 */
export function isSecondOfficer(picture: Picture, body: Body, seat: SeatIdentity): Outcome<Body> {
  if (body.type !== 'confirmation') return accept(body);
  const meant = picture.objects.get(objectIdOf(body.ref));
  if (meant?.releasedBy !== seat.name) return accept(body);
  const fault = `${seat.name} released ${meant.id}`;
  return refuse('second-officer', 'ref', fault, 'another seat of the watch');
}
