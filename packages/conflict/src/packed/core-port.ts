// The core behind one face, whether WebAssembly runs it or the plain path.
import * as plain from './core/core.ts';
import { attach, attached, viewsOf } from './core/memory.ts';
import type { Views } from './core/memory.ts';
import type { Minima } from '../volume.ts';
import { WASM_BASE64 } from './wasm-bytes.ts';

/** The core's functions (core.ts), each on the memory of one index. */
export type Core = {
  readonly path: 'wasm' | 'plain';
  /** The memory as it is now; another object after the core had to grow it. */
  readonly views: () => Views;
  /** Makes the memory what it was when it was saved; false when there is not enough. */
  readonly fill: (memory: Int32Array) => boolean;
  readonly finishStage: () => void;
  readonly enter: (face: number, later: boolean) => number;
  readonly leave: (row: number, face: number) => void;
  readonly die: (row: number, version: number) => void;
  readonly build: () => boolean;
  readonly ask: (face: number, minima: Minima) => void;
  readonly answers: (
    face: number,
    reachMetres: number,
    minima: Minima,
    tags: number,
    version: number,
  ) => number;
};

/** `auto`: WebAssembly where the machine and the page's policy let it run, else the plain path. */
export type CorePath = 'auto' | 'wasm' | 'plain';

/** A core with an empty memory. */
export function newCore(path: CorePath): Core {
  const compiled = path === 'plain' ? undefined : wasmModule();
  if (compiled !== undefined) return wasmCore(compiled);
  if (path === 'wasm') throw new Error('WebAssembly with SIMD is not to be had here');
  return plainCore();
}

/** What is used of the global of this name; the compiler's libraries for Node do not have it. */
type WebAssemblyGlobal = {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
};

const assembly = (globalThis as { readonly WebAssembly?: WebAssemblyGlobal }).WebAssembly;

let compiledOnce: { readonly module: object | undefined } | undefined;

/** The compiled core, or undefined where WebAssembly or its SIMD is missing or not allowed. */
function wasmModule(): object | undefined {
  compiledOnce ??= { module: compile() };
  return compiledOnce.module;
}

function compile(): object | undefined {
  if (assembly === undefined) return undefined;
  try {
    return new assembly.Module(Uint8Array.from(atob(WASM_BASE64), (c) => c.charCodeAt(0)));
  } catch {
    // Without SIMD, or under a page's policy that forbids it: the plain path does the same work.
    return undefined;
  }
}

function wasmCore(module: object): Core {
  if (assembly === undefined) throw new Error('bug: compiled without WebAssembly');
  const { exports } = new assembly.Instance(module, {});
  // The compiler made these exports from core.ts; true comes as 1.
  const core = exports as Omit<typeof plain, 'start' | 'build' | 'reserve'> & {
    readonly memory: { readonly buffer: ArrayBuffer };
    readonly start: () => number;
    readonly build: () => number;
    readonly reserve: (bytes: number) => number;
  };
  if (core.start() === 0) throw new Error('no memory for an index');
  let views = viewsOf(core.memory.buffer);
  return {
    path: 'wasm',
    views: () => {
      if (views.i32.buffer !== core.memory.buffer) views = viewsOf(core.memory.buffer);
      return views;
    },
    fill: (memory) => {
      if (core.reserve(memory.byteLength) === 0) return false;
      new Int32Array(core.memory.buffer).set(memory);
      return true;
    },
    finishStage: core.finishStage,
    enter: core.enter,
    leave: core.leave,
    die: core.die,
    build: () => core.build() !== 0,
    ask: (face, { verticalCentimetres, timeMs }) => {
      core.ask(face, verticalCentimetres, timeMs);
    },
    answers: (face, reach, { verticalCentimetres, timeMs }, tags, version) =>
      core.answers(face, reach, verticalCentimetres, timeMs, tags, version),
  };
}

function plainCore(): Core {
  attach(viewsOf(new ArrayBuffer(0)));
  if (!plain.start()) throw new Error('no memory for an index');
  let views = attached();
  const within = <T>(run: () => T): T => {
    attach(views);
    const result = run();
    views = attached();
    return result;
  };
  return {
    path: 'plain',
    views: () => views,
    fill: (memory) =>
      within(() => {
        if (!plain.reserve(memory.byteLength)) return false;
        attached().i32.set(memory);
        return true;
      }),
    finishStage: () => {
      within(plain.finishStage);
    },
    enter: (face, later) => within(() => plain.enter(face, later)),
    leave: (row, face) => {
      within(() => {
        plain.leave(row, face);
      });
    },
    die: (row, version) => {
      within(() => {
        plain.die(row, version);
      });
    },
    build: () => within(() => plain.build()),
    ask: (face, { verticalCentimetres, timeMs }) => {
      within(() => {
        plain.ask(face, verticalCentimetres, timeMs);
      });
    },
    answers: (face, reach, { verticalCentimetres, timeMs }, tags, version) =>
      within(() => plain.answers(face, reach, verticalCentimetres, timeMs, tags, version)),
  };
}
