// Which path `auto` takes: WebAssembly where it runs, in a worker too; the plain one where it may
// not be compiled. The answers are the same.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';

const INDEX = new URL('../src/packed/packed-index.ts', import.meta.url).href;
const SHAPES = new URL('./shapes.ts', import.meta.url).href;

/** What an index in a worker says of itself, after `before` was run in it. */
async function inWorker(before: string): Promise<unknown> {
  const code = `
    import { parentPort } from 'node:worker_threads';
    const { PackedIndex } = await import(${JSON.stringify(INDEX)});
    const { circle, NO_MINIMA, volume } = await import(${JSON.stringify(SHAPES)});
    ${before}
    const index = new PackedIndex();
    index.load([volume(circle(35, 40, 1000)), volume(circle(36, 40, 1000))]);
    const found = index.query(volume(circle(35.001, 40, 10)), NO_MINIMA);
    parentPort.postMessage({ path: index.path, found });
  `;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`));
  const [said] = (await once(worker, 'message')) as unknown[];
  await worker.terminate();
  return said;
}

test('a worker runs the WebAssembly core', async () => {
  assert.deepEqual(await inWorker(''), { path: 'wasm', found: [0] });
});

test('where a policy forbids to compile, the plain path is taken', async () => {
  // As a page's policy without 'wasm-unsafe-eval' does: compiling throws.
  const forbidden = `
    WebAssembly.Module = class {
      constructor() {
        throw new WebAssembly.CompileError('blocked by the policy');
      }
    };
  `;
  assert.deepEqual(await inWorker(forbidden), { path: 'plain', found: [0] });
});
