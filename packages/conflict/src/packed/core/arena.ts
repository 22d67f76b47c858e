// Blocks of memory. A block that is given back waits in the list of its size; nothing moves.
import {
  ARENA,
  H_FREE_LARGE,
  H_FREE_LINES,
  H_FREE_SMALL,
  H_NEXT_FREE,
  H_SPARE,
  H_SPARE_END,
  LINE,
} from './layout.ts';
import { growTo, i32At, real, setI32 } from './memory.ts';
import type { i32 } from './numbers.ts';

const SMALL_MAX: i32 = 16383;
const SLAB_BLOCKS: i32 = 32;

/** A block of at least `size` bytes on an address divisible by 16; 0 when memory is at its end. */
export function alloc(size: i32): i32 {
  const rounded = blockSize(size);
  const list = listOf(rounded);
  const kept = i32At(list);
  if (kept !== 0) {
    setI32(list, i32At(kept));
    return kept;
  }
  const spare = i32At(H_SPARE);
  if (spare + rounded <= i32At(H_SPARE_END)) {
    setI32(H_SPARE, spare + rounded);
    return spare;
  }
  const next = i32At(H_NEXT_FREE);
  if (!growTo(real(next) + real(rounded))) return 0;
  setI32(H_NEXT_FREE, next + rounded);
  return next;
}

/** Gives a block back; `size` is what was asked for. */
export function free(block: i32, size: i32): void {
  const list = listOf(blockSize(size));
  setI32(block, i32At(list));
  setI32(list, block);
}

/** A block that begins a line of the cache; `size` is a multiple of a line. 0 at memory's end. */
export function allocLines(size: i32): i32 {
  const list = H_FREE_LINES + (size >> 4);
  if (i32At(list) === 0) {
    const slab = alloc(SLAB_BLOCKS * size + LINE);
    if (slab === 0) return 0;
    let block = ((slab + LINE - 1) & -LINE) + (SLAB_BLOCKS - 1) * size;
    for (let i: i32 = 0; i < SLAB_BLOCKS; i++) {
      freeLines(block, size);
      block -= size;
    }
  }
  const block = i32At(list);
  setI32(list, i32At(block));
  return block;
}

/** Gives a block of `allocLines` back. */
export function freeLines(block: i32, size: i32): void {
  const list = H_FREE_LINES + (size >> 4);
  setI32(block, i32At(list));
  setI32(list, block);
}

/** A large block for a while: `release` makes it the spare from which others are cut. */
export function borrow(size: i32): i32 {
  const rounded = (size + 15) & -16;
  const next = i32At(H_NEXT_FREE);
  if (!growTo(real(next) + real(rounded))) return 0;
  setI32(H_NEXT_FREE, next + rounded);
  return next;
}

export function release(block: i32, size: i32): void {
  const rounded = (size + 15) & -16;
  if (rounded <= i32At(H_SPARE_END) - i32At(H_SPARE)) return;
  setI32(H_SPARE, block);
  setI32(H_SPARE_END, block + rounded);
}

export function startArena(): void {
  setI32(H_NEXT_FREE, ARENA);
}

function blockSize(size: i32): i32 {
  if (size <= SMALL_MAX) return (size + 15) & -16;
  let power: i32 = 16384;
  while (power < size) power = power * 2;
  return power;
}

function listOf(rounded: i32): i32 {
  if (rounded <= SMALL_MAX) return H_FREE_SMALL + (rounded >> 2);
  let list: i32 = H_FREE_LARGE;
  let power: i32 = 16384;
  while (power < rounded) {
    power = power * 2;
    list += 4;
  }
  return list;
}
