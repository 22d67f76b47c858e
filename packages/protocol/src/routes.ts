// The route table of the floor: server, client, OpenAPI and documentation are all made from it.
// Paths of a seat stand under /seat/{seat}/api; the seat's cookie is bound to that path.
import { z } from 'zod';
import { Body } from './body.ts';
import { Draft, DraftInput, Released, SeatRole, SeatView, Session } from './floor.ts';
import { Label } from './messages/words.ts';
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
    refusals: ['not-signed-in', 'too-many'],
    summary: 'Keeps a draft on the node; the seat becomes its drafter',
  },
  deleteDraft: {
    method: 'DELETE',
    path: `${SEAT}/drafts/{id}`,
    request: undefined,
    response: z.strictObject({}),
    refusals: ['not-signed-in', 'not-found'],
    summary: 'Throws a draft away; it has never left the node',
  },
  releaseDraft: {
    method: 'POST',
    path: `${SEAT}/drafts/{id}/release`,
    request: undefined,
    response: Released,
    refusals: ['not-found', ...RELEASE_REFUSALS],
    summary: 'Releases a ready draft of another seat to the line',
  },
  invite: {
    method: 'POST',
    path: `${SEAT}/invitations`,
    request: z.strictObject({ role: SeatRole }),
    response: z.strictObject({ link: z.string(), expiresMs: z.int() }),
    refusals: ['not-signed-in', 'role-lacking', 'too-many'],
    summary: 'Makes a one-time link for another seat (releasers only)',
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
