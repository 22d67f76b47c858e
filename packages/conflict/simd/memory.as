// The memory of the WebAssembly core; `src/packed/core/memory.ts` stands here in the plain one.

export function growTo(bytes: f64): bool {
  // Addresses have a sign.
  if (bytes > 2147418112) return false;
  const pages = <i32>Math.ceil(bytes / 65536);
  const missing = pages - memory.size();
  if (missing <= 0) return true;
  // Grown by an eighth at a time, so that not every insertion asks the machine for memory.
  const some = max(missing, memory.size() >> 3);
  if (memory.grow(some) >= 0) return true;
  return memory.grow(missing) >= 0;
}

@inline export function i32At(address: i32): i32 { return load<i32>(address); }
@inline export function setI32(address: i32, value: i32): void { store<i32>(address, value); }
@inline export function u8At(address: i32): i32 { return load<u8>(address); }
@inline export function setU8(address: i32, value: i32): void { store<u8>(address, <u8>value); }
@inline export function u16At(address: i32): i32 { return load<u16>(address); }
@inline export function setU16(address: i32, value: i32): void { store<u16>(address, <u16>value); }
@inline export function f32At(address: i32): f64 { return <f64>load<f32>(address); }
@inline export function f64At(address: i32): f64 { return load<f64>(address); }
@inline export function setF64(address: i32, value: f64): void { store<f64>(address, value); }
@inline export function copyBytes(to: i32, from: i32, size: i32): void { memory.copy(to, from, size); }
@inline export function real(value: i32): f64 { return <f64>value; }
@inline export function whole(value: f64): i32 { return <i32>value; }
@inline export function root(value: f64): f64 { return sqrt(value); }
@inline export function bit(value: bool): i32 { return <i32>value; }
@inline export function lowestBit(bits: i32): i32 { return ctz(bits); }
