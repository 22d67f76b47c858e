// The stretches of a store in their order, read by as many threads as the machine has cores.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { readChunk } from './audit-chunk.ts';
import type { AuditChunk } from './audit-chunk.ts';
import type { AuditStore, Stretch } from './audit-store.ts';
import type { AuditThreadData } from './audit-worker.ts';
import { StorageFailed } from './store.ts';

/** So many stretches are asked for before the first is taken: enough to keep every thread busy. */
const AHEAD_PER_THREAD = 3;

/** Every stretch of the store, in order. Throws StorageFailed. */
export async function* auditChunks(
  store: AuditStore,
  data: AuditThreadData,
): AsyncGenerator<AuditChunk> {
  const stretches = store.stretches();
  const first = stretches.next();
  if (first.done === true) return;
  const second = stretches.next();
  // To start threads takes longer than to read a short record.
  if (second.done === true) {
    yield readChunk(store, first.value, data.line);
    return;
  }
  const threads = Array.from({ length: availableParallelism() }, () => new AuditThread(data));
  const asked: Promise<AuditChunk>[] = [];
  let turn = 0;
  const ask = (stretch: Stretch): void => {
    const thread = threads[turn % threads.length];
    turn += 1;
    if (thread !== undefined) asked.push(thread.read(stretch));
  };
  try {
    for (const stretch of [first.value, second.value]) ask(stretch);
    for (const stretch of stretches) {
      ask(stretch);
      const next = asked.length > AHEAD_PER_THREAD * threads.length ? asked.shift() : undefined;
      if (next !== undefined) yield await next;
    }
    for (const next of asked) yield await next;
  } finally {
    await Promise.all(threads.map(async (thread) => thread.end()));
  }
}

class AuditThread {
  readonly #worker: Worker;
  readonly #waiting: PromiseWithResolvers<AuditChunk>[] = [];
  #failure: StorageFailed | undefined;

  constructor(data: AuditThreadData) {
    this.#worker = new Worker(new URL('./audit-worker.ts', import.meta.url), { workerData: data });
    this.#worker.on('message', (chunk: AuditChunk) => {
      this.#waiting.shift()?.resolve(chunk);
    });
    this.#worker.on('error', (error) => {
      this.#failure = new StorageFailed(error instanceof Error ? error.message : String(error));
      for (const waiting of this.#waiting.splice(0)) waiting.reject(this.#failure);
    });
  }

  async read(stretch: Stretch): Promise<AuditChunk> {
    const waiting = Promise.withResolvers<AuditChunk>();
    // Whoever waits for an earlier stretch hears of the fault first; this one is heard of too.
    waiting.promise.catch(() => undefined);
    if (this.#failure === undefined) this.#waiting.push(waiting);
    else waiting.reject(this.#failure);
    this.#worker.postMessage(stretch, []);
    return waiting.promise;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
