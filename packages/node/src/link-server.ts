// The link's listener: mutual TLS 1.3, the peer known by the pin of its key, one path to pull from.
import { createServer } from 'node:https';
import type { Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { TLSSocket } from 'node:tls';
import { problemOf, refuse, STREAMS_PER_PEER_MAX } from '@parley/protocol';
import type { LinkBatch, Outcome, PartyId, Refusal } from '@parley/protocol';
import type { Member } from './member.ts';
import type { LineRunner } from './line-runner.ts';
import { LINK_PATH, OWN_PATH } from './link-paths.ts';
import { linkStream } from './link-stream.ts';
import { recordPage } from './record-page.ts';
import { pinOf } from './transport.ts';
import type { TransportIdentity } from './transport.ts';

/** A server that is not listening yet. `beat` writes the heartbeat for a peer. */
export function linkServer(
  runner: LineRunner,
  transport: TransportIdentity,
  beat: (to: PartyId) => string,
): Server {
  const open = new Map<PartyId, Set<ServerResponse>>();
  const server = createServer(
    {
      cert: transport.certificatePem,
      key: transport.keyPem,
      requestCert: true,
      // The pin decides, below; no certificate authority has a say.
      rejectUnauthorized: false,
      minVersion: 'TLSv1.3',
      maxHeaderSize: 8_192,
      headersTimeout: 10_000,
      requestTimeout: 10_000,
    },
    (request, response) => {
      const asked = askedOf(runner, request);
      if (!asked.ok) {
        sendRefusal(response, asked.refusal);
        return;
      }
      const { member, from, path } = asked.value;
      if (path === OWN_PATH) {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(ownPage(runner, member, from)));
        return;
      }
      runner.events.emit('heard', member.party, from);
      const streams = open.get(member.party) ?? new Set();
      open.set(member.party, streams);
      giveWay(streams);
      streams.add(response);
      const closed = (): void => {
        streams.delete(response);
      };
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.flushHeaders();
      const stream = linkStream(runner, member.party, from, () => beat(member.party), closed);
      // A peer that goes away is no fault of ours: it will come back and resume by index.
      void pipeline(Readable.fromWeb(stream as never), response).catch(() => undefined);
    },
  );
  server.maxConnections = 256;
  return server;
}

function askedOf(
  runner: LineRunner,
  request: IncomingMessage,
): Outcome<{ readonly member: Member; readonly from: number; readonly path: string }> {
  const member = peerOf(runner, request);
  if (member === undefined) {
    const right = 'the key of the card that was exchanged';
    return refuse('unknown-party', 'certificate', 'its key is not pinned here', right);
  }
  const url = new URL(request.url ?? '/', 'https://link');
  const path = url.pathname;
  if (request.method !== 'GET' || (path !== LINK_PATH && path !== OWN_PATH)) {
    return refuse('not-found', 'path', `nothing at ${path.slice(0, 100)}`, LINK_PATH);
  }
  if (url.searchParams.get('line') !== runner.line.id) {
    const fault = `this node is not on ${url.searchParams.get('line')?.slice(0, 40)}`;
    return refuse('not-found', 'line', fault, runner.line.id);
  }
  const from = Number(url.searchParams.get('from') ?? '0');
  if (!Number.isSafeInteger(from) || from < 0) {
    return refuse('malformed', 'from', 'it is no index', 'an integer from 0');
  }
  return { ok: true, value: { member, from, path } };
}

// What a member lost, it can have back from us: its own entries, under the newest checkpoint of its
// own that we hold.
function ownPage(runner: LineRunner, { party }: Member, from: number): LinkBatch {
  const mirror = runner.line.mirrors.get(party);
  const size = mirror?.tree.size ?? 0;
  const entries = recordPage(runner.store, party, from, size);
  return { firstIndex: from, entries, checkpoint: mirror?.checkpoint ?? '' };
}

// A peer that lost its power comes back while its old streams still look open here: the oldest
// gives way, so that no peer is shut out by its own ghosts.
function giveWay(streams: Set<ServerResponse>): void {
  const [oldest] = streams;
  if (oldest === undefined || streams.size < STREAMS_PER_PEER_MAX) return;
  streams.delete(oldest);
  oldest.destroy();
}

function peerOf(runner: LineRunner, request: IncomingMessage): Member | undefined {
  if (!(request.socket instanceof TLSSocket)) return undefined;
  const certificate = request.socket.getPeerX509Certificate();
  if (certificate === undefined) return undefined;
  const pin = pinOf(certificate);
  const members = [...runner.members.values()];
  return members.find(({ party, card }) => card.transportPin === pin && party !== runner.line.self);
}

function sendRefusal(response: ServerResponse, refusal: Refusal): void {
  const problem = problemOf(refusal);
  response.writeHead(problem.status, { 'content-type': 'application/problem+json' });
  response.end(JSON.stringify(problem));
}
