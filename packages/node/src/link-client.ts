// Pulls one peer's record: connects, checks the pin before a byte is sent, resumes by index,
// and comes back with a growing, jittered pause after every end.
import { request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:tls';
import type { TLSSocket } from 'node:tls';
import { eventReader } from '@parley/client';
import type { StreamEvent } from '@parley/client';
import type { Member } from './member.ts';
import { LINK_PATH, OWN_PATH } from './link-paths.ts';
import { pause } from './pause.ts';
import { pinOf } from './transport.ts';
import type { TransportIdentity } from './transport.ts';

/** Pauses between tries: 0.2 s, doubling to 5 s, each with up to as much jitter again. */
const PAUSE_FIRST_MS = 200;
const PAUSE_MOST_MS = 5_000;
/** A stream on which nothing came for this long is dead, whatever TCP believes. */
const SILENCE_MS = 6_000;
const CONNECT_MS = 5_000;

/** Whom to connect to, and as whom. */
export type Peer = {
  readonly member: Member;
  readonly line: string;
  readonly transport: TransportIdentity;
};

export type Pull = Peer & {
  /** The index of the first entry that is missing here. */
  readonly from: () => number;
  /** One event of the stream. Gives false to end the connection (the peer was refused). */
  readonly take: (event: StreamEvent) => boolean;
  /** Why there is no stream, in words for the floor; '' when there is one. */
  readonly trouble: (sentence: string) => void;
  /** 0 to 1, for the jitter. */
  readonly random: () => number;
};

/** Keeps pulling until `signal` is aborted. Never throws for what the network or the peer does. */
export async function keepPulling(pull: Pull, signal: AbortSignal): Promise<void> {
  let pauseMs = PAUSE_FIRST_MS;
  while (!signal.aborted) {
    const outcome = await pullOnce(pull, signal);
    if (signal.aborted) return;
    pull.trouble(outcome.sentence);
    pauseMs = outcome.heard ? PAUSE_FIRST_MS : Math.min(pauseMs * 2, PAUSE_MOST_MS);
    await pause(pauseMs * (1 + pull.random()), signal);
  }
}

type Ended = { readonly heard: boolean; readonly sentence: string };

async function pullOnce(pull: Pull, signal: AbortSignal): Promise<Ended> {
  const url = new URL(pull.member.card.link);
  let socket: TLSSocket | undefined;
  let heard = false;
  try {
    socket = await pinnedSocket(url, pull, signal);
    const path = `${LINK_PATH}?line=${pull.line}&from=${pull.from()}`;
    const response = await ask(url, socket, path, signal);
    if (response.statusCode !== 200) {
      return { heard, sentence: `their node refuses: ${await problemText(response)}` };
    }
    pull.trouble('');
    const read = eventReader();
    response.setEncoding('utf8');
    for await (const text of response as AsyncIterable<string>) {
      heard = true;
      for (const event of read(text)) {
        if (!pull.take(event)) return { heard: false, sentence: 'what they sent was refused' };
      }
    }
    return { heard, sentence: 'their node closed the link' };
  } catch (error) {
    return { heard, sentence: error instanceof Error ? error.message : 'the link broke' };
  } finally {
    socket?.destroy();
  }
}

/**
 * One page of our own record as a peer holds it, from an index on: the text of its answer, at most
 * `charactersMax`. Throws with a sentence when there is none.
 */
export async function askOwnRecord(
  peer: Peer,
  from: number,
  charactersMax: number,
  signal: AbortSignal,
): Promise<string> {
  const url = new URL(peer.member.card.link);
  const socket = await pinnedSocket(url, peer, signal);
  try {
    const path = `${OWN_PATH}?line=${peer.line}&from=${from}`;
    const response = await ask(url, socket, path, signal);
    if (response.statusCode !== 200) {
      throw new Error(`their node refuses: ${await problemText(response)}`);
    }
    let text = '';
    response.setEncoding('utf8');
    for await (const chunk of response as AsyncIterable<string>) {
      text += chunk;
      if (text.length > charactersMax) throw new Error('their answer is too long');
    }
    return text;
  } finally {
    socket.destroy();
  }
}

async function pinnedSocket(url: URL, pull: Peer, signal: AbortSignal): Promise<TLSSocket> {
  const { promise, resolve, reject } = Promise.withResolvers<TLSSocket>();
  const socket = connect({
    host: url.hostname,
    port: Number(url.port === '' ? '443' : url.port),
    cert: pull.transport.certificatePem,
    key: pull.transport.keyPem,
    minVersion: 'TLSv1.3',
    // The pin decides, below; no certificate authority has a say.
    rejectUnauthorized: false,
  });
  const stop = (): void => {
    socket.destroy(new Error('the node is stopping'));
  };
  signal.addEventListener('abort', stop, { once: true });
  socket.once('close', () => {
    signal.removeEventListener('abort', stop);
  });
  socket.setTimeout(CONNECT_MS, () => socket.destroy(new Error('their node does not answer')));
  socket.once('error', (error) => {
    reject(new Error(networkSentence(error)));
  });
  socket.once('secureConnect', () => {
    const certificate = socket.getPeerX509Certificate();
    if (certificate === undefined || pinOf(certificate) !== pull.member.card.transportPin) {
      const sentence = `the key at ${url.host} is not the one on the card of ${pull.member.party}`;
      socket.destroy();
      reject(new Error(sentence));
      return;
    }
    socket.setNoDelay(true);
    socket.setTimeout(SILENCE_MS, () => socket.destroy(new Error('nothing heard for 6 s')));
    resolve(socket);
  });
  return promise;
}

async function ask(
  url: URL,
  socket: TLSSocket,
  path: string,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  // Plain HTTP over the TLS socket whose key was checked just now: nothing connects a second time.
  const request = httpRequest({
    createConnection: () => socket,
    host: url.hostname,
    port: url.port,
    path,
    headers: { accept: 'text/event-stream, application/json' },
    signal,
  });
  request.once('response', resolve);
  request.once('error', reject);
  request.end();
  return promise;
}

async function problemText(response: IncomingMessage): Promise<string> {
  let text = '';
  response.setEncoding('utf8');
  for await (const chunk of response as AsyncIterable<string>) {
    text += chunk;
    if (text.length > 4_096) break;
  }
  const detail = /"detail":"([^"\\]{1,300})/.exec(text)?.[1];
  return detail ?? `status ${response.statusCode}`;
}

function networkSentence(error: Error): string {
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ECONNREFUSED') return 'their node does not listen';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'their node has no address here';
  if (code === 'ETIMEDOUT' || code === 'EHOSTUNREACH') return 'their node cannot be reached';
  if (code === 'ECONNRESET') return 'the connection was cut';
  return error.message;
}
