// Seats and their sessions: one-time links enrol, a cookie bound to the seat's path keeps them.
import { createHash, randomBytes } from 'node:crypto';
import { accept, refuse } from '@parley/protocol';
import type { Outcome, SeatView } from '@parley/protocol';
import type { Clock } from './clock.ts';
import type { FloorStore, SeatRecord } from './store.ts';

/** How long a one-time link is good for. */
export const INVITATION_MS = 24 * 3_600_000;
/** How long a session lasts without signing in anew. */
export const SESSION_SECONDS = 7 * 86_400;
const COOKIE = 'parley-seat';

export type Enrolment = { readonly seat: SeatRecord; readonly cookie: string };

export type Seats = {
  /** A one-time token for a new seat, good for a day of real time. */
  readonly invite: (
    invited: Pick<SeatRecord, 'role' | 'office'>,
  ) => Outcome<{ readonly token: string; readonly expiresMs: number }>;
  readonly enrol: (token: string, name: string) => Outcome<Enrolment>;
  /** The seat of a request, by its Cookie header. */
  readonly signedIn: (seatId: string, cookieHeader: string | undefined) => Outcome<SeatRecord>;
  /** Ends the session; gives the cookie that forgets it. */
  readonly signOut: (seatId: string, cookieHeader: string | undefined) => Outcome<string>;
  readonly views: () => readonly SeatView[];
  /** Marks a page of the seat as open; returns how to mark it closed, or undefined at the limit. */
  readonly opened: (seatId: string, most: number) => (() => void) | undefined;
  /** Seats with a page open now. */
  readonly staffed: () => number;
};

/**
 * The seats of a node; links to them expire by `clock`. `changed` is called when who is on watch
 * changes.
 */
export function nodeSeats(
  store: FloorStore,
  clock: Pick<Clock, 'nowMs'>,
  changed: () => void,
): Seats {
  const pages = new Map<string, number>();
  const session = (seatId: string, cookieHeader: string | undefined): SeatRecord | undefined => {
    const token = cookieOf(cookieHeader);
    return token === undefined ? undefined : store.seatOfSession(seatId, hashOf(token));
  };
  return {
    invite: (invited) => {
      const token = randomToken();
      const expiresMs = clock.nowMs() + INVITATION_MS;
      const kept = store.addInvitation(hashOf(token), invited, expiresMs);
      return kept.ok ? accept({ token, expiresMs }) : kept;
    },
    enrol: (token, name) => {
      const id = randomBytes(6).toString('hex');
      const sessionToken = randomToken();
      const trimmed = name.trim();
      if (trimmed === '') return refuse('malformed', 'name', 'it is empty', 'for example Watch 1');
      const enrolled = store.enrol(
        hashOf(token),
        { id, name: trimmed },
        hashOf(sessionToken),
        clock.nowMs(),
      );
      if (!enrolled.ok) return enrolled;
      const seat = enrolled.value;
      if (seat === 'name-taken') {
        return refuse('malformed', 'name', `"${trimmed}" is a seat already`, 'another name');
      }
      if (seat === 'not-invited') {
        const right = 'a new link, from a releaser or from parley serve';
        return refuse('link-used', 'token', 'no open invitation has this token', right);
      }
      changed();
      return accept({ seat, cookie: cookieFor(seat.id, sessionToken, SESSION_SECONDS) });
    },
    signedIn: (seatId, cookieHeader) => {
      const seat = session(seatId, cookieHeader);
      if (seat !== undefined) return accept(seat);
      return refuse('not-signed-in', '', 'no session of this seat', 'to sign in with a link');
    },
    signOut: (seatId, cookieHeader) => {
      const token = cookieOf(cookieHeader);
      const ended = token === undefined ? accept(undefined) : store.endSession(hashOf(token));
      return ended.ok ? accept(cookieFor(seatId, '', 0)) : ended;
    },
    views: () =>
      store.seats().map(({ id, ...seat }) => ({ ...seat, online: (pages.get(id) ?? 0) > 0 })),
    opened: (seatId, most) => {
      const open = pages.get(seatId) ?? 0;
      if (open >= most) return undefined;
      pages.set(seatId, open + 1);
      changed();
      return () => {
        pages.set(seatId, (pages.get(seatId) ?? 1) - 1);
        changed();
      };
    },
    staffed: () => [...pages.values()].filter((open) => open > 0).length,
  };
}

function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

// Tokens are kept as hashes only: whoever reads the store cannot sign in with what is there.
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function cookieFor(seatId: string, token: string, maxAgeSeconds: number): string {
  const path = `Path=/seat/${seatId}/`;
  return `${COOKIE}=${token}; ${path}; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Strict; Secure`;
}

function cookieOf(header: string | undefined): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === COOKIE)?.[1];
}
