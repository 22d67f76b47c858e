// A thread of the audit: opens the store for itself and answers what it is asked, in order.
import { parentPort, workerData } from 'node:worker_threads';
import { readChunk } from './audit-chunk.ts';
import { openAuditStore } from './audit-store.ts';
import type { Stretch } from './audit-store.ts';

export type AuditThreadData = { readonly path: string; readonly line: string | undefined };

const { path, line } = workerData as AuditThreadData;
const store = openAuditStore(path);

parentPort?.on('message', (stretch: Stretch) => {
  const chunk = readChunk(store, stretch, line);
  parentPort?.postMessage(chunk, [chunk.leaves.buffer as ArrayBuffer]);
});
