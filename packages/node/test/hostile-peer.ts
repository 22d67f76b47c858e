// A party whose node says whatever a test wants: the real keys and certificate, another program.
import { rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { once } from 'node:events';
import { MerkleTree, leafHash, signHead } from '@parley/ledger';
import { entryBytes } from '@parley/protocol';
import type { Body, LineId, PartyId } from '@parley/protocol';
import { writeEvent } from '@parley/client';
import { openFolder } from '../src/data-folder.ts';
import type { NodeFolder } from '../src/data-folder.ts';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { startPair } from './pair.ts';
import type { Pair } from './pair.ts';
import type { StoredFault } from '../src/store.ts';
import { defaultKey } from '../src/sealed.ts';
import { unlock } from '../src/secrets.ts';
import type { Unlocked } from '../src/secrets.ts';

export type HostilePeer = {
  readonly folder: NodeFolder & Unlocked;
  /** What is sent to whoever pulls; each connection gets all of it, then stays open. */
  readonly send: (event: string, value: unknown) => void;
  /** Indices that pullers asked to start from, in order. */
  readonly asked: readonly number[];
  readonly connected: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Stands in for the node of `folder` on its own link port. */
export async function hostilePeer(path: string): Promise<HostilePeer> {
  const folder = openFolder(path);
  if (!folder.ok) throw new Error(JSON.stringify(folder.refusal));
  const asked: number[] = [];
  const sent: string[] = [];
  const open = new Set<{ write: (text: string) => unknown }>();
  let heard = Promise.withResolvers<undefined>();
  const unlocked = await unlock(folder.value, defaultKey(path));
  if (!unlocked.ok) throw new Error(JSON.stringify(unlocked.refusal));
  const { certificatePem, keyPem } = unlocked.value.transport;
  const server = createServer(
    { cert: certificatePem, key: keyPem, requestCert: true, rejectUnauthorized: false },
    (request, response) => {
      asked.push(Number(new URL(request.url ?? '', 'https://x').searchParams.get('from')));
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(': open\n\n');
      for (const text of sent.splice(0)) response.write(text);
      open.add(response);
      request.on('close', () => open.delete(response));
      heard.resolve(undefined);
      heard = Promise.withResolvers<undefined>();
    },
  );
  server.listen(Number(new URL(folder.value.card.link).port), '127.0.0.1');
  await once(server, 'listening');
  return {
    folder: { ...folder.value, ...unlocked.value },
    asked,
    connected: async () => {
      await heard.promise;
    },
    send: (event, value) => {
      const text = writeEvent({ id: undefined, event, data: JSON.stringify(value) });
      if (open.size === 0) sent.push(text);
      for (const response of open) response.write(text);
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A pair of which Russia's node is replaced by one that says what a test wants. */
export async function hostileRussia(t: TestContext): Promise<{ pair: Pair; peer: HostilePeer }> {
  const pair = await startPair();
  await pair.russia.running.stop();
  const peer = await hostilePeer(pair.russia.folder);
  await peer.connected();
  t.after(async () => {
    await peer.stop();
    await pair.coalition.running.stop();
    rmSync(join(pair.coalition.folder, '..'), { recursive: true, force: true });
  });
  return { pair, peer };
}

/** The first fault of a code that the coalition's node raises; of any code without one. */
export async function faultOf(pair: Pair, code?: string): Promise<StoredFault> {
  const { store, events } = pair.coalition.running.runner;
  const found = (): StoredFault | undefined =>
    store.faults().find((fault) => code === undefined || fault.code === code);
  while (found() === undefined) {
    await once(events, 'faults', { signal: AbortSignal.timeout(10_000) });
  }
  const fault = found();
  assert.ok(fault);
  return fault;
}

/** A record that is signed with the party's own key, entry by entry, whatever they say. */
export function signedRecord(
  folder: HostilePeer['folder'],
  texts: readonly string[],
  through = texts.length,
): { firstIndex: number; entries: readonly string[]; checkpoint: string } {
  const encoder = new TextEncoder();
  const tree = MerkleTree.of(texts.slice(0, through).map((text) => leafHash(encoder.encode(text))));
  const { record, recordMlDsa } = folder.keys;
  const head = { origin: record.name, size: tree.size, rootHash: tree.root() };
  const checkpoint = signHead(head, record, recordMlDsa);
  return { firstIndex: 0, entries: texts.slice(0, through), checkpoint };
}

/** The exact text of an entry of `party`. */
export function entryText(line: LineId, party: PartyId, index: number, body: Body): string {
  const bytes = entryBytes({
    version: 1,
    line,
    party,
    index,
    seen: [],
    releasedMs: 1_474_117_200_000 + index,
    draftedBy: 'Watch A',
    releasedBy: 'Watch A',
    body,
  });
  return new TextDecoder().decode(bytes);
}
