// A terminal's seat: enrolled once with a one-time link, kept in a file that only its owner reads.
import { floorClient } from '@parley/client';
import type { FloorClient } from '@parley/client';
import { accept, refuse } from '@parley/protocol';
import type { Outcome } from '@parley/protocol';
import { readJson, readText, writeFile } from '../file-text.ts';
import { floorFetch } from './floor-fetch.ts';

export type Seat = {
  readonly parley: 'seat';
  readonly version: 1;
  /** Where the floor is, without a path. */
  readonly origin: string;
  readonly seat: string;
  readonly cookie: string;
  /** SHA-256 of the floor's public key, hexadecimal; absent on loopback. */
  readonly pin?: string;
};

const DEFAULT_FILE = './parley-seat.json';
const FIELDS = ['origin', 'seat', 'cookie'] as const;

/** The session file that a command uses: the option, $PARLEY_SEAT, or ./parley-seat.json. */
export function seatPath(option: string | undefined): string {
  return option ?? process.env['PARLEY_SEAT'] ?? DEFAULT_FILE;
}

/** Takes a seat with a one-time link. Refuses as the node does; throws FloorSilent. */
export async function enrol(
  link: string,
  name: string,
  pin: string | undefined,
): Promise<Outcome<Seat>> {
  const url = URL.canParse(link) ? new URL(link) : undefined;
  const token = url?.hash.slice(1) ?? '';
  if (url === undefined || !/^https?:$/.test(url.protocol) || token === '') {
    const right = 'a one-time link such as http://127.0.0.1:8440/enrol#...';
    return refuse('malformed', 'link', `"${link.slice(0, 80)}" is no one-time link`, right);
  }
  if (pin !== undefined && !/^[0-9a-f]{64}$/.test(pin)) {
    return refuse('malformed', 'pin', `"${pin.slice(0, 80)}"`, '64 lower-case hexadecimal digits');
  }
  let cookie = '';
  const fetch = floorFetch('', pin);
  const client = floorClient({
    base: url.origin,
    seat: '',
    fetch: async (to, init) => {
      const answer = await fetch(to, init);
      cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      return answer;
    },
  });
  const enrolled = await client.call('enrol', {}, { token, name });
  if (!enrolled.ok) return enrolled;
  const seat = enrolled.value.path.split('/')[2] ?? '';
  const base = { parley: 'seat', version: 1, origin: url.origin, seat, cookie } as const;
  return accept(pin === undefined ? base : { ...base, pin });
}

/** The client of a seat. */
export function clientOf(seat: Seat): FloorClient {
  const fetch = floorFetch(seat.cookie, seat.pin);
  return floorClient({ fetch, base: seat.origin, seat: seat.seat });
}

/** Keeps a seat; the file is readable and writable by its owner alone. */
export function writeSeat(path: string, seat: Seat): Outcome<undefined> {
  return writeFile(path, `${JSON.stringify(seat, undefined, 2)}\n`, 0o600);
}

/** Reads a seat that was kept. */
export function readSeat(path: string): Outcome<Seat> {
  const text = readText(path);
  if (!text.ok) {
    const right = 'a seat taken with parley seat LINK';
    return refuse('not-signed-in', path, 'there is no seat in this file', right);
  }
  const value = readJson(text.value, path);
  if (!value.ok) return value;
  const seat = value.value as Partial<Seat> | null;
  const missing = FIELDS.find((field) => typeof seat?.[field] !== 'string');
  if (missing !== undefined || seat?.parley !== 'seat') {
    return refuse('malformed', path, `it has no ${missing ?? 'seat'}`, 'a file of parley seat');
  }
  return accept(seat as Seat);
}
