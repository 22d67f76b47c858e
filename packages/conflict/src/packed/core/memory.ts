// The memory of the plain core: one buffer seen through five views, put in place before each call.
// `simd/memory.as` stands here in the WebAssembly core.
import type { bool, f64, i32 } from './numbers.ts';

export type Views = {
  readonly i32: Int32Array;
  readonly u8: Uint8Array;
  readonly u16: Uint16Array;
  readonly f32: Float32Array;
  readonly f64: Float64Array;
};

let views: Views = viewsOf(new ArrayBuffer(0));

export function viewsOf(buffer: ArrayBuffer): Views {
  return {
    i32: new Int32Array(buffer),
    u8: new Uint8Array(buffer),
    u16: new Uint16Array(buffer),
    f32: new Float32Array(buffer),
    f64: new Float64Array(buffer),
  };
}

let ints = views.i32;
let bytes = views.u8;
let shorts = views.u16;
let singles = views.f32;
let reals = views.f64;

/** Puts the memory of one index in place. */
export function attach(next: Views): void {
  views = next;
  ints = next.i32;
  bytes = next.u8;
  shorts = next.u16;
  singles = next.f32;
  reals = next.f64;
}

/** The memory in place: another than was attached when the core had to grow it. */
export function attached(): Views {
  return views;
}

/** Makes the memory hold at least `size` bytes; false when it cannot. */
export function growTo(size: f64): bool {
  const { buffer } = views.i32;
  if (size <= buffer.byteLength) return true;
  if (size > 2147418112) return false;
  const most = Math.min(2147418112, Math.max(size, buffer.byteLength * 1.5));
  const grown = new ArrayBuffer(Math.ceil(most / 65536) * 65536);
  new Uint8Array(grown).set(new Uint8Array(buffer));
  attach(viewsOf(grown));
  return true;
}

export function i32At(address: i32): i32 {
  return ints[address >> 2] ?? 0;
}

export function setI32(address: i32, value: i32): void {
  ints[address >> 2] = value;
}

export function u8At(address: i32): i32 {
  return bytes[address] ?? 0;
}

export function setU8(address: i32, value: i32): void {
  bytes[address] = value;
}

export function u16At(address: i32): i32 {
  return shorts[address >> 1] ?? 0;
}

export function setU16(address: i32, value: i32): void {
  shorts[address >> 1] = value;
}

export function f32At(address: i32): f64 {
  return singles[address >> 2] ?? 0;
}

export function f64At(address: i32): f64 {
  return reals[address >> 3] ?? 0;
}

export function setF64(address: i32, value: f64): void {
  reals[address >> 3] = value;
}

export function copyBytes(to: i32, from: i32, size: i32): void {
  ints.copyWithin(to >> 2, from >> 2, (from + size) >> 2);
}

/** A whole number as a real one. */
export function real(value: i32): f64 {
  return value;
}

/** A real number without its fraction; it must fit into 32 bits. */
export function whole(value: f64): i32 {
  return Math.trunc(value);
}

export function root(value: f64): f64 {
  return Math.sqrt(value);
}

/** 1 for true: to count without a branch. */
export function bit(value: bool): i32 {
  return value ? 1 : 0;
}

/** The place of the lowest bit that is set. */
export function lowestBit(bits: i32): i32 {
  return 31 - Math.clz32(bits & -bits);
}
