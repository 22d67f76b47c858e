// The WebAssembly core that is checked in is the one that its sources make, byte for byte.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { builtCore } from '../tools/build-core.ts';

test('the core built anew is the one that is checked in', () => {
  const checkedIn = readFileSync(new URL('../src/packed/wasm-bytes.ts', import.meta.url), 'utf8');
  assert.equal(builtCore() === checkedIn, true, 'run npm run core');
});
