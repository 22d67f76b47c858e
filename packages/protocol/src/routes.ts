// The route table of the floor: server, client, OpenAPI and documentation are all made from it.
// Paths of a seat stand under /seat/{seat}/api; the seat's cookie is bound to that path.
import { z } from 'zod';
import { Body } from './body.ts';
import { Draft, DraftInput, Released, ReleaseInput, SeatRole, SeatView, Session } from './floor.ts';
import { HandoverLog, HandoverRow } from './handover.ts';
import { Label } from './messages/words.ts';
import { Offices, Remark, ReviewInput } from './office.ts';
import type { RefusalCode } from './refusals.ts';

export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path with `{name}` parts. */
  readonly path: string;
  /** Schema of the JSON body; undefined where there is none. */
  readonly request: z.ZodType | undefined;
  /** Schema of the JSON answer; 'text' for a text file, 'stream' for server-sent events. */
  readonly response: z.ZodType | 'text' | 'stream';
  /** What this route may refuse besides what every route may (`refusalsOf` gives both). */
  readonly refusals: readonly RefusalCode[];
  readonly summary: string;
};

const SEAT = '/seat/{seat}/api';
const RELEASE_REFUSALS = [
  'not-signed-in',
  'role-lacking',
  'drafter-may-not-release',
  'second-officer',
  'malformed',
  'out-of-limit',
  'oversize',
  'geometry',
  'unknown-party',
  'unknown-reference',
  'not-yours',
  'not-to-self',
  'wrong-kind',
  'no-longer-in-force',
  'too-long-for-precedence',
  'too-slow-for-lead',
  'suspended',
  'not-releasable',
  'already-said',
  'must-not-be-carried',
  'replay-not-actual',
] as const satisfies readonly RefusalCode[];

