// Requests to a floor from this terminal: with the seat's cookie, and over TLS only to the key that
// was pinned, checked before a byte is sent.
import { createHash } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import type { IncomingMessage, RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Readable } from 'node:stream';
import { connect } from 'node:tls';
import type { TLSSocket } from 'node:tls';
import type { Fetch } from '@parley/client';

/** The node did not answer: nothing is known of what was asked. Its message is for a person. */
export class FloorSilent extends Error {
  override readonly name = 'FloorSilent';
}

/**
 * A fetch for one seat. `cookie` is sent with every request ('' for none). `pin`, where given, is
 * SHA-256 of the floor's public key (SubjectPublicKeyInfo) in hexadecimal; without one, https
 * floors must have a certificate that this machine trusts. Throws FloorSilent.
 */
export function floorFetch(cookie: string, pin: string | undefined): Fetch {
  return async (url, init) => {
    const target = new URL(url);
    const headers = Object.fromEntries(new Headers(init.headers));
    const options: RequestOptions = {
      method: init.method ?? 'GET',
      headers: cookie === '' ? headers : { ...headers, cookie },
      ...(init.signal ? { signal: init.signal } : {}),
    };
    const body = typeof init.body === 'string' ? init.body : undefined;
    try {
      const response = await ask(target, options, pin, body);
      const { statusCode: status = 500, rawHeaders } = response;
      const pairs = rawHeaders.flatMap((name, at): [string, string][] =>
        at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? '']] : [],
      );
      // Node's and the DOM's types of one and the same web stream do not know each other.
      const stream = Readable.toWeb(response) as ReadableStream<Uint8Array>;
      return new Response(stream, { status, headers: pairs });
    } catch (fault) {
      if (init.signal?.aborted === true) throw fault;
      const reason = fault instanceof Error ? fault.message : 'the connection broke';
      throw new FloorSilent(`the node at ${target.origin} does not answer (${reason}).`, {
        cause: fault,
      });
    }
  };
}

async function ask(
  url: URL,
  options: RequestOptions,
  pin: string | undefined,
  body: string | undefined,
): Promise<IncomingMessage> {
  const socket =
    url.protocol === 'https:' && pin !== undefined ? await pinnedSocket(url, pin) : undefined;
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  // A connection of its own for each request: one kept open may be closed by the node in the moment
  // it is used again, and a command would then fail though the node is well. Where a key was
  // pinned: plain HTTP over the TLS socket whose key was checked just now.
  const own = socket === undefined ? { agent: false } : { createConnection: () => socket };
  const plain = socket !== undefined || url.protocol === 'http:';
  const request = plain
    ? httpRequest(url.href.replace(/^https:/, 'http:'), { ...options, ...own })
    : httpsRequest(url, { ...options, ...own });
  request.once('response', resolve);
  request.once('error', reject);
  request.end(body);
  return promise;
}

async function pinnedSocket(url: URL, pin: string): Promise<TLSSocket> {
  const { promise, resolve, reject } = Promise.withResolvers<TLSSocket>();
  const socket = connect({
    host: url.hostname.replaceAll(/[[\]]/g, ''),
    port: Number(url.port === '' ? '443' : url.port),
    minVersion: 'TLSv1.3',
    // The pin decides, below; no certificate authority has a say.
    rejectUnauthorized: false,
  });
  socket.once('error', reject);
  socket.once('secureConnect', () => {
    const spki = socket.getPeerX509Certificate()?.publicKey.export({ type: 'spki', format: 'der' });
    const found = createHash('sha256')
      .update(spki ?? '')
      .digest('hex');
    if (found === pin) {
      resolve(socket);
      return;
    }
    socket.destroy();
    reject(new Error(`its key ${found.slice(0, 16)}... is not the one that was pinned`));
  });
  return promise;
}
