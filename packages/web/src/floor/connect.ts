// Keeps the page's stream open: notices silence, says so, and comes back where it left off.
import type { FloorClient } from '@parley/client';
import type { Session } from '@parley/protocol';
import type { FloorStore } from './floor-store.ts';

/** Without any event for this long the page is blind (the node sends one each second). */
export const BLIND_AFTER_MS = 2_500;
/** Without any event for this long the stream is given up and opened anew. */
const REOPEN_AFTER_MS = 5_000;
const WATCH_EVERY_MS = 250;
const WAIT_FIRST_MS = 250;
const WAIT_MAX_MS = 4_000;

/**
 * Holds the stream of `store` open until `signal` is aborted. `signedOut` is called, and nothing
 * more is tried, when the node no longer knows this seat's session.
 */
export async function holdConnection(args: {
  readonly client: FloorClient;
  readonly store: FloorStore;
  readonly steadyMs: () => number;
  readonly signal: AbortSignal;
  readonly signedOut: () => void;
}): Promise<void> {
  const { client, store, steadyMs, signal } = args;
  let heardAtMs = steadyMs();
  let attemptAtMs = heardAtMs;
  let heardNodeMs = store.clock.nowMs();
  let attempt = new AbortController();
  const hear = (): void => {
    heardAtMs = steadyMs();
    heardNodeMs = store.clock.nowMs();
    store.connection({ state: 'live' });
  };
  const watch = setInterval(() => {
    const nowMs = steadyMs();
    const blind = nowMs - heardAtMs > BLIND_AFTER_MS;
    if (blind) store.connection({ state: 'blind', sinceMs: heardNodeMs });
    // Each attempt has the whole time, however long nothing was heard before it.
    if (nowMs - Math.max(heardAtMs, attemptAtMs) > REOPEN_AFTER_MS) attempt.abort();
  }, WATCH_EVERY_MS);
  for (let waitMs = WAIT_FIRST_MS; !signal.aborted; waitMs = Math.min(waitMs * 2, WAIT_MAX_MS)) {
    attempt = new AbortController();
    attemptAtMs = steadyMs();
    const either = AbortSignal.any([signal, attempt.signal]);
    const ended = await readStream(client, store, either, () => {
      waitMs = WAIT_FIRST_MS;
      hear();
    });
    if (ended === 'signed-out') {
      args.signedOut();
      break;
    }
    await pause(waitMs, signal);
  }
  clearInterval(watch);
}

/** Who this seat is, tried again until the node answers; undefined when it is not signed in. */
export async function openSession(
  client: FloorClient,
  signal: AbortSignal,
  unanswered: () => void,
): Promise<Session | undefined> {
  for (let waitMs = WAIT_FIRST_MS; ; waitMs = Math.min(waitMs * 2, WAIT_MAX_MS)) {
    const outcome = await client.call('session', {}, undefined).catch(() => undefined);
    if (outcome?.ok) return outcome.value;
    if (outcome?.refusal.code === 'not-signed-in' || signal.aborted) return undefined;
    unanswered();
    await pause(waitMs, signal);
  }
}

async function readStream(
  client: FloorClient,
  store: FloorStore,
  signal: AbortSignal,
  heard: () => void,
): Promise<'cut' | 'signed-out'> {
  const session = await client.call('session', {}, undefined).catch(() => undefined);
  if (session !== undefined && !session.ok && session.refusal.code === 'not-signed-in') {
    return 'signed-out';
  }
  if (session === undefined || !session.ok) return 'cut';
  try {
    for await (const { event, position } of client.events(store.position(), signal)) {
      store.take(event, position);
      heard();
    }
  } catch (fault) {
    if (!isCut(fault)) throw fault;
  }
  return 'cut';
}

// A stream that is cut rejects with TypeError or AbortError; anything else is a bug and is thrown.
function isCut(fault: unknown): boolean {
  return fault instanceof TypeError || (fault instanceof DOMException && isAbort(fault));
}

function isAbort(fault: DOMException): boolean {
  return fault.name === 'AbortError' || fault.name === 'NetworkError';
}

function pause(waitMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resume) => {
    const timer = setTimeout(resume, waitMs);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resume();
    });
  });
}
