// An index as bytes: a head of eight words, the core's memory as far as it is used, then for each
// slot its tags and rows. All words are 32 bits, little endian, as in the core's memory.
import { ARENA, FACES, H_NEXT_FREE, ROW_SIZE } from './core/layout.ts';
import type { Views } from './core/memory.ts';

export type SavedRow = { readonly face: number; readonly address: number };
type SavedSlot = { readonly tags: number; readonly rows: readonly SavedRow[] };
type Saved = {
  readonly memory: Int32Array;
  readonly slots: readonly (SavedSlot | undefined)[];
};

/** "PLYX" */
const MAGIC = 0x58594c50;
const FORMAT = 2;
const HEAD_WORDS = 8;
const EMPTY = -1;

export function writeSaved({ i32 }: Views, slots: readonly (SavedSlot | undefined)[]): Uint8Array {
  const memory = i32.subarray(0, (i32[H_NEXT_FREE >> 2] ?? 0) >> 2);
  const table = slots.flatMap((slot) =>
    slot === undefined
      ? [EMPTY]
      : [slot.rows.length, slot.tags, ...slot.rows.flatMap(({ face, address }) => [face, address])],
  );
  const words = new Int32Array(HEAD_WORDS + memory.length + table.length);
  words.set([MAGIC, FORMAT, slots.length, memory.length, table.length]);
  words.set(memory, HEAD_WORDS);
  words.set(table, HEAD_WORDS + memory.length);
  words[5] = checksum(words.subarray(HEAD_WORDS), words.subarray(0, 5));
  return new Uint8Array(words.buffer);
}

/** What was saved, or what is wrong with the bytes. */
export function readSaved(bytes: Uint8Array): Saved | string {
  if (bytes.byteLength % 4 !== 0 || bytes.byteLength < 4 * HEAD_WORDS) {
    return `${bytes.byteLength} bytes are no saved index: too few, or not whole words`;
  }
  const words = new Int32Array(bytes.slice().buffer);
  const [magic = 0, format = 0, slots = 0, memoryWords = 0, tableWords = 0, sum = 0] = words;
  if (magic !== MAGIC) return 'the bytes do not begin as a saved index does (PLYX)';
  if (format !== FORMAT) return `the format is ${format}; ${FORMAT} is known here`;
  if (memoryWords < ARENA >> 2 || tableWords < 0 || slots < 0) {
    return `the lengths in the head are wrong: ${memoryWords} and ${tableWords} words`;
  }
  if (HEAD_WORDS + memoryWords + tableWords !== words.length) {
    return `${words.length} words; the head says ${HEAD_WORDS + memoryWords + tableWords}`;
  }
  if (checksum(words.subarray(HEAD_WORDS), words.subarray(0, 5)) !== sum) {
    return 'the checksum is wrong: the bytes were changed after they were saved';
  }
  const memory = words.subarray(HEAD_WORDS, HEAD_WORDS + memoryWords);
  const table = words.subarray(HEAD_WORDS + memoryWords);
  const read = readTable(table, slots, 4 * memoryWords);
  return typeof read === 'string' ? read : { memory, slots: read };
}

function readTable(
  table: Int32Array,
  count: number,
  memoryBytes: number,
): (SavedSlot | undefined)[] | string {
  const slots: (SavedSlot | undefined)[] = [];
  let at = 0;
  while (slots.length < count && at < table.length) {
    const rowCount = table[at++] ?? EMPTY;
    if (rowCount === EMPTY) {
      slots.push(undefined);
      continue;
    }
    const tags = table[at++] ?? 0;
    const rows = Array.from({ length: Math.min(rowCount, FACES) }, () => {
      return { face: table[at++] ?? -1, address: table[at++] ?? -1 };
    });
    const isWrong = ({ face, address }: SavedRow): boolean =>
      face < 0 || face >= FACES || address < ARENA || address + ROW_SIZE > memoryBytes;
    if (rowCount > FACES || rows.some(isWrong)) return `slot ${slots.length} has a wrong row`;
    slots.push({ tags, rows });
  }
  if (slots.length === count && at === table.length) return slots;
  return `the table ends after ${slots.length} of ${count} slots`;
}

/** FNV-1a over words: against damage, not against an enemy. */
export function checksum(...parts: readonly Int32Array[]): number {
  let hash = 0x811c9dc5 | 0;
  for (const part of parts) {
    for (let i = 0; i < part.length; i++) hash = Math.imul(hash ^ (part[i] ?? 0), 0x01000193);
  }
  return hash;
}