export const ROUTES = {
  enrol: {
    method: 'POST',
    path: '/enrol',
    request: z.strictObject({ token: z.string().max(200), name: Label }),
    response: z.strictObject({ path: z.string() }),
    refusals: ['link-used', 'too-many'],
    summary: 'Takes a seat with a one-time link and sets its session cookie',
  },
  session: {
    method: 'GET',
    path: `${SEAT}/session`,
    request: undefined,
    response: Session,
    refusals: ['not-signed-in'],
    summary: 'Who this seat is, on which line, with whom',
  },
  stream: {
    method: 'GET',
    path: `${SEAT}/stream`,
    request: undefined,
    response: 'stream',
    refusals: ['not-signed-in', 'malformed', 'too-many'],
    summary: 'All entries from the position after Last-Event-ID (or ?after=N), then live',
  },
  say: {
    method: 'POST',
    path: `${SEAT}/say`,
    request: z.strictObject({ body: Body }),
    response: Released,
    refusals: RELEASE_REFUSALS,
    summary: 'Says at once what one officer may say alone: acknowledgements, answers, warnings',
  },
  saveDraft: {
    method: 'PUT',
    path: `${SEAT}/drafts/{id}`,
    request: DraftInput,
    response: Draft,
    refusals: ['not-signed-in', 'role-lacking', 'too-many'],
    summary: 'Keeps a draft on the node; the seat becomes its drafter',
  },
  deleteDraft: {
    method: 'DELETE',
    path: `${SEAT}/drafts/{id}`,
    request: undefined,
    response: z.strictObject({}),
    refusals: ['not-signed-in', 'role-lacking', 'not-found'],
    summary: 'Throws a draft away; it has never left the node',
  },
  releaseDraft: {
    method: 'POST',
    path: `${SEAT}/drafts/{id}/release`,
    request: ReleaseInput,
    response: Released,
    refusals: ['not-found', 'draft-changed', 'review-pending', ...RELEASE_REFUSALS],
    summary: 'Releases the body that was shown of a ready draft, once every office cleared it',
  },
  reviewDraft: {
    method: 'POST',
    path: `${SEAT}/drafts/{id}/review`,
    request: ReviewInput,
    response: Draft,
    refusals: [
      'not-signed-in',
      'role-lacking',
      'not-found',
      'second-officer',
      'review-pending',
      'draft-changed',
    ],
    summary: "Says for the seat's office what it finds in one exact body of a draft",
  },
  offices: {
    method: 'GET',
    path: `${SEAT}/offices`,
    request: undefined,
    response: Offices,
    refusals: ['not-signed-in'],
    summary: 'The offices of this node, in their order, and what waits for each',
  },
  setOffices: {
    method: 'PUT',
    path: `${SEAT}/offices`,
    request: Offices,
    response: Offices,
    refusals: ['not-signed-in', 'role-lacking'],
    summary: 'Sets all offices in their order (commander or administrator)',
  },
  handovers: {
    method: 'GET',
    path: `${SEAT}/handovers`,
    request: undefined,
    response: HandoverLog,
    refusals: ['not-signed-in'],
    summary: 'The signed log of handovers of the watch, whole',
  },
  giveHandover: {
    method: 'POST',
    path: `${SEAT}/handovers`,
    request: z.strictObject({ to: Label, notes: Remark.optional() }),
    response: HandoverRow,
    refusals: ['not-signed-in', 'role-lacking', 'second-officer', 'not-found'],
    summary: 'Gives the watch over to another seat, with all that is open now',
  },
  takeHandover: {
    method: 'POST',
    path: `${SEAT}/handovers/take`,
    request: z.strictObject({ notes: Remark.optional() }),
    response: HandoverRow,
    refusals: ['not-signed-in', 'not-found'],
    summary: 'Takes the watch that was given to this seat',
  },
  invite: {
    method: 'POST',
    path: `${SEAT}/invitations`,
    request: z.strictObject({ role: SeatRole, office: Label.optional() }),
    response: z.strictObject({ link: z.string(), expiresMs: z.int() }),
    refusals: ['not-signed-in', 'role-lacking', 'not-found', 'too-many'],
    summary: 'Makes a one-time link for another seat (releaser, commander, administrator)',
  },
  seats: {
    method: 'GET',
    path: `${SEAT}/seats`,
    request: undefined,
    response: z.strictObject({ seats: z.array(SeatView) }),
    refusals: ['not-signed-in'],
    summary: 'The seats of this node',
  },
  signOut: {
    method: 'POST',
    path: `${SEAT}/sign-out`,
    request: undefined,
    response: z.strictObject({}),
    refusals: ['not-signed-in'],
    summary: 'Signs the seat out of this page',
  },
  exportRecord: {
    method: 'GET',
    path: `${SEAT}/records/{party}/export`,
    request: undefined,
    response: 'text',
    refusals: ['not-signed-in', 'unknown-party', 'not-found'],
    summary: 'A whole record with its newest cosigned checkpoint, for `parley verify`',
  },
  entryProof: {
    method: 'GET',
    path: `${SEAT}/records/{party}/entries/{index}/proof`,
    request: undefined,
    response: 'text',
    refusals: ['not-signed-in', 'unknown-party', 'not-found'],
    summary: 'One entry with its inclusion proof (C2SP tlog-proof)',
  },
  alarmEvidence: {
    method: 'GET',
    path: `${SEAT}/alarms/{party}/{code}`,
    request: undefined,
    response: 'text',
    refusals: ['not-signed-in', 'unknown-party', 'not-found'],
    summary: 'The evidence of an alarm, such as that a party signed two histories (`fork`)',
  },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof ROUTES;

const BODY_REFUSALS = ['malformed', 'out-of-limit', 'oversize'] as const;
const WRITE_REFUSALS = ['wrong-origin', 'storage-full'] as const;

/** Every code that a route may refuse with, each once. */
export function refusalsOf(name: RouteName): readonly RefusalCode[] {
  const route: Route = ROUTES[name];
  const codes = new Set<RefusalCode>([
    ...route.refusals,
    ...(route.request === undefined ? [] : BODY_REFUSALS),
    ...(route.method === 'GET' ? [] : WRITE_REFUSALS),
    'storage-failed',
  ]);
  return [...codes];
}
