// An independent witness (C2SP tlog-witness): cosigns heads of the logs of its policy that continue
// what it cosigned before. Whoever is neither side runs one, and both sides' records gain by it.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { addCheckpointCharactersMax, cosign, judgeCheckpoint } from '@parley/ledger';
import { readAddCheckpoint, readPolicy, withCosignature } from '@parley/ledger';
import type { Policy } from '@parley/ledger';
import { accept, refuse } from '@parley/protocol';
import type { Outcome } from '@parley/protocol';
import { writeDurably } from '../durable-file.ts';
import { close, listen, portOf, urlHost } from '../listening.ts';
import type { FolderKey } from '../sealed.ts';
import { openWitness, witnessStorePath } from './witness-folder.ts';
import type { WitnessKeys } from './witness-folder.ts';
import { openWitnessStore } from './witness-store.ts';
import type { WitnessStore } from './witness-store.ts';

export type WitnessOptions = {
  readonly folder: string;
  readonly key: FolderKey;
  /** Which logs it witnesses: the log lines of a tlog-policy. */
  readonly policy: string;
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly nowMs: () => number;
};

export type RunningWitness = {
  /** The submission prefix and the monitoring prefix. */
  readonly url: string;
  readonly vkeys: readonly string[];
  readonly logs: readonly string[];
  /** Rejects when its disk failed and it had to stop. Never resolves by itself. */
  readonly broken: Promise<never>;
  readonly stop: () => Promise<void>;
};

type Answer = { readonly status: number; readonly text: string; readonly type?: string };
type Judge = (body: string) => Answer;

/**
 * Starts a witness. Refuses a folder, a key or a policy that is none, and a witness that lost its
 * store; throws StorageFailed when the store is held by another process, or damaged.
 */
export async function serveWitness(options: WitnessOptions): Promise<Outcome<RunningWitness>> {
  const { folder, nowMs } = options;
  const keys = await openWitness(folder, options.key);
  if (!keys.ok) return keys;
  const policy = readPolicy(options.policy);
  if (!policy.ok) return refuse('malformed', 'logs', policy.refusal.sentence, 'a tlog-policy');
  const started = join(folder, 'started');
  if (existsSync(started) && !existsSync(witnessStorePath(folder))) {
    const fault = 'the heads that this witness cosigned are lost: it may cosign nothing any more';
    return refuse('witness-retired', 'folder', fault, 'a new witness, with new keys');
  }
  const store = openWitnessStore(witnessStorePath(folder));
  if (!existsSync(started)) writeDurably(started, '');
  const { promise: broken, reject } = Promise.withResolvers<never>();
  broken.catch(() => undefined);
  const judge = judgeOf(keys.value, policy.value, store, nowMs);
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      send(response, await answer(request, judge, store));
    } catch (error) {
      send(response, { status: 503, text: 'this witness has failed and stops\n' });
      reject(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const server = createServer(
    { maxHeaderSize: 8_192, headersTimeout: 10_000, requestTimeout: 10_000 },
    (request, response) => {
      void handle(request, response);
    },
  );
  server.maxConnections = 256;
  await listen(server, options.port, options.host);
  return accept({
    url: `http://${urlHost(options.host)}:${portOf(server)}`,
    vkeys: keys.value.map(({ vkey }) => vkey),
    logs: [...new Set(policy.value.logs.map(({ key }) => key.name))],
    broken,
    stop: async () => {
      await close(server);
      store.close();
    },
  });
}

// Judged, kept and signed without a pause between: no other request can come between them, and the
// store belongs to this process alone.
function judgeOf(
  keys: WitnessKeys,
  policy: Policy,
  store: WitnessStore,
  nowMs: () => number,
): Judge {
  const logs = policy.logs.map(({ key }) => key);
  return (body) => {
    const request = readAddCheckpoint(body);
    if (!request.ok) return { status: 400, text: `${request.refusal.sentence}\n` };
    const verdict = judgeCheckpoint(request.value, logs, store.head);
    if (verdict.status === 409) {
      return { status: 409, text: `${verdict.size}\n`, type: 'text/x.tlog.size' };
    }
    if (verdict.status !== 200) return { status: verdict.status, text: `${verdict.sentence}\n` };
    const { checkpoint } = request.value;
    const timeSeconds = Math.floor(nowMs() / 1_000);
    const lines = keys.map((key) => cosign(checkpoint, key, timeSeconds));
    const note = lines.reduce(withCosignature, checkpoint);
    const { origin, size, rootHash } = verdict.head;
    const kept = store.save(origin, { size, rootHash, note });
    if (!kept.ok) return { status: 507, text: `${kept.refusal.fault}\n` };
    return { status: 200, text: `${lines.join('\n')}\n` };
  };
}

async function answer(
  request: IncomingMessage,
  judge: Judge,
  store: WitnessStore,
): Promise<Answer> {
  const { pathname } = new URL(request.url ?? '/', 'http://witness');
  if (request.method === 'POST' && pathname === '/add-checkpoint') {
    const body = await bodyOf(request);
    return body === undefined ? { status: 413, text: 'the request is too long\n' } : judge(body);
  }
  const digest = /^\/([0-9a-f]{64})\/checkpoint$/.exec(pathname)?.[1];
  const origin = store.origins().find((known) => sha256(known) === digest);
  const head = origin === undefined ? undefined : store.head(origin);
  if (request.method === 'GET' && head !== undefined) return { status: 200, text: head.note };
  return {
    status: 404,
    text: 'there is POST /add-checkpoint and GET /<sha256(origin)>/checkpoint\n',
  };
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > addCheckpointCharactersMax) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function send(
  response: ServerResponse,
  { status, text, type = 'text/plain; charset=utf-8' }: Answer,
) {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(text);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
