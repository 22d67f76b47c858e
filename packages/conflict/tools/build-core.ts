// Builds the WebAssembly core: the sources of `src/packed/core`, with those of `simd/` in the place
// of the ones of the same name, compiled by AssemblyScript, to `src/packed/wasm-bytes.ts`. The same
// sources give the same bytes on every machine; `npm run core` runs this.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PACKAGE = join(import.meta.dirname, '..');
const CORE = join(PACKAGE, 'src/packed/core');
const SIMD = join(PACKAGE, 'simd');
const TARGET = join(PACKAGE, 'src/packed/wasm-bytes.ts');

/** The text of `wasm-bytes.ts` for the sources as they are. Throws with the compiler's words. */
export function builtCore(): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-core-'));
  try {
    mkdirSync(join(folder, 'core'));
    for (const [name, text] of sources()) writeFileSync(join(folder, 'core', name), text);
    const out = join(folder, 'core.wasm');
    const compiler = join(PACKAGE, 'node_modules/assemblyscript/bin/asc.js');
    const options = [
      '--outFile',
      out,
      '--runtime',
      'stub',
      '--enable',
      'simd',
      '-O3',
      '--noAssert',
    ];
    const memory = ['--initialMemory', '12', '--maximumMemory', '65535', '--use', 'abort='];
    const source = join(folder, 'core', 'core.ts');
    const { status, stderr } = spawnSync(
      process.execPath,
      [compiler, source, ...options, ...memory, '--converge'],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`the core does not compile: ${stderr}`);
    return written(readFileSync(out).toString('base64'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** AssemblyScript names modules without their ending, and knows its own types. */
function sources(): [string, string][] {
  const replaced = readdirSync(SIMD).map((name) => name.replace(/\.as$/, '.ts'));
  const shared = readdirSync(CORE).filter(
    (name) => !replaced.includes(name) && name !== 'numbers.ts',
  );
  return [
    ...shared.map((name): [string, string] => [name, readFileSync(join(CORE, name), 'utf8')]),
    ...replaced.map((name): [string, string] => [
      name,
      readFileSync(join(SIMD, name.replace(/\.ts$/, '.as')), 'utf8'),
    ]),
  ].map(([name, text]) => [
    name,
    text
      .replace(/^import type .* from '.\/numbers\.ts';\n/m, '')
      .replaceAll(/(from '\.\/[a-z-]+)\.ts'/g, "$1'"),
  ]);
}

function written(base64: string): string {
  const lines = base64.match(/.{1,92}/g) ?? [];
  return `// Made by tools/build-core.ts from src/packed/core and simd/: not to be edited.
export const WASM_BASE64 = [
${lines.map((line) => `  '${line}',\n`).join('')}].join('');
`;
}

if (import.meta.main) writeFileSync(TARGET, builtCore());
